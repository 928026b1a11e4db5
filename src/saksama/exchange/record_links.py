"""What the types of a record leave open: ids that are unique, ids that exist, and one value for each year.

It is looked up in the JSON itself, so that it is said together with what is wrong elsewhere in it. What has a wrong
type is left to `record_json_values`.
"""

from collections.abc import Collection

from saksama.exchange.intake.rows import nearest
from saksama.exchange.intake.values import quoted
from saksama.exchange.problem import Problems
from saksama.exchange.record_json_text import JsonObject
from saksama.exchange.record_json_values import MOST_PROBLEMS
from saksama.exchange.record_tree import Parts, below, descendants, inner, listed, names, stated, together
from saksama.kernel.achievement import FORMULAS
from saksama.kernel.budget import BudgetLevel
from saksama.kernel.money import EFFICIENCY_METHODS
from saksama.kernel.provenance import Place
from saksama.kernel.value_scale import SHIPPED_VALUE_SCALES
from saksama.language.messages import _

_LONGEST_PLAN = 30
_MOST_COMPARED = 10_000
_DEPTH = {level.value: depth for depth, level in enumerate(BudgetLevel)}
_FORMULAS = tuple(formula.name for formula in FORMULAS)
_METHODS = tuple(method.name for method in EFFICIENCY_METHODS)

_Known = Collection[str] | None
"""Names that exist; `None` where some of them could not be read, so that no name can be called unknown."""


def check_links(content: JsonObject, problems: Problems) -> None:
    """Say what does not fit together, by the paths of the JSON."""
    plan = inner(content, "plan")
    _check_plan(plan, problems)
    goals = listed(plan, "goals", "plan")
    objectives, nodes = below(goals, "objectives"), descendants(listed(content, "programmes"), "children")
    of_plan = together(below(goals, "indicators"), below(objectives, "indicators"))
    subjects = _unique(together(goals, objectives, of_plan), problems)
    indicators = together(of_plan, below(nodes, "indicators"))
    measured = _unique(indicators, problems)
    budgeted = _unique(nodes, problems)
    versions = _unique(listed(content, "budget_versions"), problems)
    surveys = listed(content, "surveys")
    _unique(surveys, problems)
    for at, node in nodes:
        _check_node(node, at, versions, problems)
    scales = _scales(content)
    for at, indicator in indicators:
        _check_indicator(indicator, at, problems)
        _link(indicator, at, "replaced_by", known=measured, problems=problems)
        _link(indicator, at, "value_scale", known=scales, problems=problems)
    for at, support in listed(content, "supports"):
        _link(support, at, "node", known=budgeted, problems=problems)
        _link(support, at, "subject", known=subjects, problems=problems)
    agreements = listed(content, "agreements")
    for at, agreement in agreements:
        _link(agreement, at, "budget_version", known=versions, problems=problems)
    for at, agreed in (*below(agreements, "targets"), *surveys):
        _link(agreed, at, "indicator", known=measured, problems=problems)
    _link(inner(content, "settings"), "settings", "efficiency_method", known=_METHODS, problems=problems)
    _once(content, "", "agreements", by=("year", "revision"), problems=problems)
    _once(content, "", "issues", by=("year",), problems=problems)
    _once(content, "", "texts", by=("year", "part"), problems=problems)
    _once(content, "", "expenditure_statuses", by=("year",), problems=problems)


def _scales(content: JsonObject) -> _Known:
    own = listed(content, "value_scales")
    shipped = {scale.name for scale in SHIPPED_VALUE_SCALES}
    return shipped | {name for _at, name in names(own, "name")} if own.is_whole else None


def _check_plan(plan: JsonObject, problems: Problems) -> None:
    first, last = stated(plan, "first_year"), stated(plan, "last_year")
    if isinstance(first, int) and isinstance(last, int) and not 0 <= last - first < _LONGEST_PLAN:
        expected = _("periode 1 sampai {longest} tahun").format(longest=_LONGEST_PLAN)
        problems.error(Place(path="plan"), f"{first}-{last}", expected, _("Perbaiki first_year atau last_year"))


