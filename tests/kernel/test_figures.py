import time
from decimal import Context, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksama.kernel.figures import MAXIMUM_LENGTH, Blank, Figure, Interval, read_figure
from tests.kernel.worked_examples import entries


@pytest.mark.parametrize("entry", entries("figures.toml"), ids=lambda entry: repr(entry["text"]))
def test_cell_is_read_as_the_worked_example_says(entry: dict[str, object]) -> None:
    found = read_figure(str(entry["text"]))

    if "blank" in entry:
        assert found == Blank(entry["blank"])
        return
    assert isinstance(found, tuple)
    assert [str(figure.value) for figure in found] == entry["readings"]
    assert {(figure.unit, figure.scale) for figure in found} == {(entry.get("unit", ""), entry.get("scale", 1))}
    assert {figure.text for figure in found} == {entry["text"]}


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("89,72%", "89.715", "89.725"),
        ("100", "99.5", "100.5"),
        ("Rp4.827.274.899", "4827274899", "4827274899"),
        ("Rp 4,83 miliar", "4825000000", "4835000000"),
        ("4,8 juta", "4750000", "4850000"),
        ("-5,5", "-5.55", "-5.45"),
    ],
)
def test_figure_stands_for_half_a_unit_of_its_last_decimal_to_both_sides(text: str, low: str, high: str) -> None:
    found = read_figure(text)

    assert isinstance(found, tuple)
    assert [figure.interval() for figure in found] == [Interval(Fraction(low), Fraction(high))]
    hair = Fraction(1, 10**12)
    assert all(found[0].stands_for(Fraction(end)) for end in (low, high))
    assert not found[0].stands_for(Fraction(low) - hair)
    assert not found[0].stands_for(Fraction(high) + hair)


@pytest.mark.parametrize(("other", "meets"), [("89,72", True), ("89,73", True), ("89,74", False), ("89,7", True)])
def test_intervals_that_touch_meet(other: str, meets: bool) -> None:
    found, second = read_figure("89,72"), read_figure(other)

    assert isinstance(found, tuple)
    assert isinstance(second, tuple)
    assert found[0].interval().meets(second[0].interval()) is meets
    assert second[0].interval().meets(found[0].interval()) is meets


def test_digits_are_kept_whatever_the_precision_of_the_thread() -> None:
    with localcontext(Context(prec=3)):
        found = read_figure("1.234.567.890.123.456.789.012.345.678.901.234,56")

    assert isinstance(found, tuple)
    assert found[0].value == Decimal("1234567890123456789012345678901234.56")


def test_number_after_many_spaces_is_not_lost() -> None:
    found = read_figure("Rp" + " " * 10_000 + "5")

    assert isinstance(found, tuple)
    assert found[0].value == 5


@pytest.mark.parametrize(
    "text",
    [
        "1" * 10_000,
        "1." * 5_000,
        "(" * 10_000,
        "- " * 5_000,
        "% " * 5_000,
        "5" + " %" * (MAXIMUM_LENGTH // 2 - 1) + "x",
        "5" + " ." * (MAXIMUM_LENGTH // 2 - 1) + "x",
        "5" + "*)" * (MAXIMUM_LENGTH // 2 - 1) + "x",
        "5" + "." * (MAXIMUM_LENGTH - 2) + "x",
        "1," * (MAXIMUM_LENGTH // 2),
        "\u0301" * 10_000,
        "\ufdfa" * MAXIMUM_LENGTH,
        " " * 1_000_000,
    ],
    ids=lambda text: f"{text[:4]!r} × {len(text)}",
)
def test_long_text_is_answered_at_once(text: str) -> None:
    begun = time.process_time()

    read_figure(text)

    assert time.process_time() - begun < 0.25


@settings(deadline=None, max_examples=500)
@given(text=st.text() | st.text(alphabet="0123456789.,-–()%Rrp miliarE+½²١\u00a0\u200b\ud800", max_size=20))
def test_any_text_is_read_without_an_error_and_always_the_same(text: str) -> None:
    found = read_figure(text)

    assert found == read_figure(text)
    figures = found if isinstance(found, tuple) else ()
    assert all(figure.value.is_finite() and Fraction(figure.value) in figure.interval() for figure in figures)
    assert len(set(figures)) == len(figures)


@settings(deadline=None)
@given(value=st.decimals(places=2, min_value=0, max_value=10**9), unit=st.sampled_from(["", "%", "orang", "km"]))
def test_indonesian_and_english_marks_are_both_read(value: Decimal, unit: str) -> None:
    english = f"{value:,.2f} {unit}".strip()
    indonesian = english.translate(str.maketrans(",.", ".,"))

    for text in (english, indonesian):
        assert read_figure(text) == (Figure(text, value, 2, unit),)
