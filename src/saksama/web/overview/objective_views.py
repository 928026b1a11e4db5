"""The page of an objective or a goal: its indicators, its years, its programmes, and what is said of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from saksama.kernel.periods import period_title
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.results import objective_average
from saksama.kernel.spending import efficiency, objective_subjects, subject_spending
from saksama.web.measurement.storage import load_performance, load_record
from saksama.web.organisations.access import agency_for, person_of
from saksama.web.overview.agency_rows import used_rows
from saksama.web.overview.asked_period import asked_period
from saksama.web.overview.figure_ids import Address
from saksama.web.overview.money_rows import Shown, percent, rupiah
from saksama.web.overview.objective_rows import (
    achievements_chart,
    holder_named,
    path_charts,
    said_rows,
    served_rows,
    year_rows,
    years_chart,
)
from saksama.web.overview.pages import pages_of
from saksama.web.planning.versions import version_in_force, years_of


@require_GET
def objective(request: HttpRequest, number: int, key: str) -> HttpResponse:
    """An objective or a goal of an agency in a year. A fixed number of queries."""
    agency = agency_for(person_of(request), number)
    period = asked_period(request)
    version = version_in_force(agency, period.year)
    if version is None:
        raise Http404
    record, history = load_record(version, [period.year]), load_performance(version)
    holder, known = holder_named(record, key), holder_named(history, key)
    if holder is None or known is None:
        raise Http404
    pages = pages_of(version, agency.pk, period.year)
    rows = used_rows(record, holder.indicators, period, pages)
    content: dict[str, object] = {
        "agency": agency,
        "holder": holder,
        "period": period,
        "title": period_title(period),
        "years": years_of(agency),
        "rows": rows,
        "chart": achievements_chart(rows),
        "paths": path_charts(history, known, period.year),
        "programmes": served_rows(record, holder, period, pages.figure),
        "said": said_rows(holder, rows, period.year),
    }
    if isinstance(holder, StrategicObjective) and isinstance(known, StrategicObjective):
        every = year_rows(history, known, period.year, pages.figure)
        goal = next(one for one in record.plan.goals if holder in one.objectives)
        content |= {
            "goal": goal,
            "goal_path": pages.objective(goal.id),
            "every_year": every,
            "now": every[-1] if every else None,
            "years_chart": years_chart(history, known, every),
            "money": _money(record, holder, period.year, pages.figure),
        }
    else:
        content["objectives"] = [(one.name, pages.objective(one.id)) for one in getattr(holder, "objectives", ())]
    return render(request, "overview/objective.html", content)


def _money(record: PerformanceRecord, holder: StrategicObjective, year: int, address: Address) -> dict[str, Shown]:
    """What serves the objective in the year, and how efficiently by the agency's method."""
    spent = subject_spending(record, objective_subjects(holder), year)
    reached = objective_average(record, holder, year).capped
    return {
        "appropriation": rupiah(spent.appropriation, address),
        "expenditure": rupiah(spent.expenditure, address),
        "absorption": percent(spent.absorption, address),
        "efficiency": percent(efficiency(record, holder.id, reached, spent, year=year), address),
    }
