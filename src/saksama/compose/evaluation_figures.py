"""The figures of the evaluation table (columns 5 to 15) as text, of an indicator (K) and of a node's money (Rp)."""

from dataclasses import replace
from fractions import Fraction

from saksama.compose.interim import Interim, in_force, promised
from saksama.compose.ledger import Ledger, gap
from saksama.documents.document import Content, Text
from saksama.kernel.budget import BudgetNode
from saksama.kernel.evaluation import Result
from saksama.kernel.explanation import Input
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.interim import is_year_end, reached_to_date
from saksama.kernel.period import Cycle, Period
from saksama.kernel.periods import period_key, period_title
from saksama.kernel.plan_evaluation import (
    plan_absorption,
    plan_level,
    plan_promise,
    planned_money,
    reached_before,
    reached_in_plan,
    spent_before,
    spent_in_plan,
)
from saksama.kernel.quantity import Reason, Uncomputable
from saksama.kernel.rounding import write_number

QUARTERS = range(1, 5)
_NOTHING = Text("–")


def contents(*figures: Text | Content) -> tuple[Content, ...]:
    """The content of a cell for each figure."""
    return tuple((figure,) if isinstance(figure, Text) else figure for figure in figures)


class Evaluation:
    """The figures to the end of a quarter; later quarters are empty."""

    def __init__(self, ledger: Ledger, period: Period) -> None:
        self.ledger = ledger
        self.period = period
        self.to_date = Interim(ledger, period)
        self.title = period_title(period)
        self._quarters = [Interim(ledger, Period(period.year, n, Cycle.QUARTER)) for n in QUARTERS]

    @property
    def is_first_year(self) -> bool:
        """Whether nothing of the plan came before."""
        return self.period.year == self.ledger.record.plan.first_year

    def year_level(self, indicator: PerformanceIndicator) -> Result:
        """Column 13 of an indicator: against the target to date, which at the end of the year is that of the year."""
        return self.to_date.achieved_to_date(indicator)

    def plan_level(self, indicator: PerformanceIndicator) -> Result:
        """Column 15 of an indicator."""
        title = f"Tingkat capaian Renstra s.d. {self.title}: {indicator.name}"
        return self.ledger.remember(plan_level(self.ledger.record, indicator, self.period), title)

    def of_indicator(self, indicator: PerformanceIndicator) -> tuple[Content, ...]:
        """Columns 5 to 15 of an indicator."""
        ledger, record, year = self.ledger, self.ledger.record, self.period.year
        before = reached_before(record, indicator, year)
        planned = plan_promise(record, indicator)
        to_date = reached_to_date(indicator, self.period)
        in_plan = reached_in_plan(record, indicator, self.period)
        return contents(
            promised(ledger, indicator, planned, f"target-renstra/{indicator.id}"),
            _NOTHING if self.is_first_year else self._reached(indicator, before, f"sebelum/{indicator.id}/{year}"),
            self._target(indicator),
            *(self._quarter(interim, indicator) for interim in self._quarters),
            self._reached(indicator, to_date, f"realisasi-sd-tw/{indicator.id}/{period_key(self.period)}"),
            ledger.plain(self.year_level(indicator), blank="–"),
            self._reached(indicator, in_plan, f"realisasi-renstra/{indicator.id}/{period_key(self.period)}"),
            ledger.plain(self.plan_level(indicator), blank="–"),
        )

    def of_money(self, node: BudgetNode) -> tuple[Content, ...]:
        """Columns 5 to 15 of a node's money."""
        record, name = self.ledger.record, node.name
        money = self.to_date.money(node)
        planned, before = planned_money(record, node), spent_before(record, node, self.period.year)
        spent, level = (of(record, node, self.period, money) for of in (spent_in_plan, plan_absorption))
        for result, title in (
            (planned, "Pagu Renstra"),
            (before, f"Realisasi anggaran s.d. {self.period.year - 1}"),
            (spent, f"Realisasi anggaran Renstra s.d. {self.title}"),
            (level, f"Serapan anggaran Renstra s.d. {self.title}"),
        ):
            self.ledger.remember(result, f"{title}: {name}")
        is_total = bool(node.children)
        return contents(
            self._rupiah(planned, is_total=is_total),
            _NOTHING if self.is_first_year else self._rupiah(before, is_total=is_total),
            self._rupiah(money.appropriation, is_total=is_total),
            *(self._spent(interim, node) for interim in self._quarters),
            self._rupiah(money.to_date, is_total=is_total),
            self.ledger.plain(money.absorption, blank="–"),
            self._rupiah(spent, is_total=is_total),
            self.ledger.plain(level, blank="–"),
        )

    def _target(self, indicator: PerformanceIndicator) -> Content:
        """The year's target, and before its end that to date, which column 13 measures against."""
        whole = self.ledger.target(indicator, self.period.year)
        if is_year_end(self.period) or whole.gap:
            return (whole,)
        return (whole, Text(f"\ns.d. {self.to_date.short_title}: "), self.to_date.target_to_date_text(indicator))

    def _reached(self, indicator: PerformanceIndicator, found: Input, identifier: str) -> Text:
        """A value as it was stated; a sum of whole numbers stays one: 6, not 6,00."""
        value = found.value
        if isinstance(value, Fraction) and value.denominator == 1 and not found.printed:
            found = replace(found, printed=write_number(value, 0))
        return in_force(self.ledger, indicator, found, identifier)

    def _rupiah(self, result: Result, *, is_total: bool) -> Text:
        value = result.value
        if is_total and isinstance(value, Uncomputable) and value.reason is Reason.NO_APPROPRIATION:
            return gap("belum lengkap")
        return self.to_date.rupiah(result, is_total=is_total)

    def _quarter(self, interim: Interim, indicator: PerformanceIndicator) -> Text:
        if interim.period.number > self.period.number:
            return _NOTHING
        found = interim.reached_in(indicator)
        if isinstance(found.value, Uncomputable) and found.value.reason is Reason.NOT_DUE:
            return _NOTHING
        return self._reached(indicator, found, f"realisasi-tw/{indicator.id}/{period_key(interim.period)}")

    def _spent(self, interim: Interim, node: BudgetNode) -> Text:
        if interim.period.number > self.period.number:
            return _NOTHING
        return interim.rupiah(interim.money(node).in_period, is_total=bool(node.children))
