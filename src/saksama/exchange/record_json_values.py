"""One value of a JSON file → the value that the record asks for there, or a problem with its path."""

import re
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, get_args, get_origin

from saksama.exchange.intake.rows import nearest
from saksama.exchange.intake.values import quoted
from saksama.exchange.problem import Problems
from saksama.exchange.record_json_text import JsonObject, Numeral
from saksama.exchange.record_shapes import PLAIN_DECIMAL, bounds, has_place, members, without_none
from saksama.kernel.explanation import ContradictoryLimitsError
from saksama.kernel.period import InvalidPeriodError
from saksama.kernel.provenance import Place
from saksama.kernel.quantity import is_measurable
from saksama.kernel.rating import MisorderedScaleError
from saksama.kernel.value_scale import MisorderedLevelsError
from saksama.language.messages import _

WRONG: Any = object()
"""Instead of a value that cannot be read; a problem says why."""

MOST_PROBLEMS = 1000
"""Nobody reads more, and a file can be made to have millions."""
_LONGEST_NAME = 60
_DECIMAL = re.compile(PLAIN_DECIMAL)
_EXPONENT = re.compile(r"-?[0-9]{1,60}(\.[0-9]{1,60})?[eE][+-]?[0-9]{1,3}")
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def read_value(kind: Any, found: Any, path: str, *, problems: Problems, name: str = "") -> Any:
    """The value of a field called `name` at `path`, or `WRONG`."""
    if get_origin(kind) is tuple:
        return _read_list(get_args(kind)[0], found, path, problems=problems, name=name)
    if is_dataclass(kind) and isinstance(kind, type):
        return _read_object(kind, found, path, problems)
    value = _read_plain(kind, found, name)
    if value is WRONG:
        problems.error(Place(path=path), _shown(found), _expected(kind, name), _remedy(kind, found))
    return value


def _read_list(kind: Any, found: Any, path: str, *, problems: Problems, name: str) -> Any:
    if not isinstance(found, list):
        problems.error(Place(path=path), _shown(found), _("daftar dalam kurung siku [ … ]"), _remedy(tuple, found))
        return WRONG
    inner, is_optional = without_none(kind)
    read: list[Any] = []
    for position, item in enumerate(found):
        if len(problems.found) >= MOST_PROBLEMS:
            return WRONG
        is_absent = item is None and is_optional
        at = f"{path}[{position}]"
        read.append(None if is_absent else read_value(inner, item, at, problems=problems, name=name))
    return WRONG if any(item is WRONG for item in read) else tuple(read)


def _read_object(owner: type, found: Any, path: str, problems: Problems) -> Any:
    if not isinstance(found, JsonObject):
        problems.error(Place(path=path), _shown(found), _("objek dalam kurung kurawal { … }"), _remedy(owner, found))
        return WRONG
    read: dict[str, Any] = {}
    own = members(owner)
    _refuse_other_names(found, [one.name for one in own], path, problems)
    for one in own:
        at = f"{path}.{one.name}" if path else one.name
        if one.name not in found.fields:
            if one.is_required:
                remedy = _("Tambahkan; null bila tidak diketahui") if one.is_optional else _("Tambahkan")
                problems.error(Place(path=at), _("yang wajib ini tidak ada"), _expected(one.kind, one.name), remedy)
                read[one.name] = WRONG
            continue
        item = found.fields[one.name]
        if item is None and one.is_optional:
            read[one.name] = None
        else:
            read[one.name] = read_value(one.kind, item, at, problems=problems, name=one.name)
    if any(value is WRONG for value in read.values()):
        return WRONG
    if has_place(owner):
        read["place"] = Place(path=path)
    try:
        return owner(**read)
    except ValueError as error:
        problems.error(Place(path=path), *_contradiction(error))
        return WRONG


def _refuse_other_names(found: JsonObject, own: list[str], path: str, problems: Problems) -> None:
    missing = [name for name in own if name not in found.fields]
    unknown = [name for name in found.fields if name not in own]
    for name in unknown[:MOST_PROBLEMS]:
        at = _place_of(name, path)
        near = nearest(name, missing) or nearest(name, own)
        remedy = _('Mungkin maksudnya "{near}"; perbaiki tulisannya').format(near=near) if near else _("Hapus")
        problems.error(at, _("nama yang tidak dikenal"), _("salah satu dari: {names}").format(names=_few(own)), remedy)
    for name in found.repeated[:MOST_PROBLEMS]:
        problems.error(
            _place_of(name, path), _("nama yang disebut dua kali"), _("satu kali"), _("Hapus yang tidak berlaku")
        )


def _place_of(name: str, path: str) -> Place:
    """Where a name stands that the file chose: shortened, and on one line."""
    shown = " ".join(name[:_LONGEST_NAME].split())
    return Place(path=f"{path}.{shown}" if path else shown)


