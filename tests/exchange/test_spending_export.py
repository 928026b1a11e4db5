"""Exports of the budget system are read in the layouts that offices have, and say what they could not read."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from saksama.exchange.problem import Severity, describe
from saksama.exchange.spending_export.codes import Code, level_of, parent_of, read_code
from saksama.exchange.spending_export.columns import Measure, measure_of
from saksama.exchange.spending_export.proper_names import proper_name
from saksama.exchange.spending_export.reading import Money
from saksama.kernel.budget import BudgetLevel
from tests.exchange.exports import BY_ACCOUNT, BY_ACCOUNT_MERGED, Cell, plain, read, written


def money(appropriation: str | int | None, expenditure: str | int | None) -> Money:
    return Money(*(None if value is None else Decimal(value) for value in (appropriation, expenditure)))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("8.01.03", Code("8.01.03")),
        ("X.XX.01.2.06.0004", Code("X.XX.01.2.06.0004")),
        ("2.16.01.2.01.01", Code("2.16.01.2.01.01")),
        ("5.1.02.01.01.0001", Code(account="5.1.02.01.01.0001")),
        ("2.16.2.20.2.21.01.0000", Code(unit="2.16.2.20.2.21.01.0000")),
        ("1.02.0.00.0.00.01.0000.1.02.02.2.01.0003", Code("1.02.02.2.01.0003", unit="1.02.0.00.0.00.01.0000")),
        ("2.16.01.2.01.0001.5.1.02", Code("2.16.01.2.01.0001", "5.1.02")),
        ("8.01.03 - Program Contoh", Code("8.01.03", name="Program Contoh")),
        ("2.16", None),
        ("1.234.567", None),
        ("Program 1", None),
    ],
)
def test_a_code_says_whether_it_is_a_unit_a_programme_or_an_account(text: str, code: Code | None) -> None:
    assert read_code(text) == code


def test_a_code_tells_its_level_and_its_parent() -> None:
    assert [level_of(code) for code in ("8.01.03", "8.01.03.2.01", "8.01.03.2.01.0001")] == list(BudgetLevel)
    assert parent_of("8.01.03.2.01.0001") == "8.01.03.2.01"
    assert parent_of("8.01.03.2.01") == "8.01.03"
    assert parent_of("8.01.03") == ""


@pytest.mark.parametrize(
    ("path", "measure"),
    [
        (("Kelompok Belanja", "Operasi", "Anggaran"), Measure.APPROPRIATION),
        (("Pagu Setelah Perubahan (Rp)",), Measure.APPROPRIATION),
        (("Anggaran dan Realisasi", "Realisasi"), Measure.EXPENDITURE),
        (("Realisasi Anggaran", "Rp"), Measure.EXPENDITURE),
        (("Realisasi", "%"), None),
        (("Realisasi (%)",), None),
        (("Sisa Anggaran",), None),
        (("Bertambah/(Berkurang)",), None),
        (("Realisasi Kinerja", "K"), None),
        (("Target dan Anggaran Renja 2025", "Rp."), Measure.APPROPRIATION),
        (("Target Renstra 2030 (Akhir Periode)", "Rp."), None),
        (("Realisasi 2024",), None),
        (("Realisasi 2025",), Measure.EXPENDITURE),
        (("Uraian",), None),
    ],
)
def test_a_column_is_known_by_its_innermost_words(path: tuple[str, ...], measure: Measure | None) -> None:
    assert measure_of(path, 2025) is measure


def test_kinds_of_expenditure_add_up_and_accounts_are_not_counted_twice(tmp_path: Path) -> None:
    export, nodes, problems = read(written(tmp_path / "lra.xlsx", BY_ACCOUNT, merged=BY_ACCOUNT_MERGED))

    assert [describe(problem) for problem in problems.found] == []
    assert export is not None
    assert export.year == 2026
    assert [(node.code, node.name, node.money) for node in nodes] == [
        ("2.16.01", "PROGRAM PENUNJANG", money(1800, 700)),
        ("2.16.01.2.01", "Perencanaan", money(1800, 700)),
        ("2.16.01.2.01.0001", "Penyusunan Dokumen", money(1300, 700)),
        ("2.16.01.2.01.0002", "Koordinasi", money(500, 0)),
    ]
    assert export.total is not None
    assert export.total.money == money(1800, 700)


def test_a_flat_export_names_each_level_on_every_row_and_is_summed_by_account(tmp_path: Path) -> None:
    head = (
        "Kode Program", "Nama Program", "Kode Kegiatan", "Nama Kegiatan", "Kode Sub Kegiatan", "Nama Sub Kegiatan",
        "Kode Rekening", "Nama Rekening", "Pagu", "Realisasi",
    )  # fmt: skip
    above = ("8.01.03", "Program Contoh", "8.01.03.2.01", "Kegiatan Contoh", "8.01.03.2.01.0001", "Sub Contoh")
    rows = [
        ("Rekap Belanja TA 2025",),
        head,
        (*above, "5.1.02.01.01.0024", "Alat tulis", 400, 300),
        (*above, "5.1.02.01.01.0025", "Kertas", 600, "450,00"),
    ]

    _export, nodes, problems = read(written(tmp_path / "rekap.xlsx", rows))

    assert problems.found == []
    assert [(node.code, node.name, node.money) for node in nodes] == [
        ("8.01.03", "Program Contoh", money(1000, 750)),
        ("8.01.03.2.01", "Kegiatan Contoh", money(1000, 750)),
        ("8.01.03.2.01.0001", "Sub Contoh", money(1000, 750)),
    ]


def test_a_code_may_stand_in_a_column_for_each_part(tmp_path: Path) -> None:
    rows: list[tuple[Cell, ...]] = [
        ("Tahun Anggaran 2025",),
        ("Kode", None, None, None, None, "Uraian", "Anggaran", "Realisasi"),
        ("8", "01", "03", None, None, "Program Contoh", 50_000, 40_000),
        ("8", "01", "03", "2.01", None, "Kegiatan Contoh", 50_000, 40_000),
        ("8", "01", "03", "2.01", "0001", "Sub Contoh", 50_000, 40_000),
    ]

    _export, nodes, problems = read(written(tmp_path / "lra.xlsx", rows, merged=("A2:E2",)))

    assert problems.found == []
    assert [(node.code, node.name) for node in nodes] == [
        ("8.01.03", "Program Contoh"),
        ("8.01.03.2.01", "Kegiatan Contoh"),
        ("8.01.03.2.01.0001", "Sub Contoh"),
    ]


@pytest.mark.parametrize(
    ("heading", "amounts", "expected"),
    [
        (("Anggaran Sebelum Perubahan", "Anggaran Setelah Perubahan", "Realisasi"), (1, 20_000, 3), money(20_000, 3)),
        (
            ("Anggaran", "Realisasi s.d. Bulan Lalu", "Realisasi Bulan Ini", "Realisasi s.d. Bulan Ini"),
            (20_000, 1, 2, 3),
            money(20_000, 3),
        ),
        (("Anggaran", "Realisasi s.d. TW I", "Realisasi s.d. TW II"), (20_000, 1, 3), money(20_000, 3)),
        (
            ("Anggaran", "Realisasi TW I", "Realisasi TW II", "Realisasi TW III", "Realisasi TW IV"),
            (20_000, 1, 2, 3, 4),
            money(20_000, 10),
        ),
        (("Anggaran", "Realisasi", "Sisa Anggaran", "Realisasi (%)"), (20_000, 3, 7, 30), money(20_000, 3)),
        (("Pagu Operasi", "Pagu Modal", "Pagu Jumlah", "Realisasi"), (20_000, 5, 20_005, 3), money(20_005, 3)),
        (("Anggaran 2024", "Anggaran 2025", "Realisasi 2025"), (1, 20_000, 3), money(20_000, 3)),
    ],
)
def test_the_columns_of_the_whole_year_are_taken(
    tmp_path: Path, heading: tuple[str, ...], amounts: tuple[int, ...], expected: Money
) -> None:
    rows: list[tuple[Cell, ...]] = [
        ("LRA Tahun Anggaran 2025",),
        ("Kode", "Uraian", *heading),
        ("8.01.03", "Program Contoh", *amounts),
    ]

    _export, nodes, problems = read(written(tmp_path / "lra.xlsx", rows))

    assert problems.found == []
    assert [node.money for node in nodes] == [expected]


@pytest.mark.parametrize("heading", [("Anggaran A", "Anggaran B"), ("Anggaran", "Realisasi TW I")])
def test_columns_that_could_be_meant_or_hold_part_of_a_year_are_refused(
    tmp_path: Path, heading: tuple[str, ...]
) -> None:
    rows: list[tuple[Cell, ...]] = [
        ("TA 2025",),
        ("Kode", "Uraian", *heading),
        ("8.01.03", "Program Contoh", 10_000, 20_000),
    ]

    _export, _nodes, problems = read(written(tmp_path / "lra.xlsx", rows))

    assert [problem.severity for problem in problems.found] == [Severity.ERROR]
    assert problems.found[0].place.sheet == "LRA"


def test_noise_of_binary_numbers_is_taken_off_and_said(tmp_path: Path) -> None:
    rows = plain(
        ("8.01.03", "Program A", 107_018_938.0000001, "1.234.567,50"),
        ("8.01.04", "Program B", "Rp 1,234,567.00", "-"),
        ("8.01.05", "Program C", 1234.100000000001, None),
    )

    _export, nodes, problems = read(written(tmp_path / "lra.xlsx", rows))

    assert [node.money for node in nodes] == [
        money(107_018_938, "1234567.50"),
        money(1_234_567, None),
        money("1234.10", None),
    ]
    assert [(problem.severity, problem.place.cell) for problem in problems.found] == [
        (Severity.NOTE, "C4"),
        (Severity.NOTE, "C6"),
    ]


def test_what_is_no_amount_is_reported_with_its_cell_and_left_out(tmp_path: Path) -> None:
    rows = plain(
        ("8.01.03", "Program A", 12_345.678, "(1.000)"),
        ("8.01.04", "Program B", "lihat lampiran", 9.1),
    )

    _export, nodes, problems = read(written(tmp_path / "lra.xlsx", rows))

    assert [node.money for node in nodes] == [money(None, None), money(None, "9.1")]
    assert [(problem.severity.value, problem.place.cell) for problem in problems.found] == [
        ("question", "C4"),
        ("question", "D4"),
        ("error", "C5"),
    ]


def test_amounts_in_thousands_become_rupiah(tmp_path: Path) -> None:
    rows = plain(("8.01.03", "Program A", 12_345.678, "1.000,5"))
    rows = ((f"{rows[0][0]} (dalam ribuan rupiah)",), *rows[1:])

    export, nodes, _problems = read(written(tmp_path / "lra.xlsx", rows))

    assert export is not None
    assert export.scale == 1000
    assert nodes[0].money == money(12_345_678, 1_000_500)


def test_sums_of_the_export_that_do_not_add_up_are_said(tmp_path: Path) -> None:
    rows = plain(
        ("8.01.03", "Program A", 30_000, 100),
        ("8.01.03.2.01", "Kegiatan A", 20_000, 100),
        ("8.01.03.2.01.0001", "Sub A", 20_000, 100),
    )

    _export, nodes, problems = read(written(tmp_path / "lra.xlsx", rows))

    assert nodes[0].money == money(30_000, 100)
    assert [(problem.severity, problem.place.cell) for problem in problems.found] == [(Severity.NOTE, "4:4")]
    assert "Rp30.000" in problems.found[0].found
    assert "Rp20.000" in problems.found[0].found


def test_a_code_that_stands_twice_with_other_amounts_is_asked_about(tmp_path: Path) -> None:
    rows = plain(("8.01.03", "Program A", 30_000, 100), ("8.01.03", "Program A", 20_000, 100))

    _export, nodes, problems = read(written(tmp_path / "lra.xlsx", rows))

    assert nodes == ()
    assert [problem.severity for problem in problems.found] == [Severity.QUESTION]


def test_of_several_agencies_the_own_one_is_taken(tmp_path: Path) -> None:
    rows = plain(
        ("1.01.0.00.0.00.01.0000", "Dinas Lain", 70_000, 1),
        ("1.01.0.00.0.00.01.0000.1.01.02", "Program Lain", 70_000, 1),
        ("8.01.0.00.0.00.01.0000", "DINAS CONTOH", 30_000, 1),
        ("8.01.0.00.0.00.01.0000.8.01.03", "Program A", 30_000, 1),
    )

    _export, nodes, problems = read(written(tmp_path / "lra.xlsx", rows))

    assert problems.found == []
    assert [(node.code, node.money.appropriation) for node in nodes] == [("8.01.03", Decimal(30_000))]


def test_an_export_without_its_year_asks_for_it(tmp_path: Path) -> None:
    rows: list[tuple[Cell, ...]] = [("Kode", "Uraian", "Anggaran", "Realisasi"), ("8.01.03", "Program A", 30_000, 1)]
    path = written(tmp_path / "lra.xlsx", rows)

    _export, _nodes, problems = read(path)
    export, nodes, none = read(path, year=2027)

    assert "--year" in problems.found[0].remedy
    assert export is not None
    assert (export.year, len(nodes), none.found) == (2027, 1, [])


def test_any_other_workbook_is_refused_in_words(tmp_path: Path) -> None:
    _export, _nodes, problems = read(written(tmp_path / "lain.xlsx", [("Halo",), ("dunia", 3)]))
    (tmp_path / "teks.xlsx").write_text("bukan buku kerja")
    _export, _nodes, unreadable = read(tmp_path / "teks.xlsx")

    assert [problem.severity for problem in (*problems.found, *unreadable.found)] == [Severity.ERROR] * 2


def test_a_real_export_adds_up_to_its_own_total(shared: Path) -> None:
    path = shared / "corpus" / "lra-diskominfo-lampungselatan.xlsx"
    export, nodes, problems = read(path, agency="Dinas Komunikasi dan Informatika Kabupaten Lampung Selatan")

    assert problems.found == []
    assert export is not None
    assert export.total is not None
    programmes = [node.money for node in nodes if level_of(node.code) is BudgetLevel.PROGRAMME]
    leaves = [node.money for node in nodes if level_of(node.code) is BudgetLevel.SUB_ACTIVITY]
    for part in (programmes, leaves):
        assert sum(one.appropriation or 0 for one in part) == export.total.money.appropriation == 10_810_941_900
        assert sum(one.expenditure or 0 for one in part) == export.total.money.expenditure == 1_142_726_955


def test_the_money_of_another_agency_is_refused_and_taken_only_by_its_name(tmp_path: Path) -> None:
    path = written(tmp_path / "LRA.xlsx", BY_ACCOUNT, merged=BY_ACCOUNT_MERGED)

    _export, refused, problems = read(path, agency="Dinas Kesehatan")
    _export, taken, none = read(path, agency="2.16.2.20.2.21.01.0000")

    assert refused == ()
    (problem,) = problems.found
    assert problem.severity is Severity.ERROR
    assert "Dinas Contoh" in problem.found
    assert taken
    assert none.found == []


def test_a_title_names_the_agency_too(tmp_path: Path) -> None:
    rows = plain(("1.02.01", "PROGRAM", 100, 50), year=2025)
    path = written(tmp_path / "LRA.xlsx", (("Organisasi : 1.02.0.00.0.00.01.0000 Dinas Kesehatan",), *rows))

    _export, refused, problems = read(path)

    assert refused == ()
    assert problems.found[0].place.cell == "1:1"


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("s.d. 30 September 2025", date(2025, 9, 30)),
        ("PER 31 DESEMBER 2025", date(2025, 12, 31)),
        ("Sampai dengan Triwulan III", date(2025, 9, 30)),
        ("s/d bulan Februari 2025", date(2025, 2, 28)),
        ("Keadaan 2025", None),
    ],
)
def test_the_day_up_to_which_expenditure_counts_is_read_from_the_titles(
    tmp_path: Path, title: str, day: date | None
) -> None:
    rows = plain(("1.02.01", "PROGRAM", 100, 50), year=2025)
    export, _nodes, problems = read(written(tmp_path / "LRA.xlsx", ((title,), *rows)))

    assert export is not None
    assert (export.cut_off[0] if export.cut_off else None) == day
    assert problems.found == []


def test_a_day_that_no_calendar_has_is_asked_about(tmp_path: Path) -> None:
    rows = plain(("1.02.01", "PROGRAM", 100, 50), year=2025)
    export, _nodes, problems = read(written(tmp_path / "LRA.xlsx", (("s.d. 31 September 2025",), *rows)))

    assert export is not None
    assert export.cut_off is None
    assert problems.found[0].severity is Severity.QUESTION


@pytest.mark.parametrize(
    ("capitals", "proper"),
    [
        ("PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH", "Program Penunjang Urusan Pemerintahan Daerah"),
        ("PENYEDIAAN GAJI DAN TUNJANGAN ASN", "Penyediaan Gaji dan Tunjangan ASN"),
        ("KOORDINASI PENYUSUNAN LKjIP SKPD", "KOORDINASI PENYUSUNAN LKjIP SKPD"),
        ("PELAYANAN RSUD KELAS III", "Pelayanan RSUD Kelas III"),
        ("Penyusunan Dokumen", "Penyusunan Dokumen"),
    ],
)
def test_a_name_in_capitals_is_written_as_documents_print_it(capitals: str, proper: str) -> None:
    assert proper_name(capitals) == proper
