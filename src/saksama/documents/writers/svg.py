"""Charts and trees as SVG: one drawing for the web, HTML and PDF.

A drawing is 640 units wide and as high as its content. It uses attributes only, no style sheet, script, outside
address or foreign object, so that every reader of SVG draws it alike; its one font is Source Sans 3 or its subset.
"""

from saksama.documents.pictures import Chart, ChartKind, Tree
from saksama.documents.writers.palette import MUTED
from saksama.documents.writers.printable import escaped
from saksama.documents.writers.svg_bars import draw_bars
from saksama.documents.writers.svg_lines import draw_lines
from saksama.documents.writers.svg_series import TEXT, WIDTH, Drawing
from saksama.documents.writers.svg_text import label, number
from saksama.documents.writers.svg_tree import draw_tree

FONT = "'Source Sans 3', 'Saksama Sans'"  # a family name that ends in a digit must stand in quotes


def chart_svg(chart: Chart, identifier: str = "diagram") -> str:
    """Draw a chart. `identifier` begins every id in the drawing: give each drawing of a page its own."""
    identifier = escaped(identifier)
    if not chart.categories or all(value is None for series in chart.series for value in series.values):
        text = label(WIDTH / 2, 44, "Belum ada nilai untuk digambar", size=TEXT, anchor="middle", fill=MUTED)
        return _frame(Drawing(72, (text,)), "Diagram", chart.description, identifier=identifier)
    match chart.kind:
        case ChartKind.BARS:
            return _frame(draw_bars(chart), "Diagram batang", chart.description, identifier=identifier)
        case ChartKind.LINES:
            return _frame(draw_lines(chart), "Diagram garis", chart.description, identifier=identifier)


def tree_svg(tree: Tree, identifier: str = "bagan") -> str:
    """Draw an organisation chart or results tree."""
    return _frame(draw_tree(tree.root), "Bagan", tree.description, identifier=escaped(identifier))


def _frame(drawing: Drawing, title: str, description: str, *, identifier: str) -> str:
    height = number(drawing.height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(WIDTH)} {height}" width="{number(WIDTH)}" '
        f'height="{height}" font-family="{FONT}" role="img" aria-labelledby="{identifier}-judul {identifier}-uraian">'
        f'<title id="{identifier}-judul">{title}</title><desc id="{identifier}-uraian">{escaped(description)}</desc>'
        f"{''.join(drawing.elements)}</svg>"
    )
