"""The ranks of budget rows that nothing marks but their names: another table ranks them, or the nomenclature does.

Structure proposes: what is an activity in one table of a report is one in all. Values vote: most activities and
programmes must be the sum of the rows below them in some column, or nothing is ranked.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise

from saksama.understanding.names import Names, canonical, match
from saksama.understanding.reading import Measure, RowRole, SubjectKind, TableRow, UnderstoodTable
from saksama.understanding.rows import kind_of_label

_SUPPORT = re.compile(r"program penunjang urusan\b", re.IGNORECASE)
_SUPPORTING = Names(
    map(
        canonical,
        (
            "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah",
            "Administrasi Keuangan Perangkat Daerah",
            "Administrasi Barang Milik Daerah pada Perangkat Daerah",
            "Administrasi Pendapatan Daerah Kewenangan Perangkat Daerah",
            "Administrasi Kepegawaian Perangkat Daerah",
            "Administrasi Umum Perangkat Daerah",
            "Pengadaan Barang Milik Daerah Penunjang Urusan Pemerintah Daerah",
            "Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah",
            "Pemeliharaan Barang Milik Daerah Penunjang Urusan Pemerintahan Daerah",
            "Peningkatan Pelayanan BLUD",
        ),
    )
)
"""The activities of the supporting programme of every agency. Kepmendagri 050-5889/2021, X.XX.01.2.01 to 2.10."""
_MONEY = (Measure.APPROPRIATION, Measure.EXPENDITURE)
_LISTED = (RowRole.DATA, RowRole.GROUP)


class Ranks:
    """The kinds of names, found in spite of their spelling."""

    def __init__(self, kinds: Mapping[str, SubjectKind]) -> None:
        self._kinds = kinds
        self._names = Names(kinds)

    def kind(self, label: str) -> SubjectKind | None:
        """What another table ranks a name as."""
        found = match(label, self._names)
        return self._kinds[found.name] if found else None


def ranks_of(tables: Iterable[UnderstoodTable]) -> Ranks:
    """The names of activities and sub-activities in tables that rank them with sums of all their parts."""
    found: dict[str, SubjectKind] = {}
    twofold: set[str] = set()
    for table in tables:
        for row in table.rows:
            above = table.rows[row.parent] if row.parent is not None else None
            if row.kind is not SubjectKind.SUB_ACTIVITY or above is None or not above.is_closed:
                continue
            for each in (row, above):
                name = canonical(each.label)
                if found.setdefault(name, each.kind) is not each.kind:
                    twofold.add(name)
    return Ranks({name: kind for name, kind in found.items() if name not in twofold})


@dataclass(slots=True)
class _Family:
    """A programme with its activities, or an activity with its sub-activities; `known`: those that their names rank."""

    is_named: bool
    parts: list[int] = field(default_factory=list)
    known: set[int] = field(default_factory=set)

    @property
    def unsure(self) -> list[int]:
        """The last parts, from where no name ranks them."""
        start = max((at + 1 for at, part in enumerate(self.parts) if part in self.known), default=0)
        return self.parts[start:]


@dataclass(frozen=True, slots=True)
class _Money:
    """The amounts of a table in its columns of money; a blank cell adds nothing."""

    table: UnderstoodTable
    columns: Sequence[int]

    def at(self, row: int, column: int) -> Decimal:
        cell = self.table.cells[row][column]
        is_stated = cell is not None and cell.chosen is not None and (row, column) not in self.table.repeats
        return cell.chosen.value if is_stated and cell and cell.chosen else Decimal(0)

    def sums(self, row: int, parts: Sequence[int]) -> list[int]:
        """The columns in which a row is the sum of its parts."""
        stated = [column for column in self.columns if self.at(row, column)]
        return [column for column in stated if sum(self.at(part, column) for part in parts) == self.at(row, column)]

    def is_blank(self, row: int) -> bool:
        """Whether a row states no amount at all."""
        return not any(self.at(row, column) for column in self.columns)

    def is_twin(self, row: int) -> bool:
        """Whether a row repeats the name and all amounts of the one above: its only part, or another indicator."""
        labels = [self.table.rows[at].label for at in (row - 1, row)]
        return (
            labels[0] == labels[1]
            and not self.is_blank(row)
            and all(self.at(row, column) == self.at(row - 1, column) for column in self.columns)
        )


def ranked_by_names(table: UnderstoodTable, known: Ranks) -> UnderstoodTable:
    """The table with its activities above their sub-activities; as it is where its rows are ranked or do not add up."""
    rows = table.rows
    places = [place for place, row in enumerate(rows) if row.role in _LISTED]
    columns = [at for at, column in enumerate(table.columns) if column.measure in _MONEY or column.unit == "Rp"]
    if not columns or any(rows[place].number or rows[place].is_closed for place in places):
        return table
    money = _Money(table, columns)
    families = _families(rows, places, known, money)
    _part(families, money)
    for row, family in families.items():
        if family.parts != [row + 1]:  # not the only part of what it repeats
            family.parts = [part for part in family.parts if not money.is_twin(part)]
    is_named = any(family.is_named for row, family in families.items() if row not in _tops(families))
    if not is_named or not _adds_up(families, money):
        return table
    return replace(table, rows=_placed(rows, families, money))


def _families(rows: Sequence[TableRow], places: Sequence[int], known: Ranks, money: _Money) -> dict[int, _Family]:
    """What stands below each programme and activity. The first row below a programme is an activity."""
    families: dict[int, _Family] = {}
    programme = activity = None
    is_support = False
    for place in places:
        label = rows[place].label
        if kind_of_label(label, None) is SubjectKind.PROGRAMME:
            if programme is None or label != rows[programme].label:  # not another indicator of the same
                programme, activity = place, None
                families[programme] = _Family(is_named=True)
                is_support = bool(_SUPPORT.match(label)) and _is_supporting(rows, place + 1)
            continue
        if programme is not None and rows[place].level <= rows[programme].level:  # the next agency
            programme = activity = None
        if programme is None or (place and label == rows[place - 1].label and not money.is_twin(place)):
            continue
        kind = _kind(label, known, is_support=is_support)
        if activity is None or kind is SubjectKind.ACTIVITY:
            activity = place
            families[programme].parts.append(place)
            families[place] = _Family(is_named=kind is not None)
        else:
            families[activity].parts.append(place)
            if kind is not None:
                families[activity].known.add(place)
    return families


def _tops(families: Mapping[int, _Family]) -> set[int]:
    """The programmes."""
    below = {part for family in families.values() for part in family.parts}
    return families.keys() - below


def _is_supporting(rows: Sequence[TableRow], start: int) -> bool:
    """Whether the first row below the supporting programme is one of its activities."""
    below = next((row for row in rows[start:] if row.label != rows[start - 1].label), None)
    return below is not None and match(below.label, _SUPPORTING) is not None


def _kind(label: str, known: Ranks, *, is_support: bool) -> SubjectKind | None:
    if is_support:  # the list of its activities is complete: every other row stands below one of them
        return SubjectKind.ACTIVITY if match(label, _SUPPORTING) else SubjectKind.SUB_ACTIVITY
    return known.kind(label)


def _adds_up(families: Mapping[int, _Family], money: _Money) -> bool:
    """Whether most families are sums somewhere, one of several parts and an activity's among them."""
    judged = {row: family.parts for row, family in families.items() if family.parts and not money.is_blank(row)}
    held = [row for row, parts in judged.items() if money.sums(row, parts)]
    is_telling = any(
        sum(bool(money.at(part, column)) for part in families[row].parts) > 1
        for row in held
        for column in money.sums(row, families[row].parts)
        if not any(part in families for part in families[row].parts)
    )
    return is_telling and len(held) * 2 >= len(judged)


