"""The page of an objective, of a goal and of the programmes: figures, years, money, and what is incomplete."""

from http import HTTPStatus

from pytest_django import DjangoAssertNumQueries

from saksama.kernel.results import objective_average
from saksama.web.measurement.models import Measurement, Narrative, PeriodSpending
from saksama.web.measurement.storage import load_record
from saksama.web.planning.models import Indicator
from tests.web.cast import Cast, client_of


def page_of(cast: Cast, path: str) -> str:
    return client_of(cast.ani).get(f"/agencies/{cast.agency.pk}/{path}?year=2025").content.decode()


def test_an_objective_shows_its_average_its_indicators_its_programmes_and_what_is_said(cast: Cast) -> None:
    indicator = Indicator.objects.get(plan=cast.version.plan, key="IK4")
    Narrative.objects.filter(indicator=indicator, year=2025).delete()
    Narrative.objects.create(indicator=indicator, year=2025, part="obstacle", text="Server pusat sering padam.")
    record = load_record(cast.version)
    objective = next(one for one in record.plan.objectives() if any(own.id == "IK4" for own in one.indicators))

    page = page_of(cast, f"objectives/{objective.id}/")

    average = objective_average(record, objective, 2025).capped
    assert f">{average.printed()}</a>" in page
    assert "Jumlah konten informasi publik" in page
    assert "Program Pengelolaan Informasi dan Komunikasi Publik" in page
    assert "Server pusat sering padam." in page
    assert page.count("<svg") > 3
    assert "Tujuan" in page


def test_an_average_that_lacks_an_indicator_is_told_to_be_incomplete(cast: Cast) -> None:
    Measurement.objects.filter(indicator__key="IK4", year=2025).delete()

    page = page_of(cast, "objectives/S2/").split("Dibandingkan antartahun")

    assert "Belum lengkap" in page[0]
    assert "2 dari 3 indikator" in page[0]
    assert "Belum dilaporkan" in page[0]


def test_a_goal_leads_to_its_objectives(cast: Cast) -> None:
    page = page_of(cast, "objectives/T1/")

    assert "objectives/S1/?year=2025" in page
    assert "Indeks Pemerintahan Digital" in page


def test_programmes_show_quarters_and_what_is_missing_is_no_number(cast: Cast) -> None:
    PeriodSpending.objects.filter(amount__year=2025, number=3).first().delete()  # type: ignore[union-attr]

    page = page_of(cast, "programmes/")

    assert "Program Pengelolaan Informasi dan Komunikasi Publik" in page
    assert "belum lengkap" in page
    assert "realisasi anggaran belum ada" in page


def test_pages_of_an_agency_are_its_own_and_need_always_as_many_queries(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for path, queries in (("objectives/S2/", 41), ("objectives/T1/", 41), ("programmes/", 30)):
        address = f"/agencies/{cast.agency.pk}/{path}?year=2025"
        assert client_of(cast.citra).get(address).status_code == HTTPStatus.NOT_FOUND
        browser = client_of(cast.budi)
        with django_assert_num_queries(queries):
            browser.get(address)
    assert client_of(cast.ani).get(f"/agencies/{cast.agency.pk}/objectives/TIADA/").status_code == HTTPStatus.NOT_FOUND
    assert (
        client_of(cast.ani).get(f"/agencies/{cast.agency.pk}/programmes/?year=1999").status_code == HTTPStatus.NOT_FOUND
    )
