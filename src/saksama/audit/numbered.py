"""Findings by the numbers under which the text, the marks and the notes speak of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from saksama.audit.finding import Audit, Finding
from saksama.audit.rule import Severity

GRAVITY = (Severity.NOTE, Severity.WARNING, Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding with its number ("3", "3.1" for what follows from it) and that of its root, "" at the root."""

    number: str
    finding: Finding
    root: str = ""


def numbered(audit: Audit) -> Iterator[Numbered]:
    """Every finding of a document, each followed by its consequences."""
    for place, finding in enumerate(audit.findings, 1):
        yield from _with_consequences(str(place), finding, "")


def _with_consequences(number: str, finding: Finding, root: str) -> Iterator[Numbered]:
    yield Numbered(number, finding, root)
    for place, consequence in enumerate(finding.consequences, 1):
        yield from _with_consequences(f"{number}.{place}", consequence, root or number)


def has_findings(audit: Audit, level: Severity) -> bool:
    """Whether something at least as grave was found."""
    found = (GRAVITY.index(item.finding.severity) for item in numbered(audit))
    return max(found, default=-1) >= GRAVITY.index(level)
