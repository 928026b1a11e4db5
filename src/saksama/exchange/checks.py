"""What a cell refuses when something is typed into it, and the drop-downs. Pasting is checked when the file is read."""

from datetime import date
from typing import Any

from saksama.exchange.fields import Field, Kind
from saksama.exchange.lists import list_range
from saksama.exchange.placement import Placement, Placements

FIRST_YEAR, LAST_YEAR = 1990, 2100
_WIDEST = 10**15
_Check = dict[str, Any]


def check_of(field: Field, place: Placement, places: Placements, *, name: str) -> _Check | None:
    """The data validation of the cells of a column or line in XlsxWriter's words; `None` where anything may stand."""
    if field.is_computed:
        return {"validate": "custom", "value": "=FALSE"} | _error(
            "Kolom ini dihitung", f"{field.heading} dihitung dari isian lain; jangan diketik."
        )
    if field.options:
        return _list(list_range(places["lists"], place.sheet, field)) | _error(
            "Pilih dari daftar", f"{field.heading}: pilih salah satu dari daftar."
        )
    if field.suggestions:
        return _list(list_range(places["lists"], place.sheet, field)) | {"show_error": False}
    match field.kind:
        case Kind.REFERENCE:
            return _reference(field, places)
        case Kind.YEAR:
            return _between("integer", FIRST_YEAR, LAST_YEAR) | _error(
                "Bukan tahun", f"Tulis tahun dengan empat angka, {FIRST_YEAR} sampai {LAST_YEAR}."
            )
        case Kind.INTEGER:
            low, high = field.minimum or 0, field.maximum or _WIDEST
            return _between("integer", int(low), int(high)) | _error(
                "Bukan bilangan bulat", f"Tulis bilangan bulat{_range(field)}, tanpa satuan."
            )
        case Kind.VALUE:
            return _value(place.cell(name, place.first_row + 1).replace("$", ""), places)
        case Kind.DECIMAL | Kind.PERCENT:
            low = -_WIDEST if field.minimum is None else field.minimum
            high = _WIDEST if field.maximum is None else field.maximum
            example = " 67,5 berarti 67,5%." if field.kind is Kind.PERCENT else ""
            return _between("decimal", float(low), float(high)) | _error(
                "Bukan angka", f"Tulis angka saja{_range(field)}, tanpa satuan dan tanpa tanda %.{example}"
            )
        case Kind.RUPIAH:
            return _between("decimal", 0, _WIDEST) | _error(
                "Bukan rupiah", "Tulis rupiah sebagai angka, tanpa Rp. Tetap dipakai?", is_strict=False
            )
        case Kind.DATE:
            return _between("date", date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)) | _error(
                "Bukan tanggal", "Tulis tanggal, misalnya 15/02/2021."
            )
    return None


def _value(cell: str, places: Placements) -> _Check:
    """A number, or a word of one of the scales, perhaps with its score: "BB (72,35)"."""
    words = places["value_scales"].column("word")
    word = f'LEFT({cell},FIND(" (",{cell}&" (")-1)'
    return {"validate": "custom", "value": f"=OR(ISNUMBER({cell}),ISNUMBER(MATCH({word},{words},0)))"} | _error(
        "Bukan angka",
        "Tulis angka saja, tanpa satuan dan tanpa tanda %; atau kata yang ada di lembar Skala Nilai. Tetap dipakai?",
        is_strict=False,
    )


def _list(source: str) -> _Check:
    return {"validate": "list", "source": source}


def _reference(field: Field, places: Placements) -> _Check:
    place = places[field.refers_to[0]]
    names = " atau ".join(places[name].sheet.name for name in field.refers_to)
    source = place.column("name" if place.sheet.identifier == "units" else "id")
    return _list(f"={source}") | _error(
        "Kode tidak ada di daftar", f"Kode ini harus ada di lembar {names}. Tetap dipakai?", is_strict=False
    )


def _between(what: str, low: object, high: object) -> _Check:
    return {"validate": what, "criteria": "between", "minimum": low, "maximum": high}


def _range(field: Field) -> str:
    if field.minimum is not None and field.maximum is not None:
        return f" dari {field.minimum} sampai {field.maximum}"
    return f" mulai dari {field.minimum}" if field.minimum is not None else ""


def _error(title: str, message: str, *, is_strict: bool = True) -> _Check:
    return {"error_title": title, "error_message": message, "error_type": "stop" if is_strict else "warning"}
