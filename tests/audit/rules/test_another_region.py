"""DOC008: another region where the own belongs."""

from saksama.audit.rule import Severity
from tests.audit.builders import sentence
from tests.audit.whole_reports import assert_passes, found, whole

CODE = "DOC008"


def test_another_citys_agency_is_flagged() -> None:
    text = "Laporan Dinas Perhubungan Kota Seberang disusun dengan cermat."

    assert "Kota Seberang" in found(whole(sentence(text)), CODE, Severity.WARNING).message


def test_the_own_city_is_clean() -> None:
    assert_passes(whole(sentence("Laporan Dinas Perhubungan Kota Contohan disusun dengan cermat.")), CODE)


def test_a_comparison_with_another_city_is_clean() -> None:
    text = "Dinas Perhubungan Kota Seberang menjadi pembanding dalam studi banding ini."

    assert_passes(whole(sentence(text)), CODE)


def test_a_province_above_is_clean() -> None:
    assert_passes(whole(sentence("Pemerintah Provinsi Utaraan membantu dinas ini.")), CODE)


def test_the_own_name_cut_at_the_lines_end_is_clean() -> None:
    text = "Kepala Dinas Perhubungan Kota Nusa"
    other = "Dinas Perhubungan Kota Nusa disusun dengan cermat."
    agency = "DINAS PERHUBUNGAN KOTA NUSA DAMAR"

    assert_passes(whole(sentence(text), agency=agency), CODE)
    assert "Kota Nusa" in found(whole(sentence(other), agency=agency), CODE, Severity.WARNING).message
