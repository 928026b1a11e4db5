"""A paragraph whose end was reached: its runs with their places, its number, what kind of line it is."""

from saksama.documents.document import Content, Text
from saksama.documents.readers.word.flow import Container, Line, OpenParagraph
from saksama.documents.readers.word.numbering import Mark, Numbering
from saksama.kernel.provenance import Place


def close_paragraph(paragraph: OpenParagraph, container: Container, file: str, numbering: Numbering) -> None:
    """Add the paragraph to what holds it, followed by what floats in it."""
    content = (*paragraph.carried, *_runs(paragraph, container, file))
    if paragraph.is_removed:
        container.carried = content
        container.items += paragraph.after
        return
    text = "".join(run.text for run in content if isinstance(run, Text))
    mark = _mark(paragraph, numbering)
    if text.strip() or (mark is not None and container.cell is not None):
        style = paragraph.style
        level = style.level if paragraph.level is None else paragraph.level
        written = [run for run in content if isinstance(run, Text) and run.text.strip()]
        container.items.append(
            Line(
                content,
                text,
                _place(paragraph, container, file, None),
                style,
                mark,
                level=level or 0,
                is_bold=bool(written) and all(run.bold for run in written),
                is_centered=bool(style.centered if paragraph.centered is None else paragraph.centered),
                is_counted=paragraph.is_counted,
                is_contents=paragraph.is_contents or style.is_contents,
            )
        )
    container.items += paragraph.after


def _runs(paragraph: OpenParagraph, container: Container, file: str) -> Content:
    found: list[Text] = []
    start = 0
    pieces: list[str] = []
    looks: tuple[bool, bool] | None = None
    begun = 0
    for text, bold, italic in paragraph.pieces:
        if looks is not None and (bold, italic) != looks:
            found.append(Text("".join(pieces), *looks, place=_place(paragraph, container, file, begun)))
            pieces, begun = [], start
        looks = (bold, italic)
        pieces.append(text)
        start += len(text)
    if looks is not None:
        found.append(Text("".join(pieces), *looks, place=_place(paragraph, container, file, begun)))
    return tuple(found)


def _place(paragraph: OpenParagraph, container: Container, file: str, start: int | None) -> Place:
    cell = container.cell
    if cell is None:
        return Place(file=file, path=paragraph.path, start=start)
    return Place(file=file, table=cell.table, row=cell.row, column=cell.column, path=paragraph.path, start=start)


def _mark(paragraph: OpenParagraph, numbering: Numbering) -> Mark | None:
    """The automatic number. Word counts and prints it in an empty paragraph too: a column "No" often has no other."""
    style = paragraph.style
    list_id = style.list_id if paragraph.list_id is None else paragraph.list_id
    if not list_id or list_id == "0":
        return None
    own = paragraph.list_level if paragraph.list_level is not None else style.list_level
    return numbering.mark(list_id, own, style.identifier)
