"""`saksama audit`: what it prints, how it ends, and what it does with bad files and folders."""

import json
from pathlib import Path

import docx
import pytest

from saksama.audit.finding import RuleCoverage
from saksama.audit.printing import audit_lines
from saksama.audit.rule import Severity
from saksama.documents.document import Document, Part, PartKind, Unread, UnreadKind
from saksama.kernel.provenance import Place
from tests.audit.hand_built import audit_of, finding, reading_of, spot
from tests.audit.schema import problems
from tests.command import Ended, names, saksama

_WRONG = """BAB III AKUNTABILITAS KINERJA

Tabel 3.1 Realisasi Anggaran Tahun 2020
No\tProgram\tAnggaran (Rp)\tRealisasi (Rp)\t%
1\tProgram Pelayanan Administrasi\t2.000.000.000\t1.500.000.000\t75,00
2\tProgram Wawasan Kebangsaan\t2.827.274.899\t2.000.000.000\t70,74
JUMLAH\t\t8.582.457.773\t3.500.000.000\t40,78
"""
_RIGHT = _WRONG.replace("8.582.457.773", "4.827.274.899").replace("40,78", "72,50")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "salah.txt").write_text(_WRONG, encoding="utf-8")
    (tmp_path / "benar.txt").write_text(_RIGHT, encoding="utf-8")
    return tmp_path


def _lines(folder: Path, *findings: object, is_complete: bool = False) -> list[str]:
    return list(audit_lines(audit_of(folder / "salah.txt", *findings), is_complete=is_complete))  # type: ignore[arg-type]


def _sentence(lines: list[str]) -> str:
    """The lines as one, so that where they break does not matter."""
    return " ".join(" ".join(lines).split())


# What it says


def test_the_head_of_the_agency_reads_the_headlines_first(folder: Path) -> None:
    total = spot(folder / "salah.txt", "8.582.457.773", row="JUMLAH", column="Anggaran (Rp)")
    many = [finding(total, is_headline=True, period=str(year)) for year in range(2000, 2012)]

    lines = _lines(folder, *many)

    first = lines.index("Yang harus dilihat pimpinan")
    assert lines[first + 1].startswith(" 1. Tertulis 8.582.457.773, padahal jumlah bagiannya 4.827.274.899.")
    assert "Dan 2 hal penting lagi di bawah." in _sentence(lines)
    assert first < lines.index("Kesalahan (12)")


def test_a_root_is_told_with_its_arithmetic_its_place_and_what_follows_from_it(folder: Path) -> None:
    file = folder / "salah.txt"
    follows = finding(spot(file, "40,78", row="JUMLAH"), message="Persentase JUMLAH ikut salah.")
    root = finding(spot(file, "8.582.457.773", row="JUMLAH", column="Anggaran (Rp)"), consequences=(follows,))

    lines = _lines(folder, root)

    said = _sentence(lines)
    assert "Hitungan: 2.000.000.000 + 2.827.274.899 = 4.827.274.899" in said
    assert "baris “JUMLAH”, kolom “Anggaran (Rp)”, baris 7 dalam berkas: “8.582.457.773”" in said
    assert "Yang dapat dilakukan: Jumlahkan lagi kolom itu" in said
    assert "Aturan SUM001 (wrong-total); PermenPANRB 53/2014, Lampiran II" in said
    assert "    [1.1] Persentase JUMLAH ikut salah." in lines
    assert "Kesalahan (1)" in lines


def test_notes_are_counted_unless_all_are_asked_for(folder: Path) -> None:
    at = spot(folder / "salah.txt", "70,74")
    notes = [
        finding(at, severity=Severity.NOTE, message=f"Dipotong, bukan dibulatkan: {number}.") for number in range(3)
    ]

    counted, listed = _lines(folder, *notes), _lines(folder, *notes, is_complete=True)

    assert "SUM001 3 kali: misalnya Dipotong, bukan dibulatkan: 0." in _sentence(counted)
    assert not any(line.startswith("[1]") for line in counted)
    assert [line for line in listed if line.startswith("[")] == [
        f"[{number + 1}] Dipotong, bukan dibulatkan: {number}." for number in range(3)
    ]


def test_the_coverage_says_what_was_not_looked_at_and_why(folder: Path) -> None:
    unread = (
        *(Unread(UnreadKind.IMAGE_PAGE, Place(page=page)) for page in (5, 7, 6, 12)),
        Unread(UnreadKind.HIDDEN, Place(sheet="x"), "lembar tersembunyi"),
    )
    looked = (
        RuleCoverage("A", 1200, 3, (("tidak ada target", 7),)),
        RuleCoverage("B", 1, 0, (("tidak ada target", 2),)),
    )
    made = audit_of(folder / "salah.txt", coverage=looked)
    document = Document("", "", None, (Part(PartKind.BODY, ()),), unread=unread)
    reading = reading_of(document, figures=1500, linked=1400)

    said = _sentence(list(audit_lines(type(made)(made.file, reading, (), looked))))

    assert "Tidak ada temuan." in said
    assert "Angka yang ditemukan: 1.500; yang dipahami maksudnya: 1.400; yang belum dipahami: 100." in said
    assert "1.201 cocok, 3 tidak cocok, 9 dilewati" in said
    assert "9: tidak ada target" in said
    assert "4 halaman berupa gambar (hal. 5-7, 12)" in said
    assert "1 bagian tersembunyi (lembar tersembunyi)" in said


