"""The rows of a table: label, number, role, level, parent, and whether a parent's parts claim to be all of them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from saksama.understanding.cell_figures import cell_figure
from saksama.understanding.grid import Line
from saksama.understanding.numberings import Ordinal, ordinal, split_label
from saksama.understanding.ranking import RowDraft, close, rank
from saksama.understanding.reading import ColumnPart, RowRole, SubjectKind, TableColumn, TableRow
from saksama.understanding.totals import is_average, is_total

_NAMED_KINDS: tuple[tuple[re.Pattern[str], SubjectKind], ...] = (
    (re.compile(r"sub\s?kegiatan\b", re.IGNORECASE), SubjectKind.SUB_ACTIVITY),
    (re.compile(r"kegiatan\b", re.IGNORECASE), SubjectKind.ACTIVITY),
    (re.compile(r"program\b", re.IGNORECASE), SubjectKind.PROGRAMME),
    (re.compile(r"sasaran\b", re.IGNORECASE), SubjectKind.OBJECTIVE),
    (re.compile(r"tujuan\b", re.IGNORECASE), SubjectKind.GOAL),
)
_BY_SEGMENTS = {3: SubjectKind.PROGRAMME, 5: SubjectKind.ACTIVITY, 6: SubjectKind.SUB_ACTIVITY}
"""Kepmendagri 050-5889/2021: urusan.bidang.program.kegiatan (two segments).sub kegiatan."""
_UNLABELLED = "\0"
_ACRONYM = 5
"""Letters that a name in capitals may have for being an acronym ("RSUD")."""
_SUMS = re.compile(r"\W*(?:grand\s+)?(?:total|jumlah)\b", re.IGNORECASE)
_PROGRAMMES = (SubjectKind.PROGRAMME, SubjectKind.ACTIVITY, SubjectKind.SUB_ACTIVITY)


def understood_rows(
    lines: Sequence[Line], columns: Sequence[TableColumn], *, notes: frozenset[int] = frozenset()
) -> tuple[TableRow, ...]:
    """Every row with its place in the hierarchy."""
    main = main_label(columns)
    drafts = _drafts(lines, columns, main=main, notes=notes)
    is_ranked = main is not None and _is_ranked(columns, main)
    _tell_capitals(drafts)
    rank(drafts, is_ranked=is_ranked)
    close(drafts)
    parents = {draft.parent for draft in drafts if draft.role is not RowRole.TOTAL}
    return tuple(
        TableRow(
            role=RowRole.GROUP if draft.role is RowRole.DATA and row in parents else draft.role,
            label=draft.label,
            number=draft.number,
            level=draft.level,
            parent=draft.parent,
            is_closed=draft.is_closed,
            subject=draft.label,
            kind=draft.kind,
        )
        for row, draft in enumerate(_with_kinds(drafts, columns, main))
    )


def _tell_capitals(drafts: Sequence[RowDraft]) -> None:
    """Rank the offices of a list in capitals ("KECAMATAN PAMULANG") above its rows in small letters."""
    bare = [draft for draft in drafts if draft.role is RowRole.DATA and not draft.style and draft.label]
    capitals = [draft for draft in bare if draft.label.isupper() and len(draft.label) > _ACRONYM]
    if capitals and capitals[0] is bare[0] and len(capitals) * 2 < len(bare):
        for draft in capitals:
            draft.style = "capitals"


def main_label(columns: Sequence[TableColumn]) -> int | None:
    """The label column that the rows are ranked by: programmes before indicators before whatever comes first."""
    labels = [place for place, column in enumerate(columns) if column.part is ColumnPart.LABEL]
    for kinds in (_PROGRAMMES, (SubjectKind.INDICATOR,), (SubjectKind.OBJECTIVE,), (SubjectKind.GOAL,)):
        found = [place for place in labels if columns[place].kind in kinds]
        if found:
            return found[0] if kinds is _PROGRAMMES else found[-1]
    return labels[0] if labels else None


def _is_ranked(columns: Sequence[TableColumn], main: int) -> bool:
    """Whether the rows can have ranks: indicators beside their objective are siblings whatever their numbers."""
    stubs = [place for place, column in enumerate(columns[:main]) if column.part is ColumnPart.LABEL and column.kind]
    return not stubs or sum(column.kind in _PROGRAMMES for column in columns) > 1


def kind_of_label(text: str, kind: SubjectKind | None) -> SubjectKind:
    """What a label names: its own first word says more than the header of a mixed column."""
    if kind is not SubjectKind.INDICATOR:
        _, rest = split_label(text)
        for pattern, named in _NAMED_KINDS:
            if pattern.match(rest):
                return named
    return kind or SubjectKind.OTHER


def _drafts(
    lines: Sequence[Line], columns: Sequence[TableColumn], *, main: int | None, notes: frozenset[int]
) -> list[RowDraft]:
    labels = [place for place, column in enumerate(columns) if column.part is ColumnPart.LABEL]
    numbers = _numbers_of(columns, main)
    figures = [place for place, column in enumerate(columns) if column.part is ColumnPart.FIGURES]
    drafts: list[RowDraft] = []
    before: Ordinal | None = None
    for row, line in enumerate(lines):
        place = _label_place(line, labels, main)
        text = line[place].text if place is not None else ""
        number, code_column = _number(line, numbers)
        total = _total(line, columns, number)
        is_last = row == len(lines) - 1 and row > 0
        if not total and is_last and _is_unlabelled(line, figures):
            total = _UNLABELLED
        elif not total and is_last and not number and _SUMS.match(text) and row > 1 and all(d.number for d in drafts):
            total = text  # "Total Jumlah PNS" below rows that are all numbered
        if row in notes:
            role = RowRole.NOTE
        elif total:
            role, text = (RowRole.AVERAGE if is_average(total) else RowRole.TOTAL), total.strip(_UNLABELLED)
            number = ""
        else:
            role = RowRole.DATA
        inner, rest = split_label(text)
        number = number or inner
        label = rest if inner else text
        counted = ordinal(number, before)
        if counted and counted.style in {"upper", "lower"}:
            before = counted
        kind = kind_of_label(text, columns[place].kind if place is not None else None)
        is_spanning = len(line) > 2 and len({slot.origin for slot in line}) == 1 and bool(figures)
        if is_spanning and role is RowRole.DATA:
            role = RowRole.GROUP
        is_title = (
            row == 0 and not number and role is RowRole.DATA and not any(cell_figure(line[c].text)[0] for c in figures)
        )
        style = (
            "title"
            if is_title and numbers and len(lines) > 2
            else _style(line, columns, counted, kind=kind, label=text, place=place, is_spanning=is_spanning)
        )
        is_repeat = place is not None and line[place].is_repeat and not is_spanning
        drafts.append(
            RowDraft(role, " ".join(label.split()), number, kind, style, counted, is_repeat, code_column=code_column)
        )
    return drafts


def _numbers_of(columns: Sequence[TableColumn], main: int | None) -> list[int]:
    """The columns that number what the rows are ranked by: no other label stands between."""
    found: list[int] = []
    for place, column in enumerate(columns):
        if place == main:
            return found
        if column.part is ColumnPart.NUMBER:
            found.append(place)
        elif column.part is ColumnPart.LABEL:
            found.clear()
    return found if main is None else []


def _total(line: Line, columns: Sequence[TableColumn], number: str) -> str:
    """The label of a total or average, wherever in the row's label or number columns it stands."""
    for place, column in enumerate(columns):
        text = line[place].text
        if column.part in {ColumnPart.LABEL, ColumnPart.NUMBER} and is_total(
            text, number, names_indicators=column.kind is SubjectKind.INDICATOR
        ):
            return text
    return ""


