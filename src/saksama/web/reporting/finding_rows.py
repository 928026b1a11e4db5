"""The plain values of a check's page: the findings with their places and arithmetic, and what was decided of each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from saksama.language.messages import _
from saksama.web.reporting.models import Decision, ReportCheck

_TONES = {"error": "bad", "warning": "warn", "note": ""}


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding. `key` is its place in the check; consequences stand below their root."""

    key: str
    rule: str
    severity: str
    tone: str
    message: str
    arithmetic: str
    remedy: str
    places: tuple[str, ...]
    is_headline: bool
    decision: Decision | None
    consequences: tuple["FindingRow", ...]


def finding_rows(check: ReportCheck) -> tuple[FindingRow, ...]:
    """The findings of a check that is done, the gravest first. 1 query."""
    decided = {one.finding: one for one in check.decisions.select_related("person")}
    return _rows((check.findings or {}).get("findings", ()), decided, "")


def _rows(findings: Iterable[Mapping[str, Any]], decided: Mapping[str, Decision], above: str) -> tuple[FindingRow, ...]:
    return tuple(_row(one, f"{above}{number}", decided) for number, one in enumerate(findings, 1))


def _row(found: Mapping[str, Any], key: str, decided: Mapping[str, Decision]) -> FindingRow:
    words = {"error": _("Salah"), "warning": _("Perlu dicek"), "note": _("Catatan")}
    return FindingRow(
        key,
        found["rule"],
        words.get(found["severity"], found["severity"]),
        _TONES.get(found["severity"], ""),
        found["message"],
        found.get("arithmetic") or "",
        found.get("remedy") or "",
        tuple(_place(spot) for spot in found["places"]),
        bool(found["is_headline"]),
        decided.get(key),
        _rows(found.get("consequences", ()), decided, f"{key}."),
    )


def _place(spot: Mapping[str, Any]) -> str:
    parts = (
        _("hal. {page}").format(page=spot["page"]) if spot["page"] else "",
        _("lembar {sheet}").format(sheet=spot["sheet"]) if spot["sheet"] else "",
        spot["cell"] or "",
        spot["table"],
        spot["row"],
        spot["column"],
    )
    where = ", ".join(part for part in parts if part)
    return f"{where}: {spot['text']}" if where and spot["text"] else where or spot["text"]
