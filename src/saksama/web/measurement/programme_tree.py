"""The plain values of the page of programmes: the tree with what each node serves, and what that leaves open."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from saksama.exchange.sheets.money import LEVELS, implied_level, implied_parent
from saksama.kernel.agency import Agency as KernelAgency
from saksama.kernel.budget import BudgetLevel, BudgetNode, Support
from saksama.kernel.figures import write_decimal
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.spending import objective_subjects, serving_nodes, support_faults
from saksama.language.explanations import reason_text
from saksama.language.messages import _
from saksama.web.planning import models
from saksama.web.planning.models import PlanVersion
from saksama.web.planning.storage import load_plan, load_programmes, load_supports

LEVEL_WORDS: Mapping[str, str] = {option.value: option.label for option in LEVELS}


@dataclass(frozen=True, slots=True)
class Service:
    """What a node serves, with the share of its money as it is printed."""

    name: str
    share: str


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node of the tree; `doubts` say what its code or its shares leave unclear."""

    number: int
    code: str
    name: str
    level: str
    depth: int
    owner: str
    serves: tuple[Service, ...]
    doubts: tuple[str, ...]
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A programme against every objective: its name, and how the programme serves it, "" where it does not."""

    code: str
    name: str
    cells: tuple[tuple[str, str], ...]
    serves_nothing: bool
    is_crosscutting: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """Programmes × objectives; `unserved` are the objectives that no programme serves."""

    objectives: tuple[str, ...]
    rows: tuple[CoverageRow, ...]
    unserved: tuple[str, ...]


def plan_with_programmes(version: PlanVersion) -> PerformanceRecord:
    """The plan and its programmes without figures or money. 11 queries."""
    agency = version.plan.agency
    return PerformanceRecord(
        KernelAgency(agency.name, agency.government.name),
        load_plan(version, {}),
        load_programmes(version, {}, {}),
        load_supports(version),
    )


def node_rows(record: PerformanceRecord, version: PlanVersion) -> tuple[NodeRow, ...]:
    """Every node, parents first. 1 query."""
    numbers = dict(models.BudgetNode.objects.filter(plan=version.plan_id).values_list("key", "pk"))
    names = subject_names(record)
    faults = {key: reason_text(Uncomputable(reason)) for key, reason in support_faults(record).items()}
    supports: dict[str, list[Support]] = {}
    for one in record.supports:
        supports.setdefault(one.node, []).append(one)

    def rows(nodes: tuple[BudgetNode, ...], parent: BudgetNode | None, depth: int) -> Iterator[NodeRow]:
        for place, node in enumerate(nodes):
            doubts = code_doubts(node.code, node.level, parent.code if parent else None)
            yield NodeRow(
                numbers[node.id],
                node.code,
                node.name,
                _(LEVEL_WORDS[node.level.value]),
                min(depth, 2),
                node.owner,
                tuple(Service(names.get(one.subject, one.subject), _share(one)) for one in supports.get(node.id, ())),
                (*doubts, *((faults[node.id],) if node.id in faults else ())),
                place == 0,
                place == len(nodes) - 1,
            )
            yield from rows(node.children, node, depth + 1)

    return tuple(rows(record.programmes, None, 0))


def coverage(record: PerformanceRecord) -> Coverage:
    """Which programme serves which objective, itself or by what is below it."""
    objectives = tuple(record.plan.objectives())
    serving = [{node.id: node for node, _share in serving_nodes(record, objective_subjects(one))} for one in objectives]
    shares = _shares(record)
    supporting = {one.node for one in record.supports}
    rows = []
    for programme in record.programmes:
        cells = []
        for objective, nodes in zip(objectives, serving, strict=True):
            below = [node for node in programme.walk() if node.id in nodes and node.id != programme.id]
            own = shares.get((programme.id, objective.id)) if programme.id in nodes else None
            parts = _("{count} rincian").format(count=len(below)) if below else ""
            cells.append((objective.name, " + ".join(part for part in (own, parts) if part)))
        rows.append(
            CoverageRow(
                programme.code,
                programme.name,
                tuple(cells),
                not any(node.id in supporting for node in programme.walk()),
                sum(1 for _name, how in cells if how) > 1,
            )
        )
    unserved = (one.name for one, nodes in zip(objectives, serving, strict=True) if not nodes)
    return Coverage(tuple(one.name for one in objectives), tuple(rows), tuple(unserved))


def subject_names(record: PerformanceRecord) -> dict[str, str]:
    """What a node may serve by its key, in the order of the plan: goals, objectives and their indicators."""
    found: dict[str, str] = {}
    for goal in record.plan.goals:
        found[goal.id] = _("Tujuan: {name}").format(name=goal.name)
        found |= {one.id: _("Indikator: {name}").format(name=one.name) for one in goal.indicators}
        for objective in goal.objectives:
            found[objective.id] = _("Sasaran: {name}").format(name=objective.name)
            found |= {one.id: _("Indikator: {name}").format(name=one.name) for one in objective.indicators}
    return found


def code_doubts(code: str, level: BudgetLevel, parent_code: str | None) -> tuple[str, ...]:
    """What a code says that the tree does not: the nomenclature allows both, so it is asked, not refused."""
    doubts = []
    told, above = implied_level(code), implied_parent(code)
    if told and told is not level:
        doubts.append(
            _("Menurut banyaknya bagian, kode {code} adalah kode {level}.").format(
                code=code, level=_(LEVEL_WORDS[told.value]).lower()
            )
        )
    if above and parent_code is not None and parent_code != above:
        doubts.append(
            _("Menurut kodenya, induknya {expected}; di sini {found}.").format(
                expected=above, found=parent_code or _("tanpa kode")
            )
        )
    return tuple(doubts)


def _shares(record: PerformanceRecord) -> dict[tuple[str, str], str]:
    """How a node itself serves an objective or its indicators, as the table shows it."""
    found: dict[tuple[str, str], str] = {}
    for objective in record.plan.objectives():
        subjects = objective_subjects(objective)
        for one in record.supports:
            if one.subject in subjects:
                before = found.get((one.node, objective.id))
                found[one.node, objective.id] = f"{before}; {_share(one)}" if before else _share(one)
    return found


def _share(support: Support) -> str:
    return _("bersama") if support.is_shared else f"{write_decimal(support.share)} %"
