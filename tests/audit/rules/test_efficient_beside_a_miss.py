"""RAT009: efficient without the result."""

from saksama.audit.rule import Severity
from tests.audit.builders import sentence, table
from tests.audit.whole_reports import assert_passes, found, whole

CODE = "RAT009"
ROWS = """Indikator Kinerja | Target 2020 | Realisasi 2020 | Capaian (%)
Persentase rambu yang terpasang | 80 | {actual}
Nilai survei penumpang | 90 | 90 | 100"""
SAID = "Persentase rambu yang terpasang dinilai efisien."


def test_a_missed_target_is_flagged() -> None:
    assert (
        "95,00" in found(whole(table(ROWS.format(actual="76 | 95,00")), sentence(SAID)), CODE, Severity.WARNING).message
    )


def test_a_target_met_is_clean() -> None:
    assert_passes(whole(table(ROWS.format(actual="84 | 105,00")), sentence(SAID)), CODE)
    assert_passes(whole(table(ROWS.format(actual="80 | 100,00")), sentence(SAID)), CODE)
