"""Charts that Word draws and a person can edit: the chart part, its workbook, and the labels as printed."""

from dataclasses import dataclass
from decimal import Decimal

from saksama.documents.document import Chart, ChartKind
from saksama.documents.writers import palette
from saksama.documents.writers.docx.fonts import FAMILY
from saksama.documents.writers.docx.package import XML
from saksama.documents.writers.docx.styles import hue
from saksama.documents.writers.docx.workbook import column_letters, workbook
from saksama.documents.writers.printable import escaped
from saksama.documents.writers.svg_axis import Axis, axis, to_ticks
from saksama.documents.writers.svg_series import Drawn, drawn, is_money
from saksama.documents.writers.svg_text import measure, wrap

_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_SIZE = 9.0  # points
_SHOW = (
    '<c:showLegendKey val="0"/><c:showVal val="{0}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
_BAR, _PITCH, _LINE = 13.0, 15.0, 11.5
_TALLEST = 600.0
_INK, _MUTED, _RULE, _STRONG = map(hue, (palette.INK, palette.MUTED, palette.RULE, palette.STRONG_RULE))


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
    left = min(max((measure(name, _SIZE) for name in names), default=0) + 2, width * 0.36) + 10
    lines = max((len(wrap(name, left - 12, _SIZE, lines=12)) for name in names), default=1)
    pitch = max(_PITCH * len(series), _LINE * lines) + 9
    top = (20.0 if len(series) > 1 else 4.0) + (16.0 if chart.reference else 0.0)
    height = min(top + pitch * max(len(names), 1) + 34, _TALLEST)
    pitch = (height - top - 34) / max(len(names), 1)
    room = min([width - left - 12, *(_reach(item, scale, width - left) for item in series)])
    plot = (left / width, top / height, max(room, width * 0.2) / width, (height - top - 34) / height)
    gap = min(max(round((pitch / _BAR - len(series)) * 100), 15), 500)
    drawn_bars = "".join(_bar_series(index, item, chart) for index, item in enumerate(series))
    plotted = (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{drawn_bars}<c:gapWidth val="{gap}"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        + _category_axis("l", "maxMin", "low")
        + _value_axis(chart.unit, scale, "b", "max")
    )
    shapes = _reference_shape(chart, scale, plot, height) if chart.reference else ""
    xml = _chart_space(plotted, plot, legend=len(series) > 1, left=plot[0], shapes=bool(shapes))
    return ChartParts(xml, workbook(_rows(chart, series)), height, shapes)


def _reach(item: Drawn, scale: Axis, room: float) -> float:
    """How wide the plot may be for the labels at the ends of the bars to stay inside the picture."""
    widths = [
        (room - 14 - measure(text, _SIZE, bold=True)) / max(scale.position(value), 0.05)
        for value, text in zip(item.values, item.labels, strict=True)
        if value is not None
    ]
    return min(widths, default=room)


def _lines(chart: Chart, series: tuple[Drawn, ...], scale: Axis, money: bool) -> ChartParts:
    positions = _positions(series)
    plotted = "".join(_line_series(index, item, chart, positions[index]) for index, item in enumerate(series))
    if chart.reference:
        plotted += _reference_series(len(series), chart)
    plotted = (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{plotted}<c:marker val="1"/>'
        '<c:axId val="1"/><c:axId val="2"/></c:lineChart>'
        + _category_axis("b", "minMax", "low")
        + _value_axis(chart.unit, scale, "l", "min" if scale.low < 0 else "autoZero")
    )
    left = 0.15 if money else 0.1
    plot = (left, 0.13, 0.97 - left, 0.74)
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


def _text(size: float = _SIZE, colour: str = _INK, bold: bool = False, tag: str = "a:defRPr") -> str:
    return (
        f'<{tag}{" lang=" + chr(34) + "id-ID" + chr(34) if tag == "a:rPr" else ""} sz="{round(size * 100)}" '
        f'b="{int(bold)}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
        f'<a:latin typeface="{FAMILY}"/></{tag}>'
    )


def _text_properties(colour: str = _INK, bold: bool = False) -> str:
    return (
        '<c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr>'
        f'{_text(colour=colour, bold=bold)}</a:pPr><a:endParaRPr lang="id-ID"/></a:p></c:txPr>'
    )


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _stroke(colour: str, points: float, dashed: bool = False) -> str:
    dash = '<a:prstDash val="dash"/>' if dashed else ""
    return f'<a:ln w="{round(points * 12700)}">{_fill(colour)}{dash}</a:ln>'


_NO_LINE = "<a:ln><a:noFill/></a:ln>"


def _bar_series(index: int, item: Drawn, chart: Chart) -> str:
    look = item.look
    filled = _fill(hue(look.fill))
    if look.hatched:
        stripe = palette.PAPER if look.fill == look.outline else look.outline
        filled = (
            f'<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="{hue(stripe)}"/></a:fgClr><a:bgClr>'
            f'<a:srgbClr val="{hue(look.fill)}"/></a:bgClr></a:pattFill>'
        )
    strong = look.fill == look.outline
    labels = _labels(item, ["outEnd"] * len(item.values), strong)
    return (
        f"{_series_head(index, item.name)}<c:spPr>{filled}{_stroke(hue(look.outline), 0.75)}</c:spPr>"
        f'<c:invertIfNegative val="0"/>{labels}{_categories(chart)}{_values(index, item.values)}</c:ser>'
    )


def _line_series(index: int, item: Drawn, chart: Chart, positions: list[str]) -> str:
    look = item.look
    outline = hue(look.outline)
    ground = hue(palette.PAPER) if look.hollow else outline
    return (
        f"{_series_head(index, item.name)}<c:spPr>{_stroke(outline, 1.75, look.dashed)}</c:spPr>"
        f'<c:marker><c:symbol val="{"square" if look.square else "circle"}"/><c:size val="7"/><c:spPr>{_fill(ground)}'
        f"{_stroke(outline, 1.25)}</c:spPr></c:marker>{_labels(item, positions, not look.hollow)}"
        f'{_categories(chart)}{_values(index, item.values)}<c:smooth val="0"/></c:ser>'
    )


def _reference_series(index: int, chart: Chart) -> str:
    assert chart.reference
    return (
        f"{_series_head(index, chart.reference.label)}<c:spPr>"
        f'<a:ln w="12700">{_fill(_STRONG)}<a:prstDash val="sysDot"/></a:ln></c:spPr><c:marker><c:symbol val="none"/>'
        f"</c:marker>{_categories(chart)}{_values(index, (chart.reference.value,) * len(chart.categories))}"
        '<c:smooth val="0"/></c:ser>'
    )


def _series_head(index: int, name: str) -> str:
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:strRef><c:f>Sheet1!'
        f'${column_letters(index + 1)}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{escaped(name)}</c:v>'
        "</c:pt></c:strCache></c:strRef></c:tx>"
    )


