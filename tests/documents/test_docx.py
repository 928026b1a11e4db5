"""What a Word file holds, read back with other programs than the one that wrote it."""

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import docx
import openpyxl
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from saksama.documents import document as documents
from saksama.documents import numbering
from saksama.documents.document import (
    Block,
    Cell,
    Column,
    Document,
    Figure,
    Heading,
    HeadingNumbering,
    Paragraph,
    Part,
    PartKind,
    Reference,
    Row,
    RowKind,
    Table,
    Text,
)
from saksama.documents.pictures import Box, Chart, ChartKind, ReferenceLine, Series, SeriesRole, Tree
from saksama.documents.writers.docx.fonts import obfuscated
from saksama.documents.writers.docx.write import write
from tests.documents.demonstration import CHART_BARS, resolved, text
from tests.documents.word_schema import C, W, misplaced

HOSTILE = '\x00\x07\ud800]]><w:p>&amp;"\' TOC \\o "1-3" {PAGE} 😀 \ufffe\u2028' + "kata" * 100
DEMONSTRATION = write(resolved())


def parts(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def report(*blocks: Block) -> Document:
    return numbering.resolve(Document("Judul", "Dinas", date(2021, 2, 26), (Part(PartKind.BODY, blocks),)))


def chart_report(chart: Chart) -> Document:
    return report(Heading(1, "Bab", "bab", HeadingNumbering.CHAPTER), Figure(chart, "gambar", "Judul gambar"))


def every_block_hostile() -> Document:
    """A report in which a person typed the hostile text everywhere."""
    series = Series(HOSTILE, SeriesRole.ACTUAL, (Decimal(1), None), (HOSTILE, HOSTILE))
    chart = Chart(ChartKind.BARS, (HOSTILE, "b"), (series,), HOSTILE, HOSTILE, ReferenceLine(Decimal(2), HOSTILE))
    cell = Cell(text(HOSTILE))
    body = (
        Heading(1, HOSTILE, HOSTILE, HeadingNumbering.CHAPTER),
        Paragraph((Text(HOSTILE, gap=True), Text(HOSTILE, bold=True), Reference(HOSTILE))),
        Table((Column(1), Column(2)), (Row((cell, cell)),), (Row((cell, cell)),), "t", HOSTILE, text(HOSTILE)),
        Figure(chart, "g", HOSTILE, text(HOSTILE)),
        Figure(replace(chart, kind=ChartKind.LINES), "h", HOSTILE),
        Figure(Tree(Box(HOSTILE, (Box(HOSTILE),)), HOSTILE), "p", HOSTILE),
        documents.KeyFigures((documents.KeyFigure(HOSTILE, text(HOSTILE), HOSTILE),)),
        documents.Signatures(documents.Signature((text(HOSTILE),), text(HOSTILE))),
    )
    cover = documents.Cover(HOSTILE, HOSTILE, (HOSTILE,), HOSTILE, mark=HOSTILE)
    document = Document(
        HOSTILE,
        HOSTILE,
        date(2021, 1, 1),
        (Part(PartKind.COVER, (cover,)), Part(PartKind.BODY, body)),
        header=HOSTILE,
        mark=HOSTILE,
        language="id-ID\"'><",
    )
    return numbering.resolve(document)


def in_libreoffice(file: bytes, folder: Path, soffice: str) -> list[str]:
    """The text of each page as LibreOffice lays it out."""
    source = folder / "laporan.docx"
    source.write_bytes(file)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    pdf = pypdfium2.PdfDocument(folder / "laporan.pdf")
    try:
        return [page.get_textpage().get_text_bounded().replace("\r", "") for page in pdf]
    finally:
        pdf.close()


@pytest.mark.parametrize("file", [DEMONSTRATION, write(every_block_hostile())], ids=["demonstration", "hostile"])
def test_every_part_is_well_formed_and_in_the_order_of_the_schema(file: bytes) -> None:
    found = parts(file)

    faults = {name: misplaced(content) for name, content in found.items() if name.endswith((".xml", ".rels"))}

    assert {name: fault for name, fault in faults.items() if fault} == {}


def test_every_relationship_leads_to_a_part_and_every_part_has_a_content_type() -> None:
    found = parts(DEMONSTRATION)
    types = etree.fromstring(found["[Content_Types].xml"])
    suffixes = {element.get("Extension") for element in types if element.get("Extension")}
    named = {element.get("PartName") for element in types if element.get("PartName")}

    for name in found:
        if name.endswith(".rels"):
            folder = name.replace("_rels/", "").rpartition("/")[0]
            for relationship in etree.fromstring(found[name]):
                target = os.path.normpath(f"{folder}/{relationship.get('Target')}").lstrip("/")
                assert target in found
        elif name != "[Content_Types].xml":
            assert f"/{name}" in named or name.rpartition(".")[2] in suffixes - {"xml"}


def test_ids_of_bookmarks_and_drawings_are_unique() -> None:
    body = parts(DEMONSTRATION)["word/document.xml"].decode()

    for pattern in (r'bookmarkStart w:id="(\d+)"', r'w:name="(_Ref\d+)"', r'<wp:docPr id="(\d+)"'):
        found = re.findall(pattern, body)
        assert found
        assert len(found) == len(set(found))


def test_headings_have_the_styles_that_word_knows() -> None:
    document = docx.Document(io.BytesIO(DEMONSTRATION))

    found = [(p.style.name, p.text) for p in document.paragraphs if p.style and p.style.name.startswith("Heading")]

    expected = [
        (f"Heading {block.level}", block.text) for block in documents.blocks(resolved()) if isinstance(block, Heading)
    ]
    assert found == expected


def test_the_properties_name_title_author_language_and_the_documents_own_date() -> None:
    properties = docx.Document(io.BytesIO(DEMONSTRATION)).core_properties

    assert properties.title == "Laporan Kinerja Instansi Pemerintah 2020"
    assert properties.author == "Dinas Kependudukan dan Pencatatan Sipil"
    assert properties.language == "id-ID"
    assert properties.created.date() == date(2021, 2, 26)
    assert b'<w:lang w:val="id-ID"' in parts(DEMONSTRATION)["word/styles.xml"]


def test_captions_carry_the_numbers_of_the_document() -> None:
    document = docx.Document(io.BytesIO(DEMONSTRATION))

    found = [p.text for p in document.paragraphs if p.style and p.style.name == "Caption"]

    expected = [
        f"{block.number}\t{block.caption}"
        for block in documents.blocks(resolved())
        if isinstance(block, Figure) or (isinstance(block, Table) and block.caption)
    ]
    assert found == expected


def test_references_are_fields_to_bookmarks_that_exist() -> None:
    body = parts(DEMONSTRATION)["word/document.xml"].decode()

    targets = set(re.findall(r"(?:PAGEREF|REF) (_Ref\d+)", body)) | set(re.findall(r'w:anchor="(\w+)"', body))

    assert targets
    assert targets <= set(re.findall(r'w:name="(_Ref\d+)"', body))


def test_contents_list_each_heading_with_a_link_and_no_stale_page_number() -> None:
    document = docx.Document(io.BytesIO(DEMONSTRATION))
    lines = [
        "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        for paragraph in document.element.body.iter(f"{W}p")
        if (style := paragraph.find(f"{W}pPr/{W}pStyle")) is not None and style.get(f"{W}val", "").startswith("TOC")
    ]

    assert "BAB II Akuntabilitas Kinerja" in lines
    assert "A.Capaian Kinerja" in lines
    assert "Kata Pengantar" in lines


def test_header_rows_repeat_and_short_rows_stay_whole() -> None:
    tables = docx.Document(io.BytesIO(DEMONSTRATION)).tables
    money = next(table for table in tables if table.cell(0, 0).text == "Kode")

    repeated = [row._tr.trPr.find(f"{W}tblHeader") is not None for row in money.rows]
    whole = [row._tr.trPr.find(f"{W}cantSplit") is not None for row in money.rows]

    assert repeated == [True, True] + [False] * 62
    assert all(whole)


def test_a_paragraph_that_leads_to_a_table_stays_with_it() -> None:
    table = Table((Column(1),), (), (Row((Cell(text("isi")),)),))
    file = write(report(Paragraph(text("Pengantar.")), table, Paragraph(text("Sesudahnya."))))

    kept = {found.text: found.paragraph_format.keep_with_next for found in docx.Document(io.BytesIO(file)).paragraphs}

    assert kept["Pengantar."]
    assert not kept["Sesudahnya."]


def test_a_row_that_opens_a_group_stays_with_the_next_and_the_last_one_with_nothing() -> None:
    def opening(name: str) -> Row:
        return Row((Cell(text(name)),), RowKind.GROUP)

    rows = (opening("Sasaran 1"), Row((Cell(text("Indikator")),)), opening("Sasaran 2"))
    table = Table((Column(1.0),), (Row((Cell(text("Uraian")),)),), rows)

    found = docx.Document(io.BytesIO(write(report(table)))).tables[0]

    assert [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in found.rows] == [
        False,
        True,
        False,
        False,
    ]


def test_merged_cells_span_columns_and_rows() -> None:
    tables = docx.Document(io.BytesIO(DEMONSTRATION)).tables
    achievement = next(table for table in tables if table.cell(0, 0).text == "No")

    grid = [[cell.text for cell in row.cells] for row in achievement.rows]

    assert grid[0] == ["No", "Indikator kinerja", "Satuan", "Tahun 2020", "Tahun 2020", "Tahun 2020", "Predikat"]
    assert grid[1] == ["No", "Indikator kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)", "Predikat"]
    assert grid[3] == ["Sasaran 1: Meningkatnya tertib administrasi kependudukan"] * 7
    assert [row[2] for row in grid[4:6]] == ["%", "%"]


def test_the_columns_of_every_table_fill_the_page() -> None:
    for table in docx.Document(io.BytesIO(DEMONSTRATION)).element.body.iter(f"{W}tbl"):
        total = int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w"))
        assert sum(int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")) == total
        assert any(0 <= width - total < 4 for width in (9072, 14004))


@given(
    st.lists(
        st.lists(st.tuples(st.integers(-1, 5), st.integers(-1, 5)), max_size=5),
        min_size=1,
        max_size=5,
    )
)
@settings(max_examples=60, deadline=None)
def test_rows_fill_the_grid_whatever_the_spans_say(spans: list[list[tuple[int, int]]]) -> None:
    rows = tuple(Row(tuple(Cell(text("x"), colspan=wide, rowspan=deep) for wide, deep in row)) for row in spans)
    table = Table((Column(1), Column(2), Column(1)), (), rows)

    body = etree.fromstring(parts(write(report(table)))["word/document.xml"])

    for row in body.iter(f"{W}tr"):
        spanned = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iter(f"{W}tc")]
        assert sum(1 if span is None else int(span.get(f"{W}val")) for span in spanned) == 3


def test_a_chart_and_its_workbook_hold_the_values_exactly() -> None:
    found = parts(DEMONSTRATION)
    chart = etree.fromstring(found["word/charts/chart1.xml"])
    sheet = openpyxl.load_workbook(io.BytesIO(found["word/embeddings/Microsoft_Excel_Sheet1.xlsx"]))["Sheet1"]

    plotted = [
        {int(point.get("idx")): Decimal(point[0].text) for point in series.find(f"{C}val").iter(f"{C}pt")}
        for series in chart.iter(f"{C}ser")
    ]
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]

    for index, series in enumerate(CHART_BARS.series):
        assert plotted[index] == {place: value for place, value in enumerate(series.values) if value is not None}
        assert rows[0][index + 1] == series.name
    assert rows[1] == ["Cakupan kepemilikan KTP elektronik", 67.5, 93.28]
    assert rows[3] == ["Indeks Kepuasan Masyarakat", 80.5, None]


