"""The money of generated records: versions of budgets, amounts with their periods, agreements that rest on them."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from saksama.kernel.budget import (
    Amount,
    BudgetVersion,
    BudgetVersionKind,
    EarlierAppropriation,
    ExpenditureStatus,
    PeriodSpending,
)
from saksama.kernel.period import Cycle, periods_of
from tests.exchange.plain_values import folded, maybe, maybe_text, money, percents, texts

_days = maybe(st.dates(date(1990, 1, 1), date(2090, 1, 1)))


@st.composite
def budget_versions(draw: st.DrawFn) -> tuple[BudgetVersion, ...]:
    """Up to four versions of the budgets of some years."""
    codes = draw(st.lists(texts(8), max_size=4, unique_by=folded))
    kinds = st.sampled_from(BudgetVersionKind)
    return tuple(
        BudgetVersion(
            code, draw(st.integers(2018, 2023)), draw(kinds), draw(_days), draw(maybe_text()), draw(maybe_text())
        )
        for code in codes
    )


@st.composite
def amounts(draw: st.DrawFn, year: int, versions: tuple[BudgetVersion, ...]) -> Amount:
    """The money of a leaf in a year."""
    before = [version.id for version in versions if version.year == year][:-1]
    named = [identifier for identifier in before if draw(st.booleans())]
    periods = draw(_periods(year))
    expenditure = draw(maybe(money()))
    if _looks_cumulative(periods, expenditure):
        expenditure = None
    return Amount(
        year,
        draw(maybe(money())),
        expenditure,
        draw(maybe(money())),
        draw(maybe(percents())),
        tuple(EarlierAppropriation(identifier, draw(money())) for identifier in named),
        periods,
    )


@st.composite
def _periods(draw: st.DrawFn, year: int) -> tuple[PeriodSpending, ...]:
    cycle = draw(st.sampled_from(Cycle))
    chosen = [period for period in periods_of(year, cycle) if draw(st.booleans())] if draw(st.booleans()) else []
    stated = [PeriodSpending(period, draw(maybe(money())), draw(maybe(percents()))) for period in chosen]
    return tuple(one for one in stated if one.expenditure is not None or one.physical is not None)


def _looks_cumulative(periods: tuple[PeriodSpending, ...], expenditure: Decimal | None) -> bool:
    """Whether the last of a year's periods is the whole year's, which a reader refuses."""
    return bool(periods) and periods[-1].expenditure == expenditure


@st.composite
def expenditure_statuses(draw: st.DrawFn) -> tuple[ExpenditureStatus, ...]:
    """Up to when the expenditure of some years is counted."""
    stated = sorted(draw(st.sets(st.integers(2019, 2023), max_size=2)))
    every = [ExpenditureStatus(year, draw(_days), draw(maybe(st.booleans()))) for year in stated]
    return tuple(status for status in every if status != ExpenditureStatus(status.year))
