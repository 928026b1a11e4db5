"""Every sentence that our own composer writes about figures is read into what it states."""

from functools import cache

from saksama.compose.performance_report import compose
from saksama.exchange.sample import SAMPLE
from saksama.understanding.reading import Measure, Reading, Statement, SubjectKind
from saksama.understanding.understand import understand

RESOLVED = "persentase penyelesaian kejadian gangguan disintegrasi bangsa"
SURVEY = "nilai survei kepuasan masyarakat"


@cache
def _reading() -> Reading:
    return understand(compose(SAMPLE, 2020))


def _prose() -> list[Statement]:
    return [statement for statement in _reading().statements if statement.sentence is not None]


def _stated(subject: str, measure: Measure, period: str, aspect: str = "") -> set[str]:
    return {
        statement.figure.text
        for statement in _prose()
        if (statement.key.subject, statement.key.measure, statement.key.period, statement.key.aspect)
        == (subject, measure, period, aspect)
    }


def test_only_counts_of_things_that_no_report_measures_are_left() -> None:
    reading = _reading()

    left = [figure.text for figure in reading.coverage.unlinked]

    # "4 (empat) isu strategis", and "masing-masing dengan empat kegiatan" in the planner's own words.
    assert left == ["4 (empat)", "empat"]


def test_an_indicators_sentences_state_target_actual_achievement_change_and_progress() -> None:
    assert _stated(RESOLVED, Measure.TARGET, "2020") == {"67,5%"}
    assert _stated(RESOLVED, Measure.ACTUAL, "2020") == {"93,28%"}
    assert _stated(RESOLVED, Measure.ACTUAL, "2019") == {"57,14%"}
    assert _stated(RESOLVED, Measure.ACHIEVEMENT, "2020") == {"138,19%"}
    assert _stated(RESOLVED, Measure.CHANGE, "2020", "actual") == {"36,14 poin persen"}
    assert _stated(RESOLVED, Measure.VARIANCE, "2020") == {"25,78 poin persen"}
    assert _stated(RESOLVED, Measure.PROGRESS, "2020") == {"124,37%"}
    assert _stated(RESOLVED, Measure.END_TARGET, "2023") == {"75%"}
    assert _stated(RESOLVED, Measure.ABSORPTION, "2020") == {"89,73%"}
    assert _stated(SURVEY, Measure.VARIANCE, "2023", "target akhir") == {"4,40 poin"}


def test_the_agencys_sentences_state_money_means_and_counts() -> None:
    assert _stated("", Measure.APPROPRIATION, "2020") == {"Rp4.827.274.899"}
    assert _stated("", Measure.EXPENDITURE, "2020") == {"Rp4.364.506.894"}
    assert _stated("", Measure.ABSORPTION, "2020") == {"90,41%"}
    assert _stated("", Measure.REMAINDER, "2020") == {"Rp462.768.005"}
    assert _stated("", Measure.AVERAGE_ACHIEVEMENT, "2020") == {"162,73%"}
    assert _stated("", Measure.AVERAGE_ACHIEVEMENT, "2020", "dibatasi") == {"100,00%"}
    assert _stated("", Measure.COUNT, "2020", "indikator") == {"3 (tiga)", "3"}
    assert _stated("", Measure.COUNT, "2018-2023", "indikator") == {"4 (empat)"}


def test_no_two_sentences_of_a_right_report_contradict_each_other() -> None:
    found: dict[object, set[object]] = {}
    for statement in _prose():
        assert statement.figure.chosen is not None
        found.setdefault(statement.key, set()).add(statement.figure.chosen.value)

    assert [key for key, values in found.items() if len(values) > 1] == []


def test_programmes_are_told_from_the_indicators_that_they_serve() -> None:
    absorbed = {
        statement.key.subject: statement.figure.text
        for statement in _prose()
        if statement.key.kind is SubjectKind.PROGRAMME and statement.key.measure is Measure.ABSORPTION
    }

    assert absorbed["pelayanan kesekretariatan"] == "91,13%"
    assert len(absorbed) == 4


def test_ratings_and_directions_are_claimed_in_the_scales_words() -> None:
    claims = [claim for sentence in _reading().sentences for claim in sentence.claims]

    rated = {claim.word for claim in claims if claim.subject == RESOLVED and claim.is_rating}

    assert rated == {"Sangat tercapai/sangat berhasil"}
    assert {claim.word for claim in claims} >= {"naik", "membaik", "tercapai", "efisien", "di atas target"}
