"""The tables of a document with what stands around them: headings, caption, and what separates two of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from saksama.documents.document import Block, Document, Figure, Heading, PageBreak, Paragraph, Table, plain
from saksama.kernel.provenance import Place
from saksama.understanding.agreements import AgreementSection
from saksama.understanding.chapters import Passage, chapter_of_table, passages
from saksama.understanding.grid import Grid, grid
from saksama.understanding.reading import Chapter

_NUMBER = r"(?P<number>tabel\.?\s*(?:[a-z]{0,2}\d+|[ivxlc]+)(?:\s?[.\-–]\s?(?:\d+|[a-z]\b))*)"
_CAPTION = re.compile(rf"(?:lanjutan\s+)?{_NUMBER}[\s.:)\-–]*(?P<title>.*)", re.IGNORECASE | re.DOTALL)
_CONTINUED = re.compile(r"\blanjutan\b|\bsambungan\b", re.IGNORECASE)
_PLAN_TITLE = re.compile(r"rencana\s+kerja(?:\s+tahunan)?\b(?!.*[.;]$)|rkt\b|renja\b", re.IGNORECASE)
"""The title of a plan that is bound behind a report."""
_FURNITURE = re.compile(r"(hal(aman)?\.?\s*)?[-–|\s]*([ivxlc]+|\d+)[-–|\s]*(dari \d+)?", re.IGNORECASE)
_LONGEST_CAPTION = 300
_LONGEST_RUNNING = 120
_PAGES_OF_RUNNING = 4
_NEAREST = 3
"""A caption stands in one of so many lines above its table."""


@dataclass(frozen=True, slots=True)
class LocatedTable:
    """A table's grid with its caption, headings and role. `follows` says that only page furniture separates it from
    the table before; `is_continued` that its caption says so ("Lanjutan Tabel 3.1").
    """

    grid: Grid
    number: str
    caption: str
    chapter: Chapter
    headings: tuple[str, ...]
    place: Place
    pages: tuple[int, ...]
    follows: bool = False
    is_continued: bool = False
    holder: str = ""  # the official below the head whose agreement it stands in


def located_tables(document: Document) -> Iterator[LocatedTable]:
    """Every table in reading order; tables inside cells follow the one that holds them."""
    found = tuple(passages(document))
    furniture = _running_lines(found)
    above: list[str] = []
    follows = False
    agreement = AgreementSection()
    for passage in found:
        block = passage.block
        match block:
            case Table():
                yield _of_agreement(_located(block, passage, above, follows=follows), agreement)
                agreement.read_table(block)
                inner = tuple(_inside(block))
                yield from (_located(table, passage, [], follows=False) for table in inner)
                above, follows = [], not inner
            case PageBreak():
                pass
            case Figure() if not block.number and not block.caption:
                pass  # an ornament of the page
            case Paragraph() | Heading():
                line = _line(block)
                if isinstance(block, Heading) and block.level == 1:
                    agreement.end()
                agreement.read_line(line)
                if line and not _is_furniture(line, furniture):
                    above.append(line)
                    follows = False
            case _:
                above, follows = [], False


def _of_agreement(table: LocatedTable, agreement: AgreementSection) -> LocatedTable:
    """The table, knowing in whose agreement it stands; what has no chapter is that agreement."""
    if not agreement.title:
        return table
    is_known = any(agreement.title in heading for heading in table.headings)
    return replace(
        table,
        chapter=Chapter.AGREEMENT if table.chapter is Chapter.UNKNOWN else table.chapter,
        headings=table.headings if is_known else (*table.headings, agreement.title),
        holder=agreement.holder,
    )


def _line(block: Block) -> str:
    match block:
        case Heading():
            return f"{block.number} {block.text}".strip()
        case Paragraph():
            return plain(block.content).strip()
        case _:
            return ""


def _running_lines(found: tuple[Passage, ...]) -> frozenset[str]:
    """Short lines that come back on page after page with nothing but the page number changed; no whole sentences."""
    pages: dict[str, set[int]] = {}
    for passage in found:
        block = passage.block
        if isinstance(block, Paragraph) and block.place is not None and block.place.page is not None:
            line = _line(block)
            if line and len(line) < _LONGEST_RUNNING and not line.endswith((".", ":")):
                pages.setdefault(_without_digits(line), set()).add(block.place.page)
    return frozenset(
        line for line, places in pages.items() if len(places) >= _PAGES_OF_RUNNING and not _CAPTION.match(line)
    )


def _without_digits(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.lower().split()))


def _is_furniture(line: str, running: frozenset[str]) -> bool:
    return bool(_FURNITURE.fullmatch(line)) or _without_digits(line) in running


def _inside(table: Table) -> Iterator[Table]:
    for row in (*table.header, *table.rows):
        for cell in row.cells:
            for inner in cell.tables:
                yield inner
                yield from _inside(inner)


def _located(table: Table, passage: Passage, above: list[str], *, follows: bool) -> LocatedTable:
    number, caption = table.number, table.caption
    is_continued = bool(_CONTINUED.search(caption))
    if not number and not caption:
        number, caption, is_continued = _caption_above(above)
    file = table.place.file if table.place else ""
    cells = grid(table, name=number or caption, file=file)
    if not number:
        cells, number, caption = _caption_inside(cells, number, caption)
    pages = sorted({slot.place.page for line in cells.lines for slot in line if slot.place.page is not None})
    place = table.place or Place(file=file, page=pages[0] if pages else None, table=number)
    if number and not place.table:
        place = replace(place, table=number)
    return LocatedTable(
        grid=cells,
        number=number,
        caption=caption,
        chapter=chapter_of_table(passage.chapter, caption),
        headings=passage.headings,
        place=place,
        pages=tuple(pages),
        follows=is_continued or (follows and not number and not caption),
        is_continued=is_continued,
    )


def _caption_above(above: list[str]) -> tuple[str, str, bool]:
    """Number, title and whether it is a continuation, from the lines just above the table."""
    for back in range(1, min(_NEAREST, len(above)) + 1):
        line = above[-back]
        found = _CAPTION.match(line)
        if found and len(line) <= _LONGEST_CAPTION:
            title = " ".join((found["title"], *above[len(above) - back + 1 :])).split()
            return _tidy(found["number"]), " ".join(title), bool(_CONTINUED.search(line))
    for line in above[: -_NEAREST - 1 : -1]:
        if _PLAN_TITLE.match(line) and len(line) <= _LONGEST_RUNNING:
            return "", line, False
    return "", "", bool(above and len(above[-1]) < 60 and _CONTINUED.search(above[-1]))


def _caption_inside(cells: Grid, number: str, caption: str) -> tuple[Grid, str, str]:
    """A caption that stands in a first row over the whole width."""
    if len(cells.lines) > 1 and len({slot.text for slot in cells.lines[0] if slot.text}) == 1:
        text = next(slot.text for slot in cells.lines[0] if slot.text)
        found = _CAPTION.match(text)
        if found:
            rest = Grid(cells.lines[1:], cells.kinds[1:], max(0, cells.header - 1))
            return rest, _tidy(found["number"]), " ".join(found["title"].split())
    return cells, number, caption


def _tidy(number: str) -> str:
    """ "Tabel. 3.2" and "TABEL 3.2" as "Tabel 3.2"."""
    word, rest = number[:5], number[5:].lstrip(". ")
    return f"{word.capitalize()} {''.join(rest.split())}"
