"""What a figure rests on in the database: who entered its inputs, when, with what evidence, and what was changed."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models

from saksama.compose.period_figures import period_in
from saksama.kernel.figures import write_decimal
from saksama.kernel.period import Cycle, Period
from saksama.web.fact_words import fact_words
from saksama.web.measurement.models import Amount, Measurement
from saksama.web.overview.figure_ids import FigureId
from saksama.web.overview.stated_values import Stated, latest_changes, stated_values
from saksama.web.planning.indicator_rows import WHOLE_YEAR
from saksama.web.planning.models import Indicator, PlanVersion
from saksama.web.workflow.models import Change

_PROMISES = ("target", "akhir", "awal")


@dataclass(frozen=True, slots=True)
class Origin:
    """The inputs of a figure as they were entered. `indicator` is the number of its page, where it is of one."""

    indicator: int | None
    stated: tuple[Stated, ...]
    money: tuple[tuple[str, str], ...]
    changes: tuple[Change, ...]
    names_document: bool
    """Whether the plan stands behind it: whose version, reason and legal basis are then shown."""


def origin_of(figure: FigureId, version: PlanVersion, year: int) -> Origin:
    """What stands behind a figure. At most 5 queries."""
    indicator = Indicator.objects.filter(plan=version.plan_id, key=figure.key).first()
    agency = version.plan.agency_id
    if indicator is None:
        money, wanted = _money(figure, version, year)
        return Origin(None, (), money, tuple(latest_changes(agency, wanted)), names_document=False)
    is_promise = figure.measure.startswith(_PROMISES)
    facts = ("target", "end_target") if is_promise else ("value", "numerator", "denominator", "evidence", "target")
    entered = models.Q(subject=f"indicator:{figure.key}", fact__contains=str(year)) & _begins(facts)
    imported = models.Q(subject__startswith=f"target:{figure.key}/{year}/")
    if not is_promise:
        imported |= models.Q(subject__startswith=f"measurement:{figure.key}/{year}/")
    return Origin(
        indicator.pk,
        () if is_promise else _within(stated_values(indicator, year), figure),
        (),
        tuple(latest_changes(agency, entered | imported)),
        names_document=not figure.measure.startswith("realisasi"),
    )


def _within(every: tuple[Stated, ...], figure: FigureId) -> tuple[Stated, ...]:
    """Those that the figure of a period may rest on: of the period, or of the year to its end."""
    period = period_in(figure.whole)
    if period is None:
        return every
    first = 1 if "-sd-" in figure.measure else period.first_month

    def is_within(row: Measurement) -> bool:
        own = None if row.number == WHOLE_YEAR else Period(row.year, row.number, Cycle(row.cycle))
        return own is None or first <= own.last_month <= period.last_month

    return tuple(one for one in every if is_within(one.measurement))


def _begins(facts: Iterable[str]) -> models.Q:
    found = models.Q()
    for name in facts:
        found |= models.Q(fact__startswith=f"{name} ")
    return found


def _money(figure: FigureId, version: PlanVersion, year: int) -> tuple[tuple[tuple[str, str], ...], models.Q]:
    """The amounts of a leaf of the budget as they were entered; none for what is summed of others."""
    row = (
        Amount.objects.filter(node__plan=version.plan_id, node__key=figure.key, year=year)
        .prefetch_related("periods")
        .first()
    )
    lines: list[tuple[str, str]] = []
    if row:
        of_year = (("appropriation", row.appropriation), ("expenditure", row.expenditure))
        lines = [(fact_words(f"{name} {year}"), write_decimal(value)) for name, value in of_year if value is not None]
        lines += [
            (fact_words(f"expenditure {year} {one.cycle} {one.number}"), write_decimal(one.expenditure))
            for one in row.periods.all()
            if one.expenditure is not None
        ]
    changed = models.Q(subject=f"node:{figure.key}", fact__contains=str(year))
    for table in ("amount", "periodspending"):
        changed |= models.Q(subject=f"{table}:{figure.key}/{year}")
        changed |= models.Q(subject__startswith=f"{table}:{figure.key}/{year}/")
    return tuple(lines), changed
