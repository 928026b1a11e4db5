"""What a record reached and spent → the rows that hold it."""

from saksama.kernel.budget import BudgetNode as KernelNode
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.period import Cycle
from saksama.kernel.record import PerformanceRecord
from saksama.web.measurement.models import (
    Amount,
    Benchmark,
    BudgetVersion,
    EarlierAppropriation,
    ExpenditureStatus,
    Measurement,
    Narrative,
    PeriodSpending,
)
from saksama.web.planning.indicator_rows import WHOLE_YEAR
from saksama.web.planning.models import BudgetNode, Indicator, StrategicPlan
from saksama.web.rows import Ref, Table, Wanted


def tables(plan: StrategicPlan) -> tuple[Table, ...]:
    """The tables of this app in the order in which they need each other."""
    return (
        Table(
            Measurement,
            lambda: Measurement.objects.filter(indicator__plan=plan).select_related("indicator"),
            lambda row: (row.indicator.key, row.year, row.cycle, row.number),
        ),
        Table(
            Narrative,
            lambda: Narrative.objects.filter(indicator__plan=plan).select_related("indicator"),
            lambda row: (row.indicator.key, row.year, row.part),
        ),
        Table(
            Benchmark,
            lambda: Benchmark.objects.filter(indicator__plan=plan).select_related("indicator"),
            lambda row: (row.indicator.key, row.position),
        ),
        Table(BudgetVersion, lambda: BudgetVersion.objects.filter(plan=plan), lambda row: (row.key,)),
        Table(
            Amount,
            lambda: Amount.objects.filter(node__plan=plan).select_related("node"),
            lambda row: (row.node.key, row.year),
        ),
        Table(
            EarlierAppropriation,
            lambda: EarlierAppropriation.objects.filter(amount__node__plan=plan).select_related(
                "amount__node", "version"
            ),
            lambda row: (row.amount.node.key, row.amount.year, row.version.key),
        ),
        Table(
            PeriodSpending,
            lambda: PeriodSpending.objects.filter(amount__node__plan=plan).select_related("amount__node"),
            lambda row: (row.amount.node.key, row.amount.year, row.cycle, row.number),
        ),
        Table(ExpenditureStatus, lambda: ExpenditureStatus.objects.filter(plan=plan), lambda row: (row.year,)),
    )


def add_measured(wanted: Wanted, record: PerformanceRecord, plan: StrategicPlan) -> None:
    """Ask for every measurement, narrative, comparison and amount."""
    for indicator in record.indicators():
        _add_values(wanted, indicator)
        _add_words(wanted, indicator)
    for place, version in enumerate(record.budget_versions):
        wanted.add(
            BudgetVersion,
            (version.id,),
            plan=plan,
            key=version.id,
            position=place,
            year=version.year,
            kind=version.kind.value,
            adopted_on=version.adopted_on,
            document=version.document,
            reason=version.reason,
        )
    for node in record.nodes():
        _add_amounts(wanted, node)
    for status in record.expenditure_statuses:
        wanted.add(
            ExpenditureStatus,
            (status.year,),
            plan=plan,
            year=status.year,
            cut_off=status.cut_off,
            is_audited=status.is_audited,
        )


def _add_values(wanted: Wanted, indicator: PerformanceIndicator) -> None:
    own = Ref(Indicator, (indicator.id,))
    for actual in indicator.actuals:
        wanted.add(
            Measurement,
            (indicator.id, actual.year, Cycle.YEAR.value, WHOLE_YEAR),
            indicator=own,
            year=actual.year,
            cycle=Cycle.YEAR.value,
            number=WHOLE_YEAR,
            value=actual.value,
            numerator=actual.numerator,
            denominator=actual.denominator,
            state=actual.state.value,
            source=actual.source,
            note=actual.note,
            measured_by=actual.measured_by,
            reference_year=actual.reference_year,
            released_on=actual.released_on,
        )
    for measured in indicator.period_actuals:
        period = measured.period
        wanted.add(
            Measurement,
            (indicator.id, period.year, period.cycle.value, period.number),
            indicator=own,
            year=period.year,
            cycle=period.cycle.value,
            number=period.number,
            value=measured.value,
            numerator=measured.numerator,
            denominator=measured.denominator,
            state=measured.state.value,
            note=measured.note,
        )


def _add_words(wanted: Wanted, indicator: PerformanceIndicator) -> None:
    own = Ref(Indicator, (indicator.id,))
    for said in indicator.narratives:
        wanted.add(
            Narrative,
            (indicator.id, said.year, said.part.value),
            indicator=own,
            year=said.year,
            part=said.part.value,
            text=said.text,
            not_applicable_because=said.not_applicable_because,
        )
    for place, other in enumerate(indicator.benchmarks):
        wanted.add(
            Benchmark,
            (indicator.id, place),
            indicator=own,
            position=place,
            year=other.year,
            name=other.name,
            value=other.value,
            source=other.source,
            not_applicable_because=other.not_applicable_because,
        )


def _add_amounts(wanted: Wanted, node: KernelNode) -> None:
    for amount in node.amounts:
        own = wanted.add(
            Amount,
            (node.id, amount.year),
            node=Ref(BudgetNode, (node.id,)),
            year=amount.year,
            appropriation=amount.appropriation,
            expenditure=amount.expenditure,
            planned=amount.planned,
            physical=amount.physical,
        )
        for place, before in enumerate(amount.earlier):
            wanted.add(
                EarlierAppropriation,
                (node.id, amount.year, before.version),
                amount=own,
                version=Ref(BudgetVersion, (before.version,)),
                position=place,
                appropriation=before.appropriation,
            )
        for spent in amount.periods:
            wanted.add(
                PeriodSpending,
                (node.id, amount.year, spent.period.cycle.value, spent.period.number),
                amount=own,
                cycle=spent.period.cycle.value,
                number=spent.period.number,
                expenditure=spent.expenditure,
                physical=spent.physical,
            )
