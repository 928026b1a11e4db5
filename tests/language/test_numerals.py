"""Counts in words, as official documents write them beside the figure."""

import pytest

from saksama.language.numerals import counted, in_words, listed


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (11, "sebelas"),
        (17, "tujuh belas"),
        (20, "dua puluh"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (1000, "seribu"),
        (1100, "seribu seratus"),
        (2001, "dua ribu satu"),
        (1_000_000, "satu juta"),
        (1_274_899, "satu juta dua ratus tujuh puluh empat ribu delapan ratus sembilan puluh sembilan"),
        (4_000_000_100, "empat miliar seratus"),
        (-3, "minus tiga"),
    ],
)
def test_a_number_is_spelled_as_in_a_deed(number: int, words: str) -> None:
    assert in_words(number) == words


def test_a_count_stands_beside_its_words() -> None:
    assert counted(3) == "3 (tiga)"


def test_items_are_joined_as_in_a_sentence() -> None:
    assert listed(("a",)) == "a"
    assert listed(("a", "b")) == "a dan b"
    assert listed(("a", "b", "c")) == "a, b, dan c"
