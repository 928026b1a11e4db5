"""The project's own report: nothing is wrong in it, and one changed figure is found where it stands."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksama.audit.catalogue import RULES
from saksama.audit.finding import Audit, Finding
from saksama.audit.inspection import inspect
from saksama.audit.rule import Severity
from saksama.compose.performance_report import compose
from saksama.documents.document import Document
from saksama.exchange.sample import SAMPLE
from saksama.understanding.reading import Measure, Statement
from saksama.understanding.understand import understand
from tests.audit.builders import everything
from tests.audit.placed import placed, with_text

ARITHMETIC = tuple(rule for rule in RULES if rule.code[:3] in {"ACH", "ABS", "SUM", "AVG", "CON", "TXT"})
RESULTS = (Measure.ACHIEVEMENT, Measure.ABSORPTION, Measure.EXPENDITURE, Measure.APPROPRIATION, Measure.REMAINDER)
"""What is computed or stated twice. A target of a later year is stated once: no audit can know it is another."""
MOST_ROOTS = 4


@cache
def _report() -> Document:
    return placed(compose(SAMPLE, 2020))


@cache
def _changeable() -> tuple[Statement, ...]:
    statements = understand(_report()).statements
    return tuple(
        statement
        for statement in statements
        if statement.table is not None and statement.key.measure in RESULTS and statement.figure.readings
    )


def _audit(document: Document) -> Audit:
    return inspect(understand(document), ARITHMETIC)


def _changed(text: str, digit: int, step: int) -> str:
    """The text with its digit at that position, counted from the left, raised by the step."""
    places = [place for place, character in enumerate(text) if character.isdigit()]
    place = places[digit % len(places)]
    raised = (int(text[place]) + step) % 10
    return f"{text[:place]}{raised or 1}{text[place + 1 :]}"


def _at(found: list[Finding], text: str) -> list[Finding]:
    return [finding for finding in found if any(spot.text == text for spot in finding.spots)]


def test_nothing_is_wrong() -> None:
    serious = [finding for finding in everything(_audit(_report())) if finding.severity is not Severity.NOTE]

    assert [(finding.rule, finding.message) for finding in serious] == []


def test_much_was_looked_at() -> None:
    passed = {of_rule.rule: of_rule.passed for of_rule in _audit(_report()).coverage}

    assert passed["ACH001"] >= 20
    assert passed["ABS001"] >= 25
    assert passed["SUM001"] >= 10
    assert passed["TXT001"] >= 40


@settings(max_examples=25, deadline=None, derandomize=True)
@given(data=st.data())
def test_a_changed_digit_is_found_where_it_stands(data: st.DataObject) -> None:
    statement = data.draw(st.sampled_from(_changeable()))
    old = statement.figure.text.strip()
    new = _changed(old, data.draw(st.integers(0, 12)), data.draw(st.integers(1, 9)))
    if new == old:
        return

    audit = _audit(with_text(_report(), statement.figure.place, old, new=new))

    assert _at(everything(audit), new), (old, new, [finding.message for finding in audit.findings])
    assert len(audit.findings) <= MOST_ROOTS


@pytest.mark.parametrize("factor", ["0", "00", "000"])
def test_a_total_too_large_by_a_power_of_ten_is_named_so(factor: str) -> None:
    total = next(
        statement
        for statement in _changeable()
        if statement.key.measure is Measure.APPROPRIATION and statement.figure.text == "4.827.274.899"
    )
    digits = "4827274899" + factor
    new = f"{int(digits):,}".replace(",", ".")

    found = _at(everything(_audit(with_text(_report(), total.figure.place, "4.827.274.899", new=new))), new)

    assert any("bergeser" in finding.message or "berlebih" in finding.message for finding in found)
