"""EXT002: what was seen and not read."""

from saksama.audit.rule import Severity
from saksama.documents.document import Unread, UnreadKind
from saksama.kernel.provenance import Place
from tests.audit.builders import table
from tests.audit.whole_reports import assert_passes, found, whole

CODE = "EXT002"
ROWS = "Indikator Kinerja | Target 2020 | Realisasi 2020\nPersentase rambu yang terpasang | 80 | 84"


def _pages(kind: UnreadKind, *pages: int) -> tuple[Unread, ...]:
    return tuple(Unread(kind, Place(page=page), "12 halaman") for page in pages)


def test_pictured_pages_are_named() -> None:
    document = whole(table(ROWS), unread=_pages(UnreadKind.IMAGE_PAGE, 47, 48, 49, 60))

    assert "47–49, 60" in found(document, CODE, Severity.NOTE).message


def test_a_report_of_pictures_alone_is_a_warning() -> None:
    found(whole(unread=_pages(UnreadKind.IMAGE_PAGE, 1, 2)), CODE, Severity.WARNING)


def test_what_lies_past_a_limit_is_a_warning() -> None:
    found(whole(table(ROWS), unread=_pages(UnreadKind.LIMIT, 5001)), CODE, Severity.WARNING)


def test_a_document_that_was_read_is_clean() -> None:
    assert_passes(whole(table(ROWS)), CODE)
