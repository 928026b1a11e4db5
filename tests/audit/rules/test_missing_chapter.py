"""DOC001: a chapter that is not there."""

from saksama.audit.rule import Severity
from tests.audit.whole_reports import assert_passes, found, section, whole

CODE = "DOC001"


def test_a_missing_chapter_is_named() -> None:
    assert "Bab II Perencanaan" in found(whole(without=1), CODE, Severity.WARNING).message


def test_four_chapters_are_clean() -> None:
    assert_passes(whole(), CODE)


def test_a_chapter_whose_content_is_there_without_its_title_is_a_note() -> None:
    found(whole(without=2, closing=(section("Realisasi Anggaran"),)), CODE, Severity.NOTE)
