"""The performance agreement of a year (perjanjian kinerja), or a revision of it: statement page and attachment.

The order is that of PermenPANRB 53/2014, annex I (regulations.md 2.1).
"""

from datetime import date

from saksama.compose.agreement_attachment import attachment
from saksama.compose.agreement_changes import changes
from saksama.compose.dates import write_date
from saksama.compose.finishing import finished
from saksama.compose.grid import text
from saksama.compose.house_template import HouseTemplate, applied, passage
from saksama.compose.ledger import Ledger, gap
from saksama.compose.letterheads import letterhead
from saksama.compose.passages import Passage
from saksama.compose.phrases import ended, lowered
from saksama.compose.request import Request
from saksama.compose.signing import held, is_head_of_region, side_by_side, signature
from saksama.documents.document import (
    Block,
    Content,
    Document,
    PageBreak,
    Paragraph,
    Part,
    Particulars,
    PartKind,
    Signatures,
    Text,
    Title,
)
from saksama.kernel.agency import Officeholder
from saksama.kernel.agreements import as_agreed, previous_agreement
from saksama.kernel.record import PerformanceAgreement, PerformanceRecord


def compose(request: Request) -> Document:
    """The last agreement of the year; of an earlier one from a record `up_to` it."""
    record, year = applied(request.template, request.record, request.year), request.year
    agreement = record.agreement(year) or PerformanceAgreement(year)
    ledger = Ledger(as_agreed(record, agreement), year)
    before = previous_agreement(record, agreement)
    earlier = Ledger(as_agreed(record, before), year) if before else None
    changed = changes(ledger, earlier, agreement, before) if before and earlier else ()
    signed = signatures(record, agreement)
    blocks = (
        *_statement(ledger, request.template, agreement, before, signed),
        PageBreak(),
        *attachment(ledger, request.template, title(agreement)),
        signed,
        *((PageBreak(), *changed) if changed else ()),
    )
    name = f"{title(agreement)} {record.agency.name}"
    document = Document(
        title=name,
        author=record.agency.name,
        date=agreement.signed_on or date(year, 1, 1),
        parts=(Part(PartKind.BODY, blocks),),
        subject=f"Perjanjian kinerja {record.agency.name} tahun {year}",
        mark=record.settings.mark,
    )
    return finished(document, ledger, is_explained=request.is_explained)


def title(agreement: PerformanceAgreement) -> str:
    """ "Perjanjian Kinerja Tahun 2025", or what a revision is called."""
    return f"{'Perubahan ' if agreement.revision else ''}Perjanjian Kinerja Tahun {agreement.year}"


def signatures(record: PerformanceRecord, agreement: PerformanceAgreement) -> Signatures:
    """Second party left, first party right; who has nobody above signs alone."""
    first, second = agreement.first_party or record.agency.head, agreement.second_party
    where, when = agreement.place, agreement.signed_on
    if second is None and first and is_head_of_region(first):
        return Signatures(signature(first, place=where, signed_on=when))
    return side_by_side(
        signature(second, above="Pihak Kedua,", dated=False),
        signature(first, place=where, signed_on=when, above="Pihak Pertama,"),
    )


def _statement(
    ledger: Ledger,
    template: HouseTemplate,
    agreement: PerformanceAgreement,
    before: PerformanceAgreement | None,
    signed: Signatures,
) -> tuple[Block, ...]:
    record, year = ledger.record, ledger.year

    def words(wanted: Passage) -> tuple[Paragraph, ...]:
        lines = passage(template, wanted, record, year).split("\n")
        return tuple(Paragraph(text(line)) for line in lines if line.strip())

    first = agreement.first_party or record.agency.head
    opening: tuple[Block, ...] = (
        letterhead(record),
        Title((title(agreement).upper(),), f"Nomor {agreement.number}" if agreement.number else ""),
        *words(Passage.AGREEMENT_OPENING),
        _party(first),
    )
    if signed.left is None:
        return (*opening, *words(Passage.AGREEMENT_ALONE), *_replaces(agreement, before), signed)
    return (
        *opening,
        Paragraph(text("Selanjutnya disebut pihak pertama.")),
        _party(agreement.second_party),
        Paragraph(text("Selaku atasan langsung pihak pertama, selanjutnya disebut pihak kedua.")),
        *words(Passage.AGREEMENT_PROMISE),
        *words(Passage.AGREEMENT_SUPERVISION),
        *_replaces(agreement, before),
        signed,
    )


def _party(person: Officeholder | None) -> Particulars:
    name: Content = text(person.name) if person else (gap(),)
    position: Content = text(held(person)) if person else (gap(),)
    return Particulars((("Nama", name), ("Jabatan", position)))


def _replaces(agreement: PerformanceAgreement, before: PerformanceAgreement | None) -> tuple[Paragraph, ...]:
    """What a revision replaces and why."""
    if not agreement.revision:
        return ()
    which = title(before) if before else f"Perjanjian Kinerja Tahun {agreement.year}"
    number = f" Nomor {before.number}" if before and before.number else ""
    day = f" tanggal {write_date(before.signed_on)}" if before and before.signed_on else ""
    reason = Text(ended(lowered(agreement.reason))) if agreement.reason else gap("alasan belum diisi")
    return (Paragraph(text(f"Perjanjian ini menggantikan {which}{number}{day}. Alasan perubahan: ", reason)),)
