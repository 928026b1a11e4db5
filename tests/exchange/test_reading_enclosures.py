"""Pictures that lie on their sheet and PDF files beside the workbook; files that mean harm are refused by name."""

import os
import struct
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl.drawing.image import Image
from openpyxl.workbook import Workbook

from saksama.exchange.intake import enclosures
from saksama.exchange.problem import Severity, describe
from saksama.exchange.reading import Reading, read_record
from tests.exchange.activity_records import pdf, png
from tests.exchange.filled_workbook import both, problems_of, put, read_changed

Change = Callable[[Workbook], object]
EXPECTED = "seharusnya nama berkas PDF di folder buku kerja, misalnya lampiran/PK 2025.pdf"


def attached(name: str) -> Change:
    return both(put("Lampiran", "A6", 2020), put("Lampiran", "B6", "PK"), put("Lampiran", "C6", name))


def laid(cell: str, content: bytes) -> Change:
    """A change that lays a picture on a cell."""
    return lambda book: book["Gambar"].add_image(Image(BytesIO(content)), cell)


def caption(row: int, text: str, subject: str | None = None) -> Change:
    cells = (("A", 2020), ("B", text), ("C", subject))
    return both(*(put("Gambar", f"{column}{row}", value) for column, value in cells))


def test_a_pdf_in_a_folder_below_is_read_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "lampiran").mkdir()
    (tmp_path / "lampiran" / "PK 2020.pdf").write_bytes(pdf())

    reading = read_changed(tmp_path, attached("lampiran\\PK 2020.pdf"))

    assert reading.problems == ()
    assert reading.record is not None
    (attachment,) = reading.record.attachments
    assert (attachment.year, attachment.title, attachment.content) == (2020, "PK", pdf())
    assert attachment.place is not None
    assert attachment.place.file == "lampiran/PK 2020.pdf"


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../rahasia.pdf", "lampiran/../../rahasia.pdf", "C:\\rahasia.pdf", "~/rahasia.pdf", "\\\\x\\y"],
)
def test_a_file_outside_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "isi").mkdir()
    (tmp_path / "rahasia.pdf").write_bytes(pdf())

    reading = read_changed(tmp_path / "isi", attached(name))

    shown = name.replace("\\", "/")
    assert problems_of(reading, Severity.ERROR) == [
        (
            f'Lampiran!C6: ditemukan "{shown}", di luar folder buku kerja; {EXPECTED}. Salin berkasnya ke folder buku '
            "kerja, lalu tulis namanya saja."
        )
    ]


def test_a_link_that_leads_outside_is_refused(tmp_path: Path) -> None:
    (tmp_path / "isi").mkdir()
    (tmp_path / "rahasia.pdf").write_bytes(pdf())
    (tmp_path / "isi" / "PK.pdf").symlink_to(tmp_path / "rahasia.pdf")

    (error,) = problems_of(read_changed(tmp_path / "isi", attached("PK.pdf")), Severity.ERROR)

    assert "di luar folder buku kerja" in error


def test_a_file_that_is_not_there_is_asked_for(tmp_path: Path) -> None:
    for name in ("PK.pdf", "x" * 3000 + ".pdf", "ada?\n.pdf"):
        reading = read_changed(tmp_path, attached(name))
        (question,) = problems_of(reading, Severity.QUESTION)
        assert "yang tidak ada di folder buku kerja, sehingga tidak dijilid" in question
        assert reading.record is not None
        assert reading.record.attachments == ()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "berkas kosong"),
        (b"MZ\x90\x00", "berkas PDF yang dapat dibuka"),
        (pdf()[:90], "berkas PDF yang rusak atau terpotong"),
        (pdf().replace(b"/Kids[3 0 R]/Count 1", b"/Kids[]/Count 0"), "berkas PDF"),
    ],
)
def test_what_is_no_whole_pdf_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "PK.pdf").write_bytes(content)

    (error,) = problems_of(read_changed(tmp_path, attached("PK.pdf")), Severity.ERROR)

    assert error.startswith("Lampiran!C6: ditemukan ")
    assert said in error


def test_a_folder_and_a_pipe_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "PK.pdf").mkdir()
    os.mkfifo(tmp_path / "pipa.pdf")

    for name in ("PK.pdf", "pipa.pdf"):
        (question,) = problems_of(read_changed(tmp_path, attached(name)), Severity.QUESTION)
        assert "yang tidak ada di folder" in question


