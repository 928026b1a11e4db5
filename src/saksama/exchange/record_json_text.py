"""The text of a JSON file → plain values, within limits, keeping what the record's reader must object to."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saksama.documents.readers.office_package import FileWords, read_bytes
from saksama.documents.readers.unreadable import UnreadableFileError
from saksama.kernel.provenance import Place
from saksama.language.messages import _

MAXIMUM_BYTES = 100 * 2**20
"""A workbook of 50 MB with its pictures as Base64 stays below."""
_LONGEST_INTEGER = 18


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that is no short whole number, as it is written: JSON's own decimals, NaN, or very many digits."""

    text: str


@dataclass(frozen=True, slots=True)
class JsonObject:
    """The fields of an object, and the names that stand in it more than once."""

    fields: dict[str, Any]
    repeated: tuple[str, ...]


def read_json(path: Path) -> Any:
    """The content of a file. Raises `UnreadableFileError` where it is no JSON at all."""
    content = read_bytes(path, _words(), most=MAXIMUM_BYTES)
    place = Place(file=str(path))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = _("bita ke-{position} yang bukan UTF-8").format(position=error.start + 1)
        remedy = _("Simpan ulang sebagai UTF-8, atau ekspor lagi dengan: saksama export data.xlsx -o data.json")
        raise UnreadableFileError(place, found, _("teks UTF-8"), remedy) from None
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_float=Numeral,
            parse_int=_integer,
            parse_constant=Numeral,
        )
    except json.JSONDecodeError as error:
        at = Place(file=str(path), line=error.lineno, column=error.colno)
        found = _("tulisan yang bukan JSON ({reason})").format(reason=_reason(error.msg))
        remedy = _("Perbaiki tanda baca di tempat itu atau tepat sebelumnya, atau ekspor lagi dari buku kerjanya")
        raise UnreadableFileError(at, found, _words().expected, remedy) from None
    except RecursionError:
        raise too_deep(path) from None


def _reason(said: str) -> str:
    """Why a text is no JSON, in the language in use, from the words of Python's reader."""
    reasons = {
        "Expecting value": _("di sini seharusnya ada nilai"),
        "Expecting property name enclosed in double quotes": _("di sini seharusnya ada nama dalam tanda petik ganda"),
        "Expecting ':' delimiter": _("di sini seharusnya ada titik dua"),
        "Expecting ',' delimiter": _("di sini seharusnya ada koma atau kurung tutup"),
        "Illegal trailing comma before end of object": _("koma ini tidak diikuti apa-apa"),
        "Illegal trailing comma before end of array": _("koma ini tidak diikuti apa-apa"),
        "Unterminated string starting at": _("tanda petik ini tidak ditutup"),
        "Invalid control character at": _("ganti baris atau tanda kendali di dalam tanda petik"),
        "Extra data": _("isi sesudah akhir data"),
    }
    escape = _("garis miring terbalik yang tidak dikenal") if said.startswith("Invalid \\") else said
    return reasons.get(said, escape)


def too_deep(path: Path) -> UnreadableFileError:
    """The error for values that stand inside each other beyond any record."""
    found = _("nilai yang bersarang terlalu dalam")
    return UnreadableFileError(Place(file=str(path)), found, _words().expected, _words().save_anew)


def _words() -> FileWords:
    remedy = _("Ekspor lagi dengan: saksama export data.xlsx -o data.json")
    return FileWords(
        program=_("penyunting teks"),
        expected=_("data Saksama sebagai JSON (.json)"),
        intact=_("data Saksama sebagai JSON (.json)"),
        reasonable=_("data Saksama sebagai JSON (.json)"),
        save_anew=remedy,
        split=remedy,
        shrink=_("Kecilkan gambar dan lampirannya"),
    )


def _integer(text: str) -> int | Numeral:
    return int(text) if len(text) <= _LONGEST_INTEGER else Numeral(text)


def _object(pairs: list[tuple[str, Any]]) -> JsonObject:
    fields = dict(pairs)
    if len(fields) == len(pairs):
        return JsonObject(fields, ())
    counts = Counter(name for name, _value in pairs)
    return JsonObject(fields, tuple(name for name, count in counts.items() if count > 1))
