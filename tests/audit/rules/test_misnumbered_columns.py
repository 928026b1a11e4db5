"""DOC006: the row of column numbers."""

from saksama.audit.rule import Severity
from saksama.documents.document import Table
from tests.audit.builders import table
from tests.audit.whole_reports import assert_passes, found, whole

CODE = "DOC006"


def _table(numbers: str) -> Table:
    return table(f"No | Indikator | Target | Realisasi | Capaian\n{numbers}\n1 | Halte baik | 10 | 9 | 90")


def test_a_repeated_number_is_named() -> None:
    assert "1 2 2 3 5" in found(whole(_table("1 | 2 | 2 | 3 | 5")), CODE, Severity.NOTE).message


def test_numbers_with_a_formula_are_clean() -> None:
    assert_passes(whole(_table("(1) | (2) | (3) | (4) | 5 = 4/3")), CODE)


def test_a_row_of_counts_is_no_column_numbers() -> None:
    rows = "Bidang | Pria | Wanita | Jumlah\nSekretariat | 1 | 2 | 3"

    assert_passes(whole(table(rows), _table("1 | 2 | 3 | 4 | 5")), CODE)
