"""The ranks of rows that nothing marks but their type ("Program" bold, its activities plain), found from their amounts.

Structure proposes and values vote; here the structure says only that the rows of a budget are ranked. Where the amounts
of one column make one tree of all rows, to the rupiah, from the first row or up to the printed total, that is no
coincidence, and the tree is that of the other columns too. A column that does not follow it has a wrong figure.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from saksama.understanding.reading import Figured, Measure, RowRole, SubjectKind, TableColumn, TableRow
from saksama.understanding.rows import kind_of_label

_MONEY = (Measure.APPROPRIATION, Measure.EXPENDITURE)
_FEWEST_ROWS = 6
_MOST_ROWS = 400
_MOST_SUMS = 4000
"""Of the running sums that are tried below one row; where there are more the table is left as it is."""

_BELOW = {
    SubjectKind.PROGRAMME: SubjectKind.ACTIVITY,
    SubjectKind.ACTIVITY: SubjectKind.SUB_ACTIVITY,
    SubjectKind.SUB_ACTIVITY: SubjectKind.SUB_ACTIVITY,
}
"""What stands below a row of each kind."""

Parts = tuple[int, ...]
_Values = Sequence[Decimal]


@dataclass(frozen=True, slots=True)
class _Branch:
    """A way to read a row: with the rows up to `end` below it, of which `parts` are its own, or alone."""

    end: int
    parts: Parts = ()


def nested(
    rows: tuple[TableRow, ...],
    columns: Sequence[TableColumn],
    cells: Sequence[Sequence[Figured | None]],
    repeats: frozenset[tuple[int, int]],
) -> tuple[TableRow, ...]:
    """The rows with the parents that their amounts give them; as they are where these give none, or none is needed."""
    places = [place for place, row in enumerate(rows) if row.role in {RowRole.DATA, RowRole.GROUP}]
    totals = [place for place, row in enumerate(rows) if row.role is RowRole.TOTAL]
    is_listed = _FEWEST_ROWS <= len(places) <= _MOST_ROWS and len(totals) < 2 and all(at > places[-1] for at in totals)
    money = [at for at, column in enumerate(columns) if column.measure in _MONEY] if is_listed else []
    if not money or any(row.number for row in rows if row.parent is not None):
        return rows
    values = {at: [_value(cells, repeats, row, at) for row in places] for at in money}
    wholes = {at: _value(cells, repeats, totals[0], at) if totals else None for at in money}
    money = [
        at for at in money if all(value >= 0 for value in values[at]) and sum(map(bool, values[at])) * 2 > len(places)
    ]
    if not money or _stands(rows, places, values, wholes):
        return rows
    for at in money:
        tree = _tree([values[other] for other in (at, *(one for one in money if one != at))], wholes[at])
        if tree is not None and _is_trusted(tree, [values[other] for other in money]):
            return _placed(rows, places, tree)
    return rows


def _value(
    cells: Sequence[Sequence[Figured | None]], repeats: frozenset[tuple[int, int]], row: int, at: int
) -> Decimal:
    cell = cells[row][at]
    return cell.chosen.value if cell and cell.chosen and (row, at) not in repeats else Decimal(0)


def _stands(
    rows: Sequence[TableRow],
    places: Parts | list[int],
    values: dict[int, list[Decimal]],
    wholes: dict[int, Decimal | None],
) -> bool:
    """Whether the ranks that the rows have already make their total or their groups in some column."""
    parents: dict[int | None, list[int]] = {}
    for index, row in enumerate(places):
        parents.setdefault(rows[row].parent, []).append(index)
    indexes = {row: index for index, row in enumerate(places)}
    for at, column in values.items():
        whole = wholes[at]
        checked = [
            (column[indexes[parent]], sum(column[part] for part in parts))
            for parent, parts in parents.items()
            if parent is not None and parent in indexes
        ]
        tops = parents.get(None, [])
        if whole and len(tops) > 1:  # that one programme is the total says nothing of the rows below it
            checked.append((whole, sum(column[part] for part in tops)))
        if checked and all(stated == made for stated, made in checked):
            return True
    return False


def _tree(columns: Sequence[_Values], whole: Decimal | None) -> dict[int, Parts] | None:
    """The parts of each row by the first column: one tree of all rows, or several that make the total."""
    size = len(columns[0])
    branches: list[tuple[_Branch, ...]] = [() for _ in range(size)]
    for row in range(size - 1, -1, -1):
        found = _branches(row, columns, branches)
        if found is None:
            return None
        branches[row] = found
    if whole:
        tops = _sums(0, whole, columns[0], branches)
        top = tops.get(size) if tops else None
    else:
        top = (0,) if any(branch.end == size for branch in branches[0]) else None
    if top is None:
        return None
    tree: dict[int, Parts] = {}
    _grow(top, size, branches, tree)
    return tree if any(len(parts) > 1 for parts in tree.values()) else None


def _grow(tops: Parts, end: int, branches: Sequence[tuple[_Branch, ...]], tree: dict[int, Parts]) -> None:
    """Put down the parts of each row: the row before the next one ends where that begins."""
    for top, following in zip(tops, (*tops[1:], end), strict=True):
        branch = next(branch for branch in branches[top] if branch.end == following)
        if branch.parts:
            tree[top] = branch.parts
            _grow(branch.parts, following, branches, tree)


def _branches(
    row: int, columns: Sequence[_Values], branches: Sequence[tuple[_Branch, ...]]
) -> tuple[_Branch, ...] | None:
    """The ways to read a row, those that hold in several columns alone where there are such."""
    alone = _Branch(row + 1)
    if not columns[0][row]:
        return (alone,)
    ends = _sums(row + 1, columns[0][row], columns[0], branches)
    if ends is None:
        return None
    found = [_Branch(end, parts) for end, parts in sorted(ends.items())]
    certain = [branch for branch in found if _holding(row, branch.parts, columns) > 1]
    if certain:
        return (certain[-1],) if all(len(branch.parts) > 1 for branch in certain) else (*certain, alone)
    return (*(branch for branch in found if len(branch.parts) > 1), alone)


def _holding(row: int, parts: Parts, columns: Sequence[_Values]) -> int:
    """In how many columns a row is the sum of the parts, where the amounts differ from column to column."""
    sums = {column[row] for column in columns if column[row] and sum(column[part] for part in parts) == column[row]}
    return len(sums)


def _sums(
    start: int, target: Decimal, column: _Values, branches: Sequence[tuple[_Branch, ...]]
) -> dict[int, Parts] | None:
    """Where rows from `start` on make the target, with these; `None` where too many sums would have to be tried."""
    states: dict[int, dict[Decimal, Parts]] = {start: {Decimal(0): ()}}
    found: dict[int, Parts] = {}
    tried = 0
    for row in range(start, len(column)):
        for sum_before, parts in states.pop(row, {}).items():
            made = sum_before + column[row]
            if made > target:
                continue
            for branch in branches[row]:
                tried += 1
                if made == target:
                    found.setdefault(branch.end, (*parts, row))
                states.setdefault(branch.end, {}).setdefault(made, (*parts, row))
        if tried > _MOST_SUMS:
            return None
    return found


def _is_trusted(tree: dict[int, Parts], columns: Sequence[_Values]) -> bool:
    """Whether every column follows most of the tree: one wrong figure breaks its own row and the one above."""
    for column in columns:
        looks = [column[row] == sum(column[part] for part in parts) for row, parts in tree.items() if column[row]]
        failed = len(looks) - sum(looks)
        if failed > 2 and failed * 4 > len(looks):
            return False
        if looks and failed * 2 > len(looks):
            return False
    return True


def _placed(rows: tuple[TableRow, ...], places: Sequence[int], tree: dict[int, Parts]) -> tuple[TableRow, ...]:
    parents = {places[part]: places[row] for row, parts in tree.items() for part in parts}
    above = set(parents.values())
    made = list(rows)
    for row in places:
        parent = parents.get(row)
        made[row] = replace(
            rows[row],
            parent=parent,
            level=made[parent].level + 1 if parent is not None else 0,
            is_closed=row in above,
            role=RowRole.GROUP if row in above else RowRole.DATA,
        )
    named = {row: kind_of_label(rows[row].label, None) for row in places}
    if SubjectKind.PROGRAMME not in named.values():
        return tuple(made)
    for row in places:
        parent = parents.get(row)
        kind = named[row] if named[row] in _BELOW else _BELOW.get(made[parent].kind) if parent is not None else None
        made[row] = replace(made[row], kind=kind or (SubjectKind.OTHER if row in above else rows[row].kind))
    return tuple(made)
