"""The shares of answers that a benchmark prints."""

from benchmarks.visitors import Times


def test_the_time_within_which_a_share_of_the_answers_came() -> None:
    times = Times(tuple(range(20, 0, -1)))

    assert [times.at(share) for share in (50, 95, 100)] == [10, 19, 20]


def test_one_answer_is_every_share() -> None:
    assert Times((7,)).at(95) == 7
