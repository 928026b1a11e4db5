"""`saksama pull`: what someone edited in Word comes back as text; figures are only listed."""

import zipfile
from pathlib import Path

import pytest

from saksama.documents.content_controls import control_tag
from saksama.exchange.reading import read_record
from saksama.exchange.sample import SAMPLE
from saksama.kernel.indicator import NarrativePart
from saksama.kernel.own_words import narrative_name, own_words, text_name, with_words
from saksama.kernel.record import ReportPart
from tests.command import saksama

CAUSE = "Target terlampaui melalui peningkatan kapasitas organisasi kemasyarakatan"


@pytest.fixture
def report(sample: Path, tmp_path: Path) -> Path:
    """The sample's report as Word, in a folder of its own."""
    assert saksama("report", sample, "-o", "L.docx", cwd=tmp_path).code == 0
    return tmp_path / "L.docx"


def _edited(path: Path, *changes: tuple[str, str]) -> Path:
    """A copy of a Word file in which text was changed once for each pair."""
    copy = path.with_name("E.docx")
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(copy, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "word/document.xml":
                for old, new in changes:
                    assert old.encode() in content, old
                    content = content.replace(old.encode(), new.encode(), 1)
            after.writestr(name, content)
    return copy


def test_an_unedited_report_changes_nothing(sample: Path, report: Path, tmp_path: Path) -> None:
    ended = saksama("pull", report, sample, "-o", "baru.xlsx", cwd=tmp_path)

    assert ended.code == 0
    assert "Tidak ada naskah yang berubah" in ended.out
    assert not (tmp_path / "baru.xlsx").exists()


def test_an_edited_text_comes_back_and_nothing_else_changes(sample: Path, report: Path, tmp_path: Path) -> None:
    edited = _edited(report, (CAUSE, "Target terlampaui berkat pembinaan organisasi kemasyarakatan"))

    preview = saksama("pull", edited, sample, cwd=tmp_path)
    ended = saksama("pull", edited, sample, "-o", "baru.xlsx", cwd=tmp_path)

    assert "1 naskah berubah" in preview.out
    assert "Belum ada yang ditulis" in preview.out
    assert ended.code == 0
    before, after = read_record(sample).record, read_record(tmp_path / "baru.xlsx").record
    assert before is not None
    assert after is not None
    name = narrative_name("IK2", 2020, NarrativePart.CAUSE)
    texts = {words.name: words.text for words in own_words(after, 2020)}
    assert texts[name].startswith("Target terlampaui berkat pembinaan")
    original = {words.name: words.text for words in own_words(before, 2020)}
    assert with_words(after, name, original[name]) == before


def test_a_figure_changed_by_hand_is_listed_and_not_taken(sample: Path, report: Path, tmp_path: Path) -> None:
    ended = saksama("pull", _edited(report, ("138,19", "139,19")), sample, "-o", "baru.xlsx", cwd=tmp_path)

    assert "1 angka diubah di Word" in ended.out
    assert "di Word 139,19" in ended.out
    assert "dari data 138,19" in ended.out
    assert not (tmp_path / "baru.xlsx").exists()


def test_a_program_that_drops_the_tags_is_followed_by_order(sample: Path, report: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(report) as package:
        tags = [tag.split(b'"')[0].decode() for tag in package.read("word/document.xml").split(b'<w:tag w:val="')[1:]]
    edited = _edited(report, (CAUSE, "Sebab lain"), *((f'<w:tag w:val="{tag}"/>', "") for tag in tags))

    assert "1 naskah berubah" in saksama("pull", edited, sample, cwd=tmp_path).out


def test_another_file_is_refused_and_says_which_is_wanted(sample: Path, report: Path, tmp_path: Path) -> None:
    (tmp_path / "lain.docx").write_bytes(b"bukan Word")

    broken = saksama("pull", "lain.docx", sample, cwd=tmp_path)
    same = saksama("pull", report, sample, "-o", sample, cwd=tmp_path)

    assert (broken.code, same.code) == (2, 2)


def test_a_placeholder_that_was_filled_is_a_new_text() -> None:
    name = text_name(2020, ReportPart.CONCLUSION)

    told = with_words(SAMPLE, name, "Kinerja baik.")
    assert told.text(2020, ReportPart.CONCLUSION) == "Kinerja baik."
    assert with_words(told, name, "") == SAMPLE


def test_a_tag_is_no_longer_than_word_takes_and_still_tells_two_fields_apart() -> None:
    long = narrative_name("I" * 80, 2020, NarrativePart.CAUSE)

    assert control_tag("text/2020/foreword") == "text/2020/foreword"
    assert len(control_tag(long)) <= 64
    assert control_tag(long) != control_tag(narrative_name("I" * 81, 2020, NarrativePart.CAUSE))
