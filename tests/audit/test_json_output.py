"""Audits as JSON: the published shape, figures as text, verdicts that can be computed again."""

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from saksama.audit.finding import RuleCoverage, Spot
from saksama.audit.json_output import audit_json, file_text, unreadable_json
from saksama.kernel.evaluation import replay
from saksama.kernel.figures import Figure, Interval
from saksama.kernel.provenance import Place
from saksama.language.explanation_json import read_explanation
from saksama.understanding.reading import Figured
from tests.audit.hand_built import achievement_finding, audit_of, finding, spot
from tests.audit.schema import problems


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "lkjip.txt"
    path.write_text("Anggaran sebesar 8.582.457.773 rupiah.\n\nCapaian 66,66%.\n", encoding="utf-8")
    return path


def _written(*entries: Any) -> Any:
    return json.loads('{"files": [' + ",".join(file_text(entry) for entry in entries) + "]}")


def _findings(report: Path, *found: Any) -> Any:
    return _written(audit_json(audit_of(report, *found)))["files"][0]["findings"]


def test_what_is_written_has_the_published_shape(report: Path) -> None:
    at = spot(report, "8.582.457.773", row="JUMLAH", column="Anggaran")
    nested = finding(at, consequences=(achievement_finding(spot(report, "66,66%")),))
    about_words = finding(Spot(Place(page=3, box=(1.0, 2.0, 3.5, 4.0)), ""), expected=None, expected_text="")
    looked = (RuleCoverage("SUM001", 5, 1, (("tidak ada target", 2),)), RuleCoverage("ACH001", 0, 0))

    written = _written(
        audit_json(audit_of(report, nested, about_words, coverage=looked)), unreadable_json("rusak.pdf", "rusak")
    )

    assert list(problems(written)) == []
    assert written["files"][0]["coverage"]["checks"] == {"passed": 5, "failed": 1, "skipped": 2}
    assert (written["files"][1]["coverage"], written["files"][1]["findings"]) == (None, [])


def test_a_wrong_shape_is_seen_by_the_schema(report: Path) -> None:
    written = _written(audit_json(audit_of(report, finding(spot(report, "8.582.457.773")))))
    written["files"][0]["findings"][0]["stated"]["value"] = 8582457773
    del written["files"][0]["coverage"]["figures"]

    assert len(list(problems(written))) == 2


def test_figures_are_plain_decimal_strings(report: Path) -> None:
    (found,) = _findings(report, finding(spot(report, "8.582.457.773")))

    assert found["stated"] == {"text": "8.582.457.773", "value": "8582457773"}
    assert found["expected"] == {"text": "4.827.274.899", "value": "4827274899", "exact": "4827274899"}


@pytest.mark.parametrize(
    ("expected", "text", "written"),
    [
        (Fraction(1, 8), "0,125", {"text": "0,125", "value": "0.125", "exact": "1/8"}),
        (Fraction(200, 3), "66,67", {"text": "66,67", "value": "66.6666666667", "exact": "200/3"}),
        (Fraction(10**30), "", {"text": "", "value": "1" + "0" * 30, "exact": "1" + "0" * 30}),
        (
            Interval(Fraction("66.665"), Fraction("66.675")),
            "66,67%",
            {"text": "66,67%", "value": "66.67", "low": "66.665", "high": "66.675"},
        ),
        (
            Interval(Fraction(1), Fraction(2)),
            "antara 1 dan 2",
            {"text": "antara 1 dan 2", "value": "1.5", "low": "1", "high": "2"},
        ),
        (None, "Sangat Baik", {"text": "Sangat Baik", "value": None}),
        (None, "", None),
    ],
)
def test_what_was_expected_is_written_exactly(report: Path, expected: Any, text: str, written: Any) -> None:
    at = spot(report, "66,66%")

    (found,) = _findings(report, finding(at, expected=expected, expected_text=text))

    assert found["expected"] == written


def test_an_ambiguous_figure_has_no_value(report: Path) -> None:
    both = (Figure("1.234", Decimal(1234), 0), Figure("1.234", Decimal("1.234"), 3))
    ambiguous = finding(spot(report, "66,66%"), stated=Figured("1.234", Place(), both))

    (found,) = _findings(report, ambiguous)

    assert found["stated"] == {"text": "1.234", "value": None}


def test_a_verdict_is_computed_again_from_its_json(report: Path) -> None:
    (found,) = _findings(report, achievement_finding(spot(report, "66,66%")))

    again = replay(read_explanation(found["explanation"])).value

    assert isinstance(again, Fraction)
    assert Decimal(found["expected"]["low"]) <= Decimal(again.numerator) / again.denominator
    assert Decimal(again.numerator) / again.denominator <= Decimal(found["expected"]["high"])


def test_nothing_in_a_file_steers_the_terminal(report: Path) -> None:
    hostile = finding(spot(report, "66,66%"), message="\x1b]0;judul\x07 \u202e \ud800 “”")

    text = file_text(audit_json(audit_of(report, hostile)))

    assert text.isascii()
    assert text.replace("\n", "").isprintable()
    assert json.loads(text)["findings"][0]["message"] == "\x1b]0;judul\x07 \u202e \ufffd “”"
