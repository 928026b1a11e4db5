"""What a unit is responsible for: the indicators and programmes whose owner is the unit or one of its posts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from saksama.kernel.period import Period
from saksama.kernel.record import PerformanceRecord
from saksama.web.organisations.models import Position, Unit
from saksama.web.overview.agency_rows import IndicatorRow, used_rows
from saksama.web.overview.money_rows import MoneyRow, node_row
from saksama.web.overview.pages import Pages
from saksama.web.planning.models import BudgetNode, PlanVersion
from saksama.web.planning.plan_rows import definitions


@dataclass(frozen=True, slots=True)
class Responsibility:
    """The indicators and the nodes of the budget of a unit."""

    indicators: tuple[IndicatorRow, ...]
    programmes: tuple[MoneyRow, ...]

    @property
    def unreported(self) -> int:
        """How many indicators are due and not reported."""
        return sum(row.is_unreported for row in self.indicators)

    @property
    def without_money(self) -> int:
        """Of how many nodes the expenditure is not known."""
        return sum(not row.expenditure.text for row in self.programmes)


def owners_of(unit: Unit, posts: Iterable[Position]) -> frozenset[str]:
    """The names by which the plan may call the unit: its own, and the titles of its posts."""
    return frozenset(_plain(name) for name in (unit.name, *(post.title for post in posts)))


def responsibility(record: PerformanceRecord, owners: frozenset[str], period: Period, pages: Pages) -> Responsibility:
    """What the owners answer for in the year."""
    indicators = (one for one in record.indicators() if owners & named(one.sheet.owner))
    nodes = (one for one in record.nodes() if owners & named(one.owner))
    budgeted = (one for one in nodes if any(leaf.amount(period.year) for leaf in one.leaves()))
    return Responsibility(
        used_rows(record, indicators, period, pages),
        tuple(node_row(one, period, pages.figure) for one in budgeted),
    )


def owners_without_unit(version: PlanVersion, units: Iterable[Unit], posts: Iterable[Position]) -> tuple[str, ...]:
    """The owners that the plan names and that are neither a unit nor a post of one. 2 queries."""
    known = {_plain(one.name) for one in units} | {_plain(one.title) for one in posts if one.unit_id}
    texts = [
        *definitions(version).values_list("owner", flat=True),
        *BudgetNode.objects.filter(plan=version.plan_id).values_list("owner", flat=True),
    ]
    parts = {_plain(part): part for text in sorted(set(texts)) for part in _parts(text)}
    return tuple(sorted(part for plain, part in parts.items() if plain not in known))


def named(owner: str) -> frozenset[str]:
    """The units or posts that the text of an owner names: one, or several with semicolons between them."""
    return frozenset(map(_plain, _parts(owner)))


def _parts(owner: str) -> list[str]:
    return [" ".join(part.split()) for part in re.split(r"[;\n]", owner) if part.strip()]


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
