"""What the types of a record leave open: ids that are unique, ids that exist, and one value for each year."""

from collections.abc import Collection, Hashable, Iterable, Iterator

from saksama.exchange.intake.rows import nearest
from saksama.exchange.intake.values import quoted
from saksama.exchange.problem import Problems
from saksama.exchange.record_json_values import MOST_PROBLEMS
from saksama.kernel.achievement import FORMULAS
from saksama.kernel.budget import BudgetLevel, BudgetNode
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.money import EFFICIENCY_METHODS
from saksama.kernel.plan import Goal, StrategicObjective
from saksama.kernel.provenance import Place
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.value_scale import SHIPPED_VALUE_SCALES
from saksama.language.messages import _

_LONGEST_PLAN = 30
_MOST_COMPARED = 10_000
_DEPTH = {level: depth for depth, level in enumerate(BudgetLevel)}


def check_links(record: PerformanceRecord, problems: Problems) -> None:
    """Say what does not fit together, by the paths of the JSON."""
    plan = record.plan
    if not 1 <= len(plan.years) <= _LONGEST_PLAN:
        found = f"{plan.first_year}-{plan.last_year}"
        expected = _("periode 1 sampai {longest} tahun").format(longest=_LONGEST_PLAN)
        problems.error(Place(path="plan"), found, expected, _("Perbaiki first_year atau last_year"))
    goals = [(f"plan.goals[{n}]", goal) for n, goal in enumerate(plan.goals)]
    objectives = [(f"{at}.objectives[{n}]", one) for at, goal in goals for n, one in enumerate(goal.objectives)]
    nodes = list(_nodes(record.programmes, "programmes"))
    of_plan = [*_indicators(goals), *_indicators(objectives)]
    of_nodes = list(_indicators(nodes))
    subjects = _unique([*_ids(goals), *_ids(objectives), *_ids(of_plan)], problems)
    measured = _unique([*_ids(of_plan), *_ids(of_nodes)], problems)
    budgeted = _unique(_ids(nodes), problems)
    versions = _unique(((f"budget_versions[{n}]", one.id) for n, one in enumerate(record.budget_versions)), problems)
    _unique(((f"surveys[{n}]", survey.id) for n, survey in enumerate(record.surveys)), problems)
    for at, node in nodes:
        _check_node(node, at, versions, problems)
    scales = [scale.name for scale in (*record.value_scales, *SHIPPED_VALUE_SCALES)]
    for at, indicator in (*of_plan, *of_nodes):
        _check_indicator(indicator, at, problems)
        _link(f"{at}.replaced_by", indicator.replaced_by, measured, problems)
        _link(f"{at}.value_scale", indicator.value_scale, scales, problems)
    for n, support in enumerate(record.supports):
        _link(f"supports[{n}].node", support.node, budgeted, problems)
        _link(f"supports[{n}].subject", support.subject, subjects, problems)
    for n, agreement in enumerate(record.agreements):
        _link(f"agreements[{n}].budget_version", agreement.budget_version, versions, problems)
        for m, agreed in enumerate(agreement.targets):
            _link(f"agreements[{n}].targets[{m}].indicator", agreed.indicator, measured, problems)
    for n, survey in enumerate(record.surveys):
        _link(f"surveys[{n}].indicator", survey.indicator, measured, problems)
    methods = [method.name for method in EFFICIENCY_METHODS]
    _link("settings.efficiency_method", record.settings.efficiency_method, methods, problems)
    _once("agreements", ((one.year, one.revision) for one in record.agreements), problems)
    _once("issues", (issue.year for issue in record.issues), problems)
    _once("texts", ((text.year, text.part) for text in record.texts), problems)
    _once("expenditure_statuses", (status.year for status in record.expenditure_statuses), problems)


def _nodes(siblings: Iterable[BudgetNode], at: str) -> Iterator[tuple[str, BudgetNode]]:
    for n, node in enumerate(siblings):
        yield f"{at}[{n}]", node
        yield from _nodes(node.children, f"{at}[{n}].children")


