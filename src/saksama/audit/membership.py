"""Which indicators belong to which objective, as the rows of the tables say that name both."""

from saksama.understanding.names import canonical
from saksama.understanding.reading import (
    ColumnPart,
    Reading,
    RowRole,
    SubjectKind,
    UnderstoodTable,
)


def members(reading: Reading) -> dict[str, tuple[str, ...]]:
    """The indicators of every objective by their canonical names, in the order of their first row.

    An indicator belongs where most tables put it: where a page breaks, a table may be read with the objective above.
    """
    names = {
        (subject.kind, canonical(spelling, subject.kind)): subject.name
        for subject in reading.subjects
        for spelling, _place in (*subject.spellings, *subject.near)
    }
    tables: dict[str, dict[str, set[int]]] = {}  # by indicator and objective
    for table in reading.tables:
        objective, indicator = _label(table, SubjectKind.OBJECTIVE), _label(table, SubjectKind.INDICATOR)
        if objective is None or indicator is None:
            continue
        for row, texts in zip(table.rows, table.texts, strict=True):
            if row.role in (RowRole.DATA, RowRole.GROUP) and texts[objective] and texts[indicator]:
                above = _name(names, SubjectKind.OBJECTIVE, texts[objective])
                below = _name(names, SubjectKind.INDICATOR, texts[indicator])
                tables.setdefault(below, {}).setdefault(above, set()).add(table.index)
    found: dict[str, list[str]] = {}
    for below, objectives in tables.items():
        most = max(map(len, objectives.values()))
        for above, naming in objectives.items():
            if len(naming) == most:
                found.setdefault(above, []).append(below)
    return {name: tuple(below) for name, below in found.items()}


def _label(table: UnderstoodTable, kind: SubjectKind) -> int | None:
    """The one column that names subjects of a kind; with two it is unclear which row means which."""
    places = [
        place for place, column in enumerate(table.columns) if column.part is ColumnPart.LABEL and column.kind is kind
    ]
    return places[0] if len(places) == 1 else None


def _name(names: dict[tuple[SubjectKind, str], str], kind: SubjectKind, text: str) -> str:
    plain = canonical(text, kind)
    return names.get((kind, plain), plain)
