"""The rating scale as the document prints it: its rows as they stand, and a scale only where they make one."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from saksama.documents.document import Cell, Document, PageBreak, Row, Table, Text, plain
from saksama.kernel.provenance import Certainty, Citation, Place
from saksama.kernel.rating import Band, MisorderedScaleError, RatingScale
from saksama.understanding.chapters import Passage, chapter_of_table, passages
from saksama.understanding.conditions import Condition, falling, gaps, overlaps, read_condition
from saksama.understanding.reading import Chapter, ReadScale

LEAST_ROWS = 3
# Permendagri 86/2017, table of the ranks of performance: 91-100, 76-90, 66-75, 51-65, 0-50.
_REGULATION = ((91, 100), (76, 90), (66, 75), (51, 65), (0, 50))
_OF_A_VALUE = re.compile(r"\bmutu\b|\bikm\b|\bskm\b|kepuasan|konversi|persepsi|\bindeks\b", re.IGNORECASE)
_OF_ACHIEVEMENT = re.compile(r"capaian|pencapaian|peringkat|predikat|kinerja|keberhasilan", re.IGNORECASE)


def read_scale(document: Document) -> ReadScale | None:
    """The scale that the document rates achievements by, or `None` where it prints none."""
    ranked = sorted(
        _found(document), key=lambda found: (-_fitness(found[0], found[1]), found[0].chapter is not Chapter.SCALE)
    )
    return ranked[0][1] if ranked else None


def read_scales(document: Document) -> tuple[ReadScale, ...]:
    """Every scale that the document prints, of achievements and of values, in reading order."""
    return tuple(scale for _, scale in _found(document))


def conditions(scale: ReadScale) -> tuple[Condition | None, ...]:
    """The condition of each row."""
    return tuple(read_condition(text) for text, _, _ in scale.rows)


def earned(scale: ReadScale, value: Fraction) -> tuple[str, ...]:
    """The words that the printed rows give a value: one, none where they leave a gap, more where they overlap."""
    pairs = zip(scale.rows, conditions(scale), strict=True)
    return tuple(word for (_, word, _), condition in pairs if condition is not None and value in condition)


def _found(document: Document) -> Iterator[tuple[Passage, ReadScale]]:
    for passage in _whole(document):
        if isinstance(passage.block, Table):
            rows = _rows(passage.block)
            if rows:
                yield passage, _scale(rows, passage.block)


def _whole(document: Document) -> Iterator[Passage]:
    """The passages, a table that the end of a page cut as one: the rest stands right below it, without a caption."""
    before: Passage | None = None
    for passage in passages(document):
        block, last = passage.block, before.block if before else None
        if isinstance(block, PageBreak):
            continue
        if before and isinstance(last, Table) and isinstance(block, Table) and (rest := _rest(block, last)):
            before = replace(before, block=replace(last, rows=(*last.rows, *rest)))
            continue
        if before:
            yield before
        before = passage
    if before:
        yield before


def _rest(table: Table, before: Table) -> tuple[Row, ...]:
    """The rows with which a table goes on with the scale before it: no caption, as wide, the same header or none."""
    if table.caption or table.number or not before.rows:
        return ()
    top = _texts((*before.header, *before.rows)[0])
    rows = (*table.header, *table.rows)
    rest = rows[1:] if rows and _texts(rows[0]) == top else table.rows if not table.header else ()
    goes_on = bool(rest) and len(rest[0].cells) == len(before.rows[-1].cells)
    return rest if goes_on and any(map(read_condition, _texts(rest[0]))) else ()


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(" ".join(plain(cell.content).split()) for cell in row.cells)


def _fitness(passage: Passage, scale: ReadScale) -> int:
    """How likely the scale is that of achievements: what stands around it, and whether its bounds are percentages."""
    table = passage.block
    around = " ".join((*passage.headings[-1:], table.caption)) if isinstance(table, Table) else ""
    words = " ".join((around, *(plain(cell.content) for cell in _header_cells(table))))
    bounds = [bound for found in conditions(scale) if found for bound in (found.low, found.high) if bound is not None]
    is_percent = bool(bounds) and 80 <= max(bounds) <= 200
    is_scale = chapter_of_table(passage.chapter, around) is Chapter.SCALE
    return (
        4 * is_percent
        + (len(scale.rows) >= 4)
        + 3 * (not _OF_A_VALUE.search(words))
        + 2 * is_scale
        + bool(_OF_ACHIEVEMENT.search(words))
    )


def _header_cells(block: object) -> Iterator[Cell]:
    if isinstance(block, Table):
        yield from (cell for row in block.header for cell in row.cells)


def _rows(table: Table) -> tuple[tuple[str, str, Place], ...]:
    """Condition, word and place of each row; nothing where the table is no scale."""
    found = []
    body = [row for row in table.rows if any(plain(cell.content).strip() for cell in row.cells)]
    for row in body:
        texts = [" ".join(plain(cell.content).split()) for cell in row.cells]
        spots = [spot for spot, text in enumerate(texts) if read_condition(text)]
        word = _word(texts, spots[0]) if spots else ""
        if word:
            found.append((texts[spots[0]], word, _place(row.cells[spots[0]], table)))
    # A scale is short and has little else in it; a table of indicators with one "≥ 91" as a target is none.
    is_scale = LEAST_ROWS <= len(found) <= 12 and 3 * len(found) >= 2 * len(body)
    return tuple(found) if is_scale and len({word for _, word, _ in found}) == len(found) else ()


def _word(texts: list[str], spot: int) -> str:
    """The class beside its condition: the first cell of words after it, or else the last before it."""
    after = [text for text in texts[spot + 1 :] if _is_word(text)]
    before = [text for text in texts[:spot] if _is_word(text)]
    return after[0] if after else before[-1] if before else ""


def _is_word(text: str) -> bool:
    return bool(re.search(r"[^\W\d_]", text)) and len(text) <= 80 and not read_condition(text)


def _place(cell: Cell, table: Table) -> Place:
    run = next((inline.place for inline in cell.content if isinstance(inline, Text) and inline.place), None)
    return cell.place or run or table.place or Place(table=table.number)


def _scale(rows: tuple[tuple[str, str, Place], ...], table: Table) -> ReadScale:
    found = [condition for text, _, _ in rows if (condition := read_condition(text))]
    words = [word for _, word, _ in rows]
    return ReadScale(
        rows=rows,
        scale=_rating_scale(found, words, title=table.caption or "Skala penilaian laporan"),
        place=table.place or rows[0][2],
        is_regulation=_is_regulation(found),
    )


def _is_regulation(found: list[Condition]) -> bool:
    """Whether the classes are those of the regulation, gaps included; the outer ends may be left open."""
    if len(found) != len(_REGULATION):
        return False
    for place, (low, high) in zip(falling(found), _REGULATION, strict=True):
        here = found[place]
        is_low = here.low == low or (low == 0 and here.low is None)
        is_high = here.high == high or (high == 100 and here.high is None)
        if not (is_low and is_high):
            return False
    return True


def _rating_scale(found: list[Condition], words: list[str], *, title: str) -> RatingScale | None:
    """The scale of rows that leave nothing open: no gap, no overlap, no end, and bounds that all fall to one side."""
    order = falling(found)
    ordered = [found[place] for place in order]
    is_whole = ordered[0].high is None and (ordered[-1].low is None or ordered[-1].low == Decimal(0))
    sides = {condition.includes_low for condition in ordered[:-1]}
    if not is_whole or len(sides) != 1 or any(gaps(found)) or any(overlaps(found)):
        return None
    bands = tuple(Band(words[place], found[place].low) for place in order[:-1])
    citation = Citation("Skala yang dicetak dalam laporan", "", Certainty.OWN)
    try:
        return RatingScale(
            name="laporan",
            title=title,
            bands=(*bands, Band(words[order[-1]], None)),
            citation=citation,
            bound_opens_band=sides.pop(),
        )
    except MisorderedScaleError:
        return None