def _is_unlabelled(line: Line, figures: Sequence[int]) -> bool:
    """Whether a row holds figures and nothing that says whose: at the end of a table, its total."""
    others = [slot.text for place, slot in enumerate(line) if place not in figures]
    return not any(others) and sum(bool(cell_figure(line[place].text)[0]) for place in figures) > 1


def _number(line: Line, numbers: Sequence[int]) -> tuple[str, int]:
    """The row's number; a code that stands in columns of its own segments is put together: "01 | 019" is 01.019.

    Of whole codes side by side, each of which the rows below repeat, the last is the row's own ("2.16 | 2.16.01"), and
    its column ranks it.
    """
    parts = {
        line[column].origin: (line[column].text, place)
        for place, column in enumerate(numbers)
        if ordinal(line[column].text)
    }
    texts = [text for text, _ in parts.values()]
    if len(texts) > 1 and all(text.isdigit() for text in texts):
        return ".".join(texts), 0
    if len(texts) > 1 and all("." in text for text in texts):
        return list(parts.values())[-1]
    return next(iter(texts), ""), 0


def _label_place(line: Line, labels: Sequence[int], main: int | None) -> int | None:
    if main is not None and line[main].text:
        return main
    named = [place for place in labels if line[place].text]
    own = [place for place in named if not line[place].is_repeat]
    return next(reversed(own or named), None)


def _style(
    line: Line,
    columns: Sequence[TableColumn],
    counted: Ordinal | None,
    *,
    kind: SubjectKind,
    label: str,
    place: int | None,
    is_spanning: bool,
) -> str:
    """What ranks a row: its number's style, its kind's word, the column its label stands in, or how it is set."""
    if is_spanning:
        return "spanning"
    if place is not None and columns[place].kind in _PROGRAMMES and _has_columns_of_ranks(columns):
        return f"column {place}"
    if counted is not None:
        return counted.style
    _, rest = split_label(label)
    if any(pattern.match(rest) for pattern, _ in _NAMED_KINDS[:3]):
        return kind.value
    if place is None:
        return ""
    return f"indent {line[place].indent // 3}" if line[place].indent else ""


def _has_columns_of_ranks(columns: Sequence[TableColumn]) -> bool:
    """Whether programmes and activities stand in columns of their own, which rank them better than any numbering."""
    return sum(column.kind in _PROGRAMMES for column in columns) > 1


def _with_kinds(drafts: list[RowDraft], columns: Sequence[TableColumn], main: int | None) -> list[RowDraft]:
    """Kinds by rank and code, where the column mixes programmes, activities and sub-activities."""
    header = columns[main].header.lower() if main is not None else ""
    kind = columns[main].kind if main is not None else None
    has_words = any(draft.kind is SubjectKind.PROGRAMME and draft.level == 0 for draft in drafts)
    mixed = kind in _PROGRAMMES and "kegiatan" in header and "program" in header
    if not (mixed or (has_words and kind in {SubjectKind.OTHER, None})):
        return drafts
    made: list[RowDraft] = []
    for draft in drafts:
        by_code = _BY_SEGMENTS.get(len(draft.counted.segments)) if draft.counted else None
        named = kind_of_label(draft.label, None)
        if named is SubjectKind.OTHER and not draft.label.lower().startswith("belanja"):
            named = by_code or _below(made[draft.parent].kind if draft.parent is not None else None)
            if draft.style == "title":
                named = SubjectKind.OTHER
        made.append(replace(draft, kind=named))
    return made


def _below(parent: SubjectKind | None) -> SubjectKind:
    """What stands below a programme, an activity, or at the top."""
    if parent not in _PROGRAMMES:
        return SubjectKind.PROGRAMME
    return _PROGRAMMES[min(_PROGRAMMES.index(parent) + 1, 2)]