def _check_node(node: JsonObject, at: str, versions: _Known, problems: Problems) -> None:
    children = listed(node, "children", at)
    if node.fields.get("children") and node.fields.get("amounts"):
        found = _("uang pada baris yang mempunyai baris di bawahnya")
        remedy = _("Pindahkan ke baris terbawah; jumlahnya selalu dihitung")
        _say(f"{at}.amounts", found, _("daftar kosong"), remedy=remedy, problems=problems)
    level = stated(node, "level")
    for below_it, child in children:
        lower = stated(child, "level")
        if level in _DEPTH and lower in _DEPTH and _DEPTH[lower] <= _DEPTH[level]:
            found = _("{level} di bawah {parent}").format(level=lower, parent=level)
            expected = _("jenjang di bawah induknya: program, kegiatan, subkegiatan")
            _say(f"{below_it}.level", found, expected, remedy=_("Perbaiki jenjangnya"), problems=problems)
    _once(node, at, "amounts", by=("year",), problems=problems)
    for of_year, amount in listed(node, "amounts", at):
        for earlier, one in listed(amount, "earlier", of_year):
            _link(one, earlier, "version", known=versions, problems=problems)
        _once(amount, of_year, "periods", by=("period",), problems=problems)


def _check_indicator(indicator: JsonObject, at: str, problems: Problems) -> None:
    _link(indicator, at, "formula", known=_FORMULAS, problems=problems)
    _once(indicator, at, "targets", by=("year",), problems=problems)
    _once(indicator, at, "actuals", by=("year",), problems=problems)
    _once(indicator, at, "narratives", by=("year", "part"), problems=problems)
    _once(indicator, at, "period_targets", by=("period",), problems=problems)
    _once(indicator, at, "period_actuals", by=("period",), problems=problems)


def _unique(parts: Parts, problems: Problems) -> _Known:
    """The ids, each of which may stand once."""
    places: dict[str, str] = {}
    for at, identifier in names(parts, "id"):
        if identifier in places:
            found = _("kode {code} yang sudah dipakai di {place}").format(
                code=quoted(identifier), place=places[identifier]
            )
            remedy = _("Beri salah satunya kode lain")
            _say(f"{at}.id", found, _("kode yang belum dipakai"), remedy=remedy, problems=problems)
        places.setdefault(identifier, at)
    return places if parts.is_whole else None


def _link(owner: JsonObject, at: str, field: str, *, known: _Known, problems: Problems) -> None:
    identifier = owner.fields.get(field)
    if known is None or not isinstance(identifier, str) or not identifier or identifier in known:
        return
    near = nearest(identifier, list(known)) if len(known) <= _MOST_COMPARED and _has_room(problems) else ""
    remedy = (
        _('Mungkin maksudnya "{near}"; perbaiki tulisannya').format(near=near)
        if near
        else _("Perbaiki, atau tambahkan yang dirujuk")
    )
    found = _("{code}, yang tidak ada dalam data ini").format(code=quoted(identifier))
    _say(f"{at}.{field}", found, _("kode atau nama yang ada"), remedy=remedy, problems=problems)


def _once(owner: JsonObject, at: str, field: str, *, by: tuple[str, ...], problems: Problems) -> None:
    """Say where a list has two of one year, period or part."""
    seen: dict[tuple[object, ...], str] = {}
    for place, item in listed(owner, field, at):
        key = tuple(stated(item, name, 0 if name == "revision" else None) for name in by)
        if None not in key and seen.setdefault(key, place) != place:
            found = _("isian kedua untuk hal yang sama dengan {place}").format(place=seen[key])
            _say(place, found, _("satu isian"), remedy=_("Hapus yang tidak berlaku"), problems=problems)


def _say(at: str, found: str, expected: str, *, remedy: str, problems: Problems) -> None:
    if _has_room(problems):
        problems.error(Place(path=at), found, expected, remedy)


def _has_room(problems: Problems) -> bool:
    return len(problems.found) < MOST_PROBLEMS
