"""SUM005: a sentence that gives the figures of a part as those of the whole."""

from saksama.audit.rule import Severity
from saksama.documents.document import Document
from tests.audit.builders import sentence, table
from tests.audit.whole_reports import assert_passes, found, whole

CODE = "SUM005"
REVENUE = """Uraian | Anggaran (Rp) | Realisasi (Rp)
Retribusi Daerah | 12.106.750.000 | 10.987.685.404
Lain-lain Pendapatan yang Sah | 3.993.250.000 | 3.360.542.638"""


def _report(target: str, actual: str) -> Document:
    said = f"Pendapatan Asli Daerah pada tahun 2020 ditargetkan sebesar Rp{target} terealisasi sebesar Rp{actual}."
    return whole(sentence(said), table(REVENUE, caption="Realisasi Pendapatan Asli Daerah"))


def test_the_figures_of_one_kind_are_flagged() -> None:
    note = found(_report("12.106.750.000", "10.987.685.404"), CODE, Severity.WARNING)

    assert "Retribusi Daerah" in note.message
    assert note.spots[0].text == "Rp12.106.750.000"


def test_the_figures_of_the_whole_are_clean() -> None:
    assert_passes(_report("16.100.000.000", "14.348.228.042"), CODE)
