"""CON001: one fact with two figures."""

from saksama.audit.rule import Severity
from tests.audit.builders import assert_clean, assert_flags, audited, noted, table

CODE = "CON001"


def _first(actual: str) -> str:
    return (
        "Indikator Kinerja | Target 2020 | Realisasi 2020\n"
        f"Persentase konflik yang selesai | 67,5 | {actual}\n"
        "Nilai survei kepuasan masyarakat | 80,5 | 79,2"
    )


SECOND = """Indikator Kinerja | Realisasi 2019 | Realisasi 2020
Prosentase konflik yg selesai | 57,14 | 93,28
Nilai Survey Kepuasan Masyarakat | 78,1 | 79,2"""


def test_two_actuals_of_one_year_are_flagged() -> None:
    tables = table(_first("92,38")), table(SECOND, number="Tabel 3.2", caption="Perkembangan Realisasi")

    found = assert_flags(*tables, code=CODE, at="93,28")

    assert "92,38" in found.message
    assert {spot.table for spot in found.spots} == {"Tabel 3.1", "Tabel 3.2"}


def test_the_same_figure_in_another_spelling_is_clean() -> None:
    assert_clean(table(_first("93,28")), table(SECOND, number="Tabel 3.2", caption="Perkembangan Realisasi"), code=CODE)


def test_fewer_decimals_are_no_contradiction() -> None:
    assert_clean(table(_first("93,3")), table(SECOND, number="Tabel 3.2", caption="Perkembangan Realisasi"), code=CODE)


def test_another_year_is_another_fact() -> None:
    second = SECOND.replace("Realisasi 2020", "Realisasi 2018")
    audit = audited(table(_first("92,38")), table(second, number="Tabel 3.2", caption="Perkembangan Realisasi"))

    assert audit.findings == ()


def test_a_target_changed_between_plan_and_measurement_is_a_warning() -> None:
    agreement = table(
        "Indikator Kinerja | Target 2020\nPersentase konflik yang selesai | 70\nNilai survei | 80,5",
        number="Tabel 2.1",
        caption="Perjanjian Kinerja Tahun 2020",
    )

    (found,) = audited(agreement, table(_first("93,28"))).findings

    assert found.rule == CODE
    assert found.severity in {Severity.WARNING, Severity.ERROR}


ABSORBED = """Program | Anggaran (Rp) | Realisasi (Rp) | Serapan (%)
Program Pengawasan Mutu | 1.798.566.000 | 1.593.304.677 | {percent}
Program Data Wilayah | 900.000.000 | 810.000.000 | 90,00"""


def test_a_quotient_rounded_in_one_table_and_cut_off_in_another_is_a_note() -> None:
    # 1.593.304.677 ÷ 1.798.566.000 is 88,5875…%.
    tables = (table(ABSORBED.format(percent="88,59")), table(ABSORBED.format(percent="88,58"), number="Tabel 3.2"))

    assert noted(*tables)


def test_two_units_of_the_last_decimal_are_no_rounding() -> None:
    tables = (table(ABSORBED.format(percent="88,59")), table(ABSORBED.format(percent="88,57"), number="Tabel 3.2"))

    assert [finding for finding in audited(*tables).findings if finding.severity is not Severity.NOTE]


def test_a_bullet_is_no_part_of_the_name_and_a_number_names_no_table() -> None:
    first = table(
        "Indikator | Realisasi 2020\n• Persentase konflik yang selesai | 92,38\n• Nilai survei | 79,2",
        number="",
        caption="",
    )
    second = "No | Indikator | Realisasi 2020\n1 | • Persentase konflik yang selesai | 93,28\n2 | • Nilai survei | 79,2"

    found = assert_flags(first, table(second, number="", caption=""), code=CODE, at="93,28")

    assert found.message.startswith(
        "Persentase konflik yang selesai: tabel tanpa nomor (“Indikator”), baris “1 Persent"
    )
