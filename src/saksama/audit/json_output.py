"""Audits as JSON: what docs/reference/audit-schema.json describes, enough to replay each verdict.

Figures are plain decimal strings ("8582457773"), never numbers, so that no program rounds them.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from saksama.audit.finding import Audit, Finding, RuleCoverage, Spot
from saksama.documents.document import Unread
from saksama.kernel.figures import Figure, Interval, read_figure
from saksama.kernel.rounding import ending_decimal
from saksama.language.explanation_json import explanation_json
from saksama.understanding.reading import Figured

Json = Mapping[str, Any]

BEGINNING = '{"files": ['
END = "]}"
_SURROGATES = re.compile("[\ud800-\udfff]")


def file_text(content: Json) -> str:
    """One entry of `files` as text, in ASCII: nothing that stands in a file steers the terminal."""
    return json.dumps(_whole(content), indent=2)


def audit_json(audit: Audit) -> Json:
    """The entry of an audited file."""
    return {
        "file": audit.file,
        "coverage": _coverage(audit),
        "findings": [_finding(finding) for finding in audit.findings],
    }


def unreadable_json(file: str, reason: str) -> Json:
    """The entry of a file that was not read."""
    return {"file": file, "coverage": None, "findings": [], "unreadable": reason}


def _coverage(audit: Audit) -> Json:
    coverage = audit.reading.coverage
    skipped: Counter[str] = Counter()
    for rule in audit.coverage:
        for reason, count in rule.skipped:
            skipped[reason] += count
    return {
        "figures": coverage.figures,
        "linked": coverage.linked,
        "unlinked": coverage.figures - coverage.linked,
        "checks": {
            "passed": sum(rule.passed for rule in audit.coverage),
            "failed": sum(rule.failed for rule in audit.coverage),
            "skipped": sum(skipped.values()),
        },
        "skipped": [{"reason": reason, "count": count} for reason, count in sorted(skipped.items())],
        "rules": [_rule(rule) for rule in audit.coverage],
        "unread": [_unread(item) for item in audit.reading.document.unread],
    }


def _rule(rule: RuleCoverage) -> Json:
    skipped = [{"reason": reason, "count": count} for reason, count in rule.skipped]
    return {"rule": rule.rule, "passed": rule.passed, "failed": rule.failed, "skipped": skipped}


def _unread(item: Unread) -> Json:
    place = item.place
    return {
        "kind": item.kind.value,
        "page": place.page,
        "sheet": place.sheet or None,
        "path": place.path or None,
        "note": item.note,
    }


def _finding(finding: Finding) -> Json:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "subject": finding.subject,
        "measure": finding.measure,
        "period": finding.period,
        "stated": _stated(finding.stated) if finding.stated else None,
        "expected": _expected(finding.expected, finding.expected_text),
        "places": [_place(spot) for spot in finding.spots],
        "consequences": [_finding(consequence) for consequence in finding.consequences],
        "basis": finding.basis,
        "explanation": explanation_json(finding.explanation) if finding.explanation else None,
        "arithmetic": finding.arithmetic,
        "remedy": finding.remedy,
        "is_headline": finding.is_headline,
    }


def _stated(figured: Figured) -> Json:
    """The printed figure; its value is null while it can mean several numbers or none."""
    figure = figured.chosen or (figured.readings[0] if len(figured.readings) == 1 else None)
    return {"text": figured.text, "value": _plain(figure.value) if figure else None}


def _expected(expected: Fraction | Interval | None, text: str) -> Json | None:
    """What was expected. Of an interval the value is the number that the text prints, else its middle."""
    match expected:
        case None:
            return {"text": text, "value": None} if text else None
        case Fraction():
            return {"text": text, "value": _decimal(expected), "exact": str(expected)}
        case Interval(low, high):
            value = _printed(text, expected)
            middle = _decimal((low + high) / 2) if value is None else value
            return {"text": text, "value": middle, "low": _decimal(low), "high": _decimal(high)}


def _printed(text: str, interval: Interval) -> str | None:
    read = read_figure(text)
    figures: tuple[Figure, ...] = read if isinstance(read, tuple) else ()
    inside = [figure.value for figure in figures if figure.interval().meets(interval)]
    return _plain(inside[0]) if len(inside) == 1 else None


def _place(spot: Spot) -> Json:
    place = spot.place
    return {
        "page": place.page,
        "table": spot.table or None,
        "row": spot.row or None,
        "column": spot.column or None,
        "text": spot.text,
        "sheet": place.sheet or None,
        "cell": place.cell or None,
        "line": place.line,
        "table_number": place.table or None,
        "row_number": place.row,
        "column_number": place.column,
        "box": [_edge(edge) for edge in place.box] if place.box else None,
        "path": place.path or None,
        "start": place.start,
    }


def _edge(edge: float) -> str:
    return f"{edge:.2f}"


def _plain(value: Decimal) -> str:
    return f"{value:f}"


def _decimal(value: Fraction) -> str:
    return f"{ending_decimal(value):f}"


def _whole(content: Any) -> Any:
    """The content without halves of characters, which no reader of JSON takes."""
    match content:
        case str():
            return _SURROGATES.sub("\ufffd", content)
        case Mapping():
            return {key: _whole(value) for key, value in content.items()}
        case list():
            return [_whole(item) for item in content]
        case _:
            return content
