"""Write the JSON Schema of the record: its shape from the kernel's classes, its words from record_fields.toml.

`python -m tools.reference_record` writes docs/reference/record.schema.json; a test says when it is out of date.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin

from saksama.exchange.record_json import encoded
from saksama.exchange.record_shapes import FORMAT, PLAIN_DECIMAL, VERSION, Member, bounds, members, without_none
from saksama.kernel.record import PerformanceRecord

ROOT = Path(__file__).resolve().parents[1]
SCHEMA = ROOT / "docs" / "reference" / "record.schema.json"
FIELDS = Path(__file__).with_name("record_fields.toml")
Json = dict[str, Any]
Words = Mapping[str, Mapping[str, Mapping[str, str]]]


def schema_text() -> str:
    """The schema as it stands in the docs."""
    words = field_words()
    whole = _class(PerformanceRecord, words)
    own = {
        "format": {"const": FORMAT, "description": "What the file is."},
        "version": {"const": VERSION, "description": "The version of this schema."},
    }
    content = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A performance record of Saksama, as `saksama export data.xlsx -o data.json` writes it",
        "description": (
            "The file is UTF-8. Numbers that are measured or money are plain decimal text with a point, so that no "
            'program rounds them and stated decimals stay ("67.50"). What is absent is as `default` says; a value '
            "that is not known is absent, never 0. Ids are unique, and what refers to an id must find it."
        ),
        **whole,
        "required": [*own, *whole["required"]],
        "properties": own | whole["properties"],
        "$defs": {_ref(owner): _class(owner, words) for owner in classes() if owner is not PerformanceRecord},
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def field_words() -> Words:
    """What is said of each class (under "about") and of each of its fields."""
    return tomllib.loads(FIELDS.read_text(encoding="utf-8"))


def classes() -> tuple[type, ...]:
    """Every class of the record, each before what stands inside it."""
    found: dict[type, None] = {}

    def visit(kind: Any) -> None:
        for part in get_args(kind):
            visit(part)
        if is_dataclass(kind) and isinstance(kind, type) and kind not in found:
            found[kind] = None
            for one in members(kind):
                visit(one.kind)

    visit(PerformanceRecord)
    return tuple(found)


def _class(owner: type, words: Words) -> Json:
    said = words[owner.__name__]
    return {
        "description": _description(said["about"], said["about"]),
        "type": "object",
        "additionalProperties": False,
        "required": [one.name for one in members(owner) if one.is_required],
        "properties": {one.name: _field(one, said[one.name], said["about"]) for one in members(owner)},
    }


def _field(one: Member, said: Mapping[str, str], about: Mapping[str, str]) -> Json:
    shape = _shape(one.kind, one.name)
    if one.is_optional:
        shape = {"anyOf": [shape, {"type": "null"}]}
    found: Json = {"description": _description(said, about), **shape}
    if not one.is_required:
        found["default"] = encoded(one.default)
    return found


def _description(said: Mapping[str, str], about: Mapping[str, str]) -> str:
    parts = [f"{said['meaning']} Term: {said['term']}."]
    if "unit" in said:
        parts.append(f"Unit: {said['unit']}.")
    parts.append(f"Source: {said.get('source', about['source'])}.")
    return " ".join(parts)


def _shape(kind: Any, name: str) -> Json:
    if get_origin(kind) is tuple:
        item, is_optional = without_none(get_args(kind)[0])
        shape = _shape(item, name)
        return {"type": "array", "items": {"anyOf": [shape, {"type": "null"}]} if is_optional else shape}
    if is_dataclass(kind) and isinstance(kind, type):
        return {"$ref": f"#/$defs/{_ref(kind)}"}
    if issubclass(kind, Enum):
        return {"type": "string", "enum": [one.value for one in kind]}
    if kind is int:
        low, high = bounds(name)
        return {"type": "integer", "minimum": low, "maximum": high}
    return {
        str: {"type": "string"},
        bool: {"type": "boolean"},
        Decimal: {"type": "string", "pattern": f"^{PLAIN_DECIMAL}$"},
        date: {"type": "string", "format": "date"},
        bytes: {"type": "string", "contentEncoding": "base64"},
    }[kind]


def _ref(owner: type) -> str:
    """ "BudgetNode" → "budget-node"."""
    return re.sub("(?<!^)(?=[A-Z])", "-", owner.__name__).lower()


def undocumented() -> Iterator[str]:
    """Fields without words, words without a field, and numbers without a unit."""
    words = field_words()
    for owner in classes():
        said = words.get(owner.__name__, {})
        names = {one.name for one in members(owner)}
        yield from (f"{owner.__name__}.{name} is not described" for name in sorted({"about", *names} - set(said)))
        yield from (f"{owner.__name__}.{name} does not exist" for name in sorted(set(said) - {"about", *names}))
        for one in members(owner):
            if _is_number(one.kind) and one.name in said and "unit" not in said[one.name]:
                yield f"{owner.__name__}.{one.name} has no unit"
    yield from (f"{name} does not exist" for name in sorted(set(words) - {owner.__name__ for owner in classes()}))


def _is_number(kind: Any) -> bool:
    return kind in (int, Decimal) or any(map(_is_number, get_args(kind)))


def main() -> int:
    """Write the schema."""
    SCHEMA.parent.mkdir(parents=True, exist_ok=True)
    SCHEMA.write_text(schema_text(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
