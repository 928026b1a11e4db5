"""A document with every kind of block, for the tests of all writers. It is unresolved; `resolved()` has its numbers."""

import struct
import zlib
from datetime import date
from decimal import Decimal

from saksama.documents import numbering
from saksama.documents.document import (
    Align,
    Block,
    Cell,
    Column,
    Content,
    Contents,
    ContentsKind,
    Cover,
    Document,
    Explained,
    Figure,
    Heading,
    HeadingNumbering,
    ItemList,
    KeyFigure,
    KeyFigures,
    Landscape,
    Letterhead,
    ListKind,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Part,
    Particulars,
    PartKind,
    Reference,
    Row,
    RowKind,
    Signature,
    Signatures,
    Table,
    Text,
    Title,
)
from saksama.documents.pictures import Box, Chart, ChartKind, Image, ReferenceLine, Series, SeriesRole, Tree


def text(words: str) -> Content:
    return (Text(words),)


def png(width: int = 48, height: int = 64) -> bytes:
    """A small picture of one colour."""
    lines = b"".join(b"\x00" + b"\x1f\x4e\x79" * width for _ in range(height))
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + _chunk(b"IDAT", zlib.compress(lines, 9))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


LOGO = Image("image/png", png(), "Lambang kabupaten", 48, 64)

COVER = Cover(
    government="Pemerintah Kabupaten Contoh",
    agency="Dinas Kependudukan dan Pencatatan Sipil",
    title=("Laporan Kinerja", "Instansi Pemerintah"),
    year="2020",
    logo=LOGO,
    mark="Contoh, bukan laporan resmi",
)

SIGNATURE = Signature(
    above=(text("Semarapura, 26 Februari 2021"), text("Kepala Dinas Kependudukan dan Pencatatan Sipil,")),
    name=(Text("Ni Made Contoh, S.H., M.Si.", bold=True),),
    below=(text("Pembina Utama Muda"), text("NIP 19700101 199503 2 001")),
)

FRONT: tuple[Block, ...] = (
    Heading(1, "Kata Pengantar", "pengantar"),
    Paragraph(
        text(
            "Puji syukur kami panjatkan atas tersusunnya Laporan Kinerja Instansi Pemerintah tahun 2020. Laporan ini "
            "mempertanggungjawabkan kinerja yang dijanjikan dalam Perjanjian Kinerja dan anggaran yang dipakai untuk "
            "mencapainya."
        )
    ),
    Signatures(right=SIGNATURE),
    Heading(1, "Ringkasan Eksekutif", "ringkasan"),
    Paragraph(text("Dari tiga indikator, dua melampaui target dan satu tepat pada targetnya."), ParagraphStyle.LEAD),
    KeyFigures(
        (
            KeyFigure("Rata-rata capaian", (Text("162,73%", explanation="rata"),), "Sangat Berhasil"),
            KeyFigure("Penyerapan anggaran", (Text("90,41%", explanation="serap"),), "Rp4.364.506.894"),
            KeyFigure("Indikator yang mencapai target", text("3 dari 3"), ""),
            KeyFigure("Pagu", text("Rp4.827.274.899"), "Anggaran setelah perubahan"),
        )
    ),
    Paragraph(
        (
            Text("Capaian tertinggi adalah "),
            Text("250,00%", bold=True, explanation="capaian-2"),
            Text(" pada indikator kepemilikan akta; rinciannya di "),
            Reference("tabel-capaian"),
            Text(", "),
            Reference("gambar-capaian"),
            Text(" dan "),
            Reference("bab-akuntabilitas"),
            Text(". Sebab capaian: "),
            Text("belum diisi", gap=True),
            Text("."),
        )
    ),
    Heading(1, "Daftar Isi", "daftar-isi"),
    Contents(ContentsKind.HEADINGS),
    Heading(1, "Daftar Tabel", "daftar-tabel"),
    Contents(ContentsKind.TABLES),
    Heading(1, "Daftar Gambar", "daftar-gambar"),
    Contents(ContentsKind.FIGURES),
)

CHART_BARS = Chart(
    ChartKind.BARS,
    ("Cakupan kepemilikan KTP elektronik", "Cakupan kepemilikan akta", "Indeks Kepuasan Masyarakat"),
    (
        Series(
            "Target",
            SeriesRole.TARGET,
            (Decimal("67.5"), Decimal(40), Decimal("80.5")),
            ("67,5", "40", "80,5"),
        ),
        Series(
            "Realisasi",
            SeriesRole.ACTUAL,
            (Decimal("93.28"), Decimal(100), None),
            ("93,28", "100", "belum diisi"),
            ("capaian-1", "capaian-2", None),
        ),
    ),
    "%",
    "Target dan realisasi tiga indikator tahun 2020; dua melampaui target.",
)
CHART_LINES = Chart(
    ChartKind.LINES,
    ("2018", "2019", "2020", "2021", "2022", "2023"),
    (
        Series(
            "Target",
            SeriesRole.TARGET,
            (None, None, Decimal("67.5"), Decimal(70), Decimal("72.5"), Decimal(75)),
            ("", "", "67,5", "70", "72,5", "75"),
        ),
        Series(
            "Realisasi",
            SeriesRole.ACTUAL,
            (Decimal(65), Decimal("57.14"), Decimal("93.28"), None, None, None),
            ("65", "57,14", "93,28", "", "", ""),
        ),
    ),
    "%",
    "Realisasi naik dari 65% pada 2018 menjadi 93,28% pada 2020, di atas target akhir 75%.",
    ReferenceLine(Decimal(75), "Target akhir 75"),
)
TREE = Tree(
    Box(
        "Kepala Dinas",
        (
            Box("Sekretariat", (Box("Subbagian Umum"), Box("Subbagian Keuangan"))),
            Box("Bidang Pelayanan Pendaftaran Penduduk"),
            Box("Bidang Pelayanan Pencatatan Sipil"),
        ),
    ),
    "Kepala Dinas membawahi sekretariat dan dua bidang.",
)

