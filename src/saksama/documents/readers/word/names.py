"""The elements and attributes of a Word file under short names, in both editions of the standard."""

from collections.abc import Mapping

_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "urn:schemas-microsoft-com:vml": "v",
}
_SHORT: dict[str, str] = {}
_FULL: dict[str, tuple[str, ...]] = {}
_MOST_NAMES = 5_000
"""A file may invent names without end; the standard has fewer."""


def short(element: str) -> str:
    """The short name: "http://…/main p" → "w:p"; of what the readers do not know, the name alone."""
    found = _SHORT.get(element)
    if found is None:
        space, _, name = element.rpartition(" ")
        prefix = _SPACES.get(space, "")
        found = f"{prefix}:{name}" if prefix else name
        if len(_SHORT) < _MOST_NAMES:
            _SHORT[element] = found
    return found


def attribute(attributes: Mapping[str, str], name: str) -> str | None:
    """The attribute "w:val" in either edition."""
    if name not in _FULL:
        prefix, _, local = name.partition(":")
        _FULL[name] = tuple(f"{space} {local}" for space, known in _SPACES.items() if known == prefix)
    return next((attributes[full] for full in _FULL[name] if full in attributes), None)


def value(attributes: Mapping[str, str]) -> str:
    """The attribute w:val, or nothing."""
    return attribute(attributes, "w:val") or ""


def is_on(attributes: Mapping[str, str]) -> bool:
    """Whether a property that is on or off is on: without a value it is."""
    return (attribute(attributes, "w:val") or "1") not in ("0", "false", "off", "none")


def whole(text: str | None) -> int | None:
    """A whole number of at most nine digits, or `None`."""
    digits = (text or "").strip().removeprefix("+")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None