def test_labels_of_a_chart_are_the_printed_ones() -> None:
    chart = etree.fromstring(parts(DEMONSTRATION)["word/charts/chart1.xml"])

    found = ["".join(label.itertext()) for label in chart.iter(f"{C}dLbl")]

    assert found == ["67,5", "40", "80,5", "93,28", "100"]


def test_what_a_label_says_of_a_missing_value_stands_below_the_chart() -> None:
    texts = [paragraph.text for paragraph in docx.Document(io.BytesIO(DEMONSTRATION)).paragraphs]

    assert "Indeks Kepuasan Masyarakat – Realisasi: belum diisi" in texts


def test_the_reference_line_of_bars_is_laid_over_the_plot() -> None:
    found = parts(write(chart_report(replace(CHART_BARS, reference=ReferenceLine(Decimal(50), "Separuh")))))

    assert b"Separuh" in found["word/drawings/drawing1.xml"]
    assert b"chartUserShapes" in found["word/charts/_rels/chart1.xml.rels"]


@pytest.mark.parametrize("kind", list(ChartKind))
@pytest.mark.parametrize("values", [(), (None,), (Decimal(0),), (Decimal("-3.5"), Decimal("NaN")), (Decimal("1E+30"),)])
def test_a_chart_of_odd_values_is_written(kind: ChartKind, values: tuple[Decimal | None, ...]) -> None:
    series = Series("Realisasi", SeriesRole.ACTUAL, values, tuple(map(str, values)))
    chart = Chart(kind, tuple(f"k{index}" for index, _ in enumerate(values)), (series,), "%", "")

    assert misplaced(parts(write(chart_report(chart)))["word/charts/chart1.xml"]) == []


