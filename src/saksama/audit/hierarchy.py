"""Which cells a total or a parent should be the sum of: structure proposes, values choose among its proposals."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from saksama.audit.relation import readings
from saksama.understanding.numberings import Ordinal, ordinal
from saksama.understanding.reading import Figured, Measure, RowRole, UnderstoodTable

ADDITIVE = (Measure.APPROPRIATION, Measure.EXPENDITURE, Measure.REMAINDER, Measure.COUNT)
"""What adds up over rows; percentages, indices and targets do not."""
COUNTS = (Measure.COUNT, Measure.OTHER, None)
_UNIT = re.compile(r"\(([^()]{1,30})\)\s*$")
_LEAST_OF_A_UNIT = 2
"""Rows that name a unit before it is one of the table's."""


@dataclass(frozen=True, slots=True)
class Family:
    """A row above others with its children's rows by the table's structure; `is_closed`: they claim to be all."""

    row: int
    children: tuple[int, ...]
    is_closed: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """The families of a table. Rows that state nothing of their own are passed through to their parts."""

    table: UnderstoodTable
    children: dict[int | None, tuple[int, ...]]
    families: tuple[Family, ...]


def tree(table: UnderstoodTable) -> Tree:
    """The families of a table: parents over their parts, totals under theirs. None if rupiah and outputs alternate."""
    if _alternates(table):
        return Tree(table, {}, ())
    children: dict[int | None, list[int]] = {}
    totals: list[int] = []
    families: list[Family] = []
    for row, described in enumerate(table.rows):
        if described.role is RowRole.TOTAL:
            parts = _parts_of_total(table, row, children.get(described.parent, []), totals)
            families.append(Family(row, tuple(parts), described.is_closed))
            totals.append(row)
        elif described.role in (RowRole.DATA, RowRole.GROUP):
            children.setdefault(described.parent, []).append(row)
    kept = {parent: tuple(rows) for parent, rows in children.items()}
    for parent, rows in kept.items():
        if parent is not None and table.rows[parent].role is not RowRole.TOTAL:
            families.append(Family(parent, rows, table.rows[parent].is_closed))
    return Tree(table, kept, tuple(sorted(families, key=lambda family: family.row)))


def _alternates(table: UnderstoodTable) -> bool:
    """Whether the rows say in one column that some hold rupiah and others another unit: "(Rp)" beside "(Dokumen)"."""
    for texts in zip(*table.texts, strict=True):
        units = [found[1].strip().casefold() for text in texts if (found := _UNIT.search(text))]
        amounts = units.count("rp")
        if min(amounts, len(units) - amounts) >= _LEAST_OF_A_UNIT:
            return True
    return False


def _parts_of_total(table: UnderstoodTable, row: int, siblings: list[int], totals: list[int]) -> list[int]:
    """The rows of the total's own parent since the last total of the same parent."""
    before = [total for total in totals if table.rows[total].parent == table.rows[row].parent]
    start = before[-1] if before else -1
    return [sibling for sibling in siblings if sibling > start]


def part_cells(known: Tree, rows: tuple[int, ...], column: int) -> list[int]:
    """The rows whose figures in that column are the parts: each its own, or those of its parts where it has none."""
    found: list[int] = []
    for row in rows:
        if has_figure(known.table, row, column):
            found.append(row)
        else:
            found += part_cells(known, known.children.get(row, ()), column)
    return found


def proposals(known: Tree, family: Family, column: int) -> Iterator[list[int]]:
    """The sets of rows that the family's row may be the total of, the likeliest first."""
    first = part_cells(known, family.children, column)
    yield first
    named = [row for row in first if not _is_another_indicator(known.table, row)]
    if named and named != first:
        yield named
    if known.table.rows[family.row].role is not RowRole.TOTAL:
        return
    before = [row for row in range(family.row) if has_figure(known.table, row, column)]
    totals = [row for row in before if known.table.rows[row].role is RowRole.TOTAL]
    if len(totals) >= 2:  # a grand total of totals
        yield totals
    siblings = known.children.get(known.table.rows[family.row].parent, ())
    everything = part_cells(known, tuple(row for row in siblings if row < family.row), column)
    if everything != first:  # a running total, or one over all rows in spite of subtotals
        yield everything
    if len(first) > 2:  # the first row, without a rank of its own, is the whole of the others
        yield first[1:]
    leaves = [
        row
        for row in before
        if row not in known.children and known.table.rows[row].role in (RowRole.DATA, RowRole.GROUP)
    ]
    if leaves != first:
        yield leaves


def _is_another_indicator(table: UnderstoodTable, row: int) -> bool:
    """Whether a row without a number repeats the name above it: what it states may be a share of what stands there."""
    here, above = table.rows[row], table.rows[row - 1]
    return row > 0 and not here.number and bool(here.label) and (here.label, here.parent) == (above.label, above.parent)


def missing_number(known: Tree, family: Family) -> str:
    """The one number that the run of parts leaves out ("b" between "a" and "c"); "" where it leaves out none or more.

    A gap where the page turns may be a row that was not read.
    """
    gaps: list[str] = []
    above: tuple[Ordinal, int] | None = None
    for row in family.children:
        found = ordinal(known.table.rows[row].number, above[0] if above else None)
        if found is None or (above and found.style != above[0].style) or len(found.segments) > 1:
            return ""
        if above and found.value != above[0].value + 1:
            is_one = found.value == above[0].value + 2 and _page(known, row) == _page(known, above[1])
            gaps.append(_written(found) if is_one else "")
        above = found, row
    return gaps[0] if len(gaps) == 1 else ""


def _page(known: Tree, row: int) -> int | None:
    return next((cell.place.page for cell in known.table.cells[row] if cell), None)


def _written(following: Ordinal) -> str:
    """The number before this one."""
    if following.segments:
        return f"{following.value - 1}"
    letter = chr(ord("a") + following.value - 2)
    return {"lower": letter, "upper": letter.upper()}.get(following.style, "")


def has_figure(table: UnderstoodTable, row: int, column: int) -> bool:
    """Whether a figure of its own stands there, not one that a cell above or to the left spans."""
    return figure(table, row, column) is not None


def figure(table: UnderstoodTable, row: int, column: int) -> Figured | None:
    """The figure that stands there itself."""
    cell = table.cells[row][column]
    return cell if cell and readings(cell) and (row, column) not in table.repeats else None


def is_money(table: UnderstoodTable, column: int) -> bool:
    """Whether a column holds amounts in rupiah."""
    described = table.columns[column]
    return described.measure in ADDITIVE[:3] or described.unit == "Rp"
