"""The second sample shows what the first has none of."""

from pathlib import Path

import pytest

from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.exchange.sample_2025_indicators import YEAR
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.results import achievement
from saksama.kernel.spending import total_spending
from saksama.kernel.survey import satisfaction
from tests.command import saksama


def test_every_indicator_of_an_objective_has_an_achievement() -> None:
    for objective in SAMPLE_2025.plan.objectives():
        for indicator in objective.indicators:
            assert not isinstance(achievement(SAMPLE_2025, indicator, YEAR).value, Uncomputable), indicator.id


def test_its_money_adds_up_over_quarters_and_versions() -> None:
    for node in SAMPLE_2025.nodes():
        for amount in node.amounts:
            assert amount.expenditure == sum(part.expenditure or 0 for part in amount.periods), node.id
            assert amount.expenditure is not None
            assert amount.appropriation is not None
            assert amount.expenditure <= amount.appropriation, node.id
    assert total_spending(SAMPLE_2025, YEAR).absorption.printed() == "97,59"


def test_the_stated_satisfaction_is_that_of_its_survey() -> None:
    (survey, other) = SAMPLE_2025.surveys

    assert satisfaction(survey).printed() == "85,28"
    assert satisfaction(other).printed() == "86,20"


@pytest.mark.parametrize("wish", [("--sample", "2025"), ("--sample",)])
def test_a_sample_is_chosen_by_its_year_before_or_after_the_file(tmp_path: Path, wish: tuple[str, ...]) -> None:
    before = saksama("template", *wish, "data.xlsx", cwd=tmp_path)
    after = saksama("template", "data2.xlsx", *wish, cwd=tmp_path)

    assert (before.code, after.code) == (0, 0)
    assert (tmp_path / "data.xlsx").read_bytes() == (tmp_path / "data2.xlsx").read_bytes()
