"""The columns of a table: labels, units, figures, and one measure for each figure column, decided for all together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from saksama.understanding.assignment import Assignment, Candidates, Draft, Judge, assigned
from saksama.understanding.column_scores import (
    Surroundings,
    is_bare_percent,
    is_rupiah,
    scores,
    split_header,
)
from saksama.understanding.column_values import ColumnValues, column_values
from saksama.understanding.grid import Line
from saksama.understanding.header_words import (
    CODE_WORDS,
    NUMBER_WORDS,
    RATING_WORDS,
    ROLE_WORDS,
    UNIT_WORDS,
    header_text,
    label_kind,
)
from saksama.understanding.periods import comparator_of, last_year, period_of, version_of
from saksama.understanding.reading import ColumnPart, Measure, SubjectKind, TableColumn
from saksama.understanding.repair import Layout

MONEY_MEASURES = frozenset((Measure.APPROPRIATION, Measure.EXPENDITURE, Measure.REMAINDER, Measure.ABSORPTION))
_VERSIONED = MONEY_MEASURES | {Measure.TARGET}
_PROGRAMMES = {SubjectKind.PROGRAMME, SubjectKind.ACTIVITY, SubjectKind.SUB_ACTIVITY}


@dataclass(frozen=True, slots=True)
class Naming:
    """What decides a column's key beside its measure: the year that holds where no header names one, the plan period,
    the version of the agreement, and that of the money of a plan.
    """

    year: str
    context: str  # caption and headings
    version: str = ""
    plan: str = ""


def layout_of(paths: Sequence[tuple[str, ...]], body: Sequence[Line]) -> Layout:
    """What each column holds, from its header and its cells."""
    parts: list[ColumnPart] = []
    kinds: list[SubjectKind | None] = []
    values = tuple(column_values([line[column] for line in body]) for column in range(len(paths)))
    for path, found in zip(paths, values, strict=True):
        part, kind = _part(path, found, is_first=ColumnPart.LABEL not in parts)
        parts.append(part)
        kinds.append(kind)
    ghosts = frozenset(column for column in range(1, len(paths)) if _is_ghost(body, column))
    for column in ghosts:
        parts[column], kinds[column] = ColumnPart.WORDS, None
    for column, (path, found) in enumerate(zip(paths[:-1], values[:-1], strict=True)):
        # A header over two columns, the first of which only numbers the second: "Indikator | 1 | Persentase …".
        is_shared = bool(path) and path == paths[column + 1] and parts[column + 1] is ColumnPart.LABEL
        if is_shared and found.numberings * 2 >= max(1, found.filled):
            parts[column], kinds[column] = ColumnPart.NUMBER, None
    places = {part: tuple(at for at, found in enumerate(parts) if found is part) for part in ColumnPart}
    return Layout(tuple(parts), tuple(kinds), values, ghosts, places)


def _is_ghost(body: Sequence[Line], column: int) -> bool:
    """Whether a column holds nothing of its own: its cells are those of the column to its left, which span it."""
    filled = [(line[column - 1], line[column]) for line in body if line[column].text]
    return bool(filled) and all(left.origin == here.origin for left, here in filled)


def _part(path: tuple[str, ...], values: ColumnValues, *, is_first: bool) -> tuple[ColumnPart, SubjectKind | None]:
    leaf, parents, unit = split_header(path)
    whole = header_text(" ".join(path))
    if NUMBER_WORDS.fullmatch(whole) or CODE_WORDS.fullmatch(whole):
        return ColumnPart.NUMBER, None
    if UNIT_WORDS.fullmatch(whole):
        return ColumnPart.UNIT, None
    names, kind = label_kind(leaf)
    if names and not values.figures and values.is_blank and not _has_role(leaf):
        return ColumnPart.LABEL, kind
    if values.is_text or (names and values.is_wordy and not _has_role(leaf)):
        if RATING_WORDS.search(leaf) and not (names and kind is not SubjectKind.OTHER):
            return ColumnPart.WORDS, None
        if names and not (_has_role(leaf) and unit):
            return ColumnPart.LABEL, kind
        return (ColumnPart.LABEL, SubjectKind.OTHER) if is_first and not _has_role(leaf) else (ColumnPart.WORDS, None)
    if not path and values.filled and values.numberings == values.filled and is_first:
        return ColumnPart.NUMBER, None
    if values.is_blank and RATING_WORDS.search(leaf):
        return ColumnPart.WORDS, None
    has_words = bool(leaf) or bool(parents)
    return (ColumnPart.FIGURES if values.figures or has_words else ColumnPart.WORDS), None


def _has_role(leaf: str) -> bool:
    return any(pattern.search(leaf) for pattern, _, points in ROLE_WORDS if points > 2)


def understood_columns(
    paths: Sequence[tuple[str, ...]],
    lines: Sequence[Line],
    layout: Layout,
    *,
    around: Surroundings,
    naming: Naming,
    judge: Judge,
    is_repaired: bool,
) -> tuple[TableColumn, ...]:
    """Every column with its measure, period, version and comparator. `is_repaired`: not the lines of the layout."""
    figures = layout.columns(ColumnPart.FIGURES)
    values = layout.values
    if is_repaired:
        values = tuple(column_values([line[column] for line in lines]) for column in range(len(paths)))
    told = {column: scores(paths[column], values[column], around) for column in figures}
    drafts = {column: _drafts(column, paths[column], told[column], layout, naming=naming) for column in figures}
    _tell_parts(drafts, paths)
    bare = frozenset(column for column in figures if is_bare_percent(paths[column]))
    measures = _with_achievements(assigned(Candidates(len(paths), told, drafts, bare), judge=judge), values)
    made = []
    for column, path in enumerate(paths):
        measure = measures[column]
        header = " / ".join(path)
        part, kind = layout.parts[column], layout.kinds[column]
        if column not in told or measure is None:
            is_rating = (
                part is ColumnPart.WORDS
                and column not in layout.ghosts
                and bool(RATING_WORDS.search(header_text(" ".join(path))))
            )
            about = _about(column, Measure.RATING, layout) if is_rating else None
            period = period_of(tuple(map(header_text, path)), naming.year) if is_rating else ""
            rating = Measure.RATING if is_rating else None
            # "Target | Rp." of a year: money, whatever of.
            is_money = part is ColumnPart.FIGURES and values[column].is_money and is_rupiah(split_header(path)[2])
            unit = "Rp" if is_money else ""
            made.append(TableColumn(header, rating, period, unit=unit, kind=kind, part=part, about=about))
            continue
        draft = drafts[column].get(measure) or drafts[column][Measure.ACTUAL]
        unit = _unit(path, measure, values[column], around)
        made.append(
            TableColumn(
                header,
                measure,
                draft.period,
                draft.version,
                draft.comparator,
                unit,
                part=part,
                about=draft.about,
                aspect=draft.aspect,
            )
        )
    return tuple(made)


def _drafts(
    column: int, path: tuple[str, ...], told: dict[Measure, int], layout: Layout, *, naming: Naming
) -> dict[Measure, Draft]:
    texts = tuple(map(header_text, path))
    whole = " ".join(texts)
    made: dict[Measure, Draft] = {}
    for measure in told:
        year = naming.year
        if measure is Measure.END_TARGET:
            year = last_year(naming.context)
        elif measure is Measure.BASELINE:
            year = ""
        version = version_of(texts) if measure in _VERSIONED else ""
        if measure is Measure.TARGET and not version:
            version = naming.version
        elif measure is Measure.APPROPRIATION and not version:
            version = naming.plan
        made[measure] = Draft(
            period_of(texts, year),
            version,
            comparator_of(whole),
            _about(column, measure, layout),
            _aspect(measure, whole, is_money=layout.values[column].is_money),
        )
    return made


def _with_achievements(measures: Assignment, values: Sequence[ColumnValues]) -> Assignment:
    """Beside absorption and efficiency, and without a target, "Realisasi Kinerja: 117,14%" is the achievement."""
    has_efficiency = {Measure.EFFICIENCY, Measure.ABSORPTION} <= set(measures)
    if not has_efficiency or {Measure.TARGET, Measure.ACHIEVEMENT, Measure.END_TARGET} & set(measures):
        return measures
    return tuple(
        Measure.ACHIEVEMENT
        if measure is Measure.ACTUAL and found.figures and found.percents == found.figures
        else measure
        for measure, found in zip(measures, values, strict=True)
    )


def _tell_parts(drafts: dict[int, dict[Measure, Draft]], paths: Sequence[tuple[str, ...]]) -> None:
    """Money of several parts side by side ("Operasi: Anggaran, Realisasi | Modal: …"): the header above says which."""
    same: dict[tuple[Measure, Draft, str], list[int]] = {}
    for column, told in drafts.items():
        for measure, draft in told.items():
            if measure in MONEY_MEASURES and len(paths[column]) > 1 and not draft.aspect:
                same.setdefault((measure, draft, header_text(paths[column][-1])), []).append(column)
    for (measure, draft, _), columns in same.items():
        parts = {column: header_text(paths[column][-2]) for column in columns}
        says_more = any(_has_role(part) or any(map(str.isdigit, part)) for part in parts.values())
        if len(set(parts.values())) == len(columns) > 1 and not says_more:
            for column, part in parts.items():
                drafts[column][measure] = replace(draft, aspect=part)


def _aspect(measure: Measure, header: str, *, is_money: bool) -> str:
    """What part of its measure a column states, where a measure has several."""
    match measure:
        case Measure.AVERAGE_ACHIEVEMENT if "dibatasi" in header:
            return "dibatasi"
        case Measure.CHANGE:
            return str(Measure.APPROPRIATION.value if is_money else Measure.ACTUAL.value)
        case Measure.COUNT | Measure.SHARE:
            return header
        case _:
            return ""


def _about(column: int, measure: Measure, layout: Layout) -> int | None:
    """The label column that names what a figure column is about: the nearest to the left that fits its measure."""
    named = [(place, layout.kinds[place]) for place in layout.columns(ColumnPart.LABEL)]
    left = [(place, kind) for place, kind in named if place < column] or named
    if not left:
        return None
    if measure in MONEY_MEASURES:
        wanted = [place for place, kind in left if kind in _PROGRAMMES]
    else:
        wanted = [place for place, kind in left if kind is SubjectKind.INDICATOR]
    subjects = [place for place, kind in left if kind is not SubjectKind.OTHER]
    return (wanted or subjects or [place for place, _ in left])[-1]


def _unit(path: tuple[str, ...], measure: Measure, values: ColumnValues, around: Surroundings) -> str:
    _, _, unit = split_header(path)
    if measure in MONEY_MEASURES - {Measure.ABSORPTION}:
        stated = unit if is_rupiah(unit) else _unit_of_caption(around.text)
        return _rupiah_unit(stated) if stated else ("Rp" if values.is_money else "")
    return "%" if unit in {"%", "persen"} else "" if is_rupiah(unit) else unit


def _unit_of_caption(text: str) -> str:
    for word in ("ribu", "juta", "miliar", "milyar"):
        if f"dalam {word}" in text or f"({word}" in text:
            return f"{word} rupiah"
    return ""


def _rupiah_unit(unit: str) -> str:
    """ "Rp", or "ribu Rp", "juta Rp", "miliar Rp" where the header states amounts of those."""
    found = next((word for word in ("ribu", "juta", "miliar", "milyar") if word in unit.lower()), "")
    return f"{found.replace('milyar', 'miliar')} Rp".strip()