def _categories(chart: Chart) -> str:
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{escaped(name)}</c:v></c:pt>' for index, name in enumerate(chart.categories)
    )
    return (
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${len(chart.categories) + 1}</c:f><c:strCache>"
        f'<c:ptCount val="{len(chart.categories)}"/>{points}</c:strCache></c:strRef></c:cat>'
    )


def _values(index: int, values: tuple[Decimal | None, ...]) -> str:
    column = column_letters(index + 1)
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{value:f}</c:v></c:pt>' for place, value in enumerate(values) if value is not None
    )
    return (
        f"<c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${len(values) + 1}</c:f><c:numCache>"
        f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef></c:val>'
    )


def _labels(item: Drawn, positions: list[str], strong: bool) -> str:
    """The labels as printed, word for word: a number format would follow the computer's own decimal sign."""
    look = _text(bold=strong, tag="a:rPr")
    points = "".join(
        f'<c:dLbl><c:idx val="{index}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:p><a:r>{look}'
        f'<a:t>{escaped(" ".join(text.split()))}</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val="{place}"/>'
        f"{_SHOW.format(1)}</c:dLbl>"
        for index, (value, text, place) in enumerate(zip(item.values, item.labels, positions, strict=True))
        if value is not None and text.strip()
    )
    ground = f"<c:spPr><a:noFill/>{_NO_LINE}</c:spPr>"
    return f"<c:dLbls>{points}{ground}{_text_properties(bold=strong)}{_SHOW.format(0)}</c:dLbls>"


