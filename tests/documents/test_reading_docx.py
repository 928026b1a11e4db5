"""Word documents are read as a person sees them, and every run knows where it stands."""

import re
import time
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from saksama.compose.performance_report import compose
from saksama.documents.document import (
    Chart,
    Document,
    Figure,
    Heading,
    HeadingNumbering,
    ItemList,
    Paragraph,
    Table,
    Text,
    UnreadKind,
    blocks,
    plain,
)
from saksama.documents.readers.read import read_document
from saksama.documents.readers.unreadable import UnreadableFileError
from saksama.documents.writers.docx.write import write
from saksama.exchange.sample import SAMPLE
from tests.documents import read_back
from tests.documents.demonstration import resolved
from tests.documents.word_file import (
    cell,
    level,
    listed,
    numbering,
    paragraph,
    row,
    run,
    table,
    write_word,
)

_TEXT_BOX = "<w:txbxContent>{}</w:txbxContent>"
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def _read(folder: Path, body: str, **parts: str) -> Document:
    return read_document(write_word(folder / "laporan.docx", body, parts=parts))


def _lines(document: Document) -> list[str]:
    return [plain(block.content) for block in blocks(document) if isinstance(block, Paragraph)]


def _only_table(document: Document) -> Table:
    (found,) = read_back.tables(document)
    return found


def _texts(found: Table) -> list[list[str]]:
    return [[plain(cell.content) for cell in row.cells] for row in (*found.header, *found.rows)]


# Text


def test_headings_are_known_by_the_name_and_the_outline_of_their_style(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="J1"><w:name w:val="Judul 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Sub"/><w:basedOn w:val="H2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="Dalam"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>'
        "</w:style>"
    )
    document = _read(
        tmp_path,
        paragraph("BAB I PENDAHULUAN", '<w:pStyle w:val="J1"/>')
        + paragraph("A. Umum", '<w:pStyle w:val="H2"/>')
        + paragraph("B. Tugas", '<w:pStyle w:val="Own"/>')
        + paragraph("1. Fungsi", '<w:pStyle w:val="Deep"/>')
        + paragraph("Teks biasa."),
        styles=styles,
    )

    assert read_back.headings(document) == [
        (1, "BAB I", "PENDAHULUAN"),
        (2, "A.", "Umum"),
        (2, "B.", "Tugas"),
        (3, "1.", "Fungsi"),
    ]
    assert _lines(document) == ["Teks biasa."]


def test_headings_without_style_are_known_by_number_and_weight(tmp_path: Path) -> None:
    bold = "<w:b/>"
    document = _read(
        tmp_path,
        paragraph("BAB III")
        + paragraph("AKUNTABILITAS KINERJA")
        + paragraph(run("A. Capaian Kinerja Organisasi", bold))
        + paragraph(run("1. Target dan Realisasi", bold))
        + paragraph("1. Butir yang tidak tebal bukan judul")
        + paragraph(run("Tebal tanpa nomor", bold)),
    )

    assert read_back.headings(document) == [
        (1, "BAB III", "AKUNTABILITAS KINERJA"),
        (2, "A.", "Capaian Kinerja Organisasi"),
        (3, "1.", "Target dan Realisasi"),
    ]
    first = next(block for block in blocks(document) if isinstance(block, Heading))
    assert first.numbering is HeadingNumbering.CHAPTER


def test_automatic_numbers_of_many_levels_are_rendered(tmp_path: Path) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="H{number}"><w:name w:val="heading {number}"/><w:pPr><w:numPr>'
        f'<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for number in range(1, 5)
    )
    forms = (("upperRoman", "BAB %1"), ("upperLetter", "%2."), ("decimal", "%3."), ("decimal", "%3.%4"))
    levels = [level(index, form, text, style=f"H{index + 1}") for index, (form, text) in enumerate(forms)]
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="H{depth}"/>')
        for depth, text in (
            (1, "Pendahuluan"),
            (2, "Umum"),
            (2, "Tugas"),
            (1, "Perencanaan"),
            (2, "Renstra"),
            (3, "Tujuan"),
            (4, "Uraian"),
            (4, "Rincian"),
        )
    )

    document = _read(tmp_path, body, styles=styles, numbering=numbering(*levels))

    numbers = [number for _level, number, _text in read_back.headings(document)]
    assert numbers == ["BAB I", "A.", "B.", "BAB II", "A.", "1.", "1.1", "1.2"]


