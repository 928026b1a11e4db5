"""What the history says of a change, in words."""

import pytest

from saksama.language.messages import speaking
from saksama.web.fact_words import fact_words, period_words, subject_words, value_words


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ("value 2025 quarter 4", "Realisasi TW IV 2025"),
        ("numerator 2025 month 11", "Pembilang Bulan 11 2025"),
        ("value 2025 year 0", "Realisasi 2025"),
        ("target 2026", "Target 2026"),
        ("appropriation 2025", "Pagu 2025"),
        ("report-reminder 2025 year 1", "Pengingat LKjIP 2025"),
        ("measurement-reminder 2025 quarter 4", "Pengingat pengukuran TW IV 2025"),
        ("something else", "something else"),
    ],
)
def test_a_fact_is_said_in_words(fact: str, words: str) -> None:
    with speaking("id"):
        assert fact_words(fact) == words


@pytest.mark.parametrize(
    ("fact", "value", "words"),
    [
        ("cycle", "quarter", "Triwulanan"),
        ("is_cumulative", "True", "Ya"),
        ("baseline_value", "55.5", "55,5"),
        ("measured_in", "11", "November"),
        ("kind", None, "–"),
        ("source", "Portal 2.0", "Portal 2.0"),
        ("begins_on", "2026-04-20", "20 April 2026"),
        ("begins_on", "2026-02-30", "2026-02-30"),
    ],
)
def test_a_value_is_said_in_words(fact: str, value: str | None, words: str) -> None:
    with speaking("id"):
        assert value_words(value, fact) == words


def test_the_year_itself_is_no_period() -> None:
    assert period_words("year", 2025, 0) == "2025"


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("indicator:IK1", "Indikator IK1"),
        ("unit:Bidang Statistik", "Unit kerja Bidang Statistik"),
        ("deadline:measurement", "Tenggat pengukuran"),
        ("deadline:lain", "Tenggat lain"),
        ("something:else", "something:else"),
    ],
)
def test_what_a_change_belongs_to_is_said_in_words(subject: str, words: str) -> None:
    with speaking("id"):
        assert subject_words(subject) == words
