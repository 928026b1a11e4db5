"""Pieces of a chart part: series, labels, axes and their looks."""

from decimal import Decimal

from saksama.documents.pictures import Chart, ReferenceLine
from saksama.documents.writers import palette
from saksama.documents.writers.docx.fonts import FAMILY
from saksama.documents.writers.docx.styles import hue
from saksama.documents.writers.docx.workbook import column_letters
from saksama.documents.writers.printable import escaped
from saksama.documents.writers.svg_axis import Axis
from saksama.documents.writers.svg_series import Drawn

SIZE = 9.0  # points
_SHOW = (
    '<c:showLegendKey val="0"/><c:showVal val="{0}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
INK, MUTED, RULE, STRONG = map(hue, (palette.INK, palette.MUTED, palette.RULE, palette.STRONG_RULE))


def text_look(size: float = SIZE, colour: str = INK, bold: bool = False, tag: str = "a:defRPr") -> str:
    """How text looks, as a:defRPr or a:rPr."""
    return (
        f'<{tag}{" lang=" + chr(34) + "id-ID" + chr(34) if tag == "a:rPr" else ""} sz="{round(size * 100)}" '
        f'b="{int(bold)}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
        f'<a:latin typeface="{FAMILY}"/></{tag}>'
    )


def text_properties(colour: str = INK, bold: bool = False) -> str:
    """The text properties of an element of a chart."""
    return (
        '<c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr>'
        f'{text_look(colour=colour, bold=bold)}</a:pPr><a:endParaRPr lang="id-ID"/></a:p></c:txPr>'
    )


def fill(colour: str) -> str:
    """A fill of one colour."""
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def stroke(colour: str, points: float, dashed: bool = False) -> str:
    """An outline."""
    dash = '<a:prstDash val="dash"/>' if dashed else ""
    return f'<a:ln w="{round(points * 12700)}">{fill(colour)}{dash}</a:ln>'


NO_LINE = "<a:ln><a:noFill/></a:ln>"


def bar_series(index: int, item: Drawn, chart: Chart) -> str:
    """A series of bars."""
    look = item.look
    filled = fill(hue(look.fill))
    if look.hatched:
        stripe = palette.PAPER if look.fill == look.outline else look.outline
        filled = (
            f'<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="{hue(stripe)}"/></a:fgClr><a:bgClr>'
            f'<a:srgbClr val="{hue(look.fill)}"/></a:bgClr></a:pattFill>'
        )
    strong = look.fill == look.outline
    labels = _labels(item, ["outEnd"] * len(item.values), strong)
    return (
        f"{_series_head(index, item.name)}<c:spPr>{filled}{stroke(hue(look.outline), 0.75)}</c:spPr>"
        f'<c:invertIfNegative val="0"/>{labels}{_categories(chart)}{_values(index, item.values)}</c:ser>'
    )


def line_series(index: int, item: Drawn, chart: Chart, positions: list[str]) -> str:
    """A series of a line, with its labels at these positions."""
    look = item.look
    outline = hue(look.outline)
    ground = hue(palette.PAPER) if look.hollow else outline
    return (
        f"{_series_head(index, item.name)}<c:spPr>{stroke(outline, 1.75, look.dashed)}</c:spPr>"
        f'<c:marker><c:symbol val="{"square" if look.square else "circle"}"/><c:size val="7"/><c:spPr>{fill(ground)}'
        f"{stroke(outline, 1.25)}</c:spPr></c:marker>{_labels(item, positions, not look.hollow)}"
        f'{_categories(chart)}{_values(index, item.values)}<c:smooth val="0"/></c:ser>'
    )


def reference_series(index: int, chart: Chart, line: ReferenceLine) -> str:
    """The reference as a line through all categories."""
    return (
        f"{_series_head(index, line.label)}<c:spPr>"
        f'<a:ln w="12700">{fill(STRONG)}<a:prstDash val="sysDot"/></a:ln></c:spPr><c:marker><c:symbol val="none"/>'
        f"</c:marker>{_categories(chart)}{_values(index, (line.value,) * len(chart.categories))}"
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
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${max(len(chart.categories), 1) + 1}</c:f><c:strCache>"
        f'<c:ptCount val="{len(chart.categories)}"/>{points}</c:strCache></c:strRef></c:cat>'
    )


def _values(index: int, values: tuple[Decimal | None, ...]) -> str:
    column = column_letters(index + 1)
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{value:f}</c:v></c:pt>' for place, value in enumerate(values) if value is not None
    )
    return (
        f"<c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${max(len(values), 1) + 1}</c:f><c:numCache>"
        f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef></c:val>'
    )


