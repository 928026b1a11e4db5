"""Versions of the budget, spending by period, revised agreements: what contradicts itself is said with its cell.

The leaf 8.01.03.2.01 of `filled_workbook` has Rp125.000.000 in 2020, of which Rp118.400.000 are spent.
"""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from saksama.exchange.problem import Severity, describe
from saksama.kernel.budget import EarlierAppropriation, PeriodSpending
from saksama.kernel.period import Cycle, Period
from tests.exchange.filled_workbook import both, problems_of, put, read_changed

Change = Callable[[Workbook], object]
LEAF = "8.01.03.2.01"


def line(sheet: str, row: int, *values: object) -> Change:
    """A change that fills a row from its first column; `None` leaves a cell as it is."""

    def change(book: Workbook) -> None:
        for column, value in enumerate(values, 1):
            if value is not None:
                book[sheet].cell(row, column, value)

    return change


VERSIONS = both(
    line("Versi Anggaran", 6, "Murni", 2020, "Murni", "2 Januari 2020"),
    line("Versi Anggaran", 7, "P1", 2020, "Perubahan", "30 September 2020", "DPPA 1", "Refocusing"),
)


def quarters(*spent: int) -> Change:
    """The spending of the leaf in quarters."""
    names = ("TW I", "TW II", "TW III", "TW IV")
    rows = [
        line("Realisasi Anggaran", 6 + place, LEAF, None, 2020, name, money)
        for place, (name, money) in enumerate(zip(names, spent, strict=False))
    ]
    return both(*rows)


def test_versions_and_quarters_belong_to_the_leaf_and_its_year(tmp_path: Path) -> None:
    change = both(
        VERSIONS,
        line("Pagu Versi", 6, LEAF, None, "Murni", 130_000_000),
        line("Realisasi Anggaran", 6, LEAF, None, 2020, "TW I", 20_000_000, 12.5),
        put("Anggaran", "P7", "Bidang I"),
        put("Anggaran", "Q7", 120_000_000),
        put("Anggaran", "R7", 98.5),
    )

    reading = read_changed(tmp_path, change)

    assert [describe(problem) for problem in reading.problems] == []
    assert reading.record is not None
    leaf = reading.record.programmes[0].children[0]
    (amount,) = leaf.amounts
    assert (leaf.owner, amount.planned, amount.physical) == ("Bidang I", Decimal(120_000_000), Decimal("98.5"))
    assert amount.earlier == (EarlierAppropriation("Murni", Decimal(130_000_000)),)
    assert amount.periods == (PeriodSpending(Period(2020, 1, Cycle.QUARTER), Decimal(20_000_000), Decimal("12.5")),)


def test_an_earlier_appropriation_of_zero_is_stated_and_not_missing(tmp_path: Path) -> None:
    reading = read_changed(tmp_path, both(VERSIONS, line("Pagu Versi", 6, LEAF, None, "Murni", 0)))

    assert reading.problems == ()
    assert reading.record is not None
    (amount,) = reading.record.programmes[0].children[0].amounts
    assert amount.earlier == (EarlierAppropriation("Murni", Decimal(0)),)


