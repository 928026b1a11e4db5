"""EXT005: glyphs that no one can copy."""

from saksama.audit.rule import Severity
from saksama.documents.document import Unread, UnreadKind
from saksama.kernel.provenance import Place
from tests.audit.whole_reports import assert_passes, found, whole

CODE = "EXT005"


def test_a_page_of_unmapped_glyphs_is_flagged() -> None:
    document = whole(unread=(Unread(UnreadKind.UNMAPPED_FONT, Place(page=3)),))

    assert "halaman 3" in found(document, CODE, Severity.WARNING).message


def test_hidden_text_is_a_note() -> None:
    found(whole(unread=(Unread(UnreadKind.HIDDEN, Place(page=3)),)), CODE, Severity.NOTE)


def test_tracked_changes_are_said_without_a_place() -> None:
    note = "revisi terlacak dibaca sebagai diterima: 1 sisipan, 2 hapusan"
    finding = found(whole(unread=(Unread(UnreadKind.HIDDEN, Place(file="lkjip.docx"), note),)), CODE, Severity.NOTE)

    assert finding.message == f"Ada teks yang tidak tampak ({note})."
    assert finding.spots == ()


def test_a_document_without_either_is_clean() -> None:
    assert_passes(whole(unread=(Unread(UnreadKind.IMAGE, Place(page=3)),)), CODE)
