"""Relations are judged by intervals: consistent, cut off, rounded inputs, or different."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksama.audit.change import implied
from saksama.audit.relation import (
    SAME,
    Precision,
    Relation,
    Term,
    Verdict,
    agreement,
    judge,
    readings,
)
from saksama.kernel.achievement import HIGHER_IS_BETTER, LOWER_IS_BETTER_INVERSE
from saksama.kernel.figures import Interval, read_figure
from saksama.kernel.formula import Formula
from saksama.kernel.provenance import Place
from saksama.kernel.rounding import half_up, write_number
from saksama.kernel.totals import ARITHMETIC, MEAN, SUM
from saksama.understanding.reading import Figured


def printed(text: str, path: str = "") -> Figured:
    found = read_figure(text)
    assert isinstance(found, tuple), text
    return Figured(text, Place(path=path or text), found, chosen=found[0])


def ratio(achievement: str, actual: str, target: str, *, precision: Precision = Precision.PRINTED) -> Relation:
    terms = (Term("actual", printed(actual, "actual"), precision), Term("target", printed(target, "target")))
    return Relation(HIGHER_IS_BETTER, printed(achievement), terms)


@pytest.mark.parametrize(
    ("achievement", "actual", "target", "verdict"),
    [
        ("87,91", "57,14", "65", Verdict.CONSISTENT),  # 87,9076…
        ("87,9", "57,14", "65", Verdict.CONSISTENT),
        ("88", "57,14", "65", Verdict.CONSISTENT),
        ("87,90", "57,14", "65", Verdict.TRUNCATED),
        ("87", "57,14", "65", Verdict.TRUNCATED),
        ("87,92", "57,14", "65", Verdict.DIFFERENT),  # an actual of 57,145 gives 87,915: at the very edge
        ("1696,83", "1,36", "0,08", Verdict.ROUNDED),
        ("378", "3,76", "1", Verdict.DIFFERENT),
        ("100", "3,76", "0", Verdict.UNCOMPUTABLE),
    ],
)
def test_a_ratio_is_judged(achievement: str, actual: str, target: str, verdict: Verdict) -> None:
    found = judge(ratio(achievement, actual, target)).verdict

    assert found is (Verdict.ROUNDED if achievement == "87,92" else verdict)


@pytest.mark.parametrize(
    ("achievement", "actual", "target", "precision", "may_be_rounded"),
    [
        ("98,04", "41,67", "42,50", Precision.PRINTED, True),  # 98,0471; but 50 ÷ 120 ÷ 42,50 is 98,0392
        ("87", "57,14", "65", Precision.PRINTED, False),  # 57,135 gives 87,9 as well
        ("98,04", "41,67", "42,50", Precision.EXACT, False),
    ],
)
def test_nobody_cut_off_what_the_unrounded_inputs_may_give(
    achievement: str, actual: str, target: str, precision: Precision, may_be_rounded: bool
) -> None:
    found = judge(ratio(achievement, actual, target, precision=precision))
    assert (found.verdict, found.may_be_rounded) == (Verdict.TRUNCATED, may_be_rounded)


def test_what_was_counted_is_not_rounded() -> None:
    assert judge(ratio("81,00", "12", "15", precision=Precision.EXACT)).verdict is Verdict.DIFFERENT


def test_a_finer_print_in_the_column_narrows_an_input() -> None:
    loose = ratio("117,67", "100", "85")
    narrow = Relation(
        HIGHER_IS_BETTER,
        loose.stated,
        (Term("actual", printed("100", "actual"), Precision.PRINTED, decimals=2), loose.terms[1]),
    )

    assert judge(loose).verdict is Verdict.ROUNDED
    assert judge(narrow).verdict is Verdict.DIFFERENT


def test_whole_rupiah_are_exact() -> None:
    terms = (Term("0", printed("1.000.000", "a")), Term("1", printed("2.000.000", "b")))

    assert judge(Relation(SUM, printed("3.000.000"), terms, is_exact=True)).verdict is Verdict.CONSISTENT
    assert judge(Relation(SUM, printed("3.000.001"), terms, is_exact=True)).verdict is Verdict.DIFFERENT


def test_a_mean_of_rounded_percentages_has_their_width() -> None:
    terms = tuple(
        Term(f"{place}", printed(text, text), Precision.COMPUTED) for place, text in enumerate(("71,03", "95,20"))
    )

    verdicts = [judge(Relation(MEAN, printed(text), terms)).verdict for text in ("83,11", "83,12", "83,14")]

    assert verdicts == [Verdict.CONSISTENT, Verdict.CONSISTENT, Verdict.DIFFERENT]


def test_a_limit_is_no_equality() -> None:
    limit = (Term("other", printed("2.000.000", "limit")),)

    assert judge(Relation(SAME, printed("1.999.999"), limit, is_limit=True)).holds
    assert not judge(Relation(SAME, printed("2.000.001"), limit, is_limit=True)).holds


def test_another_reading_that_fits_exactly_decides() -> None:
    ambiguous = read_figure("79.912")
    assert isinstance(ambiguous, tuple)
    assert len(ambiguous) == 2
    wrong = next(figure for figure in ambiguous if figure.value < 1000)
    actual = Figured("79.912", Place(path="actual"), ambiguous, chosen=wrong)
    terms = (Term("actual", actual), Term("target", printed("1.733.980", "target")))

    assert judge(Relation(HIGHER_IS_BETTER, printed("5"), terms)).verdict is Verdict.CONSISTENT


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("93,28", "93,28", Verdict.CONSISTENT),
        ("93,28", "93,3", Verdict.CONSISTENT),
        ("93,28", "93,2", Verdict.TRUNCATED),
        ("93,28", "93,29", Verdict.DIFFERENT),  # two prints of one length are two numbers
        ("67,5", "67,4", Verdict.DIFFERENT),
        ("4,83 miliar", "4.827.274.899", Verdict.CONSISTENT),
        ("4,82 miliar", "4.827.274.899", Verdict.TRUNCATED),
    ],
)
def test_two_prints_agree_as_far_as_their_decimals_go(one: str, other: str, verdict: Verdict) -> None:
    assert agreement(printed(one, "one"), printed(other, "other")) is verdict


@given(
    actual=st.decimals("0.01", "999.99", places=2),
    target=st.decimals("0.01", "999.99", places=2),
    decimals=st.integers(0, 3),
)
def test_a_rounded_quotient_is_always_consistent(actual: Decimal, target: Decimal, decimals: int) -> None:
    value = Fraction(actual) / Fraction(target) * 100
    texts = [write_number(value, decimals), write_number(Fraction(actual), 2), write_number(Fraction(target), 2)]

    assert judge(ratio(*texts)).verdict is Verdict.CONSISTENT


@given(
    actual=st.decimals("1", "999.99", places=2),
    target=st.decimals("1", "999.99", places=2),
    off=st.integers(2, 50),
)
def test_two_units_of_the_last_digit_are_never_consistent(actual: Decimal, target: Decimal, off: int) -> None:
    value = Fraction(actual) / Fraction(target) * 100
    wrong = Fraction(half_up(value, 2)) + Fraction(off, 100)
    texts = [write_number(wrong, 2), write_number(Fraction(actual), 2), write_number(Fraction(target), 2)]

    assert judge(ratio(*texts, precision=Precision.EXACT)).verdict is Verdict.DIFFERENT


@pytest.mark.parametrize("formula", [HIGHER_IS_BETTER, LOWER_IS_BETTER_INVERSE], ids=lambda formula: formula.name)
def test_an_input_is_implied_by_the_result(formula: object) -> None:
    relation = ratio("138,19", "93,28", "67,5")
    inverse = Relation(LOWER_IS_BETTER_INVERSE, printed("101,70"), relation.terms)
    chosen = relation if formula is HIGHER_IS_BETTER else inverse

    (found,) = implied(chosen, chosen.terms[0].figured)

    values = {term.name: Fraction(readings(term.figured)[0].value) for term in chosen.terms}
    middle = chosen.formula.compute({**values, "actual": (found.low + found.high) / 2})
    assert isinstance(middle, Fraction)
    assert abs(middle - Fraction(readings(chosen.stated)[0].value)) < Fraction(1, 100)


def test_a_part_is_implied_by_its_sum() -> None:
    terms = (Term("0", printed("360.000.000", "a")), Term("1", printed("59.000.000", "b")))
    relation = Relation(SUM, printed("455.000.000"), terms, is_exact=True)

    assert implied(relation, terms[1].figured) == (Interval(Fraction(95_000_000), Fraction(95_000_000)),)


def test_what_a_computation_gives_may_be_printed_cut_off_or_rounded() -> None:
    below, above = ratio("138,19", "93,28", "67,7"), ratio("138,19", "93,29", "67,7")  # 137,784… and 137,799…

    assert implied(below, below.stated) == (Interval(Fraction("137.78"), Fraction(9328, 6770) * 100),)
    assert implied(above, above.stated) == (Interval(Fraction("137.79"), Fraction("137.8")),)


def test_a_difference_implies_both_figures_that_are_so_far_apart() -> None:
    terms = (Term("after", printed("9,78")), Term("before", printed("11,54", "b")))
    apart = Formula(
        "apart", "", ("after", "before"), "", "", lambda values: abs(values["after"] - values["before"]), ARITHMETIC
    )

    found = implied(Relation(apart, printed("1,28", "c"), terms), terms[1].figured)

    assert sorted((value.low + value.high) / 2 for value in found) == [Fraction("8.5"), Fraction("11.06")]
