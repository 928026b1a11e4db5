"""Record and export → the record with the year's money filled, and everything that changed or found no partner."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from saksama.exchange.spending_export.codes import level_of, parent_of
from saksama.exchange.spending_export.matching import KINDS, Matching, Unmatched, match_nodes, nomenclature
from saksama.exchange.spending_export.nodes import MEASURES, ExportNode
from saksama.exchange.spending_export.proper_names import proper_name
from saksama.kernel.budget import Amount, BudgetNode
from saksama.kernel.provenance import Place
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _
from saksama.understanding.names import canonical


@dataclass(frozen=True, slots=True)
class Change:
    """What a field of a node was and becomes: "code", "appropriation" or "expenditure"; `None` is not stated."""

    node: BudgetNode
    measure: str
    before: Decimal | str | None
    after: Decimal | str
    place: Place

    @property
    def overwrites(self) -> bool:
        """Whether something stood there before."""
        return self.before not in (None, "")


@dataclass(frozen=True, slots=True)
class Missing:
    """A node of the record that the export does not fill, and why."""

    node: BudgetNode
    reason: str


@dataclass(frozen=True, slots=True)
class Filling:
    """The filled record, and what it took: changes, new nodes, equal amounts, what has no partner, other names."""

    record: PerformanceRecord
    changes: tuple[Change, ...]
    added: tuple[ExportNode, ...]
    equal: int
    matched: int
    matched_by_name: tuple[tuple[ExportNode, BudgetNode], ...]
    rolled_up: tuple[tuple[ExportNode, BudgetNode], ...]
    unmatched: tuple[Unmatched, ...]
    missing: tuple[Missing, ...]
    renamed: tuple[tuple[ExportNode, BudgetNode], ...]
    cut_off: tuple[date | None, date] | None = None
    """The day up to which the expenditure counts, before and after; `None` where it stays."""


def fill(record: PerformanceRecord, nodes: Sequence[ExportNode], year: int, cut_off: date | None = None) -> Filling:
    """Fill what the export states for a year; nothing else of the record changes."""
    matching = match_nodes(record, nodes)
    own = {node.id: node for node in record.nodes()}
    partner = {matching.ids[number]: node for number, node in enumerate(nodes) if number in matching.ids}
    added, rolled_up, unmatched = _unpaired(nodes, matching, own, record.programmes, year)
    of_parent: dict[str, list[ExportNode]] = {}
    ids = {node.code: identifier for identifier, node in partner.items() if node.code}
    for node in added:
        of_parent.setdefault(ids.get(parent_of(node.code), parent_of(node.code)), []).append(node)
    changes: list[Change] = []
    equal = 0

    def filled(node: BudgetNode) -> BudgetNode:
        nonlocal equal
        stated = partner.get(node.id)
        if stated is not None and stated.code and not nomenclature(node):
            changes.append(Change(node, "code", node.code, stated.code, stated.place))
            node = replace(node, code=stated.code)
        children = (
            *map(filled, node.children),
            *(_new(child, of_parent, year) for child in of_parent.get(node.id, ())),
        )
        if children or stated is None:
            return replace(node, children=children, amounts=() if children else node.amounts)
        amount = node.amount(year)
        for measure in MEASURES:
            after = getattr(stated.money, measure)
            before = getattr(amount, measure) if amount else None
            if after is not None and after != before:
                changes.append(Change(node, measure, before, after, stated.place))
            equal += after is not None and after == before
        return replace(node, amounts=_amounts(node, stated, year))

    programmes = (*map(filled, record.programmes), *(_new(node, of_parent, year) for node in of_parent.get("", ())))
    status = record.expenditure_status(year)
    has_expenditure = any(node.money.expenditure is not None for node in (*partner.values(), *added))
    is_new_day = cut_off is not None and has_expenditure and cut_off != status.cut_off
    statuses = record.expenditure_statuses
    if is_new_day:
        others = (other for other in statuses if other.year != year)
        statuses = tuple(sorted((*others, replace(status, cut_off=cut_off)), key=lambda one: one.year))
    return Filling(
        replace(record, programmes=programmes, expenditure_statuses=statuses),
        tuple(changes),
        tuple(added),
        equal,
        len(partner),
        tuple((node, own[matching.ids[number]]) for number, node in enumerate(nodes) if number in matching.by_name),
        tuple(rolled_up),
        tuple(unmatched),
        tuple(_missing(record, partner, of_parent, year)),
        tuple((node, own[identifier]) for identifier, node in partner.items() if _is_renamed(node, own[identifier])),
        (status.cut_off, cut_off) if cut_off is not None and is_new_day else None,
    )


def _is_renamed(stated: ExportNode, node: BudgetNode) -> bool:
    """Whether the names differ by more than their spelling; the record's own is kept."""
    return bool(stated.name) and canonical(stated.name, KINDS[node.level]) != canonical(node.name, KINDS[node.level])


