"""Rows as they were meant: page breaks and narrow columns cut them, text readers lose what a cell spans."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from saksama.understanding.cell_figures import cell_figure, glued_figures
from saksama.understanding.column_values import ColumnValues
from saksama.understanding.grid import Line, Slot
from saksama.understanding.reading import ColumnPart, SubjectKind
from saksama.understanding.totals import is_total

_RUPIAH = re.compile(r"rp\.?", re.IGNORECASE)
_OPEN_END = re.compile(
    r"(?:\b(?:dan|serta|atau|yang|di|ke|dari|dalam|pada|untuk|terhadap|dengan|oleh|atas|bagi)|[,/(&–-])$"
)
_NUMBERING = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[-•*])(?:\s|$)|\d+(?:\.\d+)+", re.IGNORECASE)
_PROGRAMMES = {SubjectKind.PROGRAMME, SubjectKind.ACTIVITY, SubjectKind.SUB_ACTIVITY}
_STUBS = {SubjectKind.GOAL, SubjectKind.OBJECTIVE, SubjectKind.INDICATOR, SubjectKind.PROGRAMME, SubjectKind.ACTIVITY}


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns hold, as far as their headers and cells tell before any repair."""

    parts: tuple[ColumnPart, ...]
    kinds: tuple[SubjectKind | None, ...]
    values: tuple[ColumnValues, ...]
    ghosts: frozenset[int]  # columns that the cells to their left span
    places: dict[ColumnPart, tuple[int, ...]]  # the columns of each part

    def columns(self, part: ColumnPart) -> tuple[int, ...]:
        """The columns that hold this."""
        return self.places.get(part, ())


@dataclass(frozen=True, slots=True)
class Repaired:
    """The rows after repair. `notes` are rows whose label went to the row above while a figure stayed behind."""

    lines: tuple[Line, ...]
    notes: frozenset[int]
    is_changed: bool


def repaired(body: Sequence[Line], seams: frozenset[int], layout: Layout) -> Repaired:
    """Split glued cells, put cut rows together, and fill stubs down."""
    lines = [_shifted_back(_with_rupiah(_unglued(line, layout), layout), layout) for line in body]
    lengths = _code_lengths(lines, layout) if seams else {}
    joined: list[Line] = []
    notes: set[int] = set()
    cut: dict[int, Slot] = {}
    for row, line in enumerate(lines):
        if joined and len(joined) - 1 not in notes:
            merged = _continued(joined[-1], line, layout, is_seam=row in seams, lengths=lengths)
            if merged is not None:
                joined[-1], left_over = merged
                if left_over is not None:
                    notes.add(len(joined))
                    joined.append(left_over)
                continue
            cut |= _cut_stubs(joined, line, layout)
        joined.append(tuple(cut.get(slot.origin, slot) for slot in line) if cut else line)
    is_changed = len(joined) != len(body) or any(new is not old for new, old in zip(joined, body, strict=False))
    return Repaired(tuple(_filled_down(joined, layout)), frozenset(notes), is_changed)


def _unglued(line: Line, layout: Layout) -> Line:
    """The figures of a cell that holds those of its empty neighbours, each in its own column."""
    figures = layout.columns(ColumnPart.FIGURES)
    for column in figures:
        if line[column].is_repeat or " " not in line[column].text:
            continue
        parts = glued_figures(line[column].text)
        if not parts:
            continue
        right = range(column, column + len(parts))
        left = range(column - len(parts) + 1, column + 1)
        for span in (right, left):
            is_free = all(other in figures and (other == column or not line[other].text) for other in span)
            if is_free and span[-1] < len(line):
                start = 0
                slots = list(line)
                for other, part in zip(span, parts, strict=True):
                    start = line[column].text.find(part.rstrip("%"), start)
                    place = replace(line[column].place, start=(line[column].place.start or 0) + max(0, start))
                    slots[other] = replace(line[column], text=part, place=place)
                return tuple(slots)
    return line


def _with_rupiah(line: Line, layout: Layout) -> Line:
    """ "Rp" in a cell of its own joins the figure to its right."""
    found = [column for column, slot in enumerate(line[:-1]) if slot.text and _RUPIAH.fullmatch(slot.text)]
    if not found:
        return line
    slots = list(line)
    for column in found:
        beside = slots[column + 1]
        if beside.text and not _RUPIAH.match(beside.text) and layout.parts[column + 1] is ColumnPart.FIGURES:
            slots[column + 1] = replace(beside, text=f"{slots[column].text} {beside.text}")
            slots[column] = replace(slots[column], text="")
    return tuple(slots)