TABLE_ACHIEVEMENT = Table(
    columns=(
        Column(1, Align.CENTER),
        Column(6),
        Column(2, Align.CENTER),
        Column(2, Align.RIGHT),
        Column(2, Align.RIGHT),
        Column(2.4, Align.RIGHT),
        Column(3),
    ),
    header=(
        Row(
            (
                Cell(text("No"), rowspan=2),
                Cell(text("Indikator kinerja"), rowspan=2),
                Cell(text("Satuan"), rowspan=2),
                Cell(text("Tahun 2020"), colspan=3, align=Align.CENTER),
                Cell(text("Predikat"), rowspan=2),
            )
        ),
        Row((Cell(text("Target")), Cell(text("Realisasi")), Cell(text("Capaian (%)")))),
        Row(tuple(Cell(text(f"({number})")) for number in range(1, 8)), RowKind.NUMBERS),
    ),
    rows=(
        Row((Cell(text("Sasaran 1: Meningkatnya tertib administrasi kependudukan"), colspan=7),), RowKind.GROUP),
        Row(
            (
                Cell(text("1")),
                Cell(text("Cakupan kepemilikan KTP elektronik"), header=True),
                Cell(text("%"), rowspan=2),
                Cell(text("67,5")),
                Cell(text("93,28")),
                Cell((Text("138,19", explanation="capaian-1"),)),
                Cell(text("Sangat Berhasil")),
            )
        ),
        Row(
            (
                Cell(text("2")),
                Cell(text("Cakupan kepemilikan akta\n(kelahiran, kematian)"), header=True),
                Cell(text("40")),
                Cell(text("100")),
                Cell((Text("250,00", explanation="capaian-2"),)),
                Cell(text("Sangat Berhasil")),
            )
        ),
        Row((Cell(text("Sasaran 2: Meningkatnya mutu pelayanan"), colspan=7),), RowKind.GROUP),
        Row(
            (
                Cell(text("3")),
                Cell(text("Indeks Kepuasan Masyarakat"), header=True),
                Cell(text("indeks")),
                Cell(text("80,5")),
                Cell((Text("belum diisi", gap=True),)),
                Cell(text("–")),
                Cell(text("–")),
            )
        ),
        Row(
            (
                Cell(text("Rata-rata capaian"), colspan=5, align=Align.LEFT),
                Cell((Text("162,73", bold=True, explanation="rata"),)),
                Cell(text("Sangat Berhasil")),
            ),
            RowKind.TOTAL,
        ),
    ),
    label="tabel-capaian",
    caption="Capaian indikator kinerja tahun 2020",
    source=text("Sumber: data dinas, diolah."),
    notes=(
        text("Capaian = realisasi ÷ target × 100%, tanpa batas atas."),
        (Text("Catatan lain: lihat "), Reference("gambar-capaian"), Text(".")),
    ),
)


def _money_row(code: str, name: str, amounts: tuple[str, str, str], kind: RowKind = RowKind.BODY) -> Row:
    return Row((Cell(text(code)), Cell(text(name)), *(Cell(text(amount)) for amount in amounts)), kind)


def money_table(activities: int = 60) -> Table:
    """A table that is longer than a page."""
    rows = [
        _money_row("I", "Program Penataan Administrasi", ("2.000.000.000", "1.900.000.000", "95,00"), RowKind.GROUP)
    ]
    rows += [
        _money_row(f"2.06.{number:02}", f"Kegiatan penataan nomor {number}", ("33.333.333", "31.666.667", "95,00"))
        for number in range(1, activities + 1)
    ]
    rows.append(_money_row("", "Jumlah", ("4.827.274.899", "4.364.506.894", "90,41"), RowKind.TOTAL))
    heads = ("Kode", "Program/kegiatan", "Pagu (Rp)", "Realisasi (Rp)", "Penyerapan (%)")
    return Table(
        columns=(Column(2), Column(6), Column(3, Align.RIGHT), Column(3, Align.RIGHT), Column(2.5, Align.RIGHT)),
        header=(
            Row(tuple(Cell(text(head)) for head in heads)),
            Row(tuple(Cell(text(f"({number})")) for number in range(1, 6)), RowKind.NUMBERS),
        ),
        rows=tuple(rows),
        label="tabel-anggaran",
        caption="Anggaran dan realisasi per program dan kegiatan",
        source=text("Sumber: laporan realisasi anggaran."),
    )


