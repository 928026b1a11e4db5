"""The notes of an audit: what tells one from another, and where their words are looked for."""

from pathlib import Path

import pytest

from saksama.audit.marking.locating import located
from saksama.audit.marking.marks import Mark, marks
from saksama.audit.rule import Severity
from saksama.language.messages import speaking
from tests.audit.hand_built import audit_of, finding, spot


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "lkjip.txt"
    path.write_text("Capaian 90,41% dan 57,5.\n", encoding="utf-8")
    return path


def _marks(report: Path, *findings: object) -> tuple[Mark, ...]:
    return marks(audit_of(report, *findings))  # type: ignore[arg-type]


def test_two_findings_that_say_the_same_are_told_apart(report: Path) -> None:
    same = finding(spot(report, "90,41%"))

    first, second = _marks(report, same, same)

    assert first.fingerprint != second.fingerprint


def test_a_note_is_told_again_whatever_its_number_place_and_language(report: Path, tmp_path: Path) -> None:
    moved = tmp_path / "pindah.txt"
    moved.write_text("BAB III\n\n" + report.read_text(encoding="utf-8"), encoding="utf-8")

    (before,) = _marks(report, finding(spot(report, "90,41%")))
    with speaking("en"):
        _other, after = _marks(moved, finding(spot(moved, "57,5")), finding(spot(moved, "90,41%"), message="Wrong."))

    assert before.fingerprint == after.fingerprint
    assert before.title != after.title


def test_a_changed_figure_is_another_finding(report: Path) -> None:
    (before,) = _marks(report, finding(spot(report, "90,41%")))
    (after,) = _marks(report, finding(spot(report, "57,5")))

    assert before.fingerprint != after.fingerprint


def test_a_note_is_marked_once_and_an_error_at_every_place(report: Path) -> None:
    places = spot(report, "90,41%"), spot(report, "57,5")

    note = _marks(report, finding(*places, severity=Severity.NOTE))
    error = _marks(report, finding(*places))

    assert [mark.is_first for mark in note] == [True]
    assert [mark.is_first for mark in error] == [True, False]
    assert error[1].target == "57,5"


@pytest.mark.parametrize(
    ("text", "target", "near", "expected"),
    [
        ("97,5 lalu 7,5", "7,5", None, (10, 13)),
        ("7,55 dan 7,5.", "7,5", None, (9, 12)),
        ("1.234.567 dan 234", "234", None, (14, 17)),
        ("5 lalu 5 lalu 5", "5", 8, (7, 8)),
        ("Rp\n1.000", "Rp 1.000", None, (0, 8)),
        ("tidak ada", "7", None, None),
        ("apa pun", " ", None, None),
        ("a.b (c)", "b (c)", None, (2, 7)),
    ],
)
def test_words_are_found_where_they_stand(
    text: str, target: str, near: int | None, expected: tuple[int, int] | None
) -> None:
    assert located(text, target, near) == expected
