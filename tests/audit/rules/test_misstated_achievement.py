"""ACH001: an achievement that does not follow from actual and target."""

from saksama.audit.rule import Severity
from tests.audit.builders import assert_clean, assert_flags, audited, noted, table

CODE = "ACH001"


def _measured(*rows: str, header: str = "Indikator Kinerja | Target 2020 | Realisasi 2020 | Capaian (%)") -> str:
    return "\n".join((header, *rows))


def test_a_wrong_percentage_is_flagged_with_the_arithmetic() -> None:
    rows = _measured(
        "Persentase konflik yang selesai | 67,5 | 93,28 | 138,91",
        "Nilai survei kepuasan masyarakat | 80,5 | 79,2 | 98,39",
    )

    found = assert_flags(table(rows), code=CODE, at="138,91")

    assert (found.severity, found.expected_text) == (Severity.ERROR, "138,19")
    assert found.arithmetic == "93,28 ÷ 67,5 × 100% = 138,19"
    assert "tertukar" in found.message


def test_right_percentages_are_clean() -> None:
    rows = _measured(
        "Persentase konflik yang selesai | 67,5 | 93,28 | 138,19",
        "Nilai survei kepuasan masyarakat | 80,5 | 79,2 | 98,39",
    )

    assert_clean(table(rows), code=CODE)


def test_every_lawful_direction_is_accepted_in_one_column() -> None:
    rows = _measured(
        "Angka kecelakaan per seribu penduduk | 0,41 | 0,399 | 102,68",
        "Angka kelahiran total | 2,42 | 2,36 | 102,54",
        "Persentase konflik yang selesai | 67,5 | 93,28 | 138,19",
    )

    assert_clean(table(rows), code=CODE)


def test_half_a_unit_of_the_last_decimal_is_the_limit() -> None:
    right = _measured("Nilai survei | 80,5 | 79,2 | 98,39", "Persentase konflik | 67,5 | 93,28 | 138,19")
    beyond = _measured("Nilai survei | 80,5 | 79,2 | 98,40", "Persentase konflik | 67,5 | 93,28 | 138,19")

    assert_clean(table(right), code=CODE)
    # 98,3851 is 98,39 rounded; 98,40 could only come from an actual that was rounded more than its column is.
    found = assert_flags(table(beyond), code=CODE, at="98,40")
    assert found.severity is Severity.WARNING


def test_an_actual_that_was_rounded_itself_is_a_note() -> None:
    (note,) = noted(table(_measured("Rasio terminal | 0,08 | 1,36 | 1696,83")))

    assert note.severity is Severity.NOTE


def test_a_count_was_not_rounded() -> None:
    header = "Indikator Kinerja | Satuan | Target 2020 | Realisasi 2020 | Capaian (%)"
    rows = _measured("Jumlah peraturan yang terbit | dokumen | 15 | 12 | 81,00", header=header)

    assert_flags(table(rows), code=CODE, at="81,00")


def test_cut_off_decimals_are_one_note() -> None:
    rows = _measured("Nilai survei | 80,5 | 79,234 | 98,42", "Persentase konflik | 67,5 | 57,145 | 84,65")

    (note,) = noted(table(rows))

    assert "dipotong" in note.message  # 98,4273 and 84,6593
    assert len(note.spots) == 2


def test_nobody_cut_off_what_the_actual_before_its_rounding_gives() -> None:
    (note,) = noted(table(_measured("Persentase layanan yang terintegrasi | 42,50 | 41,67 | 98,04")))  # 50 of 120

    assert "dipotong" not in note.message
    assert note.severity is Severity.NOTE


def test_a_column_that_prints_the_actual_itself_is_one_finding() -> None:
    rows = _measured(
        "Persentase konflik yang selesai | 67,5 | 93,28 | 93,28",
        "Persentase partisipasi politik | 40 | 61,5 | 61,5",
        "Nilai survei kepuasan masyarakat | 80,5 | 79,2 | 98,39",
    )

    found = assert_flags(table(rows), code=CODE, at="93,28")

    assert "2 dari 3 baris" in found.message
    assert len(audited(table(rows)).findings) == 1


def test_a_column_that_divides_by_the_baseline_is_one_finding() -> None:
    header = "Indikator Kinerja | Kondisi Awal 2018 | Target 2020 | Realisasi 2020 | Capaian 2020 (%)"
    rows = _measured(
        "Persentase konflik yang selesai | 65 | 67,5 | 57,14 | 87,91",
        "Persentase partisipasi politik | 37,5 | 40 | 84,69 | 225,84",
        header=header,
    )

    found = assert_flags(table(rows), code=CODE, at="87,91")

    assert "kondisi awal" in found.message


def test_contradictory_targets_block_the_look() -> None:
    plan = table(
        "Indikator Kinerja | Target 2020\nPersentase konflik yang selesai | 50",
        number="Tabel 2.1",
        caption="Perjanjian Kinerja Tahun 2020",
    )
    rows = "Indikator Kinerja | Realisasi 2020 | Capaian 2020 (%)\nPersentase konflik yang selesai | 93,28 | 138,19"
    other = table(
        "Indikator Kinerja | Target 2020\nPersentase konflik yang selesai | 67,5",
        number="Tabel 2.2",
        caption="Perjanjian Kinerja Tahun 2020",
    )

    codes = {finding.rule for finding in audited(plan, other, table(rows)).findings}

    assert codes == {"CON001"}
