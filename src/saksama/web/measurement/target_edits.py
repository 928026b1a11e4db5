"""Keeping a target of a year or of a period of it: closed with the figures of its quarter, with its history."""

from collections.abc import Mapping
from decimal import Decimal

from saksama.kernel.figures import write_decimal
from saksama.kernel.period import Cycle, Period
from saksama.kernel.value_scale import ValueScale
from saksama.language.messages import _
from saksama.web.measurement.entry import RefusedEntryError, number_of, quarter_of
from saksama.web.measurement.typed_numbers import UnclearNumberError, typed_number
from saksama.web.organisations.models import Person
from saksama.web.planning.models import IndicatorDefinition, Target
from saksama.web.workflow.locks import Locks
from saksama.web.workflow.recording import record_change

Bounds = tuple[Decimal, Decimal]
"""The lower and the upper bound; the same number twice where it is one."""
BOUNDS = ("low", "high")


def typed_bounds(typed: Mapping[str, str], scale: ValueScale | None = None) -> Bounds | None:
    """The bounds as they were typed ("low" may be empty), `None` for no target. Raises `UnclearNumberError`."""
    low, high = typed_number(typed.get("low", ""), scale), typed_number(typed.get("high", ""), scale)
    if high is None:
        if low is not None:
            raise UnclearNumberError(_("Isi batas atasnya."))
        return None
    if low is not None and low > high:
        raise UnclearNumberError(_("Batas bawah lebih besar daripada batas atas."))
    return (high if low is None else low), high


def rests_on(period: Period, locks: Locks, *, is_end: bool = False) -> bool:
    """Whether figures that were approved rest on the target: those of its quarter, of its year for a year's.

    What is to be reached by the end of the plan is compared with every year.
    """
    if is_end:
        return bool(locks.approved)
    if period.cycle is Cycle.YEAR:
        return any(one.year == period.year for one in locks.approved)
    return quarter_of(period) in locks.approved


def target_at(row: IndicatorDefinition, period: Period, *, is_end: bool = False) -> Target | None:
    """The target as it is in the database. 1 query."""
    return row.targets.filter(
        year=period.year, cycle=period.cycle.value, number=number_of(period), is_end=is_end
    ).first()


def keep_target(
    row: IndicatorDefinition,
    period: Period,
    bounds: Bounds | None,
    *,
    locks: Locks,
    person: Person,
    reason: str,
    is_end: bool = False,
) -> bool:
    """Keep the target; `None` takes it away. The figures of the agency are held. Returns whether it changed.

    `is_end`: what is to be reached by the end of the plan, which belongs to no year and closes with none.

    Raises `RefusedEntryError` where it is closed, or where approved figures rest on it and no reason was written.
    """
    found = target_at(row, period, is_end=is_end)
    old = bounds_words((found.low, found.high) if found else None)
    new = bounds_words(bounds)
    if old == new:
        return False
    if not is_end and (words := locks.reason(quarter_of(period))):
        raise RefusedEntryError(words)
    is_revision = rests_on(period, locks, is_end=is_end)
    if is_revision and not reason:
        raise RefusedEntryError(
            _("Angka yang sudah disetujui dihitung dengan target ini. Tulis alasan perubahannya, lalu simpan lagi.")
        )
    if bounds is None:
        if found:
            found.delete()
    elif found:
        found.low, found.high = bounds
        found.save()
    else:
        Target.objects.create(
            definition=row,
            year=period.year,
            cycle=period.cycle.value,
            number=number_of(period),
            is_end=is_end,
            low=bounds[0],
            high=bounds[1],
        )
    when = f"{period.year}"
    if period.cycle is not Cycle.YEAR:
        when = f"{period.year} {period.cycle.value} {period.number}"
    record_change(
        row.indicator.plan.agency,
        person,
        f"indicator:{row.indicator.key}",
        f"{'end_target' if is_end else 'target'} {when}",
        old=old or None,
        new=new or None,
        reason=reason,
        is_revision=is_revision,
    )
    return True


def bounds_words(bounds: Bounds | None) -> str:
    """The bounds as the history keeps them."""
    if bounds is None:
        return ""
    low, high = bounds
    return write_decimal(high) if str(low) == str(high) else f"{write_decimal(low)}–{write_decimal(high)}"
