"""Rows → how an indicator is measured: from which raw data, when, and what happened to it."""

from collections.abc import Sequence
from decimal import Decimal

from saksama.exchange.intake.rows import Codes, FilledRow
from saksama.exchange.intake.units import plain
from saksama.exchange.problem import Problems
from saksama.kernel.indicator import Continuity, IndicatorChange, RawCalculation
from saksama.kernel.period import Consolidation, Cycle, Schedule
from saksama.language.messages import _

_DEFAULT_FACTOR = Decimal(100)


def raw_calculation(definition: FilledRow, problems: Problems) -> RawCalculation | None:
    """How the actual follows from raw data; `None` where they have no names."""
    numerator, denominator = definition.text("raw_numerator"), definition.text("raw_denominator")
    if not numerator and not denominator:
        return None
    for name in ("raw_numerator", "raw_denominator"):
        definition.required_text(name, problems)
    factor = plain(definition.entries.get("raw_factor"), problems)
    return RawCalculation(numerator, denominator, _DEFAULT_FACTOR if factor is None else factor)


def schedule(definition: FilledRow) -> Schedule:
    """When it is measured; what is not stated is as usual."""
    usual = Schedule()
    cycle, consolidation = definition.text("cycle"), definition.text("consolidation")
    month = definition.text("measured_in")
    return Schedule(
        Cycle(cycle) if cycle else usual.cycle,
        definition.text("is_cumulative") == "yes",
        Consolidation(consolidation) if consolidation else usual.consolidation,
        int(month) if month else None,
    )


def changes_of(rows: Sequence[FilledRow], codes: Codes, where: str, problems: Problems) -> tuple[IndicatorChange, ...]:
    """What happened to an indicator, in the order of its rows."""
    found: list[IndicatorChange] = []
    for row in rows:
        year, continuity = row.required_whole("year", problems), row.required_text("continuity", problems)
        previous = row.entries.get("previous")
        code = codes.resolve(previous, where, problems) if previous else ""
        if code and code == row.text("indicator"):
            said = _("indikator yang menggantikan dirinya sendiri")
            remedy = _("Kosongkan, atau tulis kode indikator yang lama")
            problems.error(row.at("previous"), said, _("kode indikator lain"), remedy)
        if year is not None and continuity:
            found.append(IndicatorChange(year, Continuity(continuity), code, row.text("note")))
    return tuple(found)
