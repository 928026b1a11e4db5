"""Rows of satisfaction surveys, with the index that follows and the actual that is stated."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from saksama.exchange.rows.row import Row, Value, is_exact, number, row
from saksama.exchange.sheets.periods import period_value
from saksama.exchange.sheets.surveys import average_name
from saksama.kernel.survey import SatisfactionSurvey, satisfaction

Stated = Mapping[tuple[str, ...], Value]
"""The actuals that the workbook shows, by indicator, year and, of a period, what it is."""


def shown_actuals(actuals: Sequence[Row], of_periods: Sequence[Row]) -> Stated:
    """What the sheets of actuals show."""
    years = {(str(each["indicator"]), str(each["year"])): each.get("actual") for each in actuals}
    periods = {
        (str(each["indicator"]), str(each["year"]), str(each["period"])): each.get("actual") for each in of_periods
    }
    return {place: value for place, value in (years | periods).items() if value is not None}


def survey_rows(surveys: Sequence[SatisfactionSurvey], shown: Stated) -> Iterator[Row]:
    """One row for each survey."""
    for survey in surveys:
        period = (period_value(survey.period),) if survey.period else ()
        stated = shown.get((survey.indicator, str(survey.year), *period))
        is_computable = all(average is None or is_exact(average) for average in survey.averages)
        result = satisfaction(survey) if is_computable or survey.answers else None
        index = number(result.value) if result else None
        yield row(
            [
                ("id", survey.id),
                ("service", survey.service),
                ("year", survey.year),
                ("period", period[0] if period else None),
                ("respondents", survey.respondents),
                *((average_name(place), average) for place, average in enumerate(survey.averages)),
                ("indicator", survey.indicator),
                ("source", survey.source),
                ("answers", len(survey.answers) or None),
                ("index", index),
                ("quality", result.band.word if result and result.band else None),
                ("stated", stated),
                ("difference", _difference(index, stated)),
            ]
        )


def _difference(index: Fraction | None, stated: Value | None) -> Fraction | None:
    return index - stated if index is not None and isinstance(stated, Fraction) else None


def answer_rows(surveys: Sequence[SatisfactionSurvey]) -> Iterator[Row]:
    """One row for each respondent."""
    for survey in surveys:
        for answers in survey.answers:
            yield row(
                [
                    ("survey", survey.id),
                    *((average_name(place), answer) for place, answer in enumerate(answers)),
                ]
            )
