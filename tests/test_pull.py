"""`saksama pull`: what someone edited in Word comes back as text; figures are only listed."""

import re
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


def _control(report: Path) -> str:
    """The XML of the control that holds the cause of IK2."""
    with zipfile.ZipFile(report) as package:
        written = package.read("word/document.xml").decode()
    found = re.search(r'<w:sdt><w:sdtPr><w:tag w:val="narrative/2020/cause/IK2"/>.*?</w:sdt>', written)
    assert found
    return found[0]


def _pulled(report: Path, sample: Path, *changes: tuple[str, str]) -> str:
    return saksama("pull", _edited(report, *changes), sample, cwd=report.parent).out


def test_a_deleted_control_keeps_the_workbook_s_text_and_is_told(sample: Path, report: Path) -> None:
    told = _pulled(report, sample, (_control(report), ""))

    assert "Penyebab: isiannya tidak ada lagi di Word; naskah buku kerja tetap" in told
    assert "Tidak ada naskah yang berubah" in told


def test_a_copied_control_counts_once_and_two_that_differ_are_not_taken(sample: Path, report: Path) -> None:
    control = _control(report)
    other = control.replace(CAUSE, "Sebab lain")

    assert "Tidak ada naskah yang berubah" in _pulled(report, sample, (control, control * 2))
    told = _pulled(report, sample, (control, control + other))
    assert "isiannya lebih dari satu dan berbeda" in told
    assert "Tidak ada naskah yang berubah" in told


def test_paragraphs_and_cells_in_a_control_come_back_as_lines(sample: Path, report: Path) -> None:
    cell = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Dua</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    rich = (
        '</w:p><w:sdt><w:sdtPr><w:tag w:val="narrative/2020/cause/IK2"/></w:sdtPr><w:sdtContent>'
        f"<w:p><w:r><w:t>Satu</w:t></w:r></w:p>{cell}</w:sdtContent></w:sdt><w:p>"
    )

    told = _pulled(report, sample, (_control(report), rich))

    assert "sesudah: Satu / Dua" in told
    assert "tabel, gambar, rumus, atau catatan kaki di dalamnya; hanya teksnya yang diambil" in told


def test_a_text_that_was_only_split_into_lines_is_an_edit(sample: Path, report: Path) -> None:
    split = CAUSE.replace("melalui ", "melalui</w:t><w:br/><w:t>")

    assert "sesudah: Target terlampaui melalui / peningkatan" in _pulled(report, sample, (CAUSE, split))


def test_words_changed_outside_the_fields_are_told(sample: Path, report: Path) -> None:
    told = _pulled(report, sample, ("<w:body>", "<w:body><w:p><w:r><w:t>Kalimat baru.</w:t></w:r></w:p>"))

    assert "1 suntingan tidak dapat diambil" in told
    assert "ditambah “Kalimat baru.”" in told


def test_the_other_arrangement_is_recognised_even_without_tags(sample: Path, tmp_path: Path) -> None:
    assert saksama("report", sample, "-o", "L.docx", "--arrangement", "per-analisis", cwd=tmp_path).code == 0
    with zipfile.ZipFile(tmp_path / "L.docx") as package:
        tags = re.findall(r'<w:tag w:val="[^"]*"/>', package.read("word/document.xml").decode())

    told = _pulled(tmp_path / "L.docx", sample, *((tag, "") for tag in tags))

    assert "Tidak ada naskah yang berubah" in told
    assert "suntingan" not in told
    assert "angka diubah" not in told


def test_a_figure_of_a_chart_changed_by_hand_is_listed(sample: Path, report: Path) -> None:
    copy = report.with_name("C.docx")
    with zipfile.ZipFile(report) as before, zipfile.ZipFile(copy, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "word/charts/chart1.xml":
                content = content.replace(b"<c:v>100.00</c:v>", b"<c:v>91.5</c:v>", 1)
            after.writestr(name, content)

    assert "di Word 91,5, dari data 100" in saksama("pull", copy, sample, cwd=report.parent).out


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
