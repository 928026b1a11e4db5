"""The performance report (LKjIP) of a year: record → numbered document."""

from datetime import date

from saksama.compose.finishing import finished
from saksama.compose.house_template import USUAL, HouseTemplate
from saksama.compose.leaving_out import without
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
    Contents,
    ContentsKind,
    Document,
    Heading,
    Part,
    PartKind,
)
from saksama.kernel.record import Arrangement, PerformanceRecord


def compose(
    record: PerformanceRecord,
    year: int,
    *,
    arrangement: Arrangement | None = None,
    is_explained: bool = True,
    template: HouseTemplate = USUAL,
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
            Part(PartKind.ATTACHMENTS, attachments.build(ledger, template)),
        ),
        subject=f"Akuntabilitas kinerja {agency.name} tahun {year}",
        header=f"{settings.abbreviation or settings.report_name} {agency.short_name or agency.name} {year}",
        mark=settings.mark,
    )
    short = without(document, template.left_out)
    return finished(short, ledger, is_explained=is_explained, numbering=template.numbering)


def _contents() -> tuple[Block, ...]:
    return (
        Heading(1, "Daftar Isi", "daftar-isi"),
        Contents(ContentsKind.HEADINGS),
        Heading(1, "Daftar Tabel", "daftar-tabel"),
        Contents(ContentsKind.TABLES),
        Heading(1, "Daftar Gambar", "daftar-gambar"),
        Contents(ContentsKind.FIGURES),
    )
