"""The first sheet: how to fill the workbook, how far it is, what is missing and from whom."""

from typing import Any

from saksama.exchange.fields import Role
from saksama.exchange.placement import quoted
from saksama.exchange.progress import Requirement, totals
from saksama.exchange.sheets.catalogue import SHEETS, START_SHEET
from saksama.exchange.styles import (
    COMPUTED,
    DARK,
    GREY,
    HEADING,
    LINE,
    LINK,
    MUTED,
    PURPOSE,
    TITLE,
    YELLOW,
    Properties,
    Styles,
    role_tint,
)

_STEPS = (
    "Isi lembar dari kiri ke kanan. Sel kuning wajib diisi; sel abu-abu dihitung sendiri.",
    "Bagikan kepada yang tahu: di atas setiap judul kolom tertulis dari siapa isinya.",
    (
        "Menempel (Tempel Khusus – Nilai), menyisipkan, mengurutkan, dan menghapus baris boleh. Setelah menyisipkan, "
        "salin sel abu-abu dari baris di atasnya (Ctrl+D); tanpa itu pun isinya tetap dibaca."
    ),
    "Yang belum ada angkanya dibiarkan kosong, dengan status dan sebabnya. Jangan menulis 0 untuk yang belum ada.",
    "Simpan, lalu buat laporannya: saksama report berkas.xlsx -o LKjIP.docx. Yang keliru disebut dengan selnya.",
)
_FIRST_STEP = 4
_TABLE_ROW = _FIRST_STEP + len(_STEPS) + 4  # the heading of the progress tables, counted from 0
_FIRST = _TABLE_ROW + 1
_USUAL = tuple(sheet for sheet in SHEETS if not sheet.is_optional)
_OPTIONAL = tuple(sheet for sheet in SHEETS if sheet.is_optional)
_OPTIONAL_HEADING = _FIRST + len(Role) + 8  # beside the table of the usual sheets, below roles and message
_DETAIL_HEADING = max(_FIRST + len(_USUAL), _OPTIONAL_HEADING + 1 + len(_OPTIONAL)) + 4
_DETAIL = _DETAIL_HEADING + 1

_TEXT: Properties = (("border", 1), ("border_color", LINE), ("text_wrap", True))
_COUNT: Properties = (*COMPUTED, ("num_format", "0"), ("align", "center"))
_STEP: Properties = (("text_wrap", True), ("font_size", 11), ("valign", "vcenter"))
_STEP_NUMBER: Properties = (
    ("bold", True),
    ("font_size", 14),
    ("font_color", DARK),
    ("align", "center"),
    ("valign", "vcenter"),
)
_SECTION: Properties = (("bold", True), ("font_size", 13), ("font_color", DARK), ("valign", "vcenter"))
_MESSAGE: Properties = (
    ("text_wrap", True),
    ("bg_color", GREY),
    ("border", 1),
    ("border_color", LINE),
    ("bold", True),
    ("valign", "vcenter"),
)


def write_start(book: Any, style: Styles, found: tuple[Requirement, ...]) -> None:
    """Write the sheet "Mulai", whose place in the workbook was taken before."""
    sheet = book.get_worksheet_by_name(START_SHEET)
    for column, width in enumerate((5, 16, 62, 15, 12, 11, 16, 3, 18, 12, 11, 12)):
        sheet.set_column(column, column, width)
    sheet.set_row(0, 30)
    sheet.write_string(0, 1, "Data kinerja untuk LKjIP", style(TITLE))
    sheet.write_string(
        1, 1, "Satu buku kerja untuk seluruh periode rencana: diisi sekali, dipakai setiap tahun.", style(PURPOSE)
    )
    sheet.write_string(_FIRST_STEP - 1, 1, "Lima langkah", style(_SECTION))
    for number, text in enumerate(_STEPS):
        row = _FIRST_STEP + number
        sheet.set_row(row, 32)
        sheet.write_number(row, 0, number + 1, style(_STEP_NUMBER))
        sheet.merge_range(row, 1, row, 6, text, style(_STEP))
    _write_sheets(sheet, style, found)
    _write_roles(sheet, style, found)
    _write_optional(sheet, style, found)
    _write_details(sheet, style, found)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_tab_color(DARK)
    sheet.protect("", {"autofilter": True, "format_columns": True, "format_rows": True})