def test_attachments_have_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "PK.pdf").write_bytes(pdf() + b"\n" * 2**20)
    monkeypatch.setattr(enclosures, "MAXIMUM_ATTACHMENT_BYTES", 2**20)

    assert problems_of(read_changed(tmp_path, attached("PK.pdf")), Severity.ERROR) == [
        "Lampiran!C6: ditemukan berkas sebesar 1 MB; seharusnya paling besar 1 MB. Perkecil berkas PDF-nya."
    ]

    monkeypatch.setattr(enclosures, "MAXIMUM_ATTACHMENT_BYTES", 2**22)
    monkeypatch.setattr(enclosures, "MAXIMUM_ATTACHED_BYTES", 2**20)
    assert problems_of(read_changed(tmp_path, attached("PK.pdf")), Severity.ERROR) == [
        (
            "Lampiran!C6: ditemukan lampiran yang seluruhnya lebih dari 1 MB; seharusnya lampiran yang lebih kecil. "
            "Perkecil berkas PDF-nya."
        )
    ]


def test_a_picture_belongs_to_the_row_of_its_corner(tmp_path: Path) -> None:
    change = both(
        caption(6, "Forum"), caption(7, "Rapat", "ik1"), laid("D7", png(30, 20)), laid("D6", png(40, 10))
    )  # fmt: skip

    reading = read_changed(tmp_path, change)

    assert [describe(problem) for problem in reading.problems] == []
    assert reading.record is not None
    told = [(one.caption, one.subject, one.media_type, one.width, one.height) for one in reading.record.pictures]
    assert told == [("Forum", "", "image/png", 40, 10), ("Rapat", "IK1", "image/png", 30, 20)]


@pytest.mark.parametrize(
    ("change", "question"),
    [
        (
            caption(6, "Forum"),
            (
                "Gambar!D6: ditemukan judul tanpa gambar di barisnya, yang tidak dibaca; seharusnya satu gambar PNG "
                "atau JPEG. Tempelkan gambarnya dengan sudut kiri atas di baris ini."
            ),
        ),
        (
            laid("D8", png(3, 3)),
            (
                "Gambar!D8: ditemukan gambar tanpa tahun dan judul di barisnya, yang tidak dibaca; seharusnya baris "
                "dengan judul gambar. Isi tahun dan judulnya, atau geser sudut kiri atasnya ke baris yang dimaksud."
            ),
        ),
        (
            both(caption(6, "Forum"), laid("D6", png(3, 3)), laid("E6", png(3, 3))),
            (
                "Gambar!E6: ditemukan gambar kedua di baris ini, yang tidak dibaca; seharusnya satu gambar di setiap "
                "baris. Geser sudut kiri atasnya ke baris lain, dan beri judul."
            ),
        ),
    ],
)
def test_a_picture_without_its_row_is_asked_about(tmp_path: Path, change: Change, question: str) -> None:
    reading = read_changed(tmp_path, change)

    assert problems_of(reading, Severity.QUESTION) == [question]
    assert reading.record is not None


def _with_picture(folder: Path, content: bytes) -> Reading:
    """A workbook whose picture has these bytes, which no program would have put there."""
    read_changed(folder, both(caption(6, "Forum"), laid("D6", png(3, 3))))
    path = folder / "data.xlsx"
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, content if name.startswith("xl/media/") else part)
    return read_record(path)


def test_pictures_that_cannot_be_printed_are_refused(tmp_path: Path) -> None:
    huge = png(3, 3)[:16] + struct.pack(">II", 60_000, 60_000) + png(3, 3)[24:]
    expected = "seharusnya gambar PNG atau JPEG, paling besar 20 MB dan 50 juta piksel"
    remedy = "Perkecil, atau simpan sebagai JPEG lalu tempelkan lagi."

    for content, found in (
        (b"GIF89a" + b"\0" * 20, "gambar yang bukan PNG atau JPEG"),
        (huge, "gambar berukuran 60000 × 60000 piksel"),
    ):
        errors = problems_of(_with_picture(tmp_path, content), Severity.ERROR)
        assert errors == [f"Gambar!D6: ditemukan {found}; {expected}. {remedy}"]
