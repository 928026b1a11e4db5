"""The parts of a record as they stand in its JSON, wherever else that JSON is wrong."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from saksama.exchange.intake.rows import nearest
from saksama.exchange.record_json_text import JsonObject, Numeral

_NOTHING = JsonObject({}, ())


@dataclass(frozen=True, slots=True)
class Parts:
    """The objects of one kind, each with its path. `is_whole`: there are no more of them in something unreadable."""

    found: tuple[tuple[str, JsonObject], ...]
    is_whole: bool = True

    def __iter__(self) -> Iterator[tuple[str, JsonObject]]:
        return iter(self.found)


def inner(owner: JsonObject, name: str) -> JsonObject:
    """The object under a name; one without fields where there is none."""
    value = owner.fields.get(name)
    return value if isinstance(value, JsonObject) else _NOTHING


def listed(owner: JsonObject, name: str, at: str = "") -> Parts:
    """The objects of a list of the owner, which stands at `at`."""
    items = owner.fields.get(name, [])
    if not isinstance(items, list):
        return Parts((), is_whole=False)
    found = tuple((f"{_joined(at, name)}[{n}]", item) for n, item in enumerate(items) if isinstance(item, JsonObject))
    is_misspelt = name not in owner.fields and any(
        isinstance(value, list) and nearest(other, [name]) for other, value in owner.fields.items()
    )
    return Parts(found, is_whole=len(found) == len(items) and not is_misspelt)


def below(owners: Parts, name: str) -> Parts:
    """The objects of a list of each owner."""
    every = together(*(listed(owner, name, at) for at, owner in owners))
    return Parts(every.found, every.is_whole and owners.is_whole)


def together(*parts: Parts) -> Parts:
    """All of them."""
    return Parts(tuple(one for part in parts for one in part), all(part.is_whole for part in parts))


def descendants(top: Parts, name: str) -> Parts:
    """These, and those in the list `name` of each of them and so on, however deep."""
    levels, level = [top], below(top, name)
    while level.found or not level.is_whole:
        levels.append(level)
        level = below(Parts(level.found), name)
    return together(*levels)


def names(parts: Iterable[tuple[str, JsonObject]], field: str) -> Iterator[tuple[str, str]]:
    """What each is called, with its path; a number is read as the name that it was meant to be."""
    for at, one in parts:
        match one.fields.get(field):
            case str(name) | Numeral(name):
                yield at, name
            case int(number) if not isinstance(number, bool):
                yield at, str(number)
            case _:
                pass


def stated(owner: JsonObject, name: str, default: int | str | None = None) -> Any:
    """A year, number, word or period that can be compared with others; `None` where it is nothing of the kind."""
    match owner.fields.get(name, default):
        case bool():
            return None
        case int() | str() as value:
            return value
        case JsonObject() as period:
            parts = tuple(stated(period, part) for part in ("year", "number", "cycle"))
            return None if None in parts else parts
        case _:
            return None


def _joined(at: str, name: str) -> str:
    """The path of a field."""
    return f"{at}.{name}" if at else name
