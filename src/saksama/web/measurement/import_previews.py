"""What an import would change, as the page shows it: bounded, with the whole count of whatever is left out."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from saksama.kernel.record import PerformanceRecord
from saksama.web.measurement.difference_rows import difference_groups
from saksama.web.measurement.import_reading import Read
from saksama.web.rows import Difference

MOST_ROWS = 100
"""Of each table or list."""
_LONGEST = 1000
"""Characters of a problem or a line, which may quote a whole cell."""


def preview_of(found: Read, differences: Sequence[Difference], *, is_again: bool, needs_reason: bool) -> dict[str, Any]:
    """The preview that is kept; `is_again` where the record has changed since the one before.

    `needs_reason` where figures that were approved rest on what changes.
    """
    problems = [{"severity": one["severity"], "text": one["text"][:_LONGEST]} for one in found.problems[:MOST_ROWS]]
    return {
        "is_again": is_again,
        "needs_reason": needs_reason,
        "is_readable": found.record is not None,
        "problems": problems,
        "more_problems": len(found.problems) - len(problems),
        "said": said_groups(found.lines),
        "tables": [
            asdict(one) | {"more": one.more}
            for one in difference_groups(differences, _names(found.record), most=MOST_ROWS)
        ],
        "count": len(differences),
    }


def _names(record: PerformanceRecord | None) -> dict[object, str]:
    """The name of everything in the record that has an id."""
    if record is None:
        return {}
    names: dict[object, str] = {one.id: one.name for one in record.indicators()}
    names.update((one.id, one.name) for one in record.plan.goals)
    names.update((one.id, one.name) for goal in record.plan.goals for one in goal.objectives)
    names.update((one.id, one.name) for one in record.nodes())
    return names


def said_groups(lines: Iterable[str]) -> list[dict[str, Any]]:
    """Indented lines below the line that they belong to."""
    groups: list[dict[str, Any]] = []
    for line in lines:
        text = line.strip()[:_LONGEST]
        if not line.startswith(" "):
            groups.append({"title": text.removesuffix(":"), "items": [], "count": 0})
            continue
        group = groups[-1]
        if line.startswith("   "):
            if group["items"] and group["count"] <= MOST_ROWS and len(group["items"][-1]["parts"]) < MOST_ROWS:
                group["items"][-1]["parts"].append(text)
            continue
        group["count"] += 1
        if group["count"] <= MOST_ROWS:
            group["items"].append({"text": text, "parts": []})
    return [group | {"more": group["count"] - len(group["items"])} for group in groups]
