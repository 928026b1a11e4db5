"""A report as plain text with tabs between the columns, as text is copied out of Word: spans leave empty columns."""

from benchmarks.audit.spanned import grid
from saksama.documents.document import Document, Heading, ItemList, Paragraph, Table, blocks, plain


def write_tabs(document: Document) -> bytes:
    """The text file."""
    lines: list[str] = []
    for block in blocks(document):
        match block:
            case Heading():
                lines += [f"{block.number} {block.text}".strip(), ""]
            case Paragraph():
                lines += [plain(block.content), ""]
            case ItemList():
                lines += [f"- {plain(item)}" for item in block.items] + [""]
            case Table():
                lines += [f"{block.number}", block.caption, "", *_rows(block), ""]
            case _:
                pass
    return "\n".join(lines).encode()


def _rows(table: Table) -> list[str]:
    rows = (*table.header, *table.rows)
    lines = []
    for number, line in enumerate(grid(rows, len(table.columns))):
        # A cell is printed where it begins; what it covers stays empty.
        texts = [item.text if item and (item.row, item.column) == (number, c) else "" for c, item in enumerate(line)]
        lines.append("\t".join(" ".join(text.split()) for text in texts))
    return lines
