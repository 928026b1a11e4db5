"""A figure or a target that is entered while somebody else writes waits for that, and is then judged by it."""

import json
from collections.abc import Callable
from threading import Thread
from typing import Any

import pytest
from django.db import connections, transaction

from saksama.kernel.period import Cycle, Period
from saksama.web.measurement.models import Measurement
from saksama.web.planning.models import IndicatorDefinition
from saksama.web.workflow.locks import hold_figures
from saksama.web.workflow.models import Change
from saksama.web.workflow.steps import take_step
from tests.web.cast import Cast, client_of
from tests.web.test_entry_grid import CONTENT, mark_now, send

pytestmark = pytest.mark.django_db(transaction=True)


def meanwhile(typing: Callable[[], Any], writing: Callable[[], object]) -> str:
    """The answer to what is typed while something is written that is not yet committed."""
    answers: list[str] = []

    def type_in() -> None:
        try:
            answers.append(typing().content.decode())
        finally:
            connections.close_all()

    thread = Thread(target=type_in)
    with transaction.atomic():
        writing()
        thread.start()
        thread.join(1)  # who does not wait for what is written is done by then
    thread.join(30)
    return answers[0]


def test_what_is_submitted_is_not_changed_by_who_types_at_that_moment(cast: Cast) -> None:
    browser = client_of(cast.ani)

    def submit() -> None:
        take_step(cast.agency, Period(2025, 4, Cycle.QUARTER), "submit", person=cast.ani, reason="")

    seen = mark_now()
    answer = meanwhile(lambda: send(browser, cast, "130", seen=seen), submit)

    assert "terkunci" in answer
    assert Measurement.objects.get(indicator__key=CONTENT, year=2025, cycle="quarter", number=4).value == 127


def test_a_figure_and_a_target_are_not_kept_for_an_indicator_that_is_measured_in_another_way_by_now(
    cast: Cast,
) -> None:
    browser = client_of(cast.ani)
    seen, cell = mark_now(), {"key": CONTENT, "cycle": "quarter", "number": 2, "seen": "", "typed": {"high": "130"}}

    def measure_by(cycle: str) -> None:
        with transaction.atomic():
            hold_figures(cast.agency.pk)
            IndicatorDefinition.objects.filter(indicator__key=CONTENT).update(cycle=cycle)

    figure = meanwhile(lambda: send(browser, cast, "130", seen=seen), lambda: measure_by("month"))
    measure_by("quarter")
    target = meanwhile(
        lambda: browser.post(
            f"/agencies/{cast.agency.pk}/targets/2025/cell/", json.dumps(cell), content_type="application/json"
        ),
        lambda: measure_by("month"),
    )

    assert "Cara mengisi indikator ini sudah berubah" in figure
    assert "Rencana sudah berubah" in target
    assert not Change.objects.exists()
