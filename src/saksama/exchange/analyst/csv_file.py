"""A table as CSV (RFC 4180): UTF-8, comma, a point in decimals, nothing where nothing is stated."""

import csv
import io
from datetime import date
from decimal import Decimal

from saksama.exchange.analyst.table import Cell, Table
from saksama.kernel.record import PerformanceRecord


def write_csv(table: Table, record: PerformanceRecord) -> bytes:
    """The rows below the names of the columns."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([_text(cell) for cell in row] for row in table.rows(record))
    return file.getvalue().encode()


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case Decimal():
            return f"{cell:f}"
        case date():
            return cell.isoformat()
        case _:
            return str(cell)
