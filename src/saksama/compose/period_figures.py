"""Every computed figure of a period, by the id that a document gives it."""

import re
from collections.abc import Iterator

from saksama.compose.computed_figure import ComputedFigure
from saksama.kernel.interim import achieved_in, achieved_to_date
from saksama.kernel.period import Cycle, InvalidPeriodError, Period
from saksama.kernel.periods import period_key
from saksama.kernel.periods_money import PeriodMoney, node_money, physical_progress, total_money
from saksama.kernel.record import PerformanceRecord

_KEY = re.compile(r"([0-9]{4})-([a-z]+)-([0-9]{1,2})")


def period_in(identifier: str) -> Period | None:
    """The period that the id of a figure ends with ("capaian-tw/IK1/2025-quarter-3"); `None` where it is of none."""
    found = _KEY.fullmatch(identifier.rpartition("/")[2])
    try:
        return Period(int(found[1]), int(found[3]), Cycle(found[2])) if found else None
    except (InvalidPeriodError, ValueError):
        return None


def stated_periods(record: PerformanceRecord, year: int) -> list[Period]:
    """The periods of a year of which the record says anything."""
    indicators = tuple(record.indicators())
    targets = {one.period for indicator in indicators for one in indicator.period_targets}
    actuals = {one.period for indicator in indicators for one in indicator.period_actuals}
    money = {one.period for node in record.nodes() for amount in node.amounts for one in amount.periods}
    return sorted((one for one in targets | actuals | money if one.year == year), key=period_key)


def period_figures(record: PerformanceRecord, period: Period, about: str = "") -> Iterator[ComputedFigure]:
    """The figures of a period and from the year's start to its end, each computed when it is asked for.

    With `about`, the id of a figure, only those of what the id may name.
    """
    for indicator in record.indicators():
        if may_name(about, indicator.id):
            yield ComputedFigure(achieved_in(record, indicator, period), indicator.name)
            yield ComputedFigure(achieved_to_date(record, indicator, period), indicator.name)
    for node in record.nodes():
        if may_name(about, node.id):
            yield from _of_money(node_money(node, period), node.name)
            if not node.children:
                yield ComputedFigure(physical_progress(node, period), node.name)
    yield from _of_money(total_money(record, period), record.agency.name)


def may_name(identifier: str, key: str) -> bool:
    """Whether the id of a figure may be that of a subject; "" may be that of any."""
    return not identifier or f"/{key}/" in identifier


def _of_money(money: PeriodMoney, subject: str) -> Iterator[ComputedFigure]:
    for result in (money.in_period, money.to_date, money.absorption):
        yield ComputedFigure(result, subject)
