"""DOC011: comma and point in one table."""

from saksama.audit.rule import Severity
from tests.audit.builders import table
from tests.audit.whole_reports import assert_passes, found, whole

CODE = "DOC011"
ROWS = "Indikator Kinerja | Target 2020 | Realisasi 2020\nHalte baik | {one} | 70,5\nRambu baik | 82,05 | 80,1"


def test_both_marks_in_one_table_are_a_note() -> None:
    note = found(whole(table(ROWS.format(one="67.5%"))), CODE, Severity.NOTE)

    assert "67.5%" in note.message


def test_one_mark_is_clean() -> None:
    assert_passes(whole(table(ROWS.format(one="67,5%"))), CODE)


def test_thousands_beside_decimals_are_clean() -> None:
    rows = "Program | Pagu (Rp) | Serapan (%)\nProgram Halte | 222.850.000 | 90,41\nProgram Rambu | 1.500.000 | 88,14"

    assert_passes(whole(table(rows)), CODE)


def test_tables_may_differ_from_each_other() -> None:
    points = table(ROWS.format(one="67,5").replace(",", "."), number="Tabel 3.2")

    assert_passes(whole(table(ROWS.format(one="67,5")), points), CODE)
