"""What one version of a plan says otherwise than another one."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from saksama.web.measurement.plan_comparison import compare_plans
from saksama.web.measurement.storage import load_record
from saksama.web.organisations.access import agency_for, person_of
from saksama.web.planning.models import PlanVersion
from saksama.web.planning.versions import version_in_force


@require_GET
def compare_versions(request: HttpRequest, number: int, year: int) -> HttpResponse:
    """Two versions of the plan of a year, the last two unless ?from= and ?to= name others."""
    agency = agency_for(person_of(request), number)
    last = version_in_force(agency, year)
    if last is None:
        raise Http404
    versions = list(last.plan.versions.select_related("plan__agency__government").order_by("number"))
    after = _asked(request, "to", versions, versions[-1])
    before = _asked(request, "from", versions, versions[max(versions.index(after) - 1, 0)])
    rows = compare_plans(load_record(before), load_record(after)) if before != after else ()
    facts = [fact for row in rows for fact in row.facts]
    return render(
        request,
        "measurement/compare_versions.html",
        {
            "agency": agency,
            "year": year,
            "versions": versions,
            "before": before,
            "after": after,
            "rows": rows,
            "count": len(facts),
            "easier": sum(fact.is_easier for fact in facts),
        },
    )


def _asked(request: HttpRequest, name: str, versions: Sequence[PlanVersion], otherwise: PlanVersion) -> PlanVersion:
    asked = request.GET.get(name)
    if asked is None:
        return otherwise
    found = next((one for one in versions if str(one.number) == asked), None)
    if found is None:
        raise Http404
    return found
