"""Several copies of a workbook, each changed by somebody → one, with all changes and the list of contradictions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from saksama.exchange.parts.changes import EXISTS, Change, KeyedRows, changes_between, keyed_rows, same
from saksama.exchange.parts.row_keys import RowKey, is_unique
from saksama.exchange.parts.stated_rows import StatedRows
from saksama.exchange.rows.row import Row, Value
from saksama.exchange.sheets.catalogue import SHEETS


@dataclass(frozen=True, slots=True)
class Copy:
    """A changed copy: whose it is, the rows that it was made from, and what it says now.

    Where it is not known what it was made from, it is not `is_whole`: rows that it lacks are not removed.
    """

    who: str
    origin: StatedRows
    rows: StatedRows
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody says of a cell; `None` that it is empty, or of a row that it goes."""

    who: str
    value: Value | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell, or a whole row, of which people say different things, and what was kept."""

    sheet: str
    row: RowKey
    column: str
    claims: tuple[Claim, ...]
    kept: Value | None


@dataclass(frozen=True, slots=True)
class Taken:
    """A change that nobody contradicts, and who made it."""

    change: Change
    who: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The rows of all, the changes taken from each copy in order, and the conflicts."""

    rows: StatedRows
    taken: tuple[Taken, ...]
    conflicts: tuple[Conflict, ...]


_Cell = tuple[str, RowKey, str]
_Claims = dict[_Cell, list[Claim]]


def merge(main: str, rows: StatedRows, copies: Sequence[Copy]) -> Merged:
    """Take the changes of each copy into the main workbook's rows.

    A cell on which two disagree keeps what the main workbook has; in a row that it does not have, what the first says.
    What the main workbook itself changed since a copy was made counts like a copy's change.
    """
    present = keyed_rows(rows)
    origins = [keyed_rows(copy.origin, present) for copy in copies]
    owned = [keyed_rows(copy.rows, origin) for copy, origin in zip(copies, origins, strict=True)]
    claims: _Claims = {}
    for number, copy in enumerate(copies):
        for change in _apart(number, origins[number], [present, *owned]):
            if not copy.is_whole and change.column == EXISTS and change.after is None:
                continue
            cell = (change.sheet, change.row, change.column)
            now = _now(present, cell)
            if not same(now, change.before) and not same(now, change.after):
                _claim(claims, cell, Claim(main, now))
            _claim(claims, cell, Claim(copy.who, change.after))
    _protect_edited_rows(claims, present, main)
    result = {sheet: {key: dict(row) for key, row in of_sheet.items()} for sheet, of_sheet in present.items()}
    taken: list[Taken] = []
    conflicts: list[Conflict] = []
    for cell, said in _rows_first(claims):
        sheet, key, column = cell
        now, kept = _now(present, cell), said[0].value
        if any(not same(kept, claim.value) for claim in said):
            kept = now if key in present[sheet] or said[0].who == main else kept
            conflicts.append(Conflict(sheet, key, column, tuple(said), kept))
        elif not same(now, kept):
            taken.append(Taken(Change(sheet, key, column, now, kept), said[0].who))
        _put(result[sheet], key, column, kept)
    ordered = {sheet: _ordered(result[sheet], present[sheet], [own[sheet] for own in owned]) for sheet in result}
    return Merged(ordered, tuple(taken), tuple(conflicts))


def _apart(number: int, origin: KeyedRows, others: Sequence[KeyedRows]) -> Iterator[Change]:
    """The changes of a copy; what several add to a list under one name, and describe differently, is several rows.

    `others` are the main workbook's rows and those of the copies; the copy's own stand at `number` + 1.
    """
    own, unique = others[number + 1], {sheet.identifier: is_unique(sheet) for sheet in SHEETS}
    for change in changes_between(origin, own):
        row = own[change.sheet].get(change.row)
        is_new = row is not None and change.row not in origin[change.sheet]
        rivals = [] if unique[change.sheet] or not is_new else others[: number + 1]
        if any(rival[change.sheet].get(change.row, row) != row for rival in rivals):
            yield replace(change, row=(*change.row[:-1], f"{number}/{change.row[-1]}"))
        else:
            yield change


def _now(present: KeyedRows, cell: _Cell) -> Value | None:
    sheet, key, column = cell
    row = present[sheet].get(key)
    if column == EXISTS:
        return None if row is None else "yes"
    return None if row is None else row.get(column)


def _claim(claims: _Claims, cell: _Cell, claim: Claim) -> None:
    said = claims.setdefault(cell, [])
    if claim not in said:
        said.append(claim)


def _protect_edited_rows(claims: _Claims, present: KeyedRows, main: str) -> None:
    """A row that one removes and another edits is a conflict: the editor says that it stays."""
    for sheet, key, column in list(claims):
        said = claims.get((sheet, key, EXISTS))
        if column == EXISTS or said is None or not any(claim.value is None for claim in said):
            continue
        for claim in claims[sheet, key, column]:
            if claim.who != main or key in present[sheet]:
                _claim(claims, (sheet, key, EXISTS), Claim(claim.who, "yes"))


def _rows_first(claims: _Claims) -> Iterator[tuple[_Cell, list[Claim]]]:
    """The claims in their order, whether a row is there before what stands in it."""
    for cell in dict.fromkeys(
        found for sheet, key, column in claims for found in ((sheet, key, EXISTS), (sheet, key, column))
    ):
        if cell in claims:
            yield cell, claims[cell]


def _put(rows: dict[RowKey, Row], key: RowKey, column: str, value: Value | None) -> None:
    if column == EXISTS:
        if value is None:
            rows.pop(key, None)
        else:
            rows.setdefault(key, {})
    elif key in rows:
        rows[key].pop(column, None)
        if value is not None:
            rows[key][column] = value


def _ordered(
    rows: Mapping[RowKey, Row], present: Mapping[RowKey, Row], copies: Sequence[Mapping[RowKey, Row]]
) -> tuple[Row, ...]:
    """The main workbook's rows in their order; each new one behind the row that it follows in its copy."""
    order = [key for key in present if key in rows]
    for copy in copies:
        above: RowKey | None = None
        for key in copy:
            if key in rows and key not in order:
                order.insert(order.index(above) + 1 if above in order else len(order), key)
            above = key
    order += [key for key in rows if key not in order]
    return tuple(rows[key] for key in order)
