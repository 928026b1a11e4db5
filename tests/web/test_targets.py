"""The grid of targets: the year beside its periods, typed in, closed with the figures, and what contradicts is told."""

import json
from decimal import Decimal
from http import HTTPStatus
from typing import Any

from pytest_django import DjangoAssertNumQueries

from saksama.kernel.period import Cycle, Period
from saksama.kernel.periods import target_in
from saksama.web.measurement.entry import cell_mark
from saksama.web.measurement.storage import load_record
from saksama.web.measurement.target_edits import BOUNDS
from saksama.web.organisations.models import Person, RoleKind
from saksama.web.planning.models import IndicatorDefinition, StrategicPlan, Target
from saksama.web.workflow.models import Change, Submission
from tests.web.cast import Cast, client_of, person

ASSUMED = "as it is"


def mark(cast: Cast, cycle: object = "quarter", number: object = 2) -> str:
    """The mark of a target as the page shows it now."""
    found = Target.objects.filter(
        definition__indicator__key="IK4",
        definition__objective__goal__version=cast.version,
        year=2025,
        cycle=cycle,
        number=number if isinstance(number, int) else 0,
        is_end=False,
    )
    return cell_mark(found.first(), BOUNDS)


def grid(cast: Cast, more: str = "") -> str:
    return f"/agencies/{cast.agency.pk}/targets/2025/{more}"


def send(cast: Cast, who: Person, **content: object) -> Any:
    """Save a cell of IK4, which adds up 120 in each quarter to 480 in the year."""
    cell = {"key": "IK4", "cycle": "quarter", "number": 2, "seen": ASSUMED, "typed": {"high": "130"}} | content
    if cell["seen"] == ASSUMED:
        cell["seen"] = mark(cast, cell["cycle"], cell["number"])
    return client_of(who).post(grid(cast, "cell/"), json.dumps(cell), content_type="application/json")


def second_quarter(cast: Cast) -> Decimal:
    indicator = next(one for one in load_record(cast.version).indicators() if one.id == "IK4")
    found = target_in(indicator, Period(2025, 2, Cycle.QUARTER))
    assert found
    return found.high


def test_a_target_of_a_quarter_is_kept_and_what_it_contradicts_is_told(cast: Cast) -> None:
    before = StrategicPlan.objects.get(pk=cast.version.plan_id).record_version

    answer = json.loads(send(cast, cast.ani).content)

    assert answer["cell"] == {"typed": {"high": "130"}, "seen": mark(cast)}
    assert "target periode menghasilkan 490, sedangkan target 2025 adalah 500" in answer["doubts"], "the agreement's"
    assert second_quarter(cast) == 130
    change = Change.objects.get()
    assert (change.fact, change.old, change.new) == ("target 2025 quarter 2", "120", "130")
    assert StrategicPlan.objects.get(pk=cast.version.plan_id).record_version == before + 1
    back = json.loads(send(cast, cast.ani, typed={"high": "140"}).content)
    assert back["doubts"] == ""


def test_the_grid_says_in_words_how_periods_make_the_year(cast: Cast) -> None:
    IndicatorDefinition.objects.filter(indicator__plan=cast.version.plan, indicator__key="IK1").update(
        cycle="quarter", is_cumulative=True
    )
    page = client_of(cast.budi).get(grid(cast)).content.decode()

    assert "Tidak kumulatif: tulis target periode itu saja; jumlahnya target tahun." in page
    assert "Kumulatif: tulis target dari awal tahun" in page
    assert "readonly" in page, "who verifies does not plan"


def test_a_target_is_emptied_and_set_again(cast: Cast) -> None:
    send(cast, cast.ani, typed={"high": ""})
    assert Change.objects.get().new is None

    answer = json.loads(send(cast, cast.ani, typed={"high": "110"}).content)

    assert answer["cell"]["seen"] == mark(cast)
    assert second_quarter(cast) == 110


def test_a_stale_tab_does_not_overwrite_a_target_that_was_emptied_and_set_again(cast: Cast) -> None:
    seen = mark(cast)
    send(cast, cast.ani, typed={"high": ""})
    send(cast, cast.ani, typed={"high": "110"})

    answer = send(cast, cast.ani, seen=seen, typed={"high": "140"})

    assert answer.status_code == HTTPStatus.CONFLICT
    assert second_quarter(cast) == 110


def test_of_two_who_type_the_second_sees_the_first(cast: Cast) -> None:
    seen = mark(cast)
    send(cast, cast.ani)

    answer = send(cast, cast.ani, seen=seen, typed={"high": "140"})

    assert answer.status_code == HTTPStatus.CONFLICT
    assert json.loads(answer.content)["theirs"] == {"high": "130"}
    assert second_quarter(cast) == 130


def test_what_belongs_to_closed_figures_is_closed_and_says_who_opens_it(cast: Cast) -> None:
    Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=2, state="approved")
    page = client_of(cast.ani).get(grid(cast)).content.decode()
    answer = send(cast, cast.ani)

    assert "Kepala perangkat daerah dapat membukanya kembali" in page
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "TW II 2025 sudah disetujui" in json.loads(answer.content)["error"]
    assert send(cast, cast.ani, number=3).status_code == HTTPStatus.OK, "the third quarter is open"


def test_the_year_of_an_approved_quarter_changes_only_with_a_reason_and_as_a_revision(cast: Cast) -> None:
    Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=1, state="approved")
    asked = {"cycle": "year", "number": 0, "typed": {"high": "500"}}

    refused = send(cast, cast.ani, **asked)
    send(cast, cast.ani, **asked, why="Perubahan APBD")

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    change = Change.objects.get()
    assert (change.new, change.reason, change.is_revision) == ("500", "Perubahan APBD", True)


def test_the_last_quarter_closes_the_year_and_opened_again_it_is_open(cast: Cast) -> None:
    last = Submission.objects.create(agency=cast.agency, year=2025, cycle="quarter", number=4, state="approved")
    asked = {"cycle": "year", "number": 0, "typed": {"high": "500"}, "why": "Salah"}

    assert send(cast, cast.ani, **asked).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    last.state, last.is_revised = "returned", True
    last.save()

    assert send(cast, cast.ani, **asked).status_code == HTTPStatus.OK
    assert Change.objects.get().is_revision


def test_what_is_not_clear_is_told(cast: Cast) -> None:
    for typed in ({"high": "banyak"}, {"low": "5"}, {"low": "200", "high": "100"}):
        answer = send(cast, cast.ani, typed=typed)
        assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
        assert json.loads(answer.content)["error"]
    for content in ({"number": 9}, {"cycle": "week"}, {"typed": 3}, {"why": "\ud800"}):
        assert send(cast, cast.ani, **content).status_code == HTTPStatus.BAD_REQUEST, content
    for content in ({"key": "tidak ada"}, {"cycle": "month"}):
        assert send(cast, cast.ani, **content).status_code == HTTPStatus.UNPROCESSABLE_ENTITY, content
    assert not Change.objects.exists()


def test_who_sets_targets(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for someone in (cast.budi, cast.citra, person("Tono", RoleKind.READER, cast.government)):
        assert send(cast, someone).status_code == HTTPStatus.NOT_FOUND
    assert client_of(cast.citra).get(grid(cast)).status_code == HTTPStatus.NOT_FOUND
    browser = client_of(cast.ani)
    with django_assert_num_queries(19):
        browser.get(grid(cast))
