"""Performance records of full width for property tests: every field of the record is sometimes filled, sometimes not.

They are records as a planner can write them down: no narrative without words, no raw data without a denominator, lists
that belong to years in the order of the years.
"""

import struct
import zlib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TypeVar

from hypothesis import strategies as st

from saksama.exchange.fields import NONE, NOT_APPLICABLE
from saksama.kernel.achievement import FORMULAS
from saksama.kernel.agency import Agency, Logo, Officeholder, StaffCount, Unit
from saksama.kernel.budget import Amount, BudgetLevel, BudgetNode, Support
from saksama.kernel.explanation import Limits, ZeroTarget
from saksama.kernel.indicator import (
    Actual,
    ActualState,
    Baseline,
    Benchmark,
    IndicatorSheet,
    Narrative,
    NarrativePart,
    PerformanceIndicator,
    RawCalculation,
    ResultKind,
    Target,
)
from saksama.kernel.money import EFFICIENCY_METHODS
from saksama.kernel.plan import Goal, StrategicObjective, StrategicPlan
from saksama.kernel.provenance import Certainty, Citation
from saksama.kernel.rating import ACHIEVEMENT_SCALES, Band, RatingScale
from saksama.kernel.record import (
    AgreedTarget,
    Arrangement,
    Choice,
    Issue,
    PerformanceAgreement,
    PerformanceRecord,
    ReportPart,
    ReportSettings,
    ReportText,
)
from saksama.kernel.rounding import half_up

_UNITS = ("%", "Indeks", "Orang", "persen", "Nilai (0-100)")
_TRICKY = (
    "=1+1",
    "007",
    "-",
    "+62",
    "'",
    "_x0041_",
    "1.10",
    "TRUE",
    "#N/A",
    "http://contoh.id",
    "<b>&amp;",
    "Rp 1",
    "{x}",
)

T = TypeVar("T")

years = st.integers(2000, 2060)
_letters = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")


def texts(most: int = 24) -> st.SearchStrategy[str]:
    """A line of text that is not empty and has no blanks at its ends."""
    plain = st.text(_letters, min_size=1, max_size=most).map(str.strip).filter(bool)
    return st.one_of(st.sampled_from(_TRICKY), plain)


def maybe_text() -> st.SearchStrategy[str]:
    """A line of text, or none."""
    return st.one_of(st.just(""), texts())


def long_texts() -> st.SearchStrategy[str]:
    """Lines of text."""
    return st.lists(texts(), min_size=1, max_size=3).map("\n".join)


def _is_tellable(value: Decimal, unit: str) -> bool:
    """A long fraction of a percent is written as text, where a reader must ask."""
    return unit not in ("%", "persen") or not 0 < abs(value) < 1 or len(value.as_tuple().digits) <= 15


def numbers(unit: str = "") -> st.SearchStrategy[Decimal]:
    """Numbers as people state them, and some with more digits than a spreadsheet holds."""
    usual = st.decimals(-1000, 10_000, allow_nan=False, allow_infinity=False, places=2)
    whole = st.integers(-5, 10**9).map(Decimal)
    fine = st.decimals(-2, 2, allow_nan=False, allow_infinity=False, places=6)
    many = st.decimals(0, 10**12, allow_nan=False, allow_infinity=False, places=9)
    return st.one_of(usual, whole, fine, many).filter(lambda value: _is_tellable(value, unit))


def percents(low: int = 0, high: int = 100) -> st.SearchStrategy[Decimal]:
    """Percentages between two bounds."""
    return st.decimals(low, high, allow_nan=False, allow_infinity=False, places=2)


def money() -> st.SearchStrategy[Decimal]:
    """Amounts of rupiah, some with cents."""
    cents = st.decimals(0, 10**10, allow_nan=False, allow_infinity=False, places=2)
    return st.one_of(st.integers(0, 10**14).map(Decimal), cents)


def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """A value, or none."""
    return st.one_of(st.none(), strategy)


def people() -> st.SearchStrategy[Officeholder]:
    """A person in a post, with at least a name."""
    return st.builds(Officeholder, texts(), maybe_text(), maybe_text(), maybe_text(), st.sampled_from(("", "Plt.")))


