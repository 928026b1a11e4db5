"""The statements of a reading by row and by key, and their places in words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from saksama.audit.membership import members
from saksama.audit.relation import readings
from saksama.kernel.provenance import Place
from saksama.language.messages import _
from saksama.understanding.reading import (
    ColumnPart,
    FactKey,
    Figured,
    Measure,
    Reading,
    RowRole,
    Sentence,
    Statement,
    SubjectKind,
    UnderstoodTable,
)

MONEY = (Measure.APPROPRIATION, Measure.EXPENDITURE, Measure.REMAINDER)
_OF_MONEY = (*MONEY, Measure.ABSORPTION)
LONGEST_LABEL = 70
_MEASURED_UNITS = frozenset(("%", "persen", "indeks", "nilai", "skor", "poin", "rasio", "angka", "level", "predikat"))
"""Units of what is measured and may be rounded; what has another unit is counted."""

Subject = tuple[SubjectKind, str, str]
"""What a statement is about: kind, canonical name, and whose figure it is."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Statements by row of a table, and by subject and measure over the whole document."""

    reading: Reading
    rows: dict[tuple[int, int | None], tuple[Statement, ...]]
    subjects: dict[tuple[Subject, Measure], tuple[Statement, ...]]
    members: dict[str, tuple[str, ...]]  # the indicators of each objective
    decimals: dict[tuple[int, int], int] = field(default_factory=dict)  # of columns; it fills as it is asked for


_last: list[Facts] = []
"""Every rule asks for the facts of the same reading, one after the other."""


def facts(reading: Reading) -> Facts:
    """The statements of a reading, indexed."""
    known = next(iter(_last), None)
    if known is None or known.reading is not reading:
        known = _indexed(reading)
        _last[:] = [known]
    return known


def forget() -> None:
    """Let go of the last reading."""
    _last.clear()


def _indexed(reading: Reading) -> Facts:
    rows: dict[tuple[int, int | None], list[Statement]] = {}
    subjects: dict[tuple[Subject, Measure], list[Statement]] = {}
    for statement in reading.statements:
        if not statement.figure.readings:
            continue
        if statement.table is not None and statement.row is not None:
            rows.setdefault((statement.table, statement.row), []).append(statement)
        subjects.setdefault((subject_of(statement), statement.key.measure), []).append(statement)
    return Facts(
        reading,
        {place: tuple(found) for place, found in rows.items()},
        {subject: tuple(found) for subject, found in subjects.items()},
        members(reading),
    )


def subject_of(statement: Statement) -> Subject:
    """What it is about. The agency as a whole has no name."""
    key = statement.key
    return key.kind, "" if key.kind is SubjectKind.AGENCY else key.subject, key.comparator


def is_limited(key: FactKey) -> bool:
    """Whether it is a mean of limited achievements."""
    return "dibatasi" in (key.version, key.aspect)


def beside(known: Facts, statement: Statement, measure: Measure) -> tuple[Statement, ...]:
    """What stands in the statement's own row or sentence of that measure, of the same subject and period.

    Where the row names one period only in some columns, a column without a period belongs to all.
    """
    if statement.table is None or statement.row is None:
        found = [
            other
            for other in known.subjects.get((subject_of(statement), measure), ())
            if other.sentence is not None and other.sentence == statement.sentence
        ]
    else:
        found = _of_row(known, statement, measure)
    return _of_period(found, statement)


def _of_row(known: Facts, statement: Statement, measure: Measure) -> list[Statement]:
    subject = subject_of(statement)
    row = known.rows.get((statement.table, statement.row), ()) if statement.table is not None else ()
    return [other for other in row if other.key.measure is measure and subject_of(other) == subject]


