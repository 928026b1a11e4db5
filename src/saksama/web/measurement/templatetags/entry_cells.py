"""The cells of a row of the entry grid. A template takes twice as long, and a year by months has 720 of them."""

from collections.abc import Collection

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from saksama.language.messages import _
from saksama.web.measurement.grid import Cell, Row

register = template.Library()

_CELL = """
<td class="cell" colspan="{}" data-cycle="{}" data-number="{}" data-edit="{}">
<span class="period">{}{}</span>
{}<span class="computed">{}<span class="reached">{}</span></span>
<span class="complaint" role="alert"></span>
</td>"""
_INPUT = '<input inputmode="{}" autocomplete="off" name="{}" value="{}" aria-label="{}"{}{}>\n'
_READ_ONLY = SafeString(" readonly")


@register.simple_tag
def entry_cells(row: Row, closed: Collection[int]) -> SafeString:
    """A cell for each period of the row; those of the quarters in `closed` are only read."""
    span = 12 // len(row.cells)
    show = _raw_inputs if row.raw_names else _input
    return format_html_join(
        "",
        _CELL,
        (
            (
                span,
                cell.cycle,
                cell.number,
                cell.edit,
                cell.title,
                format_html(' <span class="hint">{}</span>', _("target {value}").format(value=cell.target))
                if cell.target
                else "",
                show(row, cell, _READ_ONLY if cell.quarter in closed else ""),
                format_html('<span class="result">{}</span> ', cell.computed.value) if row.raw_names else "",
                f"{cell.computed.achievement} %" if cell.computed.achievement else "",
            )
            for cell in row.cells
        ),
    )


def _input(row: Row, cell: Cell, state: str) -> SafeString:
    mode = "text" if row.words else "decimal"
    return format_html(_INPUT, mode, "value", cell.typed["value"], f"{row.name}, {cell.title}", "", state)


def _raw_inputs(row: Row, cell: Cell, state: str) -> SafeString:
    return format_html_join(
        "",
        _INPUT,
        (
            (
                "decimal",
                field,
                cell.typed[field],
                f"{row.name}, {cell.title}: {name}",
                format_html(' placeholder="{}"', name),
                state,
            )
            for field, name in zip(("numerator", "denominator"), row.raw_names or (), strict=True)
        ),
    )
