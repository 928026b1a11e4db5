"""The tables of Word documents: merged cells, tables in cells, captions, headers."""

from pathlib import Path

import pytest

from saksama.documents.document import plain
from tests.documents import read_back
from tests.documents.word_file import cell, paragraph, read_word, row, run, table

_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def test_merged_cells_are_one(tmp_path: Path) -> None:
    restart, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    document = read_word(
        tmp_path,
        table(
            row(cell("Sasaran", restart), cell("Target", '<w:gridSpan w:val="2"/>')),
            row(cell("", on), "2019", "2020"),
            row(cell("Meningkatnya mutu", restart), "1", "2"),
            row(cell("", on), "3", "4"),
        ),
    )

    found = read_back.only_table(document)
    assert read_back.cell_texts(found) == [
        ["Sasaran", "Target"],
        ["2019", "2020"],
        ["Meningkatnya mutu", "1", "2"],
        ["3", "4"],
    ]
    assert (len(found.header), len(found.columns)) == (2, 3)
    assert [(cell.colspan, cell.rowspan) for cell in found.header[0].cells] == [(1, 2), (2, 1)]
    assert found.rows[0].cells[0].rowspan == 2
    place = found.rows[1].cells[0].place
    assert place is not None
    assert (place.table, place.row, place.column, place.path) == ("1", 4, 2, "body/tbl[1]/tr[4]/tc[2]")


def test_a_table_in_a_cell_stays_in_its_cell(tmp_path: Path) -> None:
    inner = table(row("Program", "Rp"), row("A", "5"))
    document = read_word(
        tmp_path, table(row("No", "Rincian"), row("1", cell(paragraph("Lihat:") + inner + paragraph(""))))
    )

    outer = read_back.only_table(document)
    holder = outer.rows[0].cells[1]
    assert plain(holder.content) == "Lihat:"
    assert read_back.cell_texts(holder.tables[0]) == [["Program", "Rp"], ["A", "5"]]
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

    found = read_back.only_table(read_word(tmp_path, body))

    assert (found.number, found.caption) == (number, caption)


def test_a_caption_between_two_tables_is_that_of_the_lower_one(tmp_path: Path) -> None:
    grid = table(row("A", "B"), row("1", "2"))
    counted = paragraph(run("Tabel 1.") + _FIELD.format("SEQ Tabel", run("2")) + run(" Kedua"))
    document = read_word(tmp_path, grid + counted + grid + paragraph("Sumber: LRA 2020"))

    assert [(found.number, plain(found.source)) for found in read_back.tables(document)] == [
        ("", ""),
        ("Tabel 1.2", "Sumber: LRA 2020"),
    ]


def test_the_row_that_numbers_the_columns_ends_the_header(tmp_path: Path) -> None:
    document = read_word(tmp_path, table(row("No", "Uraian", "Pagu"), row("1", "2", "3"), row("1", "Program", "1.000")))

    found = read_back.only_table(document)
    assert [line.kind.value for line in found.header] == ["body", "numbers"]
    assert len(found.rows) == 1
