"""The page of an indicator: its promise, its way, its figures with what explains them, and its history."""

from fractions import Fraction

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from saksama.compose.ledger import Ledger
from saksama.compose.lineage import change_notes
from saksama.compose.sections.path import path_chart
from saksama.documents.pictures import Chart
from saksama.documents.writers.svg import chart_svg
from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.interim import achieved_to_date, reached_to_date
from saksama.kernel.period import Cycle, Period, periods_of
from saksama.kernel.record import PerformanceRecord
from saksama.language.explanations import explain_result
from saksama.web.measurement.indicator_words import narrative_rows
from saksama.web.measurement.lineage_form import earlier_indicators
from saksama.web.measurement.storage import load_record
from saksama.web.organisations.access import Action, agency_for, may, person_of
from saksama.web.overview.agency_rows import IndicatorRow, holders_of, indicator_row
from saksama.web.overview.asked_period import asked_period
from saksama.web.overview.figure_ids import Address
from saksama.web.overview.pages import pages_of
from saksama.web.overview.stated_values import latest_changes, stated_values
from saksama.web.planning.models import Indicator
from saksama.web.planning.versions import years_of
from saksama.web.workflow.models import Change


@require_GET
def indicator(request: HttpRequest, number: int, indicator_number: int) -> HttpResponse:
    """An indicator of an agency in a year. A fixed number of queries, one more where it goes on from another."""
    person = person_of(request)
    agency = agency_for(person, number)
    found = (
        Indicator.objects.filter(plan__agency=agency, pk=indicator_number)
        .select_related("plan", "continues__plan")
        .first()
    )
    version = found.plan.versions.select_related("plan__agency__government").last() if found else None
    if found is None or version is None:
        raise Http404
    period = asked_period(request, last=found.plan.last_year)
    record = load_record(version)
    own = next((one for one in record.indicators() if one.id == found.key), None)
    if own is None:
        raise Http404
    pages = pages_of(version, agency.pk, period.year)
    notes = change_notes(record, (own,), record.plan.last_year)
    holder = next((one for one in holders_of(record.plan) if own in one.indicators), None)
    return render(
        request,
        "overview/indicator.html",
        {
            "agency": agency,
            "indicator": own,
            "holder": holder,
            "holder_path": pages.objective(holder.id) if holder else "",
            "number": found.pk,
            "period": period,
            "years": years_of(agency),
            "now": indicator_row(record, own, period, pages.figure),
            "explanation": explain_result(achieved_to_date(record, own, period)),
            "quarters": _quarters(record, own, period.year, pages.figure),
            "chart": _chart(record, own, period.year),
            "notes": [note.removeprefix(f"{own.name}: ") for note in notes],
            "continues": found.continues,
            "continues_name": earlier_indicators(found.plan).get(found.continues_id) if found.continues_id else "",
            "stated": stated_values(found, period.year),
            "changes": _changes(agency.pk, own.id),
            "narratives": narrative_rows(own, period.year),
            "may_enter": may(person, Action.MEASURE, agency),
        },
    )


def _quarters(
    record: PerformanceRecord, own: PerformanceIndicator, year: int, address: Address
) -> tuple[tuple[str, IndicatorRow], ...]:
    return tuple(
        (("I", "II", "III", "IV")[one.number - 1], indicator_row(record, own, one, address))
        for one in periods_of(year, Cycle.QUARTER)
    )


def _chart(record: PerformanceRecord, own: PerformanceIndicator, year: int) -> str:
    """The way to the plan's end, with the year's actual once its last period is reported."""
    is_whole = isinstance(reached_to_date(own, Period(year, 4, Cycle.QUARTER)).value, Fraction)
    figure = path_chart(Ledger(record, year if is_whole else year - 1), own)
    return chart_svg(figure.picture, "path") if figure and isinstance(figure.picture, Chart) else ""


def _changes(agency: int, key: str) -> models.QuerySet[Change]:
    own = (
        models.Q(subject=f"indicator:{key}")
        | models.Q(subject__endswith=f":{key}")
        | models.Q(subject__contains=f":{key}/")
    )
    return latest_changes(agency, own)
