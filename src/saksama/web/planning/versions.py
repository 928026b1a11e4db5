"""Which plan and which version of it counts for a year."""

from collections.abc import Iterable

from saksama.web.organisations.models import Agency
from saksama.web.planning.models import PlanVersion, StrategicPlan


def version_in_force(agency: Agency, year: int) -> PlanVersion | None:
    """The last version of the plan that holds the year; the later plan where two do. 1 query."""
    return (
        PlanVersion.objects.filter(plan__agency=agency, plan__first_year__lte=year, plan__last_year__gte=year)
        .select_related("plan__agency__government")
        .order_by("-plan__first_year", "-number")
        .first()
    )


def versions_in_force(agencies: Iterable[Agency], year: int) -> dict[int, PlanVersion]:
    """The version that counts for the year, by the number of the agency. 1 query."""
    rows = (
        PlanVersion.objects.filter(plan__agency__in=agencies, plan__first_year__lte=year, plan__last_year__gte=year)
        .select_related("plan")
        .order_by("plan__first_year", "number")
    )
    return {row.plan.agency_id: row for row in rows}


def years_of(agency: Agency) -> list[int]:
    """The years that the agency's plans hold. 1 query."""
    plans = StrategicPlan.objects.filter(agency=agency)
    return sorted({year for plan in plans for year in range(plan.first_year, plan.last_year + 1)})
