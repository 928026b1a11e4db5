"""JSON that the database keeps of a record → the value of the kernel."""

from typing import Any

from saksama.exchange.problem import Problems
from saksama.exchange.record_json_text import JsonObject
from saksama.exchange.record_json_values import read_value


class BrokenPartError(Exception):
    """A kept part that the kernel does not understand: it was written past the application."""


def kept_value(kind: Any, content: Any, name: str) -> Any:
    """The value of `kind` that was kept. Raises `BrokenPartError`."""
    problems = Problems()
    value = read_value(kind, _objects(content), name, problems=problems, name=name)
    if problems.found:
        raise BrokenPartError(f"{name}: {problems.found[0]}")
    return value


def _objects(content: Any) -> Any:
    match content:
        case dict():
            return JsonObject({name: _objects(value) for name, value in content.items()}, ())
        case list():
            return [_objects(value) for value in content]
        case _:
            return content