def _write_sheets(sheet: Any, style: Styles, found: tuple[Requirement, ...]) -> None:
    sheet.write_string(_TABLE_ROW - 1, 1, "Kemajuan per lembar", style(_SECTION))
    for column, heading in enumerate(("Lembar", "Isinya", "Wajib diisi", "Terisi", "Kurang", "Keadaan")):
        sheet.write_string(_TABLE_ROW, 1 + column, heading, style(HEADING))
    names, required, missing = _details(found, "B"), _details(found, "E"), _details(found, "F")
    sums = totals(found, "sheet")
    for number, described in enumerate(_USUAL):
        row = _FIRST + number
        needed, lacking = sums.get(described.name, (0, 0))
        sheet.write_url(row, 1, f"internal:{quoted(described.name)}!A1", style((*_TEXT, *LINK)), described.name)
        sheet.write_string(row, 2, described.title, style(_TEXT))
        line = row + 1
        _count(sheet, row, 3, f"SUMIF({names},$B{line},{required})", style=style, value=needed)
        _count(sheet, row, 4, f"D{line}-F{line}", style=style, value=needed - lacking)
        _count(sheet, row, 5, f"SUMIF({names},$B{line},{missing})", style=style, value=lacking)
        state = "belum ada baris" if not needed else "lengkap" if not lacking else f"kurang {lacking}"
        formula = f'=IF(D{line}=0,"belum ada baris",IF(F{line}=0,"lengkap","kurang "&F{line}))'
        sheet.write_formula(row, 6, formula, style(COMPUTED), state)
    _colour_states(sheet, style, _FIRST, _FIRST + len(_USUAL) - 1, column=6)


def _write_optional(sheet: Any, style: Styles, found: tuple[Requirement, ...]) -> None:
    """The sheets that an agency may leave empty, each in one short line."""
    sheet.write_string(_OPTIONAL_HEADING - 1, 8, "Hanya bila ada", style(_SECTION))
    sheet.merge_range(_OPTIONAL_HEADING, 8, _OPTIONAL_HEADING, 10, "Lembar", style(HEADING))
    sheet.write_string(_OPTIONAL_HEADING, 11, "Keadaan", style(HEADING))
    names, required, missing = _details(found, "B"), _details(found, "E"), _details(found, "F")
    sums = totals(found, "sheet")
    for number, described in enumerate(_OPTIONAL):
        row = _OPTIONAL_HEADING + 1 + number
        line = row + 1
        needed, lacking = sums.get(described.name, (0, 0))
        sheet.merge_range(row, 8, row, 10, "", style((*_TEXT, *LINK)))
        sheet.write_url(row, 8, f"internal:{quoted(described.name)}!A1", style((*_TEXT, *LINK)), described.name)
        counted = [f"SUMIF({names},$I{line},{cells})" for cells in (required, missing)]
        state = "kosong" if not needed else "lengkap" if not lacking else f"kurang {lacking}"
        formula = f'=IF({counted[0]}=0,"kosong",IF({counted[1]}=0,"lengkap","kurang "&{counted[1]}))'
        sheet.write_formula(row, 11, formula, style(COMPUTED), state)
    _colour_states(sheet, style, _OPTIONAL_HEADING + 1, _OPTIONAL_HEADING + len(_OPTIONAL), column=11)


def _colour_states(sheet: Any, style: Styles, first: int, last: int, *, column: int) -> None:
    for word, colour in (("kurang", YELLOW), ("belum", YELLOW), ("lengkap", "#DDEFD9")):
        sheet.conditional_format(
            first, column, last, column,
            {"type": "text", "criteria": "begins with", "value": word,
             "format": style((("bg_color", colour),))},
        )  # fmt: skip


