"""The PDF writer: what a reader of the file sees, what the file claims, and that nothing typed is executed."""

import hashlib
import io
import os
import re
import signal
import subprocess
import sys
import time
from datetime import date
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from saksama.documents import numbering
from saksama.documents.document import (
    Block,
    Cell,
    Column,
    Document,
    Figure,
    Heading,
    HeadingNumbering,
    Landscape,
    Paragraph,
    Part,
    PartKind,
    Row,
    RowKind,
    Signature,
    Signatures,
    Table,
)
from saksama.documents.pictures import Image
from saksama.documents.writers import pdf
from tests.documents.demonstration import DEMONSTRATION, png, resolved, text

ROOT = Path(__file__).parents[2]


@cache
def demonstration() -> bytes:
    return pdf.write(resolved())


def document(*blocks: Block, title: str = "Judul") -> Document:
    return numbering.resolve(Document(title, "Dinas", date(2021, 2, 26), (Part(PartKind.BODY, blocks),)))


def pages(content: bytes) -> list[str]:
    opened = pypdfium2.PdfDocument(content)
    try:
        return [_page_text(opened, index) for index in range(len(opened))]
    finally:
        opened.close()


def _page_text(opened: pypdfium2.PdfDocument, index: int) -> str:
    page = opened[index]
    textpage = page.get_textpage()
    found = str(textpage.get_text_range()).replace("\r\n", "\n")
    textpage.close()
    page.close()
    return found


def labels(content: bytes) -> list[str]:
    opened = pypdfium2.PdfDocument(content)
    try:
        return [opened.get_page_label(index) for index in range(len(opened))]
    finally:
        opened.close()


def written(*blocks: Block) -> str:
    return "\n".join(pages(pdf.write(document(*blocks))))


def grid(rows: tuple[Row, ...], *, columns: int = 2, header: tuple[Row, ...] = ()) -> Table:
    return Table((Column(1),) * columns, header, rows)


# What a reader sees


def test_every_block_of_the_demonstration_is_printed() -> None:
    found = "\n".join(pages(demonstration()))

    for words in (
        "Laporan Kinerja",
        "Contoh, bukan laporan resmi",
        "Ni Made Contoh, S.H., M.Si.",
        "162,73%",
        "BAB II",
        "Akuntabilitas Kinerja",
        "Tabel 2.1",
        "Sumber: data dinas, diolah.",
        "Gambar 2.2",
        "Kegiatan penataan nomor 60",
        "4.827.274.899",
        "LAMPIRAN 1",
        "Subbagian Keuangan",
        "huruf b.",
    ):
        assert words in found


def test_the_cover_has_no_header_and_every_other_page_has_header_and_mark() -> None:
    cover, *others = pages(demonstration())

    assert DEMONSTRATION.header not in cover
    assert all(DEMONSTRATION.header in page and DEMONSTRATION.mark in page for page in others)


def test_front_pages_are_roman_and_the_body_and_attachments_count_from_one() -> None:
    _, *found = labels(demonstration())
    front = found.index("1")

    assert found[:front][:5] == ["i", "ii", "iii", "iv", "v"]
    assert found[front:] == [str(number) for number in range(1, len(found) - front + 1)]


def test_the_list_of_contents_has_true_page_numbers() -> None:
    found, printed = pages(demonstration()), labels(demonstration())
    contents = next(page for page in found if "\nDaftar Isi\n" in page and "Realisasi Anggaran" in page)
    body = printed.index("1")

    for title in ("Akuntabilitas Kinerja", "Realisasi Anggaran", "Struktur Organisasi", "Perjanjian Kinerja"):
        at = next(index for index, page in enumerate(found) if title in page and index >= body)
        assert re.search(rf"{title}\s+{printed[at]}\n", contents)


def test_header_rows_repeat_on_every_page_of_a_long_table() -> None:
    with_heads = [page for page in pages(demonstration()) if "Pagu (Rp)" in page and "Kegiatan penataan" in page]

    assert len(with_heads) == 2
    assert all("(5)" in page for page in with_heads)


