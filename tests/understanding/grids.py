"""Small documents for tests of tables: a row is a line of text with bars between its cells."""

from collections.abc import Sequence

from saksama.documents.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Part,
    PartKind,
    Row,
    Table,
    Text,
)
from saksama.understanding.reading import UnderstoodTable
from saksama.understanding.tables import understand_tables


def row(line: str) -> Row:
    """A row from "a | b | c"; "b [2x1]" spans two columns, "b [1x2]" two rows."""
    return Row(tuple(_cell(text.strip()) for text in line.split("|")))


def _cell(text: str) -> Cell:
    if text.endswith("]") and "[" in text:
        text, extent = text[:-1].rsplit("[", 1)
        across, down = extent.split("x")
        return Cell((Text(text.strip().replace("\\n", "\n")),), colspan=int(across), rowspan=int(down))
    return Cell((Text(text.replace("\\n", "\n")),))


def table(lines: str, *, caption: str = "", number: str = "", header: int = 0) -> Table:
    """A table from lines of cells."""
    rows = tuple(row(line.strip()) for line in lines.strip().splitlines())
    width = max(sum(cell.colspan for cell in each.cells) for each in rows)
    return Table(tuple(Column(1.0) for _ in range(width)), rows[:header], rows[header:], caption=caption, number=number)


def paragraph(text: str) -> Paragraph:
    """A paragraph."""
    return Paragraph((Text(text),))


def heading(text: str, level: int = 1) -> Heading:
    """A heading."""
    return Heading(level, text, "")


def document(*blocks: Block) -> Document:
    """A document of these blocks."""
    return Document("Laporan", "", None, (Part(PartKind.BODY, blocks),))


def understood(lines: str, *, caption: str = "", header: int = 0, above: Sequence[Block] = ()) -> UnderstoodTable:
    """The only table of a document of the year 2024."""
    (found,) = understand_tables(document(*above, table(lines, caption=caption, header=header)), year=2024)
    return found


def measures(found: UnderstoodTable) -> list[str]:
    """What each column measures: "target 2024", "" where nothing was recognised."""
    return [
        " ".join(part for part in (each.measure.value, each.period, each.version, each.comparator) if part)
        if each.measure
        else ""
        for each in found.columns
    ]


def labels(found: UnderstoodTable) -> list[str]:
    """The label of each row."""
    return [each.label for each in found.rows]


def printed(found: UnderstoodTable, column: int) -> list[str]:
    """What is printed in a column."""
    return [texts[column] for texts in found.texts]
