"""DOC018: a heading with nothing under it."""

from saksama.audit.rule import Severity
from saksama.documents.document import Unread, UnreadKind
from saksama.kernel.provenance import Place
from tests.audit.builders import sentence
from tests.audit.whole_reports import assert_passes, findings, found, section, whole

CODE = "DOC018"
EMPTY = (section("Struktur Organisasi"), section("Isu Strategis", "B."), sentence("Isu strategis dinas."))


def test_an_empty_section_is_flagged() -> None:
    assert "Struktur Organisasi" in found(whole(*EMPTY), CODE, Severity.WARNING).message


def test_a_section_with_text_is_clean() -> None:
    assert_passes(whole(EMPTY[0], sentence("Bagan organisasi."), *EMPTY[1:]), CODE)


def test_a_section_that_begins_with_a_subsection_is_clean() -> None:
    assert_passes(whole(EMPTY[0], section("Susunan", "1.", 3), sentence("Bagan organisasi."), *EMPTY[1:]), CODE)


def test_a_picture_that_was_not_read_may_fill_it() -> None:
    unread = (Unread(UnreadKind.IMAGE, Place()),)

    assert findings(whole(*EMPTY, unread=unread), CODE) == ()
