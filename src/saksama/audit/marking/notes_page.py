"""The pages "Catatan pemeriksaan" that are printed after a marked document."""

from collections.abc import Sequence
from datetime import date

from saksama.audit.marking.marks import Mark
from saksama.audit.place_words import where_and_what
from saksama.documents.document import (
    Align,
    Cell,
    Column,
    Content,
    Document,
    Heading,
    Paragraph,
    ParagraphStyle,
    Part,
    PartKind,
    Row,
    Table,
    Text,
)
from saksama.documents.numbering import resolve
from saksama.language.messages import _, current_language


def notes_document(file: str, marks: Sequence[Mark]) -> Document:
    """The notes of a document in a table, a finding to a row."""
    title = _("Catatan pemeriksaan")
    lead = _(
        "Dibuat oleh Saksama untuk {file}. Angka dalam kotak di tepi halaman menunjuk ke baris dengan nomor yang sama."
    ).format(file=file)
    header = Row(tuple(Cell((Text(name, bold=True),)) for name in (_("No."), _("Letak"), _("Temuan"))))
    rows = tuple(_row(mark) for mark in marks if mark.is_first)
    columns = (Column(9), Column(27, Align.LEFT), Column(64, Align.LEFT))
    blocks = (
        Heading(1, title, "catatan-pemeriksaan"),
        Paragraph((Text(lead),), ParagraphStyle.NOTE),
        Table(columns, (header,), rows),
    )
    # PDF/A asks for a date; only what the pages show is taken from this document.
    document = Document(title, "Saksama", date(2000, 1, 1), (Part(PartKind.BODY, blocks),), language=current_language())
    return resolve(document)


def _row(mark: Mark) -> Row:
    place = where_and_what(mark.spot) if mark.spot else ""
    lines: list[Text] = [Text(mark.title, bold=True)]
    for line in mark.lines:
        lines += [Text("\n"), Text(line)]
    told: Content = tuple(lines)
    return Row((Cell((Text(mark.number),)), Cell((Text(place),)), Cell(told)))
