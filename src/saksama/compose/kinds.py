"""The kinds of documents that can be made from a record."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from saksama.compose import indicator_sheets, key_indicators, performance_agreement, performance_report
from saksama.compose.doubts import Doubt, doubts
from saksama.compose.gap import Gap
from saksama.compose.gaps import gaps
from saksama.compose.house_template import applied
from saksama.compose.promise_gaps import agreement_gaps, key_indicator_gaps, sheet_document_gaps
from saksama.compose.request import Request
from saksama.documents.document import Document
from saksama.kernel.record import PerformanceRecord


def no_doubts(_record: PerformanceRecord, _year: int) -> tuple[Doubt, ...]:
    """For documents that state no results."""
    return ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: its name on the command line, its title, and how it is made.

    `gaps` is what it lacks, `doubts` what a careful reader asks. `is_promise`: it says what is promised, not what was
    reached, so that a year without actuals has one too.
    """

    name: str
    title: str
    compose: Callable[[Request], Document]
    gaps: Callable[[PerformanceRecord, int], tuple[Gap, ...]]
    doubts: Callable[[PerformanceRecord, int], tuple[Doubt, ...]] = no_doubts
    is_promise: bool = False


def _performance_report(request: Request) -> Document:
    return performance_report.compose(
        request.record,
        request.year,
        arrangement=request.arrangement,
        is_explained=request.is_explained,
        template=request.template,
    )


KINDS = (
    Kind("lkjip", "Laporan Kinerja", _performance_report, gaps, doubts),
    Kind("pk", "Perjanjian Kinerja", performance_agreement.compose, agreement_gaps, is_promise=True),
    Kind("iku", "Indikator Kinerja Utama", key_indicators.compose, key_indicator_gaps, is_promise=True),
    Kind("indikator", "Lembar Data Indikator", indicator_sheets.compose, sheet_document_gaps, is_promise=True),
)


def kind_named(name: str) -> Kind:
    """The kind with this name, which is one of `commands.arguments.KINDS`."""
    return next(kind for kind in KINDS if kind.name == name)


def make(kind: Kind, request: Request) -> Document:
    """The document, with what the template lays down in place of the agency's own."""
    record = applied(request.template, request.record, request.year)
    return kind.compose(replace(request, record=record))