def test_each_picture_has_its_alternative_text() -> None:
    body = parts(DEMONSTRATION)["word/document.xml"].decode()

    said = re.findall(r'<wp:docPr [^>]*descr="([^"]*)"', body)

    assert len(said) == 6
    assert all(said)


def test_a_gap_is_marked_and_an_explained_figure_is_normal_text() -> None:
    paragraphs = docx.Document(io.BytesIO(DEMONSTRATION)).paragraphs
    sentence = next(paragraph for paragraph in paragraphs if paragraph.text.startswith("Capaian tertinggi"))

    styled = {run.text: run.style.name for run in sentence.runs}

    assert styled["belum diisi"] == "Belum Diisi"
    assert styled["250,00%"] == "Default Paragraph Font"


def test_sections_number_pages_of_front_and_body_apart() -> None:
    body = parts(DEMONSTRATION)["word/document.xml"].decode()

    numbers = re.findall(r"<w:pgNumType[^>]*>", body)

    assert numbers == [
        '<w:pgNumType w:fmt="decimal" w:start="1"/>',
        '<w:pgNumType w:fmt="lowerRoman" w:start="1"/>',
        '<w:pgNumType w:fmt="decimal" w:start="1"/>',
        '<w:pgNumType w:fmt="decimal"/>',
        '<w:pgNumType w:fmt="decimal"/>',
    ]


