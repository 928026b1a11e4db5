"""The page of a figure: formula with its basis, inputs, arithmetic and rounding, and who entered what it rests on."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from saksama.compose.computed_figure import written
from saksama.compose.figures import figure_named
from saksama.compose.period_figures import period_in
from saksama.compose.stated_figures import stated_of_indicator
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.record import PerformanceRecord
from saksama.language.explanations import linked_rows, reason_text
from saksama.language.messages import _
from saksama.web.measurement.storage import load_performance, load_record
from saksama.web.organisations.access import agency_for, person_of
from saksama.web.overview.agency_rows import holders_of
from saksama.web.overview.asked_period import asked_period
from saksama.web.overview.figure_counts import MEASURE, count_of
from saksama.web.overview.figure_ids import Address, FigureId, addresses, input_id, parsed
from saksama.web.overview.figure_origin import origin_of
from saksama.web.overview.pages import pages_of
from saksama.web.planning.models import PlanVersion
from saksama.web.planning.plan_rows import definitions
from saksama.web.planning.versions import version_in_force


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an explanation; `path` is where its input is explained in turn."""

    label: str
    text: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """A figure with what explains it. `missing` says why there is no value."""

    title: str
    subject: str
    value: str
    missing: str
    lines: tuple[Line, ...]


@require_GET
def figure(request: HttpRequest, number: int, identifier: str) -> HttpResponse:
    """A figure of an agency by its id. A fixed number of queries."""
    agency = agency_for(person_of(request), number)
    asked = parsed(identifier)
    if "\0" in identifier or not (asked.is_known or asked.measure == MEASURE):
        raise Http404
    year = asked_period(request).year if "year" in request.GET or asked.year is None else asked.year
    version = version_in_force(agency, year)
    if version is None:
        raise Http404
    of_year = asked.year or year
    record = _record(version, asked, of_year)
    address = addresses(agency.pk, year)
    context = {"agency": agency, "year": of_year, "version": version, "identifier": identifier}
    if asked.measure == MEASURE:
        period = period_in(identifier)
        count = count_of(record, asked.key, period, address) if period else None
        if count is None:
            raise Http404
        return render(request, "overview/count.html", {**context, "count": count})
    found = _explained(record, asked, address)
    if found is None:
        raise Http404
    programmes = f"{reverse('programmes', args=[agency.pk])}?year={year}"
    path = _subject_path(record, asked, version, year) or programmes
    return render(
        request,
        "overview/figure.html",
        {
            **context,
            "figure": found,
            "subject_path": path,
            "subject_crumb": found.subject if path != programmes else _("Program dan anggaran"),
            "origin": origin_of(asked, version, of_year),
        },
    )


def _record(version: PlanVersion, asked: FigureId, year: int) -> PerformanceRecord:
    """As much of the record as the figure rests on: money is most of it."""
    years = (year - 1, year) if asked.measure == "perubahan" else (year,)
    of_plan = definitions(version).filter(node=None, indicator__key=asked.key)
    if not asked.is_money and (asked.measure.startswith("rata-rata") or of_plan.exists()):
        return load_performance(version, years)
    return load_record(version, years)


def _explained(record: PerformanceRecord, asked: FigureId, address: Address) -> Explained | None:
    computed = None if asked.is_stated else figure_named(record, asked.whole)
    if computed:
        value = computed.result.value
        missing = reason_text(value) if isinstance(value, Uncomputable) else ""
        lines = (
            Line(row.label, row.text, address(explained) if explained else "")
            for row in linked_rows(computed.result, by_name=False)
            for explained in [input_id(asked, row.item) if row.item else ""]
        )
        return Explained(asked.title, computed.subject, "" if missing else written(computed), missing, tuple(lines))
    stated = stated_of_indicator(record, asked.whole)
    if stated is None:
        return None
    title, _colon, subject = stated.title.partition(": ")
    rows = dict(stated.rows)
    return Explained(
        title, subject, rows.pop("Nilai", ""), "", tuple(Line(label, text) for label, text in rows.items())
    )


def _subject_path(record: PerformanceRecord, asked: FigureId, version: PlanVersion, year: int) -> str:
    """The page of the indicator or objective that the figure is of; "" where it is of neither."""
    pages = pages_of(version, version.plan.agency_id, year)
    if asked.key in pages.indicator:
        return pages.indicator[asked.key]
    if any(one.id == asked.key for one in holders_of(record.plan)):
        return pages.objective(asked.key)
    return ""
