"""An explanation as JSON is enough to compute its figure again."""

import json
from decimal import Decimal
from fractions import Fraction

import pytest

from saksama.compose.figures import figures
from saksama.exchange.sample import SAMPLE
from saksama.kernel.achievement import LOWER_IS_BETTER
from saksama.kernel.evaluation import evaluate, replay
from saksama.kernel.explanation import Explanation, Input, Limits, ZeroTarget
from saksama.kernel.provenance import Certainty, Citation, Place
from saksama.kernel.quantity import Uncomputable
from saksama.kernel.rating import ACHIEVEMENT_SCALES, VALUE_SCALES, RatingScale
from saksama.language.explanation_json import explanation_json, read_explanation, result_json

_ON_PAPER = Place(
    "lkjip.pdf", page=12, box=(70.5, 600.25, 120.0, 611.0), table="4", row=2, column=3, line=9, path="p", start=0
)


def _through_text(explanation: Explanation) -> Explanation:
    return read_explanation(json.loads(json.dumps(explanation_json(explanation))))


def test_every_figure_of_the_sample_is_computed_again_from_its_json() -> None:
    results = [figure.result for figure in figures(SAMPLE, 2020)]

    again = [replay(_through_text(result.explanation)) for result in results]

    assert again == results
    assert any(isinstance(result.value, Uncomputable) for result in results)
    assert any(isinstance(result.value, Fraction) for result in results)


@pytest.mark.parametrize("scale", [*ACHIEVEMENT_SCALES, *VALUE_SCALES], ids=lambda scale: scale.name)
def test_nothing_of_an_explanation_is_lost(scale: RatingScale) -> None:
    inputs = (
        Input("actual", Fraction(1, 3), "Realisasi 2020", "0,333…", Place(sheet="Realisasi", cell="F7")),
        Input("target", Fraction(0), "Target 2020", place=_ON_PAPER, explanation="rata-rata/S1/2020"),
    )
    limits = Limits(Decimal(120), Decimal("0.50"), Citation("Perwali 1/2020", "pasal 2", Certainty.OWN, "catatan"))
    result = evaluate(
        LOWER_IS_BETTER,
        inputs,
        scale,
        identifier="capaian/IK1/2020",
        limits=limits,
        zero_target=ZeroTarget.MET_AT_ZERO,
        decimals=3,
    )

    assert _through_text(result.explanation) == result.explanation


def test_a_fraction_is_exact_text() -> None:
    inputs = (Input("actual", Fraction(1, 3)), Input("target", Fraction(1, 2)))

    found = result_json(evaluate(LOWER_IS_BETTER, inputs))

    assert found["value"] == "400/3"
    assert found["explanation"]["inputs"][0]["value"] == "1/3"
