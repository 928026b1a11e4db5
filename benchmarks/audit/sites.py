"""Where a report prints its figures, told by its own headers and captions: this does not lean on the auditor."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from benchmarks.audit.spanned import grid, headers, placed
from saksama.documents.document import Block, Document, Landscape, Row, RowKind, Table, Text, blocks

Change = Callable[[Block], Block | None]
KINDS = (
    ("count", r"^Indikator Terukur"),
    ("number", r"^No\.?$|^Kode"),
    ("unit", r"^Satuan"),
    ("remainder", r"^Sisa"),
    ("absorption", r"Serapan|Penyerapan|^%$"),
    ("efficiency", r"^Efisiensi|Tingkat Efisiensi"),
    ("progress", r"Tingkat Kemajuan"),
    ("difference", r"^Selisih|^Perubahan"),
    ("baseline", r"^Data Awal"),
    ("end target", r"^Target Akhir"),
    ("average", r"^Rata-[Rr]ata"),
    ("expenditure", r"^Realisasi(?: Anggaran)? \(Rp\)"),
    ("appropriation", r"^(?:Anggaran|Pagu)"),
    ("achievement", r"^Capaian|^Interval"),
    ("rating", r"^(?:Peringkat|Kategori)"),
    ("actual", r"^Realisasi"),
    ("target", r"^Target"),
    ("label", r"Indikator|Sasaran|Program|Tujuan"),
)


@dataclass(frozen=True, slots=True)
class Site:
    """A cell of a table's body: where it is, what its column holds, and its row's name."""

    table: int  # among the numbered tables of the document
    row: int
    index: int  # among the cells of its row
    column: int
    kind: str
    text: str
    label: str
    number: str  # of the table, as printed
    caption: str
    header: str
    is_total: bool = False


def tables(document: Document) -> list[Table]:
    """The numbered tables in reading order."""
    return [block for block in blocks(document) if isinstance(block, Table) and block.number]


def kind_of(header: str) -> str:
    """What a column holds, by its header."""
    return next((kind for kind, pattern in KINDS if re.search(pattern, header)), "words")


def sites(document: Document) -> list[Site]:
    """Every cell of every numbered table's body, but the row of column numbers."""
    return [site for number, table in enumerate(tables(document)) for site in _sites(number, table)]


def _sites(number: int, table: Table) -> Iterator[Site]:
    names = headers(replace(table, header=tuple(row for row in table.header if row.kind is not RowKind.NUMBERS)))
    kinds = [kind_of(name) for name in names]
    lines = grid(table.rows, len(table.columns))
    for item in placed(table.rows):
        labels = [at.text for at, kind in zip(lines[item.row], kinds, strict=True) if at and kind == "label"]
        yield Site(
            number,
            item.row,
            item.index,
            item.column,
            kinds[item.column],
            item.text,
            labels[-1] if labels else "",
            table.number,
            table.caption,
            names[item.column],
            table.rows[item.row].kind is RowKind.TOTAL,
        )


def with_rows(document: Document, number: int, rows: tuple[Row, ...]) -> Document:
    """The document with other rows in one of its numbered tables."""
    wanted = tables(document)[number]
    return with_table(document, number, replace(wanted, rows=rows))


def with_table(document: Document, number: int, table: Table) -> Document:
    """The document with another table in place of one of its numbered tables."""
    wanted = tables(document)[number]
    return with_blocks(document, lambda block: table if block is wanted else block)


def with_blocks(document: Document, change: Change) -> Document:
    """The document with every block changed; `None` drops it."""
    parts = tuple(replace(part, blocks=_changed(part.blocks, change)) for part in document.parts)
    return replace(document, parts=parts)


def _changed(found: tuple[Block, ...], change: Change) -> tuple[Block, ...]:
    made: list[Block] = []
    for block in found:
        inside = (
            replace(block, blocks=_changed(block.blocks, change)) if isinstance(block, Landscape) else change(block)
        )
        if inside is not None:
            made.append(inside)
    return tuple(made)


def with_texts(document: Document, texts: dict[Site, str]) -> Document:
    """The document with other texts in some cells."""
    for number in sorted({site.table for site in texts}):
        rows = list(tables(document)[number].rows)
        for site, text in texts.items():
            if site.table == number:
                rows[site.row] = _with_text(rows[site.row], site.index, text)
        document = with_rows(document, number, tuple(rows))
    return document


def _with_text(row: Row, index: int, text: str) -> Row:
    cells = list(row.cells)
    cells[index] = replace(cells[index], content=(Text(text),))
    return replace(row, cells=tuple(cells))


def at(found: list[Site], *, table: int, row: int, column: int) -> Site | None:
    """The cell that begins at a place."""
    return next((site for site in found if (site.table, site.row, site.column) == (table, row, column)), None)
