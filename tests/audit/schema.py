"""As much of JSON Schema 2020-12 as the schemas of docs/reference use."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

SCHEMA: Mapping[str, Any] = json.loads(
    (Path(__file__).parents[2] / "docs" / "reference" / "audit-schema.json").read_text(encoding="utf-8")
)
_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None),
}  # fmt: skip
_KNOWN = {
    "$schema", "title", "description", "$defs", "$ref", "type", "properties", "required", "additionalProperties",
    "items", "anyOf", "enum", "pattern", "minimum", "maximum", "const", "default", "format", "contentEncoding",
}  # fmt: skip


def problems(
    value: Any, schema: Mapping[str, Any] = SCHEMA, at: str = "$", *, whole: Mapping[str, Any] = SCHEMA
) -> Iterator[str]:
    """What in the value does not fit the schema, a part of the whole one."""
    assert set(schema) <= _KNOWN, f"this validator does not know {set(schema) - _KNOWN}"
    if "$ref" in schema:
        yield from problems(value, whole["$defs"][schema["$ref"].rpartition("/")[2]], at, whole=whole)
    if "anyOf" in schema:
        tried = [list(problems(value, other, at, whole=whole)) for other in schema["anyOf"]]
        if all(tried):
            yield from min(tried, key=len)
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is none of {schema['enum']}"
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(_is(value, kind) for kind in kinds):
        yield f"{at}: {value!r} is no {kinds}"
        return
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r} does not match {schema['pattern']}"
    if isinstance(value, int) and "minimum" in schema and value < schema["minimum"]:
        yield f"{at}: {value} is below {schema['minimum']}"
    if isinstance(value, int) and "maximum" in schema and value > schema["maximum"]:
        yield f"{at}: {value} is above {schema['maximum']}"
    if "const" in schema and value != schema["const"]:
        yield f"{at}: {value!r} is not {schema['const']!r}"
    if isinstance(value, dict):
        yield from _object_problems(value, schema, at, whole)
    if isinstance(value, list) and "items" in schema:
        for index, item in enumerate(value):
            yield from problems(item, schema["items"], f"{at}[{index}]", whole=whole)


def _object_problems(
    value: Mapping[str, Any], schema: Mapping[str, Any], at: str, whole: Mapping[str, Any]
) -> Iterator[str]:
    known = schema.get("properties", {})
    yield from (f"{at}: {name} is missing" for name in schema.get("required", []) if name not in value)
    if schema.get("additionalProperties") is False:
        yield from (f"{at}: {name} is not in the schema" for name in value if name not in known)
    for name, item in value.items():
        if name in known:
            yield from problems(item, known[name], f"{at}.{name}", whole=whole)


def _is(value: Any, kind: str) -> bool:
    return isinstance(value, _TYPES[kind]) and not (kind == "integer" and isinstance(value, bool))