def test_plain_lists_are_lists_and_others_keep_their_numbers(tmp_path: Path) -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    document = _read(
        tmp_path,
        paragraph("satu", listed(1))
        + paragraph("dua", listed(1))
        + paragraph("butir", listed(2))
        + paragraph("lima", listed(3))
        + paragraph("huruf", listed(3, 1)),
        numbering=numbering(level(0, "decimal", "%1."), level(1, "lowerLetter", "%1.%2)"), lists=lists),
    )

    numbered, bullets = (block for block in blocks(document) if isinstance(block, ItemList))
    assert [plain(item) for item in numbered.items] == ["satu", "dua"]
    assert [plain(item) for item in bullets.items] == ["butir"]
    assert _lines(document) == ["5. lima", "5.a) huruf"]


def test_a_number_stands_in_a_cell_that_holds_nothing_else(tmp_path: Path) -> None:
    rows = [row(cell(paragraph("", listed(1))), name, "10") for name in ("Sekretariat", "Bidang")]
    document = _read(
        tmp_path, table(row("No", "Unit", "Jumlah"), *rows), numbering=numbering(level(0, "decimal", "%1."))
    )

    assert [line[0].strip() for line in _texts(_only_table(document))] == ["No", "1.", "2."]


def test_tracked_changes_are_read_as_accepted_and_said(tmp_path: Path) -> None:
    changed = (
        run("Target ") + f"<w:del>{run('67').replace('w:t', 'w:delText')}</w:del><w:ins>{run('70')}</w:ins>" + run(" %")
    )
    gone = paragraph(run("Digabung "), "<w:rPr><w:del/></w:rPr>")
    moved = f"<w:moveFrom>{run('lama')}</w:moveFrom><w:moveTo>{run('baru')}</w:moveTo>"
    document = _read(
        tmp_path,
        paragraph(changed)
        + gone
        + paragraph("dengan ini.")
        + paragraph(moved)
        + table(row("A", "B"), row("x", "y", properties="<w:del/>"), row("1", "2")),
    )

    assert _lines(document) == ["Target 70 %", "Digabung dengan ini.", "baru"]
    assert _texts(_only_table(document)) == [["A", "B"], ["1", "2"]]
    assert [item.note for item in document.unread] == ["revisi terlacak dibaca sebagai diterima: 2 sisipan, 4 hapusan"]


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    box = _TEXT_BOX.format(paragraph("Kepala Badan"))
    drawn = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = _read(tmp_path, paragraph(run("Bagan:") + drawn))

    assert _lines(document) == ["Bagan:", "Kepala Badan"]
    assert [run.place.path for block in blocks(document) for run in read_back.texts(block) if run.place] == [
        "body/p[1]",
        "body/p[1]/txbxContent[1]/p[1]",
    ]


def test_of_fields_the_saved_result_is_read(tmp_path: Path) -> None:
    nested = _FIELD.format("IF " + _FIELD.format("MERGEFIELD x", run("kode")), run("90,41%"))
    document = _read(
        tmp_path,
        paragraph(run("Serapan ") + nested) + paragraph('<w:fldSimple w:instr="PAGE">' + run("7") + "</w:fldSimple>"),
    )

    assert _lines(document) == ["Serapan 90,41%", "7"]


def test_content_controls_links_symbols_tabs_and_formulas_are_text(tmp_path: Path) -> None:
    control = f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{run('isi')}</w:sdtContent></w:sdt>"
    content = (
        control
        + "<w:hyperlink>" + run(" tautan") + "</w:hyperlink>"
        + "<w:r><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/>"
        + '<w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
        + "<m:oMath><m:f><m:num><m:r><m:t>R</m:t></m:r></m:num><m:den><m:r><m:t>T</m:t></m:r></m:den></m:f></m:oMath>"
    )  # fmt: skip
    document = _read(tmp_path, paragraph(content) + paragraph("${nama_instansi} tahun ${tahun}"))

    assert _lines(document) == ["isi tautan\ta\nb-✓R/T", "${nama_instansi} tahun ${tahun}"]


