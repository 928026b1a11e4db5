"""DOC009: another year where the reporting year belongs."""

from dataclasses import replace

from saksama.audit.rule import Severity
from saksama.documents.document import Text
from tests.audit.builders import sentence, table
from tests.audit.whole_reports import assert_passes, found, whole

CODE = "DOC009"
ROWS = "Indikator Kinerja | Target 2020 | Realisasi 2020 | Capaian (%)\nHalte dalam kondisi baik | 80 | 76 | 95"


def test_last_years_caption_is_flagged() -> None:
    document = whole(table(ROWS, caption="Pengukuran Kinerja Tahun 2019"))

    assert "2019" in found(document, CODE, Severity.WARNING).message


def test_last_years_source_is_flagged() -> None:
    measured = replace(table(ROWS), source=(Text("Sumber: Laporan Dinas Tahun 2019"),))

    assert "2019" in found(whole(measured), CODE, Severity.WARNING).message


def test_the_reporting_year_is_clean() -> None:
    measured = replace(table(ROWS), source=(Text("Sumber: Laporan Dinas Tahun 2020"),))

    assert_passes(whole(measured), CODE)


def test_a_table_that_compares_years_is_clean() -> None:
    rows = "Indikator Kinerja | Realisasi 2019 | Realisasi 2020\nHalte dalam kondisi baik | 74 | 76"
    measured = replace(table(rows, caption="Perkembangan"), source=(Text("Sumber: Laporan Dinas Tahun 2019"),))

    assert_passes(whole(measured), CODE)


def test_a_wrong_year_before_is_flagged() -> None:
    text = "Dibandingkan tahun sebelumnya atau tahun 2018 jumlah halte bertambah."

    assert "2019" in found(whole(sentence(text)), CODE, Severity.WARNING).message


def test_the_right_year_before_is_clean() -> None:
    assert_passes(whole(sentence("Dibandingkan tahun sebelumnya (2019) jumlah halte bertambah.")), CODE)
