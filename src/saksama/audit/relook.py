"""Look again at a reading in which some figures are others: which failures are gone?"""

from collections.abc import Iterable
from dataclasses import replace

from saksama.audit.rule import Check, Outcome, Severity
from saksama.audit.spots import Cell, cell_of
from saksama.audit.writing import Look
from saksama.kernel.provenance import Place
from saksama.understanding.reading import Figured, Reading

Changes = dict[Cell, Figured]
"""Other figures for those that stand there."""


def gone(reading: Reading, changes: Changes, looks: dict[int, Look]) -> frozenset[int]:
    """The failed looks, by number, that their rules do not take again where the figures are changed."""
    changed = with_changes(reading, changes)
    rules = dict.fromkeys(look.rule for look in looks.values())
    left = {
        (rule.code, _place(check))
        for rule in rules
        for check in rule.check(changed)
        if check.outcome is Outcome.FAILED and (check.severity or rule.severity) is not Severity.NOTE
    }
    return frozenset(number for number, look in looks.items() if (look.rule.code, _place(look.check)) not in left)


def _place(check: Check) -> Place | None:
    """Where the look's accused figure or words stand."""
    return next((figured.place for figured in (check.stated, *check.figures) if figured), None)


def with_changes(reading: Reading, changes: Changes) -> Reading:
    """The reading with other figures; what it says in words is the same."""

    def other(figured: Figured) -> Figured:
        return changes.get(cell_of(figured), figured)

    def others(figures: Iterable[Figured | None]) -> tuple[Figured | None, ...]:
        return tuple(figured and other(figured) for figured in figures)

    return replace(
        reading,
        tables=tuple(replace(table, cells=tuple(others(line) for line in table.cells)) for table in reading.tables),
        sentences=tuple(
            replace(sentence, figures=tuple(other(figured) for figured in sentence.figures))
            for sentence in reading.sentences
        ),
        statements=tuple(replace(statement, figure=other(statement.figure)) for statement in reading.statements),
        by_key={},
    )
