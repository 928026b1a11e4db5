"""A table as Parquet: decimals as decimal128, never as float; what is not stated is null. Needs pyarrow."""

from decimal import Decimal
from typing import Any

import pyarrow
from pyarrow import parquet

from saksama.exchange.analyst.table import Cell, Column, Kind, Table
from saksama.kernel.record import PerformanceRecord

_DIGITS = 38
"""What decimal128 holds."""


class TooManyDigitsError(ValueError):
    """A column whose numbers do not fit into decimal128 together; says which."""


def write_parquet(table: Table, record: PerformanceRecord) -> bytes:
    """The rows, with the meaning and unit of each column as its metadata. Raises `TooManyDigitsError`."""
    rows = list(table.rows(record))
    columns = [[row[place] for row in rows] for place in range(len(table.columns))]
    fields = [_field(column, cells, table) for column, cells in zip(table.columns, columns, strict=True)]
    arrays = [
        pyarrow.array([None if cell == "" else cell for cell in cells], field.type)
        for field, cells in zip(fields, columns, strict=True)
    ]
    schema = pyarrow.schema(fields, metadata={"description": table.meaning})
    sink = pyarrow.BufferOutputStream()
    parquet.write_table(pyarrow.Table.from_arrays(arrays, schema=schema), sink)
    return bytes(sink.getvalue())


def _field(column: Column, cells: list[Cell], table: Table) -> Any:
    said = {"description": column.meaning} | ({"unit": column.unit} if column.unit else {})
    return pyarrow.field(column.name, _type(column, cells, table), metadata=said)


def _type(column: Column, cells: list[Cell], table: Table) -> Any:
    match column.kind:
        case Kind.TEXT:
            return pyarrow.string()
        case Kind.INTEGER:
            return pyarrow.int64()
        case Kind.FLAG:
            return pyarrow.bool_()
        case Kind.DAY:
            return pyarrow.date32()
        case Kind.DECIMAL:
            return _decimal(column, cells, table)


def _decimal(column: Column, cells: list[Cell], table: Table) -> Any:
    """As many decimals as the column's longest; all its numbers share them."""
    numbers = [cell.as_tuple() for cell in cells if isinstance(cell, Decimal)]
    decimals = max((-one.exponent for one in numbers if isinstance(one.exponent, int)), default=0)
    scale = max(decimals, 0)
    whole = max((len(one.digits) + one.exponent for one in numbers if isinstance(one.exponent, int)), default=0)
    if whole + scale > _DIGITS:
        raise TooManyDigitsError(f"{table.name}.{column.name}")
    return pyarrow.decimal128(_DIGITS, scale)