def _category_axis(place: str, orientation: str, labels: str) -> str:
    return (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{orientation}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{place}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="{labels}"/><c:spPr>{_stroke(_STRONG, 1)}</c:spPr>'
        f'{_text_properties().replace(" wrap=" + chr(34) + "none" + chr(34), "")}<c:crossAx val="2"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(unit: str, scale: Axis, place: str, crosses: str) -> str:
    whole = scale.step == scale.step.to_integral_value()
    decimals = 0 if whole else -int(scale.step.normalize().as_tuple().exponent)
    form = "#,##0" + ("." + "0" * decimals if decimals else "")
    turned = ' rot="-5400000" vert="horz"' if place == "l" else ""
    title = (
        f"<c:title><c:tx><c:rich><a:bodyPr{turned}/><a:p><a:pPr>{_text(8.5, _MUTED)}</a:pPr><a:r>"
        f"{_text(8.5, _MUTED, tag='a:rPr')}<a:t>{escaped(' '.join(unit.split()))}</a:t></a:r></a:p></c:rich></c:tx>"
        '<c:overlay val="0"/></c:title>'
        if unit.strip()
        else ""
    )
    return (
        f'<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:max val="{scale.high:f}"/>'
        f'<c:min val="{scale.low:f}"/></c:scaling><c:delete val="0"/><c:axPos val="{place}"/><c:majorGridlines><c:spPr>'
        f"{_stroke(_RULE, 0.5)}</c:spPr></c:majorGridlines>{title}"
        f'<c:numFmt formatCode="{form}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:spPr>{_NO_LINE}</c:spPr>{_text_properties(_MUTED)}<c:crossAx val="1"/>'
        f'<c:crosses val="{crosses}"/><c:crossBetween val="between"/><c:majorUnit val="{scale.step:f}"/></c:valAx>'
    )


def _layout(x: float, y: float, width: float = 0, height: float = 0) -> str:
    inner = '<c:layoutTarget val="inner"/>' if width else ""
    extent = f'<c:w val="{width:.4f}"/><c:h val="{height:.4f}"/>' if width else ""
    return (
        f'<c:layout><c:manualLayout>{inner}<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="{x:.4f}"/>'
        f'<c:y val="{y:.4f}"/>{extent}</c:manualLayout></c:layout>'
    )


def _chart_space(
    plotted: str, plot: tuple[float, float, float, float], *, legend: bool, left: float, shapes: bool
) -> str:
    key = (
        f'<c:legend><c:legendPos val="t"/>{_layout(left, 0.005)}<c:overlay val="0"/>{_text_properties()}</c:legend>'
        if legend
        else ""
    )
    return (
        f'{XML}<c:chartSpace {_NAMESPACES}><c:date1904 val="0"/><c:lang val="id-ID"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_layout(*plot)}{plotted}<c:spPr><a:noFill/></c:spPr>'
        f'</c:plotArea>{key}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/>{_NO_LINE}'
        f'</c:spPr>{_text_properties()}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
        + ('<c:userShapes r:id="rId2"/>' if shapes else "")
        + "</c:chartSpace>"
    )


def _reference_shape(chart: Chart, scale: Axis, plot: tuple[float, float, float, float], height: float) -> str:
    """A line across the bars with its label on top. Word has no such series beside horizontal bars: it is a shape laid
    over the plot, whose place is known because plot and axis have fixed extents."""
    assert chart.reference
    left, top, wide, tall = plot
    x = left + wide * scale.position(chart.reference.value)
    label = 15 / height
    start = min(max(x - 0.2, 0.0), 0.6)
    return (
        f'{XML}<c:userShapes {_NAMESPACES} xmlns:cdr="http://schemas.openxmlformats.org/drawingml/2006/chartDrawing">'
        f"{_anchor(x, top - 2 / height, x, top + tall)}"
        '<cdr:cxnSp macro=""><cdr:nvCxnSpPr><cdr:cNvPr id="2" name="Garis acuan"/><cdr:cNvCxnSpPr/></cdr:nvCxnSpPr>'
        '<cdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/>'
        f"</a:prstGeom>{_stroke(_INK, 1.25, True)}</cdr:spPr></cdr:cxnSp></cdr:relSizeAnchor>"
        f"{_anchor(start, top - label - 1 / height, start + 0.4, top - 1 / height)}"
        '<cdr:sp macro="" textlink=""><cdr:nvSpPr><cdr:cNvPr id="3" name="Nama garis acuan"/><cdr:cNvSpPr txBox="1"/>'
        '</cdr:nvSpPr><cdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm><a:prstGeom prst="rect">'
        "<a:avLst/></a:prstGeom><a:noFill/></cdr:spPr><cdr:txBody>"
        '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/><a:p>'
        '<a:pPr algn="ctr"/>'
        f"<a:r>{_text(tag='a:rPr')}<a:t>{escaped(' '.join(chart.reference.label.split()))}</a:t></a:r></a:p>"
        "</cdr:txBody></cdr:sp></cdr:relSizeAnchor></c:userShapes>"
    )


def _anchor(left: float, top: float, right: float, bottom: float) -> str:
    return (
        f"<cdr:relSizeAnchor><cdr:from><cdr:x>{left:.5f}</cdr:x><cdr:y>{max(top, 0):.5f}</cdr:y></cdr:from><cdr:to>"
        f"<cdr:x>{right:.5f}</cdr:x><cdr:y>{bottom:.5f}</cdr:y></cdr:to>"
    )
