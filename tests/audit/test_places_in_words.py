"""How a message names a cell."""

from saksama.audit.facts import cell_name
from saksama.understanding.tables import understand_tables
from tests.audit.builders import report, table

BUDGET = """Program | Anggaran (Rp) |
Program Satu | 1.000.000 | 900.000
 | 2.000.000 | 1.500.000
Program Tiga | 4.000.000 | 3.500.000"""


def test_a_cell_is_named_by_row_and_column() -> None:
    (found,) = understand_tables(report(table(BUDGET)))

    assert cell_name(found, 0, 1) == "Tabel 3.1, baris “Program Satu”, kolom “Anggaran (Rp)”"


def test_what_has_no_name_is_counted() -> None:
    (found,) = understand_tables(report(table(BUDGET)))

    assert cell_name(found, 1, 2) == "Tabel 3.1, baris ke-2, kolom ke-3"
