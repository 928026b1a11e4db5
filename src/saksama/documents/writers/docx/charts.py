"""Charts that Word draws and a person can edit: the chart part, its workbook, and the labels as printed."""

from dataclasses import dataclass
from decimal import Decimal

from saksama.documents.pictures import Chart, ChartKind, ReferenceLine
from saksama.documents.writers.docx.chart_xml import (
    INK,
    NO_LINE,
    SIZE,
    bar_series,
    category_axis,
    layout,
    line_series,
    reference_series,
    stroke,
    text_look,
    text_properties,
    value_axis,
)
from saksama.documents.writers.docx.package import XML
from saksama.documents.writers.docx.workbook import workbook
from saksama.documents.writers.printable import escaped
from saksama.documents.writers.svg_axis import Axis, axis, to_ticks
from saksama.documents.writers.svg_series import Drawn, drawn, is_money
from saksama.documents.writers.svg_text import measure, wrap

_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_BAR, _PITCH, _LINE = 13.0, 15.0, 11.5
_TALLEST = 600.0


@dataclass(frozen=True, slots=True)
class ChartParts:
    """The XML of a chart, its workbook, its height in points, and the shapes that are laid over it."""

    chart: str
    workbook: bytes
    height: float
    shapes: str = ""


def chart_parts(chart: Chart, width: float) -> ChartParts:
    """The parts of a chart `width` points wide; its relationships are rId1 (workbook) and rId2 (shapes)."""
    series = drawn(chart)
    values = [value for item in series for value in item.values if value is not None]
    reference = chart.reference.value if chart.reference else None
    scale = axis(values, reference, whole=True)
    if chart.kind is ChartKind.BARS:
        return _bars(chart, series, scale, width)
    return _lines(chart, series, to_ticks(scale), is_money(series))


def _bars(chart: Chart, series: tuple[Drawn, ...], scale: Axis, width: float) -> ChartParts:
    names = [" ".join(name.split()) for name in chart.categories]
    left = min(max((measure(name, SIZE) for name in names), default=0) + 2, width * 0.36) + 10
    lines = max((len(wrap(name, left - 12, SIZE, lines=12)) for name in names), default=1)
    pitch = max(_PITCH * len(series), _LINE * lines) + 9
    top = (20.0 if len(series) > 1 else 4.0) + (16.0 if chart.reference else 0.0)
    height = min(top + pitch * max(len(names), 1) + 34, _TALLEST)
    pitch = (height - top - 34) / max(len(names), 1)
    room = min([width - left - 12, *(_reach(item, scale, width - left) for item in series)])
    plot = (left / width, top / height, max(room, width * 0.2) / width, (height - top - 34) / height)
    gap = min(max(round((pitch / _BAR - len(series)) * 100), 15), 500)
    drawn_bars = "".join(bar_series(index, item, chart) for index, item in enumerate(series))
    plotted = (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{drawn_bars}<c:gapWidth val="{gap}"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        + category_axis("l", "maxMin", "low")
        + value_axis(chart.unit, scale, "b", "max")
    )
    shapes = _reference_shape(chart.reference, scale, plot, height) if chart.reference else ""
    xml = _chart_space(plotted, plot, legend=len(series) > 1, left=plot[0], shapes=bool(shapes))
    return ChartParts(xml, workbook(_rows(chart, series)), height, shapes)


def _reach(item: Drawn, scale: Axis, room: float) -> float:
    """How wide the plot may be for the labels at the ends of the bars to stay inside the picture."""
    widths = [
        (room - 14 - measure(text, SIZE, bold=True)) / max(scale.position(value), 0.05)
        for value, text in zip(item.values, item.labels, strict=True)
        if value is not None
    ]
    return min(widths, default=room)


def _lines(chart: Chart, series: tuple[Drawn, ...], scale: Axis, money: bool) -> ChartParts:
    positions = _positions(series)
    plotted = "".join(line_series(index, item, chart, positions[index]) for index, item in enumerate(series))
    if chart.reference:
        plotted += reference_series(len(series), chart, chart.reference)
    plotted = (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{plotted}<c:marker val="1"/>'
        '<c:axId val="1"/><c:axId val="2"/></c:lineChart>'
        + category_axis("b", "minMax", "low")
        + value_axis(chart.unit, scale, "l", "min" if scale.low < 0 else "autoZero")
    )
    left = 0.15 if money else 0.1
    # Above the plot: the legend, and the label of a value at the top of the axis.
    plot = (left, 0.19, 0.97 - left, 0.68)
    xml = _chart_space(plotted, plot, legend=len(series) > 1 or bool(chart.reference), left=plot[0], shapes=False)
    return ChartParts(xml, workbook(_rows(chart, series)), 215.0)


