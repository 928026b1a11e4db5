"""TXT001: a sentence that states another figure than the table."""

from tests.audit.builders import assert_clean, assert_flags, audited, sentence, table

CODE = "TXT001"
TABLE = """Indikator Kinerja | Target 2020 | Realisasi 2020 | Capaian (%)
Indeks Kepuasan Masyarakat | 89,55 | 89,79 | 100,27
Indeks Ketahanan Keluarga | 61,34 | 62,90 | 102,54"""


def _said(target: str, actual: str, achievement: str, *, name: str = "Indeks Kepuasan Masyarakat") -> str:
    return (
        f"Indikator {name} pada tahun 2020 dengan target {target} terealisasi sebesar {actual} "
        f"atau dengan capaian sebesar {achievement}%."
    )


def test_another_actual_in_the_text_is_flagged() -> None:
    found = assert_flags(table(TABLE), sentence(_said("89,55", "89,75", "100,27")), code=CODE, at="89,75")

    assert "89,79" in found.message


def test_the_same_figures_are_clean() -> None:
    assert_clean(table(TABLE), sentence(_said("89,55", "89,79", "100,27")), code=CODE)


def test_fewer_decimals_in_the_text_are_clean() -> None:
    assert_clean(table(TABLE), sentence(_said("89,55", "89,8", "100,3")), code=CODE)


def test_figures_of_another_indicator_are_one_finding_that_names_it() -> None:
    said = sentence(_said("61,34", "62,90", "102,54"))

    (found,) = audited(table(TABLE), said).findings

    assert found.rule == CODE
    assert "Indeks Ketahanan Keluarga" in found.message


def test_a_table_without_a_version_may_print_the_one_that_the_text_gives_second() -> None:
    budget = table("Uraian | Anggaran (Rp)\nBelanja Operasi | 2.052.967.356\nBelanja Modal | 1.976.148.598")
    original = (
        "Anggaran murni tahun 2020 dengan rincian Belanja Operasi Rp2.268.835.137 dan Belanja Modal Rp662.837.411."
    )
    revised = (
        "Melalui perubahan APBD 2020 menjadi dengan rincian Belanja Operasi Rp2.052.967.356 dan Belanja Modal "
        "Rp1.976.148.598."
    )

    assert_clean(budget, sentence(original), sentence(revised), code=CODE)
    assert_flags(budget, sentence(original), code=CODE, at="Rp2.268.835.137")


def test_a_whole_beside_the_tables_own_whole_is_another_one() -> None:
    budget = table(
        """No | Program | Anggaran (Rp)
        1 | Program Taman | 564.173.500
        2 | Program Rambu | 458.000.000
        Jumlah | | 1.022.173.500"""
    )
    said = "Jumlah anggaran wajib tahun 2020 {own} dan total anggaran tahun 2020 sebesar Rp1.552.945.500."

    beside = audited(budget, sentence(said.format(own="Rp1.022173.500"))).findings

    assert not [finding for finding in beside if finding.rule == CODE]
    assert_flags(budget, sentence(said.format(own="besar")), code=CODE, at="Rp1.552.945.500")