def test_the_embedded_font_is_the_shipped_one() -> None:
    found = parts(DEMONSTRATION)
    key = re.search(r'embedRegular r:id="rId1" w:fontKey="\{([^}]*)\}"', found["word/fontTable.xml"].decode())
    assert key

    font = obfuscated(found["word/fonts/font1.odttf"], UUID(key[1]))

    assert font[:4] == b"\x00\x01\x00\x00"
    assert len(DEMONSTRATION) < 250_000


def test_hostile_text_is_printed_and_not_obeyed() -> None:
    found = parts(write(every_block_hostile()))
    body = etree.fromstring(found["word/document.xml"])

    assert ']]><w:p>&amp;"\' TOC \\o "1-3" {PAGE} 😀 ' in "".join(body.itertext())
    instructions = {"".join(node.itertext()).split()[0] for node in body.iter(f"{W}instrText")}
    assert instructions == {"REF", "SEQ"}


@given(st.text(max_size=40))
@settings(max_examples=40, deadline=None)
def test_any_text_gives_a_file_that_opens(typed: str) -> None:
    document = report(
        Heading(1, typed, "a"), Paragraph(text(typed)), Table((Column(1),), (), (Row((Cell(text(typed)),)),))
    )

    docx.Document(io.BytesIO(write(document)))