def test_the_last_version_may_be_repeated_where_it_says_the_same(tmp_path: Path) -> None:
    reading = read_changed(tmp_path, both(VERSIONS, line("Pagu Versi", 6, LEAF, None, "P1", 125_000_000)))

    assert reading.problems == ()
    assert reading.record is not None
    assert reading.record.programmes[0].children[0].amounts[0].earlier == ()


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (
            both(VERSIONS, line("Pagu Versi", 6, LEAF, None, "P1", 126_000_000)),
            (
                "Pagu Versi!D6: ditemukan Rp126.000.000 untuk versi terakhir, sedangkan Pagu 2020 di lembar Anggaran "
                "Rp125.000.000; seharusnya pagu yang sama. Perbaiki salah satunya; pagu versi terakhir cukup di lembar "
                "Anggaran."
            ),
        ),
        (
            both(VERSIONS, line("Pagu Versi", 6, LEAF, None, "Murny", 126_000_000)),
            (
                'Pagu Versi!C6: ditemukan "Murny", yang tidak ada di lembar Versi Anggaran; seharusnya kode yang ada '
                'di lembar Versi Anggaran. Mungkin maksudnya "Murni"; perbaiki tulisannya.'
            ),
        ),
        (
            both(VERSIONS, *(line("Pagu Versi", row, LEAF, None, "Murni", 5) for row in (6, 7))),
            (
                "Pagu Versi!C7: ditemukan pagu 8.01.03.2.01 menurut Murni yang kedua; seharusnya satu baris satu "
                "kegiatan dan versi. Hapus salah satunya."
            ),
        ),
        (
            line("Realisasi Anggaran", 6, "8.01.03", None, 2020, "TW I", 5),
            (
                'Realisasi Anggaran!A6: ditemukan "8.01.03", yang masih punya rincian; seharusnya kode baris terbawah '
                "lembar Anggaran. Tulis untuk setiap rinciannya."
            ),
        ),
        (
            quarters(20_000_000, 50_000_000, 90_000_000, 118_400_000),
            (
                "Realisasi Anggaran!E9: ditemukan belanja semua periode 2020 berjumlah Rp278.400.000, sedangkan "
                "Realisasi 2020 di lembar Anggaran Rp118.400.000; seharusnya jumlah yang sama. Tulis belanja selama "
                "tiap periode saja, bukan sampai dengan periode itu."
            ),
        ),
        (
            line("Realisasi Anggaran", 6, LEAF, None, 2020, "TW V", 5),
            (
                'Realisasi Anggaran!D6: ditemukan "TW V", yang tidak ada di daftar pilihan; seharusnya salah satu dari '
                '19 pilihan di daftarnya, misalnya TW I. Mungkin maksudnya "TW IV"; pilih dari daftar di sel ini.'
            ),
        ),
        (
            line("Perjanjian", 7, 2020, "Ani", "Kepala"),
            (
                "Perjanjian!A7: ditemukan perjanjian 2020 yang kedua; seharusnya satu baris satu perjanjian. Isi "
                "Revisi ke bila ini perubahannya, atau hapus salah satunya."
            ),
        ),
    ],
)
def test_what_contradicts_itself_is_an_error_with_its_remedy(tmp_path: Path, change: Change, error: str) -> None:
    reading = read_changed(tmp_path, change)

    assert problems_of(reading, Severity.ERROR) == [error]


@pytest.mark.parametrize(
    ("change", "note"),
    [
        (
            quarters(20_000_000, 30_000_000, 40_000_000, 28_000_000),
            (
                "Realisasi Anggaran!E9: ditemukan belanja semua periode 2020 berjumlah Rp118.000.000, sedangkan "
                "Realisasi 2020 di lembar Anggaran Rp118.400.000; seharusnya jumlah yang sama. Periksa mana yang sudah "
                "final."
            ),
        ),
        (
            both(quarters(5), line("Realisasi Anggaran", 7, LEAF, None, 2020, "Mei", 5)),
            (
                "Realisasi Anggaran!D7: ditemukan belanja 8.01.03.2.01 2020 dengan dua macam periode; seharusnya satu "
                "macam periode. Pilih salah satunya: bulan, triwulan atau semester tidak dijumlahkan satu dengan yang "
                "lain."
            ),
        ),
        (
            put("Anggaran", "R6", 95),
            ("Anggaran!R6: ditemukan fisik 2020 pada induk, yang tidak dibaca. Isi fisik pada baris terbawah."),
        ),
        (
            both(put("Dukungan", "G6", "Ya"), line("Dukungan", 7, "8.01.03", None, "IK1", None, 40)),
            (
                'Dukungan!G7: ditemukan "8.01.03" yang pagunya bersama di satu baris dan dibagi di baris lain; '
                "seharusnya pagu bersama, atau porsi yang dibagi. Pilih salah satunya; sebelum itu uangnya tidak "
                "dibagi ke sasaran."
            ),
        ),
    ],
)
def test_what_can_be_right_is_noted(tmp_path: Path, change: Change, note: str) -> None:
    reading = read_changed(tmp_path, change)

    assert problems_of(reading, Severity.NOTE) == [note]
    assert reading.record is not None


def test_shared_money_needs_no_shares(tmp_path: Path) -> None:
    change = both(put("Dukungan", "G6", "Ya"), line("Dukungan", 7, "8.01.03", None, "IK1", None, None, None, "Ya"))

    reading = read_changed(tmp_path, change)

    assert reading.problems == ()
    assert reading.record is not None
    assert [support.is_shared for support in reading.record.supports] == [True, True]


def test_the_last_revision_is_in_force_with_its_own_targets(tmp_path: Path) -> None:
    revised = (2020, "Ani", "Kepala", None, None, None, "Budi", "Wali Kota", *[None] * 6, 1, "Refocusing", "P1")
    change = both(
        VERSIONS,
        line("Perjanjian", 7, *revised),
        line("Target PK", 6, 2020, "IK1", None, 66),
        line("Target PK", 7, 2020, "IK1", None, 60, None, 1),
    )

    reading = read_changed(tmp_path, change)

    assert reading.problems == ()
    assert reading.record is not None
    first, last = reading.record.agreement_versions(2020)
    assert [agreement.targets[0].target.high for agreement in (first, last)] == [66, 60]
    assert (last.revision, last.reason, last.budget_version) == (1, "Refocusing", "P1")
    assert reading.record.agreement(2020) is last
