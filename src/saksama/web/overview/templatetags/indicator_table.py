"""The rows of a table of indicators. A template takes several times as long, and an agency may have sixty."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from saksama.language.messages import _
from saksama.web.overview.agency_rows import IndicatorRow

register = template.Library()

_ROW = (
    '<tr><th scope="row">{}</th><td data-label="{}">{}</td><td class="number" data-label="{}">{}</td>'
    '<td class="number" data-label="{}">{}</td><td class="number" data-label="{}">{} {}</td>'
    '<td><span class="tag {}">{}</span>{}</td></tr>\n'
)


@register.simple_tag
def indicator_rows(rows: tuple[IndicatorRow, ...]) -> SafeString:
    """Each indicator with its unit, its figures that open their explanations, a bar, and its state."""
    unit, target, actual, achievement = _("Satuan"), _("Target"), _("Realisasi"), _("Capaian (%)")
    return format_html_join(
        "",
        _ROW,
        (
            (
                _linked(row.page, row.name),
                unit,
                row.unit,
                target,
                _why(row.target_path, row.target),
                actual,
                _why(row.actual_path, row.actual),
                achievement,
                mark_safe(row.bar),  # numbers of our own writer only
                _why(row.achievement_path, row.achievement),
                row.tone,
                row.state,
                _notes(row),
            )
            for row in rows
        ),
    )


def _linked(path: str, text: str) -> SafeString | str:
    return format_html('<a href="{}">{}</a>', path, text) if path else text


def _why(path: str, text: str) -> SafeString | str:
    return format_html('<a class="why" href="{}">{}</a>', path, text or "–") if path else text or "–"


def _notes(row: IndicatorRow) -> SafeString:
    notes = [row.rating] if row.rating else []
    if row.carried_from:
        notes.append(_("data {year}").format(year=row.carried_from))
    return format_html(' <span class="hint">{}</span>', " · ".join(notes)) if notes else SafeString("")
