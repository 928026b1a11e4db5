from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksama.kernel.achievement import HIGHER_IS_BETTER, LOWER_IS_BETTER
from saksama.kernel.evaluation import ALL_FORMULAS, evaluate
from saksama.kernel.explanation import Explanation, Input, Limits, ZeroTarget
from saksama.kernel.formula import Polarity
from saksama.kernel.provenance import Certainty, Citation, Place
from saksama.kernel.quantity import Reason, Uncomputable
from saksama.kernel.rating import ACHIEVEMENT_SCALES, FOUR_CLASSES_110, SATISFACTION_14_2017, VALUE_SCALES, RatingScale
from saksama.kernel.rounding import write_rupiah
from saksama.kernel.totals import CAPPED_MEAN, SUM
from saksama.language.explanations import (
    certainty_text,
    explain,
    explain_formula,
    explain_scale,
    formula_in_words,
    polarity_text,
    reason_text,
    scale_in_words,
)
from saksama.language.messages import LANGUAGES, current_language, speaking

SCALES = (*ACHIEVEMENT_SCALES, *VALUE_SCALES)
ACTUAL = Input("actual", Fraction("93.28"), "Realisasi 2020", "93,28", Place(sheet="Realisasi", cell="F7"))
TARGET = Input("target", Fraction("67.5"), "Target 2020", "67,5", Place(sheet="Indikator", cell="H7"))


def _said(label: str, rows: tuple[tuple[str, str], ...]) -> list[str]:
    return [text for name, text in rows if name == label]


def test_achievement_is_explained_line_by_line() -> None:
    result = evaluate(HIGHER_IS_BETTER, (ACTUAL, TARGET), FOUR_CLASSES_110)

    assert explain(result.explanation) == (
        ("Rumus", "Realisasi ÷ Target × 100%"),
        ("Masukan", "Realisasi 2020 = 93,28 (Realisasi!F7)"),
        ("Masukan", "Target 2020 = 67,5 (Indikator!H7)"),
        ("Hitungan", "93,28 ÷ 67,5 × 100% = 138,192593…%"),
        ("Pembulatan", "dua desimal, setengah ke atas: 138,19%"),
        ("Peringkat", "≥ 110: Sangat tercapai/sangat berhasil"),
        (
            "Skala",
            f"{FOUR_CLASSES_110.title} ({FOUR_CLASSES_110.citation}; pilihan sendiri, tidak ditetapkan peraturan)",
        ),
        ("Dasar", "PermenPANRB 8/2021, lampiran hlm. 91, kondisi normal"),
        ("Kepastian", "teks peraturan terbaca"),
    )


def test_limits_are_said_with_who_set_them() -> None:
    basis = Citation("Perwal 1/2024", "Pasal 3", Certainty.OWN)
    result = evaluate(HIGHER_IS_BETTER, (ACTUAL, TARGET), limits=Limits(Decimal(120), Decimal(0), basis))

    rows = explain(result.explanation)

    assert _said("Batas", rows) == ["paling tinggi 120%, paling rendah 0%: menjadi 120,00%"]
    assert _said("Dasar batas", rows) == ["Perwal 1/2024, Pasal 3; pilihan sendiri, tidak ditetapkan peraturan"]
    assert _said("Pembulatan", rows) == ["dua desimal, setengah ke atas: 120,00%"]


def test_limits_that_change_nothing_are_said_too() -> None:
    result = evaluate(HIGHER_IS_BETTER, (ACTUAL, TARGET), limits=Limits(Decimal("200.5")))

    assert _said("Batas", explain(result.explanation)) == ["paling tinggi 200,5%"]


def test_why_there_is_no_number_is_said_in_words() -> None:
    missing = Input("target", Uncomputable(Reason.NO_TARGET, "Indikator"), "Target 2019")
    result = evaluate(HIGHER_IS_BETTER, (ACTUAL, missing), FOUR_CLASSES_110)

    rows = explain(result.explanation)

    assert _said("Masukan", rows)[1] == "Target 2019: target belum ada"
    assert _said("Tidak ada angka", rows) == ["target belum ada"]
    assert not _said("Hitungan", rows) + _said("Peringkat", rows)


@pytest.mark.parametrize(
    ("actual", "said"),
    [
        (0, "tercapai, karena realisasi tidak di atas nol: 100%"),
        (3, "tidak tercapai, karena realisasi di atas nol: 0%"),
    ],
)
def test_decided_zero_target_rests_on_the_decision_and_not_on_the_regulation(actual: int, said: str) -> None:
    inputs = (Input("actual", Fraction(actual)), Input("target", Fraction(0)))
    result = evaluate(LOWER_IS_BETTER, inputs, zero_target=ZeroTarget.MET_AT_ZERO)

    rows = explain(result.explanation)

    assert _said("Target nol", rows) == [said]
    assert _said("Dasar", rows) == ["Keputusan 0003, target nol"]
    assert _said("Kepastian", rows) == ["pengetahuan umum, harus diperiksa pada teks peraturan"]
    assert not _said("Hitungan", rows)


def test_sum_of_money_is_said_in_rupiah_and_not_rounded() -> None:
    amounts = (Fraction(1_879_363_395), Fraction(532_633_400))
    inputs = tuple(
        Input("P", amount, "Pagu 2020", write_rupiah(amount), explanation="pagu/P/2020") for amount in amounts
    )

    rows = explain(evaluate(SUM, inputs).explanation)

    assert _said("Hitungan", rows) == ["Rp1.879.363.395 + Rp532.633.400 = Rp2.411.996.795"]
    assert _said("Masukan", rows)[0] == "Pagu 2020 = Rp1.879.363.395 (hasil pagu/P/2020)"
    assert not _said("Pembulatan", rows)
    assert _said("Dasar", rows) == ["Aritmetika"]


