"""The entry grid and the saving of its cells."""

import json
from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from saksama.kernel.period import Cycle, InvalidPeriodError, Period
from saksama.language.messages import _
from saksama.web.measurement.entry import Conflict, RefusedEntryError, check_open, enter
from saksama.web.measurement.grid import cell_of, filled_counts, rows_of, year_of
from saksama.web.measurement.plausibility import questions
from saksama.web.measurement.storage import load_performance
from saksama.web.measurement.submission_rows import quarter_rows
from saksama.web.measurement.typed_numbers import UnclearNumberError
from saksama.web.organisations.access import Action, agency_for, may, person_of
from saksama.web.planning.versions import version_in_force
from saksama.web.workflow.locks import is_open, submissions_of


@require_GET
@never_cache
def grid(request: HttpRequest, number: int, year: int) -> HttpResponse:
    """The measurements of an agency in a year, to be typed in or to be read."""
    person = person_of(request)
    agency = agency_for(person, number)
    version = version_in_force(agency, year)
    if version is None:
        raise Http404
    rows = rows_of(load_performance(version, [year]), version, year)
    may_enter = may(person, Action.MEASURE, agency)
    quarters = quarter_rows(agency, person, year, timezone.localdate(), filled_counts(rows))
    locked = {one.number for one in submissions_of(agency, year).values() if not is_open(one)}
    return render(
        request,
        "measurement/grid.html",
        {
            "agency": agency,
            "year": year,
            "rows": rows,
            "closed": locked if may_enter else {1, 2, 3, 4},
            "may_enter": may_enter,
            "may_verify": may(person, Action.VERIFY, agency),
            "quarters": quarters,
            "next_quarter": next((one.number for one in quarters if one.steps), None),
        },
    )


@require_POST
def save(request: HttpRequest, number: int, year: int) -> JsonResponse:
    """Keep one cell. The answer has the cell and the year as they are now, or says what to do."""
    person = person_of(request)
    agency = agency_for(person, number, Action.MEASURE)
    asked = _asked(request, year)
    if version_in_force(agency, year) is None or asked is None:
        return JsonResponse({"error": _("Kiriman ini tidak dimengerti. Muat ulang halaman.")}, status=400)
    key, period, typed, seen = asked
    try:
        with transaction.atomic():
            check_open(agency.pk, period)
            version = version_in_force(agency, year)
            if version is None:
                raise RefusedEntryError(_("Rencana sudah berubah. Muat ulang halaman."))
            known = load_performance(version, [year])
            row = enter(version, known, key, period, typed=typed, seen=seen, person=person)
            record = load_performance(version, [year])
    except (UnclearNumberError, RefusedEntryError) as error:
        return JsonResponse({"error": str(error)}, status=422)
    except Conflict as conflict:
        return JsonResponse(conflict.answer(), status=409)
    indicator = next(one for one in record.indicators() if one.id == key)
    return JsonResponse(
        {
            "cell": asdict(cell_of(record, indicator, period)),
            "year": asdict(year_of(record, indicator, year)),
            "questions": questions(indicator, period),
            "saved": timezone.localtime(row.entered_at).strftime("%H.%M"),
        }
    )


def _asked(request: HttpRequest, year: int) -> tuple[str, Period, dict[str, str], str] | None:
    try:
        content: Any = json.loads(request.body)
        period = Period(year, max(1, int(content["number"])), Cycle(content["cycle"]))
        typed = {str(name): str(text) for name, text in dict(content["typed"]).items()}
        return str(content["key"]), period, typed, str(content["seen"])
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError, InvalidPeriodError):
        return None
