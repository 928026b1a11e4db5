"""Composed documents as a reader gives them: every run and cell at a place of its own; and with one figure changed."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import count
from typing import Any

from saksama.documents.document import Cell, Document, Heading, ItemList, Paragraph, Table, Text
from saksama.kernel.provenance import Place

_PLACED = (Text, Cell, Heading, Paragraph, ItemList, Table)
_MODULE = Document.__module__


def placed(document: Document) -> Document:
    """The document with a place on every run, cell and block."""
    numbers = count(1)

    def stamp(part: Any) -> Any:
        if isinstance(part, tuple):
            return tuple(stamp(inner) for inner in part)
        if not _is_content(part):
            return part
        inner = {name: stamp(value) for name, value in _parts(part)}
        if isinstance(part, _PLACED):
            inner["place"] = Place(path=f"/{next(numbers)}")
        return replace(part, **inner)

    changed: Document = stamp(document)
    return changed


def with_text(document: Document, place: Place, old: str, *, new: str) -> Document:
    """The document with a string in the run or cell at this path replaced, once."""

    def change(part: Any, *, inside: bool) -> Any:
        if isinstance(part, tuple):
            return tuple(change(inner, inside=inside) for inner in part)
        if not _is_content(part):
            return part
        is_here = inside or (isinstance(part, _PLACED) and part.place is not None and part.place.path == place.path)
        if isinstance(part, Text):
            return replace(part, text=part.text.replace(old, new, 1)) if is_here else part
        return replace(part, **{name: change(value, inside=is_here) for name, value in _parts(part)})

    changed: Document = change(document, inside=False)
    return changed


def _is_content(part: object) -> bool:
    return is_dataclass(part) and type(part).__module__ == _MODULE and not isinstance(part, type)


def _parts(part: Any) -> Iterator[tuple[str, Any]]:
    for field in fields(part):
        value = getattr(part, field.name)
        if isinstance(value, tuple) or _is_content(value):
            yield field.name, value
