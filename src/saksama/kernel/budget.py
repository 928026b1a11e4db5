"""Money: programmes, activities and sub-activities, and which of them serves what.

Money stands at leaves only; a node without children is a leaf, and a parent's amounts are the sums of its leaves'.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.provenance import Place


class BudgetLevel(Enum):
    """The level of a node (Permendagri 90/2019); sub-activities exist since 2021."""

    PROGRAMME = "programme"
    ACTIVITY = "activity"
    SUB_ACTIVITY = "sub-activity"


@dataclass(frozen=True, slots=True)
class Amount:
    """Appropriation (pagu) and expenditure (realisasi anggaran) of a leaf in a year, in rupiah."""

    year: int
    appropriation: Decimal | None = None
    expenditure: Decimal | None = None
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class BudgetNode:
    """A programme, activity or sub-activity. `id` is unique in the record; `code` is that of the nomenclature.

    `amounts` are empty where there are children.
    """

    id: str
    name: str
    level: BudgetLevel
    code: str = ""
    amounts: tuple[Amount, ...] = ()
    indicators: tuple[PerformanceIndicator, ...] = ()
    children: tuple["BudgetNode", ...] = ()
    place: Place | None = field(default=None, compare=False)

    def walk(self) -> Iterator["BudgetNode"]:
        """The node and everything below it, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()

    def leaves(self) -> Iterator["BudgetNode"]:
        """The nodes below (or the node itself) that carry money."""
        return (node for node in self.walk() if not node.children)

    def amount(self, year: int) -> Amount | None:
        """The leaf's amount in a year; `None` where it is not in that year's budget."""
        return next((amount for amount in self.amounts if amount.year == year), None)


@dataclass(frozen=True, slots=True)
class Support:
    """A node serves an objective or an indicator with a share of its money, in percent."""

    node: str
    subject: str
    share: Decimal = Decimal(100)
    place: Place | None = field(default=None, compare=False)
