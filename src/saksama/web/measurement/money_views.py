"""The budget of a year: ceilings and expenditure, typed in at the leaves."""

import json
from dataclasses import asdict
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from saksama.kernel.period import Cycle, InvalidPeriodError, Period
from saksama.language.messages import _
from saksama.web.measurement.entry import Conflict, RefusedEntryError
from saksama.web.measurement.money_entry import enter_money
from saksama.web.measurement.money_rows import money_rows, total_row
from saksama.web.measurement.storage import load_record
from saksama.web.measurement.typed_numbers import UnclearNumberError
from saksama.web.organisations.access import Action, agency_for, may, person_of
from saksama.web.planning.versions import version_in_force
from saksama.web.workflow.calendar import last_ended_quarter
from saksama.web.workflow.locks import locks_of


@require_GET
@never_cache
def money(request: HttpRequest, number: int, year: int) -> HttpResponse:
    """The budget of an agency in a year."""
    person = person_of(request)
    agency = agency_for(person, number)
    version = version_in_force(agency, year)
    if version is None:
        raise Http404
    period = last_ended_quarter(year, timezone.localdate()) or Period(year, 1, Cycle.QUARTER)
    record = load_record(version, [year])
    locks = locks_of(agency.pk, [year])
    return render(
        request,
        "measurement/money.html",
        {
            "agency": agency,
            "year": year,
            "rows": money_rows(record, version, period, {quarter.number for quarter in locks.closed}),
            "closed": [locks.reason(quarter) for quarter in sorted(locks.closed)],
            "total": total_row(record, period),
            "may_enter": may(person, Action.MEASURE, agency),
        },
    )


@require_POST
def save_money(request: HttpRequest, number: int, year: int) -> JsonResponse:
    """Keep one cell."""
    person = person_of(request)
    agency = agency_for(person, number, Action.MEASURE)
    version = version_in_force(agency, year)
    try:
        content: Any = json.loads(request.body)
        place = int(content["number"])
        quarter = Period(year, place, Cycle.QUARTER) if place else None
        typed = {str(name): str(text) for name, text in dict(content["typed"]).items()}
        key, seen = str(content["key"]), str(content["seen"])
        if not key.isprintable():  # PostgreSQL takes neither NUL nor half a character
            version = None
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError, InvalidPeriodError):
        version = None
    if version is None:
        return JsonResponse({"error": _("Kiriman ini tidak dimengerti. Muat ulang halaman.")}, status=400)
    try:
        found = enter_money(version, key, year, quarter, typed=typed, seen=seen, person=person)
    except (UnclearNumberError, RefusedEntryError) as error:
        return JsonResponse({"error": str(error)}, status=422)
    except Conflict as conflict:
        return JsonResponse(conflict.answer(), status=409)
    return JsonResponse({"cell": asdict(found)})