def _few(names: list[str]) -> str:
    return ", ".join(names)


def _read_plain(kind: Any, found: Any, name: str) -> Any:
    if kind is int:
        low, high = bounds(name)
        return found if type(found) is int and low <= found <= high else WRONG
    if kind is bool:
        return found if isinstance(found, bool) else WRONG
    if not isinstance(found, str) or _HALF_CHARACTER.search(found):
        return WRONG
    if kind is str:
        return found
    if kind is Decimal:
        return Decimal(found) if _DECIMAL.fullmatch(found) else WRONG
    try:
        if kind is bytes:
            return b64decode(found, validate=True)
        if kind is date:
            return date.fromisoformat(found) if _DAY.fullmatch(found) else WRONG
        return kind(found)
    except ValueError:
        return WRONG


def _expected(kind: Any, name: str) -> str:
    if get_origin(kind) is tuple:
        return _("daftar dalam kurung siku [ … ]")
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _("salah satu dari: {names}").format(names=_few([one.value for one in kind]))
    if kind is int:
        low, high = bounds(name)
        return _("bilangan bulat {low} sampai {high}, tanpa tanda petik").format(low=low, high=high)
    return {
        str: lambda: _("teks"),
        bool: lambda: _("true atau false"),
        Decimal: lambda: _('angka sebagai teks dengan titik desimal, misalnya "93.40"'),
        date: lambda: _('tanggal sebagai teks, misalnya "2025-12-31"'),
        bytes: lambda: _("isi berkas sebagai teks Base64"),
    }.get(kind, lambda: _("objek dalam kurung kurawal { … }"))()


def _remedy(kind: Any, found: Any) -> str:
    """What to do, as exactly as the value allows."""
    if found is None:
        return _("Isi, atau hapus namanya bila boleh tidak ada")
    if isinstance(found, str) and _HALF_CHARACTER.search(found):
        return _("Ketik ulang teksnya; \\ud800 sampai \\udfff hanya sah berpasangan")
    if kind is Decimal:
        near = _decimal_near(found)
        return _('Tulis "{near}"').format(near=near) if near else _("Tulis angkanya saja, tanpa satuan")
    if kind is str and isinstance(found, int | Numeral) and not isinstance(found, bool):
        return _('Tulis "{near}"').format(near=found.text if isinstance(found, Numeral) else found)
    if isinstance(kind, type) and issubclass(kind, Enum) and isinstance(found, str):
        near = nearest(found, [one.value for one in kind])
        if near:
            return _('Mungkin maksudnya "{near}"; perbaiki tulisannya').format(near=near)
    return _("Perbaiki nilainya")


def _decimal_near(found: Any) -> str:
    """The number as it should have been written, where that is certain."""
    match found:
        case bool():
            return ""
        case int():
            return str(found)
        case Numeral(text):
            written = text
        case str():
            # "1,250" may mean thousands.
            written = re.sub(r",(?!\d{3}$)", ".", found.strip())
        case _:
            return ""
    if _DECIMAL.fullmatch(written):
        return written
    near = Decimal(written) if _EXPONENT.fullmatch(written) else None
    return f"{near:f}" if near is not None and is_measurable(near) else ""


def _shown(found: Any) -> str:
    match found:
        case None:
            return "null"
        case bool():
            return "true" if found else "false"
        case int():
            return _("angka {number}").format(number=found)
        case Numeral(text):
            return _("angka {number}").format(number=quoted(text).strip('"'))
        case str() if lost := _HALF_CHARACTER.search(found):
            return _("teks dengan setengah karakter \\u{code}").format(code=f"{ord(lost[0]):x}")
        case str():
            return quoted(found)
        case list():
            return _("daftar")
        case _:
            return _("objek")


def _contradiction(error: ValueError) -> tuple[str, str, str]:
    """What was found and expected, and what to do, where fields are right one by one and not together."""
    fix = _("Perbaiki salah satunya")
    said: Mapping[type, tuple[str, str]] = {
        InvalidPeriodError: (
            _("nomor periode yang tidak ada dalam setahun"),
            _("semester 1-2, triwulan 1-4, bulan 1-12"),
        ),
        MisorderedScaleError: (
            _("kelas yang tidak menurun dari yang terbaik"),
            _("batas yang menurun, dan kelas terakhir tanpa batas (null)"),
        ),
        MisorderedLevelsError: (_("tingkat yang tidak naik"), _("nilai yang naik, tiap kata satu kali")),
        ContradictoryLimitsError: (_("batas bawah di atas batas atas"), _("batas bawah yang tidak di atas batas atas")),
    }
    found, expected = said[type(error)]
    return found, expected, fix
