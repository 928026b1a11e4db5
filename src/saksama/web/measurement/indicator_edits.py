"""The words of a year, edited on an indicator's page."""

from http import HTTPStatus

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from saksama.kernel.indicator import NarrativePart
from saksama.language.messages import _
from saksama.web.measurement.indicator_words import WordsConflict, title_of
from saksama.web.measurement.models import Narrative
from saksama.web.organisations.access import Action, agency_for, person_of
from saksama.web.organisations.models import Agency
from saksama.web.planning.models import Indicator
from saksama.web.planning.record_versions import count_change
from saksama.web.typed_text import seen_of, typed_text
from saksama.web.workflow.locks import hold_figures, last_quarter, locks_of
from saksama.web.workflow.models import Change
from saksama.web.workflow.recording import record_change

_LONGEST = 20_000


@require_http_methods(["GET", "POST"])
def save_words(request: HttpRequest, number: int, indicator_number: int, year: int) -> HttpResponse:
    """Keep what is said of an indicator in a year. A part that was emptied is unfilled again.

    A part that somebody else has changed since is shown beside what was typed, and only the others are kept. What is
    changed after the year was approved is marked as a revision in the history.
    """
    person = person_of(request)
    agency = agency_for(person, number, Action.MEASURE)
    indicator = indicator_of(agency, indicator_number)
    if not indicator.plan.first_year <= year <= indicator.plan.last_year:
        raise Http404
    if request.method == "GET":  # a page that answered a form was asked for again, such as in the other language
        return back_to(agency, indicator, year)
    conflicts, is_changed = [], False
    with transaction.atomic():
        hold_figures(agency.pk)
        is_revision = last_quarter(year) in locks_of(agency.pk, [year]).approved
        known = {row.part: row for row in indicator.narratives.select_for_update().filter(year=year)}
        for part in NarrativePart:
            if part.value not in request.POST:
                continue
            text = typed_text(request, part.value, most=_LONGEST)
            row = known.get(part.value)
            old = row.text if row else ""
            seen = request.POST.get(f"seen-{part.value}", seen_of(old))
            if text == old or (seen != seen_of(old) and seen == seen_of(text)):
                continue  # nothing was typed here
            if seen != seen_of(old):
                conflicts.append(_conflict(agency, indicator, year, part, mine=text, theirs=old))
                continue
            if not text and row:
                row.delete()
            else:
                Narrative.objects.update_or_create(
                    indicator=indicator,
                    year=year,
                    part=part.value,
                    defaults={"text": text, "not_applicable_because": ""},
                )
            record_change(
                agency,
                person,
                f"indicator:{indicator.key}",
                f"{part.value} {year}",
                old=old,
                new=text,
                is_revision=is_revision,
            )
            is_changed = True
        if is_changed:
            count_change(indicator.plan_id)
    if conflicts:
        content = {"agency": agency, "indicator": indicator, "year": year, "conflicts": conflicts}
        return render(request, "measurement/words_conflict.html", content, status=HTTPStatus.CONFLICT)
    messages.success(request, _("Analisis tersimpan."))
    return back_to(agency, indicator, year)


def _conflict(
    agency: Agency, indicator: Indicator, year: int, part: NarrativePart, *, mine: str, theirs: str
) -> WordsConflict:
    made = Change.objects.filter(agency=agency, subject=f"indicator:{indicator.key}", fact=f"{part.value} {year}")
    last = made.select_related("person").order_by("id").last()
    name = last.person.name if last and last.person else ""
    return WordsConflict(part.value, title_of(part), theirs, name, mine, seen_of(theirs))


def indicator_of(agency: Agency, number: int) -> Indicator:
    """An indicator of the agency. Raises `Http404`."""
    found = Indicator.objects.filter(plan__agency=agency, pk=number).select_related("plan").first()
    if found is None:
        raise Http404
    return found


def back_to(agency: Agency, indicator: Indicator, year: int) -> HttpResponse:
    """Back to the page of the indicator in a year."""
    return redirect(f"{reverse('indicator', args=[agency.pk, indicator.pk])}?year={year}")
