"""The plain values of a check's findings: places, arithmetic, and what was decided of each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from saksama.language.messages import _
from saksama.web.reporting.models import Decision, DecisionKind, ReportCheck

_TONES = {"error": "bad", "warning": "warn", "note": ""}


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding. `key` is its number in the check ("3", "3.1" for a consequence), `group` where it stands.

    `decisions` are all that were made, the last one counts; a consequence goes with its root and has none.
    """

    key: str
    rule: str
    severity: str
    severity_word: str
    tone: str
    message: str
    arithmetic: str
    remedy: str
    basis: str
    group: str
    places: tuple[str, ...]
    is_headline: bool
    decisions: tuple[Decision, ...]
    consequences: tuple["FindingRow", ...]

    @property
    def decision(self) -> Decision | None:
        """What holds now."""
        last = self.decisions[-1] if self.decisions else None
        return last if last and last.kind != DecisionKind.REOPENED else None

    @property
    def is_open(self) -> bool:
        """Whether somebody must still decide."""
        return self.decision is None


def finding_rows(check: ReportCheck) -> tuple[FindingRow, ...]:
    """The findings of a check that is done, the gravest first. 1 query."""
    decided: dict[str, list[Decision]] = {}
    for one in check.decisions.select_related("person"):
        decided.setdefault(one.finding, []).append(one)
    return _rows((check.findings or {}).get("findings", ()), decided, "")


def grouped_rows(rows: Iterable[FindingRow]) -> list[tuple[str, list[FindingRow]]]:
    """The findings by page, sheet or table, each group where its gravest stands."""
    groups: dict[str, list[FindingRow]] = {}
    for row in rows:
        groups.setdefault(row.group, []).append(row)
    return list(groups.items())


def severity_counts(rows: Sequence[FindingRow]) -> list[tuple[str, str, int]]:
    """Word, tone and number of each severity, the gravest first."""
    return [(word, _TONES[name], sum(row.severity == name for row in rows)) for name, word in _words().items()]


def _words() -> dict[str, str]:
    return {"error": _("Salah"), "warning": _("Perlu dicek"), "note": _("Catatan")}


def _rows(
    findings: Iterable[Mapping[str, Any]], decided: Mapping[str, list[Decision]], above: str
) -> tuple[FindingRow, ...]:
    return tuple(_row(one, f"{above}{number}", decided) for number, one in enumerate(findings, 1))


def _row(found: Mapping[str, Any], key: str, decided: Mapping[str, list[Decision]]) -> FindingRow:
    severity, places = found["severity"], found["places"]
    return FindingRow(
        key,
        found["rule"],
        severity,
        _words()[severity],
        _TONES[severity],
        found["message"],
        found.get("arithmetic") or "",
        found.get("remedy") or "",
        found.get("basis") or "",
        _group(places[0]) if places else _("Seluruh laporan"),
        tuple(_place(spot) for spot in places),
        bool(found["is_headline"]),
        tuple(decided.get(key, ())),
        _rows(found.get("consequences", ()), decided, f"{key}."),
    )


def _group(spot: Mapping[str, Any]) -> str:
    if spot["page"]:
        return _("Halaman {page}").format(page=spot["page"])
    if spot["sheet"]:
        return _("Lembar {sheet}").format(sheet=spot["sheet"])
    return spot["table"] or _("Di luar tabel")


def _place(spot: Mapping[str, Any]) -> str:
    parts = (
        _("hal. {page}").format(page=spot["page"]) if spot["page"] else "",
        _("lembar {sheet}").format(sheet=spot["sheet"]) if spot["sheet"] else "",
        spot["cell"],
        spot["table"],
        spot["row"],
        spot["column"],
    )
    where = ", ".join(part for part in parts if part)
    return f"{where}: {spot['text']}" if where and spot["text"] else where or spot["text"]
