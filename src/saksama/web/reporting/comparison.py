"""What has changed since a document was issued: the frozen record beside the live one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from saksama.web.reporting.comparison_words import Step, names_in, place_in_words, value_in_words


@dataclass(frozen=True, slots=True)
class Changed:
    """A statement with its place in words; `None` where one side does not have it."""

    place: str
    frozen: str | None
    live: str | None


def differences(frozen: Any, live: Any) -> Iterator[Changed]:
    """The statements that differ, in the order of the frozen record. Rows are told apart by their id or year."""
    names = names_in(frozen) | names_in(live)
    for steps, before, now in _differing(frozen, live, ()):
        field = steps[-1][0] if steps else ""
        yield Changed(place_in_words(steps, names), value_in_words(field, before), value_in_words(field, now))


def _differing(frozen: Any, live: Any, steps: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], Any, Any]]:
    if isinstance(frozen, dict) and isinstance(live, dict):
        for name in [*frozen, *(name for name in live if name not in frozen)]:
            yield from _differing(frozen.get(name), live.get(name), (*steps, (name, "")))
    elif steps and isinstance(frozen, list) and isinstance(live, list) and _is_named(frozen) and _is_named(live):
        left, right = ({_name(row): row for row in side} for side in (frozen, live))
        for name in [*left, *(name for name in right if name not in left)]:
            yield from _differing(left.get(name), right.get(name), (*steps[:-1], (steps[-1][0], name or "")))
    elif frozen != live:
        yield steps, frozen, live


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
