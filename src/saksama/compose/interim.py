"""The figures of a period as text: what was promised, reached and spent in it and to its end, or why there is none.

What is missing is never shown as a number: what is not due yet, not reported and not released each have their words.
"""

from calendar import monthrange
from datetime import date
from fractions import Fraction

from saksama.compose.ledger import GAP, Ledger, gap
from saksama.compose.values import actual_text, bounds_text
from saksama.documents.document import Text
from saksama.kernel.budget import BudgetNode
from saksama.kernel.evaluation import Result
from saksama.kernel.explanation import Input
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.interim import (
    Promise,
    achieved_in,
    achieved_to_date,
    is_year_end,
    progress_in_year,
    promised_in,
    promised_to_date,
    reached_in,
    reached_to_date,
)
from saksama.kernel.period import Consolidation, Period
from saksama.kernel.periods import period_key, period_title
from saksama.kernel.periods_money import PeriodMoney, node_money, physical_progress, total_money
from saksama.kernel.quantity import Reason, Uncomputable
from saksama.kernel.rounding import write_number

NOT_REPORTED = "belum dilaporkan"
NOT_DUE = "belum waktunya diukur"
_WORDS = {
    Reason.NOT_DUE: NOT_DUE,
    Reason.NOT_RELEASED: "belum dirilis",
    Reason.NOT_APPLICABLE: "tidak berlaku",
}
_UNREPORTED = {Reason.NO_ACTUAL, Reason.NO_EXPENDITURE}
_UNFILLED = {Reason.NO_TARGET, Reason.NO_APPROPRIATION, Reason.NO_PROGRAMME}


def full_title(period: Period) -> str:
    """The period as a title has it: "Triwulan III Tahun 2025"."""
    short = period_title(period).removesuffix(str(period.year)).strip()
    return f"{short.replace('TW', 'Triwulan')} Tahun {period.year}".strip()


def why_none(missing: Uncomputable) -> Text:
    """Why there is no figure, as a table prints it."""
    if missing.reason in _UNREPORTED:
        return gap(NOT_REPORTED)
    if missing.reason in _UNFILLED:
        return gap(GAP)
    return Text(_WORDS.get(missing.reason, "belum dapat dihitung"), italic=True)


def in_force(ledger: Ledger, indicator: PerformanceIndicator, found: Input, identifier: str) -> Text:
    """A value of an indicator that was reported, or why there is none."""
    if isinstance(found.value, Uncomputable):
        return why_none(found.value)
    text = actual_text(ledger.record, indicator, found)
    return ledger.stated(identifier, text, indicator, origin=found.origin, place=found.place)


def promised(ledger: Ledger, indicator: PerformanceIndicator, promise: Promise, identifier: str) -> Text:
    """A target, or why there is none."""
    if isinstance(promise.high, Uncomputable):
        return why_none(promise.high)
    if isinstance(promise.low, Uncomputable):
        return why_none(promise.low)
    if promise.stated:
        text = bounds_text(ledger.record, indicator, *promise.stated)
    else:
        text = _summed(indicator, promise.low, promise.high)
    return ledger.stated(identifier, text, indicator, origin=promise.origin, place=promise.place)


def _summed(indicator: PerformanceIndicator, low: Fraction, high: Fraction) -> str:
    is_average = indicator.schedule.consolidation is Consolidation.AVERAGE
    above, below = (
        write_number(value, indicator.decimals if is_average else _decimals(value, indicator.decimals))
        for value in (high, low)
    )
    return above if low == high else f"{below}–{above}"


def _decimals(value: Fraction, most: int) -> int:
    """None for a whole number: 35 documents, not 35,00."""
    return 0 if value.denominator == 1 else most


def last_day(period: Period) -> date:
    """The last day of a period."""
    return date(period.year, period.last_month, monthrange(period.year, period.last_month)[1])


