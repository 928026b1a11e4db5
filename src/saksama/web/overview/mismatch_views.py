"""Money and results that do not fit together, at all agencies of a government."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from saksama.kernel.periods import period_title
from saksama.language.messages import _, to_say
from saksama.web.organisations.access import Action, government_for, person_of
from saksama.web.organisations.models import Agency
from saksama.web.overview.asked_period import asked_period
from saksama.web.overview.kept_summaries import MOST_IN_A_PAGE, kept_mismatches, known_summaries
from saksama.web.overview.mismatches import EASIER, WITHOUT_MONEY, WITHOUT_RESULT, Mismatch
from saksama.web.planning.models import Indicator, PlanVersion
from saksama.web.planning.versions import versions_in_force


@dataclass(frozen=True, slots=True)
class AgencyMismatches:
    """What does not fit together at an agency, each with the page on which it is seen."""

    agency: Agency
    found: tuple[tuple[Mismatch, str], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of mismatch: its name, what is counted (our own choice), and the agencies that have some."""

    kind: str
    title: str
    rule: str
    rows: tuple[AgencyMismatches, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(len(row.found) for row in self.rows)


_SECTIONS = (
    (
        WITHOUT_RESULT,
        to_say("Uang tanpa hasil"),
        to_say(
            "Program beranggaran yang tidak mendukung sasaran mana pun, dan sasaran yang anggarannya sudah dipakai "
            "tetapi belum satu pun indikatornya mencapai target atau belum semua dilaporkan."
        ),
    ),
    (
        WITHOUT_MONEY,
        to_say("Hasil tanpa uang"),
        to_say("Sasaran yang tidak didukung program beranggaran."),
    ),
    (
        EASIER,
        to_say("Target yang dipermudah"),
        to_say("Target yang lebih mudah daripada realisasi atau target tahun lalu, data dasar, atau rencananya."),
    ),
)


@require_GET
def mismatched(request: HttpRequest) -> HttpResponse:
    """Money without result, result without money, and targets that became easier. 8 queries."""
    government = government_for(person_of(request), Action.READ)
    period = asked_period(request)
    agencies = list(government.agencies.filter(ends_on=None))
    versions = versions_in_force(agencies, period.year)
    known = known_summaries(versions, period, today=timezone.localdate(), most=MOST_IN_A_PAGE)
    found = kept_mismatches(versions, period)
    paths = _paths(versions, found, period.year)
    return render(
        request,
        "overview/mismatched.html",
        {
            "government": government,
            "title": period_title(period),
            "sections": [
                Section(kind, _(title), _(rule), _rows(agencies, found, kind, paths)) for kind, title, rule in _SECTIONS
            ],
            "unknown": sum(one.pk not in found for one in agencies),
            "behind": len(known.behind),
        },
    )


Path = Callable[[Agency, Mismatch], str]


def _rows(
    agencies: Iterable[Agency], found: Mapping[int, tuple[Mismatch, ...]], kind: str, path: Path
) -> tuple[AgencyMismatches, ...]:
    every = (
        AgencyMismatches(one, tuple((each, path(one, each)) for each in found.get(one.pk, ()) if each.kind == kind))
        for one in agencies
    )
    return tuple(row for row in every if row.found)


def _paths(versions: Mapping[int, PlanVersion], found: Mapping[int, tuple[Mismatch, ...]], year: int) -> Path:
    """Where a mismatch is seen: on the page of its indicator, of its objective, or of the programmes. 1 query.

    What was kept before the last changes may name an indicator that is gone: it leads to the agency.
    """
    keys = {one.key for every in found.values() for one in every if one.kind == EASIER}
    rows = Indicator.objects.filter(plan__in=[one.plan_id for one in versions.values()], key__in=keys)
    numbers = {(agency, key): number for agency, key, number in rows.values_list("plan__agency", "key", "pk")}

    def path(agency: Agency, one: Mismatch) -> str:
        if one.kind == EASIER:
            number = numbers.get((agency.pk, one.key))
            address = reverse("indicator", args=[agency.pk, number]) if number else reverse("agency", args=[agency.pk])
        elif one.what == "unlinked":
            address = reverse("programmes", args=[agency.pk])
        else:
            address = reverse("objective", args=[agency.pk, one.key])
        return f"{address}?year={year}"

    return path
