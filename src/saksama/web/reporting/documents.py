"""A document of an agency's year from its live record, in one of the formats."""

from django.utils import timezone

from saksama.compose.house_template import HouseTemplate
from saksama.compose.kinds import Kind, make
from saksama.compose.request import Request
from saksama.documents.document import Document
from saksama.documents.writers import html, markdown, pdf
from saksama.documents.writers.docx import write as docx
from saksama.kernel.period import Cycle, Period
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _
from saksama.web.workflow.calendar import last_ended_quarter

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
}


def period_of(year: int) -> Period:
    """The period that a document of a year covers: to the last quarter that has ended."""
    return last_ended_quarter(year, timezone.localdate()) or Period(year, 1, Cycle.QUARTER)


def request_for(
    record: PerformanceRecord, kind: Kind, year: int, period: Period, *, suffix: str, template: HouseTemplate
) -> Request:
    """The wish for a document; the period counts only for kinds that take one."""
    period_of_kind = period if kind.takes_period else None
    return Request(record, year, period_of_kind, is_explained=suffix == "html", template=template)


def written(document: Document, suffix: str) -> bytes:
    """The document in a format, one of `MEDIA_TYPES`. Raises `pdf.TypesettingError`."""
    match suffix:
        case "docx":
            return docx.write(document)
        case "pdf":
            return pdf.start(document).result()
        case "html":
            return html.write(document)
        case _:
            return markdown.write(document)


def made(
    record: PerformanceRecord, kind: Kind, year: int, period: Period, *, suffix: str, template: HouseTemplate
) -> bytes:
    """The bytes of a document. Raises `pdf.TypesettingError`."""
    return written(make(kind, request_for(record, kind, year, period, suffix=suffix, template=template)), suffix)


def typesetting_failure(error: pdf.TypesettingError) -> str:
    """What a person is told where a PDF cannot be made."""
    return _("PDF-nya tidak dapat disusun: {reason}").format(reason=error)
