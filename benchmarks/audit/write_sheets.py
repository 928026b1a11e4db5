"""A report's tables as a workbook: a sheet each, the caption above, merged headers, figures as text."""

import io

import xlsxwriter

from benchmarks.audit.spanned import Placed, placed
from saksama.documents.document import Document, Table, blocks


def write_sheets(document: Document) -> bytes:
    """The workbook."""
    output = io.BytesIO()
    workbook = xlsxwriter.Workbook(output, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    tables = [block for block in blocks(document) if isinstance(block, Table) and block.number]
    for number, table in enumerate(tables, 1):
        sheet = workbook.add_worksheet(f"T{number}")
        sheet.write_string(0, 0, f"{table.number}. {table.caption}")
        for item in placed((*table.header, *table.rows)):
            _write(sheet, item)
    workbook.close()
    return output.getvalue()


def _write(sheet: "xlsxwriter.worksheet.Worksheet", item: Placed) -> None:
    row, column, text = item.row + 2, item.column, item.text
    below, right = item.cell.rowspan - 1, item.cell.colspan - 1
    if below or right:
        sheet.merge_range(row, column, row + below, column + right, text)
    elif text:
        sheet.write_string(row, column, text)
