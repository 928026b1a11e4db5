from decimal import Decimal
from fractions import Fraction

import pytest

from saksama.understanding.conditions import Condition, gaps, overlaps, read_condition


@pytest.mark.parametrize(
    ("printed", "low", "high", "includes_low", "includes_high"),
    [
        ("110 Keatas", "110", None, True, True),
        ("90<x<110", "90", "110", False, False),
        ("75 ≤ N < 90", "75", "90", True, False),
        ("90 > x ≥ 75", "75", "90", True, False),
        ("≥ 91", "91", None, True, True),
        ("> 100%", "100", None, False, True),
        ("76 ≤ 90", "76", "90", True, True),
        ("91% ≤ 100%", "91", "100", True, True),
        ("85 - 100", "85", "100", True, True),
        ("100 – 85", "85", "100", True, True),
        ("> 85 s.d. 100", "85", "100", False, True),
        ("≥ 90 dan < 110", "90", "110", True, False),
        ("≥ 90 – < 110", "90", "110", True, False),
        ("65,00 – 76,60", "65.00", "76.60", True, True),
        ("X<60", None, "60", True, False),
        ("≤ 50", None, "50", True, True),
        ("kurang dari 55%", None, "55", True, False),
        ("55 ke bawah", None, "55", True, True),
        ("= 100%", "100", "100", True, True),
    ],
)
def test_a_printed_condition_says_its_bounds_and_whether_they_belong(
    printed: str, low: str | None, high: str | None, includes_low: bool, includes_high: bool
) -> None:
    expected = Condition(low and Decimal(low), high and Decimal(high), includes_low, includes_high)  # type: ignore[arg-type]

    assert read_condition(printed) == expected


@pytest.mark.parametrize("text", ["", "Baik", "100 %", "Rp 1.000", "lihat halaman 3", "90 < x < y"])
def test_other_text_is_no_condition(text: str) -> None:
    assert read_condition(text) is None


def _read(*printed: str) -> list[Condition]:
    return [condition for text in printed if (condition := read_condition(text))]


def test_classes_that_skip_a_bound_leave_a_gap() -> None:
    found = _read("110 Keatas", "90<x<110", "60<x<90", "X<60")

    assert list(gaps(found)) == [(1, 2), (2, 3)]
    assert list(overlaps(found)) == []
    assert not any(Fraction(90) in condition for condition in found)


def test_the_regulations_table_has_a_gap_below_each_class() -> None:
    found = _read("91 ≤ 100", "76 ≤ 90", "66 ≤ 75", "51 ≤ 65", "≤ 50")

    assert len(list(gaps(found))) == 4


def test_classes_that_share_a_bound_overlap() -> None:
    found = _read("4,2 – 5,0", "3,6 – 4,2", "0 – 3,5")

    assert list(overlaps(found)) == [(0, 1)]
    assert list(gaps(found)) == [(1, 2)]


def test_a_scale_without_faults_has_neither() -> None:
    found = _read("≥ 90", "≥ 60 dan < 90", "< 60")

    assert not list(gaps(found))
    assert not list(overlaps(found))
