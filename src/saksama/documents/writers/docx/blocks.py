"""Blocks as paragraphs, tables and pictures of Word."""

from saksama.documents.document import (
    Block,
    Content,
    Contents,
    Cover,
    Figure,
    Heading,
    HeadingNumbering,
    ItemList,
    KeyFigures,
    Landscape,
    Letterhead,
    ListKind,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Particulars,
    Signatures,
    Table,
    Text,
    Title,
)
from saksama.documents.pictures import Chart, Image, Tree
from saksama.documents.writers.docx.assembly import MAIN_PART, Assembly
from saksama.documents.writers.docx.charts import chart_parts
from saksama.documents.writers.docx.contents import contents
from saksama.documents.writers.docx.cover import cover
from saksama.documents.writers.docx.drawings import chart_graphic, drawn, inline, picture_graphic
from saksama.documents.writers.docx.grids import key_figures, signatures
from saksama.documents.writers.docx.head import document_title, letterhead, particulars
from saksama.documents.writers.docx.inline import TAB, bookmarked, field, paragraph, run, runs
from saksama.documents.writers.docx.numbering import list_number
from saksama.documents.writers.docx.styles import ATTACHMENTS, BULLETS
from saksama.documents.writers.docx.tables import below, kept_with_next, notes, table
from saksama.documents.writers.docx.trees import tree_graphic
from saksama.documents.writers.svg_text import measure

_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHAPES = "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml"
_STYLES = {
    ParagraphStyle.BODY: "BodyText",
    ParagraphStyle.LEAD: "Lead",
    ParagraphStyle.NOTE: "Note",
    ParagraphStyle.CENTERED: "Centered",
}
_UNNUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
_HEADING_SIZES = {2: 15.0, 3: 12.5, 4: 11.0}  # points, as in the styles
_PIXEL = 0.75  # points, at 96 pixels an inch
_TALLEST = 560.0
_TALLEST_ALONE = 620.0


def body(block: Block, state: Assembly, width: int, *, leads: bool = False) -> str:
    """The XML of a block in a column `width` twentieths of a point wide.

    What `leads` to the next block stays with it: a paragraph with a table, a list or a signature, the end of a table
    with a signature.
    """
    match block:
        case Heading():
            return _heading(block, state)
        case Paragraph():
            keep = "<w:keepNext/>" if leads else ""
            return paragraph(_STYLES[block.style], runs(block.content, state.anchors), keep)
        case ItemList():
            return _item_list(block, state)
        case Table():
            title = _caption(block, "Tabel", state) if block.caption else ""
            made = f"{table(block, state.anchors, width)}{below(block, state.anchors)}"
            return f"{title}{_kept_to_the_end(made) if leads else made}"
        case Figure():
            return _figure(block, state, width)
        case KeyFigures():
            return key_figures(block, state.anchors, width)
        case Signatures():
            return signatures(block, state.anchors, width)
        case Cover():
            return cover(block, _image(block.logo, state, tallest=100.0) if block.logo else "", width)
        case Letterhead():
            return letterhead(block, _image(block.logo, state, tallest=60.0) if block.logo else "", width)
        case Title():
            return document_title(block)
        case Particulars():
            return particulars(block, state.anchors)
        case Contents():
            return contents(block, state.anchors)
        case PageBreak():
            return paragraph("Break", '<w:r><w:br w:type="page"/></w:r>')
        case Landscape():
            # A section cannot stand inside another: the pages are landscape already.
            return "".join(body(inner, state, width) for inner in block.blocks)


def _kept_to_the_end(table: str) -> str:
    """A table whose last two rows stay with what follows it."""
    last = table.rfind("<w:tr>")
    start = max(table.rfind("<w:tr>", 0, last), 0)
    return table[:start] + kept_with_next(table[start:])


def _heading(block: Heading, state: Assembly) -> str:
    typed = state.next_heading_is_typed()
    numbers, number = "", ""
    if typed or not block.number:
        numbers = _UNNUMBERED
        number = run(block.number) if typed else ""
        if typed and block.level > 1:
            numbers += _hanging(block)
    elif block.numbering is HeadingNumbering.ATTACHMENT and block.level == 1:
        numbers = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{ATTACHMENTS}"/></w:numPr>'
    anchor = state.anchors.get(block.label)
    between = run(" ") if block.level == 1 else TAB
    content = (
        f"{bookmarked(anchor, number)}{between}{run(block.text)}" if typed else bookmarked(anchor, run(block.text))
    )
    return paragraph(f"Heading{min(max(block.level, 1), 4)}", content, numbers)


def _hanging(block: Heading) -> str:
    """Room for a typed number: what follows it, on further lines too, stands as that of Word's own numbers does."""
    size = _HEADING_SIZES[min(block.level, 4)]
    room = max(567, int(measure(block.number, size, bold=True) * 20) + 200)
    return f'<w:tabs><w:tab w:val="left" w:pos="{room}"/></w:tabs><w:ind w:left="{room}" w:hanging="{room}"/>'


