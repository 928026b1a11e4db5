"""Bytes as text: which encoding a file is in, decided and said."""

import codecs
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ALIASES = {"iso8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252"}  # as browsers take these names
_USABLE = ("utf-8", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "iso8859-15", "cp1250", "cp437", "cp850")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding that it was read in, and how many characters that encoding could not give."""

    text: str
    encoding: str
    lost: int = 0


def decoded(content: bytes, declared: str = "") -> Decoded:
    """The text of a file: by its byte order mark, as UTF-8 if it is that, as declared, as UTF-16, else as cp1252."""
    mark = next((name for beginning, name in _MARKS if content.startswith(beginning)), "")
    for name in (mark, "utf-8", _known(declared), _unmarked_utf16(content)):
        if name:
            text = _strictly(content, name)
            if text is not None and not (name == "utf-8" and b"\x00" in content[:1024]):
                return Decoded(text, name.removesuffix("-sig"))
    lost = sum(content.count(bytes([code])) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D))
    if mark == "utf-16":
        text = content.decode(mark, errors="replace")
        return Decoded(text, mark, text.count("\ufffd"))
    return Decoded(content.decode("cp1252", errors="replace"), "cp1252", lost)


def _known(name: str) -> str:
    try:
        found = codecs.lookup(name.strip()).name if name.strip() else ""
    except LookupError:
        return ""
    found = _ALIASES.get(found, found)
    return found if found in _USABLE else ""


def _strictly(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except (UnicodeDecodeError, UnicodeError):
        return None


def _unmarked_utf16(content: bytes) -> str:
    """UTF-16 without its mark: in Indonesian text nearly every second byte is zero."""
    beginning = content[:2000]
    if len(beginning) < 4:
        return ""
    even, odd = beginning[::2].count(0), beginning[1::2].count(0)
    half = len(beginning) // 2
    return "utf-16-le" if odd > half * 0.7 and not even else "utf-16-be" if even > half * 0.7 and not odd else ""