class Interim:
    """The figures of one period, each under the id of its explanation."""

    def __init__(self, ledger: Ledger, period: Period) -> None:
        self.ledger = ledger
        self.period = period
        self.title = period_title(period)
        self.short_title = self.title.removesuffix(f" {period.year}")
        self._money: dict[str, PeriodMoney] = {}

    def reached_in(self, indicator: PerformanceIndicator) -> Input:
        """What was measured in the period."""
        return reached_in(indicator, self.period)

    def achieved_in(self, indicator: PerformanceIndicator) -> Result:
        """The achievement of the period."""
        result = achieved_in(self.ledger.record, indicator, self.period)
        return self.ledger.remember(result, f"Capaian {self.title}: {indicator.name}")

    def achieved_to_date(self, indicator: PerformanceIndicator) -> Result:
        """The achievement from the year's start; at the end of the year that of the year."""
        result = achieved_to_date(self.ledger.record, indicator, self.period)
        to_date = str(self.period.year) if is_year_end(self.period) else f"s.d. {self.title}"
        return self.ledger.remember(result, f"Capaian {to_date}: {indicator.name}")

    def progress_in_year(self, indicator: PerformanceIndicator) -> Result:
        """How far the year's target has been reached, which is no achievement before the year's end."""
        result = progress_in_year(self.ledger.record, indicator, self.period)
        return self.ledger.remember(result, f"Kemajuan menuju target {self.period.year}: {indicator.name}")

    def target_in_text(self, indicator: PerformanceIndicator) -> Text:
        """The target of the period."""
        found = promised_in(self.ledger.record, indicator, self.period)
        return promised(self.ledger, indicator, found, self._id("target-tw", indicator))

    def target_to_date_text(self, indicator: PerformanceIndicator) -> Text:
        """The target from the year's start."""
        found = promised_to_date(self.ledger.record, indicator, self.period)
        return promised(self.ledger, indicator, found, self._id("target-sd-tw", indicator))

    def actual_in_text(self, indicator: PerformanceIndicator) -> Text:
        """What was measured in the period."""
        found = self.reached_in(indicator)
        return in_force(self.ledger, indicator, found, self._id("realisasi-tw", indicator))

    def actual_to_date_text(self, indicator: PerformanceIndicator) -> Text:
        """What was reached from the year's start."""
        found = reached_to_date(indicator, self.period)
        return in_force(self.ledger, indicator, found, self._id("realisasi-sd-tw", indicator))

    def money(self, node: BudgetNode) -> PeriodMoney:
        """The money of a node."""
        if node.id not in self._money:
            self._money[node.id] = self._kept(node_money(node, self.period), node.name)
        return self._money[node.id]

    def total(self) -> PeriodMoney:
        """The money of all programmes."""
        return self._kept(total_money(self.ledger.record, self.period), "seluruh program")

    def percent(self, result: Result) -> Text:
        """A percentage for a column whose heading has the sign; "–" where its parts already say why there is none."""
        return self.ledger.plain(result, blank="–")

    def rupiah(self, result: Result, *, is_total: bool = False) -> Text:
        """An amount for a column of rupiah, or why there is none; a total may lack only some of its parts."""
        if is_total and isinstance(result.value, Uncomputable) and result.value.reason is Reason.NO_EXPENDITURE:
            return gap("belum lengkap")
        return why_none(result.value) if isinstance(result.value, Uncomputable) else self.ledger.rupiah_plain(result)

    def physical(self, node: BudgetNode) -> Text:
        """The physical progress of a leaf; nothing states that of what is above it."""
        if node.children:
            return Text("")
        result = physical_progress(node, self.period)
        if isinstance(result.value, Uncomputable):
            return why_none(result.value)
        self.ledger.remember(result, f"Realisasi fisik s.d. {self.title}: {node.name}")
        return Text(write_number(result.value, _decimals(result.value, 2)), explanation=result.explanation.id)

    def _kept(self, money: PeriodMoney, name: str) -> PeriodMoney:
        for result, title in (
            (money.appropriation, f"Pagu {self.period.year}"),
            (money.in_period, f"Realisasi anggaran {self.title}"),
            (money.to_date, f"Realisasi anggaran s.d. {self.title}"),
            (money.absorption, f"Serapan anggaran s.d. {self.title}"),
        ):
            self.ledger.remember(result, f"{title}: {name}")
        return money

    def _id(self, measure: str, indicator: PerformanceIndicator) -> str:
        return f"{measure}/{indicator.id}/{period_key(self.period)}"
