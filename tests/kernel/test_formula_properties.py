from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from saksama.kernel.achievement import FORMULAS
from saksama.kernel.evaluation import ALL_FORMULAS, InexactInputError, evaluate, replay
from saksama.kernel.explanation import ContradictoryLimitsError, Input, Limits, ZeroTarget
from saksama.kernel.figures import Interval
from saksama.kernel.formula import Formula, Polarity, bounds
from saksama.kernel.quantity import Quantity, Reason, Uncomputable
from saksama.kernel.rating import ACHIEVEMENT_SCALES, RatingScale
from saksama.kernel.steps import steps
from saksama.kernel.totals import MEAN, SUM
from tests.kernel.strategies import any_number, boxes, inner_point, often, points, positive

each_formula = pytest.mark.parametrize("formula", ALL_FORMULAS, ids=lambda formula: formula.name)
each_achievement = pytest.mark.parametrize("formula", FORMULAS, ids=lambda formula: formula.name)
each_scale = pytest.mark.parametrize("scale", ACHIEVEMENT_SCALES, ids=lambda scale: scale.name)
percents = st.decimals(min_value=-50, max_value=300, places=2)


def _inputs(values: dict[str, Fraction]) -> tuple[Input, ...]:
    return tuple(Input(name, value) for name, value in values.items())


def _distance(formula: Formula, values: dict[str, Fraction]) -> Fraction:
    """How good an actual is, from the promise alone: the greater the better."""
    actual = values["actual"]
    if formula.polarity is Polarity.HIGHER_IS_BETTER:
        return actual
    if formula.polarity is Polarity.LOWER_IS_BETTER:
        return -actual
    return -abs(actual - values["target"])


@each_achievement
@each_scale
@often
@given(drawn=st.data())
def test_better_performance_never_rates_worse(formula: Formula, scale: RatingScale, drawn: st.DataObject) -> None:
    values = drawn.draw(points(formula))
    other = values | {"actual": drawn.draw(any_number)}

    worse, better = sorted((values, other), key=lambda point: _distance(formula, point))
    low, high = evaluate(formula, _inputs(worse), scale), evaluate(formula, _inputs(better), scale)

    if isinstance(low.value, Fraction) and isinstance(high.value, Fraction):
        assert low.value <= high.value
        assert low.band is not None
        assert high.band is not None
        assert scale.bands.index(low.band) >= scale.bands.index(high.band)


@each_achievement
@often
@given(drawn=st.data(), target=positive, width=st.just(Fraction(0)) | positive)
def test_exact_hit_gives_100(formula: Formula, drawn: st.DataObject, target: Fraction, width: Fraction) -> None:
    high = target + width if "low" in formula.inputs else target
    hit = drawn.draw(st.sampled_from([target, high]))
    values = {"actual": hit, "target": target, "low": target, "high": high}

    assert formula.compute(values) == 100


@each_achievement
@pytest.mark.parametrize("policy", ZeroTarget)
@often
@given(actual=any_number)
def test_target_of_zero_never_divides(formula: Formula, policy: ZeroTarget, actual: Fraction) -> None:
    values = {"actual": actual, "target": Fraction(0), "low": Fraction(0), "high": Fraction(0)}

    result = evaluate(formula, _inputs({name: values[name] for name in formula.inputs}), zero_target=policy)

    is_met_inside_range = "low" in formula.inputs and actual == 0
    decides = policy is ZeroTarget.MET_AT_ZERO and formula.polarity is Polarity.LOWER_IS_BETTER
    met: Quantity = Fraction(100 if actual <= 0 else 0)
    without = met if is_met_inside_range else Uncomputable(Reason.ZERO_TARGET)
    assert result.value == (met if decides else without)


@each_formula
@often
@given(drawn=st.data(), cap=st.none() | percents, floor=st.none() | percents)
def test_limited_result_stays_inside_its_limits(
    formula: Formula, drawn: st.DataObject, cap: Decimal | None, floor: Decimal | None
) -> None:
    if cap is not None and floor is not None and floor > cap:
        with pytest.raises(ContradictoryLimitsError):
            Limits(cap, floor)
        return

    result = evaluate(formula, _inputs(drawn.draw(points(formula))), limits=Limits(cap, floor))

    if isinstance(result.capped, Fraction):
        assert cap is None or result.capped <= cap
        assert floor is None or result.capped >= floor
        assert result.capped in {result.value, cap, floor}


