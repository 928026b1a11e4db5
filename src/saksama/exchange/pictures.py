"""Lay pictures on their sheet, each on its row, with the bytes that they came with."""

from io import BytesIO
from typing import Any

from saksama.exchange.placement import Placement
from saksama.kernel.activities import Picture

_ROW_HEIGHT = 96  # points, which are 128 pixels
_HIGHEST, _WIDEST, _OFFSET = 116, 270, 5  # pixels: the upper left corner tells the row, so it lies well within it


def write_pictures(worksheet: Any, place: Placement, pictures: tuple[Picture, ...]) -> None:
    """Lay each picture into the column for it."""
    column = place.position("picture")
    for row, picture in enumerate(pictures, place.first_row):
        worksheet.set_row(row, _ROW_HEIGHT)
        scale = min(_HIGHEST / max(picture.height, 1), _WIDEST / max(picture.width, 1))
        look = {"x_scale": scale, "y_scale": scale, "x_offset": _OFFSET, "y_offset": _OFFSET, "description": "Gambar"}
        name = "gambar.png" if picture.media_type == "image/png" else "gambar.jpg"
        worksheet.insert_image(row, column, name, {"image_data": BytesIO(picture.content), **look})
