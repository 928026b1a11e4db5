"""One sheet of a workbook: its cells, merges and what is hidden."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from math import isfinite

from saksama.documents.readers.office_package import Package
from saksama.documents.readers.spreadsheet_cells import (
    MAXIMUM_COLUMN,
    MAXIMUM_ROW,
    CellRange,
    Sheet,
    SheetCell,
    cell_position,
    cell_range,
)
from saksama.documents.readers.spreadsheet_formats import GENERAL, ErrorValue, date_of, is_date_format
from saksama.documents.readers.spreadsheet_package import element_names
from saksama.documents.readers.spreadsheet_pictures import read_pictures
from saksama.language.messages import _

_ELEMENTS = element_names("row", "c", "v", "f", "is", "t", "rPh", "mergeCell", "col")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
MAXIMUM_CELLS = 2_000_000
_EXACT_DIGITS = 15
"""So many digits of a whole number a double holds without loss."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the cells of every sheet refer to: shared texts, number formats by style, and the date system."""

    texts: Sequence[str]
    formats: Sequence[str]
    from_1904: bool


def unescaped(text: str) -> str:
    """A text with the characters that XML cannot hold put back (ST_Xstring): "_x000D_" is a carriage return."""
    return _ESCAPED.sub(_character, text) if "_x" in text else text


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return found[0] if 0xD800 <= code <= 0xDFFF else chr(code)


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _EXACT_DIGITS else None


def exact_number(text: str) -> Decimal | None:
    """The shortest decimal that is the same double: "67.5" → 67.5, "0.93279999999999996" → 0.9328."""
    whole = _whole(text)
    if whole is not None:
        return Decimal(whole)
    try:
        number = float(text)
    except ValueError:
        return None
    if not isfinite(number):
        return None
    shortest = Decimal(repr(number))
    if shortest == shortest.to_integral_value() and abs(number) < 1e22:
        return Decimal(int(shortest))
    return shortest


def read_sheet(package: Package, part: str, name: str, *, hidden: bool, around: Surroundings, room: int) -> Sheet:
    """Read a sheet. Raises `UnreadableFileError` where it has more than `room` cells."""
    reading = _SheetReading(around, room, package)
    package.parse(part, reading.start, reading.end, reading.text)
    hidden_rows, hidden_columns = frozenset(reading.hidden_rows), frozenset(reading.hidden_columns)
    pictures = read_pictures(package, part)
    return Sheet(name, hidden, reading.cells, tuple(reading.merges), hidden_rows, hidden_columns, pictures)


