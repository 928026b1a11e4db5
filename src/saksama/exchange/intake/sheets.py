"""Which tab is which sheet, and which column is which field: by name, by near name, then by what the headings say."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from saksama.documents.readers.spreadsheet_cells import Sheet as Tab
from saksama.documents.readers.spreadsheet_cells import Workbook, cell_name
from saksama.exchange.fields import Column, Field, Layout, Sheet
from saksama.exchange.parts.names import ORIGIN_SHEET, PART_SHEET
from saksama.exchange.problem import Problems
from saksama.exchange.sheets.catalogue import LIST_SHEET, SHEETS, START_SHEET
from saksama.kernel.provenance import Place
from saksama.language.messages import _

_NEAR = 0.82
"""How alike two headings must be to be the same; "Kode indikator" and "Kode indikator kinerja" are 0.78."""
_LAST_HEADING_ROW = 60
_SHARE_OF_HEADINGS = 0.6
"""So many of a sheet's headings tell it under any name."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def folded(text: str) -> str:
    """A heading without what nobody means by it: case, blanks, marks around it."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).strip(" *:.")


def _likeness(first: str, second: str) -> float:
    if first and second and (first in second or second in first):
        return max(len(first), len(second)) and 1 - abs(len(first) - len(second)) / (2 * max(len(first), len(second)))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def find_sheets(workbook: Workbook, problems: Problems) -> dict[str, Tab]:
    """The tab of each sheet by the sheet's identifier. Tabs that are no sheet of ours are noted."""
    found: dict[str, Tab] = {}
    own = {folded(name) for name in (START_SHEET, LIST_SHEET, PART_SHEET, ORIGIN_SHEET)}
    left = [tab for tab in workbook.sheets if folded(tab.name) not in own]
    for sheet in SHEETS:
        tab = next((tab for tab in left if folded(tab.name) == folded(sheet.name)), None)
        if tab:
            found[sheet.identifier] = tab
            left.remove(tab)
    for sheet in SHEETS:
        if sheet.identifier not in found:
            tab = max(left, key=lambda tab, sheet=sheet: _resemblance(sheet, tab), default=None)  # type: ignore[misc]
            if tab is not None and _resemblance(sheet, tab) > 0:
                note = _('lembar "{tab}", dibaca sebagai lembar {sheet}').format(tab=tab.name, sheet=sheet.name)
                problems.note(Place(sheet=tab.name), note, "", _("Kembalikan namanya bila memang lembar itu"))
                found[sheet.identifier] = tab
                left.remove(tab)
    for tab in left if found else ():
        problems.note(Place(sheet=tab.name), _("lembar tambahan, yang tidak dibaca"))
    for tab in found.values():
        if tab.hidden:
            problems.note(Place(sheet=tab.name), _("lembar tersembunyi, yang ikut dibaca"))
    return found


def _resemblance(sheet: Sheet, tab: Tab) -> float:
    """How much a tab of another name resembles the sheet; 0 where it does not."""
    if sheet.layout is Layout.KEY_VALUE:
        texts = {folded(text) for _position, text in _texts(tab, _LAST_HEADING_ROW)}
        wanted = {folded(field.heading) for field in sheet.fields}
        share = len(wanted & texts) / len(wanted)
    else:
        wanted = {folded(field.heading) for field in sheet.fields if not (field.is_computed or field.is_later)}
        best = max((_known(texts.values(), wanted) for texts in _rows_of_texts(tab).values()), default=0)
        share = best / len(wanted)
    named = _likeness(folded(sheet.name), folded(tab.name)) >= _NEAR
    needed = 0.3 if named else _SHARE_OF_HEADINGS
    return share + named if share >= needed else 0


def _known(texts: Iterable[str], wanted: set[str]) -> int:
    return len({_without_year(folded(text)) for text in texts} & wanted)


def _without_year(text: str) -> str:
    return _YEAR.sub("{year}", text)


def _texts(tab: Tab, last_row: int) -> list[tuple[tuple[int, int], str]]:
    return [
        (position, cell.value)
        for position, cell in tab.cells.items()
        if position[0] <= last_row and isinstance(cell.value, str) and cell.value.strip()
    ]


def _rows_of_texts(tab: Tab) -> dict[int, dict[int, str]]:
    rows: dict[int, dict[int, str]] = {}
    for (row, column), text in _texts(tab, _LAST_HEADING_ROW):
        rows.setdefault(row, {})[column] = text
    return rows


@dataclass(frozen=True, slots=True)
class Headings:
    """The heading row of a table, the last row that it covers, and the field of each column."""

    row: int
    last_row: int
    columns: Mapping[int, Column]


def find_headings(sheet: Sheet, tab: Tab, problems: Problems) -> Headings | None:
    """The headings of a table; `None` with an error where there are none. Strange and missing columns are reported."""
    wanted = {folded(field.heading) for field in sheet.fields}
    rows = _rows_of_texts(tab)
    best = max(rows, key=lambda row: (_known(rows[row].values(), wanted), -row), default=0)
    known = _known(rows[best].values(), wanted) if best else 0
    if known < min(2, len(wanted)):
        _report_headless(sheet, tab, problems)
        return None
    last = max(
        [best, *(merge.last_row for merge in tab.merges if merge.first_row == best and merge.last_row < best + 4)]
    )
    columns = _match_columns(sheet, tab, best, rows[best], problems=problems)
    _report_strangers(tab, best, last, rows[best], columns=columns, problems=problems)
    _report_missing(sheet, tab, best, columns.values(), problems=problems)
    return Headings(best, last, columns)


