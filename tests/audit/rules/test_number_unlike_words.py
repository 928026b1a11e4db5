"""TXT004: a number whose words in brackets say another."""

from tests.audit.builders import assert_clean, assert_flags, audited, sentence

CODE = "TXT004"


def test_other_words_are_flagged() -> None:
    found = assert_flags(sentence("Laporan ini memuat 5 (empat) lampiran."), code=CODE, at="5 (empat)")

    assert "lima" in found.message


def test_the_same_words_are_clean() -> None:
    assert_clean(sentence("Laporan ini memuat 21 (dua puluh satu) lampiran."), code=CODE)


def test_words_that_are_no_number_are_not_compared() -> None:
    audit = audited(sentence("Laporan ini memuat 5 (lihat tabel) lampiran dan 3 (tiga) bab."))

    assert not [finding for finding in audit.findings if finding.rule == CODE]


def test_a_bracketed_unit_is_no_number_in_words() -> None:
    audit = audited(sentence("Target dan Realisasi Tahun 2018 (Rupiah) disajikan berikut ini."))

    assert not [finding for finding in audit.findings if finding.rule == CODE]
