"""Performance records of full width for property tests: every field of the record is sometimes filled, sometimes not.

They are records as a planner can write them down: no narrative without words, no raw data without a denominator, lists
that belong to years in the order of the years.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import strategies as st

from saksama.exchange.fields import NONE, NOT_APPLICABLE
from saksama.kernel.achievement import FORMULAS
from saksama.kernel.agency import Agency, Logo, Officeholder, StaffCount, Unit
from saksama.kernel.budget import BudgetLevel, BudgetNode, BudgetVersion, Support
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
from saksama.kernel.value_scale import SHIPPED_VALUE_SCALES, ValueScale
from tests.exchange.activity_records import (
    assets,
    attachments,
    awards,
    innovations,
    pictures,
    png,
    recommendations,
)
from tests.exchange.indicator_records import (
    changes,
    period_actuals,
    period_targets,
    schedules,
    surveys,
    value_scales,
    values,
)
from tests.exchange.money_records import amounts, budget_versions, expenditure_statuses
from tests.exchange.plain_values import (
    folded,
    is_tellable,
    long_texts,
    maybe,
    maybe_text,
    numbers,
    percents,
    texts,
    years,
)

_UNITS = ("%", "Indeks", "Orang", "persen", "Nilai (0-100)")


def people() -> st.SearchStrategy[Officeholder]:
    """A person in a post, with at least a name."""
    return st.builds(Officeholder, texts(), maybe_text(), maybe_text(), maybe_text(), st.sampled_from(("", "Plt.")))


def citations() -> st.SearchStrategy[Citation]:
    """A regulation and clause."""
    return st.builds(Citation, texts(), maybe_text(), st.sampled_from(Certainty), maybe_text())


@st.composite
def agencies(draw: st.DrawFn) -> Agency:
    """An agency with its organisation."""
    names = draw(st.lists(texts(), max_size=4, unique_by=folded))
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
        if not is_tellable(value, unit):
            value = None
    return Actual(
        year,
        value,
        numerator,
        None if numerator is None else denominator,
        draw(st.sampled_from(ActualState)),
        draw(maybe_text()),
        draw(maybe_text()),
        draw(maybe_text()),
        draw(maybe(st.integers(year - 3, year))),
        draw(maybe(st.dates(date(1990, 1, 1), date(2090, 1, 1)))),
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
def indicators(
    draw: st.DrawFn, identifier: str, others: list[str], scales: tuple[ValueScale, ...]
) -> PerformanceIndicator:
    """An indicator with everything that can be said of it."""
    unit = draw(st.sampled_from(_UNITS))
    scale = draw(maybe(st.sampled_from([*scales, SHIPPED_VALUE_SCALES[1]])))
    schedule = draw(schedules())
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
        baseline=draw(maybe(st.builds(Baseline, years, values(unit, scale)))),
        targets=tuple(draw(targets(year, unit)) for year in promised),
        end_target=draw(maybe(years.flatmap(lambda year: targets(year, unit)))),
        actuals=tuple(draw(actuals(year, unit, raw)) for year in reported),
        benchmarks=tuple(draw(st.lists(benchmark, max_size=2))),
        narratives=draw(narratives()),
        schedule=schedule,
        period_targets=draw(period_targets(schedule, unit, scale)),
        period_actuals=draw(period_actuals(schedule, unit, scale, raw)),
        value_scale=scale.name if scale else "",
        changes=draw(changes(others)),
    )


@st.composite
def nodes(
    draw: st.DrawFn,
    level: int,
    codes: list[str],
    measured: list[str],
    *,
    scales: tuple[ValueScale, ...],
    versions: tuple[BudgetVersion, ...],
) -> BudgetNode:
    """A programme with what is below it; takes its codes from the list, and those of its indicators from `measured`."""
    identifier = codes.pop()
    own = [draw(indicators(measured.pop(), [], scales)) for _ in range(min(len(measured), draw(st.integers(0, 1))))]
    children: list[BudgetNode] = []
    while level < 2 and codes and draw(st.booleans()):
        below = level + draw(st.integers(1, 2 - level))
        children.append(draw(nodes(below, codes, measured, scales=scales, versions=versions)))
    budgeted = [] if children else sorted(draw(st.sets(st.integers(2018, 2023), max_size=3)))
    return BudgetNode(
        identifier,
        draw(long_texts()),
        list(BudgetLevel)[level],
        draw(maybe_text().filter(lambda code: code != "-")),
        tuple(draw(amounts(year, versions)) for year in budgeted),
        tuple(own),
        tuple(children),
        draw(maybe_text()),
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
def _agreements(
    draw: st.DrawFn, units: dict[str, str], versions: tuple[BudgetVersion, ...]
) -> tuple[PerformanceAgreement, ...]:
    found: list[PerformanceAgreement] = []
    for year, revision in sorted(draw(st.sets(st.tuples(st.integers(2019, 2021), st.integers(0, 2)), max_size=3))):
        changed = draw(st.lists(st.sampled_from(sorted(units)), max_size=2, unique=True)) if units else []
        agreed = tuple(AgreedTarget(code, draw(targets(year, units[code]))) for code in changed)
        day = draw(maybe(st.dates(date(1990, 1, 1), date(2090, 1, 1))))
        first, second = draw(maybe(people())), draw(maybe(people()))
        number, place, reason = draw(maybe_text()), draw(maybe_text()), draw(maybe_text())
        version = draw(st.sampled_from(["", *(version.id for version in versions)]))
        found.append(PerformanceAgreement(year, first, second, number, place, day, agreed, revision, reason, version))
    return tuple(agreement for agreement in found if agreement != PerformanceAgreement(agreement.year))


@st.composite
def records(draw: st.DrawFn) -> PerformanceRecord:
    """A record of full width and a few rows of each thing."""
    codes = draw(st.lists(texts(8), min_size=12, max_size=12, unique_by=folded))
    goal_codes, objective_codes, indicator_codes = codes[:2], codes[2:5], codes[5:]
    of_plan, of_nodes = indicator_codes[:4], indicator_codes[4:]
    own = st.lists(long_texts(), max_size=2).map(tuple)
    scales = draw(value_scales())
    objectives = [
        StrategicObjective(
            code,
            draw(long_texts()),
            tuple(draw(indicators(of_plan.pop(), indicator_codes[:3], scales)) for _ in range(draw(st.integers(0, 1)))),
            draw(own),
            draw(own),
        )
        for code in objective_codes[: draw(st.integers(0, 3))]
    ]
    split = draw(st.integers(0, len(objectives)))
    measured = tuple(draw(indicators(of_plan.pop(), [], scales)) for _ in range(draw(st.integers(0, 1))))
    goals = (
        Goal(goal_codes[0], draw(long_texts()), tuple(objectives[:split]), measured),
        Goal(goal_codes[1], draw(long_texts()), tuple(objectives[split:])),
    )
    nomenclature = st.sampled_from(("8.01.03", "8.01.03.2.01", "8.01.03.2.01.0001", "X.XX.01", "1.1", "a.b.c"))
    own_code = texts(8).filter(lambda code: code != NONE)  # "-" in the column of parents says that there is none
    node_codes = draw(st.lists(st.one_of(nomenclature, own_code), max_size=6, unique_by=folded))
    versions = draw(budget_versions())
    programmes: list[BudgetNode] = []
    while node_codes:
        programmes.append(draw(nodes(0, node_codes, of_nodes, scales=scales, versions=versions)))
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
        tuple(Support(node, subject, draw(percents()), draw(st.booleans())) for node, subject in pairs),
        draw(_agreements(present, versions)),
        draw(_issues()),
        draw(_texts_of_reports()),
        draw(settings_of_reports()),
        tuple(draw(st.lists(st.builds(Choice, texts(), long_texts(), maybe_text()), max_size=2))),
        versions,
        draw(expenditure_statuses()),
        value_scales=scales,
        surveys=draw(surveys(sorted(present))),
        recommendations=draw(recommendations()),
        innovations=draw(innovations()),
        awards=draw(awards()),
        assets=draw(assets()),
        pictures=draw(pictures([*served, *present, *known])),
        attachments=draw(attachments()),
    )


def _without_strangers(plan: StrategicPlan, present: set[str]) -> StrategicPlan:
    """The plan in which indicators name only others that exist."""

    def known(every: tuple[PerformanceIndicator, ...]) -> tuple[PerformanceIndicator, ...]:
        return tuple(
            replace(
                item,
                replaced_by=item.replaced_by if item.replaced_by in present else "",
                changes=tuple(
                    change if change.previous in present - {item.id} else replace(change, previous="")
                    for change in item.changes
                ),
            )
            for item in every
        )

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
