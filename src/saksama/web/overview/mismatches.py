"""Money without result, result without money, and targets that became easier: what a leader asks an agency about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from saksama.compose.doubts import Easier, easier_targets
from saksama.kernel.budget import BudgetNode
from saksama.kernel.evaluation import Result
from saksama.kernel.period import Period
from saksama.kernel.periods_money import node_money
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.rounding import write_rupiah
from saksama.kernel.spending import objective_subjects, serving_nodes
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
    return (*_unlinked(record, period), *found, *_easier(record, period.year))


def restored(content: Mapping[str, object]) -> Mismatch:
    """A mismatch as it was kept."""
    return Mismatch(**{**content, "values": tuple(content["values"])})  # type: ignore[arg-type]


def _unlinked(record: PerformanceRecord, period: Period) -> Iterator[Mismatch]:
    """Programmes with money of which no part serves anything. Where nothing is linked at all, nothing is said."""
    serving = {support.node for support in record.supports}
    for programme in record.programmes if serving else ():
        given = node_money(programme, period).appropriation.value
        if isinstance(given, Fraction) and given > 0 and not _parts(programme) & serving:
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
    money = [node_money(node, period) for node, _share in serving_nodes(record, objective_subjects(objective))]
    may_have_money = any(_is_unknown_or_some(one.appropriation) for one in money)
    is_spent = any(isinstance(one.to_date.value, Fraction) and one.to_date.value > 0 for one in money)
    if record.supports and not may_have_money:
        yield Mismatch(WITHOUT_MONEY, "unfunded", objective.id, objective.name, (str(reached), str(len(own))))
    if is_spent and unreported:
        yield Mismatch(WITHOUT_RESULT, "unreported", objective.id, objective.name, (str(unreported), str(len(own))))
    elif is_spent and not reached:
        yield Mismatch(WITHOUT_RESULT, "unreached", objective.id, objective.name, (str(len(own)),))


def _is_unknown_or_some(money: Result) -> bool:
    return isinstance(money.value, Uncomputable) or money.value > 0


def _easier(record: PerformanceRecord, year: int) -> Iterator[Mismatch]:
    for indicator in record.plan.indicators():
        if indicator.is_used(year):
            for one in easier_targets(record, indicator, year):
                values = (str(one.target_year), one.target, str(one.year), one.value)
                yield Mismatch(EASIER, one.against, indicator.id, indicator.name, values)
