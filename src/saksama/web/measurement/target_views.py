"""The grid of targets of a year and the saving of its cells."""

import json
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.period import Cycle, InvalidPeriodError, Period
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.value_scale import ValueScale
from saksama.language.messages import _
from saksama.web.measurement.entry import Conflict, RefusedEntryError, must_change
from saksama.web.measurement.storage import load_performance
from saksama.web.measurement.target_edits import BOUNDS, keep_target, target_at, typed_bounds
from saksama.web.measurement.target_grid import doubts_of, target_cell, target_rows
from saksama.web.measurement.typed_numbers import UnclearNumberError
from saksama.web.organisations.access import Action, agency_for, may, person_of
from saksama.web.planning.plan_rows import definitions
from saksama.web.planning.record_versions import count_change
from saksama.web.planning.versions import version_in_force, years_of
from saksama.web.workflow.locks import hold_figures, locks_of

_LONGEST_REASON = 2000


@require_GET
@never_cache
def targets(request: HttpRequest, number: int, year: int) -> HttpResponse:
    """The targets of a year and its periods, to be typed in or to be read."""
    person = person_of(request)
    agency = agency_for(person, number)
    version = version_in_force(agency, year)
    if version is None:
        raise Http404
    locks = locks_of(agency.pk, [year])
    return render(
        request,
        "measurement/targets.html",
        {
            "agency": agency,
            "year": year,
            "years": years_of(agency),
            "rows": target_rows(load_performance(version, [year]), version, year, locks),
            "may_plan": may(person, Action.PLAN, agency),
            "closed": [locks.reason(quarter) for quarter in sorted(locks.closed)],
            "needs_reason": bool(locks.approved),
        },
    )


@require_POST
def save_target(request: HttpRequest, number: int, year: int) -> JsonResponse:
    """Keep one cell. The answer has the cell and what contradicts it, or says what to do."""
    person = person_of(request)
    agency = agency_for(person, number, Action.PLAN)
    asked = _asked(request, year)
    if version_in_force(agency, year) is None or asked is None:
        return JsonResponse({"error": _("Kiriman ini tidak dimengerti. Muat ulang halaman.")}, status=400)
    key, period, typed, seen, reason = asked
    try:
        with transaction.atomic():
            hold_figures(agency.pk)
            locks = locks_of(agency.pk, [year])
            version = version_in_force(agency, year)
            if version is None:
                raise RefusedEntryError(_("Rencana sudah berubah. Muat ulang halaman."))
            indicator, scale = _indicator(load_performance(version, [year]), key, period)
            bounds = typed_bounds(typed, scale)
            row = definitions(version).select_related("indicator__plan__agency").get(indicator__key=key)
            found = target_at(row, period)
            before = dict.fromkeys(BOUNDS) if found is None else {name: getattr(found, name) for name in BOUNDS}
            after = dict(zip(BOUNDS, bounds or (None, None), strict=True))
            now = target_cell(indicator, period, found, scale, locks)
            must_change(before, after, seen=seen, theirs=Conflict("", now.seen, now.typed))
            if keep_target(row, period, bounds, locks=locks, person=person, reason=reason):
                count_change(version.plan_id)
            cell = target_cell(indicator, period, target_at(row, period), scale, locks)
            record = load_performance(version, [year])
    except (UnclearNumberError, RefusedEntryError) as error:
        return JsonResponse({"error": str(error)}, status=422)
    except Conflict as conflict:
        return JsonResponse(conflict.answer(), status=409)
    indicator = next(one for one in record.plan.indicators() if one.id == key)
    return JsonResponse(
        {"cell": {"typed": cell.typed, "seen": cell.seen}, "doubts": " ".join(doubts_of(record, indicator, year))}
    )


def _indicator(record: PerformanceRecord, key: str, period: Period) -> tuple[PerformanceIndicator, ValueScale | None]:
    """The indicator with its words. Raises `RefusedEntryError` where it has no target in such a period."""
    indicator = next((one for one in record.plan.indicators() if one.id == key and one.is_used(period.year)), None)
    if indicator is None or period.cycle not in {Cycle.YEAR, indicator.schedule.cycle}:
        raise RefusedEntryError(_("Rencana sudah berubah. Muat ulang halaman."))
    return indicator, record.value_scale(indicator.value_scale) if indicator.value_scale else None


def _asked(request: HttpRequest, year: int) -> tuple[str, Period, dict[str, str], str, str] | None:
    try:
        content: Any = json.loads(request.body)
        period = Period(year, max(1, int(content["number"])), Cycle(content["cycle"]))
        typed = {str(name): str(text) for name, text in dict(content["typed"]).items()}
        reason = str(content.get("why", "")).replace("\0", "").strip()[:_LONGEST_REASON]
        reason.encode()  # half a character is no text
        return str(content["key"]), period, typed, str(content["seen"]), reason
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError, InvalidPeriodError):
        return None
