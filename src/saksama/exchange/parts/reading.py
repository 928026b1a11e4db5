"""Read a part that somebody sends back: what it says now, and what it was made from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from saksama.documents.readers.spreadsheet import read_workbook
from saksama.documents.readers.spreadsheet_cells import Sheet, Workbook
from saksama.documents.readers.unreadable import UnreadableFileError
from saksama.exchange.parts.names import ORIGIN_SHEET, PART_SHEET
from saksama.exchange.parts.origin import Origin, read_origin
from saksama.exchange.problem import Problem, Problems
from saksama.exchange.reading import read_sheets
from saksama.kernel.provenance import Place
from saksama.kernel.record import PerformanceRecord


@dataclass(frozen=True, slots=True)
class ReadPart:
    """A part: its record, or `None` where a problem is an error; its origin, or `None` where it is no part of ours."""

    record: PerformanceRecord | None
    origin: Origin | None
    problems: tuple[Problem, ...]


def read_part(path: Path, folder: Path) -> ReadPart:
    """Read a part. What it hides is no news; the PDF files that it names lie in `folder`."""
    problems = Problems()
    try:
        workbook = read_workbook(path)
    except UnreadableFileError as error:
        problems.error(error.place, error.found, error.expected, error.remedy)
        return ReadPart(None, None, tuple(problems.found))
    origin = next((read_origin(_texts(sheet)) for sheet in workbook.sheets if sheet.name == ORIGIN_SHEET), None)
    sheets = [_shown(sheet) for sheet in workbook.sheets if sheet.name not in (ORIGIN_SHEET, PART_SHEET)]
    reading = read_sheets(Workbook(tuple(sheets)), Place(file=str(folder / path.name)))
    return ReadPart(reading.record, origin, reading.problems)


def _texts(sheet: Sheet) -> Sequence[str]:
    cells = sorted((row, cell.value) for (row, column), cell in sheet.cells.items() if column == 1)
    return [value for _row, value in cells if isinstance(value, str)]


def _shown(sheet: Sheet) -> Sheet:
    return replace(sheet, hidden=False, hidden_rows=frozenset())