def test_no_line_is_wider_than_a_terminal(folder: Path) -> None:
    long = finding(spot(folder / "salah.txt", "70,74"), message="Angka ini " * 60, is_headline=True)

    assert max(map(len, _lines(folder, long))) <= 100


# How it ends


def _audit(folder: Path, *arguments: str | Path) -> Ended:
    return saksama("audit", *arguments, cwd=folder)


def test_a_wrong_total_is_found_and_ends_with_1(folder: Path) -> None:
    ended = _audit(folder, "salah.txt")

    assert (ended.code, ended.err) == (1, "")
    assert "8.582.457.773" in ended.out
    assert "4.827.274.899" in ended.out


def test_a_right_report_ends_with_0_and_says_what_was_checked(folder: Path) -> None:
    ended = _audit(folder, "benar.txt", "--fail-level", "warning")

    assert (ended.code, ended.err) == (0, "")
    assert "Apa yang diperiksa" in ended.out


def test_a_folder_is_audited_in_order_and_a_broken_file_does_not_stop_it(folder: Path) -> None:
    (folder / "a").mkdir()
    (folder / "a" / "rusak.pdf").write_bytes(b"%PDF-1.7 rusak")
    (folder / "a" / "kosong.docx").write_bytes(b"")
    (folder / "~$salah.docx").write_bytes(b"x")
    (folder / "gambar.png").write_bytes(b"x")

    ended = _audit(folder, ".", "--format", "json", "--progress")

    written = json.loads(ended.out)
    assert ended.code == 2
    assert [file["file"] for file in written["files"]] == [
        "benar.txt", "salah.txt", "a/kosong.docx", "a/rusak.pdf",
    ]  # fmt: skip
    assert ["unreadable" in file for file in written["files"]] == [False, False, True, True]
    assert list(problems(written)) == []
    assert [line for line in ended.err.splitlines() if line.startswith("[")] == [
        "[1/4] benar.txt", "[2/4] salah.txt", "[3/4] a/kosong.docx", "[4/4] a/rusak.pdf",
    ]  # fmt: skip


def test_json_is_the_same_each_time(folder: Path) -> None:
    first, second = (
        saksama("audit", "salah.txt", "--format", "json", cwd=folder, extra={"PYTHONHASHSEED": seed, "TZ": zone})
        for seed, zone in (("1", "UTC"), ("2", "Asia/Jakarta"))
    )

    assert first == second


@pytest.mark.parametrize(
    "arguments",
    [
        ("tidak-ada.pdf",),
        ("salah.txt", "--mark", "salah.txt"),
        ("salah.txt", "--mark", "salah.docx"),
        ("salah.txt", "--mark", "tidak/ada.html"),
        ("salah.txt", "benar.txt", "--mark", "satu.html"),
        ("kosong",),
        (),
        ("salah.txt", "--fail-level", "besar"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_ends_with_2_and_changes_nothing(folder: Path, arguments: tuple[str, ...]) -> None:
    (folder / "kosong").mkdir()
    before = names(folder)

    ended = _audit(folder, *arguments)

    assert ended.code == 2
    assert "Traceback" not in ended.err
    assert ended.err
    assert names(folder) == before
    assert (folder / "salah.txt").read_text(encoding="utf-8") == _WRONG


def test_the_input_is_never_written_over_by_any_name(folder: Path) -> None:
    report = docx.Document()
    report.add_paragraph("Anggaran 5.")
    report.save(str(folder / "lkjip.docx"))
    (folder / "lain.docx").symlink_to(folder / "lkjip.docx")
    before = (folder / "lkjip.docx").read_bytes()

    ended = _audit(folder, "lkjip.docx", "--mark", "lain.docx")

    assert ended.code == 2
    assert (folder / "lkjip.docx").read_bytes() == before


def test_a_marked_copy_is_made_beside_the_text(folder: Path) -> None:
    ended = _audit(folder, "salah.txt", "--mark", "bertanda.html")

    assert ended.code == 1
    assert "Salinan bertanda: bertanda.html" in ended.out
    assert "<mark" in (folder / "bertanda.html").read_text(encoding="utf-8")


def test_the_files_of_a_folder_are_marked_into_a_folder(folder: Path) -> None:
    (folder / "hasil").mkdir()

    ended = _audit(folder, "salah.txt", "benar.txt", "--mark", "hasil")

    assert ended.code == 1
    assert names(folder / "hasil") == ["benar.txt.html", "salah.txt.html"]


def test_what_stands_in_a_file_never_steers_the_terminal(folder: Path) -> None:
    (folder / "aneh.txt").write_text(_WRONG.replace("JUMLAH", "JUMLAH \x1b]0;x\x07\u202e"), encoding="utf-8")

    ended = _audit(folder, "aneh.txt")

    assert "Traceback" not in ended.err
    assert not set(ended.out) & set("\x1b\x07\u202e")


def test_it_speaks_english_on_request(folder: Path) -> None:
    ended = _audit(folder, "salah.txt", "--lang", "en")

    assert "What was checked" in ended.out
