"""Whatever stands in a workbook, reading ends in a record or in problems with their place, never in a failure."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksama.documents.readers.spreadsheet import read_workbook
from saksama.documents.readers.spreadsheet_cells import CellRange, Sheet, SheetCell, Workbook
from saksama.documents.readers.spreadsheet_formats import ErrorValue
from saksama.exchange.problem import Severity, describe
from saksama.exchange.reading import read_record, read_sheets
from saksama.exchange.sample import SAMPLE
from saksama.exchange.workbook import write_workbook
from saksama.kernel.provenance import Place

_WORDS = (
    "", " ", "-", "n/a", "belum ada", "1.234", "(5)", "67,5%", "9.9.9.99", "Rp 5 miliar", "abc", "IK1", "S1", "T1",
    "Ya", "Program", "2020", "5-5-2020", "tidak berlaku karena", "²", "½", "∞", "१२३", "a" * 40_000, "{x}", "Jumlah",
)  # fmt: skip
_NUMBERS = ("0", "0.5", "-1", "100", "2020", "20200", "1E+300", "1E-300", "123456789012345678", "0.1234567")

values = st.one_of(
    st.sampled_from(_WORDS),
    st.sampled_from(_NUMBERS).map(Decimal),
    st.text(max_size=8),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12),
    st.booleans(),
    st.dates(date(1900, 1, 1)),
    st.just(datetime(2020, 1, 1, 5)),  # noqa: DTZ001
    st.sampled_from((ErrorValue("#N/A"), ErrorValue("", "rusak"))),
)
cells = st.one_of(
    st.builds(
        SheetCell, values, st.sampled_from(("", "A1")), st.sampled_from(("General", "0.00", "0%", "d-mmm", '0.0"%"'))
    ),
    st.builds(SheetCell, st.none(), st.just("A1")),
    st.none(),
)
positions = st.tuples(st.integers(1, 12), st.integers(1, 20))


@cache
def filled() -> Workbook:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "data.xlsx"
        path.write_bytes(write_workbook(SAMPLE, first_year=SAMPLE.plan.first_year, last_year=SAMPLE.plan.last_year))
        return read_workbook(path)


def changed(sheet: Sheet, changes: Mapping[tuple[int, int], SheetCell | None], merge: CellRange | None) -> Sheet:
    kept = {**sheet.cells, **changes}
    cells_left = {position: cell for position, cell in kept.items() if cell is not None}
    return replace(sheet, cells=cells_left, merges=(merge,) if merge else sheet.merges)


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(st.integers(1, 20), st.dictionaries(positions, cells, min_size=1, max_size=5), max_size=3),
    st.one_of(
        st.none(), st.builds(CellRange, st.integers(1, 7), st.integers(1, 8), st.integers(7, 9), st.integers(8, 12))
    ),
)
def test_any_value_in_any_cell_gives_a_record_or_problems(
    changes: dict[int, dict[tuple[int, int], SheetCell | None]], merge: CellRange | None
) -> None:
    sheets = tuple(
        changed(sheet, changes[number], merge) if number in changes else sheet
        for number, sheet in enumerate(filled().sheets)
    )

    reading = read_sheets(Workbook(sheets), Place(file="data.xlsx"))

    errors = [problem for problem in reading.problems if problem.severity is Severity.ERROR]
    assert (reading.record is None) == bool(errors)
    for problem in reading.problems:
        line = describe(problem)
        assert line.endswith(".")
        assert not re.search(r"\{[a-wyz_]+\}", line), "a placeholder that was not filled"
        assert problem.place.sheet or problem.place.file


@pytest.mark.parametrize("name", ["evaluasi-renja-bappedalitbang-deliserdang-2025", "lra-diskominfo-lampungselatan"])
def test_a_real_workbook_of_another_kind_is_one_clear_error(shared: Path, name: str) -> None:
    reading = read_record(shared / "corpus" / f"{name}.xlsx")

    assert reading.record is None
    assert len(reading.problems) == 1
    assert "saksama template" in reading.problems[0].remedy
