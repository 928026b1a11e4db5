"""Computed cells that somebody typed a number over: what stands there and what is computed."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from saksama.exchange.intake.rows import Entry, FilledRow
from saksama.exchange.problem import Problems
from saksama.exchange.rows.record import rows_of
from saksama.exchange.rows.row import Row, Value
from saksama.kernel.figures import write_decimal
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.rounding import write_number
from saksama.language.messages import _

_IDENTIFYING: Mapping[str, tuple[str, ...]] = {
    "outputs": ("id",),
    "budget": ("id",),
    "actuals": ("indicator", "year"),
    "period_actuals": ("indicator", "year", "period"),
    "supports": ("node", "subject"),
    "surveys": ("id",),
}
"""What tells a row, on each sheet with computed numbers."""


def note_overwritten(record: PerformanceRecord, rows: Mapping[str, Sequence[FilledRow]], problems: Problems) -> None:
    """Note every typed number that differs from the computed one. The computed one is used."""
    touched = {sheet: [row for row in rows[sheet] if row.overwritten] for sheet in _IDENTIFYING}
    if not any(touched.values()):
        return
    computed = rows_of(record)
    for sheet, found in touched.items():
        names = _IDENTIFYING[sheet]
        by_name = {tuple(row.get(name) for name in names): row for row in computed[sheet]}
        for row in found:
            entries = [row.entries.get(name) for name in names]
            own = by_name.get(tuple(entry.value if entry else None for entry in entries), {})
            _compare(row, own, problems)


def _compare(row: FilledRow, computed: Row, problems: Problems) -> None:
    for key, entry in row.overwritten.items():
        value = computed.get(key)
        if _is_same(entry, value):
            continue
        stated = _written(entry.value)
        if value is None:
            found = _("{stated} yang diketik di sel berumus").format(stated=stated)
            problems.note(entry.place, found, "", _("Isi itu tidak dipakai; kembalikan rumusnya"))
            continue
        found = _("{stated} yang diketik di sel berumus, sedangkan hitungannya {computed}").format(
            stated=stated, computed=_written(value)
        )
        problems.note(entry.place, found, "", _("Hasil hitungan yang dipakai; perbaiki isian asalnya bila keliru"))


def _is_same(entry: Entry, value: Value | None) -> bool:
    """Whether what was typed is what is computed; of a number, as far as its decimals go."""
    if isinstance(entry.value, str):
        return entry.value == value
    if not isinstance(value, int | Decimal | Fraction) or not isinstance(entry.value, Decimal):
        return False
    exponent = entry.value.as_tuple().exponent
    half = Fraction(1, 2 * 10 ** max(0, -exponent)) if isinstance(exponent, int) else Fraction(1, 2)
    return abs(Fraction(entry.value) - Fraction(value)) <= half


def _written(value: Value) -> str:
    if isinstance(value, int | Fraction):
        return write_number(Fraction(value), 0 if Fraction(value).denominator == 1 else 2)
    return write_decimal(value) if isinstance(value, Decimal) else str(value)
