"""What indicators are measured in and when, for records in property tests: scales of words, schedules, periods."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import strategies as st

from saksama.kernel.indicator import (
    ActualState,
    Continuity,
    IndicatorChange,
    PeriodActual,
    PeriodTarget,
    RawCalculation,
)
from saksama.kernel.period import Consolidation, Cycle, Period, Schedule, periods_of
from saksama.kernel.provenance import Certainty, Citation
from saksama.kernel.rounding import half_up
from saksama.kernel.survey import ELEMENTS, SatisfactionSurvey
from saksama.kernel.value_scale import SHIPPED_VALUE_SCALES, Level, ValueScale
from tests.exchange.plain_values import folded, is_tellable, maybe, maybe_text, numbers, texts

_SHIPPED = {folded(scale.name) for scale in SHIPPED_VALUE_SCALES} | {
    folded(scale.title) for scale in SHIPPED_VALUE_SCALES
}


@st.composite
def _value_scale(draw: st.DrawFn, name: str) -> ValueScale:
    values = sorted(draw(st.sets(st.decimals(-5, 100, allow_nan=False, places=2), min_size=1, max_size=4)))
    assert all(below < above for below, above in pairwise(values))
    words = draw(st.lists(texts(12), min_size=len(values), max_size=len(values), unique_by=folded))
    levels = tuple(Level(word, value) for word, value in zip(words, values, strict=True))
    title, has_scores = draw(texts()), draw(st.booleans())
    if draw(st.booleans()):
        return ValueScale(name, title, levels, has_scores)
    citation = Citation(draw(texts()), draw(maybe_text()), draw(st.sampled_from(Certainty)), draw(maybe_text()))
    return ValueScale(name, title, levels, has_scores, citation)


@st.composite
def value_scales(draw: st.DrawFn) -> tuple[ValueScale, ...]:
    """Scales of the agency's own, one of them perhaps in the place of one that ships."""
    names = st.one_of(texts(10), st.just(SHIPPED_VALUE_SCALES[0].name))
    chosen = draw(st.lists(names, max_size=2, unique_by=folded))
    return tuple(draw(_value_scale(name)) for name in chosen)


def schedules() -> st.SearchStrategy[Schedule]:
    """When something is measured."""
    return st.builds(
        Schedule, st.sampled_from(Cycle), st.booleans(), st.sampled_from(Consolidation), maybe(st.integers(1, 12))
    )


def values(unit: str, scale: ValueScale | None) -> st.SearchStrategy[Decimal]:
    """Numbers, and those that a scale has words for."""
    if scale is None:
        return numbers(unit)
    return st.one_of(numbers(unit), st.sampled_from([level.value for level in scale.levels]))


@st.composite
def _periods(draw: st.DrawFn, schedule: Schedule) -> Sequence[Period]:
    cycle = draw(st.sampled_from((schedule.cycle, schedule.cycle, Cycle.MONTH)))
    every = [period for year in (2020, 2021) for period in periods_of(year, cycle)]
    return sorted(draw(st.sets(st.sampled_from(every), max_size=4)), key=lambda period: (period.year, period.number))


@st.composite
def period_targets(
    draw: st.DrawFn, schedule: Schedule, unit: str, scale: ValueScale | None
) -> tuple[PeriodTarget, ...]:
    """What was promised for periods, sometimes a range."""
    made = []
    for period in draw(_periods(schedule)):
        low, high = sorted(draw(st.tuples(values(unit, scale), values(unit, scale))))
        made.append(PeriodTarget(period, draw(st.sampled_from((low, high))), high))
    return tuple(made)


@st.composite
def period_actuals(
    draw: st.DrawFn, schedule: Schedule, unit: str, scale: ValueScale | None, raw: RawCalculation | None
) -> tuple[PeriodActual, ...]:
    """What was reported for periods."""
    made = []
    for period in draw(_periods(schedule)):
        value, (numerator, denominator) = draw(maybe(values(unit, scale))), draw(_parts())
        if numerator is not None and denominator and raw and value is not None:
            value = half_up(Fraction(numerator) / Fraction(denominator) * Fraction(raw.factor), 2)
            if not is_tellable(value, unit):
                value = None
        state = draw(st.sampled_from(ActualState))
        made.append(PeriodActual(period, value, numerator, denominator, state, draw(maybe_text())))
    return tuple(made)


def _parts() -> st.SearchStrategy[tuple[Decimal | None, Decimal | None]]:
    return st.one_of(st.just((None, None)), st.tuples(numbers(), numbers()))


def changes(others: Sequence[str]) -> st.SearchStrategy[tuple[IndicatorChange, ...]]:
    """What happened to an indicator."""
    change = st.builds(
        IndicatorChange,
        st.integers(2015, 2025),
        st.sampled_from(Continuity),
        st.sampled_from(["", *others]),
        maybe_text(),
    )
    return st.lists(change, max_size=2).map(tuple)


_NRR = st.decimals(1, 4, allow_nan=False, places=2)


@st.composite
def _survey(draw: st.DrawFn, code: str, indicators: Sequence[str]) -> SatisfactionSurvey:
    year = draw(st.integers(2019, 2023))
    cycle = draw(st.sampled_from(Cycle))
    answer = maybe(st.integers(1, 4))
    answers = st.lists(st.tuples(*[answer] * len(ELEMENTS)).filter(any), max_size=3).map(tuple)
    averages = st.one_of(st.just(()), st.tuples(*[maybe(_NRR)] * len(ELEMENTS)).filter(any))
    return SatisfactionSurvey(
        code,
        draw(texts()),
        year,
        draw(maybe(st.sampled_from(list(periods_of(year, cycle))))),
        draw(maybe(st.integers(0, 10**6))),
        draw(averages),
        draw(answers),
        draw(st.sampled_from(["", *indicators])),
        draw(maybe_text()),
    )


@st.composite
def surveys(draw: st.DrawFn, indicators: Sequence[str]) -> tuple[SatisfactionSurvey, ...]:
    """Surveys with averages, answers, both or neither."""
    codes = draw(st.lists(texts(8), max_size=2, unique_by=folded))
    return tuple(draw(_survey(code, indicators)) for code in codes)
