"""What has changed since a document was issued: the frozen record beside the live one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Changed:
    """A statement by its path in the record's JSON; `None` where one side does not have it."""

    path: str
    frozen: str | None
    live: str | None


def differences(frozen: Any, live: Any, path: str = "") -> Iterator[Changed]:
    """The statements that differ, in the order of the frozen record. Rows are told apart by their id or year."""
    if isinstance(frozen, dict) and isinstance(live, dict):
        for name in [*frozen, *(name for name in live if name not in frozen)]:
            yield from differences(frozen.get(name), live.get(name), f"{path}.{name}" if path else name)
    elif isinstance(frozen, list) and isinstance(live, list) and _is_named(frozen) and _is_named(live):
        left, right = ({_name(row): row for row in side} for side in (frozen, live))
        for name in [*left, *(name for name in right if name not in left)]:
            yield from differences(left.get(name), right.get(name), f"{path}[{name}]")
    elif frozen != live:
        yield Changed(path, _text(frozen), _text(live))


def _is_named(rows: list[Any]) -> bool:
    names = [_name(row) for row in rows]
    return None not in names and len(set(names)) == len(names)


def _name(row: Any) -> str | None:
    if not isinstance(row, dict):
        return None
    period = row.get("period")
    if isinstance(period, dict):
        return "-".join(str(period.get(part)) for part in ("year", "cycle", "number"))
    parts = [str(row[name]) for name in ("id", "year", "part", "revision", "name") if name in row]
    return parts[0] if "id" in row else "-".join(parts) or None


def _text(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, dict | list):
        return "…"
    return str(value)