def budgets(known: Facts, statement: Statement) -> tuple[Statement, ...]:
    """The appropriations beside it: of its own version first, then the revised one, which is in force at year end."""
    own = beside(known, statement, Measure.APPROPRIATION)
    every = in_row(known, statement, Measure.APPROPRIATION) or own
    found = _of_part(
        [other for other in every if other.key.period in {"", statement.key.period} or other in own], statement
    )
    wanted = statement.key.version or "perubahan"
    return tuple(sorted(found, key=lambda other: other.key.version != wanted))


def of_members(known: Facts, objective: Statement, measure: Measure) -> tuple[Statement, ...]:
    """What tables state of each indicator of an objective, of its period; nothing where one of them is not stated."""
    found = []
    for indicator in known.members.get(objective.key.subject, ()):
        stated = [
            other
            for other in known.subjects.get(((SubjectKind.INDICATOR, indicator, ""), measure), ())
            if other.table is not None and other.key.period == objective.key.period
        ]
        if not stated:
            return ()
        found.append(stated[0])
    return tuple(found)


def in_row(known: Facts, statement: Statement, measure: Measure) -> tuple[Statement, ...]:
    """What stands in the statement's own row of that measure, of the same subject and any period."""
    return tuple(_of_row(known, statement, measure))


def elsewhere(known: Facts, statement: Statement, measure: Measure) -> tuple[Statement, ...]:
    """What other tables state of it, of the same subject and period: one statement for each value, the usual first."""
    stated = known.subjects.get((subject_of(statement), measure), ())
    if not statement.key.period:
        return ()
    found = [
        other
        for other in stated
        if other.table is not None and other.key.period == statement.key.period and not other.alternatives
    ]
    values: dict[tuple[str, ...], list[Statement]] = {}
    for other in found:
        values.setdefault(tuple(str(figure.value.normalize()) for figure in readings(other.figure)), []).append(other)
    return tuple(same[0] for same in sorted(values.values(), key=lambda same: -len(same)))


def _of_period(found: list[Statement], statement: Statement) -> tuple[Statement, ...]:
    wanted = statement.key
    of_period = [other for other in found if other.key.period == wanted.period]
    if not of_period:
        of_period = [other for other in found if not other.key.period or not wanted.period]
    of_version = [other for other in of_period if other.key.version == wanted.version]
    return tuple(_of_part(of_version or of_period, statement))


def _of_part(found: list[Statement], statement: Statement) -> list[Statement]:
    """Those of the statement's own part ("operasi", "modal"), where money is stated by parts."""
    if statement.key.measure not in _OF_MONEY:
        return found
    wanted = statement.key.aspect
    return [other for other in found if other.key.measure not in _OF_MONEY or other.key.aspect in {"", wanted}]


def columns(statements: Iterable[Statement]) -> dict[tuple[int, int], list[Statement]]:
    """Statements of tables by table and column, in order."""
    found: dict[tuple[int, int], list[Statement]] = {}
    for statement in statements:
        if statement.table is not None and statement.column is not None:
            found.setdefault((statement.table, statement.column), []).append(statement)
    return found


def finest(reading: Reading, statement: Statement) -> int:
    """The most decimals that the statement's column prints."""
    if statement.table is None or statement.column is None:
        return 0
    column, known = (statement.table, statement.column), facts(reading).decimals
    if column not in known:
        cells = (row[statement.column] for row in reading.tables[statement.table].cells)
        known[column] = max((figure.decimals for cell in cells if cell for figure in readings(cell)[:1]), default=0)
    return known[column]


def is_counted(reading: Reading, statement: Statement) -> bool:
    """Whether it counts whole things ("12 dokumen"), so that it was not rounded."""
    if any(figure.decimals or figure.unit == "%" for figure in readings(statement.figure)):
        return False
    if statement.table is None or statement.row is None:
        return False
    table = reading.tables[statement.table]
    units = [
        text.strip().lower()
        for text, column in zip(table.texts[statement.row], table.columns, strict=True)
        if column.part is ColumnPart.UNIT and text.strip()
    ]
    if units:
        return not any(word in _MEASURED_UNITS for word in re.findall(r"%|[a-z]+", " ".join(units)))
    return statement.key.subject.startswith(("jumlah ", "banyaknya ", "cacah "))


