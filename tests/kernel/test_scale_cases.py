from fractions import Fraction

import pytest

from saksama.kernel.rating import ACHIEVEMENT_SCALES, VALUE_SCALES, RatingScale
from tests.kernel.worked_examples import CASES, entries

SCALES = (*ACHIEVEMENT_SCALES, *VALUE_SCALES)


def _cases() -> list[tuple[RatingScale, dict[str, str]]]:
    return [(scale, entry) for scale in SCALES for entry in entries(f"scales/{scale.name}.toml")]


@pytest.mark.parametrize(
    ("scale", "entry"), _cases(), ids=[f"{scale.name}: {entry['value']}" for scale, entry in _cases()]
)
def test_scale_gives_the_word_of_the_worked_example(scale: RatingScale, entry: dict[str, str]) -> None:
    assert scale.band(Fraction(entry["value"])).word == entry["word"]


@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale.name)
def test_every_bound_of_a_scale_is_a_case(scale: RatingScale) -> None:
    stated = {Fraction(entry["value"]) for entry in entries(f"scales/{scale.name}.toml")}

    assert (CASES / "scales" / f"{scale.name}.toml").exists()
    assert {Fraction(band.bound) for band in scale.bands if band.bound is not None} <= stated
