"""CON002: the agency compares itself with itself."""

from saksama.audit.rule import Severity
from saksama.documents.document import Document
from tests.audit.builders import table
from tests.audit.whole_reports import assert_passes, findings, found, whole

CODE = "CON002"


def _report(*standards: str, agency: str = "DINAS PERHUBUNGAN KOTA CONTOHAN") -> Document:
    own = (("Persentase rambu terpasang", "93,28"), ("Nilai survei penumpang", "80,5"))
    rows = (f"{name} | {actual} | {standard}" for (name, actual), standard in zip(own, standards, strict=True))
    lines = "\n".join(("Indikator Kinerja | Realisasi 2020 | Standar Nasional 2020", *rows))
    return whole(table(lines, caption="Realisasi Kinerja dan Standar Nasional Tahun 2020"), agency=agency)


def test_a_standard_that_is_the_actual_in_every_row_is_flagged() -> None:
    note = found(_report("93,28", "80,50"), CODE, Severity.WARNING)

    assert [spot.text for spot in note.spots] == ["93,28", "80,50"]


def test_one_row_that_differs_is_clean() -> None:
    assert_passes(_report("93,28", "76,61"), CODE)


def test_a_province_may_have_its_own_figures_there() -> None:
    assert not findings(_report("93,28", "80,50", agency="DINAS PERHUBUNGAN PROVINSI CONTOHAN"), CODE)
