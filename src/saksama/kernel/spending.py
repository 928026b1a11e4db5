"""Record → results: the money of a year and how efficiently it was used, each computed by one function here."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from saksama.kernel.budget import BudgetNode, Support
from saksama.kernel.evaluation import Result, evaluate
from saksama.kernel.explanation import Input
from saksama.kernel.figures import write_decimal
from saksama.kernel.money import ABSORPTION, EFFICIENCY_GAP, EFFICIENCY_METHODS
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.quantity import Quantity, Reason, Uncomputable, exact
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.rounding import write_rupiah
from saksama.kernel.totals import DIFFERENCE, SUM


@dataclass(frozen=True, slots=True)
class Spending:
    """Appropriation and expenditure in rupiah, absorption in percent, and what was not spent in rupiah.

    The remainder is negative where more was spent than allotted.
    """

    appropriation: Result
    expenditure: Result
    absorption: Result
    remainder: Result


def spending(node: BudgetNode, year: int) -> Spending:
    """The money of a node in a year: its own, or the sum of its leaves. A leaf outside that budget is left out."""
    if not node.children:
        return _spending(node.id, year, (_leaf_inputs(node, year),))
    return _spending(node.id, year, tuple(_parts(node.children, year)))


def total_spending(record: PerformanceRecord, year: int) -> Spending:
    """The money of all programmes in a year."""
    return _spending("semua", year, tuple(_parts(record.programmes, year)))


def subject_spending(record: PerformanceRecord, subjects: tuple[str, ...], year: int) -> Spending:
    """The money of what serves the subjects (an indicator; an objective and its indicators), by its shares.

    Uncomputable where nothing serves them, where the shares of a serving node do not add to 100 %, or where a node
    above or below it serves something too, since its money would then count twice. Shared money (pagu bersama) is in
    every subject that it serves as a whole; only the total of all programmes counts it once.
    """
    name = subjects[0]
    serving = [support for support in record.supports if support.subject in subjects]
    if not serving:
        missing = Uncomputable(Reason.NO_PROGRAMME, name)
        return _spending(name, year, ((Input("", missing), Input("", missing)),))
    nodes = _serving(record, {support.node for support in serving})
    parts = [
        _shared_inputs(nodes[support.node].node, support, year, fault=nodes[support.node].fault)
        for support in serving
        if support.node in nodes and _is_budgeted(nodes[support.node].node, year)
    ]
    return _spending(name, year, tuple(parts))


def objective_subjects(objective: StrategicObjective) -> tuple[str, ...]:
    """The ids whose money is the objective's: its own and its indicators'."""
    return (objective.id, *(indicator.id for indicator in objective.indicators))


def serving_nodes(record: PerformanceRecord, subjects: tuple[str, ...]) -> tuple[tuple[BudgetNode, Decimal], ...]:
    """The nodes that serve the subjects with their shares in percent, in the order of the budget."""
    shares: dict[str, Decimal] = {}
    for support in record.supports:
        if support.subject in subjects:
            shares[support.node] = shares.get(support.node, Decimal(0)) + support.share
    return tuple((node, shares[node.id]) for node in record.nodes() if node.id in shares)


def support_faults(record: PerformanceRecord) -> dict[str, Reason]:
    """Why the money of a node cannot be divided among what it serves, by the ids of the nodes where it cannot."""
    serving = _serving(record, {support.node for support in record.supports})
    return {name: found.fault for name, found in serving.items() if found.fault}


@dataclass(frozen=True, slots=True)
class _Serving:
    node: BudgetNode
    fault: Reason | None


def _serving(record: PerformanceRecord, wanted: set[str]) -> dict[str, _Serving]:
    """The wanted nodes by id, with what is wrong with how they are linked."""
    supported = {support.node for support in record.supports}
    shared = {support.node for support in record.supports if support.is_shared}
    split = {support.node for support in record.supports if not support.is_shared}
    faulty: set[str] = set()
    sums = dict.fromkeys(wanted, Fraction(0))
    for support in record.supports:
        if support.node in wanted and not support.is_shared:
            share = exact(support.share)
            if isinstance(share, Uncomputable) or share <= 0:
                faulty.add(support.node)
            else:
                sums[support.node] += share
    found: dict[str, _Serving] = {}

    def search(nodes: tuple[BudgetNode, ...], *, is_below: bool) -> None:
        for node in nodes:
            if node.id in wanted:
                is_nested = is_below or any(below.id in supported for child in node.children for below in child.walk())
                is_incomplete = node.id not in shared and (sums[node.id] != 100 or node.id in faulty)
                fault = Reason.INCOMPLETE_SHARES if is_incomplete else None
                if node.id in shared & split:
                    fault = Reason.SHARED_AND_SPLIT
                found[node.id] = _Serving(node, Reason.NESTED_SUPPORT if is_nested else fault)
            if node.children:
                search(node.children, is_below=is_below or node.id in supported)

    search(record.programmes, is_below=False)
    return found


def _is_budgeted(node: BudgetNode, year: int) -> bool:
    return any(leaf.amount(year) is not None for leaf in node.leaves())


Pair = tuple[Input, Input]


def _leaf_inputs(node: BudgetNode, year: int) -> Pair:
    amount = node.amount(year)
    place = amount.place if amount else None

    def stated(value: Decimal | None, reason: Reason, title: str) -> Input:
        if value is None:
            return Input(node.id, Uncomputable(reason, node.name), title, place=place)
        rupiah = exact(value)
        printed = write_rupiah(rupiah) if isinstance(rupiah, Fraction) else ""
        return Input(node.id, rupiah, f"{title}: {node.name}", printed, place)

    return (
        stated(amount.appropriation if amount else None, Reason.NO_APPROPRIATION, f"Pagu {year}"),
        stated(amount.expenditure if amount else None, Reason.NO_EXPENDITURE, f"Realisasi anggaran {year}"),
    )


def _node_inputs(node: BudgetNode, year: int) -> Pair:
    if not node.children:
        return _leaf_inputs(node, year)
    budgeted = [(leaf, amount) for leaf in node.leaves() if (amount := leaf.amount(year))]

    def summed(stated: list[Decimal | None], reason: Reason, *, measure: str, title: str) -> Input:
        total = _sum_of_leaves([leaf for leaf, _amount in budgeted], stated, reason)
        printed = write_rupiah(total) if isinstance(total, Fraction) else ""
        return Input(node.id, total, f"{title} {year}: {node.name}", printed, explanation=f"{measure}/{node.id}/{year}")

    appropriations = [amount.appropriation for _leaf, amount in budgeted]
    expenditures = [amount.expenditure for _leaf, amount in budgeted]
    return (
        summed(appropriations, Reason.NO_APPROPRIATION, measure="pagu", title="Pagu"),
        summed(expenditures, Reason.NO_EXPENDITURE, measure="belanja", title="Realisasi anggaran"),
    )


def _sum_of_leaves(leaves: list[BudgetNode], stated: list[Decimal | None], reason: Reason) -> Quantity:
    """What `spending` of the node above gives, without an explanation at every level."""
    total = Fraction(0)
    for leaf, value in zip(leaves, stated, strict=True):
        part = Uncomputable(reason, leaf.name) if value is None else exact(value)
        if isinstance(part, Uncomputable):
            return part
        total += part
    return total


def _parts(nodes: tuple[BudgetNode, ...], year: int) -> Iterable[Pair]:
    return (_node_inputs(node, year) for node in nodes if _is_budgeted(node, year))


def _shared_inputs(node: BudgetNode, support: Support, year: int, *, fault: Reason | None) -> Pair:
    appropriation, expenditure = _node_inputs(node, year)

    def shared(item: Input) -> Input:
        if fault:
            return Input(item.name, Uncomputable(fault, node.name), item.origin)
        if isinstance(item.value, Uncomputable):
            return item
        if support.is_shared:
            return replace(item, origin=f"{item.origin} (pagu bersama)")
        if support.share == 100:
            return item
        value = item.value * Fraction(support.share) / 100
        origin = f"{item.origin} ({write_decimal(support.share)}%)"
        return Input(item.name, value, origin, write_rupiah(value), item.place, item.explanation)

    return shared(appropriation), shared(expenditure)


def _spending(subject: str, year: int, parts: tuple[Pair, ...]) -> Spending:
    if not parts:
        nothing = Uncomputable(Reason.NO_APPROPRIATION)
        parts = ((Input("", nothing), Input("", nothing)),)
    appropriation = _total(f"pagu/{subject}/{year}", tuple(pair[0] for pair in parts))
    expenditure = _total(f"belanja/{subject}/{year}", tuple(pair[1] for pair in parts))
    absorption = evaluate(
        ABSORPTION,
        (
            _from("expenditure", expenditure, f"Realisasi anggaran {year}", rupiah=True),
            _from("appropriation", appropriation, f"Pagu {year}", rupiah=True),
        ),
        identifier=f"serapan/{subject}/{year}",
    )
    remainder = evaluate(
        DIFFERENCE,
        (
            _from("value", appropriation, f"Pagu {year}", rupiah=True),
            _from("other", expenditure, f"Realisasi anggaran {year}", rupiah=True),
        ),
        identifier=f"sisa/{subject}/{year}",
        decimals=0,
    )
    return Spending(appropriation, expenditure, absorption, remainder)


def _total(identifier: str, inputs: tuple[Input, ...]) -> Result:
    return evaluate(SUM, inputs, identifier=identifier, decimals=0)


def _from(name: str, result: Result, origin: str, *, rupiah: bool = False) -> Input:
    value = result.value
    printed = write_rupiah(value) if rupiah and isinstance(value, Fraction) else ""
    return Input(name, value, origin, printed, explanation=result.explanation.id)


def efficiency(record: PerformanceRecord, subject: str, reached: Result, spent: Spending, *, year: int) -> Result:
    """The efficiency of a subject by the method that the agency named (percent, or points for the gap).

    `reached` is its achievement or average achievement; the PMK method takes appropriation × achievement as the cost
    that the result was expected to have.
    """
    named = record.settings.efficiency_method
    method = next((method for method in EFFICIENCY_METHODS if method.name == named), None)
    identifier = f"efisiensi/{subject}/{year}"
    if method is None:
        unknown = Uncomputable(Reason.UNKNOWN_FORMULA, named)
        return evaluate(EFFICIENCY_GAP, (Input("achievement", unknown),), identifier=identifier)
    by_name = {
        "achievement": _from("achievement", reached, f"Capaian {year}"),
        "absorption": _from("absorption", spent.absorption, f"Serapan {year}"),
        "appropriation": _from("appropriation", spent.appropriation, f"Pagu {year}", rupiah=True),
        "expenditure": _from("expenditure", spent.expenditure, f"Realisasi anggaran {year}", rupiah=True),
        "expected_cost": _expected_cost(reached, spent, year),
    }
    inputs = tuple(by_name[name] for name in method.inputs)
    return evaluate(method, inputs, identifier=identifier)


def _expected_cost(reached: Result, spent: Spending, year: int) -> Input:
    origin = f"Pagu × capaian {year}"
    if isinstance(reached.value, Uncomputable):
        return Input("expected_cost", reached.value, origin)
    if isinstance(spent.appropriation.value, Uncomputable):
        return Input("expected_cost", spent.appropriation.value, origin)
    value = spent.appropriation.value * reached.value / 100
    return Input("expected_cost", value, origin, write_rupiah(value))


class Verdict(Enum):
    """What achievement and absorption together allow to say."""

    EFFICIENT = "efficient"
    LEFT_OVER = "left-over"
    """Money is left and the target was missed: left-over budget (sisa anggaran), not efficiency (practice.md)."""
    NOT_EFFICIENT = "not-efficient"
    OVERSPENT = "overspent"
    UNKNOWN = "unknown"


def verdict(reached: Result, spent: Spending) -> Verdict:
    """Efficient only where the target was reached and the achievement is higher than the absorption (decision 0006)."""
    achieved, absorbed = reached.value, spent.absorption.value
    if isinstance(achieved, Uncomputable) or isinstance(absorbed, Uncomputable):
        return Verdict.UNKNOWN
    if absorbed > 100:
        return Verdict.OVERSPENT
    if achieved < 100:
        return Verdict.LEFT_OVER if absorbed < 100 else Verdict.NOT_EFFICIENT
    return Verdict.EFFICIENT if achieved > absorbed else Verdict.NOT_EFFICIENT
