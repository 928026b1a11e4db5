"""Whether parts that no numbering closes are all the parts: the table's own sums vote, since nothing else says so."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from saksama.understanding.reading import Figured, Measure, RowRole, TableColumn, TableRow

_FEWEST_SUMS = 3
"""Groups that must be the sum of their parts before others are taken to be."""
_ADDED = {Measure.APPROPRIATION, Measure.EXPENDITURE, Measure.REMAINDER, Measure.COUNT}


def closed_by_vote(
    rows: tuple[TableRow, ...], columns: Sequence[TableColumn], cells: Sequence[Sequence[Figured | None]]
) -> tuple[TableRow, ...]:
    """The rows, with groups of unnumbered parts closed where most of the table's such sums hold, and open elsewhere.

    A list of activities that mixes in its sub-activities without a mark adds up to nothing, and is no list of parts.
    """
    parts: dict[int, list[int]] = {}
    for row, found in enumerate(rows):
        if found.parent is not None and found.role is not RowRole.TOTAL:
            parts.setdefault(found.parent, []).append(row)
    unsure = [
        (row, below)
        for row, below in parts.items()
        if rows[row].is_closed and rows[row].role is RowRole.GROUP and not any(rows[part].number for part in below)
    ]
    added = [place for place, column in enumerate(columns) if column.measure in _ADDED]
    if not unsure:
        return _closed_by_sums(rows, parts, added, cells)
    votes = [vote for row, below in unsure for place in added if (vote := _holds(cells, row, below, place)) is not None]
    if votes and sum(votes) * 3 >= len(votes) * 2:
        return rows
    opened = {row for row, _ in unsure}
    return tuple(replace(found, is_closed=False) if row in opened else found for row, found in enumerate(rows))


def _closed_by_sums(
    rows: tuple[TableRow, ...],
    parts: Mapping[int, Sequence[int]],
    added: Sequence[int],
    cells: Sequence[Sequence[Figured | None]],
) -> tuple[TableRow, ...]:
    """The rows, with the groups closed of a table without a total in which most are sums; the last may go on."""
    groups = [row for row in parts if rows[row].role is RowRole.GROUP]
    if any(rows[row].is_closed for row in groups) or any(row.role is RowRole.TOTAL for row in rows):
        return rows
    votes = [(row, vote) for row in groups for at in added if (vote := _holds(cells, row, parts[row], at)) is not None]
    held = {row for row, vote in votes if vote and len(parts[row]) > 1}
    if len(held) < _FEWEST_SUMS or sum(vote for _, vote in votes) * 3 < len(votes) * 2:
        return rows
    closed = {row for row in groups if row in held or row != groups[-1]}
    return tuple(replace(found, is_closed=True) if row in closed else found for row, found in enumerate(rows))


def _holds(cells: Sequence[Sequence[Figured | None]], row: int, parts: Sequence[int], place: int) -> bool | None:
    stated = _value(cells[row][place])
    values = [_value(cells[part][place]) for part in parts]
    known = [value for value in values if value is not None]
    return None if stated is None or not known else sum(known) == stated


def _value(cell: Figured | None) -> Decimal | None:
    return cell.chosen.value if cell is not None and cell.chosen is not None else None
