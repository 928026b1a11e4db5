"""Parquet has the same rows as the CSV, with exact decimals and documented columns."""

import io
from dataclasses import replace
from decimal import Decimal

import pyarrow
import pytest
from pyarrow import parquet

from saksama.exchange.analyst.catalogue import TABLES
from saksama.exchange.analyst.indicators import ACTUALS
from saksama.exchange.analyst.parquet_file import TooManyDigitsError, write_parquet
from saksama.exchange.analyst.results import RESULTS
from saksama.exchange.analyst.table import Kind, Table
from saksama.exchange.sample import SAMPLE
from saksama.kernel.indicator import Actual, PerformanceIndicator
from saksama.kernel.plan import Goal
from saksama.kernel.record import PerformanceRecord
from tests.exchange.analyst.small_record import SMALL
from tests.exchange.wide_record import wide_record


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_cell_comes_back(table: Table) -> None:
    for record in (SMALL, SAMPLE, wide_record(own_scale=True)):
        read = parquet.read_table(io.BytesIO(write_parquet(table, record)))

        rows = [tuple(row.values()) for row in read.to_pylist()]
        assert rows == [tuple(None if cell == "" else cell for cell in row) for row in table.rows(record)]
        assert read.column_names == [column.name for column in table.columns]


def test_decimals_are_decimal128_and_columns_say_what_they_mean() -> None:
    schema = parquet.read_table(io.BytesIO(write_parquet(RESULTS, SMALL))).schema

    assert schema.field("value").type == pyarrow.decimal128(38, 10)
    assert schema.field("value").metadata[b"unit"] == b"percent"
    assert all(schema.field(column.name).metadata[b"description"] for column in RESULTS.columns)
    decimals = {schema.field(column.name).type.id for column in RESULTS.columns if column.kind is Kind.DECIMAL}
    assert decimals == {pyarrow.decimal128(38).id}


def _with_actual(value: Decimal) -> PerformanceRecord:
    indicator = PerformanceIndicator("IK", "Nilai", "Rupiah", "ratio", actuals=(Actual(2025, value),))
    return replace(
        SMALL, plan=replace(SMALL.plan, goals=(Goal("T", "Tujuan", indicators=(indicator,)),)), agreements=()
    )


@pytest.mark.parametrize(("value", "scale"), [("9" * 38, 0), ("1E+3", 0), ("0." + "1" * 37, 37), ("-0.50", 2)])
def test_long_numbers_are_kept_whole(value: str, scale: int) -> None:
    column = parquet.read_table(io.BytesIO(write_parquet(ACTUALS, _with_actual(Decimal(value))))).column("value")

    assert column.type == pyarrow.decimal128(38, scale)
    assert column.to_pylist() == [Decimal(value)]


def test_a_number_that_is_too_long_is_refused_and_never_rounded() -> None:
    with pytest.raises(TooManyDigitsError, match=r"actuals\.value"):
        write_parquet(ACTUALS, _with_actual(Decimal("9" * 38 + ".1")))