class _SheetReading:
    """The state while the XML of one sheet runs by."""

    def __init__(self, around: Surroundings, room: int, package: Package) -> None:
        self.cells: dict[tuple[int, int], SheetCell] = {}
        self.merges: list[CellRange] = []
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[int] = []
        self._around = around
        self._room = room
        self._package = package
        self._masters: dict[str, str] = {}
        self._row = 0
        self._column = 0
        self._attributes: dict[str, str] = {}
        self._formula: dict[str, str] | None = None
        self._collected: list[str] | None = None
        self._value: str | None = None
        self._inline: list[str] | None = None
        self._formula_text = ""
        self._is_phonetic = False

    def start(self, element: str, attributes: dict[str, str]) -> None:
        match _ELEMENTS.get(element):
            case "c":
                self._open_cell(attributes)
            case "v":
                self._collected = []
            case "f":
                self._collected = []
                self._formula = attributes
            case "is":
                self._inline = []
            case "t" if self._inline is not None and not self._is_phonetic:
                self._collected = []
            case "rPh":
                self._is_phonetic = True
            case "row":
                number = _whole(attributes.get("r", ""))
                self._row = self._row + 1 if number is None else number
                self._column = 0
                if attributes.get("hidden") in ("1", "true"):
                    self.hidden_rows.append(self._row)
            case "mergeCell":
                merged = cell_range(attributes.get("ref", ""))
                if merged:
                    self.merges.append(merged)
            case "col" if attributes.get("hidden") in ("1", "true"):
                self._hide_columns(attributes)

    def text(self, text: str) -> None:
        if self._collected is not None:
            self._collected.append(text)

    def end(self, element: str) -> None:
        match _ELEMENTS.get(element):
            case "v":
                self._value = "".join(self._collected or ())
                self._collected = None
            case "c":
                self._close_cell()
            case "f":
                self._close_formula("".join(self._collected or ()))
                self._collected = None
            case "t" if self._inline is not None and self._collected is not None:
                self._inline.append("".join(self._collected))
                self._collected = None
            case "rPh":
                self._is_phonetic = False

    def _hide_columns(self, attributes: dict[str, str]) -> None:
        first, last = _whole(attributes.get("min", "")), _whole(attributes.get("max", ""))
        if first is not None and last is not None:
            self.hidden_columns += range(first, min(last, MAXIMUM_COLUMN) + 1)

    def _open_cell(self, attributes: dict[str, str]) -> None:
        self._attributes = attributes
        self._value, self._inline, self._formula, self._formula_text = None, None, None, ""
        position = cell_position(attributes["r"]) if "r" in attributes else None
        if position:
            self._row, self._column = position
        else:  # some programs leave the names of cells out: the next one is meant
            self._column += 1

    def _close_formula(self, text: str) -> None:
        self._formula_text = unescaped(text)
        if self._formula is not None and self._formula.get("t") == "shared":
            group = self._formula.get("si", "")
            if self._formula_text:
                self._masters[group] = self._formula_text
            else:
                self._formula_text = self._masters.get(group, "")

    def _close_cell(self) -> None:
        if self._value is None and self._inline is None and self._formula is None:
            return
        format_code = self._format()
        value = self._typed(format_code)
        if value is None and not self._formula_text:
            return
        if len(self.cells) >= self._room:
            found = _("lebih banyak sel yang terisi daripada itu")
            limit = _("paling banyak {count} sel yang terisi di semua lembar").format(count=MAXIMUM_CELLS)
            self._package.refuse(found, limit, _("Pecah menjadi beberapa buku kerja yang lebih kecil"))
        if 1 <= self._row <= MAXIMUM_ROW and 1 <= self._column <= MAXIMUM_COLUMN:
            self.cells[self._row, self._column] = SheetCell(value, self._formula_text, format_code)

    def _format(self) -> str:
        style, formats = _whole(self._attributes.get("s", "0")), self._around.formats
        return formats[style] if style is not None and style < len(formats) else GENERAL

    def _typed(self, format_code: str) -> Decimal | str | bool | date | datetime | ErrorValue | None:
        kind, raw = self._attributes.get("t", "n"), self._value
        if kind == "inlineStr" or (raw is None and self._inline):
            return unescaped("".join(self._inline or ()))
        if raw is None:
            return None
        match kind:
            case "s":
                number, texts = _whole(raw.strip()), self._around.texts
                return texts[number] if number is not None and number < len(texts) else ErrorValue("", raw)
            case "str":
                return unescaped(raw)
            case "e":
                return ErrorValue(raw.strip() or "#N/A")
            case "b":
                truth = {"1": True, "true": True, "0": False, "false": False}.get(raw.strip().lower())
                return ErrorValue("", raw) if truth is None else truth
            case "d":
                return _iso_date(raw.strip())
            case _:
                return self._number(raw.strip(), format_code)

    def _number(self, raw: str, format_code: str) -> Decimal | date | ErrorValue | None:
        if not raw:
            return None
        number = exact_number(raw)
        if number is None:
            return ErrorValue("", raw)
        if is_date_format(format_code):
            return date_of(number, from_1904=self._around.from_1904) or number
        return number


def _iso_date(raw: str) -> date | datetime | ErrorValue:
    try:
        moment = datetime.fromisoformat(raw)
    except ValueError:
        return ErrorValue("", raw)
    return moment.date() if moment == datetime(moment.year, moment.month, moment.day) else moment  # noqa: DTZ001