BODY: tuple[Block, ...] = (
    Heading(1, "Pendahuluan", "bab-pendahuluan", HeadingNumbering.CHAPTER),
    Heading(2, "Latar Belakang", "latar"),
    Paragraph(
        (
            Text("Laporan ini disusun menurut "),
            Text("Peraturan Presiden Nomor 29 Tahun 2014", italic=True),
            Text(" tentang SAKIP.\nBaris kedua dari paragraf yang sama."),
        )
    ),
    ItemList((text("Butir pertama."), (Text("Butir "), Text("kedua", bold=True), Text(".")), text("Butir ketiga."))),
    ItemList((text("Langkah pertama;"), text("langkah kedua.")), ListKind.NUMBERS),
    ItemList((text("huruf a;"), text("huruf b.")), ListKind.LETTERS),
    Heading(3, "Struktur Organisasi", "struktur"),
    Figure(TREE, "gambar-struktur", "Struktur organisasi", text("Sumber: peraturan bupati.")),
    Heading(4, "Susunan pegawai", "pegawai"),
    Paragraph(text("Pegawai berjumlah 62 orang."), ParagraphStyle.CENTERED),
    Heading(1, "Akuntabilitas Kinerja", "bab-akuntabilitas", HeadingNumbering.CHAPTER),
    Heading(2, "Capaian Kinerja", "capaian"),
    TABLE_ACHIEVEMENT,
    Paragraph(text("Keterangan kecil di bawah tabel."), ParagraphStyle.NOTE),
    Figure(CHART_BARS, "gambar-capaian", "Target dan realisasi tahun 2020", text("Sumber: tabel di atas.")),
    Figure(CHART_LINES, "gambar-jalur", "Jalur menuju target akhir periode"),
    Figure(LOGO, "gambar-lambang", "Lambang kabupaten"),
    Heading(2, "Realisasi Anggaran", "anggaran"),
    money_table(),
    PageBreak(),
    Table(columns=(Column(1), Column(3)), header=(), rows=(Row((Cell(text("Tanpa")), Cell(text("judul")))),)),
)

ATTACHMENTS: tuple[Block, ...] = (
    Heading(1, "Perjanjian Kinerja", "lampiran-perjanjian", HeadingNumbering.ATTACHMENT),
    Landscape(
        (
            Paragraph(text("Halaman mendatar untuk tabel yang lebar.")),
            Table(
                columns=tuple(Column(1, Align.LEFT if number == 0 else Align.RIGHT) for number in range(12)),
                header=(Row(tuple(Cell(text(f"Kolom {number}")) for number in range(1, 13))),),
                rows=tuple(Row(tuple(Cell(text(f"{line}.{number}")) for number in range(12))) for line in range(1, 6)),
                label="tabel-lebar",
                caption="Tabel yang lebar",
            ),
        )
    ),
    PageBreak(),
    Letterhead("PEMERINTAH KABUPATEN CONTOH", "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL", "Jalan Contoh Nomor 1", LOGO),
    Title(("PERJANJIAN KINERJA", "TAHUN 2020"), "Nomor 1/2020"),
    Particulars((("Nama", text("Ni Made Contoh, S.H., M.Si.")), ("Jabatan", (Text("belum diisi", gap=True),)))),
    Signatures(
        right=Signature(
            (text("Semarapura, 4 Januari 2020"), text("Pihak Pertama,")), text("Ni Made Contoh, S.H., M.Si.")
        ),
        left=Signature((text(""), text("Pihak Kedua,")), text("I Wayan Contoh"), (text("Bupati"),)),
    ),
)

DEMONSTRATION = Document(
    title="Laporan Kinerja Instansi Pemerintah 2020",
    author="Dinas Kependudukan dan Pencatatan Sipil",
    date=date(2021, 2, 26),
    parts=(
        Part(PartKind.COVER, (COVER,)),
        Part(PartKind.FRONT, FRONT),
        Part(PartKind.BODY, BODY),
        Part(PartKind.ATTACHMENTS, ATTACHMENTS),
    ),
    subject="Akuntabilitas kinerja",
    header="LKjIP 2020 · Dinas Kependudukan dan Pencatatan Sipil",
    mark="Contoh, bukan laporan resmi",
    explanations=(
        Explained(
            "capaian-1", "Capaian KTP elektronik", (("Rumus", "Realisasi ÷ Target × 100%"), ("Hasil", "138,19%"))
        ),
        Explained("capaian-2", "Capaian akta", (("Rumus", "Realisasi ÷ Target × 100%"), ("Hasil", "250,00%"))),
        Explained("rata", "Rata-rata capaian", (("Rumus", "Jumlah capaian ÷ 3"), ("Hasil", "162,73%"))),
        Explained("serap", "Penyerapan anggaran", (("Rumus", "Realisasi ÷ Pagu × 100%"), ("Hasil", "90,41%"))),
    ),
)


def resolved() -> Document:
    return numbering.resolve(DEMONSTRATION)
