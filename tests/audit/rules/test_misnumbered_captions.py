"""DOC005: numbers of tables that are used twice or left out."""

from saksama.audit.rule import Severity
from saksama.documents.document import Table
from tests.audit.builders import table
from tests.audit.whole_reports import assert_passes, found, whole

CODE = "DOC005"
ROWS = "Uraian | Jumlah\nHalte | 12\nTerminal | 3"


def _tables(*numbers: str) -> tuple[Table, ...]:
    return tuple(table(ROWS, number=number, caption=f"Isi ke-{place}") for place, number in enumerate(numbers))


def test_a_number_used_twice_is_named() -> None:
    note = found(whole(*_tables("Tabel 3.1", "Tabel 3.2", "Tabel 3.2")), CODE, Severity.NOTE)

    assert "Tabel 3.2" in note.message


def test_a_number_left_out_is_named() -> None:
    assert "Tabel 3.1" in found(whole(*_tables("Tabel 3.2", "Tabel 3.3")), CODE, Severity.NOTE).message


def test_numbers_in_order_are_clean() -> None:
    assert_passes(whole(*_tables("Tabel 3.1", "Tabel 3.2", "Tabel 3.3")), CODE)


def test_a_table_that_goes_on_is_no_second_one() -> None:
    first = table(ROWS, number="Tabel 3.1", caption="Sarana")
    more = table(ROWS.replace("Halte", "Rambu"), number="Tabel 3.1", caption="Sarana (lanjutan)")

    assert_passes(whole(first, more), CODE)