@each_formula
@often
@given(drawn=st.data())
def test_bounds_contain_the_value_of_every_inner_point(formula: Formula, drawn: st.DataObject) -> None:
    box = drawn.draw(boxes(formula))
    found = bounds(formula, box)
    if isinstance(found, Uncomputable):
        return

    value = formula.compute(drawn.draw(inner_point(box)))

    assert isinstance(value, Fraction)
    assert value in found


@each_formula
@often
@given(drawn=st.data())
def test_bounds_are_reached(formula: Formula, drawn: st.DataObject) -> None:
    box = drawn.draw(boxes(formula))
    point = {name: side.low for name, side in box.items()}

    exact = bounds(formula, {name: Interval(value, value) for name, value in point.items()})

    value = formula.compute(point)
    assert exact == (value if isinstance(value, Uncomputable) else Interval(value, value))


def test_bounds_of_a_quotient_are_those_of_its_corners() -> None:
    ratio = next(formula for formula in FORMULAS if formula.name == "ratio")
    box = {"actual": Interval(Fraction(90), Fraction(99)), "target": Interval(Fraction(90), Fraction(110))}

    assert bounds(ratio, box) == Interval(Fraction(900, 11), Fraction(110))


def test_bounds_see_a_target_that_may_be_zero_inside_the_box() -> None:
    range_ratio = next(formula for formula in FORMULAS if formula.name == "range-ratio")
    sides = {"actual": (Fraction(-1, 2), Fraction(3)), "low": (Fraction(-1), Fraction(1)), "high": (Fraction(5),) * 2}

    found = bounds(range_ratio, {name: Interval(low, high) for name, (low, high) in sides.items()})

    assert found == Uncomputable(Reason.ZERO_TARGET)


def test_bounds_find_the_peak_of_on_target_inside_the_box() -> None:
    on_target = next(formula for formula in FORMULAS if formula.name == "on-target")
    box = {"actual": Interval(Fraction(8), Fraction(12)), "target": Interval(Fraction(10), Fraction(10))}

    assert bounds(on_target, box) == Interval(Fraction(80), Fraction(100))


@each_formula
@often
@given(drawn=st.data(), policy=st.sampled_from(ZeroTarget), scale=st.sampled_from([None, *ACHIEVEMENT_SCALES]))
def test_replaying_an_explanation_gives_the_same_result(
    formula: Formula, drawn: st.DataObject, policy: ZeroTarget, scale: RatingScale | None
) -> None:
    missing = st.sampled_from(Reason).map(Uncomputable)
    names = formula.inputs or ("first", "second")
    inputs = tuple(Input(name, drawn.draw(any_number | missing)) for name in names)
    limits = Limits(cap=drawn.draw(st.none() | percents))

    result = evaluate(formula, inputs, scale, identifier="capaian/IK/2020", limits=limits, zero_target=policy)

    assert replay(result.explanation) == result
    assert replay(result.explanation).explanation == result.explanation
    assert bool(steps(result.explanation)) == isinstance(result.value, Fraction)


@each_formula
@often
@given(drawn=st.data())
def test_a_missing_input_makes_the_result_missing_for_its_reason(formula: Formula, drawn: st.DataObject) -> None:
    values = drawn.draw(points(formula))
    absent = drawn.draw(st.sampled_from(sorted(values)))
    reason = Uncomputable(Reason.NOT_RELEASED, absent)
    inputs = tuple(Input(name, reason if name == absent else value) for name, value in values.items())

    result = evaluate(formula, inputs, ACHIEVEMENT_SCALES[0], zero_target=ZeroTarget.MET_AT_ZERO)

    assert (result.value, result.capped, result.band, result.printed()) == (reason, reason, None, None)


@often
@given(terms=st.lists(any_number, min_size=1, max_size=6))
@example(terms=[Fraction(60), Fraction(60)])
def test_terms_of_one_name_all_count(terms: list[Fraction]) -> None:
    inputs = tuple(Input("P1", term) for term in terms)

    assert evaluate(SUM, inputs).value == sum(terms)
    assert evaluate(MEAN, inputs).value == sum(terms) / len(terms)


@pytest.mark.parametrize("value", [0.1, Decimal("0.1"), 1])
def test_inexact_input_is_an_error_and_never_left_out(value: object) -> None:
    inputs = (Input("first", Fraction(1)), Input("second", value))  # type: ignore[arg-type]

    with pytest.raises(InexactInputError):
        evaluate(SUM, inputs)