def _shifted_back(line: Line, layout: Layout) -> Line:
    """The rest of a label that a text reader set one column too far to the right, back in its label's column."""
    for column in layout.columns(ColumnPart.LABEL):
        if column + 1 >= len(line) or layout.parts[column + 1] is not ColumnPart.FIGURES:
            continue
        here, beside = line[column], line[column + 1]
        is_words = beside.text[:1].islower() and len(beside.text) > 12 and not any(map(str.isdigit, beside.text))
        if is_words and not here.text and not beside.is_repeat:
            slots = list(line)
            slots[column], slots[column + 1] = replace(beside, origin=here.origin), replace(beside, text="")
            return tuple(slots)
    return line


def _continued(
    above: Line, line: Line, layout: Layout, *, is_seam: bool, lengths: dict[int, int]
) -> tuple[Line, Line | None] | None:
    """Both rows as one, where the second is the rest of the first; a figure that finds its place taken is left over."""
    labels = layout.columns(ColumnPart.LABEL)
    mine = [column for column in labels if line[column].text and not line[column].is_repeat]
    if not labels or _shares_figures(above, line) or _is_total(line, layout):
        return None
    if is_seam and (mended := _broken_code(above, line, layout, lengths)) is not None:
        above, line = mended
    has_number = any(line[column].text for column in layout.columns(ColumnPart.NUMBER))
    figures = [c for c in layout.columns(ColumnPart.FIGURES) if line[c].text and not line[c].is_repeat]
    taken = [c for c in figures if above[c].text]
    bare_above = not any(above[c].text for c in layout.columns(ColumnPart.FIGURES))
    if not mine:
        # Figures alone below a label alone: the label stands in the middle of its row, or the page broke between them.
        label_above = any(above[column].text and not above[column].is_repeat for column in labels)
        number_free = not has_number or not any(above[c].text for c in layout.columns(ColumnPart.NUMBER))
        if figures and bare_above and label_above and number_free and not _is_total(above, layout):
            return _merged(above, line, ()), None
        broken = _broken_number(above, line, figures)
        return (broken, None) if broken is not None else None
    # A label alone at the top of a page, where rows have figures, is the rest of the last one of the page before.
    lacks_figures = bool(layout.columns(ColumnPart.FIGURES)) and not figures
    is_rest = is_seam and lacks_figures and not any(_NUMBERING.match(line[column].text) for column in mine)
    if has_number or not (is_rest or all(_continues(above[column].text, line[column].text) for column in mine)):
        return None
    if not taken:
        return _merged(above, line, ()), None
    if len(taken) == 1 and (is_seam or len(figures) == 1):
        rest = tuple(slot if column in taken else replace(slot, text="") for column, slot in enumerate(line))
        return _merged(above, line, taken), rest
    return None


def _broken_code(above: Line, line: Line, layout: Layout, lengths: dict[int, int]) -> tuple[Line, Line] | None:
    """Both rows with the code whole in the first, where a page break cut it: "1 | 0" above "9 | 50" is 19 | 050.

    `lengths` are those that the codes of each column commonly have.
    """
    places = [place for place in layout.columns(ColumnPart.NUMBER) if line[place].text]
    if not places or any(line[place].text for place in layout.columns(ColumnPart.FIGURES)):
        return None
    slots, rest = list(above), list(line)
    for place in places:
        whole = above[place].text + line[place].text
        is_cut = above[place].text.isdigit() and line[place].text.isdigit() and len(whole) == lengths.get(place)
        if not is_cut:
            return None
        slots[place] = replace(above[place], text=whole)
        rest[place] = replace(line[place], text="")
    return tuple(slots), tuple(rest)


def _code_lengths(lines: Sequence[Line], layout: Layout) -> dict[int, int]:
    """The most common length of the digits in each column of codes."""
    lengths = {}
    for place in layout.columns(ColumnPart.NUMBER):
        counted = Counter(len(line[place].text) for line in lines if line[place].text.isdigit())
        if counted:
            lengths[place] = max(counted, key=lambda length: (counted[length], length))
    return lengths


