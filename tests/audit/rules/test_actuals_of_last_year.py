"""ACH004: actuals that were left from the year before."""

from saksama.audit.rule import Severity
from saksama.documents.document import Table
from tests.audit.builders import table
from tests.audit.whole_reports import assert_passes, found, whole

CODE = "ACH004"


def _years(*rows: tuple[str, str]) -> Table:
    names = ("Indeks perlindungan anak", "Indeks layanan pesisir", "Persentase rumah tangga berair bersih")
    lines = (f"{name} | {before} | {now}" for name, (before, now) in zip(names, rows, strict=True))
    return table("\n".join(("Indikator Kinerja | Realisasi 2019 | Realisasi 2020", *lines)))


def test_two_of_three_left_as_they_were_are_flagged() -> None:
    note = found(whole(_years(("68,66", "68,66"), ("91,5", "91,50"), ("70,1", "72,4"))), CODE, Severity.WARNING)

    assert [spot.text for spot in note.spots] == ["68,66", "91,50", "68,66", "91,5"]


def test_one_that_stayed_the_same_is_clean() -> None:
    assert_passes(whole(_years(("68,66", "68,66"), ("91,5", "92,1"), ("70,1", "72,4"))), CODE)


def test_round_numbers_may_repeat() -> None:
    assert_passes(whole(_years(("100", "100"), ("80", "80"), ("70,1", "72,4"))), CODE)


def test_values_with_a_footnote_are_said_to_be_last_years() -> None:
    assert_passes(whole(_years(("68,66", "68,66 *)"), ("91,5", "91,50*"), ("70,1", "72,4"))), CODE)
