"""Our own report, read back: every figure of its tables becomes the statement that was printed."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest

from saksama.compose.performance_report import compose
from saksama.documents.document import Document, Heading, Landscape, Table, blocks
from saksama.exchange.sample import SAMPLE
from saksama.kernel.record import Arrangement
from saksama.understanding.grid import grid
from saksama.understanding.names import canonical
from saksama.understanding.reading import Measure, SubjectKind
from saksama.understanding.table_statements import table_statements, unstated_figures
from saksama.understanding.tables import understand_tables

YEAR = "2020"
M = Measure
Fact = tuple[str, str, str, str, str]
"""Subject, measure, period, aspect, printed figure."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a column of a composed table prints: of the subject in another column, what, when."""

    subject: int
    measure: Measure
    period: str = YEAR
    aspect: str = ""


AT_HAND: dict[str, dict[int, Printed]] = {
    "tabel-pk-program": {2: Printed(1, M.APPROPRIATION)},
    "tabel-pk": {4: Printed(2, M.TARGET)},
    "tabel-ringkasan": {
        2: Printed(1, M.COUNT, aspect="indikator terukur"),
        3: Printed(1, M.AVERAGE_ACHIEVEMENT),
        4: Printed(1, M.AVERAGE_ACHIEVEMENT, aspect="dibatasi"),
        6: Printed(1, M.ABSORPTION),
    },
    "tabel-tujuan": {3: Printed(1, M.TARGET), 4: Printed(1, M.ACTUAL), 5: Printed(1, M.ACHIEVEMENT)},
    "tabel-capaian": {3: Printed(1, M.TARGET), 4: Printed(1, M.ACTUAL), 5: Printed(1, M.ACHIEVEMENT)},
    "tabel-tahun": {
        2: Printed(0, M.BASELINE, "2018"),
        3: Printed(0, M.ACTUAL, "2019"),
        4: Printed(0, M.ACTUAL),
        5: Printed(0, M.ACHIEVEMENT, "2019"),
        6: Printed(0, M.ACHIEVEMENT),
        7: Printed(0, M.CHANGE, aspect="actual"),
    },
    "tabel-akhir": {
        2: Printed(0, M.END_TARGET, "2023"),
        3: Printed(0, M.ACTUAL, "sd2020"),
        4: Printed(0, M.PROGRESS),
        5: Printed(0, M.VARIANCE, aspect="target akhir"),
    },
    "tabel-efisiensi": {
        1: Printed(0, M.ACHIEVEMENT),
        2: Printed(0, M.APPROPRIATION),
        3: Printed(0, M.EXPENDITURE),
        4: Printed(0, M.ABSORPTION),
        5: Printed(0, M.EFFICIENCY),
    },
    "tabel-program": {
        2: Printed(1, M.TARGET),
        3: Printed(1, M.ACTUAL),
        4: Printed(1, M.ACHIEVEMENT),
        5: Printed(0, M.EXPENDITURE),
        6: Printed(0, M.ABSORPTION),
    },
    "tabel-anggaran": {
        2: Printed(1, M.APPROPRIATION),
        3: Printed(1, M.EXPENDITURE),
        4: Printed(1, M.REMAINDER),
        5: Printed(1, M.ABSORPTION),
    },
    "tabel-pengukuran": {
        3: Printed(1, M.TARGET),
        4: Printed(1, M.ACTUAL),
        5: Printed(1, M.ACHIEVEMENT),
        6: Printed(1, M.APPROPRIATION),
        7: Printed(1, M.EXPENDITURE),
        8: Printed(1, M.ABSORPTION),
    },
    "tabel-rencana": {
        **{3 + place: Printed(1, M.TARGET, str(2020 + place)) for place in range(4)},
        7: Printed(1, M.END_TARGET, "2023"),
    },
}


def printed_facts(document: Document) -> set[Fact]:
    """What the composer printed in its tables, by its own labels and columns."""
    found: set[Fact] = set()
    objective = ""
    for block in blocks(document):
        if isinstance(block, Heading) and (named := re.match(r"Sasaran \d+: (.*)", block.text)):
            objective = named[1]
        if isinstance(block, Table):
            columns = next((each for label, each in AT_HAND.items() if block.label.startswith(label)), {})
            found |= set(_facts(block, columns, objective))
    return found


def _facts(block: Table, columns: dict[int, Printed], objective: str) -> Iterator[Fact]:
    cells = grid(block)
    for line in cells.lines[cells.header :]:
        for place, printed in columns.items():
            text = line[place].text
            if line[place].is_repeat or not re.search(r"\d", text):
                continue
            subject, measure, aspect = line[printed.subject].text, printed.measure, printed.aspect
            if subject in {"Jumlah", "Seluruh sasaran"}:
                subject = ""
            if subject.startswith("Rata-rata"):
                aspect = "dibatasi" if "dibatasi" in subject else ""
                subject, measure = objective, M.AVERAGE_ACHIEVEMENT
            yield _plain(subject), measure.value, printed.period, aspect, text


def _plain(subject: str) -> str:
    return canonical(subject).removeprefix("program ")


def read_facts(document: Document) -> set[Fact]:
    """What was understood of the tables."""
    tables = understand_tables(document, year=int(YEAR))
    return {
        (
            each.key.subject.removeprefix("program "),
            each.key.measure.value,
            each.key.period,
            each.key.aspect,
            each.figure.text,
        )
        for each in table_statements(tables, matched=_named)
        if each.key.measure is not M.RATING
    }


def _named(kind: SubjectKind, text: str) -> str:
    return canonical(text, kind)


REPORTS: dict[str, Callable[[], Document]] = {
    "per analysis": lambda: compose(SAMPLE, 2020, arrangement=Arrangement.PER_ANALYSIS),
    "per objective": lambda: compose(SAMPLE, 2020, arrangement=Arrangement.PER_OBJECTIVE),
}


@pytest.mark.parametrize("arrangement", REPORTS)
def test_every_figure_of_our_tables_comes_back_as_what_was_printed(arrangement: str) -> None:
    document = REPORTS[arrangement]()

    assert read_facts(document) == printed_facts(document)


def test_no_figure_of_our_tables_is_left_over() -> None:
    tables = understand_tables(compose(SAMPLE, 2020), year=2020)

    assert unstated_figures(tables, table_statements(tables, matched=_named)) == ()


def test_the_declared_headers_are_not_needed() -> None:
    document = compose(SAMPLE, 2020)
    undeclared = replace(
        document, parts=tuple(replace(part, blocks=_without_headers(part.blocks)) for part in document.parts)
    )

    assert read_facts(undeclared) == printed_facts(document)


def _without_headers(found: tuple[object, ...]) -> tuple:  # type: ignore[type-arg]
    made: list[object] = []
    for block in found:
        match block:
            case Table():
                made.append(replace(block, header=(), rows=(*block.header, *block.rows), label=""))
            case Landscape():
                made.append(replace(block, blocks=_without_headers(block.blocks)))
            case _:
                made.append(block)
    return tuple(made)


def test_understanding_twice_gives_the_same() -> None:
    document = compose(SAMPLE, 2020)

    assert understand_tables(document, year=2020) == understand_tables(document, year=2020)
