"""How much of a document was looked at, in words."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from saksama.audit.finding import Audit
from saksama.documents.document import Unread, UnreadKind
from saksama.kernel.rounding import grouped
from saksama.language.messages import _, ngettext

_MOST_REASONS = 12
_MOST_EXAMPLES = 5


def coverage_lines(audit: Audit) -> Iterator[tuple[str, str]]:
    """Paragraphs as (indent, text)."""
    coverage = audit.reading.coverage
    yield "", _("Apa yang diperiksa")
    yield (
        "  ",
        _("Angka yang ditemukan: {figures}; yang dipahami maksudnya: {linked}; yang belum dipahami: {left}.").format(
            figures=_count(coverage.figures),
            linked=_count(coverage.linked),
            left=_count(coverage.figures - coverage.linked),
        ),
    )
    passed, failed = (sum(getattr(rule, name) for rule in audit.coverage) for name in ("passed", "failed"))
    reasons = skipped_reasons(audit)
    yield (
        "  ",
        _("Hubungan yang dihitung ulang: {passed} cocok, {failed} tidak cocok, {skipped} dilewati.").format(
            passed=_count(passed),
            failed=_count(failed),
            skipped=_count(sum(count for _reason, count in reasons)),
        ),
    )
    if reasons:
        yield "  ", _("Dilewati karena:")
    for reason, count in reasons[:_MOST_REASONS]:
        yield f"    {_count(count)}: ", reason
    left = sum(count for _reason, count in reasons[_MOST_REASONS:])
    if left:
        yield f"    {_count(left)}: ", _("sebab lain")
    yield from _unread(audit.reading.document.unread)


def skipped_reasons(audit: Audit) -> list[tuple[str, int]]:
    """Why checks were skipped, the most frequent reason first."""
    counted: Counter[str] = Counter()
    for rule in audit.coverage:
        for reason, count in rule.skipped:
            counted[reason] += count
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))


def _unread(unread: Sequence[Unread]) -> Iterator[tuple[str, str]]:
    if not unread:
        return
    yield "  ", _("Yang tidak dapat dibaca, jadi tidak diperiksa:")
    for sentence in unread_sentences(unread):
        yield "    ", sentence


def unread_sentences(unread: Sequence[Unread]) -> Iterator[str]:
    """What was not read, a sentence for each kind."""
    for kind in UnreadKind:
        found = [item for item in unread if item.kind is kind]
        if found:
            yield _sentence(kind, found)


def _sentence(kind: UnreadKind, found: list[Unread]) -> str:
    pages = sorted({item.place.page for item in found if item.place.page is not None})
    what = unread_name(kind, len(found))
    if pages:
        return f"{what} ({_('hal. {page}').format(page=_ranges(pages))})"
    examples = [item.note for item in found if item.note][:_MOST_EXAMPLES]
    named = "; ".join(dict.fromkeys(examples))
    return f"{what} ({named})" if named else what


def unread_name(kind: UnreadKind, count: int) -> str:
    """What was not read, counted."""
    match kind:
        case UnreadKind.IMAGE_PAGE:
            words = ngettext("{count} halaman berupa gambar", "{count} halaman berupa gambar", count)
        case UnreadKind.IMAGE:
            words = ngettext(
                "{count} gambar yang mungkin memuat teks atau tabel",
                "{count} gambar yang mungkin memuat teks atau tabel",
                count,
            )
        case UnreadKind.UNMAPPED_FONT:
            words = ngettext(
                "{count} bagian dengan huruf yang tidak dapat dikenali",
                "{count} bagian dengan huruf yang tidak dapat dikenali",
                count,
            )
        case UnreadKind.HIDDEN:
            words = ngettext("{count} bagian tersembunyi", "{count} bagian tersembunyi", count)
        case UnreadKind.DAMAGED:
            words = ngettext("{count} bagian rusak", "{count} bagian rusak", count)
        case UnreadKind.LIMIT:
            words = ngettext("{count} bagian di luar batas", "{count} bagian di luar batas", count)
    return words.format(count=_count(count))


def _ranges(pages: list[int]) -> str:
    """Page numbers with runs joined: "3, 5-7"."""
    parts: list[list[int]] = []
    for page in pages:
        if parts and page == parts[-1][-1] + 1:
            parts[-1].append(page)
        else:
            parts.append([page])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in parts)


def _count(number: int) -> str:
    return grouped(Decimal(number), 0)
