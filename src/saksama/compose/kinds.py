"""The kinds of documents that can be made from a record."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from saksama.compose import (
    action_plan,
    indicator_sheets,
    interim_report,
    key_indicators,
    performance_agreement,
    performance_report,
    plan_evaluation,
)
from saksama.compose.action_plan_gaps import action_plan_doubts, action_plan_gaps
from saksama.compose.doubts import Doubt, doubts
from saksama.compose.evaluation_gaps import evaluation_gaps
from saksama.compose.gap import Gap
from saksama.compose.gaps import gaps
from saksama.compose.house_template import applied
from saksama.compose.interim_gaps import interim_doubts, interim_gaps
from saksama.compose.promise_gaps import agreement_gaps, key_indicator_gaps, sheet_document_gaps
from saksama.compose.request import Request
from saksama.documents.document import Document
from saksama.kernel.record import PerformanceRecord


def no_doubts(_request: Request) -> tuple[Doubt, ...]:
    """For documents that state no results."""
    return ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: its name on the command line, its title, and how it is made.

    `gaps` is what it lacks, `doubts` what a careful reader asks. `is_promise`: it says what is promised, not what was
    reached, so that a year without actuals has one too. `takes_period`: it is about a part of the year, or up to one;
    `covers_year`: without a period up to the end of the year.
    """

    name: str
    title: str
    compose: Callable[[Request], Document]
    gaps: Callable[[Request], tuple[Gap, ...]]
    doubts: Callable[[Request], tuple[Doubt, ...]] = no_doubts
    is_promise: bool = False
    takes_period: bool = False
    covers_year: bool = False


def _performance_report(request: Request) -> Document:
    return performance_report.compose(
        request.record,
        request.year,
        arrangement=request.arrangement,
        is_explained=request.is_explained,
        template=request.template,
    )


_Found = TypeVar("_Found")


def _of_year(listed: Callable[[PerformanceRecord, int], _Found]) -> Callable[[Request], _Found]:
    """What is asked of a record and a year, asked of a request."""
    return lambda request: listed(request.record, request.year)


KINDS = (
    Kind("lkjip", "Laporan Kinerja", _performance_report, _of_year(gaps), _of_year(doubts)),
    Kind("pk", "Perjanjian Kinerja", performance_agreement.compose, _of_year(agreement_gaps), is_promise=True),
    Kind("iku", "Indikator Kinerja Utama", key_indicators.compose, _of_year(key_indicator_gaps), is_promise=True),
    Kind(
        "indikator", "Lembar Data Indikator", indicator_sheets.compose, _of_year(sheet_document_gaps), is_promise=True
    ),
    Kind("renaksi", "Rencana Aksi", action_plan.compose, action_plan_gaps, action_plan_doubts, is_promise=True),
    Kind(
        "triwulan",
        "Pengukuran Kinerja Triwulan",
        interim_report.compose,
        interim_gaps,
        interim_doubts,
        takes_period=True,
    ),
    Kind("e81", "Evaluasi Hasil Renja", plan_evaluation.compose, evaluation_gaps, takes_period=True, covers_year=True),
)


def kind_named(name: str) -> Kind:
    """The kind with this name, which is one of `commands.arguments.KINDS`."""
    return next(kind for kind in KINDS if kind.name == name)


def make(kind: Kind, request: Request) -> Document:
    """The document, with what the template lays down in place of the agency's own."""
    record = applied(request.template, request.record, request.year)
    return kind.compose(replace(request, record=record))
