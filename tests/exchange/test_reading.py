"""What people type into cells is read where it is certain, asked about where it is not, and refused in clear words.

The cells are those of `filled_workbook`: Realisasi!F6 is the actual of an indicator in percent, F7 that of an index.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from saksama.exchange.problem import Problem, Severity, describe
from saksama.exchange.reading import read_record
from saksama.kernel.provenance import Place
from tests.exchange.filled_workbook import (
    RECORD,
    both,
    indicator,
    problems_of,
    put,
    read_changed,
    with_formula,
    written,
)

Change = Callable[[Workbook], object]


def test_a_workbook_that_openpyxl_saved_again_reads_as_it_was(tmp_path: Path) -> None:
    reading = read_changed(tmp_path, lambda book: None)

    assert reading.problems == ()
    assert reading.record == RECORD


@pytest.mark.parametrize(
    ("change", "value"),
    [
        (put("Realisasi", "F6", "93,28%"), "93.28"),
        (put("Realisasi", "F6", "93, 28 %"), "93.28"),
        (put("Realisasi", "F6", "93.28"), "93.28"),
        (put("Realisasi", "F6", 0.9328, "0.00%"), "93.28"),
        (put("Realisasi", "F6", 0.675, "0.0%"), "67.5"),
        (put("Realisasi", "F6", 0.675, "0.00%"), "67.50"),
        (put("Realisasi", "F6", 0.00675, "0.000%"), "0.675"),
        (put("Realisasi", "F6", 0.675, '0.000"%"'), "0.675"),
        (put("Realisasi", "F6", "0,675%"), "0.675"),
        (put("Realisasi", "F6", 67.5, "General"), "67.5"),
        (put("Realisasi", "F6", 67.5, "0.00"), "67.50"),
        (put("Realisasi", "F6", 67.456, "0.0"), "67.456"),
        (put("Realisasi", "F6", 1, "General"), "1"),
        (put("Realisasi", "F6", "\n 67,5 "), "67.5"),
    ],
)
def test_a_percentage_is_read_with_its_digits_however_it_is_certain(tmp_path: Path, change: Change, value: str) -> None:
    reading = read_changed(tmp_path, change)

    actual = indicator(reading, "IK1").actuals[0].value
    assert reading.problems == ()
    assert str(actual) == value


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("Rp 125.000.000,-", 125_000_000),
        ("Rp. 125,000,000.00", 125_000_000),
        ("125.000", 125_000),
        ("125000000", 125_000_000),
        ("Rp0", 0),
    ],
)
def test_rupiah_typed_as_text_are_read(tmp_path: Path, typed: str, amount: int) -> None:
    reading = read_changed(tmp_path, put("Anggaran", "E7", typed))

    assert reading.record is not None
    assert reading.problems == ()
    assert reading.record.programmes[0].children[0].amounts[0].appropriation == amount


@pytest.mark.parametrize(
    ("change", "question"),
    [
        (
            put("Realisasi", "F7", "1.234"),
            (
                'Realisasi!F7: ditemukan teks "1.234" yang dapat berarti 1234 atau 1,234; seharusnya angka yang pasti. '
                "Ketik 1234 atau 1,234 sebagai angka, bukan teks."
            ),
        ),
        (
            put("Realisasi", "F7", "(12)"),
            (
                'Realisasi!F7: ditemukan teks "(12)" yang dapat berarti 12 atau -12; seharusnya angka yang pasti. '
                "Ketik 12 atau -12 sebagai angka, bukan teks."
            ),
        ),
        (
            put("Realisasi", "F6", 0.675, "0.000"),
            (
                "Realisasi!F6: ditemukan 0,675 pada nilai persen, yang dapat berarti 0,675% atau 67,5%; seharusnya "
                "angka persen yang pasti. Ketik 67,5; atau, bila memang 0,675 persen, beri sel format Persentase lalu "
                "ketik 0,675%."
            ),
        ),
        (
            put("Realisasi", "F7", 0.805, "0.0%"),
            (
                "Realisasi!F7: ditemukan 80,5%, bertanda persen, untuk nilai dengan satuan Indeks; seharusnya angka "
                "80,5 atau 0,805. Ubah format sel menjadi Angka lalu ketik 80,5 atau 0,805; atau ubah satuannya "
                "menjadi %."
            ),
        ),
        (
            put("Perjanjian", "N6", "02/03/2020"),
            (
                'Perjanjian!N6: ditemukan teks "02/03/2020" yang dapat berarti 2 Maret 2020 atau 3 Februari 2020; '
                "seharusnya tanggal, misalnya 15 Februari 2021. Tulis nama bulannya, misalnya 2 Maret 2020."
            ),
        ),
        (
            both(put("Indikator", "J6", None), lambda book: book["Indikator"].merge_cells("I6:J6")),
            (
                "Indikator!J6: ditemukan sel yang digabung dengan I6, sehingga tidak jelas apakah nilainya berlaku "
                "juga di sini; seharusnya satu sel untuk setiap angka. Pisahkan sel yang digabung, lalu isi setiap sel."
            ),
        ),
    ],
)
def test_what_can_mean_two_things_is_asked_and_not_guessed(tmp_path: Path, change: Change, question: str) -> None:
    reading = read_changed(tmp_path, change)

    assert problems_of(reading, Severity.QUESTION) == [question]
    assert problems_of(reading, Severity.ERROR) == []
    assert reading.record is not None


def test_a_value_that_is_asked_about_stays_empty(tmp_path: Path) -> None:
    reading = read_changed(tmp_path, put("Realisasi", "F6", 0.675, "0.000"))

    assert indicator(reading, "IK1").actuals[0].value is None


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (
            put("Realisasi", "F7", date(2026, 5, 1), "d-mmm"),
            (
                "Realisasi!F7: ditemukan tanggal 01/05/2026; seharusnya angka, misalnya 93,28. Excel mengubah angka "
                "seperti 1.5 menjadi tanggal; ubah format sel menjadi Angka lalu ketik ulang dengan koma, misalnya 1,5."
            ),
        ),
        (
            put("Realisasi", "F7", "naik"),
            (
                'Realisasi!F7: ditemukan teks "naik"; seharusnya angka, misalnya 93,28. Ketik angkanya saja, atau '
                "kosongkan selnya."
            ),
        ),
        (
            put("Anggaran", "E7", "9.871.1466.000"),
            (
                'Anggaran!E7: ditemukan "9.871.1466.000", yang bukan angka yang benar; seharusnya jumlah rupiah, '
                "misalnya 125.000.000. Ketik ulang angkanya."
            ),
        ),
        (
            put("Realisasi", "F7", "=80+0.5"),
            (
                "Realisasi!F7: ditemukan rumus yang hasilnya tidak tersimpan di berkas ini; seharusnya angka, misalnya "
                "93,28. Buka berkas ini dengan Excel, simpan, lalu ulangi; atau ganti rumusnya dengan nilainya."
            ),
        ),
        (
            put("Realisasi", "F7", "#REF!"),
            "Realisasi!F7: ditemukan galat #REF!; seharusnya nilai. Ganti dengan nilainya, atau kosongkan selnya.",
        ),
        (
            put("Realisasi", "G7", "Finall"),
            (
                'Realisasi!G7: ditemukan "Finall", yang tidak ada di daftar pilihan; seharusnya salah satu pilihan: '
                'Final, Sementara, Belum rilis, Tidak berlaku. Mungkin maksudnya "Final"; pilih dari daftar di sel ini.'
            ),
        ),
        (
            put("Realisasi", "A7", "IK3"),
            (
                'Realisasi!A7: ditemukan "IK3", yang tidak ada di lembar Indikator atau Output; seharusnya kode yang '
                'ada di lembar Indikator atau Output. Mungkin maksudnya "IK2"; perbaiki tulisannya.'
            ),
        ),
        (
            put("Realisasi", "C7", 20200),
            "Realisasi!C7: ditemukan 20200; seharusnya tahun empat angka, misalnya 2020. Perbaiki nilainya.",
        ),
        (
            put("Dukungan", "E6", 120),
            "Dukungan!E6: ditemukan 120; seharusnya angka dari 0 sampai 100. Perbaiki nilainya.",
        ),
        (
            put("Perjanjian", "E6", 196501011990031001, "0"),
            (
                "Perjanjian!E6: ditemukan angka 196501011990031000 yang digit terakhirnya sudah hilang; seharusnya "
                "teks, misalnya 19700101 199501 1 001. Ubah format sel menjadi Teks lalu ketik ulang; Excel hanya "
                "menyimpan 15 digit angka."
            ),
        ),
        (
            both(put("Realisasi", "D6", 14), put("Realisasi", "E6", 15)),
            (
                "Realisasi!F6: ditemukan realisasi 93,28, sedangkan 14 ÷ 15 × 100 = 93,33; seharusnya realisasi yang "
                "sama dengan hasil data mentah. Perbaiki data mentahnya, atau kosongkan Realisasi agar dihitung."
            ),
        ),
        (
            put("Realisasi", "D6", 14),
            (
                "Realisasi!E6: ditemukan data mentah tanpa penyebut; seharusnya pembilang dan penyebut. Isi keduanya, "
                "atau kosongkan."
            ),
        ),
        (
            put("Indikator", "M6", 90),
            (
                "Indikator!M6: ditemukan batas bawah 90 di atas target 67,50; seharusnya batas bawah yang tidak "
                "melebihi target. Tukar keduanya, atau kosongkan batas bawah bila target bukan rentang."
            ),
        ),
        (
            put("Anggaran", "E6", 210_000_000),
            (
                "Anggaran!E6: ditemukan pagu 2020 sebesar Rp210.000.000, sedangkan jumlah rinciannya Rp200.000.000; "
                "seharusnya jumlah yang sama dengan rinciannya. Perbaiki rinciannya, lalu kosongkan sel ini: jumlahnya "
                "dihitung sendiri."
            ),
        ),
        (
            put("Skala", "B7", 95),
            (
                "Skala!B7: ditemukan batas yang tidak lebih kecil daripada kelas di atasnya; seharusnya kelas dari "
                "yang terbaik ke yang terendah, dan hanya kelas terendah tanpa batas. Urutkan kelasnya, lalu kosongkan "
                "batas kelas terendah."
            ),
        ),
        (
            put("Indikator", "C7", None),
            (
                "Indikator!C7: ditemukan indikator tanpa Nama indikator; seharusnya Nama indikator terisi. Isi Nama "
                "indikator pada baris ini, atau kosongkan seluruh barisnya."
            ),
        ),
        (
            put("Realisasi", "A7", "IK1"),
            (
                "Realisasi!C7: ditemukan realisasi 2020 dari IK1 yang juga ada di Realisasi!F6; seharusnya satu "
                "realisasi untuk satu indikator dan tahun. Hapus salah satunya."
            ),
        ),
        (
            put("Anggaran", "B7", "8.01.03.2.01"),
            (
                "Anggaran!B7: ditemukan kode induk yang berputar kembali ke baris ini; seharusnya kode baris di "
                "atasnya. Perbaiki Kode induk."
            ),
        ),
        (
            put("Profil", "B18", 2010),
            (
                "Profil!B18: ditemukan rencana dari tahun 2020 sampai 2010; seharusnya tahun terakhir sesudah tahun "
                "pertama, paling lama 30 tahun. Perbaiki tahun pertama atau tahun terakhir."
            ),
        ),
    ],
)
def test_what_cannot_be_right_is_an_error_with_its_remedy(tmp_path: Path, change: Change, error: str) -> None:
    reading = read_changed(tmp_path, change)

    assert problems_of(reading, Severity.ERROR) == [error]
    assert reading.record is None


@pytest.mark.parametrize(
    ("change", "note"),
    [
        (
            put("Anggaran", "E7", "1,25 miliar"),
            'Anggaran!E7: ditemukan "1,25 miliar", dibaca 1.250.000.000. Tulis jumlah lengkapnya bila tahu.',
        ),
        (
            put("Anggaran", "E7", "-"),
            'Anggaran!E7: ditemukan tanda "-", dibaca sebagai kosong. Ketik 0 bila nilainya memang nol.',
        ),
        (
            put("Realisasi", "F7", "80,5 poin"),
            'Realisasi!F7: ditemukan "80,5 poin", dibaca 80,5. Tulis angkanya saja; satuannya punya kolom sendiri.',
        ),
        (
            put("Realisasi", "C7", 2020, "d-mmm-yy"),
            (
                "Realisasi!C7: ditemukan tanggal 12/07/1905, dibaca sebagai tahun 2020. Ubah format sel menjadi Umum "
                "lalu ketik tahunnya."
            ),
        ),
        (
            put("Realisasi", "C7", 2025),
            "Realisasi!C7: ditemukan tahun 2025, di luar rencana 2020–2021. Perbaiki tahunnya bila keliru.",
        ),
        (
            put("Dukungan", "E6", "60%"),
            (
                'Dukungan!E6: ditemukan porsi "8.01.03" yang berjumlah 60%; seharusnya jumlah porsi 100%. Bagi '
                "porsinya sampai berjumlah 100; sebelum itu uangnya tidak dibagi ke sasaran."
            ),
        ),
        (
            put("Realisasi", "W6", 120),
            (
                "Realisasi!W6: ditemukan 120,00 yang diketik di sel berumus, sedangkan hitungannya 138,19. Hasil "
                "hitungan yang dipakai; perbaiki isian asalnya bila keliru."
            ),
        ),
        (
            both(put("Realisasi", "D7", 14), put("Realisasi", "E7", 15)),
            (
                "Realisasi!D7: ditemukan data mentah untuk indikator yang pembilang dan penyebutnya belum bernama, "
                "sehingga tidak dihitung. Beri nama pembilang dan penyebutnya di lembar Definisi, atau isi Realisasi."
            ),
        ),
        (
            put("Anggaran", "O6", 8.01, "General"),
            (
                "Anggaran!O6: ditemukan kode 8.01 yang tersimpan sebagai angka, sehingga nol di ujungnya bisa hilang. "
                "Periksa; bila kurang lengkap, ubah format sel menjadi Teks lalu ketik ulang."
            ),
        ),
    ],
)
def test_what_is_certain_but_worth_knowing_is_noted(tmp_path: Path, change: Change, note: str) -> None:
    reading = read_changed(tmp_path, change)

    assert problems_of(reading, Severity.NOTE) == [note]
    assert reading.record is not None


@pytest.mark.parametrize(
    "change",
    [
        put("Realisasi", "W6", 138.19),
        put("Anggaran", "E6", 200_000_000),
        put("Realisasi", "A7", "ik2"),
        put("Realisasi", "G7", " final"),
        put("Indikator", "F6", True),
    ],
)
def test_what_says_the_same_in_another_way_is_no_problem(tmp_path: Path, change: Change) -> None:
    reading = read_changed(tmp_path, change)

    assert reading.problems == ()
    assert reading.record == RECORD


@pytest.mark.parametrize(
    "typed", ["2 Januari 2020", "02/01/2020 ", "2-Jan-2020", "2020-01-02", "Kamis, 2 Januari 2020"]
)
def test_dates_typed_as_text_are_read(tmp_path: Path, typed: str) -> None:
    reading = read_changed(tmp_path, put("Perjanjian", "N6", typed if "/" not in typed else "13/01/2020"))

    assert reading.record is not None
    assert reading.record.agreements[0].signed_on == date(2020, 1, 13 if "/" in typed else 2)


def test_a_formula_is_read_by_its_cached_value_as_it_is_shown(tmp_path: Path) -> None:
    path = written(tmp_path)
    with_formula(path, "Realisasi", "F6", formula="14/15*100", cached="93.333333333333329")

    reading = read_record(path)

    assert indicator(reading, "IK1").actuals[0].value == Decimal("93.33")
    assert problems_of(reading, Severity.NOTE) == [
        (
            "Realisasi!F6: ditemukan hasil rumus 93,3333333333333, dibaca 93,33 seperti yang terlihat. Tambah angka "
            "desimal pada format sel bila perlu lebih teliti."
        )
    ]


def test_the_noise_of_binary_numbers_is_left_out(tmp_path: Path) -> None:
    path = written(tmp_path)
    with_formula(path, "Realisasi", "F7", formula="0.1+0.2", cached="0.30000000000000004")

    assert str(indicator(read_record(path), "IK2").actuals[0].value) == "0.3"


def test_a_formula_that_ends_in_an_error_is_one(tmp_path: Path) -> None:
    path = written(tmp_path)
    with_formula(path, "Realisasi", "F7", formula="1/0", cached="#DIV/0!")

    reading = read_record(path)

    assert problems_of(reading, Severity.ERROR) == [
        (
            "Realisasi!F7: ditemukan rumus yang menghasilkan galat #DIV/0!; seharusnya nilai. Perbaiki rumusnya, atau "
            "ganti dengan nilainya."
        )
    ]


def test_the_digits_of_every_value_know_their_cell(tmp_path: Path) -> None:
    record = read_changed(tmp_path, lambda book: None).record

    assert record is not None
    conflicts = next(record.plan.indicators())
    assert [str(place) for place in (conflicts.place, conflicts.targets[0].place, conflicts.actuals[0].place)] == [
        "Indikator!A6",
        "Indikator!I6",
        "Realisasi!F6",
    ]
    leaf = record.programmes[0].children[0]
    assert [str(leaf.place), str(leaf.amounts[0].place)] == ["Anggaran!A7", "Anggaran!E7"]
    assert str(record.supports[0].place) == "Dukungan!E6"


def test_a_problem_without_expectation_is_one_sentence() -> None:
    problem = Problem(Severity.NOTE, Place(sheet="Coretan"), "lembar tambahan, yang tidak dibaca", "", "")

    assert describe(problem) == "Coretan: ditemukan lembar tambahan, yang tidak dibaca."
