"""Pictures at their subject and PDF files that are bound in."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from saksama.compose.sections import enclosures
from saksama.documents.document import Figure, Heading, PartKind, Text, blocks, inlines
from saksama.documents.page_images import page_images
from saksama.documents.pictures import Image
from saksama.documents.writers import html, markdown
from saksama.kernel.activities import BoundAttachment, Picture
from saksama.kernel.budget import BudgetLevel, BudgetNode, Support
from saksama.kernel.record import PerformanceRecord
from tests.compose.grown import YEAR, indicator, of, report, words


def scan(pages: int, width: int = 595, height: int = 842) -> bytes:
    """A PDF whose pages have a black square at the top left."""
    made = pikepdf.new()
    for _page in range(pages):
        made.add_blank_page(page_size=(width, height))
        made.pages[-1].Contents = made.make_stream(f"0 {height - 72} 72 72 re f".encode())
    file = BytesIO()
    made.save(file, deterministic_id=True)
    return file.getvalue()


DOT = page_images(scan(1, 40, 30), "titik", most=1).images[0]


def picture(subject: str, caption: str = "Penyerahan bantuan") -> Picture:
    return Picture(YEAR, caption, "image/png", DOT.content, DOT.width, DOT.height, subject)


def with_pdf(content: bytes, title: str = "Perjanjian yang ditandatangani") -> PerformanceRecord:
    return replace(of(indicator()), attachments=(BoundAttachment(YEAR, title, content),))


def headings_above(record: PerformanceRecord, caption: str) -> list[str]:
    """The headings that a picture stands below, the nearest last."""
    above: list[str] = []
    for block in blocks(report(record)):
        if isinstance(block, Heading):
            above = [*above[: block.level - 1], block.text]
        if isinstance(block, Figure) and block.caption == caption:
            return above
    raise AssertionError(caption)


def test_a_page_is_drawn_as_it_looks_at_120_dots_an_inch() -> None:
    image = page_images(scan(1), "Surat", most=1).images[0]

    # 595 ÷ 72 × 120 = 991,7; 842 ÷ 72 × 120 = 1403,3
    assert (image.media_type, image.width, image.height) == ("image/png", 992, 1404)
    assert image.description == "Surat, halaman 1 dari 1"
    assert image == page_images(scan(1), "Surat", most=1).images[0]


def test_a_plan_on_a_large_sheet_is_drawn_smaller() -> None:
    image = page_images(scan(1, 2384, 3370), "Peta", most=1).images[0]

    assert max(image.width, image.height) <= 1801


def test_enclosed_files_follow_the_attachments_page_by_page() -> None:
    document = report(with_pdf(scan(2)))
    part = next(part for part in document.parts if part.kind is PartKind.ATTACHMENTS)
    titles = [block.text for block in part.blocks if isinstance(block, Heading)]
    pages = [block for block in part.blocks if isinstance(block, Figure)]

    assert titles[-1] == "Perjanjian yang ditandatangani"
    assert [page.picture.description for page in pages if isinstance(page.picture, Image)] == [
        "Perjanjian yang ditandatangani, halaman 1 dari 2",
        "Perjanjian yang ditandatangani, halaman 2 dari 2",
    ]
    assert not any(page.number or page.caption for page in pages)


def test_a_long_file_is_cut_visibly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(enclosures, "MOST_PAGES", 2)

    assert "dimuat 2 dari 5 halaman; selebihnya ada pada berkas aslinya" in words(with_pdf(scan(5)))


def test_a_damaged_file_is_a_visible_gap() -> None:
    gaps = [
        inline.text
        for block in blocks(report(with_pdf(b"%PDF-1.7 rusak")))
        for inline in inlines(block)
        if isinstance(inline, Text) and inline.gap
    ]

    assert "berkas PDF tidak dapat dibuka" in gaps


def test_pages_without_caption_have_none_in_web_pages_and_markdown() -> None:
    document = report(with_pdf(scan(1)))

    assert "<figcaption></figcaption>" not in html.write(document).decode()
    assert "****" not in markdown.write(document).decode()


def test_a_picture_of_an_indicator_stands_at_its_objective() -> None:
    record = replace(of(indicator()), pictures=(picture("X"),))

    assert headings_above(record, "Penyerahan bantuan")[1:3] == [
        "Capaian Kinerja Organisasi",
        "Sasaran 1: Sasaran contoh",
    ]


def test_a_picture_of_an_activity_stands_at_the_objective_that_it_serves() -> None:
    activity = BudgetNode("K1", "Kegiatan", BudgetLevel.ACTIVITY)
    programme = BudgetNode("P1", "Program", BudgetLevel.PROGRAMME, children=(activity,))
    record = replace(
        of(indicator()), programmes=(programme,), supports=(Support("P1", "S1"),), pictures=(picture("K1"),)
    )

    assert headings_above(record, "Penyerahan bantuan")[2] == "Sasaran 1: Sasaran contoh"


def test_other_pictures_are_not_lost() -> None:
    record = replace(of(indicator()), pictures=(picture(""), picture("tidak-ada", "Rapat kerja")))

    assert headings_above(record, "Penyerahan bantuan")[-1] == "Dokumentasi"
    assert headings_above(record, "Rapat kerja")[-1] == "Dokumentasi"