def citations() -> st.SearchStrategy[Citation]:
    """A regulation and clause."""
    return st.builds(Citation, texts(), maybe_text(), st.sampled_from(Certainty), maybe_text())


def png(width: int, height: int) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@st.composite
def agencies(draw: st.DrawFn) -> Agency:
    """An agency with its organisation."""
    names = draw(st.lists(texts(), max_size=4, unique_by=_folded))
    units = [
        Unit(name, draw(st.sampled_from(["", *names[:position]])), draw(maybe_text()))
        for position, name in enumerate(names)
    ]
    size = draw(st.integers(1, 40))
    points = st.lists(long_texts(), max_size=3).map(tuple)
    return Agency(
        name=draw(texts()),
        government=draw(maybe_text()),
        short_name=draw(maybe_text()),
        address=draw(maybe_text()),
        head=draw(maybe(people())),
        logo=draw(maybe(st.just(Logo("image/png", png(size, 7), size, 7)))),
        tasks=draw(maybe_text()),
        functions=draw(points),
        legal_basis=draw(points),
        units=tuple(units),
        staff=tuple(draw(st.lists(st.builds(StaffCount, texts(), texts(), st.integers(0, 5000)), max_size=3))),
        issues=draw(points),
    )


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


@st.composite
def targets(draw: st.DrawFn, year: int, unit: str) -> Target:
    """A value to reach, sometimes a range."""
    low, high = sorted(draw(st.tuples(numbers(unit), numbers(unit))))
    return Target(year, draw(st.sampled_from((low, high))), high)


@st.composite
def actuals(draw: st.DrawFn, year: int, unit: str, raw: RawCalculation | None) -> Actual:
    """What was reported: a value, raw data, or both where they agree."""
    value = draw(maybe(numbers(unit)))
    numerator, denominator = draw(maybe(numbers())), draw(numbers())
    if numerator is not None and raw and value is not None and denominator != 0:
        value = half_up(Fraction(numerator) / Fraction(denominator) * Fraction(raw.factor), 2)
        if not _is_tellable(value, unit):
            value = None
    return Actual(
        year,
        value,
        numerator,
        None if numerator is None else denominator,
        draw(st.sampled_from(ActualState)),
        draw(maybe_text()),
        draw(maybe_text()),
    )


@st.composite
def narratives(draw: st.DrawFn) -> tuple[Narrative, ...]:
    """What is said of an indicator, by year and part."""
    places = draw(st.sets(st.tuples(st.integers(2019, 2022), st.sampled_from(NarrativePart)), max_size=3))
    order = list(NarrativePart)
    said = long_texts().filter(lambda text: not text.casefold().startswith(NOT_APPLICABLE))
    why = texts().filter(lambda text: not text.startswith(":"))
    return tuple(
        Narrative(year, part, text=draw(said)) if draw(st.booleans()) else Narrative(year, part, "", draw(why))
        for year, part in sorted(places, key=lambda place: (place[0], order.index(place[1])))
    )


@st.composite
def indicators(draw: st.DrawFn, identifier: str, others: list[str]) -> PerformanceIndicator:
    """An indicator with everything that can be said of it."""
    unit = draw(st.sampled_from(_UNITS))
    raw = draw(maybe(st.builds(RawCalculation, texts(), texts(), st.integers(1, 1000).map(Decimal))))
    promised = sorted(draw(st.sets(st.integers(2019, 2023), max_size=3)))
    reported = sorted(draw(st.sets(st.integers(2017, 2022), max_size=3)))
    benchmark = st.builds(Benchmark, years, texts(), maybe(numbers(unit)), maybe_text(), maybe_text())
    return PerformanceIndicator(
        id=identifier,
        name=draw(long_texts()),
        unit=unit,
        formula=draw(st.sampled_from([formula.name for formula in FORMULAS])),
        is_key=draw(st.booleans()),
        kind=draw(maybe(st.sampled_from(ResultKind))),
        decimals=draw(st.integers(0, 6)),
        minimum=draw(maybe(numbers(unit))),
        maximum=draw(maybe(numbers(unit))),
        zero_target=draw(st.sampled_from(ZeroTarget)),
        raw=raw,
        sheet=IndicatorSheet(*(draw(maybe_text()) for _ in range(9))),
        valid_from=draw(maybe(years)),
        valid_to=draw(maybe(years)),
        replaced_by=draw(st.sampled_from(["", *others])),
        baseline=draw(maybe(st.builds(Baseline, years, numbers(unit)))),
        targets=tuple(draw(targets(year, unit)) for year in promised),
        end_target=draw(maybe(years.flatmap(lambda year: targets(year, unit)))),
        actuals=tuple(draw(actuals(year, unit, raw)) for year in reported),
        benchmarks=tuple(draw(st.lists(benchmark, max_size=2))),
        narratives=draw(narratives()),
    )


