"""Places in words: what a person needs to find a figure in the document."""

from saksama.audit.finding import Spot
from saksama.language.messages import _

_LONGEST_TEXT = 80
_LONGEST_LABEL = 60
_TOLD_APART = 30


def where(spot: Spot) -> str:
    """The place of a spot: "hal. 12, Tabel 3.7, baris JUMLAH, kolom Anggaran", or sheet and cell."""
    place = spot.place
    parts: list[str] = []
    if place.sheet:
        parts.append(_("lembar {sheet}").format(sheet=place.sheet))
    if place.cell:
        parts.append(_("sel {cell}").format(cell=place.cell))
    if place.page is not None:
        parts.append(_("hal. {page}").format(page=place.page))
    if spot.table:
        parts.append(shortened(spot.table, _LONGEST_LABEL))
    elif place.table and not place.sheet:
        parts.append(_("tabel ke-{table}").format(table=place.table))
    parts += _row_and_column(spot)
    if place.line is not None:
        parts.append(_("baris {line} dalam berkas").format(line=place.line))
    return ", ".join(parts)


def _row_and_column(spot: Spot) -> list[str]:
    place = spot.place
    parts: list[str] = []
    if spot.row:
        parts.append(_("baris “{row}”").format(row=shortened(spot.row, _LONGEST_LABEL)))
    elif place.row is not None and not place.cell:
        parts.append(_("baris ke-{row}").format(row=place.row))
    if spot.column:
        parts.append(_("kolom “{column}”").format(column=shortened(spot.column, _LONGEST_LABEL)))
    elif place.column is not None and not place.cell:
        parts.append(_("kolom ke-{column}").format(column=place.column))
    return parts


def where_and_what(spot: Spot) -> str:
    """The place with the text that stands there."""
    place, text = where(spot), shortened(spot.text, _LONGEST_TEXT)
    if not text:
        return place
    return f"{place}: “{text}”" if place else f"“{text}”"


def is_said(spot: Spot, message: str) -> bool:
    """Whether a message says already where the spot is: its page, cell or line, and its row."""
    place = spot.place
    # A message may shorten a long row.
    parts = [" ".join(spot.row.split())[:_TOLD_APART], place.cell]
    if place.page is not None:
        parts.append(_("hal. {page}").format(page=place.page))
    elif place.line is not None and not spot.row:
        return False
    said = " ".join(message.split())
    stated = [part for part in parts if part]
    return bool(stated) and all(part in said for part in stated)


def shortened(text: str, longest: int) -> str:
    """The text on one line, cut between words."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    whole = line[: longest - 1].rsplit(" ", 1)[0]
    return (whole if len(whole) > longest // 2 else line[: longest - 1]).rstrip(" ,.;:") + "…"
