"""A report as a web page as an office program saves it: rowspan and colspan, paragraphs in cells, no thead."""

from html import escape

from saksama.documents.document import Document, Heading, ItemList, Paragraph, Row, Table, blocks, plain


def write_spans(document: Document) -> bytes:
    """The web page."""
    lines = ["<html><head><meta http-equiv='Content-Type' content='text/html; charset=utf-8'>"]
    lines.append(f"<title>{escape(document.title)}</title></head><body lang=IN>")
    for block in blocks(document):
        match block:
            case Heading():
                lines.append(f"<h{block.level}>{escape(f'{block.number} {block.text}'.strip())}</h{block.level}>")
            case Paragraph():
                lines.append(f"<p class=MsoNormal>{escape(plain(block.content))}</p>")
            case ItemList():
                lines.append("<ul>" + "".join(f"<li>{escape(plain(item))}" for item in block.items) + "</ul>")
            case Table():
                lines.append(f"<p align=center><b>{escape(block.number)}<br>{escape(block.caption)}</b></p>")
                rows = "".join(map(_row, (*block.header, *block.rows)))
                lines.append(f"<table border=1 cellspacing=0>{rows}</table><p>&nbsp;</p>")
            case _:
                pass
    return "\n".join([*lines, "</body></html>"]).encode()


def _row(row: Row) -> str:
    cells = []
    for cell in row.cells:
        extent = (f" rowspan={cell.rowspan}" if cell.rowspan > 1 else "") + (
            f" colspan={cell.colspan}" if cell.colspan > 1 else ""
        )
        cells.append(f"<td{extent}><p class=MsoNormal>{escape(plain(cell.content)) or '&nbsp;'}</p></td>")
    return f"<tr>{''.join(cells)}</tr>\n"
