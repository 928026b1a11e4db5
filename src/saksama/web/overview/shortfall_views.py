"""What an agency's report of a year still lacks, from whom it must come, and what a careful reader would ask."""

from collections import Counter
from collections.abc import Iterable, Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from saksama.compose.gap import Gap, owner_name
from saksama.compose.gaps import gaps
from saksama.kernel.period import Cycle, Period
from saksama.kernel.periods import period_title
from saksama.web.measurement.record_sheets import GROUPS
from saksama.web.measurement.storage import load_record
from saksama.web.organisations.access import Action, agency_for, may, person_of
from saksama.web.overview.concerns import concerns_of
from saksama.web.planning.models import PlanVersion
from saksama.web.planning.plan_rows import definitions
from saksama.web.planning.versions import version_in_force
from saksama.web.workflow.calendar import last_ended_quarter

_PAGES = {
    "Realisasi": "measurements",
    "Realisasi Periode": "measurements",
    "Target Periode": "targets",
    "Sasaran": "plan",
    "Indikator": "plan",
    "Definisi": "plan",
    "Anggaran": "money",
    "Dukungan": "programmes",
}
"""The page on which the sheet of the workbook is filled that a gap names."""


Place = tuple[str, str]
"""The name of a sheet of the workbook, and the page on which it is filled or ""."""

Owed = tuple[str, list[tuple[Place, list[str]]]]
"""What something still lacks, by where it is filled."""


@require_GET
def shortfalls(request: HttpRequest, number: int, year: int) -> HttpResponse:
    """The gaps by the person who knows them, and the questions. A fixed number of queries."""
    person = person_of(request)
    agency = agency_for(person, number)
    version = version_in_force(agency, year)
    if version is None:
        raise Http404
    record = load_record(version)
    period = last_ended_quarter(year, timezone.localdate()) or Period(year, 1, Cycle.QUARTER)
    indicators = dict(version.plan.indicators.values_list("key", "pk"))
    names = {one.name: indicators[one.id] for one in record.indicators() if one.id in indicators}
    may_plan = may(person, Action.PLAN, agency)
    sheet_pages = _definition_pages(version) if may_plan else {}
    sheets = {own.name: own.identifier for of_group in GROUPS.values() for own in of_group} if may_plan else {}
    missing = []
    for gap in gaps(record, year):
        path = sheet_pages.get(gap.subject, "") if gap.sheet == "Definisi" else ""
        missing.append((gap, path or _path(gap, agency.pk, year, names, sheets)))
    return render(
        request,
        "overview/shortfalls.html",
        {
            "agency": agency,
            "year": year,
            "title": period_title(period),
            "count": len(missing),
            "owed": _by_person(missing),
            "concerns": [
                (one, _of_indicator(one.subject, agency.pk, year, names)) for one in concerns_of(record, period)
            ],
        },
    )


def _by_person(missing: Iterable[tuple[Gap, str]]) -> list[tuple[str, int, list[Owed]]]:
    """Who owes how much, the most first: by what it belongs to, and by where it is filled."""
    owed: dict[str, dict[str, dict[Place, list[str]]]] = {}
    count: Counter[str] = Counter()
    for gap, path in missing:
        who = gap.person or owner_name(gap.owner)
        owed.setdefault(who, {}).setdefault(gap.subject, {}).setdefault((gap.sheet, path), []).append(gap.missing)
        count[who] += 1
    return [
        (who, total, [(subject, list(places.items())) for subject, places in owed[who].items()])
        for who, total in count.most_common()
    ]


def _definition_pages(version: PlanVersion) -> dict[str, str]:
    """Where the data sheet of an indicator is filled, by its name."""
    return {
        one.name: reverse("edit-indicator", args=[version.plan.agency_id, one.pk])
        for one in definitions(version).filter(node=None)
    }


def _path(gap: Gap, agency: int, year: int, names: Mapping[str, int], sheets: Mapping[str, str]) -> str:
    """Where it is filled, as far as the application has a page for it."""
    if gap.sheet in sheets:
        return reverse("sheet", args=[agency, year, sheets[gap.sheet]])
    if gap.sheet == "Analisis":
        return _of_indicator(gap.subject, agency, year, names)
    return reverse(_PAGES[gap.sheet], args=[agency, year]) if gap.sheet in _PAGES else ""


def _of_indicator(name: str, agency: int, year: int, names: Mapping[str, int]) -> str:
    return f"{reverse('indicator', args=[agency, names[name]])}?year={year}" if name in names else ""
