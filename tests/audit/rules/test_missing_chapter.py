"""DOC001: a chapter that is not there."""

from saksama.audit.rule import Severity
from tests.audit.builders import sentence
from tests.audit.whole_reports import CHAPTER_TITLES, NUMERALS, assert_passes, found, section, whole

CODE = "DOC001"


def test_a_missing_chapter_is_named() -> None:
    assert "Bab II Perencanaan" in found(whole(without=1), CODE, Severity.WARNING).message


def test_four_chapters_are_clean() -> None:
    assert_passes(whole(), CODE)


def test_a_chapter_whose_content_is_there_without_its_title_is_a_note() -> None:
    found(whole(without=2, closing=(section("Realisasi Anggaran"),)), CODE, Severity.NOTE)


def test_a_chapter_that_only_the_contents_name_is_missing() -> None:
    # The last section is an attachment: what it holds stands for no chapter.
    listed = tuple(sentence(f"{numeral} {title}") for numeral, title in zip(NUMERALS, CHAPTER_TITLES, strict=True))
    attached = (sentence("LAMPIRAN"), section("Perjanjian Kinerja Tahun 2020", number="1"))

    missing = found(whole(front=listed, closing=attached, without=1), CODE, Severity.WARNING)

    assert "Bab II Perencanaan" in missing.message
    assert_passes(whole(front=listed, closing=attached), CODE)
