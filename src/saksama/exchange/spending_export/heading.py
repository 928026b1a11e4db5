"""Where the table of an export begins, and what stands above its columns."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from saksama.documents.readers.spreadsheet_cells import Sheet
from saksama.documents.readers.workbook_regions import merged_cells
from saksama.exchange.spending_export.codes import read_code
from saksama.exchange.spending_export.columns import Path, folded
from saksama.kernel.figures import Blank, read_figure

_COLUMN_WORDS = (
    re.compile(r"\bkode\b|rekening"),
    re.compile(r"uraian|\bnama\b|program|kegiatan"),
    re.compile(r"anggaran|\bpagu\b"),
    re.compile(r"realisasi"),
)
_NUMBERING = re.compile(r"\(?\d{1,2}\)?(?:\s*=.*)?")
_LEAST_AMOUNT = 10_000
"""No number of a heading is as large: years have four digits."""
_YEAR_STATED = re.compile(r"(?:tahun(?:\s+anggaran)?|t\.?a\.?)\s*:?\s*(20\d\d)", re.IGNORECASE)
_AGENCY = re.compile(
    r"(?:organisasi|(?:unit )?skpd|opd|(?:satuan kerja )?perangkat daerah)\s*:\s*"
    r"(?:[\d.]+\s*[-–]?\s*)?(?P<name>[^\W\d_].*)",
    re.IGNORECASE,
)
_EVERY = ("semua", "semua skpd", "seluruh skpd", "seluruh perangkat daerah", "semua perangkat daerah")
_ANY_YEAR = re.compile(r"\b20\d\d\b")
_SCALES = (
    (re.compile(r"dalam\s+ribu|ribuan rupiah|\(\s*(?:rp\.?\s*)?(?:ribu|000)\s*(?:rupiah)?\s*\)|rp\.?\s*ribu"), 10**3),
    (re.compile(r"dalam\s+juta|jutaan rupiah|\(\s*(?:rp\.?\s*)?juta\s*(?:rupiah)?\s*\)|rp\.?\s*juta"), 10**6),
    (re.compile(r"dalam\s+mil[iy]ar|mil[iy]aran rupiah|rp\.?\s*mil[iy]ar"), 10**9),
)


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a table: its rows, the path of headings of each column, and the titles above by row."""

    first_row: int
    last_row: int
    paths: Mapping[int, Path]
    titles: Mapping[int, str]


def find_heading(sheet: Sheet) -> Heading | None:
    """The heading of the sheet's table of money; `None` where nothing looks like one."""
    rows = _rows(sheet)
    first = next((row for row, cells in sorted(rows.items()) if _is_heading(cells)), None)
    if first is None:
        return None
    body = next((row for row, cells in sorted(rows.items()) if row > first and _is_body(cells)), None)
    if body is None:
        return None
    titles = {row: " ".join(cells.values()) for row, cells in sorted(rows.items()) if row < first}
    return Heading(first, body - 1, _paths(sheet, first, body - 1), titles)


def _rows(sheet: Sheet) -> dict[int, dict[int, str]]:
    rows: dict[int, dict[int, str]] = {}
    for (row, column), cell in sorted(sheet.cells.items()):
        if cell.text.strip():
            rows.setdefault(row, {})[column] = cell.text.strip()
    return rows


def _is_heading(cells: Mapping[int, str]) -> bool:
    """Whether two kinds of column are named in different cells."""
    named = [
        {number for number, words in enumerate(_COLUMN_WORDS) if words.search(folded(text))} for text in cells.values()
    ]
    kinds = [kinds for kinds in named if kinds]
    return len(kinds) > 1 and len(set().union(*kinds)) > 1 and not any(read_code(text) for text in cells.values())


def _is_body(cells: Mapping[int, str]) -> bool:
    if any((code := read_code(text)) and (code.node or code.unit) for text in cells.values()):
        return True
    return any(_is_large(text) for text in cells.values())


def _is_large(text: str) -> bool:
    figures = read_figure(text)
    return not isinstance(figures, Blank) and abs(min((figure.value for figure in figures), key=abs)) >= _LEAST_AMOUNT


def _paths(sheet: Sheet, first: int, last: int) -> dict[int, Path]:
    merged = merged_cells(sheet)
    columns = {column for (row, column) in sheet.cells if row > last}
    paths: dict[int, Path] = {}
    for column in sorted(columns):
        path: list[str] = []
        for row in range(first, last + 1):
            merge = merged.get((row, column))
            corner = (merge.first_row, merge.first_column) if merge else (row, column)
            cell = sheet.cells.get(corner)
            text = "" if cell is None else cell.text.strip()
            is_repeated = merge is not None and merge.first_row < row and row > first
            if text and not is_repeated and not _NUMBERING.fullmatch(text):
                path.append(text)
        paths[column] = tuple(path)
    return paths


def stated_year(heading: Heading) -> tuple[int, int] | None:
    """The year that the titles name and the row where; `None` where they name none or several."""
    for pattern in (_YEAR_STATED, _ANY_YEAR):
        found = {int(year): row for row, text in heading.titles.items() for year in pattern.findall(text)}
        if len(found) == 1:
            return next(iter(found.items()))
    return None


def named_agency(heading: Heading) -> tuple[str, int] | None:
    """The agency that a title such as "Organisasi: 2.16… Dinas …" names, and the row."""
    found = (
        (match["name"], row)
        for row, text in heading.titles.items()
        if (match := _AGENCY.search(" ".join(text.split()))) and folded(match["name"]) not in _EVERY
    )
    return next(found, None)


def scale_of(heading: Heading, columns: tuple[int, ...]) -> int:
    """The factor of the amounts: what stands above the columns, else in the titles, such as "dalam ribuan rupiah"."""
    above = " ".join(folded(text) for column in columns for text in heading.paths[column])
    for text in (above, " ".join(map(folded, heading.titles.values()))):
        for pattern, factor in _SCALES:
            if pattern.search(text):
                return factor
    return 1
