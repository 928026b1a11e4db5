"""The findings of a check beside the page: the page's picture, the passage as read, who sees it, and decisions."""

import re
from dataclasses import replace
from datetime import date
from http import HTTPStatus
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from saksama.documents.readers.read import read_document
from saksama.documents.writers import pdf as pdf_writer
from saksama.web.organisations.models import Person, RoleKind
from saksama.web.reporting.models import CheckState, Decision, ReportCheck
from tests.web.cast import Cast, client_of, content_of, person
from tests.web.test_checking import REPORT, upload

pytestmark = pytest.mark.django_db(transaction=True)

_MORE = "".join(f"| {n} | Kegiatan {n} | 1.000.000 | 900.000 | 90,00 |\n" for n in range(3, 60))
LONG = REPORT.replace("| | Jumlah", f"{_MORE}| | Jumlah")
TWO_TABLES = f"""{REPORT}
Tabel 3.2 Belanja Pegawai Tahun 2024

| No | Kegiatan | Anggaran (Rp) | Realisasi (Rp) | % |
|---|---|---|---|---|
| 1 | Kegiatan Satu | 10.000.000 | 5.000.000 | 50,00 |
| 2 | Kegiatan Dua | 30.000.000 | 24.000.000 | 80,00 |
| | Jumlah | 40.000.000 | 28.000.000 | 70,00 |
"""


def as_pdf(folder: Path, text: str = REPORT) -> bytes:
    """A report as another program would print it."""
    file = folder / "report.md"
    file.write_text(text, encoding="utf-8")
    return pdf_writer.write(replace(read_document(file), date=date(2025, 1, 31)))


def checked(browser: Client, content: bytes, name: str, **others: object) -> str:
    """The address of a check that is done."""
    upload(browser, content, name, **others)
    check = ReportCheck.objects.latest("pk")
    assert check.state == CheckState.DONE, check.failure
    return f"/checks/{check.pk}/"


def test_the_page_of_a_pdf_is_shown_with_the_number_at_the_figure(cast: Cast, tmp_path: Path) -> None:
    browser = client_of(cast.ani)

    path = checked(browser, as_pdf(tmp_path), "LKjIP.pdf")
    check = ReportCheck.objects.get()
    page = browser.get(f"{path}?finding=1").content.decode()

    assert check.pictures
    number = next(iter(check.pictures))
    picture = browser.get(f"{path}pages/{number}.png")
    assert content_of(picture).startswith(b"\x89PNG")
    assert 'class="mark error chosen"' in page
    assert f'href="{path}pages/{number}.png"' in page
    assert check.passages
    number, severity, left, top, width, height = check.passages["pages"][number]["marks"][0]
    assert (number, severity) == ("1", "error")
    assert 0 < left < left + width < 600
    assert 0 < top < top + height < 850


@pytest.mark.parametrize("text", [REPORT, LONG])
def test_a_report_without_pages_shows_the_passage_with_the_figure_marked(cast: Cast, text: str) -> None:
    browser = client_of(cast.ani)

    page = browser.get(f"{checked(browser, text.encode(), 'LKjIP.md')}?finding=1").content.decode()

    assert re.search(r'<mark class="\w+ chosen">\d', page)
    assert "Jumlah" in page
    assert ("after-gap" in page) == (text is LONG)


def test_a_page_that_was_not_drawn_shows_its_text(cast: Cast, tmp_path: Path) -> None:
    browser = client_of(cast.ani)
    path = checked(browser, as_pdf(tmp_path), "LKjIP.pdf")
    ReportCheck.objects.update(pictures={})

    page = browser.get(path).content.decode()

    assert '<mark class="error chosen">500.000.000' in page
    assert browser.get(f"{path}pages/1.png").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(
    "query",
    [
        "finding=99",
        "finding=1&place=99",
        "place=%C2%B2",
        "finding=1&place=00019",
        f"place=0001{'9' * 5000}",
        "finding=%00",
        "show=x&whole=9",
    ],
)
def test_an_address_that_points_nowhere_shows_the_first_finding(cast: Cast, query: str) -> None:
    browser = client_of(cast.ani)

    page = browser.get(f"{checked(browser, REPORT.encode(), 'LKjIP.md')}?{query}")

    assert page.status_code == HTTPStatus.OK
    assert 'data-root="1"' in page.content.decode()