def _report_headless(sheet: Sheet, tab: Tab, problems: Problems) -> None:
    some = ", ".join(field.heading for field in sheet.fields if not field.is_computed and not field.per_year)
    found = _("lembar tanpa baris judul kolom")
    expected = _("baris judul dengan kolom {headings}").format(headings=some)
    if sheet.is_optional:  # the planner's own sheet may happen to have the name
        remedy = _("Salin baris judul dari templat, atau ganti nama lembar itu bila bukan isian Saksama")
        problems.question(Place(sheet=tab.name), found, expected, remedy)
    else:
        remedy = _("Salin baris judul dari templat: saksama template data.xlsx")
        problems.error(Place(sheet=tab.name), found, expected, remedy)


def _column(sheet: Sheet, text: str) -> Column | None:
    plain = folded(text)
    years = _YEAR.findall(plain)
    for field in sheet.fields:
        if field.per_year and len(years) == 1 and folded(field.heading) == _without_year(plain):
            return Column(field, int(years[0]))
        if not field.per_year and folded(field.heading) == plain:
            return Column(field)
    return None


def _match_columns(
    sheet: Sheet, tab: Tab, row: int, texts: Mapping[int, str], *, problems: Problems
) -> dict[int, Column]:
    columns: dict[int, Column] = {}
    taken: dict[str, int] = {}
    strangers: dict[int, str] = {}
    for position in sorted(texts):
        column = _column(sheet, texts[position])
        if column is None:
            strangers[position] = texts[position]
        elif column.key in taken:
            _report_twice(tab, row, column, (taken[column.key], position), problems=problems)
        else:
            columns[position] = column
            taken[column.key] = position
    for position, text in strangers.items():
        near = _near_column(sheet, text, taken)
        if near:
            columns[position] = near
            taken[near.key] = position
            place = Place(sheet=tab.name, cell=cell_name(row, position))
            found = _('kolom "{text}", dibaca sebagai {heading}').format(text=text, heading=near.heading)
            problems.note(place, found, "", _("Kembalikan judulnya bila memang kolom itu"))
    return columns


def _report_twice(tab: Tab, row: int, column: Column, places: tuple[int, int], *, problems: Problems) -> None:
    if column.field.is_computed or not any(position[1] == places[1] and position[0] > row for position in tab.cells):
        return
    place = Place(sheet=tab.name, cell=cell_name(row, places[1]))
    found = _('kolom "{heading}" yang juga ada di {first}').format(
        heading=column.heading, first=cell_name(row, places[0])
    )
    expected = _("satu kolom untuk setiap judul")
    problems.error(place, found, expected, _("Hapus salah satunya, atau ganti judulnya"))


def _near_column(sheet: Sheet, text: str, taken: Mapping[str, int]) -> Column | None:
    """The only free column whose heading is nearly the text; years must be the same."""
    years = _YEAR.findall(text)
    free: list[tuple[float, Column]] = []
    for field in sheet.fields:
        if field.per_year != (len(years) == 1) or field.is_computed:
            continue
        column = Column(field, int(years[0])) if field.per_year else Column(field)
        if column.key not in taken:
            free.append((_likeness(folded(text), folded(column.heading)), column))
    free.sort(key=lambda pair: -pair[0])
    if not free or free[0][0] < _NEAR or (len(free) > 1 and free[0][0] - free[1][0] < 0.05):
        return None
    return free[0][1]


def _report_strangers(
    tab: Tab, row: int, last_row: int, texts: Mapping[int, str], *, columns: Mapping[int, Column], problems: Problems
) -> None:
    filled = Counter(
        position[1] for position, cell in tab.cells.items() if position[0] > last_row and cell.value not in (None, "")
    )
    for position, text in sorted(texts.items()):
        if position not in columns and filled[position]:
            place = Place(sheet=tab.name, cell=cell_name(row, position))
            problems.note(place, _('kolom tambahan "{text}", yang tidak dibaca').format(text=" ".join(text.split())))


def _report_missing(sheet: Sheet, tab: Tab, row: int, columns: Iterable[Column], *, problems: Problems) -> None:
    present = {column.field.identifier for column in columns}
    missing: Sequence[Field] = [
        field for field in sheet.fields if field.identifier not in present and not (field.is_computed or field.is_later)
    ]
    for field in missing:
        heading = field.heading.replace(" {year}", "")
        place = Place(sheet=tab.name, cell=f"{row}:{row}")
        found = _('lembar tanpa kolom "{heading}"').format(heading=heading)
        if field.required and not field.when and not field.unless:
            remedy = _("Kembalikan kolom itu dengan judul yang sama seperti di templat")
            problems.error(place, found, _('kolom "{heading}"').format(heading=heading), remedy)
        else:
            problems.note(place, found, "", _("Kolom itu dianggap kosong; kembalikan bila diperlukan"))
