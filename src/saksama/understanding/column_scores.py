"""How well each measure fits a column, from its header and its values: points, not yet a decision."""

import re
from dataclasses import dataclass

from saksama.understanding.column_values import ColumnValues
from saksama.understanding.header_words import (
    DOMAIN_WORDS,
    FIXED_WORDS,
    MEASURES,
    PERIOD_TEXT,
    ROLE_WORDS,
    UNIT_IN_BRACKETS,
    Domain,
    Role,
    header_text,
)
from saksama.understanding.periods import version_of, years
from saksama.understanding.reading import Chapter, Measure

_OF_PLAN = re.compile(r"target.{0,12}(?:renstra|rpjmd|\brpd\b)")
"""The target of a plan is that of its end, unless a year stands below."""
UNKNOWN = 35
"""The points of not knowing: a measure with less is not believed."""

_MONEY = {Measure.APPROPRIATION, Measure.EXPENDITURE, Measure.REMAINDER}
_PERCENT = {
    Measure.ACHIEVEMENT,
    Measure.ABSORPTION,
    Measure.PROGRESS,
    Measure.EFFICIENCY,
    Measure.SHARE,
    Measure.AVERAGE_ACHIEVEMENT,
}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a table's columns: its role, the words of caption and headings, and what its labels name."""

    chapter: Chapter
    text: str  # caption and nearest headings, in lower case
    names_indicators: bool
    names_programmes: bool
    counts_rupiah: bool = False  # a unit column counts an indicator in rupiah


def scores(path: tuple[str, ...], values: ColumnValues, around: Surroundings) -> dict[Measure, int]:
    """The points of every measure that the header's words speak for."""
    leaf, parents, unit = split_header(path)
    roles = _role_points(leaf, parents, is_percent=unit == "%") or _roles_beyond_words(path, values, around, unit=unit)
    domains = _domain_points(leaf, parents, unit=unit)
    _add_values(domains, values, around)
    points: dict[Measure, int] = {}
    for role, told in roles.items():
        for domain in Domain:
            measure = MEASURES[role, domain]
            points[measure] = told + _domain_share(role, domain, domains) + _fit(measure, values)
    said = parents[-1] if leaf == "k" and parents else leaf
    for pattern, measure, told in FIXED_WORDS:
        if pattern.search(said):
            points[measure] = max(points.get(measure, 0), told * 10 + _fit(measure, values))
        elif any(pattern.search(parent) for parent in parents):
            points[measure] = max(points.get(measure, 0), told * 7 + _fit(measure, values))
    if _OF_PLAN.search(leaf) and not years(path[-1]):
        points[Measure.END_TARGET] = max(points.get(Measure.END_TARGET, 0), 110 + _fit(Measure.END_TARGET, values))
    if values.is_money and (points.get(Measure.EFFICIENCY, 0) > 0 or "efisiensi" in leaf):
        points[Measure.REMAINDER] = 140  # what was saved: appropriation minus expenditure
    if values.is_money and ("serapan" in leaf or "penyerapan" in leaf):
        points[Measure.EXPENDITURE] = 110  # "Penyerapan (Rp)"
    if values.percents * 2 > values.figures > 0 and re.search(r"\banggaran\b|\bdana\b|\bkeuangan\b", leaf):
        points[Measure.ABSORPTION] = max(points.get(Measure.ABSORPTION, 0), 90)  # "Anggaran: 98,70%"
    if is_bare_percent(path) and "efisiensi" in around.text:
        points.setdefault(Measure.EFFICIENCY, 60)
    if is_bare_percent(path):
        points.setdefault(Measure.SHARE, 50 + _fit(Measure.SHARE, values))
    return {measure: told for measure, told in points.items() if told > 0}


def _roles_beyond_words(
    path: tuple[str, ...], values: ColumnValues, around: Surroundings, *, unit: str
) -> dict[Role, int]:
    """The role of a header that names none: "(%)", a version of the budget, a year in a plan."""
    texts = tuple(map(header_text, path))
    if unit == "%":
        return {Role.RATIO: 50}
    if values.is_money and version_of(texts):
        return {Role.PLANNED: 50}
    is_plan = around.chapter in {Chapter.PLAN, Chapter.KEY_INDICATORS, Chapter.AGREEMENT}
    if is_plan and around.names_indicators and any(map(years, texts)) and PERIOD_TEXT.fullmatch(texts[-1]):
        return {Role.PLANNED: 50}
    return {}


