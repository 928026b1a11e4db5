"""The text of Word documents is read as a person sees it: headings, lists, revisions, fields, notes, pictures."""

from pathlib import Path

from saksama.documents.document import Figure, Heading, HeadingNumbering, ItemList, UnreadKind, blocks, plain
from tests.documents import read_back
from tests.documents.word_file import cell, level, listed, numbering, paragraph, read_word, row, run, table

_TEXT_BOX = "<w:txbxContent>{}</w:txbxContent>"
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def test_headings_are_known_by_the_name_and_the_outline_of_their_style(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="J1"><w:name w:val="Judul 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Sub"/><w:basedOn w:val="H2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="Dalam"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>'
        "</w:style>"
    )
    document = read_word(
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
    assert read_back.lines(document) == ["Teks biasa."]


def test_headings_without_style_are_known_by_number_and_weight(tmp_path: Path) -> None:
    bold = "<w:b/>"
    document = read_word(
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

    document = read_word(tmp_path, body, styles=styles, numbering=numbering(*levels))

    numbers = [number for _level, number, _text in read_back.headings(document)]
    assert numbers == ["BAB I", "A.", "B.", "BAB II", "A.", "1.", "1.1", "1.2"]


def test_plain_lists_are_lists_and_others_keep_their_numbers(tmp_path: Path) -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    document = read_word(
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
    assert read_back.lines(document) == ["5. lima", "5.a) huruf"]


def test_a_number_stands_in_a_cell_that_holds_nothing_else(tmp_path: Path) -> None:
    rows = [row(cell(paragraph("", listed(1))), name, "10") for name in ("Sekretariat", "Bidang")]
    document = read_word(
        tmp_path, table(row("No", "Unit", "Jumlah"), *rows), numbering=numbering(level(0, "decimal", "%1."))
    )

    assert [line[0].strip() for line in read_back.cell_texts(read_back.only_table(document))] == ["No", "1.", "2."]


def test_tracked_changes_are_read_as_accepted_and_said(tmp_path: Path) -> None:
    changed = (
        run("Target ") + f"<w:del>{run('67').replace('w:t', 'w:delText')}</w:del><w:ins>{run('70')}</w:ins>" + run(" %")
    )
    gone = paragraph(run("Digabung "), "<w:rPr><w:del/></w:rPr>")
    moved = f"<w:moveFrom>{run('lama')}</w:moveFrom><w:moveTo>{run('baru')}</w:moveTo>"
    document = read_word(
        tmp_path,
        paragraph(changed)
        + gone
        + paragraph("dengan ini.")
        + paragraph(moved)
        + table(row("A", "B"), row("x", "y", properties="<w:del/>"), row("1", "2")),
    )

    assert read_back.lines(document) == ["Target 70 %", "Digabung dengan ini.", "baru"]
    assert read_back.cell_texts(read_back.only_table(document)) == [["A", "B"], ["1", "2"]]
    assert [item.note for item in document.unread] == ["revisi terlacak dibaca sebagai diterima: 2 sisipan, 4 hapusan"]


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    box = _TEXT_BOX.format(paragraph("Kepala Badan"))
    drawn = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read_word(tmp_path, paragraph(run("Bagan:") + drawn))

    assert read_back.lines(document) == ["Bagan:", "Kepala Badan"]
    assert [run.place.path for block in blocks(document) for run in read_back.texts(block) if run.place] == [
        "body/p[1]",
        "body/p[1]/txbxContent[1]/p[1]",
    ]


def test_of_fields_the_saved_result_is_read(tmp_path: Path) -> None:
    nested = _FIELD.format("IF " + _FIELD.format("MERGEFIELD x", run("kode")), run("90,41%"))
    document = read_word(
        tmp_path,
        paragraph(run("Serapan ") + nested) + paragraph('<w:fldSimple w:instr="PAGE">' + run("7") + "</w:fldSimple>"),
    )

    assert read_back.lines(document) == ["Serapan 90,41%", "7"]


def test_content_controls_links_symbols_tabs_and_formulas_are_text(tmp_path: Path) -> None:
    control = f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{run('isi')}</w:sdtContent></w:sdt>"
    content = (
        control
        + "<w:hyperlink>" + run(" tautan") + "</w:hyperlink>"
        + "<w:r><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/>"
        + '<w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
        + "<m:oMath><m:f><m:num><m:r><m:t>R</m:t></m:r></m:num><m:den><m:r><m:t>T</m:t></m:r></m:den></m:f></m:oMath>"
    )  # fmt: skip
    document = read_word(tmp_path, paragraph(content) + paragraph("${nama_instansi} tahun ${tahun}"))

    assert read_back.lines(document) == ["isi tautan\ta\nb-✓R/T", "${nama_instansi} tahun ${tahun}"]


def test_hidden_text_is_left_out_and_said(tmp_path: Path) -> None:
    document = read_word(tmp_path, paragraph(run("Terlihat ") + run("rahasia", "<w:vanish/>") + run("juga")))

    assert read_back.lines(document) == ["Terlihat juga"]
    assert [(item.kind, item.note, item.place.path) for item in document.unread] == [
        (UnreadKind.HIDDEN, "7 karakter tersembunyi", "body/p[1]")
    ]


def test_footnotes_follow_the_text_and_running_lines_do_not(tmp_path: Path) -> None:
    note = f'<w:footnote w:id="2">{paragraph("Data sementara.")}</w:footnote>'
    other = f'<w:footnote w:id="3">{paragraph("Tidak dirujuk.")}</w:footnote>'
    document = read_word(
        tmp_path,
        paragraph(run("Realisasi 93,28") + '<w:r><w:footnoteReference w:id="2"/></w:r>') + paragraph("Berikutnya."),
        footnotes=note + other,
        header=paragraph("LKjIP 2020"),
    )

    assert read_back.lines(document) == ["Realisasi 93,28", "Berikutnya.", "Data sementara."]


def test_pictures_are_counted_with_their_alternative_text(tmp_path: Path) -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Tabel capaian"/><a:graphic>'
        '<a:blip r:embed="rId9"/></a:graphic></wp:inline></w:drawing></w:r>'
    )
    document = read_word(tmp_path, paragraph(drawing) + paragraph("Gambar 2.1 Struktur Organisasi"))

    assert [(item.kind, item.note) for item in document.unread] == [(UnreadKind.IMAGE, "Tabel capaian")]
    (figure,) = (block for block in blocks(document) if isinstance(block, Figure))
    assert (figure.number, figure.caption) == ("Gambar 2.1", "Struktur Organisasi")
