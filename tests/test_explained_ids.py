"""Whatever a document or a table calls a figure, `saksama explain` knows it by that id."""

from collections.abc import Iterator

import pytest

from saksama.compose.figures import figure_named
from saksama.compose.kinds import KINDS, make
from saksama.compose.request import Request
from saksama.compose.stated_figures import stated_figure
from saksama.documents.document import Text, blocks, inlines
from saksama.exchange.analyst.catalogue import TABLES
from saksama.exchange.sample import SAMPLE
from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.kernel.period import Cycle, periods_of
from saksama.kernel.record import PerformanceRecord


def _of_documents(record: PerformanceRecord, year: int) -> Iterator[str]:
    for kind in KINDS:
        periods = periods_of(year, Cycle.QUARTER) if kind.takes_period else (None,)
        for period in periods:
            document = make(kind, Request(record, year, period))
            yield from (item.id for item in document.explanations)
            for block in blocks(document):
                yield from (one.explanation for one in inlines(block) if isinstance(one, Text) and one.explanation)


def _of_tables(record: PerformanceRecord) -> Iterator[str]:
    for table in TABLES:
        names = [column.name for column in table.columns]
        if names[0] == "id":
            value = next(names.index(name) for name in ("low", "value", "appropriation") if name in names)
            yield from (str(row[0]) for row in table.rows(record) if row[value] is not None)


def _some_of_each(every: Iterator[str]) -> list[str]:
    """Of every kind of id the first and the last: explaining all of them would take a minute."""
    kinds: dict[str, list[str]] = {}
    for name in dict.fromkeys(every):
        kinds.setdefault(name.partition("/")[0], []).append(name)
    return sorted({name for names in kinds.values() for name in (names[0], names[-1])})


@pytest.mark.parametrize(("record", "year", "least"), [(SAMPLE, 2020, 20), (SAMPLE_2025, 2025, 40)])
def test_every_id_of_every_document_and_table_is_explained(record: PerformanceRecord, year: int, least: int) -> None:
    every = [*_some_of_each(_of_documents(record, year)), *_some_of_each(_of_tables(record))]

    assert len(every) > least
    assert [name for name in every if not (figure_named(record, name) or stated_figure(record, name))] == []
