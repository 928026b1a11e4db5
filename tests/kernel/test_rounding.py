from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksama.kernel.figures import Interval, read_figure, write_decimal
from saksama.kernel.quantity import Quantity, Reason, Uncomputable, exact
from saksama.kernel.rounding import as_fraction, ending_decimal, half_up, write_number, write_percent, write_rupiah
from saksama.kernel.totals import geometric_mean

calmly = settings(deadline=None)
fractions = st.fractions(max_denominator=10**6) | st.integers().map(lambda ties: Fraction(ties, 2000))
decimals = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12)
places = st.integers(min_value=0, max_value=6)


@calmly
@given(value=decimals, count=places)
def test_half_up_agrees_with_the_decimal_module(value: Decimal, count: int) -> None:
    rounded = value.quantize(Decimal(1).scaleb(-count), rounding=ROUND_HALF_UP, context=Context(prec=60))

    assert half_up(Fraction(value), count) == rounded
    assert write_number(Fraction(value), count) == f"{rounded + 0:,.{count}f}".translate(str.maketrans(",.", ".,"))


@calmly
@given(value=fractions, count=places)
def test_rounding_moves_a_value_by_half_a_unit_at_most(value: Fraction, count: int) -> None:
    assert abs(Fraction(half_up(value, count)) - value) <= Fraction(1, 2 * 10**count)


@calmly
@given(digits=st.integers(min_value=10**28, max_value=10**90))
def test_digits_beyond_the_context_are_kept(digits: int) -> None:
    with localcontext(Context(prec=3)):
        assert write_number(Fraction(digits), 0).replace(".", "") == str(digits)


@pytest.mark.parametrize(
    ("value", "written"),
    [("0.005", "0,01"), ("-0.005", "-0,01"), ("-0.004", "0,00"), ("2.675", "2,68"), ("1234567.5", "1.234.567,50")],
)
def test_number_is_written_in_indonesian(value: str, written: str) -> None:
    assert write_number(Fraction(value)) == written
    assert write_percent(Fraction(value)) == f"{written}%"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("4827274899", "Rp4.827.274.899"),
        ("-1500", "-Rp1.500"),
        ("0", "Rp0"),
        ("1234/3", "Rp411,33"),
        ("-1/1000", "Rp0,00"),
        ("-1/100", "-Rp0,01"),
    ],
)
def test_rupiah_are_written_without_space_and_with_cents_only_where_there_are_any(value: str, written: str) -> None:
    assert write_rupiah(Fraction(value)) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("67.50", "67,50"),
        ("67.5", "67,5"),
        ("100", "100"),
        ("1E+2", "100"),
        ("-0.00", "0,00"),
        ("1234567.8", "1.234.567,8"),
        ("NaN", "NaN"),
        ("-Infinity", "-Infinity"),
        ("1E+999999999", "1E+999999999"),
        ("1E-999999999", "1E-999999999"),
    ],
)
def test_stated_number_is_written_as_stated_and_never_fills_the_memory(value: str, written: str) -> None:
    assert write_decimal(Decimal(value)) == written


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity", "1E+999999999", "1E-999999999", "0E+70"])
def test_what_is_no_number_gives_none(value: str) -> None:
    result: Quantity = exact(Decimal(value))

    assert isinstance(result, Uncomputable)
    assert result.reason is Reason.NOT_A_NUMBER


def test_a_float_is_an_error() -> None:
    with pytest.raises(TypeError):
        as_fraction(0.1)  # type: ignore[arg-type]


@calmly
@given(value=st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**6), count=places)
def test_printed_figure_stands_for_an_interval_that_contains_the_value(value: Fraction, count: int) -> None:
    for text in (write_number(value, count), write_percent(value, count)):
        figures = read_figure(text)

        assert isinstance(figures, tuple)
        assert any(value in figure.interval() for figure in figures)


@calmly
@given(value=decimals)
def test_reading_what_was_written_finds_the_value(value: Decimal) -> None:
    figures = read_figure(write_decimal(value))

    assert isinstance(figures, tuple)
    assert value in [figure.value for figure in figures]


@calmly
@given(rupiah=st.integers(min_value=-(10**15), max_value=10**15))
def test_written_rupiah_are_read_exactly_and_without_doubt(rupiah: int) -> None:
    figures = read_figure(write_rupiah(Fraction(rupiah)))

    assert isinstance(figures, tuple)
    assert [figure.interval() for figure in figures] == [Interval(Fraction(rupiah), Fraction(rupiah))]


@calmly
@given(
    values=st.lists(st.fractions(min_value=0, max_value=300, max_denominator=1000), min_size=1, max_size=5),
    count=st.integers(min_value=0, max_value=4),
)
def test_geometric_mean_is_rounded_half_up_exactly(values: list[Fraction], count: int) -> None:
    mean = geometric_mean(tuple(values), count)

    assert isinstance(mean, Fraction)
    half, degree = Fraction(1, 2 * 10**count), len(values)
    product = Fraction(1)
    for value in values:
        product *= value
    assert max(mean - half, Fraction(0)) ** degree <= product < (mean + half) ** degree


@pytest.mark.parametrize(
    ("value", "written"),
    [("7/2", "3.5"), ("400", "400"), ("1/3", "0.3333333333"), ("-2/3", "-0.6666666667"), ("1/4096", "0.000244140625")],
)
def test_a_decimal_for_other_programs_is_exact_where_it_ends(value: str, written: str) -> None:
    assert f"{ending_decimal(Fraction(value)):f}" == written
