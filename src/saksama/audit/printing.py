"""An audit for people: first what the head of the agency must see, then every finding, then what was looked at."""

import textwrap
from collections.abc import Iterator

from saksama.audit.coverage_text import coverage_lines
from saksama.audit.finding import Audit, Finding, Spot
from saksama.audit.numbered import Numbered, numbered
from saksama.audit.place_words import is_said, where, where_and_what
from saksama.audit.rule import Severity
from saksama.language.messages import _, ngettext

WIDTH = 100
MOST_HEADLINES = 10
_MOST_COMPARED = 3
_INDENT = "    "


def audit_lines(audit: Audit, *, is_complete: bool = False) -> Iterator[str]:
    """The lines of an audit. Notes are counted, unless `is_complete`."""
    every = tuple(numbered(audit))
    yield audit.file
    yield "=" * min(len(audit.file), WIDTH)
    if not every:
        yield _("Tidak ada temuan.")
    yield from _headlines(every)
    for severity in (Severity.ERROR, Severity.WARNING):
        yield from _section(severity, every)
    yield from _notes(every, is_complete=is_complete)
    yield ""
    yield from (line for paragraph in coverage_lines(audit) for line in _wrapped(*paragraph))


def title_of(severity: Severity, count: int) -> str:
    """The heading of the findings of one severity."""
    match severity:
        case Severity.ERROR:
            return ngettext("Kesalahan ({count})", "Kesalahan ({count})", count).format(count=count)
        case Severity.WARNING:
            return ngettext("Perlu dicek ({count})", "Perlu dicek ({count})", count).format(count=count)
        case Severity.NOTE:
            return ngettext("Catatan ({count})", "Catatan ({count})", count).format(count=count)


def _headlines(every: tuple[Numbered, ...]) -> Iterator[str]:
    chosen = [item for item in every if item.finding.is_headline]
    if not chosen:
        return
    yield ""
    yield _("Yang harus dilihat pimpinan")
    for place, item in enumerate(chosen[:MOST_HEADLINES], 1):
        yield from _wrapped(f"{place:>2}. ", f"{_headline(item.finding)} [{item.number}]")
    left = len(chosen) - MOST_HEADLINES
    if left > 0:
        more = ngettext("Dan {count} hal penting lagi di bawah.", "Dan {count} hal penting lagi di bawah.", left)
        yield from _wrapped(_INDENT, more.format(count=left))


def _headline(finding: Finding) -> str:
    place = where(finding.spots[0]) if finding.spots else ""
    if not place or is_said(finding.spots[0], finding.message):
        return finding.message
    return _("{message} Perbaiki di {place}.").format(message=finding.message, place=place)


def _section(severity: Severity, every: tuple[Numbered, ...]) -> Iterator[str]:
    roots = [item for item in every if not item.root and item.finding.severity is severity]
    if not roots:
        return
    yield ""
    yield title_of(severity, len(roots))
    for root in roots:
        yield ""
        yield from _finding(root, depth=0)
        following = [item for item in every if item.root == root.number]
        if following:
            count = len(following)
            follows = ngettext("Yang ikut salah karenanya ({count}):", "Yang ikut salah karenanya ({count}):", count)
            yield from _wrapped(_INDENT, follows.format(count=count))
        for item in following:
            yield from _finding(item, depth=item.number.count("."))


def _finding(item: Numbered, *, depth: int) -> Iterator[str]:
    finding, before = item.finding, _INDENT * depth
    label = f"[{item.number}] "
    yield from _wrapped(before + label, finding.message, hanging=before + _INDENT)
    inside = before + _INDENT
    if finding.arithmetic:
        yield from _wrapped(inside, _("Hitungan: {sum}").format(sum=finding.arithmetic))
    if finding.spots and not is_said(finding.spots[0], finding.message):
        yield from _wrapped(inside, _("Letak: {place}").format(place=where_and_what(finding.spots[0])))
    compared = _compared(finding)
    for spot in compared[:_MOST_COMPARED]:
        yield from _wrapped(inside, _("Bandingkan: {place}").format(place=where_and_what(spot)))
    left = len(compared) - _MOST_COMPARED
    if left > 0:
        more = ngettext("dan {count} tempat lagi", "dan {count} tempat lagi", left)
        yield from _wrapped(inside, more.format(count=left))
    if finding.remedy:
        yield from _wrapped(inside, _("Yang dapat dilakukan: {remedy}").format(remedy=finding.remedy))
    if not item.root:
        yield from _wrapped(inside, _source(finding))


def _compared(finding: Finding) -> list[Spot]:
    """The places that neither the message nor the arithmetic, which names the parts in the same table, has told."""
    first = finding.spots[0].table if finding.spots else ""
    return [
        spot
        for spot in finding.spots[1:]
        if where_and_what(spot)
        and not is_said(spot, finding.message)
        and not (finding.arithmetic and first and spot.table == first)
    ]


def _source(finding: Finding) -> str:
    rule = _("Aturan {code} ({name})").format(code=finding.rule, name=finding.name)
    return f"{rule}; {finding.basis}" if finding.basis else rule


def _notes(every: tuple[Numbered, ...], *, is_complete: bool) -> Iterator[str]:
    notes = [item for item in every if not item.root and item.finding.severity is Severity.NOTE]
    if not notes:
        return
    if is_complete:
        yield from _section(Severity.NOTE, every)
        return
    yield ""
    yield title_of(Severity.NOTE, len(notes))
    by_rule: dict[str, list[Finding]] = {}
    for item in notes:
        by_rule.setdefault(item.finding.rule, []).append(item.finding)
    for rule, findings in sorted(by_rule.items()):
        count = ngettext("{count} kali", "{count} kali", len(findings)).format(count=len(findings))
        example = _("misalnya {message}").format(message=findings[0].message)
        if len(findings) == 1:
            example = findings[0].message
        yield from _wrapped(f"  {rule} {count}: ", example, hanging=_INDENT)
    yield from _wrapped("  ", _("Semua catatan satu per satu: tambahkan --all."))


def _wrapped(before: str, text: str, *, hanging: str | None = None) -> list[str]:
    indent = " " * len(before) if hanging is None else hanging
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=before,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [before.rstrip()]
