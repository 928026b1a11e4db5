"""Predicates, yes or no, milestones."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from saksama.kernel.indicator import Actual, Target
from saksama.kernel.quantity import Reason, Uncomputable
from saksama.kernel.results import achievement
from saksama.kernel.value_scale import AKIP_PREDICATE, AUDIT_OPINION, Level, MisorderedLevelsError, ValueScale
from tests.kernel.small_record import IK1, YEAR, record


def _word(score: str) -> str | None:
    level = AKIP_PREDICATE.level(Fraction(score))
    return level.word if level else None


@pytest.mark.parametrize(("score", "word"), [("70", "B"), ("70.01", "BB"), ("72.35", "BB"), ("90", "A"), ("0", "D")])
def test_a_score_earns_its_predicate(score: str, word: str) -> None:
    assert _word(score) == word


def test_an_opinion_has_nothing_between_two_levels() -> None:
    assert AUDIT_OPINION.level(Fraction("3.5")) is None
    assert AUDIT_OPINION.named("wtp") == Level("WTP", Decimal(4))


def test_a_predicate_above_its_target_counts_by_rank() -> None:
    target = AKIP_PREDICATE.named("BB")
    assert target is not None
    akip = replace(
        IK1,
        formula="level-ratio",
        value_scale="predikat-akip",
        targets=(Target(YEAR, target.value, target.value),),
        actuals=(Actual(YEAR, Decimal("81.20")),),
    )

    assert achievement(record(), akip, YEAR).value == 120


def test_a_value_off_its_scale_gives_no_number() -> None:
    opinion = replace(IK1, formula="level-ratio", value_scale="opini-bpk", actuals=(Actual(YEAR, Decimal("3.5")),))

    reached = achievement(record(), opinion, YEAR).value
    assert isinstance(reached, Uncomputable)
    assert reached.reason is Reason.UNKNOWN_LEVEL


def test_levels_rise() -> None:
    with pytest.raises(MisorderedLevelsError):
        ValueScale("x", "X", (Level("Dua", Decimal(2)), Level("Satu", Decimal(1))))
