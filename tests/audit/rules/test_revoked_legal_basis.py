"""DOC010: regulations that others replaced."""

from saksama.audit.rule import Severity
from tests.audit.builders import sentence
from tests.audit.whole_reports import assert_passes, found, whole

CODE = "DOC010"
BASIS = "Laporan disusun berdasarkan Instruksi Presiden Nomor 7 Tahun 1999 tentang Akuntabilitas Kinerja."


def test_a_revoked_basis_is_flagged_with_what_replaced_it() -> None:
    assert "Perpres 29/2014" in found(whole(sentence(BASIS)), CODE, Severity.WARNING).message


def test_a_basis_cited_twice_is_one_finding() -> None:
    again = "Sesuai Inpres No. 7 Tahun 1999 setiap instansi melapor."

    assert len(found(whole(sentence(BASIS), sentence(again)), CODE, Severity.WARNING).spots) == 2


def test_the_regulation_in_force_is_clean() -> None:
    text = "Laporan disusun berdasarkan Peraturan Presiden Nomor 29 Tahun 2014."

    assert_passes(whole(sentence(text)), CODE)


def test_a_historical_mention_is_a_note() -> None:
    text = "Perpres 29/2014 menggantikan Inpres Nomor 7 Tahun 1999."

    found(whole(sentence(text)), CODE, Severity.NOTE)


def test_a_report_of_the_time_may_cite_it() -> None:
    assert_passes(whole(sentence(BASIS), year=2012), CODE)


def test_another_number_of_the_same_year_is_clean() -> None:
    assert_passes(whole(sentence("Berdasarkan Instruksi Presiden Nomor 17 Tahun 1999.")), CODE)