def test_everybody_who_reports_at_its_agency_sees_a_check_and_nobody_else(cast: Cast, tmp_path: Path) -> None:
    path = checked(client_of(cast.ani), as_pdf(tmp_path), "LKjIP.pdf", agency=cast.agency.pk)
    page = next(iter(ReportCheck.objects.get().pictures))
    paths = (path, f"{path}marked/", f"{path}pages/{page}.png")

    def statuses(someone: Person) -> set[int]:
        browser = client_of(someone)
        answers = [browser.get(one) for one in paths]
        for answer in answers:
            if answer.streaming:
                content_of(answer)
        return {answer.status_code for answer in answers}

    for someone in (
        cast.ani,
        cast.budi,
        person("Gita", RoleKind.ORGANISATION_BUREAU, cast.government),
        person("Indra", RoleKind.INSPECTORATE, cast.government),
    ):
        assert statuses(someone) == {HTTPStatus.OK}
        assert "LKjIP.pdf" in client_of(someone).get("/checks/").content.decode()
    for someone in (cast.citra, person("Lina", RoleKind.READER, cast.government, cast.agency)):
        assert statuses(someone) == {HTTPStatus.NOT_FOUND}
        assert "LKjIP.pdf" not in client_of(someone).get("/checks/").content.decode()
        decided = client_of(someone).post(f"{path}decide/", {"finding": "1", "kind": "fixed"})
        assert decided.status_code == HTTPStatus.NOT_FOUND
    assert not Decision.objects.exists()


def test_nobody_puts_a_check_at_an_agency_where_he_does_not_report(cast: Cast) -> None:
    answer = upload(client_of(cast.citra), REPORT.encode(), agency=cast.agency.pk)

    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert not ReportCheck.objects.exists()


def test_a_decision_is_seen_with_who_and_why_and_undone_by_a_later_one(cast: Cast) -> None:
    path = checked(client_of(cast.ani), REPORT.encode(), "LKjIP.md", agency=cast.agency.pk)
    total = len((ReportCheck.objects.get().findings or {})["findings"])

    decision = {"finding": "1", "kind": "explained", "reason": "Ada di lampiran."}
    client_of(cast.budi).post(f"{path}decide/", decision)
    page = client_of(cast.ani).get(path).content.decode()
    assert "Budi" in page
    assert "Ada di lampiran." in page
    assert f"Belum diputuskan ({total - 1})" in page
    assert 'id="finding-1"' not in client_of(cast.ani).get(f"{path}?show=open").content.decode()
    assert 'id="finding-1"' in client_of(cast.ani).get(f"{path}?show=decided").content.decode()

    client_of(cast.ani).post(f"{path}decide/", {"finding": "1", "kind": "reopened", "reason": "Ternyata bukan."})
    page = client_of(cast.ani).get(path).content.decode()
    assert f"Belum diputuskan ({total})" in page
    assert "Ada di lampiran." in page


def test_a_refused_decision_keeps_what_was_chosen_and_says_why_beside_the_field(cast: Cast) -> None:
    browser = client_of(cast.ani)
    path = checked(browser, REPORT.encode(), "LKjIP.md")

    without_reason = browser.post(f"{path}decide/", {"finding": "1", "kind": "wrong"})
    without_kind = browser.post(f"{path}decide/", {"finding": "1", "reason": "Sudah <b>dicek</b>."})

    assert without_reason.status_code == without_kind.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'value="wrong" checked' in without_reason.content.decode()
    assert 'id="error-1"' in without_reason.content.decode()
    assert "Sudah &lt;b&gt;dicek&lt;/b&gt;." in without_kind.content.decode()
    assert not Decision.objects.exists()


@pytest.mark.parametrize("text", [REPORT, LONG])
def test_the_page_needs_as_many_queries_however_much_was_found_and_decided(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries, text: str
) -> None:
    browser = client_of(cast.ani)
    path = checked(browser, text.encode(), "LKjIP.md", agency=cast.agency.pk)
    if text is LONG:
        for number in ("1", "1", "2"):
            browser.post(f"{path}decide/", {"finding": number, "kind": "fixed"})

    with django_assert_num_queries(5):
        browser.get(path)
