"""Small whole reports, and what one rule finds in them."""

from saksama.audit.catalogue import rule_named
from saksama.audit.finding import Audit, Finding
from saksama.audit.inspection import inspect
from saksama.audit.rule import Severity
from saksama.documents.document import (
    Block,
    Contents,
    ContentsEntry,
    ContentsKind,
    Document,
    Heading,
    HeadingNumbering,
    Paragraph,
    Part,
    PartKind,
    Text,
    Unread,
)
from saksama.understanding.understand import understand
from tests.audit.builders import sentence

CHAPTER_TITLES = ("PENDAHULUAN", "PERENCANAAN KINERJA", "AKUNTABILITAS KINERJA", "PENUTUP")
NUMERALS = ("BAB I", "BAB II", "BAB III", "BAB IV")
ALL_ANALYSES = (
    "Tabel berikut membandingkan target dan realisasi, juga dengan tahun sebelumnya, target jangka menengah dan "
    "standar nasional. Penyebab keberhasilan diuraikan bersama solusi yang telah dilakukan. "
    "Penggunaan sumber daya efisien. "
    "Program dan kegiatan ini menunjang pencapaian sasaran."
)


def chapter(place: int) -> Heading:
    """The heading of a chapter, from 0."""
    return Heading(1, CHAPTER_TITLES[place], f"bab{place}", HeadingNumbering.CHAPTER, NUMERALS[place])


def section(text: str, number: str = "A.", level: int = 2) -> Heading:
    """A numbered heading inside a chapter."""
    return Heading(level, text, text, number=number)


def whole(
    *blocks: Block,
    plan: tuple[Block, ...] = (),
    front: tuple[Block, ...] = (),
    closing: tuple[Block, ...] = (),
    without: int | None = None,
    unread: tuple[Unread, ...] = (),
    year: int = 2020,
    agency: str = "DINAS PERHUBUNGAN KOTA CONTOHAN",
) -> Document:
    """A report of four chapters; `blocks` stand in the third, and `without` leaves one chapter out."""
    insides: tuple[tuple[Block, ...], ...] = (
        (sentence("Laporan ini disusun sebagai pertanggungjawaban."),),
        (sentence("Perjanjian kinerja disusun setiap tahun."), *plan),
        (sentence(ALL_ANALYSES), *blocks),
        (sentence("Demikian laporan ini."), *closing),
    )
    body = [block for place, inside in enumerate(insides) if place != without for block in (chapter(place), *inside)]
    cover = Paragraph((Text(f"LAPORAN KINERJA {agency} TAHUN {year}"),))
    parts = (Part(PartKind.COVER, (cover,)), Part(PartKind.FRONT, front), Part(PartKind.BODY, tuple(body)))
    return Document(f"Laporan Kinerja {agency.title()} Tahun {year}", "", None, parts, unread=unread)


def contents(*lines: str) -> Contents:
    """A list of contents; a line is "number | text", chapters at level 1 and the rest at 2."""
    pairs = [tuple(part.strip() for part in line.split("|")) for line in lines]
    return Contents(
        ContentsKind.HEADINGS,
        tuple(ContentsEntry(1 if number.startswith("BAB") else 2, number, text, "") for number, text in pairs),
    )


def looked(document: Document, code: str) -> Audit:
    """What one rule alone gives."""
    rule = rule_named(code)
    assert rule, code
    return inspect(understand(document), (rule,))


def findings(document: Document, code: str) -> tuple[Finding, ...]:
    """What one rule alone finds."""
    return looked(document, code).findings


def found(document: Document, code: str, severity: Severity) -> Finding:
    """The one thing that a rule finds, of that severity."""
    (only,) = findings(document, code)
    assert only.severity is severity, only.message
    return only


def assert_passes(document: Document, code: str) -> None:
    """The rule looked and found nothing."""
    audit = looked(document, code)
    assert not [finding.message for finding in audit.findings]
    assert any(of_rule.passed for of_rule in audit.coverage), f"{code} did not look: {audit.coverage}"
