"""Document → understood tables: stitched, headed, repaired, with columns, figures and rows recognised."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from saksama.documents.document import Document
from saksama.kernel.figures import Figure
from saksama.understanding.assignment import Assignment
from saksama.understanding.cell_figures import cell_figure
from saksama.understanding.closing import closed_by_vote
from saksama.understanding.column_scores import Surroundings
from saksama.understanding.columns import Naming, layout_of, understood_columns
from saksama.understanding.figures_read import read_cells
from saksama.understanding.grid import Line
from saksama.understanding.headers import header_paths
from saksama.understanding.known_ranks import ranked_by_names, ranks_of
from saksama.understanding.located import located_tables
from saksama.understanding.nesting import nested
from saksama.understanding.periods import sole_year, version_of_agreement, version_of_plan
from saksama.understanding.reading import (
    ColumnPart,
    RowRole,
    SubjectKind,
    TableColumn,
    TableRow,
    UnderstoodTable,
)
from saksama.understanding.relations import relations_that_hold
from saksama.understanding.repair import Layout, repaired
from saksama.understanding.rows import main_label, understood_rows
from saksama.understanding.stitching import StitchedTable, stitched

_PROGRAMMES = {SubjectKind.PROGRAMME, SubjectKind.ACTIVITY, SubjectKind.SUB_ACTIVITY}
_JUDGED_ROWS = 8
_RUPIAH = re.compile(r"(?:(?:ribu|juta|mil[iy]ar)(?:an)?\s+)?(?:rp\.?|rupiah)", re.IGNORECASE)


def understand_tables(document: Document, *, year: int | None = None) -> tuple[UnderstoodTable, ...]:
    """Every table of a document, once. `year` is the report's, for what names no year; subjects are as printed."""
    found = stitched(located_tables(document))
    tables = [_understood(table, index, year=str(year) if year else "") for index, table in enumerate(found)]
    known = ranks_of(tables)
    return tuple(ranked_by_names(table, known) for table in tables)


def _understood(stitched_table: StitchedTable, index: int, *, year: str) -> UnderstoodTable:
    table = stitched_table.table
    paths = header_paths(stitched_table.header) if stitched_table.header else ((),) * table.grid.width
    layout = layout_of(paths, stitched_table.body)
    fixed = repaired(stitched_table.body, stitched_table.seams, layout)
    lines = fixed.lines
    nearest = tuple(reversed(table.headings))
    context = " ".join((table.caption, *nearest))
    columns = understood_columns(
        paths,
        lines,
        layout,
        around=_surroundings(stitched_table, layout, lines),
        naming=Naming(
            sole_year(table.caption, *nearest) or year,
            context,
            version_of_agreement(table.caption, *nearest[:1]),
            version_of_plan(table.caption),
        ),
        judge=lambda assignment: _relations(lines, assignment),
        is_repaired=fixed.is_changed,
    )
    if table.holder:
        columns = tuple(replace(column, comparator=column.comparator or table.holder) for column in columns)
    cells = read_cells(lines, columns)
    rows = closed_by_vote(understood_rows(lines, columns, notes=fixed.notes), columns, cells)
    repeats = frozenset(
        (row, column) for row, line in enumerate(lines) for column, slot in enumerate(line) if slot.is_repeat
    )
    rows = nested(rows, columns, cells, repeats)
    columns = mixed_columns(columns, rows)
    return UnderstoodTable(
        index=index,
        number=table.number,
        caption=table.caption,
        chapter=table.chapter,
        columns=columns,
        rows=rows,
        cells=cells,
        texts=tuple(tuple(slot.text for slot in line) for line in lines),
        repeats=repeats,
        place=table.place,
        pages=stitched_table.pages,
        headings=table.headings,
    )


def mixed_columns(columns: tuple[TableColumn, ...], rows: Sequence[TableRow]) -> tuple[TableColumn, ...]:
    """The columns; that of "Program/Kegiatan" has no kind of its own where its rows are of several."""
    main = main_label(columns)
    kinds = {row.kind for row in rows if row.role in {RowRole.DATA, RowRole.GROUP}}
    if main is None or len(kinds) < 2 or columns[main].kind not in _PROGRAMMES:
        return columns
    return (*columns[:main], replace(columns[main], kind=None), *columns[main + 1 :])


def _surroundings(table: StitchedTable, layout: Layout, lines: Sequence[Line]) -> Surroundings:
    headings = table.table.headings
    text = " ".join((table.table.caption, *headings[-2:])).lower()
    return Surroundings(
        table.table.chapter,
        text,
        names_indicators=SubjectKind.INDICATOR in layout.kinds,
        names_programmes=any(kind in _PROGRAMMES for kind in layout.kinds),
        counts_rupiah=any(
            _RUPIAH.fullmatch(line[column].text.strip()) for line in lines for column in layout.columns(ColumnPart.UNIT)
        ),
    )


def _relations(lines: Sequence[Line], assignment: Assignment) -> int:
    rows: list[Mapping[int, Figure]] = []
    for line in lines[:_JUDGED_ROWS]:
        figures = {}
        for column, measure in enumerate(assignment):
            readings = cell_figure(line[column].text)[0] if measure is not None else ()
            if readings:
                figures[column] = readings[0]
        rows.append(figures)
    return relations_that_hold(rows, assignment)
