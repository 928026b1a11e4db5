"""Values as people write them, for records in property tests."""

from decimal import Decimal
from typing import TypeVar

from hypothesis import strategies as st

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


def is_tellable(value: Decimal, unit: str) -> bool:
    """A long fraction of a percent is written as text, where a reader must ask."""
    return unit not in ("%", "persen") or not 0 < abs(value) < 1 or len(value.as_tuple().digits) <= 15


def numbers(unit: str = "") -> st.SearchStrategy[Decimal]:
    """Numbers as people state them, and some with more digits than a spreadsheet holds."""
    usual = st.decimals(-1000, 10_000, allow_nan=False, allow_infinity=False, places=2)
    whole = st.integers(-5, 10**9).map(Decimal)
    fine = st.decimals(-2, 2, allow_nan=False, allow_infinity=False, places=6)
    many = st.decimals(0, 10**12, allow_nan=False, allow_infinity=False, places=9)
    return st.one_of(usual, whole, fine, many).filter(lambda value: is_tellable(value, unit))


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


def folded(text: str) -> str:
    """The text without the differences that nobody means."""
    return " ".join(text.casefold().split())
