"""A page of a PDF of which nothing is seen is left out, and the others are drawn."""

from saksama.documents.page_images import page_images

_CUT_AWAY = b"/CropBox[1000 1000 2000 2000]"


def _pdf(*pages: bytes) -> bytes:
    """A file whose pages are empty, each with what is said of it."""
    numbers = b" ".join(b"%d 0 R" % number for number in range(3, 3 + len(pages)))
    drawn = b"".join(
        b"%d 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]%s/Resources<<>>>>endobj\n" % (number, page)
        for number, page in enumerate(pages, start=3)
    )
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids["
        + numbers
        + b"]/Count %d>>endobj\n" % len(pages)
        + drawn
        + b"trailer<</Root 1 0 R>>"
    )


def test_a_page_that_is_cut_away_is_not_drawn() -> None:
    found = page_images(_pdf(b"", _CUT_AWAY, b""), "Surat", most=10)

    assert [image.description for image in found.images] == ["Surat, halaman 1 dari 3", "Surat, halaman 3 dari 3"]
    assert found.pages == 3