def _ids(
    named: Iterable[tuple[str, Goal | StrategicObjective | PerformanceIndicator | BudgetNode]],
) -> Iterator[tuple[str, str]]:
    return ((at, one.id) for at, one in named)


def _indicators(
    owners: Iterable[tuple[str, Goal | StrategicObjective | BudgetNode]],
) -> Iterator[tuple[str, PerformanceIndicator]]:
    return ((f"{at}.indicators[{n}]", one) for at, owner in owners for n, one in enumerate(owner.indicators))


def _check_node(node: BudgetNode, at: str, versions: Collection[str], problems: Problems) -> None:
    if node.children and node.amounts:
        found = _("uang pada baris yang mempunyai baris di bawahnya")
        remedy = _("Pindahkan ke baris terbawah; jumlahnya selalu dihitung")
        problems.error(Place(path=f"{at}.amounts"), found, _("daftar kosong"), remedy)
    for n, child in enumerate(node.children):
        if _DEPTH[child.level] <= _DEPTH[node.level]:
            found = _("{level} di bawah {parent}").format(level=child.level.value, parent=node.level.value)
            expected = _("jenjang di bawah induknya: program, kegiatan, subkegiatan")
            problems.error(Place(path=f"{at}.children[{n}].level"), found, expected, _("Perbaiki jenjangnya"))
    _once(f"{at}.amounts", (amount.year for amount in node.amounts), problems)
    for n, amount in enumerate(node.amounts):
        for m, earlier in enumerate(amount.earlier):
            _link(f"{at}.amounts[{n}].earlier[{m}].version", earlier.version, versions, problems)
        _once(f"{at}.amounts[{n}].periods", (spent.period for spent in amount.periods), problems)


def _check_indicator(indicator: PerformanceIndicator, at: str, problems: Problems) -> None:
    _link(f"{at}.formula", indicator.formula, [formula.name for formula in FORMULAS], problems)
    _once(f"{at}.targets", (target.year for target in indicator.targets), problems)
    _once(f"{at}.actuals", (actual.year for actual in indicator.actuals), problems)
    _once(f"{at}.narratives", ((one.year, one.part) for one in indicator.narratives), problems)
    _once(f"{at}.period_targets", (target.period for target in indicator.period_targets), problems)
    _once(f"{at}.period_actuals", (actual.period for actual in indicator.period_actuals), problems)


def _unique(named: Iterable[tuple[str, str]], problems: Problems) -> Collection[str]:
    """The ids, each of which may stand once."""
    places: dict[str, str] = {}
    for at, identifier in named:
        if identifier in places and len(problems.found) < MOST_PROBLEMS:
            found = _('kode "{code}" yang sudah dipakai di {place}').format(code=identifier, place=places[identifier])
            remedy = _("Beri salah satunya kode lain")
            problems.error(Place(path=f"{at}.id"), found, _("kode yang belum dipakai"), remedy)
        places.setdefault(identifier, at)
    return places


def _link(at: str, identifier: str, known: Collection[str], problems: Problems) -> None:
    if identifier and identifier not in known and len(problems.found) < MOST_PROBLEMS:
        near = nearest(identifier, list(known)) if len(known) <= _MOST_COMPARED else ""
        remedy = (
            _('Mungkin maksudnya "{near}"; perbaiki tulisannya').format(near=near)
            if near
            else _("Perbaiki, atau tambahkan yang dirujuk")
        )
        found = _("{code}, yang tidak ada dalam data ini").format(code=quoted(identifier))
        problems.error(Place(path=at), found, _("kode atau nama yang ada"), remedy)


def _once(at: str, keys: Iterable[Hashable], problems: Problems) -> None:
    """Say where a list has two of one year, period or part."""
    seen: dict[Hashable, int] = {}
    for n, key in enumerate(keys):
        first = seen.setdefault(key, n)
        if first != n and len(problems.found) < MOST_PROBLEMS:
            found = _("isian kedua untuk hal yang sama dengan {place}").format(place=f"{at}[{first}]")
            problems.error(Place(path=f"{at}[{n}]"), found, _("satu isian"), _("Hapus yang tidak berlaku"))
