"""What was entered for an indicator in a year: by whom, when, with what evidence, and what was changed since."""

from dataclasses import dataclass

from django.db import models

from saksama.kernel.figures import write_decimal
from saksama.web.measurement.models import Evidence, Measurement
from saksama.web.planning.models import Indicator
from saksama.web.workflow.models import Change

MOST_CHANGES = 50


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure that somebody entered, with who and when, and its evidence."""

    measurement: Measurement
    evidence: tuple[Evidence, ...]

    @property
    def text(self) -> str:
        """The value, or the raw data that it is computed from; "" where only a note stands there."""
        row = self.measurement
        if row.numerator is not None and row.denominator is not None:
            return f"{write_decimal(row.numerator)} ÷ {write_decimal(row.denominator)}"
        return "" if row.value is None else write_decimal(row.value)


def stated_values(found: Indicator, year: int) -> tuple[Stated, ...]:
    """Every figure of the year. 2 queries."""
    rows = (
        Measurement.objects.filter(indicator=found, year=year)
        .select_related("entered_by")
        .prefetch_related(
            models.Prefetch("evidence", Evidence.objects.filter(retired_at=None).select_related("added_by"))
        )
    )
    return tuple(Stated(row, tuple(row.evidence.all())) for row in rows)


def latest_changes(agency: int, wanted: models.Q) -> models.QuerySet[Change]:
    """The last changes of an agency that are wanted, with who made them. 1 query."""
    return Change.objects.filter(wanted, agency=agency).select_related("person").order_by("-at", "-id")[:MOST_CHANGES]
