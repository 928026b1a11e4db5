"""Small documents to audit, and what a test asks of their audit.

A table is written as lines of cells between bars; the first line is the header. Every cell stands in its own place.
"""

from itertools import count

from saksama.audit.catalogue import rule_named
from saksama.audit.finding import Audit, Finding
from saksama.audit.inspection import inspect
from saksama.audit.rule import Severity
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
    RowKind,
    Table,
    Text,
)
from saksama.kernel.provenance import Place
from saksama.understanding.understand import understand

_TOTALS = ("JUMLAH", "TOTAL", "RATA-RATA")


def table(lines: str, *, number: str = "Tabel 3.1", caption: str = "Pengukuran Kinerja Tahun 2020") -> Table:
    """A table from lines of cells between bars."""
    grid = [[cell.strip() for cell in line.split("|")] for line in lines.strip().splitlines()]
    rows = [
        Row(
            tuple(_cell(text, number, row, column) for column, text in enumerate(cells)),
            RowKind.TOTAL if cells[0].upper().startswith(_TOTALS) else RowKind.BODY,
        )
        for row, cells in enumerate(grid)
    ]
    columns = tuple(Column(1) for _ in grid[0])
    return Table(columns, (rows[0],), tuple(rows[1:]), label=number, caption=caption, number=number)


def _cell(text: str, number: str, row: int, column: int) -> Cell:
    place = Place(table=number, row=row + 1, column=column + 1)
    return Cell((Text(text, place=place),), place=place)


def sentence(text: str) -> Paragraph:
    """A paragraph with a place of its own."""
    place = Place(line=next(_lines))
    return Paragraph((Text(text, place=place),), place=place)


_lines = count(1)


def report(*blocks: Block) -> Document:
    """A report of 2020 whose third chapter holds the blocks."""
    title = Heading(1, "AKUNTABILITAS KINERJA", "bab3", number="BAB III")
    cover = Paragraph((Text("LAPORAN KINERJA TAHUN 2020"),))
    parts = (Part(PartKind.COVER, (cover,)), Part(PartKind.BODY, (title, *blocks)))
    return Document("Laporan Kinerja Tahun 2020", "", None, parts)


def audited(*blocks: Block) -> Audit:
    """The audit of a report that holds the blocks."""
    return inspect(understand(report(*blocks)))


def everything(audit: Audit) -> list[Finding]:
    """The findings with all consequences."""
    found: list[Finding] = []
    stack = list(audit.findings)
    while stack:
        finding = stack.pop(0)
        found.append(finding)
        stack = [*finding.consequences, *stack]
    return found


def assert_clean(*blocks: Block, code: str) -> None:
    """The rule looked and found nothing but notes."""
    audit = audited(*blocks)
    assert rule_named(code), code
    looked = [of_rule for of_rule in audit.coverage if of_rule.rule == code]
    assert looked, f"{code} did not look: {audit.coverage}"
    assert looked[0].passed, f"{code} passed nothing: {looked}"
    assert not [finding.message for finding in everything(audit) if finding.severity is not Severity.NOTE]


def assert_flags(*blocks: Block, code: str, at: str) -> Finding:
    """The rule has a finding, no note, whose first figure is printed `at`; nothing else is accused at another place."""
    audit = audited(*blocks)
    serious = [finding for finding in everything(audit) if finding.severity is not Severity.NOTE]
    found = [finding for finding in serious if finding.rule == code and at in {spot.text for spot in finding.spots[:1]}]
    assert found, [(finding.rule, finding.message) for finding in everything(audit)]
    return found[0]


def noted(*blocks: Block) -> list[Finding]:
    """The notes, where nothing else was found."""
    audit = audited(*blocks)
    assert not [finding.message for finding in everything(audit) if finding.severity is not Severity.NOTE]
    return list(audit.findings)
