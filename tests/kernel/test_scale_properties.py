from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksama.kernel.provenance import Certainty, Citation
from saksama.kernel.rating import ACHIEVEMENT_SCALES, VALUE_SCALES, Band, MisorderedScaleError, RatingScale

SCALES = (*ACHIEVEMENT_SCALES, *VALUE_SCALES)
calmly = settings(deadline=None)
OWN = Citation("Keputusan Kepala Dinas", "lampiran", Certainty.OWN)
each_scale = pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale.name)
values = st.fractions(min_value=-500, max_value=500, max_denominator=10_000)


@st.composite
def own_scales(draw: st.DrawFn) -> RatingScale:
    bounds = draw(st.sets(st.decimals(min_value=-50, max_value=300, places=2), max_size=6))
    bands = [Band(f"kelas {bound}", bound) for bound in sorted(bounds, reverse=True)]
    rounded = draw(st.sampled_from([None, 0, 2]))
    return RatingScale(
        "sendiri", "Skala sendiri", (*bands, Band("terendah", None)), OWN, draw(st.booleans()), decimals=rounded
    )


@calmly
@given(scale=own_scales() | st.sampled_from(SCALES), value=values)
def test_every_value_has_exactly_one_band(scale: RatingScale, value: Fraction) -> None:
    assert scale.bands.count(scale.band(value)) == 1


@calmly
@given(scale=own_scales() | st.sampled_from(SCALES), value=values, more=values.map(abs))
def test_a_greater_value_never_has_a_lower_band(scale: RatingScale, value: Fraction, more: Fraction) -> None:
    assert scale.bands.index(scale.band(value + more)) <= scale.bands.index(scale.band(value))


@calmly
@given(scale=own_scales())
def test_a_bound_falls_on_the_side_that_the_scale_states(scale: RatingScale) -> None:
    for place, band in enumerate(scale.bands[:-1]):
        assert band.bound is not None
        is_rated_as_stated = scale.decimals is None or round(band.bound, scale.decimals) == band.bound
        if is_rated_as_stated:
            assert scale.band(Fraction(band.bound)) == scale.bands[place if scale.bound_opens_band else place + 1]


@pytest.mark.parametrize(
    "bands",
    [
        (),
        (Band("A", Decimal(90)),),
        (Band("A", Decimal(60)), Band("B", Decimal(90)), Band("C", None)),
        (Band("A", Decimal(60)), Band("B", Decimal(60)), Band("C", None)),
        (Band("A", None), Band("B", None)),
        (Band("A", Decimal("NaN")), Band("B", None)),
        (Band("A", Decimal("Infinity")), Band("B", None)),
        (Band("A", Decimal("1E+999999")), Band("B", None)),
    ],
)
def test_bands_out_of_order_cannot_be_written(bands: tuple[Band, ...]) -> None:
    with pytest.raises(MisorderedScaleError):
        RatingScale("sendiri", "Skala sendiri", bands, OWN)


def test_condition_names_both_ends_of_a_band() -> None:
    words = [SCALES[1].condition(band) for band in SCALES[1].bands]
    assert words == ["≥ 110", "≥ 90 dan < 110", "≥ 60 dan < 90", "< 60"]
    assert SCALES[2].condition(SCALES[2].bands[1]) == "> 80 dan ≤ 90"
    assert SCALES[3].condition(SCALES[3].bands[0]) == "≥ 88,31"
