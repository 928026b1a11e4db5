"""No number breaks over two lines: the type of a table gets smaller instead."""

import zipfile
from io import BytesIO

from saksama.documents.document import Align, Cell, Column, Document, Landscape, Part, PartKind, Row, Table, Text
from saksama.documents.writers.docx.write import write
from saksama.documents.writers.fitting import numbers_fit


def table(columns: int, number: str) -> Table:
    """One row of the same number in every column."""
    row = Row(tuple(Cell((Text(number),)) for _ in range(columns)))
    return Table((Column(1, Align.RIGHT),) * columns, (), (row,))


def test_a_number_fits_or_not() -> None:
    wide = table(1, "12.345.678.901")  # 11 digits and 3 points: 6,67 sizes of type

    assert numbers_fit(wide, [70.0], 9.0, 4.0)
    assert not numbers_fit(wide, [65.0], 9.0, 4.0)
    assert numbers_fit(wide, [65.0], 7.0, 4.0)


def test_words_may_break() -> None:
    assert numbers_fit(table(1, "belum waktunya diukur"), [30.0], 9.0, 4.0)


def _body(block: Table) -> str:
    document = Document("Judul", "Dinas", None, (Part(PartKind.BODY, (Landscape((block,)),)),))
    with zipfile.ZipFile(BytesIO(write(document))) as package:
        return package.read("word/document.xml").decode()


def test_word_sets_a_crowded_table_in_small_type() -> None:
    assert "TableNumberSmall" in _body(table(13, "1.234.567.890"))
    assert "TableNumberSmall" not in _body(table(8, "1.234.567.890"))