def test_explanations_are_not_printed() -> None:
    assert "Realisasi ÷ Target" not in "\n".join(pages(demonstration()))


def test_headings_before_landscape_pages_stand_on_them() -> None:
    wide = Landscape((Heading(2, "Lebar", "lebar"), Paragraph(text("isi lebar"))))

    content = pdf.write(document(Heading(1, "Bab", "bab", HeadingNumbering.CHAPTER), wide, Paragraph(text("sesudah"))))

    assert [("Bab" in page, "isi lebar" in page) for page in pages(content)] == [(True, True), (False, False)]


def test_a_group_row_never_stands_alone_at_the_foot_of_a_page() -> None:
    group = Row((Cell(text("KELOMPOK"), colspan=2),), RowKind.GROUP)
    for before in range(38, 46):
        rows = (*(Row((Cell(text("x")), Cell(text("y")))) for _ in range(before)), group)
        rows += tuple(Row((Cell(text("anggota")), Cell(text("z")))) for _ in range(10))

        found = pages(pdf.write(document(grid(rows))))

        assert "anggota" in next(page for page in found if "KELOMPOK" in page)


def test_a_total_never_stands_alone_on_a_page() -> None:
    total = Row((Cell(text("JUMLAH")), Cell(text("z"))), RowKind.TOTAL)
    for before in range(50, 56):
        rows = tuple(Row((Cell(text("rincian")), Cell(text("y")))) for _ in range(before))

        found = pages(pdf.write(document(grid((*rows, total)))))

        assert "rincian" in next(page for page in found if "JUMLAH" in page)


def test_a_total_below_a_cell_of_several_rows_is_still_printed() -> None:
    spanning = Row((Cell(text("atas"), rowspan=2), Cell(text("a"))))
    total = Row((Cell(text("JUMLAH")), Cell(text("z"))), RowKind.TOTAL)

    assert "JUMLAH" in written(grid((spanning, Row((Cell(text("b")),)), total)))


def test_a_paragraph_that_leads_to_a_table_stays_with_it() -> None:
    rows = tuple(Row((Cell(text("isi")), Cell(text("y")))) for _ in range(5))
    for lines in range(36, 46, 3):
        filling = tuple(Paragraph(text("baris")) for _ in range(lines))

        found = pages(pdf.write(document(*filling, Paragraph(text("PENGANTAR")), grid(rows))))

        assert "isi" in next(page for page in found if "PENGANTAR" in page)


def test_a_signature_block_stays_on_one_page() -> None:
    signature = Signature((text("Tempat"),), text("Nama Penanda Tangan"), (text("NIP"),))
    for lines in range(36, 46, 3):
        filling = tuple(Paragraph(text("baris")) for _ in range(lines))

        found = pages(pdf.write(document(*filling, Signatures(right=signature))))

        assert "Nama Penanda Tangan" in next(page for page in found if "Tempat" in page)


def test_a_signature_never_stands_alone_on_a_page() -> None:
    signature = Signature((text("Tempat"),), text("Nama Penanda Tangan"), (text("NIP"),))
    rows = tuple(Row((Cell(text(f"isi {number}")), Cell(text("y")))) for number in range(5))
    for lines in range(28, 40, 3):
        filling = tuple(Paragraph(text("baris")) for _ in range(lines))

        found = pages(pdf.write(document(*filling, grid(rows), Signatures(right=signature))))

        assert "isi 4" in next(page for page in found if "Tempat" in page)


# What the file claims


def test_the_file_claims_archive_and_accessibility_and_names_itself() -> None:
    with pikepdf.open(io.BytesIO(demonstration())) as opened:
        metadata = opened.open_metadata()
        assert metadata.pdfa_status == "2A"
        assert str(metadata["pdfuaid:part"]) == "1"
        assert metadata["dc:title"] == DEMONSTRATION.title
        assert metadata["dc:creator"] == [DEMONSTRATION.author]
        assert str(opened.docinfo["/CreationDate"]).startswith("D:20210226")
        assert str(opened.Root.Lang) == "id-ID"
        assert bool(opened.Root.MarkInfo.Marked)
        assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
        assert len(opened.Root.OutputIntents) == 1