def test_hidden_text_is_left_out_and_said(tmp_path: Path) -> None:
    document = _read(tmp_path, paragraph(run("Terlihat ") + run("rahasia", "<w:vanish/>") + run("juga")))

    assert _lines(document) == ["Terlihat juga"]
    assert [(item.kind, item.note, item.place.path) for item in document.unread] == [
        (UnreadKind.HIDDEN, "7 karakter tersembunyi", "body/p[1]")
    ]


def test_footnotes_follow_the_text_and_running_lines_do_not(tmp_path: Path) -> None:
    note = f'<w:footnote w:id="2">{paragraph("Data sementara.")}</w:footnote>'
    other = f'<w:footnote w:id="3">{paragraph("Tidak dirujuk.")}</w:footnote>'
    document = _read(
        tmp_path,
        paragraph(run("Realisasi 93,28") + '<w:r><w:footnoteReference w:id="2"/></w:r>') + paragraph("Berikutnya."),
        footnotes=note + other,
        header=paragraph("LKjIP 2020"),
    )

    assert _lines(document) == ["Realisasi 93,28", "Berikutnya.", "Data sementara."]


def test_pictures_are_counted_with_their_alternative_text(tmp_path: Path) -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Tabel capaian"/><a:graphic>'
        '<a:blip r:embed="rId9"/></a:graphic></wp:inline></w:drawing></w:r>'
    )
    document = _read(tmp_path, paragraph(drawing) + paragraph("Gambar 2.1 Struktur Organisasi"))

    assert [(item.kind, item.note) for item in document.unread] == [(UnreadKind.IMAGE, "Tabel capaian")]
    (figure,) = (block for block in blocks(document) if isinstance(block, Figure))
    assert (figure.number, figure.caption) == ("Gambar 2.1", "Struktur Organisasi")


# Tables


def test_merged_cells_are_one(tmp_path: Path) -> None:
    restart, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    document = _read(
        tmp_path,
        table(
            row(cell("Sasaran", restart), cell("Target", '<w:gridSpan w:val="2"/>')),
            row(cell("", on), "2019", "2020"),
            row(cell("Meningkatnya mutu", restart), "1", "2"),
            row(cell("", on), "3", "4"),
        ),
    )

    found = _only_table(document)
    assert _texts(found) == [["Sasaran", "Target"], ["2019", "2020"], ["Meningkatnya mutu", "1", "2"], ["3", "4"]]
    assert (len(found.header), len(found.columns)) == (2, 3)
    assert [(cell.colspan, cell.rowspan) for cell in found.header[0].cells] == [(1, 2), (2, 1)]
    assert found.rows[0].cells[0].rowspan == 2
    place = found.rows[1].cells[0].place
    assert place is not None
    assert (place.table, place.row, place.column, place.path) == ("1", 4, 2, "body/tbl[1]/tr[4]/tc[2]")


def test_a_table_in_a_cell_stays_in_its_cell(tmp_path: Path) -> None:
    inner = table(row("Program", "Rp"), row("A", "5"))
    document = _read(tmp_path, table(row("No", "Rincian"), row("1", cell(paragraph("Lihat:") + inner + paragraph("")))))

    outer = _only_table(document)
    holder = outer.rows[0].cells[1]
    assert plain(holder.content) == "Lihat:"
    assert _texts(holder.tables[0]) == [["Program", "Rp"], ["A", "5"]]
    first = holder.tables[0].header[0].cells[0].place
    assert first is not None
    assert (first.table, first.path) == ("2", "body/tbl[1]/tr[2]/tc[2]/tbl[1]/tr[1]/tc[1]")


@pytest.mark.parametrize(
    ("before", "after", "number", "caption"),
    [
        (["Tabel 3.1 Capaian Kinerja"], [], "Tabel 3.1", "Capaian Kinerja"),
        (["Tabel. 3.2", "Realisasi Kinerja", "Tahun 2018-2023"], [], "Tabel. 3.2", "Realisasi Kinerja Tahun 2018-2023"),
        (["TABEL III.4: IKM"], [], "TABEL III.4", "IKM"),
        ([], ["Tabel 3.3 Di bawahnya"], "Tabel 3.3", "Di bawahnya"),
        (["Tabel 3.1 menunjukkan capaian kinerja tahun 2020."], [], "", ""),
        (["Tabel 3.4 Judul", "Kalimat penutup yang berakhir titik."], [], "", ""),
    ],
)
def test_captions_go_to_their_tables(
    tmp_path: Path, before: list[str], after: list[str], number: str, caption: str
) -> None:
    body = "".join(map(paragraph, before)) + table(row("A", "B"), row("1", "2")) + "".join(map(paragraph, after))

    found = _only_table(_read(tmp_path, body))

    assert (found.number, found.caption) == (number, caption)