def _part(families: dict[int, _Family], money: _Money) -> None:
    """Take rows that no name ranks for activities of their own where the sums of the activity before them and of the
    programme lose no column by it and gain one.
    """
    for row in sorted(_tops(families)):
        programme = families[row]
        for part in [part for part in programme.parts if part in families]:
            activity = families[part]
            for at in range(1, len(activity.parts)):
                new = _split(activity.parts[at:], money)
                heads = {head for head, *_ in new}
                if not new or heads & activity.known:
                    continue
                with_new = sorted({*programme.parts, *heads})
                before = money.sums(part, activity.parts), money.sums(row, programme.parts)
                after = money.sums(part, activity.parts[:at]), money.sums(row, with_new)
                if after != before and all(set(old) <= set(found) for old, found in zip(before, after, strict=True)):
                    families |= {head: _Family(False, parts, activity.known & {*parts}) for head, *parts in new}
                    activity.parts, programme.parts = activity.parts[:at], with_new
                    break


def _is_closed(row: int, family: _Family, money: _Money) -> bool:
    """Whether the parts are all parts: their sum holds, or they begin with sure ones, and no end of the unsure ones
    that this sum does without can be activities.
    """
    if not family.unsure:
        return family.is_named or bool(money.sums(row, family.parts))
    held = money.sums(row, family.parts)
    is_begun = family.is_named and len(family.unsure) < len(family.parts)
    ends = [family.unsure[at:] for at in range(len(family.unsure))]
    spare = [end for end in ends if not any(money.at(part, column) for part in end for column in held)]
    return (is_begun or len(spare) < len(ends)) and not any(_split(end, money) for end in spare)


def _split(rows: list[int], money: _Money) -> list[list[int]]:
    """Rows read as activities, each the sum of those after it; empty where they cannot be."""
    for end in range(2, len(rows) + 1):
        if money.sums(rows[0], rows[1:end]):
            rest = _split(rows[end:], money) if end < len(rows) else []
            if rest or end == len(rows):
                return [rows[:end], *rest]
    return []


def _placed(rows: Sequence[TableRow], families: Mapping[int, _Family], money: _Money) -> tuple[TableRow, ...]:
    made = list(rows)
    for row, family in families.items():  # programmes before their activities, these before their parts
        kind = SubjectKind.SUB_ACTIVITY if made[row].kind is SubjectKind.ACTIVITY else SubjectKind.ACTIVITY
        below = [families[part] for part in family.parts if part in families]
        is_sure = all(_is_closed(part, families[part], money) for part in family.parts if part in families)
        is_closed = (bool(money.sums(row, family.parts)) or is_sure) if below else _is_closed(row, family, money)
        made[row] = replace(made[row], is_closed=is_closed, role=RowRole.GROUP if family.parts else RowRole.DATA)
        for part in family.parts if is_closed or family.is_named else ():
            made[part] = replace(made[part], parent=row, level=made[row].level + 1, kind=kind)
    for above, row in pairwise(range(len(rows))):  # another indicator of the same stands beside it
        if rows[row].label and rows[row].label == rows[above].label and made[row].parent != above:
            made[row] = replace(made[row], parent=made[above].parent, level=made[above].level, kind=made[above].kind)
    return tuple(made)