def _cut_stubs(joined: list[Line], line: Line, layout: Layout) -> dict[int, Slot]:
    """The stubs of a row that a page break cut: the objective's rest joins its beginning in the rows above.

    Returns by its origin what each rest has become, for this row and those that its cell spans.
    """
    labels = layout.columns(ColumnPart.LABEL)
    above = joined[-1]
    whole: dict[int, Slot] = {}
    for column in labels[:-1]:
        here, top = line[column], above[column]
        if here.is_repeat or not here.text[:1].islower() or not _continues(top.text, here.text):
            continue
        text = f"{top.text} {here.text}"
        for row, earlier in enumerate(joined):
            if earlier[column].origin == top.origin:
                joined[row] = (*earlier[:column], replace(earlier[column], text=text), *earlier[column + 1 :])
        whole[here.origin] = replace(top, text=text, is_repeat=True)
    return whole


def _shares_figures(above: Line, line: Line) -> bool:
    """Whether a cell with digits spans both rows: then they are two rows of one group."""
    return any(
        slot.is_repeat and slot.origin == top.origin and slot.text for top, slot in zip(above, line, strict=True)
    )


def _is_total(line: Line, layout: Layout) -> bool:
    return any(
        is_total(line[column].text, names_indicators=layout.kinds[column] is SubjectKind.INDICATOR)
        for column in layout.columns(ColumnPart.LABEL)
    )


def _continues(above: str, text: str) -> bool:
    """Whether a text reads as the rest of the one above it."""
    if not above or _NUMBERING.match(text):
        return False
    return text[:1].islower() or bool(_OPEN_END.search(above.strip().lower())) or text[:1] in "),/&"


def _merged(above: Line, line: Line, without: Sequence[int]) -> Line:
    slots = []
    for column, (top, slot) in enumerate(zip(above, line, strict=True)):
        if column in without or not slot.text or slot.is_repeat:
            slots.append(top)
        elif not top.text:
            slots.append(slot)
        else:
            slots.append(replace(top, text=f"{top.text} {slot.text}"))
    return tuple(slots)


def _broken_number(above: Line, line: Line, figures: Sequence[int]) -> Line | None:
    """The row above with the rest of its broken numbers, where all that stands in this row is such a rest.

    Where a number above ends in its separator ("2.302."), it is broken for certain: the row's words go on as well.
    """
    others = [slot for column, slot in enumerate(line) if column not in figures and slot.text and not slot.is_repeat]
    is_certain = any(above[column].text.endswith((".", ",")) for column in figures)
    if not figures or (others and not is_certain):
        return None
    slots = list(_merged(above, line, figures))
    for column in figures:
        top, rest = above[column], line[column]
        if not top.text or not re.fullmatch(r"[\d.,]{1,11}%?|%", rest.text):
            return None
        text = f"{top.text}\n{rest.text}"
        if is_certain and not cell_figure(text)[0]:
            text = top.text + rest.text  # broken within a group: "782.3" above "32.284"
        before, after = cell_figure(top.text)[0], cell_figure(text)[0]
        if not after or (before and rest.text != "%" and not is_certain):
            return None
        slots[column] = replace(top, text=text)
    return tuple(slots)


def _filled_down(lines: Sequence[Line], layout: Layout) -> list[Line]:
    """Copy a stub (objective, indicator, programme) into the empty cells below it, as its layout meant."""
    labels = layout.columns(ColumnPart.LABEL)
    filled: list[Line] = []
    for line in lines:
        named = [column for column in labels if line[column].text]
        closes = _is_total(line, layout)
        above = filled[-1] if filled else None
        if above is None or not named or (closes and named[0] == labels[0]):
            filled.append(line)
            continue
        slots = list(line)
        for column in labels:
            if column >= named[0]:
                break
            if layout.kinds[column] in _STUBS and above[column].text and not is_total(above[column].text):
                if _stands_alone(column, named[0], above[column].origin, filled, layout):
                    continue
                slots[column] = Slot(
                    above[column].text, above[column].place, above[column].origin, True, above[column].is_bold
                )
        filled.append(tuple(slots))
    return filled


def _stands_alone(column: int, own: int, origin: int, filled: Sequence[Line], layout: Layout) -> bool:
    """Whether a programme has a row to itself, with its own figures, above the activities in the column beside it."""
    if layout.kinds[column] not in _PROGRAMMES or layout.kinds[own] not in _PROGRAMMES:
        return False
    row = next(line for line in reversed(filled) if line[column].origin == origin and not line[column].is_repeat)
    return not row[own].text and any(row[place].text for place in layout.columns(ColumnPart.FIGURES))
