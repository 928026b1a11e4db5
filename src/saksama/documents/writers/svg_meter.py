"""One achievement as a small bar with the mark of its target, for a row of a table on the web."""

from fractions import Fraction

from saksama.documents.writers.palette import ACCENT, ACCENT_PALE, INK, PAPER, STRONG_RULE
from saksama.documents.writers.svg_text import number

_WIDTH, _HEIGHT, _TARGET = 120.0, 14.0, 80.0
"""The target stands at two thirds, so that what lies above it is seen too; further than 150 % the bar is cut."""
_BAR = 'y="3" height="8"'


def bar_svg(share: Fraction | None) -> str:
    """Draw a share of the target (1 is the target itself); `None`, an empty dashed bar, where there is no number.

    It is an ornament of the number beside it, and hidden from screen readers.
    """
    if share is None:
        drawn = (
            f'<rect x="0.5" {_BAR} width="{number(_TARGET - 0.5)}" fill="none" stroke="{STRONG_RULE}" '
            'stroke-dasharray="3 3"/>'
        )
    else:
        wanted = max(0.0, float(share) * _TARGET)
        width = min(wanted, _WIDTH)
        drawn = (
            f'<rect {_BAR} width="{number(_TARGET)}" fill="{ACCENT_PALE}"/>'
            f'<rect {_BAR} width="{number(width)}" fill="{ACCENT}"/>'
        )
        if wanted > _WIDTH:
            drawn += f'<path d="M108 12l4 -10m2 10l4 -10" stroke="{PAPER}" stroke-width="2"/>'
    mark = f'<path d="M{number(_TARGET)} 0V{number(_HEIGHT)}" stroke="{INK}" stroke-width="2"/>'
    return (
        f'<svg class="meter" viewBox="0 0 {number(_WIDTH)} {number(_HEIGHT)}" width="{number(_WIDTH)}" '
        f'height="{number(_HEIGHT)}" aria-hidden="true" focusable="false">{drawn}{mark}</svg>'
    )