def test_bookmarks_have_the_numbers_of_the_headings() -> None:
    with pikepdf.open(io.BytesIO(demonstration())) as opened, opened.open_outline() as outline:
        chapters = {str(item.title): [str(child.title) for child in item.children] for item in outline.root}

    assert chapters["BAB II Akuntabilitas Kinerja"] == ["A. Capaian Kinerja", "B. Realisasi Anggaran"]
    assert "LAMPIRAN 1 Perjanjian Kinerja" in chapters


def test_pictures_have_alternative_text_and_tables_have_header_cells() -> None:
    with pikepdf.open(io.BytesIO(demonstration())) as opened:
        elements = [item for item in opened.objects if isinstance(item, pikepdf.Dictionary) and "/S" in item]
        figures = [str(item.get("/Alt", "")) for item in elements if item.S == "/Figure"]
        kinds = {str(item.S) for item in elements}

    assert "Kepala Dinas membawahi sekretariat dan dua bidang." in figures
    assert "" not in figures
    assert {"/Table", "/THead", "/TH", "/TD", "/H1", "/H2", "/L", "/LI", "/Link"} <= kinds


def test_only_the_shipped_fonts_are_used_and_all_are_embedded() -> None:
    with pikepdf.open(io.BytesIO(pdf.write(document(Paragraph(text("abc ⇶ ☂ ɐ")))))) as opened:
        dictionaries = [item for item in opened.objects if isinstance(item, pikepdf.Dictionary)]
        descriptors = [item for item in dictionaries if item.get("/Type") == "/FontDescriptor"]
        names = {str(item.FontName).partition("+")[2] for item in descriptors}

        assert all("/FontFile2" in item or "/FontFile3" in item for item in descriptors)
        assert names
        assert all(name.startswith(("SourceSans3-", "NotoSans")) for name in names)


@pytest.mark.parametrize(("zone", "seed"), [("Asia/Jayapura", "1"), ("America/New_York", "2")])
def test_another_time_zone_or_hash_seed_gives_the_same_bytes(zone: str, seed: str) -> None:
    code = (
        "import hashlib; from saksama.documents.writers import pdf; "
        "from tests.documents.demonstration import resolved; "
        "print(hashlib.sha256(pdf.write(resolved())).hexdigest())"
    )
    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "LC_ALL": "C"}

    found = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)

    assert found.stdout.strip() == hashlib.sha256(demonstration()).hexdigest()


# The process


def test_a_broken_picture_leaves_the_rest_of_the_document() -> None:
    broken = Figure(Image("image/png", b"bukan gambar", "rusak", 10, 10), "rusak", "Rusak")
    sound = Figure(Image("image/png", png(), "utuh", 48, 64), "utuh", "Utuh")

    assert "Utuh" in written(broken, sound)


def test_two_documents_can_be_made_at_once() -> None:
    pendings = [pdf.start(document(Paragraph(text(words)))) for words in ("pertama", "kedua")]

    found = ["\n".join(pages(pending.result())) for pending in pendings]

    assert "pertama" in found[0]
    assert "kedua" in found[1]


def test_a_cancelled_document_ends_its_process() -> None:
    pending = pdf.start(slow())

    pending.cancel()

    assert pending._process.returncode is not None


def test_the_child_ends_when_its_parent_is_killed() -> None:
    code = (
        "import time; from saksama.documents.writers import pdf; from tests.documents.test_pdf import slow; "
        "pending = pdf.start(slow()); print(pending._process.pid, flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert parent.stdout
    child = int(parent.stdout.readline())

    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()

    assert _ends(child)


def slow() -> Document:
    """A document that takes seconds to typeset."""
    rows = tuple(Row(tuple(Cell(text(f"{line}.{column}")) for column in range(8))) for line in range(30_000))
    return document(grid(rows, columns=8))


def _ends(process: int, *, within_seconds: float = 3.0) -> bool:
    for _ in range(int(within_seconds * 20)):
        state = Path(f"/proc/{process}/stat")
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False
