"""Write a sheet that has a line for each field."""

from io import BytesIO
from typing import Any

from saksama.exchange.checks import check_of
from saksama.exchange.fields import HEADING_ROW
from saksama.exchange.placement import Placement, Placements
from saksama.exchange.rows.row import Row
from saksama.exchange.styles import (
    HEADING,
    HINT,
    LABEL,
    YELLOW,
    Properties,
    Styles,
    cell_style,
    role_tint,
    signed_percent,
)
from saksama.exchange.writing import row_height, write_top, write_value
from saksama.kernel.agency import Logo

_WIDTHS = (36, 64, 16, 60, 52)
_LEFT: Properties = (("align", "left"), ("indent", 1))


def write_lines(worksheet: Any, style: Styles, places: Placements, place: Placement, rows: tuple[Row, ...]) -> None:
    for number, width in enumerate(_WIDTHS):
        worksheet.set_column(number, number, width)
    write_top(worksheet, style, place.sheet, columns=len(_WIDTHS))
    worksheet.fit_to_pages(1, 0)
    for number, heading in enumerate(("Isian", "Nilai", "Dari", "Petunjuk", "Contoh")):
        worksheet.write_string(HEADING_ROW - 1, number, heading, style(HEADING))
    values = rows[0] if rows else {}
    for position, column in enumerate(place.columns):
        row, field = place.first_row + position, column.field
        worksheet.write_string(row, 0, field.heading, style(LABEL))
        if (value := values.get(field.identifier)) is None:
            worksheet.write_blank(row, 1, None, style((*cell_style(field), *_LEFT)))
        else:
            write_value(
                worksheet, style, row, 1, field=field, value=value, look=(*signed_percent(field, value, ""), *_LEFT)
            )

        worksheet.write_string(row, 2, field.role.value, style(role_tint(field.role)))
        texts = [(values.get(field.identifier, ""), _WIDTHS[1]), (field.hint, _WIDTHS[3]), (field.example, _WIDTHS[4])]
        if height := row_height(texts):
            worksheet.set_row(row, height)
        worksheet.write_string(row, 3, field.hint, style(HINT))
        worksheet.write_string(row, 4, field.example, style(HINT))
        if check := check_of(field, place, places, name=field.identifier):
            worksheet.data_validation(row, 1, row, 1, check)
        if field.required:
            filled = [f'$B{place.first_row + place.position(name) + 1}<>""' for name in field.when]
            criteria = "=AND(" + ",".join([f'$B{row + 1}=""', *filled]) + ")"
            look = {"type": "formula", "criteria": criteria, "format": style((("bg_color", YELLOW),))}
            worksheet.conditional_format(row, 1, row, 1, look)
    worksheet.freeze_panes(HEADING_ROW, 1)


def write_logo(worksheet: Any, place: Placement, logo: Logo | None) -> None:
    """The logo as a picture below the lines, with the bytes that it came with."""
    row = place.last_row + 2
    worksheet.write_string(row, 0, "Logo (tempel gambar PNG atau JPEG di bawah ini)")
    if logo and logo.content:
        height = 120 / max(logo.height, 1)
        worksheet.insert_image(
            row + 1, 0, "logo.png" if logo.media_type == "image/png" else "logo.jpg",
            {"image_data": BytesIO(logo.content), "x_scale": height, "y_scale": height, "description": "Logo instansi"},
        )  # fmt: skip
