"""The order of findings, and the ten that the head of the agency must see (practice.md)."""

from dataclasses import replace

from saksama.audit.finding import Finding
from saksama.audit.rule import Severity

MOST_HEADLINES = 10
_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
# What signs badly comes first: totals that are not their parts, spending above the ceiling, words beside a miss, a
# target unlike the agreement, one indicator with two values, another year's or agency's text.
_URGENCY = ("SUM001", "ABS004", "RAT", "CON", "ACH", "AVG", "TXT", "ABS", "SUM", "DOC")
_UNFIT = ("EXT",)


def in_order(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The gravest first, the headlines marked."""
    ordered = sorted(findings, key=_rank)
    chosen = [
        finding for finding in ordered if finding.severity is not Severity.NOTE and not finding.rule.startswith(_UNFIT)
    ]
    headlines = {id(finding) for finding in chosen[:MOST_HEADLINES]}
    return tuple(replace(finding, is_headline=id(finding) in headlines) for finding in ordered)


def _rank(finding: Finding) -> tuple[int, int, int]:
    urgency = next((place for place, code in enumerate(_URGENCY) if finding.rule.startswith(code)), len(_URGENCY))
    return _SEVERITIES.index(finding.severity), urgency, -len(finding.consequences)
