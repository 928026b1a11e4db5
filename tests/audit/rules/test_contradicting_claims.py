"""RAT008: two opposite claims of one indicator."""

from saksama.audit.rule import Severity
from tests.audit.builders import sentence, table
from tests.audit.whole_reports import assert_passes, found, whole

CODE = "RAT008"
ROWS = """Indikator Kinerja | Target 2020 | Realisasi 2020
Persentase rambu yang terpasang | 80 | 84
Nilai survei penumpang | 90 | 92"""
NAME = "Persentase rambu yang terpasang"


def test_efficient_and_not_efficient_is_flagged() -> None:
    said = sentence(f"{NAME} sudah efisien."), sentence(f"{NAME} belum efisien.")

    assert "berlawanan" not in found(whole(table(ROWS), *said), CODE, Severity.WARNING).message


def test_one_conclusion_is_clean() -> None:
    said = sentence(f"{NAME} sudah efisien."), sentence(f"{NAME} telah mencapai target.")

    assert_passes(whole(table(ROWS), *said), CODE)


def test_two_indicators_may_differ() -> None:
    said = sentence(f"{NAME} sudah efisien."), sentence("Nilai survei penumpang belum efisien.")

    assert_passes(whole(table(ROWS), *said), CODE)