def test_a_heading_number_that_word_would_print_otherwise_is_typed() -> None:
    headings = [Heading(2, f"Sasaran {count}", f"s{count}") for count in range(1, 31)]
    document = report(Heading(1, "Bab", "bab", HeadingNumbering.CHAPTER), *headings, Heading(3, "Anak", "anak"))

    found = [paragraph.text for paragraph in docx.Document(io.BytesIO(write(document))).paragraphs]

    assert "Sasaran 26" in found
    assert "AB.\tSasaran 28" in found
    assert "Anak" in found


def test_a_heading_that_leaves_out_a_level_has_its_number_typed() -> None:
    document = report(
        Heading(1, "Bab", "bab", HeadingNumbering.CHAPTER), Heading(3, "Anak", "a"), Heading(2, "Sub", "s")
    )

    found = [paragraph.text for paragraph in docx.Document(io.BytesIO(write(document))).paragraphs]

    assert "1.\tAnak" in found
    assert "Sub" in found


def test_a_document_without_parts_opens() -> None:
    document = Document("", "", date(2021, 1, 1), ())

    assert len(docx.Document(io.BytesIO(write(document))).sections) == 1


@pytest.mark.parametrize(("seed", "zone"), [("0", "UTC"), ("1", "Asia/Jakarta"), ("4242", "America/Lima")])
def test_bytes_are_the_same_in_another_process(seed: str, zone: str) -> None:
    program = (
        "import hashlib; from tests.documents.demonstration import resolved; "
        "from saksama.documents.writers.docx.write import write; "
        "print(hashlib.sha256(write(resolved())).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
    root = Path(__file__).parents[2]

    run = subprocess.run([sys.executable, "-c", program], env=environment, cwd=root, capture_output=True, check=True)

    assert run.stdout.decode().strip() == hashlib.sha256(DEMONSTRATION).hexdigest()


def test_libreoffice_prints_the_numbers_of_the_document(require_tool: Callable[[str], str], tmp_path: Path) -> None:
    pages = in_libreoffice(DEMONSTRATION, tmp_path, require_tool("soffice"))
    whole = "\n".join(pages)

    for block in documents.blocks(resolved()):
        match block:
            case Heading():
                assert re.search(rf"(?m)^{re.escape(block.number)}\s*{re.escape(block.text)}\s*$", whole), block
            case Figure() | Table() if block.number:
                assert re.search(rf"(?m)^{re.escape(block.number)}\s+{re.escape(block.caption)}\s*$", whole), block


def test_libreoffice_repeats_header_rows_and_computes_page_numbers(
    require_tool: Callable[[str], str], tmp_path: Path
) -> None:
    pages = in_libreoffice(DEMONSTRATION, tmp_path, require_tool("soffice"))

    assert sum("Penyerapan" in page and "Kegiatan penataan" in page for page in pages) == 3
    contents = next(page for page in pages if "Daftar Isi" in page and "BAB II" in page)
    assert re.search(r"BAB II Akuntabilitas Kinerja\.*2\b", contents)


def test_libreoffice_opens_hostile_text(require_tool: Callable[[str], str], tmp_path: Path) -> None:
    pages = in_libreoffice(write(every_block_hostile()), tmp_path, require_tool("soffice"))

    assert any("]]><w:p>&amp;" in page for page in pages)
