"""All reports of a government's year in one job: made once, gone on with, downloaded together."""

from dataclasses import replace
from http import HTTPStatus
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db.models import F
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.web.organisations.models import Agency, RoleKind
from saksama.web.planning.models import RecordPart, StrategicPlan
from saksama.web.reporting.checking import ask_for_check
from saksama.web.reporting.models import CheckState, YearReport, YearReportState
from saksama.web.reporting.year_job import make_reports, resume_reports, start_reports
from tests.web.cast import Cast, client_of, content_of, hold, person

TWIN = replace(SAMPLE_2025, agency=replace(SAMPLE_2025.agency, name="Dinas Kembar"))

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def bureau(cast: Cast) -> Client:
    return client_of(person("Gita", RoleKind.ORGANISATION_BUREAU, cast.government))


def test_each_agency_with_a_plan_gets_its_report(cast: Cast, bureau: Client) -> None:
    before = bureau.get("/reports/2025/").content.decode()
    assert "Belum dibuat" in before
    assert "Buat semua laporan" in before

    page = bureau.post("/reports/2025/", follow=True).content.decode()

    made = YearReport.objects.get(agency=cast.agency)
    assert made.state == YearReportState.MADE
    assert not YearReport.objects.filter(agency=cast.other_agency).exists()
    assert "Tidak ada rencana untuk tahun 2025" in page, "the plan of the first sample ends before"
    assert "Tidak dapat dibuat" not in page
    assert "Lanjutkan yang belum ada" not in page, "nothing is left to make"
    assert "Unduh 1 laporan" in page
    archive = ZipFile(BytesIO(content_of(bureau.get("/reports/2025/all.zip"))))
    assert archive.namelist() == ["lkjip-diskominfo-2025.docx", "lkjip-diskominfo-2025.pdf"]
    assert archive.read("lkjip-diskominfo-2025.docx").startswith(b"PK")
    assert archive.read("lkjip-diskominfo-2025.pdf").startswith(b"%PDF")


def test_the_first_sample_has_its_own_years(cast: Cast, bureau: Client) -> None:
    bureau.post("/reports/2020/")

    assert YearReport.objects.get(state=YearReportState.MADE).agency == cast.other_agency


def test_started_again_it_goes_on_with_what_is_missing_or_has_changed(cast: Cast, bureau: Client) -> None:
    bureau.post("/reports/2025/")
    first = YearReport.objects.get(agency=cast.agency)
    twin, _version = hold(TWIN, cast.government)

    bureau.post("/reports/2025/")
    assert YearReport.objects.get(agency=cast.agency).made_at == first.made_at, "made once"
    assert YearReport.objects.get(agency=twin).state == YearReportState.MADE
    with ZipFile(BytesIO(content_of(bureau.get("/reports/2025/all.zip")))) as archive:
        assert len(archive.namelist()) == len(set(archive.namelist())) == 4

    StrategicPlan.objects.filter(agency=cast.agency).update(record_version=F("record_version") + 1)
    assert "Data atau templat berubah sesudahnya" in bureau.get("/reports/2025/").content.decode()
    bureau.post("/reports/2025/")
    again = YearReport.objects.get(agency=cast.agency)
    assert again.made_at
    assert first.made_at
    assert again.made_at > first.made_at


def test_what_a_stopped_worker_left_is_made_after_the_next_start(cast: Cast, bureau: Client) -> None:
    waiting = YearReport.objects.create(agency=cast.agency, year=2025, person=cast.ani)
    page = bureau.get("/reports/2025/").content.decode()
    assert 'id="progress"' in page
    assert "0 dari 1 selesai" in page

    assert resume_reports() == 1

    waiting.refresh_from_db()
    assert waiting.state == YearReportState.MADE
    assert 'id="progress"' not in bureau.get("/reports/2025/").content.decode()
    assert resume_reports() == 0


def test_what_breaks_one_report_leaves_the_others(cast: Cast, bureau: Client) -> None:
    twin, _version = hold(TWIN, cast.government)
    RecordPart.objects.filter(plan=cast.version.plan, name="agency").update(content={"name": 7})

    bureau.post("/reports/2025/")

    assert "tidak terduga" in YearReport.objects.get(agency=cast.agency).failure
    assert YearReport.objects.get(agency=twin).state == YearReportState.MADE


@pytest.mark.parametrize("more", [0, 3])
def test_the_page_needs_as_many_queries_whatever_the_number_of_agencies(
    cast: Cast, bureau: Client, django_assert_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    for number in range(more):
        agency = Agency.objects.create(government=cast.government, name=f"Dinas {number}")
        YearReport.objects.create(agency=agency, year=2025, person=cast.ani)

    with django_assert_num_queries(7):
        bureau.get("/reports/2025/")


def test_who_may(cast: Cast, bureau: Client) -> None:
    leader = person("Indra", RoleKind.LEADER, cast.government)
    for someone in (cast.ani, cast.budi, cast.citra, leader):
        browser = client_of(someone)
        for path in ("/reports/", "/reports/2025/", "/reports/2025/all.zip"):
            assert browser.get(path).status_code == HTTPStatus.NOT_FOUND
        assert browser.post("/reports/2025/").status_code == HTTPStatus.NOT_FOUND
    assert not YearReport.objects.exists()
    assert bureau.get("/reports/2025/all.zip").status_code == HTTPStatus.NOT_FOUND, "nothing is made yet"
    assert bureau.get("/reports/1999/").status_code == HTTPStatus.NOT_FOUND


def test_it_gives_way_to_what_somebody_waits_for_and_goes_on_afterwards(cast: Cast, settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    hold(TWIN, cast.government)
    start_reports(cast.government, 2025, cast.ani)
    upload = SimpleUploadedFile("LKjIP.md", b"# LKjIP 2024")
    check = ask_for_check(upload, cast.government, cast.ani, agency=None)

    make_reports.call(cast.government.pk, 2025, "id")

    assert YearReport.objects.filter(state=YearReportState.WAITING).count() == 1, "one of the two is made"
    call_command("db_worker", queue_name="*", batch=True)
    check.refresh_from_db()
    assert check.state == CheckState.DONE
    assert not YearReport.objects.filter(state=YearReportState.WAITING).exists()
