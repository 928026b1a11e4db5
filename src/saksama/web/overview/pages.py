"""Where the pages of an agency's year are: of its figures, its objectives and its indicators."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from django.urls import reverse

from saksama.web.overview.figure_ids import Address, addresses
from saksama.web.planning.models import PlanVersion


@dataclass(frozen=True, slots=True)
class Pages:
    """The address of a figure by its id, of a goal or an objective by its key, of an indicator by its key."""

    figure: Address
    objective: Callable[[str], str]
    indicator: Mapping[str, str]


def pages_of(version: PlanVersion, agency: int, year: int) -> Pages:
    """The pages of an agency, all in the same year. 1 query."""
    holder = reverse("objective", args=[agency, "KEY"]).removesuffix("KEY/")
    indicator = reverse("indicator", args=[agency, 0]).removesuffix("0/")
    numbers = version.plan.indicators.values_list("key", "pk")
    return Pages(
        addresses(agency, year),
        lambda key: f"{holder}{quote(key)}/?year={year}",
        {key: f"{indicator}{number}/?year={year}" for key, number in numbers},
    )