@st.composite
def nodes(draw: st.DrawFn, level: int, codes: list[str], measured: list[str], others: list[str]) -> BudgetNode:
    """A programme with what is below it; takes its codes from the list, and those of its indicators from `measured`."""
    identifier = codes.pop()
    own = [draw(indicators(measured.pop(), others)) for _ in range(min(len(measured), draw(st.integers(0, 1))))]
    children: list[BudgetNode] = []
    while level < 2 and codes and draw(st.booleans()):
        children.append(draw(nodes(level + draw(st.integers(1, 2 - level)), codes, measured, others)))
    budgeted = [] if children else sorted(draw(st.sets(st.integers(2018, 2023), max_size=3)))
    return BudgetNode(
        identifier,
        draw(long_texts()),
        list(BudgetLevel)[level],
        draw(maybe_text().filter(lambda code: code != "-")),
        tuple(Amount(year, draw(maybe(money())), draw(maybe(money()))) for year in budgeted),
        tuple(own),
        tuple(children),
    )


@st.composite
def scales(draw: st.DrawFn) -> RatingScale:
    """A scale of one to four classes."""
    bounds = sorted(draw(st.sets(percents(-10, 200), max_size=3)), reverse=True)
    assert all(above > below for above, below in pairwise(bounds))
    bands = tuple(Band(draw(texts()), bound) for bound in (*bounds, None))
    decimals = draw(maybe(st.integers(0, 6)))
    return RatingScale(
        draw(texts()), draw(texts()), bands, draw(citations()), bound_opens_band=draw(st.booleans()), decimals=decimals
    )


@st.composite
def settings_of_reports(draw: st.DrawFn) -> ReportSettings:
    """How an agency reports."""
    cap, floor = draw(maybe(percents(100, 150))), draw(maybe(percents(0, 50)))
    return ReportSettings(
        report_name=draw(texts()),
        abbreviation=draw(texts()),
        arrangement=draw(st.sampled_from(Arrangement)),
        scale=draw(st.one_of(st.sampled_from(ACHIEVEMENT_SCALES), scales())),
        limits=Limits(cap, floor, draw(maybe(citations()))),
        average_cap=draw(percents(0, 200)),
        efficiency_method=draw(st.sampled_from([method.name for method in EFFICIENCY_METHODS])),
        budget_source=draw(maybe_text()),
        mark=draw(maybe_text()),
    )


@st.composite
def _issues(draw: st.DrawFn) -> tuple[Issue, ...]:
    signed = sorted(draw(st.sets(st.integers(2019, 2023), max_size=2)))
    days = maybe(st.dates(date(1890, 1, 1), date(2090, 1, 1)))
    every = [Issue(year, draw(maybe_text()), draw(days), draw(maybe(people()))) for year in signed]
    return tuple(issue for issue in every if issue != Issue(issue.year))


@st.composite
def _texts_of_reports(draw: st.DrawFn) -> tuple[ReportText, ...]:
    order = list(ReportPart)
    places = draw(st.sets(st.tuples(st.integers(2019, 2023), st.sampled_from(ReportPart)), max_size=3))
    ordered = sorted(places, key=lambda place: (place[0], order.index(place[1])))
    return tuple(ReportText(year, part, draw(long_texts())) for year, part in ordered)


