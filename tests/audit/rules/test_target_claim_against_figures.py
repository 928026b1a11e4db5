"""RAT002: "tercapai", "melampaui", "belum" against the figures."""

import pytest

from saksama.audit.rule import Severity
from saksama.documents.document import Document
from tests.audit.builders import sentence, table
from tests.audit.whole_reports import assert_passes, findings, found, whole

CODE = "RAT002"
ROWS = """Indikator Kinerja | Target 2020 | Realisasi 2020 | Capaian (%)
Persentase rambu yang terpasang | 80 | {actual}
Nilai survei penumpang angkutan | 90 | 94,5 | 105,00"""
MISSED, MET, EXCEEDED = "75,39 | 94,24", "80 | 100,00", "84 | 105,00"


def _report(actual: str, text: str) -> Document:
    return whole(table(ROWS.format(actual=actual)), sentence(text))


@pytest.mark.parametrize(
    ("actual", "claim"),
    [
        (MISSED, "telah mencapai target"),
        (MISSED, "melampaui target"),
        (MET, "melampaui target"),
        (EXCEEDED, "belum mencapai target"),
    ],
)
def test_a_claim_against_every_figure_is_flagged(actual: str, claim: str) -> None:
    assert findings(_report(actual, f"Persentase rambu yang terpasang {claim}."), CODE)


@pytest.mark.parametrize(
    ("actual", "claim"),
    [(MISSED, "belum mencapai target"), (MET, "telah mencapai target"), (EXCEEDED, "melampaui target")],
)
def test_a_claim_that_the_figures_bear_out_is_clean(actual: str, claim: str) -> None:
    assert_passes(_report(actual, f"Persentase rambu yang terpasang {claim}."), CODE)


def test_all_indicators_include_the_one_that_missed() -> None:
    flagged = found(_report(MISSED, "Hasilnya, seluruh indikator mencapai target."), CODE, Severity.WARNING)

    assert "94,24" in flagged.message


def test_a_lower_actual_may_be_better() -> None:
    rows = ROWS.format(actual="76 | 105,00").replace("rambu yang terpasang", "kecelakaan angkutan umum")

    assert_passes(whole(table(rows), sentence("Persentase kecelakaan angkutan umum melampaui target.")), CODE)


def test_an_achievement_that_follows_from_nothing_proves_nothing() -> None:
    document = _report("93,28 | 93,28", "Persentase rambu yang terpasang telah mencapai target.")

    assert findings(document, CODE) == ()


def test_a_cell_is_compared_with_its_row() -> None:
    rows = """Indikator Kinerja | Target 2020 | Realisasi 2020 | Capaian (%) | Keterangan
Persentase rambu yang terpasang | 80 | 75,39 | 94,24 | {word}
Nilai survei penumpang angkutan | 90 | 94,5 | 105,00 | Melampaui"""

    found(whole(table(rows.format(word="Tercapai"))), CODE, Severity.ERROR)
    assert_passes(whole(table(rows.format(word="Tidak tercapai"))), CODE)


def test_where_an_actual_stands_is_read_alike_on_both_sides() -> None:
    rows = "Indikator Kinerja | Target 2020 | Realisasi 2020\nJumlah perjalanan trayek | 6.592 | 6.102"
    text = "Jumlah perjalanan trayek: realisasi 6.102 berada 490 perjalanan di {side} target."

    found(whole(table(rows), sentence(text.format(side="atas"))), CODE, Severity.ERROR)
    assert_passes(whole(table(rows), sentence(text.format(side="bawah"))), CODE)
