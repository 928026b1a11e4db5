"""The performance report (LKjIP) of a year: record → numbered document."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from saksama.compose.ledger import Ledger
from saksama.compose.sections import (
    attachments,
    closing,
    cover,
    foreword,
    introduction,
    performance,
    planning,
    summary,
)
from saksama.documents.document import (
    Block,
    Chart,
    Contents,
    ContentsKind,
    Document,
    Figure,
    Heading,
    Part,
    PartKind,
    Text,
    blocks,
    inlines,
)
from saksama.documents.numbering import resolve
from saksama.kernel.record import Arrangement, PerformanceRecord


def compose(
    record: PerformanceRecord, year: int, *, arrangement: Arrangement | None = None, is_explained: bool = True
) -> Document:
    """The whole report of a year, numbered and ready for a writer.

    Everything that is missing is visible as "belum diisi". The document's date is that of its signature, or the last
    day of the year where none is stated. Explanations, which only formats that open a figure need, can be left out.
    """
    ledger = Ledger(record, year)
    settings, agency = record.settings, record.agency
    front = (*foreword.build(ledger), *summary.build(ledger), *_contents())
    body = (
        *introduction.build(ledger),
        *planning.build(ledger),
        *performance.build(ledger, arrangement or settings.arrangement),
        *closing.build(ledger),
    )
    name = f"{settings.report_name} {agency.name} Tahun {year}"
    document = Document(
        title=name,
        author=agency.name,
        date=record.issue(year).signed_on or date(year, 12, 31),
        parts=(
            Part(PartKind.COVER, cover.build(ledger)),
            Part(PartKind.FRONT, front),
            Part(PartKind.BODY, body),
            Part(PartKind.ATTACHMENTS, attachments.build(ledger)),
        ),
        subject=f"Akuntabilitas kinerja {agency.name} tahun {year}",
        header=f"{settings.abbreviation or settings.report_name} {agency.short_name or agency.name} {year}",
        mark=settings.mark,
    )
    explanations = ledger.explained(set(_opened(document))) if is_explained else ()
    return resolve(replace(document, explanations=explanations))


def _contents() -> tuple[Block, ...]:
    return (
        Heading(1, "Daftar Isi", "daftar-isi"),
        Contents(ContentsKind.HEADINGS),
        Heading(1, "Daftar Tabel", "daftar-tabel"),
        Contents(ContentsKind.TABLES),
        Heading(1, "Daftar Gambar", "daftar-gambar"),
        Contents(ContentsKind.FIGURES),
    )


def _opened(document: Document) -> Iterator[str]:
    """The ids of all figures that a reader can open."""
    for block in blocks(document):
        for inline in inlines(block):
            if isinstance(inline, Text) and inline.explanation:
                yield inline.explanation
        if isinstance(block, Figure) and isinstance(block.picture, Chart):
            yield from (name for series in block.picture.series for name in series.explanations if name)
