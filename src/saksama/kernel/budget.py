"""Money: programmes, activities and sub-activities, and which of them serves what.

Money stands at leaves only; a node without children is a leaf, and a parent's amounts are the sums of its leaves'.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum

from saksama.kernel.indicator import PerformanceIndicator
from saksama.kernel.period import Period
from saksama.kernel.provenance import Place


class BudgetLevel(Enum):
    """The level of a node (Permendagri 90/2019); sub-activities exist since 2021."""

    PROGRAMME = "programme"
    ACTIVITY = "activity"
    SUB_ACTIVITY = "sub-activity"


class BudgetVersionKind(Enum):
    """What a version of the budget is."""

    ORIGINAL = "original"  # murni
    SHIFT = "shift"  # pergeseran
    REVISED = "revised"  # perubahan


@dataclass(frozen=True, slots=True)
class BudgetVersion:
    """A version of a year's budget: which, from when, by which document and why. `id` is unique in the record."""

    id: str
    year: int
    kind: BudgetVersionKind
    adopted_on: date | None = None
    document: str = ""
    reason: str = ""
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ExpenditureStatus:
    """Up to which date the expenditure of a year is counted, and whether it is audited (`None`: not stated)."""

    year: int
    cut_off: date | None = None
    is_audited: bool | None = None


@dataclass(frozen=True, slots=True)
class EarlierAppropriation:
    """What a version before the last appropriated, in rupiah."""

    version: str
    appropriation: Decimal


@dataclass(frozen=True, slots=True)
class PeriodSpending:
    """What was spent in a period, in rupiah, and the physical progress at its end, in percent."""

    period: Period
    expenditure: Decimal | None = None
    physical: Decimal | None = None
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Amount:
    """Appropriation (pagu) and expenditure (realisasi anggaran) of a leaf in a year, in rupiah.

    `appropriation` is that of the last version of the budget, `earlier` those of the versions before; `planned` is the
    plan's (Renstra). `physical` is the progress at the end of the year, in percent.
    """

    year: int
    appropriation: Decimal | None = None
    expenditure: Decimal | None = None
    planned: Decimal | None = None
    physical: Decimal | None = None
    earlier: tuple[EarlierAppropriation, ...] = ()
    periods: tuple[PeriodSpending, ...] = ()
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class BudgetNode:
    """A programme, activity or sub-activity. `id` is unique in the record; `code` is that of the nomenclature.

    `amounts` are empty where there are children. `owner` is the unit or post that is responsible.
    """

    id: str
    name: str
    level: BudgetLevel
    code: str = ""
    amounts: tuple[Amount, ...] = ()
    indicators: tuple[PerformanceIndicator, ...] = ()
    children: tuple["BudgetNode", ...] = ()
    owner: str = ""
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
    """A node serves an objective or an indicator with a share of its money, in percent.

    `is_shared` marks money that serves several and cannot be split (pagu bersama): it is shown under each with the
    note that it is shared, belongs to none of them alone, and counts once in the total.
    """

    node: str
    subject: str
    share: Decimal = Decimal(100)
    is_shared: bool = False
    place: Place | None = field(default=None, compare=False)