def split_header(path: tuple[str, ...]) -> tuple[str, tuple[str, ...], str]:
    """The deepest header that says more than a period, those above it, and the unit, all without units in brackets."""
    texts = [header_text(text) for text in path]
    unit = next((found["unit"] for text in reversed(texts) if (found := UNIT_IN_BRACKETS.search(text))), "")
    if not unit and texts and texts[-1] in {"%", "rp", "rp.", "k"}:
        unit = "Rp" if texts[-1].startswith("rp") else "%" if texts[-1] == "%" else ""
    bare = [" ".join(UNIT_IN_BRACKETS.sub(" ", text).split()) for text in texts]
    while len(bare) > 1 and (not bare[-1] or _says_period_only(bare[-1])):
        bare.pop()
    return (bare[-1], tuple(bare[:-1]), unit) if bare else ("", (), unit)


def is_bare_percent(path: tuple[str, ...]) -> bool:
    """Whether a header says nothing but that its figures are percentages."""
    leaf, parents, _ = split_header(path)
    return leaf in {"%", "", "persentase", "prosentase", "presentase", "persen"} and not any(parents) and bool(path)


def _says_period_only(text: str) -> bool:
    return text not in {"k", "rp", "rp.", "%"} and bool(PERIOD_TEXT.fullmatch(text))


def _role_points(leaf: str, parents: tuple[str, ...], *, is_percent: bool) -> dict[Role, int]:
    points: dict[Role, int] = {}
    for pattern, role, told in ROLE_WORDS:
        if pattern.search(leaf):
            points[role] = max(points.get(role, 0), told * 10)
        elif any(pattern.search(parent) for parent in parents):
            points[role] = max(points.get(role, 0), told * 7)
    if is_percent and Role.DONE in points:
        points[Role.RATIO] = max(points.get(Role.RATIO, 0), 20)  # "Realisasi: Rp | %"
    return points


def _domain_points(leaf: str, parents: tuple[str, ...], *, unit: str) -> dict[Domain, int]:
    points = dict.fromkeys(Domain, 0)
    for pattern, domain, told in DOMAIN_WORDS:
        if any(pattern.search(text) for text in (leaf, *parents)):
            points[domain] += told * 10
    if is_rupiah(unit):
        points[Domain.MONEY] += 50
    if leaf == "k":  # of a pair "K | Rp" whose header names both: "Target Kinerja dan Anggaran"
        points = {Domain.PERFORMANCE: 100, Domain.MONEY: 0}
    elif leaf in {"rp", "rp."}:
        points = {Domain.PERFORMANCE: 0, Domain.MONEY: 100}
    return points


def is_rupiah(unit: str) -> bool:
    """Whether a header's unit is rupiah, or thousands or millions of them."""
    return "rp" in unit.lower() or "rupiah" in unit.lower()


def _add_values(domains: dict[Domain, int], values: ColumnValues, around: Surroundings) -> None:
    if values.is_money:
        # Retribution collected is an indicator's figure unless its header speaks of a budget.
        of_indicator = around.counts_rupiah and not domains[Domain.MONEY]
        domains[Domain.PERFORMANCE if of_indicator else Domain.MONEY] += 40
    if around.chapter is Chapter.BUDGET:
        domains[Domain.MONEY] += 20
    if around.names_indicators:
        domains[Domain.PERFORMANCE] += 10
    elif around.names_programmes:
        domains[Domain.MONEY] += 10


def _domain_share(role: Role, domain: Domain, domains: dict[Domain, int]) -> int:
    """How far the domain speaks for itself against the other; of a bare ratio its neighbours decide more."""
    other = next(found for found in Domain if found is not domain)
    told = domains[domain] - domains[other]
    return max(-60, min(60, told)) // (2 if role is Role.RATIO else 1)


def _fit(measure: Measure, values: ColumnValues) -> int:
    """Whether the values can be such figures at all."""
    if not values.figures:
        return -40 if values.words else 0
    if measure in _MONEY:
        return 30 if values.is_money else 0 if values.zeros == values.figures else -70
    if measure in _PERCENT:
        return -120 if values.is_money else 5 * bool(values.percents)
    if measure in {Measure.TARGET, Measure.ACTUAL, Measure.COUNT}:
        return -20 if values.is_money else 0
    return 0
