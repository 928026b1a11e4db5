"""Turn a workbook that is being written into somebody's part: his rows in view, what he owes, its origin."""

from dataclasses import dataclass
from typing import Any

from saksama.exchange.fields import Layout
from saksama.exchange.parts.names import ORIGIN_SHEET, PART_SHEET
from saksama.exchange.parts.origin import Origin, write_origin
from saksama.exchange.parts.responsible import Share
from saksama.exchange.placement import Placements, quoted
from saksama.exchange.sheets.catalogue import SHEETS, START_SHEET
from saksama.exchange.styles import DARK, HEADING, LINE, LINK, PURPOSE, TITLE, Properties, Styles

_TEXT: Properties = (("border", 1), ("border_color", LINE), ("text_wrap", True), ("valign", "top"))


@dataclass(frozen=True, slots=True)
class Part:
    """What a part shows: whose share it is, what he still owes (sheet, subject, what), and the rows it came from."""

    share: Share
    owed: tuple[tuple[str, str, str], ...]
    origin: Origin


def write_part(book: Any, style: Styles, places: Placements, part: Part) -> None:
    """Hide what is others', and add the sheet that tells what to do and the hidden one with the origin."""
    for sheet in SHEETS:
        worksheet = book.get_worksheet_by_name(sheet.name)
        shown = part.share.rows.get(sheet.identifier)
        if shown is None:
            worksheet.hide()
        elif sheet.layout is Layout.TABLE:
            place = places[sheet.identifier]
            for number in range(place.filled):
                if number not in shown:
                    worksheet.set_row(place.first_row + number, None, None, {"hidden": True})
    _write_task(book, style, part)
    book.get_worksheet_by_name(START_SHEET).hide()
    origin = book.add_worksheet(ORIGIN_SHEET)
    for row, text in enumerate(write_origin(part.origin)):
        origin.write_string(row, 0, text)
    origin.very_hidden()


def _write_task(book: Any, style: Styles, part: Part) -> None:
    sheet = book.get_worksheet_by_name(PART_SHEET)
    for column, width in enumerate((4, 18, 60, 44)):
        sheet.set_column(column, column, width)
    sheet.set_row(0, 30)
    sheet.write_string(0, 1, f"Bagian {part.share.who}", style(TITLE))
    steps = (
        "Berkas ini hanya memperlihatkan baris Anda. Isilah sel kuning, simpan, lalu kirimkan kembali berkas ini.",
        "Menambah baris boleh, di bawah baris terakhir. Nama berkas boleh diganti; judul kolom dan kode jangan diubah.",
    )
    for row, text in enumerate(steps, 1):
        sheet.write_string(row, 1, text, style(PURPOSE))
    sheet.write_string(4, 1, "Lembar", style(HEADING))
    sheet.write_string(4, 2, "Tentang", style(HEADING))
    sheet.write_string(4, 3, f"Yang belum diisi ({len(part.owed)})", style(HEADING))
    names = {described.name for described in SHEETS if described.identifier in part.share.rows}
    for row, (name, subject, missing) in enumerate(part.owed, 5):
        if name in names:
            sheet.write_url(row, 1, f"internal:{quoted(name)}!A1", style((*_TEXT, *LINK)), name)
        else:
            sheet.write_string(row, 1, name, style(_TEXT))
        sheet.write_string(row, 2, subject, style(_TEXT))
        sheet.write_string(row, 3, missing, style(_TEXT))
    if not part.owed:
        sheet.write_string(5, 1, "Tidak ada; periksalah isinya.", style(PURPOSE))
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_tab_color(DARK)
    sheet.activate()
    sheet.set_first_sheet()