def is_amount(statement: Statement) -> bool:
    """Whether it is an amount in whole rupiah."""
    return statement.key.measure in MONEY and all(
        figure.scale == 1 and figure.unit != "%" for figure in readings(statement.figure)
    )


def dimension(statement: Statement) -> str:
    """Percent, rupiah, or neither for certain."""
    figures = readings(statement.figure)
    if any(figure.unit == "%" for figure in figures):
        return "%"
    is_rupiah = any(figure.unit == "Rp" or (not figure.decimals and abs(figure.value) >= 100_000) for figure in figures)
    return "Rp" if is_rupiah or statement.key.measure in MONEY else ""


def table_name(table: UnderstoodTable) -> str:
    """The table's number, or what else tells a person which one it is."""
    if table.number:
        return table.number
    if table.caption:
        return _("tabel “{caption}”").format(caption=shortened(table.caption))
    headers = [(column.part is ColumnPart.NUMBER, column.header) for column in table.columns if column.header]
    header = min(headers, key=lambda found: found[0])[1] if headers else ""
    return _("tabel tanpa nomor (“{header}”)").format(header=shortened(header))


def row_name(table: UnderstoodTable, row: int, subject: str = "") -> str:
    """The row's label as printed; "" where it has none."""
    is_total = table.rows[row].role is RowRole.TOTAL
    label = " ".join((table.rows[row].label if is_total else subject or table.rows[row].label).split())
    if not label:
        return _("jumlah") if is_total else ""
    number = table.rows[row].number
    return shortened(f"{number} {label}" if number and not label.startswith(number) else label)


def row_in_words(table: UnderstoodTable, row: int, subject: str = "") -> str:
    """The row by its label, or else by its place under the header."""
    name = row_name(table, row, subject)
    return _("baris “{row}”").format(row=name) if name else _("baris ke-{row}").format(row=row + 1)


def where(reading: Reading, statement: Statement) -> str:
    """Where a statement stands, in words: "Tabel 3.7, baris “JUMLAH”, kolom “Anggaran” (hal. 15)"."""
    if statement.table is not None and statement.row is not None and statement.column is not None:
        table = reading.tables[statement.table]
        return cell_name(table, statement.row, statement.column, statement.subject_text, place=statement.figure.place)
    if statement.sentence is not None:
        return where_sentence(reading.sentences[statement.sentence], statement.figure.place)
    return shortened(statement.subject_text)


def where_sentence(sentence: Sentence, place: Place) -> str:
    """Where a sentence stands, in words."""
    return _("kalimat “{text}”{page}").format(text=shortened(sentence.text), page=page_of(place))


def cell_name(table: UnderstoodTable, row: int, column: int, subject: str = "", *, place: Place | None = None) -> str:
    """Where a cell stands, in words."""
    header = shortened(" ".join(table.columns[column].header.split()))
    column_in_words = (
        _("kolom “{column}”").format(column=header) if header else _("kolom ke-{column}").format(column=column + 1)
    )
    found = f"{table_name(table)}, {row_in_words(table, row, subject)}, {column_in_words}"
    return found + page_of(place) if place else found


def page_of(place: Place) -> str:
    """The page or cell in brackets, where the format has one."""
    if place.page is not None:
        return _(" (hal. {page})").format(page=place.page)
    return f" ({place.sheet}!{place.cell})" if place.sheet and place.cell else ""


def shortened(text: str) -> str:
    """A label short enough to stand in a sentence."""
    whole = " ".join(text.split())
    return whole if len(whole) <= LONGEST_LABEL else whole[: LONGEST_LABEL - 1].rstrip() + "…"


def printed(figured: Figured) -> str:
    """A figure as printed, on one line."""
    return " ".join(figured.text.split())