def _rows(chart: Chart, series: tuple[Drawn, ...]) -> list[list[str | Decimal | None]]:
    heads: list[str | Decimal | None] = [chart.unit, *(item.name for item in series)]
    line = chart.reference if chart.kind is ChartKind.LINES else None
    rows = [[*heads, line.label] if line else heads]
    for index, name in enumerate(chart.categories):
        row: list[str | Decimal | None] = [name, *(item.values[index] for item in series)]
        rows.append([*row, line.value] if line else row)
    return rows


def _positions(series: tuple[Drawn, ...]) -> list[list[str]]:
    """Labels of the highest value above its mark, of all others below, so that two lines keep their labels apart."""
    found = [["t"] * len(item.values) for item in series]
    for index in range(len(series[0].values) if series else 0):
        there = [item.values[index] for item in series]
        highest = max((value for value in there if value is not None), default=None)
        first = there.index(highest) if highest is not None else -1
        for number, value in enumerate(there):
            if value is not None and number != first:
                found[number][index] = "b"
    return found


def _chart_space(
    plotted: str, plot: tuple[float, float, float, float], *, legend: bool, left: float, shapes: bool
) -> str:
    key = (
        f'<c:legend><c:legendPos val="t"/>{layout(left, 0.005)}<c:overlay val="0"/>{text_properties()}</c:legend>'
        if legend
        else ""
    )
    return (
        f'{XML}<c:chartSpace {_NAMESPACES}><c:date1904 val="0"/><c:lang val="id-ID"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{layout(*plot)}{plotted}<c:spPr><a:noFill/></c:spPr>'
        f'</c:plotArea>{key}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/>{NO_LINE}'
        f'</c:spPr>{text_properties()}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
        + ('<c:userShapes r:id="rId2"/>' if shapes else "")
        + "</c:chartSpace>"
    )


def _reference_shape(line: ReferenceLine, scale: Axis, plot: tuple[float, float, float, float], height: float) -> str:
    """A line across the bars with its label on top. Word has no such series beside horizontal bars: it is a shape laid
    over the plot, whose place is known because plot and axis have fixed extents."""
    left, top, wide, tall = plot
    x = left + wide * scale.position(line.value)
    label = 15 / height
    start = min(max(x - 0.2, 0.0), 0.6)
    return (
        f'{XML}<c:userShapes {_NAMESPACES} xmlns:cdr="http://schemas.openxmlformats.org/drawingml/2006/chartDrawing">'
        f"{_anchor(x, top - 2 / height, x, top + tall)}"
        '<cdr:cxnSp macro=""><cdr:nvCxnSpPr><cdr:cNvPr id="2" name="Garis acuan"/><cdr:cNvCxnSpPr/></cdr:nvCxnSpPr>'
        '<cdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/>'
        f"</a:prstGeom>{stroke(INK, 1.25, True)}</cdr:spPr></cdr:cxnSp></cdr:relSizeAnchor>"
        f"{_anchor(start, top - label - 1 / height, start + 0.4, top - 1 / height)}"
        '<cdr:sp macro="" textlink=""><cdr:nvSpPr><cdr:cNvPr id="3" name="Nama garis acuan"/><cdr:cNvSpPr txBox="1"/>'
        '</cdr:nvSpPr><cdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm><a:prstGeom prst="rect">'
        "<a:avLst/></a:prstGeom><a:noFill/></cdr:spPr><cdr:txBody>"
        '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/><a:p>'
        '<a:pPr algn="ctr"/>'
        f"<a:r>{text_look(tag='a:rPr')}<a:t>{escaped(' '.join(line.label.split()))}</a:t></a:r></a:p>"
        "</cdr:txBody></cdr:sp></cdr:relSizeAnchor></c:userShapes>"
    )


def _anchor(left: float, top: float, right: float, bottom: float) -> str:
    return (
        f"<cdr:relSizeAnchor><cdr:from><cdr:x>{left:.5f}</cdr:x><cdr:y>{max(top, 0):.5f}</cdr:y></cdr:from><cdr:to>"
        f"<cdr:x>{right:.5f}</cdr:x><cdr:y>{bottom:.5f}</cdr:y></cdr:to>"
    )
