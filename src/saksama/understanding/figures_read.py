"""The figures of a table: every cell's readings, and what decides between them.

A unit of what comes whole decides first, then the marks of the row's figures of the same unit, then those of the
column's other figures, then the unit, then the marks of the table, and last, as a tie-breaker only, which reading makes
the row's relation hold. What nothing decides stays open.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product

from saksama.kernel.figures import Blank, Figure
from saksama.understanding.cell_figures import COUNTABLE, cell_figure
from saksama.understanding.column_scores import is_rupiah
from saksama.understanding.grid import Line
from saksama.understanding.reading import ColumnPart, Figured, Measure, TableColumn
from saksama.understanding.relations import fits, triples

ONLY, COLUMN_MARKS, UNIT, TABLE_MARKS, RELATION = "only reading", "column marks", "unit", "table marks", "relation"
ROW_MARKS = "row marks"
_PERCENT_MEASURES = {
    Measure.ACHIEVEMENT,
    Measure.ABSORPTION,
    Measure.PROGRESS,
    Measure.SHARE,
    Measure.AVERAGE_ACHIEVEMENT,
}
_SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9}
_INDONESIAN, _ENGLISH = "indonesian", "english"

Cells = list[list[Figured | None]]


def read_cells(lines: Sequence[Line], columns: Sequence[TableColumn]) -> tuple[tuple[Figured | None, ...], ...]:
    """A figure for every cell of a figure column, the words of every rating; one object for each cell of the page."""
    unit_column = next((place for place, column in enumerate(columns) if column.part is ColumnPart.UNIT), None)
    cells: Cells = []
    seen: dict[tuple[int, int], Figured] = {}
    for line in lines:
        row_unit = line[unit_column].text if unit_column is not None else ""
        cells.append([None] * len(columns))
        for place, column in enumerate(columns):
            slot = line[place]
            if column.part is not ColumnPart.FIGURES:
                if column.measure is Measure.RATING:
                    blank = Blank.WORDS if slot.text else Blank.EMPTY
                    cells[-1][place] = Figured(slot.text, slot.place, blank=blank)
                continue
            key = (slot.origin, place)
            if key not in seen:
                readings, blank_found = cell_figure(slot.text)
                readings = _with_unit(readings, column, row_unit)
                single = len(readings) == 1
                seen[key] = Figured(
                    slot.text,
                    slot.place,
                    readings,
                    blank_found,
                    readings[0] if single else None,
                    ONLY if single else "",
                )
            cells[-1][place] = seen[key]
    if any(found and len(found.readings) > 1 for found in seen.values()):
        _decide_by_marks_and_units(cells, columns)
        _decide_by_relations(cells, columns)
    return tuple(map(tuple, cells))


def _with_unit(readings: tuple[Figure, ...], column: TableColumn, row_unit: str) -> tuple[Figure, ...]:
    """The readings in the unit that the column's header, or the row's unit cell, states for figures without one."""
    if not readings or readings[0].unit or readings[0].scale > 1:
        return readings
    unit = column.unit
    if unit.endswith("Rp"):
        return _in_rupiah(readings, _SCALES.get(unit.split()[0], 1))
    if not unit and column.measure in {Measure.TARGET, Measure.ACTUAL, Measure.BASELINE, Measure.END_TARGET}:
        unit = row_unit
        if re.fullmatch(r"rp\.?|rupiah", unit, re.IGNORECASE):
            return _in_rupiah(readings, 1)
    return tuple(Figure(found.text, found.value, found.decimals, unit) for found in readings) if unit else readings


def _in_rupiah(readings: tuple[Figure, ...], scale: int) -> tuple[Figure, ...]:
    return tuple(Figure(found.text, found.value * scale, found.decimals, "Rp", scale) for found in readings)


@lru_cache(maxsize=65536)
def _convention(text: str, decimals: int) -> str:
    """Which language's marks a reading with so many decimals takes the text's marks for; "" without marks."""
    marks = re.findall(r"(?<=\d)[.,](?=\d)", text)
    if not marks:
        return ""
    if decimals:
        return _INDONESIAN if marks[-1] == "," else _ENGLISH
    return _INDONESIAN if marks[-1] == "." else _ENGLISH


def _majority(figures: Iterable[Figured | None]) -> str:
    votes = Counter(
        _convention(found.text, found.chosen.decimals)
        for found in figures
        if found is not None and found.chosen is not None and found.decided_by == ONLY
    )
    votes.pop("", None)
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ""
    return ranked[0][0]


def _decide_by_marks_and_units(cells: Cells, columns: Sequence[TableColumn]) -> None:
    table_majority = _majority(found for row in cells for found in row)
    for place, column in enumerate(columns):
        majority = _majority(row[place] for row in cells)
        for row in cells:
            found = row[place]
            if found is None or found.chosen is not None or not found.readings:
                continue
            row[place] = (
                _decided(found, _as_whole(found), UNIT)
                or _decided(found, _by_marks(found, _majority(_of_unit(row, found))), ROW_MARKS)
                or _decided(found, _by_marks(found, majority), COLUMN_MARKS)
                or _decided(found, _by_unit(found, column), UNIT)
                or _decided(found, _by_marks(found, table_majority), TABLE_MARKS)
                or found
            )


def _of_unit(row: Sequence[Figured | None], found: Figured) -> list[Figured]:
    """The other figures of a row that name the same unit: "79.912 m3" is written as "1.733.980 m3" beside it is."""
    unit = found.readings[0].unit
    if unit in {"", "%", "Rp"} or unit not in found.text:
        return []
    beside = [other for other in row if other is not None and other.readings and unit in other.text]
    return [other for other in beside if other.readings[0].unit == unit]


def _decided(found: Figured, left: Sequence[Figure], reason: str) -> Figured | None:
    return replace(found, chosen=left[0], decided_by=reason) if len(left) == 1 else None


def _by_marks(found: Figured, majority: str) -> list[Figure]:
    return [figure for figure in found.readings if majority and _convention(found.text, figure.decimals) == majority]


def _as_whole(found: Figured) -> list[Figure]:
    """What comes whole has no three decimals, whatever the marks beside it."""
    is_whole = bool(COUNTABLE.match(found.readings[0].unit))
    return [figure for figure in found.readings if figure.decimals == 0] if is_whole else []


def _by_unit(found: Figured, column: TableColumn) -> list[Figure]:
    """Rupiah have no three decimals; a percentage of a thousand or more is read only where nothing else can be."""
    if found.readings[0].unit == "Rp" or is_rupiah(column.unit):
        return [figure for figure in found.readings if figure.decimals == 0 or figure.scale > 1]
    if column.measure in _PERCENT_MEASURES:
        return [figure for figure in found.readings if abs(figure.value) < 1000]
    return []


def _decide_by_relations(cells: Cells, columns: Sequence[TableColumn]) -> None:
    found_triples = triples([column.measure for column in columns])
    for row in cells:
        for triple in found_triples:
            figures = [row[place] for place in triple]
            open_places = [place for place, found in zip(triple, figures, strict=True) if found and not found.chosen]
            if not open_places or any(found is None or not found.readings for found in figures):
                continue
            measure = columns[triple[0]].measure
            choices = [(found.chosen,) if found.chosen else found.readings for found in figures if found is not None]
            holding = [chosen for chosen in product(*choices) if measure and fits(measure, *chosen)]
            if len(holding) == 1:
                for place, figure in zip(triple, holding[0], strict=True):
                    found = row[place]
                    if found is not None and found.chosen is None:
                        row[place] = replace(found, chosen=figure, decided_by=RELATION)