def test_a_caption_between_two_tables_is_that_of_the_lower_one(tmp_path: Path) -> None:
    grid = table(row("A", "B"), row("1", "2"))
    counted = paragraph(run("Tabel 1.") + _FIELD.format("SEQ Tabel", run("2")) + run(" Kedua"))
    document = _read(tmp_path, grid + counted + grid + paragraph("Sumber: LRA 2020"))

    assert [(found.number, plain(found.source)) for found in read_back.tables(document)] == [
        ("", ""),
        ("Tabel 1.2", "Sumber: LRA 2020"),
    ]


def test_the_row_that_numbers_the_columns_ends_the_header(tmp_path: Path) -> None:
    document = _read(tmp_path, table(row("No", "Uraian", "Pagu"), row("1", "2", "3"), row("1", "Program", "1.000")))

    found = _only_table(document)
    assert [line.kind.value for line in found.header] == ["body", "numbers"]
    assert len(found.rows) == 1


# Places


def _element_at(root: ElementTree.Element, path: str) -> ElementTree.Element:
    """The element that a path leads to, found without the reader."""
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    containers = {f"{space}{name}" for name in ("tc", "txbxContent", "body", "tbl", "tr", "p")}

    def inside(element: ElementTree.Element) -> list[ElementTree.Element]:
        found = []
        for child in element:
            if child.tag.endswith("}Fallback"):
                continue
            if child.tag in containers:
                found.append(child)
            else:
                found += inside(child)
        return found

    body = root.find(f"{space}body")
    assert body is not None
    current = body
    for name, number in re.findall(r"/(\w+)\[(\d+)\]", path):
        current = [child for child in inside(current) if child.tag == f"{space}{name}"][int(number) - 1]
    return current


def _visible(element: ElementTree.Element) -> str:
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    text = ""
    for child in element:
        if child.tag == f"{space}t":
            text += child.text or ""
        elif child.tag in (f"{space}tab", f"{space}br"):
            text += "\t" if child.tag.endswith("tab") else "\n"
        elif child.tag not in (f"{space}pPr", f"{space}instrText", f"{space}txbxContent"):
            text += _visible(child)
    return text


def test_every_run_stands_where_its_place_says(tmp_path: Path) -> None:
    path = tmp_path / "laporan.docx"
    path.write_bytes(write(resolved()))
    root = ElementTree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))

    runs = [run for block in blocks(read_document(path)) for run in read_back.texts(block)]

    assert len(runs) > 300
    for found in runs:
        assert found.place is not None
        if found.place.start is not None:
            visible = _visible(_element_at(root, found.place.path))
            assert visible[found.place.start : found.place.start + len(found.text)] == found.text


def test_a_run_in_several_pieces_is_one_with_its_offset(tmp_path: Path) -> None:
    content = run("Capaian ") + run("93", "<w:b/>") + run(",28", "<w:b/>") + run("%")
    document = _read(tmp_path, paragraph(content))

    (block,) = blocks(document)
    assert isinstance(block, Paragraph)
    found = [(run.text, run.bold, run.place.start) for run in block.content if isinstance(run, Text) and run.place]
    assert found == [("Capaian ", False, 0), ("93,28", True, 8), ("%", False, 13)]


# Round trip


@pytest.mark.parametrize("year", [2020])
def test_our_own_report_reads_back_as_it_was_composed(tmp_path: Path, year: int) -> None:
    composed = compose(SAMPLE, year)
    path = tmp_path / "laporan.docx"
    path.write_bytes(write(composed))

    document = read_document(path)

    assert read_back.headings(document) == read_back.headings(composed)
    assert read_back.numbered_tables(document) == read_back.numbered_tables(composed)


