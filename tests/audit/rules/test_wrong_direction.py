"""ACH002: a lower-is-better indicator measured as if higher were better."""

from saksama.audit.rule import Severity
from tests.audit.builders import assert_clean, assert_flags, audited, table

CODE = "ACH002"
HEADER = "Indikator Kinerja | Target 2020 | Realisasi 2020 | Capaian (%)"
VIOLENCE = "Rasio kekerasan terhadap perempuan | 11,4 | 11,21 | {printed}"
FERTILITY = "Angka kelahiran total | 2,42 | 2,36 | {printed}"


def _rows(*rows: str) -> str:
    return "\n".join((HEADER, *rows))


def test_a_ratio_beside_an_inverse_is_flagged() -> None:
    rows = _rows(VIOLENCE.format(printed="98,33"), FERTILITY.format(printed="102,54"))

    found = assert_flags(table(rows), code=CODE, at="98,33")

    assert found.severity is Severity.WARNING
    assert "101,67" in found.message


def test_the_right_direction_is_clean() -> None:
    rows = _rows(VIOLENCE.format(printed="101,67"), FERTILITY.format(printed="102,54"))

    assert_clean(table(rows), code=CODE)


def test_a_word_alone_accuses_nobody() -> None:
    rows = _rows(VIOLENCE.format(printed="98,33"), "Nilai survei | 80 | 84 | 105,00")

    assert_clean(table(rows), code=CODE)


def test_handled_cases_are_higher_is_better() -> None:
    rows = _rows(
        "Persentase penanganan kekerasan terhadap perempuan | 80 | 76 | 95,00", FERTILITY.format(printed="102,54")
    )

    assert not [finding for finding in audited(table(rows)).findings if finding.rule == CODE]
