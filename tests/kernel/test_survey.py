"""Satisfaction surveys: stated averages and raw answers give the same index."""

from decimal import Decimal
from fractions import Fraction

from saksama.kernel.quantity import Reason, Uncomputable
from saksama.kernel.survey import SatisfactionSurvey, satisfaction


def test_stated_averages_are_weighted_by_a_ninth() -> None:
    survey = SatisfactionSurvey("A", "Izin", 2025, respondents=120, averages=(*(Decimal("3.6"),) * 8, Decimal("3.53")))

    result = satisfaction(survey)
    assert result.printed() == "89,81"
    assert result.band is not None
    assert result.band.word == "A (Sangat Baik)"


def test_answers_are_counted_and_averaged() -> None:
    survey = SatisfactionSurvey("A", "Izin", 2025, answers=((4,) * 9, (3,) * 9, (3, None, 3, 3, 3, 3, 3, 3, 3)))

    assert survey.counted == 3
    assert satisfaction(survey).value == (Fraction(10, 3) * 8 + Fraction(7, 2)) / 9 * 25


def test_an_element_without_average_gives_no_index() -> None:
    missing = satisfaction(SatisfactionSurvey("A", "Izin", 2025, averages=(Decimal(3),) * 8)).value

    assert isinstance(missing, Uncomputable)
    assert missing.reason is Reason.NO_ACTUAL
