"""What is shown of an agency among many, and of all together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from saksama.kernel.evaluation import Result, evaluate
from saksama.kernel.explanation import Input
from saksama.kernel.interim import achieved_to_date
from saksama.kernel.money import ABSORPTION
from saksama.kernel.period import Period
from saksama.kernel.periods_money import total_money
from saksama.kernel.quantity import Reason, Uncomputable
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.rounding import ending_decimal, write_number, write_rupiah
from saksama.language.messages import _


class IndicatorState(StrEnum):
    """How an indicator stands that should have a value by now."""

    REACHED = "reached"
    MISSED = "missed"
    UNREPORTED = "unreported"
    UNCOMPUTABLE = "uncomputable"


@dataclass(frozen=True, slots=True)
class AgencySummary:
    """An agency to the end of a quarter.

    `due` indicators should have a value by then, `reported` have one, `reached` of these met their target. Absorption
    is written with two decimals; money are rupiah as plain decimals. `None` where no number follows.
    """

    due: int
    reported: int
    reached: int
    unreported: tuple[str, ...]
    absorption: str | None
    appropriation: str | None
    expenditure: str | None

    @property
    def is_complete(self) -> bool:
        """Whether everything that is due was reported."""
        return self.reported == self.due

    @property
    def has_money(self) -> bool:
        """Whether both the budget and what was spent of it are known."""
        return self.appropriation is not None and self.expenditure is not None


def states_of(record: PerformanceRecord, period: Period) -> dict[str, IndicatorState]:
    """The state of every indicator that is due to the end of a quarter, by its id."""
    found = {}
    for objective in record.plan.objectives():
        for indicator in objective.indicators:
            if not indicator.is_used(period.year):
                continue
            value = achieved_to_date(record, indicator, period).capped
            if not isinstance(value, Uncomputable):
                found[indicator.id] = IndicatorState.REACHED if value >= 100 else IndicatorState.MISSED
            elif value.reason is Reason.NO_ACTUAL:
                found[indicator.id] = IndicatorState.UNREPORTED
            elif value.reason not in {Reason.NOT_DUE, Reason.NOT_APPLICABLE}:
                found[indicator.id] = IndicatorState.UNCOMPUTABLE
    return found


def summarised(record: PerformanceRecord, period: Period, states: Mapping[str, IndicatorState]) -> AgencySummary:
    """The summary of a record to the end of a quarter; `states` are those of `states_of`."""
    every = list(states.values())
    money = total_money(record, period)
    return AgencySummary(
        due=len(every),
        reported=len(every) - every.count(IndicatorState.UNREPORTED),
        reached=every.count(IndicatorState.REACHED),
        unreported=tuple(one.name for one in record.indicators() if states.get(one.id) is IndicatorState.UNREPORTED),
        absorption=_percent(money.absorption.value),
        appropriation=_plain(money.appropriation.value),
        expenditure=_plain(money.to_date.value),
    )


def _percent(value: Fraction | Uncomputable) -> str | None:
    return None if isinstance(value, Uncomputable) else write_number(value)


def _plain(value: Fraction | Uncomputable) -> str | None:
    return None if isinstance(value, Uncomputable) else f"{ending_decimal(value):f}"


@dataclass(frozen=True, slots=True)
class GovernmentSummary:
    """All agencies together. The money is that of the agencies whose expenditure is known; `without_money` are not."""

    agencies: int
    complete: int
    due: int
    reported: int
    reached: int
    absorption: Result | None
    appropriation: str | None
    expenditure: str | None
    without_money: int

    @property
    def missing(self) -> int:
        """How many indicators are due and not reported."""
        return self.due - self.reported


def together(found: Iterable[AgencySummary]) -> GovernmentSummary:
    """The sum of agencies. What is not known lowers nothing: it is counted and said."""
    every = list(found)
    known = [one for one in every if one.has_money]
    appropriation = sum((Fraction(one.appropriation or 0) for one in known), Fraction(0))
    expenditure = sum((Fraction(one.expenditure or 0) for one in known), Fraction(0))
    spent = _("Realisasi anggaran, jumlah {count} perangkat daerah").format(count=len(known))
    given = _("Pagu, jumlah {count} perangkat daerah").format(count=len(known))
    inputs = (Input("expenditure", expenditure, spent), Input("appropriation", appropriation, given))
    return GovernmentSummary(
        agencies=len(every),
        complete=sum(one.is_complete for one in every),
        due=sum(one.due for one in every),
        reported=sum(one.reported for one in every),
        reached=sum(one.reached for one in every),
        absorption=evaluate(ABSORPTION, inputs) if known else None,
        appropriation=write_rupiah(appropriation) if known else None,
        expenditure=write_rupiah(expenditure) if known else None,
        without_money=len(every) - len(known),
    )