def test_charts_read_back_with_their_values(tmp_path: Path) -> None:
    path = tmp_path / "laporan.docx"
    path.write_bytes(write(resolved()))

    charts = [block for block in blocks(read_document(path)) if isinstance(block, Figure)]
    bars = charts[0]

    assert isinstance(bars.picture, Chart)
    assert (bars.number, bars.caption) == ("Gambar 2.1", "Target dan realisasi tahun 2020")
    assert [series.name for series in bars.picture.series] == ["Target", "Realisasi"]
    assert bars.picture.series[1].labels[:2] == ("93,28", "100")
    assert "dua melampaui target" in bars.picture.description


# Bad input


def _refusal(path: Path) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as refused:
        read_document(path)
    return refused.value


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "berkas kosong"),
        (b"PK\x03\x04 terpotong", "berkas yang rusak atau terpotong"),
        (b"%PDF-1.4", "berkas PDF, walaupun namanya berakhiran .docx"),
        (b"{\\rtf1}", "dokumen RTF, walaupun namanya berakhiran .docx"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "berkas Office yang dikunci dengan kata sandi",
        ),
    ],
)
def test_what_is_no_word_document_is_refused_by_name(tmp_path: Path, content: bytes, found: str) -> None:
    path = tmp_path / "laporan.docx"
    path.write_bytes(content)

    refused = _refusal(path)

    assert refused.found == found
    assert refused.remedy


def test_a_truncated_document_is_refused(tmp_path: Path) -> None:
    path = write_word(tmp_path / "laporan.docx", paragraph("x" * 1000))
    path.write_bytes(path.read_bytes()[:-300])

    assert _refusal(path).found == "berkas yang rusak atau terpotong"


def test_a_document_that_declares_entities_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "laporan.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')

    assert "deklarasi" in _refusal(path).found


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "laporan.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 40_000_000)

    assert "mengembang" in _refusal(path).found


def test_tables_fifty_deep_are_read_to_a_limit(tmp_path: Path) -> None:
    nested = paragraph("dalam")
    for _ in range(50):
        nested = table(row("a", cell(nested + paragraph(""))))

    document = _read(tmp_path, nested)

    assert [item.kind for item in document.unread] == [UnreadKind.LIMIT]
    depth, found = 1, _only_table(document)
    while found.rows[0].cells[1].tables:
        depth, found = depth + 1, found.rows[0].cells[1].tables[0]
    assert depth == 8


def test_a_table_of_many_rows_takes_bounded_time(tmp_path: Path) -> None:
    path = write_word(tmp_path / "laporan.docx", table(row("No", "Nama"), *[row("1", "Ani")] * 20_000))

    begun = time.process_time()
    document = read_document(path)

    assert len(_only_table(document).rows) == 20_000
    assert time.process_time() - begun < 10


def test_a_document_in_the_strict_edition_and_with_macros_is_read(tmp_path: Path) -> None:
    strict = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    path = write_word(tmp_path / "laporan.docm", paragraph("Isi."), namespaces=strict)

    assert _lines(read_document(path)) == ["Isi."]


def test_forty_pages_are_read_in_a_third_of_a_second(tmp_path: Path) -> None:
    path = tmp_path / "laporan.docx"
    path.write_bytes(write(compose(SAMPLE, 2020)))
    read_document(path)

    begun = time.process_time()
    read_document(path)

    assert time.process_time() - begun < 0.3


# Real documents


def test_real_agreements_are_read(shared: Path) -> None:
    document = read_document(shared / "corpus" / "pk-bpbd-boyolali-2026.docx")

    plan = list(read_back.tables(document))[4]
    assert (len(plan.header), len(plan.rows), len(plan.columns)) == (3, 20, 16)
    assert "Rp6.122.579.000,00" in [
        text for found in read_back.tables(document) for line in _texts(found) for text in line
    ]


def test_a_real_plan_is_read_with_its_chapters(shared: Path) -> None:
    document = read_document(shared / "corpus" / "renstra-bpkad-cimahi.docx")

    chapters = [number for level, number, _text in read_back.headings(document) if level == 1]
    assert chapters[:3] == ["BAB I", "BAB II", "BAB III"]
    assert len(list(read_back.tables(document))) >= 15
