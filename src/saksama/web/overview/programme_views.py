"""The page of an agency's programmes: their money to date, and what was spent by quarter."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from saksama.kernel.periods import period_title
from saksama.web.measurement.storage import load_record
from saksama.web.organisations.access import Action, agency_for, may, person_of
from saksama.web.overview.asked_period import asked_period
from saksama.web.overview.money_rows import node_row, programmes_of, quarter_rows, total_row
from saksama.web.overview.pages import pages_of
from saksama.web.planning.versions import version_in_force, years_of


@require_GET
def programmes(request: HttpRequest, number: int) -> HttpResponse:
    """The programmes of an agency in a year. A fixed number of queries."""
    person = person_of(request)
    agency = agency_for(person, number)
    period = asked_period(request)
    version = version_in_force(agency, period.year)
    if version is None:
        raise Http404
    record = load_record(version, [period.year])
    address = pages_of(version, agency.pk, period.year).figure
    quarters, chart = quarter_rows(record, period, address)
    return render(
        request,
        "overview/programmes.html",
        {
            "agency": agency,
            "period": period,
            "title": period_title(period),
            "years": years_of(agency),
            "rows": [node_row(one, period, address) for one in programmes_of(record, period.year)],
            "total": total_row(record, period, address),
            "quarters": quarters,
            "chart": chart,
            "may_plan": may(person, Action.PLAN, agency),
        },
    )
