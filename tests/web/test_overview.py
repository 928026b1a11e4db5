"""Start pages and the pages of agencies and indicators: who sees what, in how many queries, and what is never green."""

from datetime import date
from http import HTTPStatus

from pytest_django import DjangoAssertNumQueries

from saksama.kernel.period import Cycle, Period
from saksama.web.measurement.models import Measurement
from saksama.web.measurement.storage import load_record
from saksama.web.organisations.models import RoleKind
from saksama.web.overview.kept_summaries import known_summaries
from saksama.web.overview.models import Summary
from saksama.web.overview.summaries import AgencySummary, states_of, summarised, together
from saksama.web.planning.models import Indicator, PlanVersion, StrategicPlan
from saksama.web.planning.versions import versions_in_force
from tests.web.cast import Cast, client_of, person

YEAR_END = Period(2025, 4, Cycle.QUARTER)
TODAY = date(2026, 1, 20)


def _summarised(version: PlanVersion) -> AgencySummary:
    record = load_record(version)
    return summarised(record, YEAR_END, states_of(record, YEAR_END))


def test_the_leader_sees_every_agency_and_an_operator_his_own(cast: Cast) -> None:
    leader = client_of(person("Kirana", RoleKind.LEADER, cast.government)).get("/?year=2025").content.decode()
    own = client_of(cast.ani).get("/?year=2025").content.decode()

    assert cast.agency.name in leader
    assert cast.other_agency.name in leader
    assert cast.other_agency.name not in own


def test_the_start_page_takes_the_same_queries_however_many_agencies(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser = client_of(person("Kirana", RoleKind.LEADER, cast.government))
    browser.get("/?year=2025")  # makes the summaries

    with django_assert_num_queries(9):
        browser.get("/?year=2025")


def test_an_agency_s_page_says_what_was_reached_and_what_is_carried_over(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser = client_of(cast.ani)
    browser.get(f"/agencies/{cast.agency.pk}/?year=2025")  # makes the summary

    with django_assert_num_queries(19):
        page = browser.get(f"/agencies/{cast.agency.pk}/?year=2025").content.decode()

    assert "99,60" in page
    assert "Tidak tercapai" in page
    assert client_of(cast.citra).get(f"/agencies/{cast.agency.pk}/").status_code == HTTPStatus.NOT_FOUND


def test_an_indicator_s_page_opens_its_figure(cast: Cast) -> None:
    digital = Indicator.objects.get(plan=cast.version.plan, key="IT1")

    page = client_of(cast.ani).get(f"/agencies/{cast.agency.pk}/indicators/{digital.pk}/?year=2025").content.decode()

    assert "3,42 ÷ 3,50 × 100%" in page
    assert "data 2024, yang tahun ini belum rilis" in page
    assert "<svg" in page


def test_a_year_that_is_not_reported_to_its_end_is_no_point_in_the_picture_and_says_how_far(cast: Cast) -> None:
    answered = Indicator.objects.get(plan=cast.version.plan, key="IK5")
    browser, path = client_of(cast.ani), f"/agencies/{cast.agency.pk}/"

    def pages() -> tuple[str, str]:
        grid = browser.get(f"{path}measurements/2025/").content.decode()
        picture = browser.get(f"{path}indicators/{answered.pk}/?year=2025").content.decode()
        return grid, picture[picture.index("<svg") : picture.index("</svg>")]

    whole_grid, whole_picture = pages()
    Measurement.objects.filter(indicator=answered, year=2025, number=4).delete()
    grid, picture = pages()

    assert "7,60 s.d. TW III 2025" in grid
    assert "s.d. TW III 2025" not in whole_grid
    assert "7,20" in whole_picture
    assert "7,60" not in picture


def test_what_is_missing_is_never_green_and_lowers_nothing(cast: Cast) -> None:
    whole = _summarised(cast.version)
    Measurement.objects.filter(indicator__plan=cast.version.plan, year=2025, indicator__key="IK4").delete()

    lacking = _summarised(cast.version)

    assert whole.is_complete
    assert not lacking.is_complete
    assert lacking.unreported == ("Jumlah konten informasi publik yang diterbitkan",)
    unknown = AgencySummary(4, 4, 2, (), None, "100", None)
    assert together([whole, unknown]).absorption == together([whole]).absorption
    assert together([whole, unknown]).without_money == 1


def test_a_summary_is_made_anew_only_when_the_record_has_changed(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    versions = versions_in_force([cast.agency], 2025)
    known_summaries(versions, YEAR_END, today=TODAY)

    with django_assert_num_queries(1):
        known_summaries(versions, YEAR_END, today=TODAY)
    StrategicPlan.objects.update(record_version=99)
    known_summaries(versions_in_force([cast.agency], 2025), YEAR_END, today=TODAY)

    assert Summary.objects.get().record_version == 99


def test_a_year_that_is_none_is_not_found(cast: Cast) -> None:
    for year in ("abcd", "20255", "-1", "٢٠٢٥"):
        assert client_of(cast.ani).get(f"/?year={year}").status_code == HTTPStatus.NOT_FOUND


def test_a_plan_that_begins_later_is_shown_at_its_first_quarter(cast: Cast) -> None:
    StrategicPlan.objects.filter(agency=cast.agency).update(first_year=2090, last_year=2094)

    page = client_of(cast.ani).get(f"/agencies/{cast.agency.pk}/").content.decode()

    assert "TW I 2090" in page
    assert "TW IV 2090" not in page
