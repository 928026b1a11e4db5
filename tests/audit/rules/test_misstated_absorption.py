"""ABS001: a percentage that does not follow from expenditure and appropriation."""

from tests.audit.builders import assert_clean, assert_flags, table

CODE = "ABS001"
HEADER = "No | Program | Pagu (Rp) | Realisasi (Rp) | Serapan (%)"


def _budget(*rows: str, header: str = HEADER) -> str:
    return "\n".join((header, *rows))


def test_a_wrong_percentage_is_flagged() -> None:
    rows = _budget(
        "1 | Program Perlindungan Anak | 202.903.750 | 148.805.150 | 91,00",
        "2 | Program Administrasi | 115.755.700 | 115.305.700 | 99,61",
    )

    found = assert_flags(table(rows, caption="Realisasi Anggaran Tahun 2020"), code=CODE, at="91,00")

    assert found.expected_text == "73,34"


def test_right_percentages_are_clean() -> None:
    rows = _budget(
        "1 | Program Perlindungan Anak | 202.903.750 | 148.805.150 | 73,34",
        "2 | Program Administrasi | 115.755.700 | 115.305.700 | 99,61",
    )

    assert_clean(table(rows, caption="Realisasi Anggaran Tahun 2020"), code=CODE)


def test_half_a_unit_of_the_last_decimal_is_the_limit() -> None:
    # 99,6112 %
    inside = _budget("1 | Program Administrasi | 115.755.700 | 115.305.700 | 99,6")
    outside = _budget("1 | Program Administrasi | 115.755.700 | 115.305.700 | 99,7")

    assert_clean(table(inside, caption="Realisasi Anggaran Tahun 2020"), code=CODE)
    assert_flags(table(outside, caption="Realisasi Anggaran Tahun 2020"), code=CODE, at="99,7")


def test_a_percentage_of_nothing_is_flagged() -> None:
    rows = _budget("1 | Program Kosong | 0 | 0 | 93,00", "2 | Program Isi | 200.000.000 | 150.000.000 | 75,00")

    assert_flags(table(rows, caption="Realisasi Anggaran Tahun 2020"), code=CODE, at="93,00")


def test_either_version_of_the_budget_will_do() -> None:
    header = "No | Program | Pagu Murni (Rp) | Pagu Perubahan (Rp) | Realisasi (Rp) | Serapan (%)"
    rows = _budget(
        "1 | Program Perlindungan Anak | 300.000.000 | 200.000.000 | 150.000.000 | 75,00",
        "2 | Program Administrasi | 400.000.000 | 100.000.000 | 90.000.000 | 90,00",
        header=header,
    )

    assert_clean(table(rows, caption="Realisasi Anggaran Tahun 2020"), code=CODE)