def _labels(item: Drawn, positions: list[str], strong: bool) -> str:
    """The labels as printed, word for word: a number format would follow the computer's own decimal sign."""
    look = text_look(bold=strong, tag="a:rPr")
    points = "".join(
        f'<c:dLbl><c:idx val="{index}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:p><a:r>{look}'
        f'<a:t>{escaped(" ".join(text.split()))}</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val="{place}"/>'
        f"{_SHOW.format(1)}</c:dLbl>"
        for index, (value, text, place) in enumerate(zip(item.values, item.labels, positions, strict=True))
        if value is not None and text.strip()
    )
    ground = f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr>"
    return f"<c:dLbls>{points}{ground}{text_properties(bold=strong)}{_SHOW.format(0)}</c:dLbls>"


def category_axis(place: str, orientation: str, labels: str) -> str:
    """The axis of the categories."""
    return (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{orientation}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{place}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="{labels}"/><c:spPr>{stroke(STRONG, 1)}</c:spPr>'
        f'{text_properties().replace(" wrap=" + chr(34) + "none" + chr(34), "")}<c:crossAx val="2"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def value_axis(unit: str, scale: Axis, place: str, crosses: str) -> str:
    """The axis of the values, with its unit."""
    whole = scale.step == scale.step.to_integral_value()
    decimals = 0 if whole else -int(scale.step.normalize().as_tuple().exponent)
    # The language is for LibreOffice; Word takes the separators of the computer.
    form = "[$-421]#,##0" + ("." + "0" * decimals if decimals else "")
    turned = ' rot="-5400000" vert="horz"' if place == "l" else ""
    title = (
        f"<c:title><c:tx><c:rich><a:bodyPr{turned}/><a:p><a:pPr>{text_look(8.5, MUTED)}</a:pPr><a:r>"
        f"{text_look(8.5, MUTED, tag='a:rPr')}<a:t>{escaped(' '.join(unit.split()))}</a:t></a:r></a:p></c:rich></c:tx>"
        '<c:overlay val="0"/></c:title>'
        if unit.strip()
        else ""
    )
    return (
        f'<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:max val="{scale.high:f}"/>'
        f'<c:min val="{scale.low:f}"/></c:scaling><c:delete val="0"/><c:axPos val="{place}"/><c:majorGridlines><c:spPr>'
        f"{stroke(RULE, 0.5)}</c:spPr></c:majorGridlines>{title}"
        f'<c:numFmt formatCode="{form}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:spPr>{NO_LINE}</c:spPr>{text_properties(MUTED)}<c:crossAx val="1"/>'
        f'<c:crosses val="{crosses}"/><c:crossBetween val="between"/><c:majorUnit val="{scale.step:f}"/></c:valAx>'
    )


def layout(x: float, y: float, width: float = 0, height: float = 0) -> str:
    """A place in shares of the picture; with an extent, that of the plot without its axes."""
    inner = '<c:layoutTarget val="inner"/>' if width else ""
    extent = f'<c:w val="{width:.4f}"/><c:h val="{height:.4f}"/>' if width else ""
    return (
        f'<c:layout><c:manualLayout>{inner}<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="{x:.4f}"/>'
        f'<c:y val="{y:.4f}"/>{extent}</c:manualLayout></c:layout>'
    )
