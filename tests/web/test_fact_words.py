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
        ("something else", "something else"),
    ],
)
def test_a_fact_is_said_in_words(fact: str, words: str) -> None:
    with speaking("id"):
        assert fact_words(fact) == words


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


@pytest.mark.parametrize(
    ("recorded", "words"),
    [(None, "–"), ("", ""), ("81,2", "81,2"), ("2026-04-20", "20 April 2026"), ("2026-02-30", "2026-02-30")],
)
def test_a_day_is_read_with_its_month_and_any_other_value_as_it_was_recorded(recorded: str | None, words: str) -> None:
    assert value_words(recorded) == words
