"""The plan of an agency: what its version in force promises."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from saksama.compose.values import target_text
from saksama.web.measurement.storage import load_performance
from saksama.web.organisations.access import Action, agency_for, may, person_of
from saksama.web.planning.models import Goal, IndicatorDefinition, Objective, PlanVersion
from saksama.web.planning.versions import version_in_force, years_of


@require_GET
def plan(request: HttpRequest, number: int, year: int) -> HttpResponse:
    """The plan in force in a year: goals, objectives, indicators with the targets of every year."""
    person = person_of(request)
    agency = agency_for(person, number)
    version = version_in_force(agency, year)
    if version is None:
        raise Http404
    record = load_performance(version)
    years = list(record.plan.years)
    return render(
        request,
        "measurement/plan.html",
        {
            "agency": agency,
            "year": year,
            "years": years_of(agency),
            "version": version,
            "versions": version.plan.versions.order_by("number"),
            "plan": record.plan,
            "plan_years": years,
            "targets": {
                indicator.id: [
                    (one, target_text(record, indicator, found) if (found := indicator.target(one)) else "")
                    for one in years
                ]
                for indicator in record.plan.indicators()
            },
            "numbers": _numbers(version),
            "parts": _parts(version),
            "may_plan": may(person, Action.PLAN, agency),
        },
    )


def _numbers(version: PlanVersion) -> dict[str, int]:
    of_goals = IndicatorDefinition.objects.filter(goal__version=version)
    of_objectives = IndicatorDefinition.objects.filter(objective__goal__version=version)
    return dict((of_goals | of_objectives).values_list("indicator__key", "pk"))


def _parts(version: PlanVersion) -> dict[str, int]:
    """The numbers of the goals and objectives by their keys."""
    goals = Goal.objects.filter(version=version).values_list("key", "pk")
    return dict(goals) | dict(Objective.objects.filter(goal__version=version).values_list("key", "pk"))
