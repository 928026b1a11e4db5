"""An export of the budget system (LRA, rekap of SIPD) → appropriation and expenditure of programmes and below."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from saksama.documents.readers.spreadsheet import read_workbook
from saksama.documents.readers.spreadsheet_cells import Sheet, cell_name
from saksama.documents.readers.unreadable import UnreadableFileError
from saksama.exchange.problem import Problems
from saksama.exchange.spending_export.amounts import read_amount
from saksama.exchange.spending_export.codes import Code
from saksama.exchange.spending_export.columns import Measure, MoneyColumns, money_columns
from saksama.exchange.spending_export.cut_off import stated_cut_off
from saksama.exchange.spending_export.heading import Heading, find_heading, named_agency, scale_of, stated_year
from saksama.exchange.spending_export.identity import TOTAL, identity, name_column
from saksama.kernel.provenance import Place
from saksama.language.messages import _


@dataclass(frozen=True, slots=True)
class Money:
    """Appropriation and expenditure in rupiah; `None` where the export does not say."""

    appropriation: Decimal | None = None
    expenditure: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ExportLine:
    """A row with money: what its code names, its text, its money, and the cell of its name or code."""

    code: Code
    name: str
    money: Money
    place: Place
    unit: str = ""
    named: tuple[tuple[str, str], ...] = ()
    """The codes on the row that a name of their own follows, with it."""


@dataclass(frozen=True, slots=True)
class SpendingExport:
    """What was read of an export: the year's lines in their order, its stated total, and the columns that were used."""

    sheet: str
    year: int
    stated_year: int | None
    """What its titles say; `year` is another where another was asked for."""
    lines: tuple[ExportLine, ...]
    total: ExportLine | None
    columns: tuple[MoneyColumns, ...]
    scale: int
    units: dict[str, str] = field(default_factory=dict)
    agency: tuple[str, int] | None = None
    """The agency that the titles name, and the row."""
    cut_off: tuple[date, Place] | None = None
    """The last day whose expenditure counts, and where it is stated."""

    @property
    def has_codes(self) -> bool:
        """Whether rows carry codes of the nomenclature."""
        return any(line.code.node for line in self.lines)


def read_export(path: Path, *, year: int | None, problems: Problems) -> SpendingExport | None:
    """The sheet of the file that holds money; `None` with an error where there is none. `year` overrules its titles."""
    try:
        workbook = read_workbook(path)
    except UnreadableFileError as error:
        problems.error(error.place, error.found, error.expected, error.remedy)
        return None
    found: list[tuple[Sheet, Heading]] = []
    for sheet in workbook.sheets:
        heading = None if sheet.hidden else find_heading(sheet)
        if heading is not None:
            found.append((sheet, heading))
    if not found:
        problems.error(
            Place(file=str(path)),
            _("tidak ada tabel dengan judul kolom seperti Kode, Uraian, Anggaran dan Realisasi"),
            _("ekspor LRA atau rekap dari SIPD"),
            _("Pilih berkas lain, atau buat ekspornya sebagai xlsx"),
        )
        return None
    read = [export for sheet, heading in found if (export := _read_sheet(sheet, heading, year, problems))]
    if len(read) > 1:
        listed = ", ".join(export.sheet for export in read)
        several = _("beberapa lembar dengan uang ({sheets})").format(sheets=listed)
        remedy = _("Sembunyikan atau hapus lembar yang tidak dimaksud, lalu ulangi")
        problems.error(Place(sheet=read[1].sheet), several, _("satu lembar"), remedy)
        return None
    return read[0] if read else None


def _read_sheet(sheet: Sheet, heading: Heading, wished: int | None, problems: Problems) -> SpendingExport | None:
    stated = stated_year(heading)
    year = wished or (stated[0] if stated else None)
    if year is None:
        found = _("ekspor yang tahunnya tidak tertulis di atas tabel")
        problems.error(Place(sheet=sheet.name), found, _("satu tahun anggaran"), _("Sebutkan tahunnya dengan --year"))
        return None
    at = (sheet.name, heading.first_row)
    before = len(problems.found)
    columns = [
        of_measure
        for measure in Measure
        if (of_measure := money_columns(heading.paths, measure, year, heading=at, problems=problems))
    ]
    if not columns:
        if len(problems.found) == before:
            found = _("tabel tanpa kolom anggaran atau realisasi tahun {year}").format(year=year)
            remedy = _("Periksa judul kolomnya, dan tahun yang diminta")
            problems.error(
                Place(sheet=sheet.name, cell=cell_name(heading.first_row, 1)), found, _("Pagu dan realisasi"), remedy
            )
        return None
    scale = scale_of(heading, tuple(position for column in columns for position in column.columns))
    lines = _lines(sheet, heading, columns, scale=scale, problems=problems)
    totals = [line for line in lines if not line.code.node and TOTAL.fullmatch(" ".join(line.name.split()))]
    units = {code: name for line in lines for code, name in line.named if code == line.code.unit}
    kept = tuple(line for line in lines if line not in totals)
    has_expenditure = any(column.measure is Measure.EXPENDITURE for column in columns)
    cut_off = stated_cut_off(heading.titles, sheet.name, year, problems) if has_expenditure else None
    return SpendingExport(
        sheet.name,
        year,
        stated[0] if stated else None,
        kept,
        totals[-1] if totals else None,
        tuple(columns),
        scale,
        units,
        named_agency(heading),
        cut_off,
    )


def _lines(
    sheet: Sheet, heading: Heading, columns: Sequence[MoneyColumns], *, scale: int, problems: Problems
) -> list[ExportLine]:
    first_amount = min(position for column in columns for position in column.columns)
    names_at = name_column(heading, first_amount)
    lines: list[ExportLine] = []
    unit = ""  # of the rows below its own
    for row in sorted({row for row, _column in sheet.cells if row > heading.last_row}):
        texts = {
            column: cell.text.strip()
            for column in range(1, first_amount)
            if (cell := sheet.cells.get((row, column))) is not None and cell.text.strip()
        }
        money = Money(**{column.measure.value: _amount(sheet, row, column, scale, problems) for column in columns})
        code, name, named = identity(texts, names_at)
        unit = code.unit or unit
        if not texts or not (code.node or code.unit or name) or (money == Money() and not (code.node or code.unit)):
            continue
        place = Place(sheet=sheet.name, cell=f"{row}:{row}")
        lines.append(ExportLine(code, name, money, place, unit if code.node else code.unit, named))
    return lines


def _amount(sheet: Sheet, row: int, column: MoneyColumns, scale: int, problems: Problems) -> Decimal | None:
    """The sum of the stated amounts; a kind of expenditure that is empty beside others that are not adds nothing."""
    amounts = [
        read_amount(
            sheet.cells.get((row, position)),
            Place(sheet=sheet.name, cell=cell_name(row, position)),
            scale=scale,
            problems=problems,
        )
        for position in column.columns
    ]
    stated = [amount for amount in amounts if amount is not None]
    return sum(stated, Decimal(0)) if stated else None
