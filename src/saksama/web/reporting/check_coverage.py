"""What a check looked at and what it could not, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from saksama.audit.coverage_text import unread_sentences
from saksama.documents.document import Unread, UnreadKind
from saksama.kernel.provenance import Place
from saksama.kernel.rounding import grouped


@dataclass(frozen=True, slots=True)
class CheckCoverage:
    """Counts as text, why relations were skipped (count, reason), and what was not read."""

    figures: str
    linked: str
    passed: str
    failed: str
    skipped: str
    reasons: tuple[tuple[str, str], ...]
    unread: tuple[str, ...]


def check_coverage(findings: Mapping[str, Any]) -> CheckCoverage:
    """The coverage of the audit's JSON, the most frequent reason first."""
    coverage = findings["coverage"]
    checks = coverage["checks"]
    reasons = sorted(coverage["skipped"], key=lambda one: (-one["count"], one["reason"]))
    return CheckCoverage(
        _count(coverage["figures"]),
        _count(coverage["linked"]),
        _count(checks["passed"]),
        _count(checks["failed"]),
        _count(checks["skipped"]),
        tuple((_count(one["count"]), one["reason"]) for one in reasons),
        tuple(unread_sentences([_unread(one) for one in coverage["unread"]])),
    )


def _unread(item: Mapping[str, Any]) -> Unread:
    place = Place(page=item["page"], sheet=item["sheet"] or "", path=item["path"] or "")
    return Unread(UnreadKind(item["kind"]), place, item["note"])


def _count(number: int) -> str:
    return grouped(Decimal(number), 0)
