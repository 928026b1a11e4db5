"""Which node of the record is which of an export: by code, else by name where nothing else is as near."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from saksama.exchange.spending_export.codes import level_of, parent_of, read_code
from saksama.exchange.spending_export.nodes import ExportNode
from saksama.kernel.budget import BudgetLevel, BudgetNode
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _
from saksama.understanding.names import Names, canonical, match
from saksama.understanding.reading import SubjectKind

KINDS = {
    BudgetLevel.PROGRAMME: SubjectKind.PROGRAMME,
    BudgetLevel.ACTIVITY: SubjectKind.ACTIVITY,
    BudgetLevel.SUB_ACTIVITY: SubjectKind.SUB_ACTIVITY,
}


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A node of the export without one of the record, and why. `is_unknown`: nothing in the record resembles it."""

    node: ExportNode
    reason: str
    is_unknown: bool = False


@dataclass(frozen=True, slots=True)
class Matching:
    """The record's node id for each place in the export's list, those matched by name, and the rest with its reason."""

    ids: dict[int, str]
    by_name: frozenset[int]
    unmatched: dict[int, Unmatched]


def nomenclature(node: BudgetNode) -> str:
    """The nomenclature code of a node, stated or in its id; "" where it has none."""
    for text in (node.code, node.id):
        code = read_code(text)
        if code and code.node and not code.account and not code.unit:
            return code.node
    return ""


def match_nodes(record: PerformanceRecord, nodes: Sequence[ExportNode]) -> Matching:
    """Match in the order of the export, so that a name is looked for below the parent that was matched before."""
    of_code: dict[str, list[str]] = {}
    below: dict[str, str] = {}
    for own in record.nodes():
        if code := nomenclature(own):
            of_code.setdefault(code, []).append(own.id)
        below.update((child.id, own.id) for child in own.children)
    ids: dict[int, str] = {}
    by_name: set[int] = set()
    unmatched: dict[int, Unmatched] = {}
    matched_codes: dict[str, str] = {}
    twice = Counter(_canonical(node) for node in nodes if not node.code)
    for number, node in enumerate(nodes):
        same = of_code.get(node.code, []) if node.code else []
        if len(same) > 1:
            reason = _("kode itu dipakai {count} baris di data Anda").format(count=len(same))
            unmatched[number] = Unmatched(node, reason)
            continue
        if same:
            ids[number] = same[0]
        elif not node.code and twice[_canonical(node)] > 1:
            unmatched[number] = Unmatched(node, _("nama itu ada beberapa kali di ekspor, yang tidak memuat kode"))
            continue
        else:
            parent = matched_codes.get(parent_of(node.code)) if node.code and parent_of(node.code) else ""
            found = _by_name(record, node, below, parent=parent, taken=set(ids.values()))
            if isinstance(found, Unmatched):
                unmatched[number] = found
                continue
            ids[number] = found
            by_name.add(number)
        if node.code:
            matched_codes[node.code] = ids[number]
    return Matching(ids, frozenset(by_name), unmatched)


def _canonical(node: ExportNode) -> str:
    return canonical(node.name, KINDS[level_of(node.code)] if node.code else None)


def _by_name(
    record: PerformanceRecord, node: ExportNode, below: dict[str, str], *, parent: str | None, taken: set[str]
) -> str | Unmatched:
    """The node of this name; of the export's level and below its parent where the export has codes."""
    if parent is None:
        return Unmatched(node, _("baris di atasnya tidak ada di data Anda"), is_unknown=True)
    candidates: dict[str, list[BudgetNode]] = {}
    for own in record.nodes():
        if own.id in taken or (node.code and (own.level is not level_of(node.code) or below.get(own.id, "") != parent)):
            continue
        candidates.setdefault(canonical(own.name, KINDS[own.level] if node.code else None), []).append(own)
    found = match(node.name, Names(candidates), kind=KINDS[level_of(node.code)] if node.code else None)
    if found is None:
        unknown = _("kode dan nama itu tidak ada di data Anda") if node.code else _("nama itu tidak ada di data Anda")
        return Unmatched(node, unknown, is_unknown=True)
    owners = candidates[found.name]
    if len(owners) > 1:
        return Unmatched(node, _("nama itu ada {count} kali di data Anda").format(count=len(owners)))
    stated = nomenclature(owners[0])
    if node.code and stated:
        reason = _("namanya seperti {name}, tetapi kodenya di data Anda {code}")
        return Unmatched(node, reason.format(name=owners[0].name, code=stated))
    return owners[0].id
