"""Submitting a quarter, verifying it, returning it with comments, approving it."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from saksama.kernel.period import Cycle, InvalidPeriodError, Period
from saksama.kernel.periods import period_title
from saksama.language.messages import _
from saksama.web.measurement.storage import load_performance
from saksama.web.measurement.unfilled import why_incomplete
from saksama.web.measurement.unproven import why_not_submitted
from saksama.web.organisations.access import Action, agency_for, may, person_of
from saksama.web.organisations.models import Agency
from saksama.web.planning.models import PlanVersion
from saksama.web.planning.versions import version_in_force
from saksama.web.typed_text import typed_text
from saksama.web.workflow.calendar import last_ended_quarter
from saksama.web.workflow.locks import submission_of
from saksama.web.workflow.models import Comment
from saksama.web.workflow.steps import SUBMIT, RefusedStepError, take_step

_LONGEST_COMMENT = 2000


@require_POST
def step(request: HttpRequest, number: int, year: int, quarter: int) -> HttpResponse:
    """Take a step with the figures of a quarter, and go back to them."""
    person = person_of(request)
    agency = agency_for(person, number)
    period = _quarter(year, quarter)
    ended = last_ended_quarter(year, timezone.localdate())
    version, asked = version_in_force(agency, year), request.POST.get("step", "")
    if version is None or ended is None or ended < period:
        raise Http404
    reason = typed_text(request, "reason", most=_LONGEST_COMMENT)
    try:
        with transaction.atomic():
            submission = take_step(agency, period, asked, person=person, reason=reason)
            if asked == SUBMIT and (missing := _missing(agency, version, period, reason)):
                raise RefusedStepError(missing)  # and the step is not taken
    except RefusedStepError as error:
        messages.error(request, str(error))
    else:
        state = _(submission.get_state_display())
        messages.success(request, _("{period}: {state}.").format(period=period_title(period), state=state))
    return redirect("measurements", number, year)


@require_POST
def comment(request: HttpRequest, number: int, year: int, quarter: int) -> HttpResponse:
    """Remark on a figure of a quarter that was submitted."""
    person = person_of(request)
    agency = agency_for(person, number, Action.VERIFY)
    submission = submission_of(agency, _quarter(year, quarter))
    text = typed_text(request, "text", most=_LONGEST_COMMENT)
    if submission is None:
        messages.error(request, _("Angka triwulan ini belum diajukan, jadi belum ada yang diverifikasi."))
    elif not text:
        messages.error(request, _("Tulis catatannya lebih dahulu."))
    else:
        subject = typed_text(request, "subject", most=120)
        Comment.objects.create(submission=submission, subject=subject, text=text, person=person)
    return redirect("measurements", number, year)


@require_POST
def settle(request: HttpRequest, number: int, comment_number: int) -> HttpResponse:
    """Say that a remark is settled: by who made the figure or who remarked."""
    person = person_of(request)
    agency = agency_for(person, number)
    found = Comment.objects.filter(pk=comment_number, submission__agency=agency).select_related("submission").first()
    if found is None or not (may(person, Action.MEASURE, agency) or may(person, Action.VERIFY, agency)):
        raise Http404
    if found.settled_at is None:
        found.settled_at, found.settled_by = timezone.now(), person
        found.save(update_fields=["settled_at", "settled_by"])
    return redirect("measurements", number, found.submission.year)


def _missing(agency: Agency, version: PlanVersion, quarter: Period, reason: str) -> str:
    """What figures lack that are submitted: evidence where it is required, and a reason where some are not there."""
    incomplete = "" if reason else why_incomplete(load_performance(version, [quarter.year]), quarter)
    return " ".join(filter(None, (incomplete, why_not_submitted(agency, version, quarter))))


def _quarter(year: int, number: int) -> Period:
    try:
        return Period(year, number, Cycle.QUARTER)
    except InvalidPeriodError as error:
        raise Http404 from error
