"""The record as a workbook: what is downloaded is what is there, and comes back unchanged."""

from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from saksama.exchange.attachment_files import attachment_files
from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.web.measurement.storage import load_record
from saksama.web.organisations.models import RoleKind, Unit
from tests.web.cast import Cast, client_of, person
from tests.web.importing_browser import upload

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_is_downloaded_comes_back_as_what_is_there(cast: Cast) -> None:
    browser = client_of(cast.citra)

    answer = browser.get(f"/agencies/{cast.other_agency.pk}/workbook/2020/")
    page = upload(browser, f"/agencies/{cast.other_agency.pk}/import/2020/", answer.content, name="data.xlsx")

    assert answer.headers["Content-Disposition"].endswith('.xlsx"')
    assert "Isinya sama dengan yang sudah ada" in page


def test_recorded_units_come_back_and_others_in_the_file_are_told_and_left(cast: Cast) -> None:
    browser, own = client_of(cast.citra), f"/agencies/{cast.other_agency.pk}"
    before = browser.get(f"{own}/workbook/2020/").content
    top = Unit.objects.create(agency=cast.other_agency, name="Pimpinan", tasks="Memimpin badan")
    Unit.objects.create(agency=cast.other_agency, name="Bidang Satu", parent=top)
    record = load_record(cast.other_version)

    downloaded = browser.get(f"{own}/workbook/2020/").content
    same = upload(browser, f"{own}/import/2020/", downloaded, name="data.xlsx")
    other = upload(browser, f"{own}/import/2020/", before, name="data.xlsx")

    assert "Isinya sama dengan yang sudah ada" in same
    assert "Susunan unit dalam berkas tidak diambil" not in same
    assert "Isinya sama dengan yang sudah ada" in other
    assert "Bidang Satu; Kepala Badan; Pimpinan; Sekretariat; Tiga bidang." in other
    assert load_record(cast.other_version) == record


def test_attachments_lie_beside_it_and_need_not_come_back(cast: Cast) -> None:
    browser = client_of(cast.ani)
    answer = browser.get(f"/agencies/{cast.agency.pk}/workbook/2025/")

    archive = ZipFile(BytesIO(answer.content))
    (workbook, *beside) = archive.namelist()
    page = upload(browser, f"/agencies/{cast.agency.pk}/import/2025/", archive.read(workbook), name="data.xlsx")

    assert "Isinya sama dengan yang sudah ada" in page, "the attachments are there already"
    assert Path(workbook).suffix == ".xlsx"
    assert {name: archive.read(name) for name in beside} == attachment_files(SAMPLE_2025)


def test_who_may_not_see_documents_has_no_workbook(cast: Cast) -> None:
    path = f"/agencies/{cast.agency.pk}/workbook/"

    for someone in (cast.citra, person("Tono", RoleKind.READER, cast.government)):
        assert client_of(someone).get(path + "2025/").status_code == HTTPStatus.NOT_FOUND
    assert client_of(cast.ani).get(path + "1999/").status_code == HTTPStatus.NOT_FOUND


def test_what_is_wrong_names_the_file_as_its_owner_does(cast: Cast) -> None:
    page = upload(
        client_of(cast.ani), f"/agencies/{cast.agency.pk}/import/2025/", b"{}", name="Renstra Dinas 2025.json"
    )

    assert "Renstra Dinas 2025.json" in page.split("Yang perlu Anda ketahui")[1]
    assert "salinan-unggahan" not in page


def test_the_language_is_changed_on_an_answer_too(cast: Cast) -> None:
    browser, own = client_of(cast.ani), f"/agencies/{cast.agency.pk}/import/2025/"

    answered = browser.post(f"/agencies/{cast.agency.pk}/plan/2025/goals/add/", {"name": ""}, headers={"referer": own})

    assert f'name="next" value="{own}"' in answered.content.decode()
