"""Where a spreadsheet formula is made for, and how it finds what other sheets say."""

from collections.abc import Callable
from dataclasses import dataclass

from saksama.exchange.placement import Placement, Placements

LINE = "\x00"
"""Stands in a formula for the line of its row, which the writer puts in: a formula is made once for a column."""


@dataclass(frozen=True, slots=True)
class Spot:
    """The column that a formula is made for: its sheet among the others, and its year where it is per year."""

    places: Placements
    place: Placement
    year: int | None = None

    def cell(self, key: str) -> str:
        """Another cell of the same row."""
        return self.place.cell(key, LINE)


Maker = Callable[[Spot], str]


def found(place: Placement, wanted: str, code: str, *, by: str) -> str:
    """The text that a sheet has for a code; an error where it has none."""
    return f'INDEX({place.column(wanted)},MATCH({code},{place.column(by)},0))&""'


def of_definition(wanted: str) -> Maker:
    """What the data sheet of the row's indicator says, as text; "" where it says nothing."""

    def make(spot: Spot) -> str:
        code = spot.cell("indicator")
        text = found(spot.places["definitions"], wanted, code, by="indicator")
        return f'IF({code}="","",IFERROR({text},""))'

    return make
