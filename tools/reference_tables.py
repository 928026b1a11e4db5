"""Write the reference of the tables for analysts from their columns.

`python -m tools.reference_tables` writes docs/reference/tables.md; a test says when it is out of date.
"""

import sys
from pathlib import Path

from saksama.exchange.analyst.catalogue import TABLES
from saksama.exchange.analyst.table import Column, Table
from saksama.kernel.quantity import Reason, Uncomputable
from saksama.language.explanations import reason_text
from saksama.language.messages import speaking

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "tables.md"
_BEGINNING = """# Tables for analysts

<!-- Generated from the columns by `make docs`; do not edit. -->

`saksama export data.xlsx -o folder --format csv` (or `parquet`) writes these tables. They name things by the ids of the
workbook, so that they can be joined.

- **CSV** is UTF-8 with commas, and a point in decimals. To open it in Excel, use *Data > From Text/CSV* (*Data > Dari
  Teks/CSV*) with 65001: Unicode (UTF-8; there is no BOM), comma, and *Transform Data* to make text of ids, codes and
  columns that end in `_exact`, and to set the locale of decimals to English. A double click reads it by the computer's
  own settings: with Indonesian ones LibreOffice makes 96875 of 96.875 and a day of the fraction 13/2. A text that
  begins with `=` is then text and is not computed.
- **Parquet** has decimals as decimal128 with the most decimals of their column, never as floating point numbers; each
  column has its meaning and unit as metadata. It needs `pip install --require-hashes -r requirements/parquet.txt`.
- What is not stated is empty (CSV) or null (Parquet), never 0.
- Percentages that do not end have ten decimals; a column beside them has the exact fraction.
"""


def tables_page() -> str:
    """Every table with its columns, and the words of the columns `reason`."""
    lines = [_BEGINNING.rstrip("\n")]
    for table in TABLES:
        lines += ["", *_table(table)]
    lines += ["", "## Reasons", "", "| `reason` | meaning |", "| --- | --- |"]
    with speaking("en"):
        lines += [f"| `{reason.value}` | {reason_text(Uncomputable(reason))} |" for reason in Reason]
    return "\n".join(lines) + "\n"


def _table(table: Table) -> list[str]:
    rows = [_row(column) for column in table.columns]
    return [
        f"## {table.name}",
        "",
        table.meaning,
        "",
        "| column | holds | unit | meaning |",
        "| --- | --- | --- | --- |",
        *rows,
    ]


def _row(column: Column) -> str:
    return f"| `{column.name}` | {column.kind.value} | {column.unit or '–'} | {column.meaning} |"


def main() -> int:
    """Write the page."""
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(tables_page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
