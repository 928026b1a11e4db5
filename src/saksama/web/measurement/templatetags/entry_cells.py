"""The cells of a row of the entry grid. A template takes twice as long, and a year by months has 720 of them."""

from collections.abc import Collection, Iterator
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from saksama.language.messages import _
from saksama.web.measurement.grid import Cell, Row

register = template.Library()


@register.simple_tag
def entry_cells(row: Row, closed: Collection[int]) -> SafeString:
    """A cell for each period of the row; those of the quarters in `closed` are only read."""
    span, name = 12 // len(row.cells), escape(row.name)
    target = escape(_("target {value}"))
    cells = (_cell(row, cell, name, span, target, is_closed=cell.quarter in closed) for cell in row.cells)
    return mark_safe("".join(cells))


def _cell(row: Row, cell: Cell, name: str, span: int, target: str, *, is_closed: bool) -> str:
    promised = f' <span class="hint">{target.format(value=escape(cell.target))}</span>' if cell.target else ""
    value = f'<span class="result">{escape(cell.computed.value)}</span> ' if row.raw_names else ""
    reached = f"{escape(cell.computed.achievement)} %" if cell.computed.achievement else ""
    state = " readonly" if is_closed else ""
    due = f' data-quarter="{cell.quarter}"{" data-filled" if cell.is_filled else ""}' if cell.is_due else ""
    return f"""
<td class="cell" colspan="{span}" data-cycle="{cell.cycle}" data-number="{cell.number}" data-seen="{cell.seen}"{due}>
<span class="period">{escape(cell.title)}{promised}</span>
{"".join(_inputs(row, cell, name, state))}<span class="computed">{value}<span class="reached">{reached}</span></span>
<span class="complaint" role="alert"></span>
</td>"""


def _inputs(row: Row, cell: Cell, name: str, state: str) -> Iterator[str]:
    title = f"{name}, {escape(cell.title)}"
    if row.raw_names is None:
        yield _input("text" if row.words else "decimal", "value", cell, title, state)
        return
    for field, raw in zip(("numerator", "denominator"), row.raw_names, strict=True):
        hint = "" if state else f' placeholder="{escape(raw)}"'
        yield _input("decimal", field, cell, f"{title}: {escape(raw)}", hint + state)


def _input(mode: str, field: str, cell: Cell, title: str, more: str) -> str:
    typed = escape(cell.typed[field])
    return f'<input inputmode="{mode}" autocomplete="off" name="{field}" value="{typed}" aria-label="{title}"{more}>\n'
