"""The statement page of an agreement: who promises what to whom (PermenPANRB 53/2014, annex I; regulations.md 2.1)."""

from saksama.compose.grid import text
from saksama.compose.house_template import HouseTemplate, passage
from saksama.compose.ledger import gap
from saksama.compose.passages import Passage
from saksama.compose.phrases import ended, lowered
from saksama.compose.signing import held, is_head_of_region, side_by_side, signature
from saksama.documents.document import Block, Content, Paragraph, Particulars, Signatures, Text
from saksama.kernel.agency import Officeholder
from saksama.kernel.agreements import previous_agreement
from saksama.kernel.dates import write_date
from saksama.kernel.record import PerformanceAgreement, PerformanceRecord


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


def statement(record: PerformanceRecord, template: HouseTemplate, agreement: PerformanceAgreement) -> tuple[Block, ...]:
    """What stands below the title: the parties, their promises, what a revision replaces, and the signatures."""

    def words(wanted: Passage) -> tuple[Paragraph, ...]:
        lines = passage(template, wanted, record, agreement.year).split("\n")
        return tuple(Paragraph(text(line)) for line in lines if line.strip())

    signed = signatures(record, agreement)
    opening: tuple[Block, ...] = (
        *words(Passage.AGREEMENT_OPENING),
        _party(agreement.first_party or record.agency.head),
    )
    replaced = _replaces(agreement, previous_agreement(record, agreement))
    if signed.left is None:
        return (*opening, *words(Passage.AGREEMENT_ALONE), *replaced, signed)
    return (
        *opening,
        Paragraph(text("Selanjutnya disebut pihak pertama.")),
        _party(agreement.second_party),
        Paragraph(text("Selaku atasan langsung pihak pertama, selanjutnya disebut pihak kedua.")),
        *words(Passage.AGREEMENT_PROMISE),
        *words(Passage.AGREEMENT_SUPERVISION),
        *replaced,
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
