"""The start page, and the page of an agency."""

from datetime import date, datetime, time, timedelta
from fractions import Fraction

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from saksama.kernel.period import Period
from saksama.kernel.periods import period_title
from saksama.kernel.rounding import write_rupiah
from saksama.web.measurement.storage import load_performance
from saksama.web.organisations.access import (
    Action,
    agencies_of,
    agency_for,
    may,
    may_in_government,
    person_of,
    roles_of,
)
from saksama.web.organisations.models import Agency, Person, Role
from saksama.web.overview.agency_rows import objective_rows
from saksama.web.overview.asked_period import asked_period, period_to_show
from saksama.web.overview.figure_counts import summary_paths
from saksama.web.overview.figure_ids import addresses
from saksama.web.overview.kept_summaries import MOST_IN_A_PAGE, Known, known_summaries
from saksama.web.overview.pages import pages_of
from saksama.web.overview.summaries import AgencySummary, together
from saksama.web.overview.tasks import Task, first_agency, tasks_of
from saksama.web.planning.versions import version_in_force, versions_in_force, years_of
from saksama.web.workflow.deadlines import measurement_due
from saksama.web.workflow.models import Change


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """What concerns the person who signed in: what is due, and the agencies that he may see. 7 queries."""
    person = person_of(request)
    roles = roles_of(person)
    period, today = asked_period(request), timezone.localdate()
    agencies = list(agencies_of(person).filter(ends_on=None).select_related("government"))
    versions = versions_in_force(agencies, period.year)
    known = known_summaries(versions, period, today=today, most=MOST_IN_A_PAGE)
    due = measurement_due(agencies[0].government, period) if agencies else None
    return render(
        request,
        "overview/start.html",
        {
            "roles": roles,
            "rows": _agency_rows(agencies, known, period, today),
            "period": period,
            "title": period_title(period),
            "total": together(known.summaries.values()) if len(agencies) > 1 else None,
            "tasks": tasks_of(person, agencies, known.summaries, period, planned=versions, due=due, today=today)
            if due
            else _first_task(roles, person),
            "due": due,
            "behind": len(known.behind),
            "movements": _movements(agencies, known),
            "concerns": [
                (one, known.concerns[one.pk])
                for one in agencies
                if one.pk in known.concerns and known.concerns[one.pk].count
            ],
            "watches_all": any(may_in_government(person, Action.READ, role.government) for role in roles),
            "reports_all": any(may_in_government(person, Action.REPORT, role.government) for role in roles),
            "sets_deadlines": any(may_in_government(person, Action.SET_DEADLINES, role.government) for role in roles),
            "sets_template": any(may_in_government(person, Action.SET_TEMPLATE, role.government) for role in roles),
        },
    )


def _first_task(roles: tuple[Role, ...], person: Person) -> tuple[Task, ...]:
    """What is due where there is no agency yet."""
    governments = [one.government for one in roles if may_in_government(person, Action.ADMINISTER, one.government)]
    return tuple(first_agency(one) for one in governments[:1])


def _movements(agencies: list[Agency], known: Known) -> list[dict[str, object]]:
    """The agencies at which something changed this month; those that no longer meet a target first."""
    moved = [(one, known.movements[one.pk]) for one in agencies if one.pk in known.movements]
    return [{"agency": one, "moved": what} for one, what in sorted(moved, key=lambda row: not row[1].fallen)]


def _agency_rows(agencies: list[Agency], known: Known, period: Period, today: date) -> list[dict[str, object]]:
    """The agencies with their summaries and their changes of thirty days: incomplete ones, without a plan, the rest."""
    since = timezone.make_aware(datetime.combine(today - timedelta(days=30), time()))
    changes = dict(
        Change.objects.filter(agency__in=agencies, at__gte=since)
        .values_list("agency")
        .annotate(count=Count("pk"))
        .order_by("agency")
    )
    rows: list[dict[str, object]] = [
        {
            "agency": one,
            "summary": known.summaries.get(one.pk),
            "is_counted_anew": one.pk in known.behind,
            "concerns": known.concerns.get(one.pk),
            "bar": _bar(known.summaries.get(one.pk)),
            "paths": summary_paths(addresses(one.pk, period.year), period),
            "changes": changes.get(one.pk, 0),
        }
        for one in agencies
    ]
    return sorted(rows, key=lambda row: getattr(row["summary"], "is_complete", 0.5))


def _bar(summary: AgencySummary | None) -> str:
    """The absorption as the value of a drawn bar, which is not read: with a point."""
    return summary.absorption.replace(".", "").replace(",", ".") if summary and summary.absorption else ""


@require_GET
def agency(request: HttpRequest, number: int) -> HttpResponse:
    """An agency in a year: what was promised, reached and spent to the end of the last quarter."""
    person = person_of(request)
    found = agency_for(person, number)
    asked = period = asked_period(request)
    version = version_in_force(found, period.year)
    years = years_of(found)
    if version is None and years:
        period = period_to_show(max((year for year in years if year <= period.year), default=years[0]))
        version = version_in_force(found, period.year)
    pages = pages_of(version, found.pk, period.year) if version else None
    objectives = objective_rows(load_performance(version, [period.year]), period, pages) if version and pages else ()
    known = known_summaries({found.pk: version} if version else {}, period, today=timezone.localdate())
    summary = known.summaries.get(found.pk)
    return render(
        request,
        "overview/agency.html",
        {
            "agency": found,
            "period": period,
            "title": period_title(period),
            "asked": asked,
            "has_plan": version is not None,
            "years": years,
            "objectives": objectives,
            "summary": summary,
            "appropriation": _rupiah(summary.appropriation) if summary else "",
            "expenditure": _rupiah(summary.expenditure) if summary else "",
            "paths": summary_paths(pages.figure, period) if pages else {},
            "may_plan": may(person, Action.PLAN, found),
            "may_report": may(person, Action.REPORT, found),
        },
    )


def _rupiah(plain: str | None) -> str:
    return "" if plain is None else write_rupiah(Fraction(plain))
