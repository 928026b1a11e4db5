"""The indicators of a plan against the criteria of a good indicator."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from saksama.compose.indicator_quality import Criterion, quality_questions
from saksama.language.explanations import certainty_text
from saksama.language.messages import _
from saksama.web.measurement.storage import load_record
from saksama.web.organisations.access import Action, agency_for, may, person_of
from saksama.web.planning.plan_rows import definitions
from saksama.web.planning.versions import version_in_force


@require_GET
def indicator_quality(request: HttpRequest, number: int, year: int) -> HttpResponse:
    """What stands against each indicator of the plan in force, with what asks for it. A fixed number of queries."""
    person = person_of(request)
    agency = agency_for(person, number)
    version = version_in_force(agency, year)
    if version is None:
        raise Http404
    record = load_record(version)
    numbers = dict(definitions(version).filter(node=None).values_list("indicator__key", "pk"))
    asked = [(one, numbers.get(one.id), quality_questions(record, one)) for one in record.plan.indicators()]
    bases = {one.basis: [_(other.value) for other in Criterion if other.basis == one.basis] for one in Criterion}
    return render(
        request,
        "measurement/indicator_quality.html",
        {
            "agency": agency,
            "year": year,
            "indicators": [
                (one, definition, [(_(question.criterion.value), question.text) for question in found])
                for one, definition, found in asked
            ],
            "clear": sum(not found for _one, _definition, found in asked),
            "bases": [
                (", ".join(names), str(basis), _(basis.note), certainty_text(basis.certainty))
                for basis, names in bases.items()
            ],
            "may_plan": may(person, Action.PLAN, agency),
        },
    )