@st.composite
def _agreements(draw: st.DrawFn, units: dict[str, str]) -> tuple[PerformanceAgreement, ...]:
    found: list[PerformanceAgreement] = []
    for year in draw(st.lists(st.integers(2019, 2023), max_size=2, unique=True)):
        changed = draw(st.lists(st.sampled_from(sorted(units)), max_size=2, unique=True)) if units else []
        agreed = tuple(AgreedTarget(code, draw(targets(year, units[code]))) for code in changed)
        day = draw(maybe(st.dates(date(1990, 1, 1), date(2090, 1, 1))))
        first, second = draw(maybe(people())), draw(maybe(people()))
        found.append(PerformanceAgreement(year, first, second, draw(maybe_text()), draw(maybe_text()), day, agreed))
    return tuple(found)


@st.composite
def records(draw: st.DrawFn) -> PerformanceRecord:
    """A record of full width and a few rows of each thing."""
    codes = draw(st.lists(texts(8), min_size=12, max_size=12, unique_by=_folded))
    goal_codes, objective_codes, indicator_codes = codes[:2], codes[2:5], codes[5:]
    of_plan, of_nodes = indicator_codes[:4], indicator_codes[4:]
    own = st.lists(long_texts(), max_size=2).map(tuple)
    objectives = [
        StrategicObjective(
            code,
            draw(long_texts()),
            tuple(draw(indicators(of_plan.pop(), indicator_codes[:3])) for _ in range(draw(st.integers(0, 1)))),
            draw(own),
            draw(own),
        )
        for code in objective_codes[: draw(st.integers(0, 3))]
    ]
    split = draw(st.integers(0, len(objectives)))
    measured = tuple(draw(indicators(of_plan.pop(), [])) for _ in range(draw(st.integers(0, 1))))
    goals = (
        Goal(goal_codes[0], draw(long_texts()), tuple(objectives[:split]), measured),
        Goal(goal_codes[1], draw(long_texts()), tuple(objectives[split:])),
    )
    nomenclature = st.sampled_from(("8.01.03", "8.01.03.2.01", "8.01.03.2.01.0001", "X.XX.01", "1.1", "a.b.c"))
    own_code = texts(8).filter(lambda code: code != NONE)  # "-" in the column of parents says that there is none
    node_codes = draw(st.lists(st.one_of(nomenclature, own_code), max_size=6, unique_by=_folded))
    programmes: list[BudgetNode] = []
    while node_codes:
        programmes.append(draw(nodes(0, node_codes, of_nodes, [])))
    plan = StrategicPlan(
        draw(maybe_text()), 2019, 2023, goals, draw(own), draw(own), draw(maybe_text()), draw(maybe_text())
    )
    record = PerformanceRecord(draw(agencies()), plan, tuple(programmes))
    present = {indicator.id: indicator.unit for indicator in record.indicators()}
    served = [goal.id for goal in goals] + [item.id for item in objectives] + [item.id for item in plan.indicators()]
    known = [node.id for node in record.nodes()]
    pairs = (
        draw(st.lists(st.tuples(st.sampled_from(known), st.sampled_from(served)), max_size=3, unique=True))
        if known
        else []
    )
    return PerformanceRecord(
        record.agency,
        _without_strangers(plan, set(present)),
        record.programmes,
        tuple(Support(node, subject, draw(percents())) for node, subject in pairs),
        draw(_agreements(present)),
        draw(_issues()),
        draw(_texts_of_reports()),
        draw(settings_of_reports()),
        tuple(draw(st.lists(st.builds(Choice, texts(), long_texts(), maybe_text()), max_size=2))),
    )


def _without_strangers(plan: StrategicPlan, present: set[str]) -> StrategicPlan:
    """The plan with `replaced_by` only where that indicator exists."""

    def known(every: tuple[PerformanceIndicator, ...]) -> tuple[PerformanceIndicator, ...]:
        return tuple(item if item.replaced_by in present else replace(item, replaced_by="") for item in every)

    return replace(
        plan,
        goals=tuple(
            replace(
                goal,
                indicators=known(goal.indicators),
                objectives=tuple(replace(item, indicators=known(item.indicators)) for item in goal.objectives),
            )
            for goal in plan.goals
        ),
    )
