"""The performance agreement of a year (perjanjian kinerja), or a revision of it: statement page and attachment.

The order is that of PermenPANRB 53/2014, annex I (regulations.md 2.1).
"""

from datetime import date

from saksama.compose.agreement_attachment import attachment
from saksama.compose.agreement_changes import changes
from saksama.compose.agreement_statement import signatures, statement, title
from saksama.compose.finishing import finished
from saksama.compose.ledger import Ledger
from saksama.compose.letterheads import letterhead
from saksama.compose.request import Request
from saksama.documents.document import Document, PageBreak, Part, PartKind, Title
from saksama.kernel.agreements import as_agreed, previous_agreement
from saksama.kernel.record import PerformanceAgreement


def compose(request: Request) -> Document:
    """The last agreement of the year; of an earlier one from a record `up_to` it."""
    record, year = request.record, request.year
    agreement = record.agreement(year) or PerformanceAgreement(year)
    ledger = Ledger(as_agreed(record, agreement), year)
    before = previous_agreement(record, agreement)
    earlier = Ledger(as_agreed(record, before), year) if before else None
    changed = changes(ledger, earlier, agreement, before) if before and earlier else ()
    number = f"Nomor {agreement.number}" if agreement.number else ""
    blocks = (
        letterhead(record),
        Title((title(agreement).upper(),), number),
        *statement(record, request.template, agreement),
        PageBreak(),
        *attachment(ledger, request.template, title(agreement)),
        signatures(record, agreement),
        *((PageBreak(), *changed) if changed else ()),
    )
    document = Document(
        title=f"{title(agreement)} {record.agency.name}",
        author=record.agency.name,
        date=agreement.signed_on or date(year, 1, 1),
        parts=(Part(PartKind.BODY, blocks),),
        subject=f"Perjanjian kinerja {record.agency.name} tahun {year}",
        mark=record.settings.mark,
    )
    return finished(document, ledger, is_explained=request.is_explained)
