"""Entering one measurement: checked, kept with its history, and never over what somebody else has just entered."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from saksama.kernel.indicator import Actual, PerformanceIndicator, PeriodActual
from saksama.kernel.period import Cycle, Period
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.value_scale import ValueScale
from saksama.language.messages import _
from saksama.web.measurement.models import Measurement
from saksama.web.measurement.typed_numbers import field_text, typed_number
from saksama.web.organisations.models import Person
from saksama.web.planning.indicator_rows import WHOLE_YEAR
from saksama.web.planning.models import PlanVersion
from saksama.web.planning.record_versions import count_change
from saksama.web.workflow.locks import hold_figures, locks_of
from saksama.web.workflow.recording import record_change

FIELDS = ("value", "numerator", "denominator")


class RefusedEntryError(Exception):
    """An entry that is not kept; its text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Conflict(Exception):  # noqa: N818 - it is what happened, not an error of the program
    """Somebody else has entered another value since this person saw the cell."""

    person: str
    seen: str
    values: Mapping[str, str]

    def answer(self) -> dict[str, object]:
        """What the page is told: who, what stands there now, and its mark."""
        words = _("{person} baru saja mengisi nilai lain di sini.").format(person=self.person or _("Seseorang"))
        return {"error": words, "seen": self.seen, "theirs": self.values}


def cell_mark(row: object | None, names: Collection[str]) -> str:
    """The mark of the numbers of a cell: "55/100", and "/" where none is stated or there is no row.

    Not hashed as `seen_of` does: a page has hundreds of cells.
    """
    numbers = [getattr(row, name) if row else None for name in names]
    return "/".join("" if number is None else str(number) for number in numbers)


def must_change(
    old: Mapping[str, Decimal | None], new: Mapping[str, Decimal | None], *, seen: str, theirs: Conflict
) -> bool:
    """Whether there is something to keep: 6 and 6,00 are not the same statement.

    Raises `theirs`, which has the mark of now, where somebody has entered another value since this person looked.
    """
    if all(str(old[name]) == str(new[name]) for name in new):
        return False
    if theirs.seen != seen:
        raise theirs
    return True


def enter(
    version: PlanVersion,
    record: PerformanceRecord,
    key: str,
    period: Period,
    *,
    typed: Mapping[str, str],
    seen: str,
    person: Person,
) -> Measurement:
    """Keep what was typed for a period. `seen` is the mark of what the person saw.

    The figures of the agency are held, and were before the record was read: else a number would be kept for an
    indicator that is measured in another way by now. Raises `UnclearNumberError`, `RefusedEntryError`, `Conflict`.
    """
    indicator = next((one for one in record.indicators() if one.id == key and one.is_used(period.year)), None)
    if indicator is None:
        raise RefusedEntryError(_("Indikator ini tidak ada lagi dalam rencana. Muat ulang halaman."))
    asked = ("numerator", "denominator") if indicator.raw else ("value",)
    if period.cycle is not indicator.schedule.cycle or not set(typed) <= set(asked):
        raise RefusedEntryError(_("Cara mengisi indikator ini sudah berubah. Muat ulang halaman."))
    scale = record.value_scale(indicator.value_scale) if indicator.value_scale else None
    values = {name: typed_number(text, scale) for name, text in typed.items()}
    row = _kept(version, indicator, period, values, scale=scale, seen=seen, person=person)
    count_change(version.plan_id)
    return row


def check_open(agency: int, period: Period) -> None:
    """Hold the figures of an agency. Raises `RefusedEntryError` where those of the period are locked."""
    hold_figures(agency)
    if reason := locks_of(agency, [period.year]).reason(quarter_of(period)):
        raise RefusedEntryError(reason)


def _kept(
    version: PlanVersion,
    indicator: PerformanceIndicator,
    period: Period,
    values: Mapping[str, Decimal | None],
    *,
    scale: ValueScale | None,
    seen: str,
    person: Person,
) -> Measurement:
    place = {
        "indicator": version.plan.indicators.get(key=indicator.id),
        "year": period.year,
        "cycle": period.cycle.value,
        "number": number_of(period),
    }
    row = Measurement.objects.select_related("entered_by").filter(**place).first() or Measurement(**place)
    old = {name: getattr(row, name) for name in values}
    who = row.entered_by.name if row.entered_by else ""
    theirs = Conflict(who, cell_mark(row, FIELDS), shown_values(row, scale))
    if not must_change(old, values, seen=seen, theirs=theirs):
        return row
    for name, value in values.items():
        setattr(row, name, value)
    row.entered_by = person
    row.save()
    _record(version, indicator, period, old=old, new=values, person=person)
    return row


def number_of(period: Period) -> int:
    """The number of a period's row: that of the year itself is 0."""
    return WHOLE_YEAR if period.cycle is Cycle.YEAR else period.number


def shown_values(row: Measurement | Actual | PeriodActual, scale: ValueScale | None) -> dict[str, str]:
    """The numbers of a measurement as they are typed, and words where a value is exactly that of a word."""
    words = {level.value: level.word for level in scale.levels} if scale else {}
    numbers = {name: getattr(row, name) for name in FIELDS}
    return {name: words.get(value, field_text(value)) for name, value in numbers.items()}


def _record(
    version: PlanVersion,
    indicator: PerformanceIndicator,
    period: Period,
    *,
    old: Mapping[str, Decimal | None],
    new: Mapping[str, Decimal | None],
    person: Person,
) -> None:
    for name, value in new.items():
        before = old[name]
        if str(before) != str(value):
            fact = f"{name} {period.year} {period.cycle.value} {period.number}"
            record_change(version.plan.agency, person, f"indicator:{indicator.id}", fact, old=before, new=value)


def quarter_of(period: Period) -> Period:
    """The quarter in which a period ends: figures are submitted by quarters."""
    return Period(period.year, (period.last_month + 2) // 3, Cycle.QUARTER)
