"""Who sees a check of a report: who asked for it, and everybody who may report at its agency."""

from django.db import models
from django.http import Http404

from saksama.web.organisations.access import Action, agencies_of
from saksama.web.organisations.models import Person
from saksama.web.reporting.models import ReportCheck


def checks_of(person: Person) -> models.QuerySet[ReportCheck]:
    """The checks that the person sees."""
    offices = agencies_of(person, Action.REPORT)
    return ReportCheck.objects.filter(models.Q(person=person) | models.Q(agency__in=offices))


def check_for(person: Person, number: int) -> ReportCheck:
    """The check of a page. Raises `Http404` where the person does not see it."""
    found = checks_of(person).select_related("agency", "person").filter(pk=number).first()
    if found is None:
        raise Http404
    return found