def _write_roles(sheet: Any, style: Styles, found: tuple[Requirement, ...]) -> None:
    sheet.write_string(_TABLE_ROW - 1, 8, "Dari siapa", style(_SECTION))
    for column, heading in enumerate(("Dari", "Wajib diisi", "Terisi", "Kurang")):
        sheet.write_string(_TABLE_ROW, 8 + column, heading, style(HEADING))
    roles, required, missing = _details(found, "D"), _details(found, "E"), _details(found, "F")
    sums = totals(found, "role")
    for number, role in enumerate(Role):
        row = _FIRST + number
        line = row + 1
        needed, lacking = sums.get(role.value, (0, 0))
        sheet.write_string(row, 8, role.value, style((*_TEXT, *role_tint(role), ("font_size", 11))))
        _count(sheet, row, 9, f"SUMIF({roles},$I{line},{required})", style=style, value=needed)
        _count(sheet, row, 10, f"J{line}-L{line}", style=style, value=needed - lacking)
        _count(sheet, row, 11, f"SUMIF({roles},$I{line},{missing})", style=style, value=lacking)
    row = _FIRST + len(Role) + 1
    sheet.write_string(row, 8, "Pesan siap kirim", style(_SECTION))
    owed = {role.value: sums.get(role.value, (0, 0))[1] for role in Role}
    lines = {role.value: _FIRST + number + 1 for number, role in enumerate(Role)}
    listed = "&".join(f'IF(L{line}>0,", "&L{line}&" dari {name}","")' for name, line in lines.items())
    total = f"SUM(L{_FIRST + 1}:L{_FIRST + len(Role)})"
    formula = f'=IF({total}=0,"Semua isian wajib sudah terisi.","Kurang "&{total}&" isian: "&MID({listed},3,500)&".")'
    message = "".join(f", {count} dari {name}" for name, count in owed.items() if count)
    count = sum(owed.values())
    value = f"Kurang {count} isian: {message[2:]}." if count else "Semua isian wajib sudah terisi."
    sheet.merge_range(row + 1, 8, row + 4, 11, "", style(_MESSAGE))
    sheet.write_formula(row + 1, 8, formula, style(_MESSAGE), value)


def _write_details(sheet: Any, style: Styles, found: tuple[Requirement, ...]) -> None:
    sheet.write_string(_DETAIL_HEADING - 1, 1, "Yang masih kosong, dan dari siapa", style(_SECTION))
    headings = ("Lembar", "Isian", "Dari", "Wajib diisi", "Kurang")
    for column, heading in enumerate(headings):
        sheet.write_string(_DETAIL_HEADING, 1 + column, heading, style(HEADING))
    for number, requirement in enumerate(found):
        row = _DETAIL + number
        name = requirement.sheet.name
        sheet.write_url(row, 1, f"internal:{quoted(name)}!A1", style((*_TEXT, *LINK)), name)
        sheet.write_string(row, 2, requirement.field.heading.replace("{year}", "(tiap tahun)"), style(_TEXT))
        sheet.write_string(row, 3, requirement.field.role.value, style(_TEXT))
        _count(sheet, row, 4, requirement.required_formula, style=style, value=requirement.required)
        _count(sheet, row, 5, requirement.missing_formula, style=style, value=requirement.missing)
    last = _DETAIL + len(found) - 1
    sheet.autofilter(_DETAIL_HEADING, 1, last, len(headings))
    sheet.conditional_format(
        _DETAIL, 1, last, 5,
        {"type": "formula", "criteria": f"=$F{_DETAIL + 1}=0", "format": style((("font_color", MUTED),))},
    )  # fmt: skip
    sheet.conditional_format(
        _DETAIL, 5, last, 5,
        {"type": "cell", "criteria": ">", "value": 0, "format": style((("bg_color", YELLOW),))},
    )  # fmt: skip


def _details(found: tuple[Requirement, ...], letter: str) -> str:
    return f"${letter}${_DETAIL + 1}:${letter}${_DETAIL + len(found)}"


def _count(sheet: Any, row: int, column: int, formula: str, *, style: Styles, value: int) -> None:
    sheet.write_formula(row, column, f"={formula}", style(_COUNT), value)
