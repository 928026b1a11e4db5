"""A figure that is entered while somebody submits waits for the submission, and is then refused."""

from threading import Thread

import pytest
from django.db import connections, transaction

from saksama.kernel.period import Cycle, Period
from saksama.web.measurement.models import Measurement
from saksama.web.workflow.steps import take_step
from tests.web.cast import Cast, client_of
from tests.web.test_entry_grid import CONTENT, send

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_is_submitted_is_not_changed_by_who_types_at_that_moment(cast: Cast) -> None:
    answers = []
    browser = client_of(cast.ani)

    def type_in() -> None:
        try:
            answers.append(send(browser, cast, "130").content.decode())
        finally:
            connections.close_all()

    typing = Thread(target=type_in)
    with transaction.atomic():
        take_step(cast.agency, Period(2025, 4, Cycle.QUARTER), "submit", person=cast.ani, reason="")
        typing.start()
        typing.join(1)  # who does not wait for the submission is done by then
    typing.join(30)

    assert "terkunci" in answers[0]
    assert Measurement.objects.get(indicator__key=CONTENT, year=2025, cycle="quarter", number=4).value == 127