def _unpaired(
    nodes: Sequence[ExportNode], matching: Matching, own: dict[str, BudgetNode], roots: Sequence[BudgetNode], year: int
) -> tuple[list[ExportNode], list[tuple[ExportNode, BudgetNode]], list[Unmatched]]:
    """What of the rest is new, what is a detail of a line that the record keeps whole, and what fits nowhere."""
    places = {node.code: own[matching.ids[number]] for number, node in enumerate(nodes) if number in matching.ids}
    taken = frozenset(matching.ids.values())
    added: dict[str, ExportNode] = {}
    rolled_up: dict[str, BudgetNode] = {}
    unmatched: list[Unmatched] = []
    for number, node in enumerate(nodes):
        if number in matching.ids:
            continue
        rest = matching.unmatched[number]
        above = parent_of(node.code)
        whole = rolled_up.get(above) or (places[above] if above in places and _is_kept_whole(places[above]) else None)
        if whole is not None:
            rolled_up[node.code] = whole
        elif not rest.is_unknown or not node.code or not node.name or not _fits(above, places, added):
            unmatched.append(rest)
        elif (twin := _twin(node, places[above].children if above in places else roots, year, taken)) is not None:
            reason = _("jumlahnya sama dengan {name}, yang tidak ada di ekspor; samakan namanya bila memang itu")
            unmatched.append(Unmatched(node, reason.format(name=twin.name)))
        else:
            added[node.code] = replace(node, name=proper_name(node.name))
    found = {node.code: node for node in nodes}
    return list(added.values()), [(found[code], whole) for code, whole in rolled_up.items()], unmatched


def _twin(node: ExportNode, siblings: Sequence[BudgetNode], year: int, taken: frozenset[str]) -> BudgetNode | None:
    """A line of the record at the same place with the same money and no partner; adding would count it twice."""
    for own in siblings:
        amount = None if own.id in taken or own.children else own.amount(year)
        for measure in MEASURES:
            stated = getattr(node.money, measure)
            if amount is not None and stated and stated == getattr(amount, measure):
                return own
    return None


def _fits(above: str, places: dict[str, BudgetNode], added: dict[str, ExportNode]) -> bool:
    return not above or above in places or above in added


def _is_kept_whole(node: BudgetNode) -> bool:
    """Whether the record has the node's money in one sum, which parts of one year must not break up."""
    return not node.children and bool(node.amounts)


def _new(node: ExportNode, of_parent: dict[str, list[ExportNode]], year: int) -> BudgetNode:
    children = tuple(_new(child, of_parent, year) for child in of_parent.get(node.code, ()))
    amounts = () if children else (Amount(year, node.money.appropriation, node.money.expenditure),)
    return BudgetNode(node.code, node.name, level_of(node.code), node.code, amounts, children=children)


def _amounts(node: BudgetNode, stated: ExportNode, year: int) -> tuple[Amount, ...]:
    before = node.amount(year) or Amount(year)
    appropriation, expenditure = (
        getattr(before, measure) if getattr(stated.money, measure) is None else getattr(stated.money, measure)
        for measure in MEASURES
    )
    if before == Amount(year) and appropriation is expenditure is None:
        return node.amounts
    amount = replace(before, appropriation=appropriation, expenditure=expenditure)
    others = [other for other in node.amounts if other.year != year]
    return tuple(sorted((*others, amount), key=lambda one: one.year))


def _missing(
    record: PerformanceRecord, partner: dict[str, ExportNode], of_parent: dict[str, list[ExportNode]], year: int
) -> list[Missing]:
    """The leaves with money in the year that the export does not fill; they stay as they are."""
    found: list[Missing] = []
    for node in record.nodes():
        if node.children or node.id in partner or node.amount(year) is None:
            continue
        above = next((own for own in record.nodes() if node in own.children), None)
        if above is not None and above.id in partner and not _has_parts(partner[above.id], partner, of_parent, above):
            reason = _("ekspor hanya memuat jumlah {name}, tanpa rinciannya").format(name=above.name)
        else:
            reason = _("tidak ada di ekspor; dibiarkan")
        found.append(Missing(node, reason))
    return found


def _has_parts(
    stated: ExportNode, partner: dict[str, ExportNode], of_parent: dict[str, list[ExportNode]], above: BudgetNode
) -> bool:
    return above.id in of_parent or any(parent_of(node.code) == stated.code for node in partner.values() if node.code)