def _item_list(block: ItemList, state: Assembly) -> str:
    number, style = BULLETS, "ListBullet"
    if block.kind is not ListKind.BULLETS:
        number, style = list_number(len(state.lists)), "ListNumber"
        state.lists.append(block.kind is ListKind.LETTERS)
    properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    last = len(block.items) - 1
    return "".join(
        paragraph(
            style,
            runs(item, state.anchors),
            properties + ('<w:spacing w:after="140"/>' if index == last else ""),
        )
        for index, item in enumerate(block.items)
    )


def _caption(block: Table | Figure, sequence: str, state: Assembly, properties: str = "") -> str:
    """A caption whose last number is a SEQ field, so that Word goes on counting when a person adds a table."""
    look = '<w:rStyle w:val="CaptionNumber"/>'
    name, dot, count = block.number.rpartition(".")
    if not dot:
        name, _, count = block.number.rpartition(" ")
        dot = " "
    # The count begins anew where it is 1: at each chapter or attachment.
    switch = " \\r 1" if count == "1" else ""
    counted = field(f"SEQ {sequence} \\* ARABIC{switch}", count, look)
    number = bookmarked(state.anchors.get(block.label), f"{run(name + dot, look)}{counted}")
    return paragraph("Caption", f"{number}{TAB}{run(block.caption)}", properties)


def _figure(block: Figure, state: Assembly, width: int) -> str:
    points = width / 20
    small = [block.source] if block.source else []
    match block.picture:
        case Chart():
            drawing = _chart(block.picture, state, min(points, 640.0), block.caption)
            small += _missing(block.picture)
        case Image():
            drawing = _image(block.picture, state, widest=points, tallest=_TALLEST if block.caption else _TALLEST_ALONE)
        case Tree():
            graphic, wide, high = tree_graphic(block.picture.root, points)
            number = state.next_picture()
            picture = inline(
                number,
                f"Bagan {number}",
                block.picture.description,
                width=wide,
                height=high,
                graphic=graphic,
                frame=False,
            )
            drawing = drawn(picture, "wpg")
    keep = "" if small else '<w:keepNext w:val="0"/>'
    if not block.caption:
        return paragraph("Figure", drawing, keep) + notes(tuple(small), state.anchors)
    return (
        paragraph("Figure", drawing)
        + _caption(
            block, "Gambar", state, keep + '<w:spacing w:before="80" w:after="' + ("60" if small else "260") + '"/>'
        )
        + notes(tuple(small), state.anchors)
    )


def _missing(chart: Chart) -> list[Content]:
    """What the labels say of values that are not there: a chart of Word has no label without a value."""
    return [
        (Text(f"{name} – {series.name}: {label}"),)
        for series in chart.series
        for name, value, label in zip(chart.categories, series.values, series.labels, strict=False)
        if value is None and label.strip()
    ]


def _chart(chart: Chart, state: Assembly, width: float, title: str) -> str:
    parts = chart_parts(chart, width)
    state.charts += 1
    count = state.charts
    name = f"word/charts/chart{count}.xml"
    state.package.add(name, parts.chart, _CHART)
    state.package.add(f"word/embeddings/Microsoft_Excel_Sheet{count}.xlsx", parts.workbook)
    state.package.relate(name, "package", f"../embeddings/Microsoft_Excel_Sheet{count}.xlsx")
    if parts.shapes:
        state.package.add(f"word/drawings/drawing{count}.xml", parts.shapes, _SHAPES)
        state.package.relate(name, "chartUserShapes", f"../drawings/drawing{count}.xml")
    relation = state.package.relate(MAIN_PART, "chart", f"charts/chart{count}.xml")
    number = state.next_picture()
    return drawn(
        inline(
            number,
            f"Grafik {number}",
            chart.description or title,
            width=width,
            height=parts.height,
            graphic=chart_graphic(relation),
            frame=True,
        )
    )


def _image(image: Image, state: Assembly, widest: float = 450.0, tallest: float = _TALLEST) -> str:
    relation = state.images.get(image.content)
    if relation is None:
        name = f"media/image{len(state.images) + 1}.{'png' if image.media_type == 'image/png' else 'jpeg'}"
        state.package.add(f"word/{name}", image.content)
        relation = state.images[image.content] = state.package.relate(MAIN_PART, "image", name)
    wide, high = max(image.width, 1) * _PIXEL, max(image.height, 1) * _PIXEL
    scale = min(1.0, widest / wide, tallest / high)
    number = state.next_picture()
    name = f"Gambar {number}"
    graphic = picture_graphic(relation, number, name, width=wide * scale, height=high * scale)
    return drawn(
        inline(number, name, image.description, width=wide * scale, height=high * scale, graphic=graphic, frame=True)
    )