def test_mean_of_many_shows_the_first_and_the_last() -> None:
    inputs = tuple(Input(f"IK{place}", Fraction(place)) for place in range(1, 21))

    rows = explain(evaluate(CAPPED_MEAN, inputs).explanation)

    assert len(_said("Masukan", rows)) == 20
    assert _said("Hitungan", rows) == ["(1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + … + 20) ÷ 20 = 10,5%"]


def test_unknown_formula_is_said_with_its_name() -> None:
    assert explain(Explanation("x", "rumus-lama", (ACTUAL,), 2)) == (
        ("Tidak ada angka", "rumus tidak dikenal (rumus-lama)"),
    )


def test_text_of_a_user_is_never_taken_as_a_template() -> None:
    odd = Input("actual", Fraction(1), "{target} {0} %s", "1 {x}")

    rows = explain(evaluate(HIGHER_IS_BETTER, (odd, TARGET)).explanation)

    assert _said("Masukan", rows)[0] == "{target} {0} %s = 1 {x}"
    assert _said("Hitungan", rows)[0].startswith("1 {x} ÷ 67,5 × 100% = ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("formula", ALL_FORMULAS, ids=lambda formula: formula.name)
def test_every_formula_is_explained_without_a_gap(formula: object, language: str) -> None:
    named = next(found for found in ALL_FORMULAS if found is formula)
    with speaking(language):
        rows = explain_formula(named)

        assert all(label and text for label, text in rows)
        assert "{" not in formula_in_words(named)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale.name)
def test_every_scale_is_explained_with_all_its_classes(scale: RatingScale, language: str) -> None:
    with speaking(language):
        rows = explain_scale(scale)

    assert all(label and text for label, text in rows)
    assert all(any(text.endswith(f": {band.word}") for _label, text in rows) for band in scale.bands)


def test_scale_says_on_which_side_its_bounds_fall_and_how_values_are_rounded() -> None:
    assert scale_in_words(SATISFACTION_14_2017)[1] == "≥ 76,61 dan < 88,31: B (Baik)"
    assert _said("Batas", explain_scale(SATISFACTION_14_2017)) == [
        "nilai tepat pada batas masuk kelas di atasnya; nilai dibulatkan ke dua desimal sebelum dinilai"
    ]
    assert _said("Batas", explain_scale(VALUE_SCALES[0])) == [
        "nilai tepat pada batas masuk kelas di bawahnya; nilai tidak dibulatkan sebelum dinilai"
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_certainty_and_direction_has_words_of_its_own(language: str) -> None:
    with speaking(language):
        reasons = [reason_text(Uncomputable(reason)) for reason in Reason]
        certainties = [certainty_text(certainty) for certainty in Certainty]
        polarities = [polarity_text(polarity) for polarity in Polarity]

    for words in (reasons, certainties, polarities):
        assert all(words)
        assert len(set(words)) == len(words)


def test_reason_names_what_stands_in_the_way_where_it_is_something_else() -> None:
    assert reason_text(Uncomputable(Reason.NO_EXPENDITURE, "Program A")) == "realisasi anggaran belum ada (Program A)"
    assert reason_text(Uncomputable(Reason.NOT_APPLICABLE, "tidak ada pilkada")) == "tidak berlaku (tidak ada pilkada)"
    assert reason_text(Uncomputable(Reason.NO_ACTUAL, "Indikator")) == "realisasi belum ada"


def test_explanation_is_said_in_english_where_that_is_wanted() -> None:
    result = evaluate(HIGHER_IS_BETTER, (ACTUAL, TARGET))
    with speaking("en"):
        rows = explain(result.explanation)

    assert rows[0] == ("Formula", "Actual ÷ Target × 100%")


def test_speaking_ends_with_its_block_even_after_an_error() -> None:
    with speaking("en"):
        with speaking("id"):
            assert current_language() == "id"
        assert current_language() == "en"
    with pytest.raises(ZeroDivisionError), speaking("en"):
        raise ZeroDivisionError

    assert current_language() == "id"


@settings(deadline=None, max_examples=60)
@given(
    formula=st.sampled_from(ALL_FORMULAS),
    scale=st.sampled_from([None, *ACHIEVEMENT_SCALES]),
    policy=st.sampled_from(ZeroTarget),
    drawn=st.data(),
)
def test_any_result_is_explained_without_a_gap(
    formula: object, scale: RatingScale | None, policy: ZeroTarget, drawn: st.DataObject
) -> None:
    named = next(found for found in ALL_FORMULAS if found is formula)
    values = st.fractions(min_value=-200, max_value=200) | st.sampled_from(Reason).map(Uncomputable)
    inputs = tuple(Input(name, drawn.draw(values)) for name in named.inputs or ("satu", "dua"))
    result = evaluate(named, inputs, scale, zero_target=policy, limits=Limits(cap=Decimal(110)))

    rows = explain(result.explanation)

    assert all(label and text for label, text in rows)
    assert bool(_said("Tidak ada angka", rows)) == isinstance(result.value, Uncomputable)
    assert bool(_said("Peringkat", rows)) == (result.band is not None)
