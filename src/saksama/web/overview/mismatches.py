"""Money without result, result without money, and targets that became easier: what a leader asks an agency about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from saksama.compose.doubts import Easier, easier_targets
from saksama.kernel.budget import Amount, BudgetNode
from saksama.kernel.period import Period
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.rounding import write_rupiah
from saksama.kernel.spending import objective_subjects, serving_nodes, spending
from saksama.language.messages import _, to_say
from saksama.web.overview.summaries import IndicatorState

WITHOUT_RESULT = "without-result"
WITHOUT_MONEY = "without-money"
EASIER = "easier"
_WORDS = {
    "unlinked": to_say("pagu {0}, tetapi tidak mendukung sasaran mana pun"),
    "unreported": to_say("anggarannya sudah dipakai, tetapi {0} dari {1} indikatornya belum dilaporkan"),
    "unreached": to_say("anggarannya sudah dipakai, tetapi tidak satu pun dari {0} indikatornya mencapai target"),
    "unfunded": to_say("tidak didukung program yang beranggaran; {0} dari {1} indikatornya mencapai target"),
}


@dataclass(frozen=True, slots=True)
class Mismatch:
    """What does not fit together at an agency. `key` is that of the objective, the programme or the indicator.

    `what` is a key of the words above with `values` to fill in, or, of `EASIER`, what the target is held against with
    the other fields of `Easier`.
    """

    kind: str
    what: str
    key: str
    name: str
    values: tuple[str, ...]

    @property
    def statement(self) -> str:
        """It in words."""
        if self.kind == EASIER:
            target_year, target, year, value = self.values
            return Easier(self.what, int(target_year), target, int(year), value).statement
        return _(_WORDS[self.what]).format(*self.values)


def mismatches(record: PerformanceRecord, period: Period, states: Mapping[str, IndicatorState]) -> tuple[Mismatch, ...]:
    """What does not fit together to the end of a quarter; `states` are those of `states_of`."""
    found = [one for objective in record.plan.objectives() for one in _of_objective(record, objective, period, states)]
    return (*_unlinked(record, period.year), *found, *_easier(record, period.year))


def restored(content: Mapping[str, object]) -> Mismatch:
    """A mismatch as it was kept."""
    return Mismatch(**{**content, "values": tuple(content["values"])})  # type: ignore[arg-type]


def _unlinked(record: PerformanceRecord, year: int) -> Iterator[Mismatch]:
    """Programmes with money of which no part serves anything. Where nothing is linked at all, nothing is said."""
    serving = {support.node for support in record.supports}
    for programme in record.programmes if serving else ():
        if _parts(programme) & serving:
            continue
        given = spending(programme, year).appropriation.value
        if isinstance(given, Fraction) and given > 0:
            yield Mismatch(WITHOUT_RESULT, "unlinked", programme.id, programme.name, (write_rupiah(given),))


def _parts(node: BudgetNode) -> set[str]:
    return {node.id}.union(*(_parts(child) for child in node.children))


def _of_objective(
    record: PerformanceRecord, objective: StrategicObjective, period: Period, states: Mapping[str, IndicatorState]
) -> Iterator[Mismatch]:
    own = [states[indicator.id] for indicator in objective.indicators if indicator.id in states]
    if not own:
        return
    reached, unreported = own.count(IndicatorState.REACHED), own.count(IndicatorState.UNREPORTED)
    serving = serving_nodes(record, objective_subjects(objective))
    money = [amount for node, _share in serving for leaf in node.leaves() if (amount := leaf.amount(period.year))]
    is_spent = any(_is_spent(amount, period) for amount in money)
    may_have_money = any(amount.appropriation is None or amount.appropriation > 0 for amount in money)
    if record.supports and _is_budgeted(record, period.year) and not may_have_money:
        yield Mismatch(WITHOUT_MONEY, "unfunded", objective.id, objective.name, (str(reached), str(len(own))))
    if is_spent and unreported:
        yield Mismatch(WITHOUT_RESULT, "unreported", objective.id, objective.name, (str(unreported), str(len(own))))
    elif is_spent and not reached:
        yield Mismatch(WITHOUT_RESULT, "unreached", objective.id, objective.name, (str(len(own)),))


def _is_budgeted(record: PerformanceRecord, year: int) -> bool:
    """Whether a budget of the year is stated at all: where none is, nobody knows what has money."""
    return any(leaf.amount(year) for programme in record.programmes for leaf in programme.leaves())


def _is_spent(amount: Amount, period: Period) -> bool:
    """Whether anything was spent to the end of the period, as far as it is reported."""
    stated = [one.expenditure for one in amount.periods if one.period.last_month <= period.last_month]
    return any((one or 0) > 0 for one in (*stated, amount.expenditure if period.last_month == 12 else None))


def _easier(record: PerformanceRecord, year: int) -> Iterator[Mismatch]:
    for indicator in record.plan.indicators():
        if indicator.is_used(year):
            for one in easier_targets(record, indicator, year):
                values = (str(one.target_year), one.target, str(one.year), one.value)
                yield Mismatch(EASIER, one.against, indicator.id, indicator.name, values)
