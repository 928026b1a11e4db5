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


GOOD = "Persentase wilayah bebas genangan | 80 | 81 | {printed}"
ROADS = "Persentase jalan dalam kondisi baik | 84 | 79,80 | 95,00"
BRIDGES = "Persentase jembatan dalam kondisi baik | 90 | 81 | 90,00"


def test_something_good_divided_the_other_way_round_is_flagged() -> None:
    """80 / 81 = 98,77; 81 / 80 = 101,25"""
    found = assert_flags(table(_rows(ROADS, GOOD.format(printed="98,77"), BRIDGES)), code=CODE, at="98,77")

    assert "101,25" in found.message


def test_something_good_divided_as_all_others_is_clean() -> None:
    for rows in (_rows(ROADS, GOOD.format(printed="101,25"), BRIDGES), _rows(GOOD.format(printed="98,77"))):
        assert not [found for found in audited(table(rows)).findings if found.rule == CODE]


def test_a_waiting_time_of_a_good_service_may_be_wanted_low() -> None:
    waiting = "Waktu tunggu pelayanan sesuai standar | 80 | 81 | 98,77"

    assert not [found for found in audited(table(_rows(ROADS, waiting, BRIDGES))).findings if found.rule == CODE]
