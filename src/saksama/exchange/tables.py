"""Write a sheet that has a row for each thing."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from saksama.exchange.checks import check_of
from saksama.exchange.computed import COMPUTED as FORMULAS
from saksama.exchange.fields import HEADING_ROW, Field, key
from saksama.exchange.placement import Placement, Placements
from saksama.exchange.rows.row import Row, Value, is_exact
from saksama.exchange.spot import LINE, Spot
from saksama.exchange.styles import HEADING, HINT, RED, YELLOW, Styles, cell_style, role_tint, signed_percent
from saksama.exchange.writing import row_height, write_top, write_value, written_out

_FROZEN_WIDTH = 64
_PAGE_WIDTH = 200
"""Characters across a landscape page that can still be read when they are fitted to it."""


def write_table(worksheet: Any, style: Styles, places: Placements, place: Placement, rows: tuple[Row, ...]) -> None:
    for position, column in enumerate(place.columns):
        field = column.field
        worksheet.set_column(position, position, field.width, style(cell_style(field)), {"hidden": field.is_hidden})
    write_top(worksheet, style, place.sheet, columns=len(place.columns))
    worksheet.set_row(2, 16)
    worksheet.set_row(3, 62)
    worksheet.set_row(HEADING_ROW - 1, 34)
    for position, column in enumerate(place.columns):
        field = column.field
        whose = "dihitung" if field.is_computed else field.role.value
        tint = HINT if field.is_computed else role_tint(field.role)
        worksheet.write_string(2, position, whose, style(tint))
        worksheet.write_string(3, position, _hint(field), style(HINT))
        worksheet.write_string(HEADING_ROW - 1, position, column.heading, style(HEADING))
        _write_column(worksheet, style, places, place, rows, name=column.key)
        if check := check_of(field, place, places, name=column.key):
            worksheet.data_validation(place.first_row, position, place.last_row, position, check)
        if field.required:
            _mark_required(worksheet, style, place, column.key)
    _mark_doubtful(worksheet, style, place)
    for row, values in enumerate(rows, place.first_row):
        seen = [column for column in place.columns if column.key in values and not column.field.is_hidden]
        texts = [(_text(column.field, values[column.key]), column.field.width) for column in seen]
        if height := row_height(texts):
            worksheet.set_row(row, height)
    frozen = _frozen(place)
    worksheet.freeze_panes(HEADING_ROW, frozen)
    width = sum(column.field.width for column in place.columns if not column.field.is_hidden)
    pages = max(1, round(width / _PAGE_WIDTH))
    worksheet.fit_to_pages(pages, 0)
    if pages > 1:
        worksheet.repeat_columns(0, frozen - 1)
    worksheet.autofilter(HEADING_ROW - 1, 0, place.last_row, len(place.columns) - 1)


def _text(field: Field, value: Value) -> Value:
    return field.label_of(value) if isinstance(value, str) else value


def _hint(field: Field) -> str:
    return f"{field.hint}. Mis.: {field.example}" if field.example else field.hint


def _frozen(place: Placement) -> int:
    """How many columns stay in view: up to the name, as far as they leave room for the rest."""
    width = 0
    for position, column in enumerate(place.columns):
        width += column.field.width
        if width > _FROZEN_WIDTH:
            return position
    return 1


def _write_column(
    worksheet: Any, style: Styles, places: Placements, place: Placement, rows: tuple[Row, ...], *, name: str
) -> None:
    position = place.position(name)
    column = place.columns[position]
    field = column.field
    if not field.is_computed:
        for row, values in enumerate(rows, place.first_row):
            if (value := values.get(name)) is not None:
                look = signed_percent(field, value, str(values.get("unit", "")))
                write_value(worksheet, style, row, position, field=field, value=value, look=look)
        return
    # XlsxWriter searches each formula for forty new functions, 0.7 ms each; ours have none. Should a later version call
    # it otherwise, writing is slower and right all the same.
    worksheet._prepare_formula = _without_equals
    formula = FORMULAS[place.sheet.identifier, field.identifier](Spot(places, place, column.year))
    shaded = style(cell_style(field))
    for row in range(place.first_row, place.last_row + 1):
        number = row - place.first_row
        value = rows[number].get(name, "") if number < len(rows) else ""
        shown = _shown(value)
        worksheet.write_formula(row, position, "=" + formula.replace(LINE, str(row + 1)), shaded, shown)


def _shown(value: Value) -> str | float | int:
    """The cached value of a computed cell. What is looked up and too long for a number is text there too."""
    match value:
        case Fraction():
            return float(value)
        case Decimal():
            return float(value) if is_exact(value) else written_out(value)
        case str() | int():
            return value
    return value.isoformat()


def _without_equals(formula: str, _: bool = False) -> str:
    return formula.removeprefix("=")


def _mark_required(worksheet: Any, style: Styles, place: Placement, name: str) -> None:
    """Yellow while it is empty in a row that is in use; the first row always, so that an empty table shows its own."""
    position, sheet = place.position(name), place.sheet
    column = place.columns[position]
    line = place.first_row + 1
    if column.field is sheet.anchor:
        others = [other for other in place.columns if not other.field.is_computed and other.key != name][:4]
        used = "+".join(f'({place.cell(other.key, line)}<>"")' for other in others) + ">0"
    else:
        used = f'{place.cell(sheet.anchor.identifier, line)}<>""'
    if not sheet.is_optional:
        used = f"OR({used},ROW()={line})"
    conditions = [f'{place.cell(name, line)}=""', used]

    def cells(names: tuple[str, ...]) -> Iterator[str]:
        for other in names:
            yield place.cell(key(other, column.year if sheet.field(other).per_year else None), line)

    if column.field.when:
        conditions.append("OR(" + ",".join(f'{cell}<>""' for cell in cells(column.field.when)) + ")")
    conditions += [f'{cell}=""' for cell in cells(column.field.unless)]
    worksheet.conditional_format(
        place.first_row, position, place.last_row, position,
        {"type": "formula", "criteria": f"=AND({','.join(conditions)})", "format": style((("bg_color", YELLOW),))},
    )  # fmt: skip


def _mark_doubtful(worksheet: Any, style: Styles, place: Placement) -> None:
    """What adds up wrongly in red, and the rows of programmes and activities in bold."""
    line, names = place.first_row + 1, {column.field.identifier for column in place.columns}
    wrong: list[tuple[str, str]] = []
    if "share_total" in names:
        total = place.cell("share_total", line)
        wrong.append(("share_total", f"AND(ISNUMBER({total}),ROUND({total},9)<>100)"))
    if "is_leaf" in names:
        leaf = place.cell("is_leaf", line)
        look = {"type": "formula", "criteria": f"={leaf}=0", "format": style((("bold", True),))}
        for column in place.columns:
            name = key(f"{column.field.identifier}_total", column.year)
            if place.has(name):
                stated, summed = place.cell(column.key, line), place.cell(name, line)
                both = f"ISNUMBER({stated}),ISNUMBER({summed})"
                wrong.append((column.key, f"AND({leaf}=0,{both},{stated}<>{summed})"))
    red = style((("font_color", RED), ("bold", True)))
    for name, criteria in wrong:
        position = place.position(name)
        marked = {"type": "formula", "criteria": f"={criteria}", "format": red}
        worksheet.conditional_format(place.first_row, position, place.last_row, position, marked)
    if "is_leaf" in names:
        worksheet.conditional_format(place.first_row, 0, place.last_row, len(place.columns) - 1, look)
