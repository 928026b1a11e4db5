"""What is written into a marked document: a note for each finding, and where it belongs."""

import hashlib
from collections import Counter
from dataclasses import dataclass

from saksama.audit.finding import Audit, Finding, Spot
from saksama.audit.numbered import Numbered, numbered
from saksama.audit.place_words import is_said, where_and_what
from saksama.audit.rule import Severity
from saksama.language.messages import _

AUTHOR = "Saksama"
_MOST_OTHERS = 12
"""A finding about a whole column names more places; the rest are read in the text."""
_FINGERPRINT_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Mark:
    """A note at one place. The first of a finding tells all; the others point to it.

    `fingerprint` tells the note again in a document that was marked before: it is made of what the finding says and
    of nothing that a mark changes.
    """

    number: str
    fingerprint: str
    severity: Severity
    spot: Spot | None
    target: str
    title: str
    lines: tuple[str, ...]
    is_first: bool = True


def marks(audit: Audit) -> tuple[Mark, ...]:
    """The marks of an audit in the order of its findings. A note is marked at its first place only."""
    found: list[Mark] = []
    seen: Counter[str] = Counter()
    for item in numbered(audit):
        said = _meaning(item.finding)
        seen[said] += 1
        found += _marks(item, _fingerprint(f"{said}\x1f{seen[said]}"))
    return tuple(found)


def _marks(item: Numbered, fingerprint: str) -> list[Mark]:
    finding, spots = item.finding, item.finding.spots
    title = _title(item)
    stated = finding.stated.text if finding.stated else ""
    first = spots[0] if spots else None
    target = stated or (first.text if first else "")
    severity = finding.severity
    written = [Mark(item.number, fingerprint, severity, first, target, title, _lines(item))]
    others = () if severity is Severity.NOTE else spots[1 : 1 + _MOST_OTHERS]
    for place, spot in enumerate(others, 1):
        pointing = (_("Lihat temuan {number}: {message}").format(number=item.number, message=finding.message),)
        own = f"{fingerprint}-{place}"
        written.append(Mark(item.number, own, severity, spot, spot.text, title, pointing, is_first=False))
    return written


def _meaning(finding: Finding) -> str:
    figure = finding.stated.text if finding.stated else ""
    labels = [part for spot in finding.spots[:1] for part in (spot.table, spot.row, spot.column, spot.text)]
    return "\x1f".join((finding.rule, finding.subject, finding.measure, finding.period, figure, *labels))


def _fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:_FINGERPRINT_LENGTH]


def severity_word(severity: Severity) -> str:
    """What a finding of this severity is called."""
    match severity:
        case Severity.ERROR:
            return _("kesalahan")
        case Severity.WARNING:
            return _("perlu dicek")
        case Severity.NOTE:
            return _("catatan")


def _title(item: Numbered) -> str:
    word = severity_word(item.finding.severity)
    if item.root:
        return _("Temuan {number} ({severity}), akibat temuan {root}").format(
            number=item.number, severity=word, root=item.root
        )
    return _("Temuan {number} ({severity})").format(number=item.number, severity=word)


def _lines(item: Numbered) -> tuple[str, ...]:
    finding = item.finding
    lines = [finding.message]
    if finding.arithmetic:
        lines.append(_("Hitungan: {sum}").format(sum=finding.arithmetic))
    else:
        lines += [_("Bandingkan: {place}").format(place=place) for place in _others(finding)]
    if finding.remedy:
        lines.append(_("Yang dapat dilakukan: {remedy}").format(remedy=finding.remedy))
    if finding.basis and not item.root:
        lines.append(_("Dasar: {basis}").format(basis=finding.basis))
    return tuple(lines)


def _others(finding: Finding) -> list[str]:
    unsaid = [spot for spot in finding.spots[1:4] if not is_said(spot, finding.message)]
    return [place for place in map(where_and_what, unsaid) if place]


def signature(mark: Mark) -> str:
    """The last line of a note, by which it is told again: rule and fingerprint."""
    return f"{AUTHOR} · {mark.fingerprint}"
