"""AVG002: an average that is not that of what it averages."""

from tests.audit.builders import assert_clean, assert_flags, audited, noted, sentence, table

CODE = "AVG002"


def _measured(average: str, *, label: str = "Rata-rata Capaian") -> str:
    return f"""Indikator Kinerja | Target 2020 | Realisasi 2020 | Capaian (%)
Keterbukaan informasi publik | 80 | 56,82 | 71,03
Layanan teknologi informasi | 85 | 80,92 | 95,20
{label} | | | {average}"""


def test_a_wrong_average_is_flagged() -> None:
    found = assert_flags(table(_measured("84,11")), code=CODE, at="84,11")

    assert "83,1" in found.expected_text


def test_a_right_average_is_clean() -> None:
    assert_clean(table(_measured("83,12")), code=CODE)


def test_the_rounding_of_its_parts_is_the_limit() -> None:
    # (71,03 + 95,20) ÷ 2 lies between 83,11 and 83,12.
    assert_clean(table(_measured("83,11")), code=CODE)
    assert_flags(table(_measured("83,14")), code=CODE, at="83,14")


def test_an_average_of_limited_achievements_is_clean() -> None:
    rows = """Indikator Kinerja | Target 2020 | Realisasi 2020 | Capaian (%)
Keterbukaan informasi publik | 80 | 56,82 | 71,03
Layanan teknologi informasi | 40 | 80,92 | 202,30
Rata-rata Capaian (dibatasi 100%) | | | 85,51"""

    assert noted(table(rows)) == []


def test_a_sentence_that_repeats_a_table_s_average_is_checked_there() -> None:
    # The parts of the second indicator stand in the column too: 101,19 is their mean, 100,20 that of both indicators.
    rows = """Indikator Kinerja | Target 2019 | Realisasi 2019 | Capaian 2019 (%)
Keterbukaan informasi publik | 60 | 59,52 | 99,20
Layanan teknologi informasi | 80 | 80,95 | 101,19
Rata-rata Capaian | | | 100,20"""
    other = """Indikator Kinerja | Target 2019 | Realisasi 2019 | Capaian 2019 (%)
Keterbukaan informasi publik | 60 | 59,52 | 99,20
Layanan teknologi informasi | 80 | 80,95 | 101,19
Persentase kerja sama | 80 | 100 | 125"""

    assert_clean(
        table(rows),
        table(other, number="Tabel 3.2"),
        sentence("Rata-rata capaian kinerja tahun 2019 sebesar 100,20%."),
        code=CODE,
    )
    assert_flags(
        table(other),
        sentence("Rata-rata capaian kinerja tahun 2019 sebesar 100,20%."),
        code=CODE,
        at="100,20%",
    )


def test_an_objective_among_objectives_does_not_average_those_above_it() -> None:
    # One indicator of the third objective is measured nowhere, so what its 90,00 averages is unknown.
    planned = """Sasaran Strategis | Indikator Kinerja | Target 2020
Meningkatnya keterbukaan informasi | Persentase permohonan yang dilayani | 80
Meningkatnya layanan teknologi | Persentase layanan yang tersedia | 85
Menurunnya gangguan jaringan | Lama gangguan jaringan | 12
Menurunnya gangguan jaringan | Jumlah gangguan jaringan | 9"""
    measured = """Indikator Kinerja | Target 2020 | Realisasi 2020 | Capaian (%)
Persentase permohonan yang dilayani | 80 | 80 | 100,00
Persentase layanan yang tersedia | 85 | 102 | 120,00
Lama gangguan jaringan | 10 | 9 | 90,00"""
    means = """Sasaran Strategis | Rata-Rata Capaian (%)
Meningkatnya keterbukaan informasi | 100,00
Meningkatnya layanan teknologi | 120,00
Menurunnya gangguan jaringan | 90,00"""

    audit = audited(table(planned), table(measured, number="Tabel 3.2"), table(means, number="Tabel 3.3"))

    assert [finding.message for finding in audit.findings if finding.rule == CODE] == []


def test_an_indicator_belongs_to_the_objective_that_most_tables_put_it_under() -> None:
    # A page break inside "Layanan informasi" was read as a row of the objective above it.
    agreed = """Sasaran Strategis | Indikator Kinerja | Target 2020
Keterbukaan informasi | Keterbukaan informasi publik | 80
{objective} | Layanan teknologi informasi | 85
Layanan informasi | Layanan pengaduan warga | 85"""
    measured = """Sasaran Strategis | Indikator Kinerja | Target 2020 | Realisasi 2020 | Capaian (%)
Keterbukaan informasi | Keterbukaan informasi publik | 80 | 56,82 | 71,03
Layanan informasi | Layanan teknologi informasi | 85 | 80,92 | 95,20
Layanan informasi | Layanan pengaduan warga | 85 | 85 | 100,00"""
    means = """Sasaran Strategis | Rata-rata Capaian 2020 (%)
Keterbukaan informasi | 71,03
Layanan informasi | 97,60"""
    plan = [
        table(agreed.format(objective=name), number=f"Tabel 2.{place}", caption="Target Kinerja")
        for place, name in enumerate(("Layanan informasi", "Keterbukaan informasi"), start=1)
    ]

    assert_clean(*plan, table(measured), table(means, number="Tabel 3.2", caption="Capaian Sasaran"), code=CODE)


def test_a_mean_of_limited_achievements_that_names_its_cap_is_not_the_plain_one() -> None:
    rows = """Indikator Kinerja | Target 2020 | Realisasi 2020 | Capaian (%)
Keterbukaan informasi publik | 80 | 80 | 100,00
Layanan teknologi informasi | 80 | 96 | 120,00
Rata-rata Capaian | | | 110,00
Rata-rata, tiap capaian dibatasi 100% | | | {limited}"""

    assert_clean(table(rows.format(limited="100,00")), code=CODE)
    assert assert_flags(table(rows.format(limited="110,00")), code=CODE, at="110,00").expected_text == "100,00"
