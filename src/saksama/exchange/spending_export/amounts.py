"""Cells of an export → exact rupiah. What a spreadsheet's binary number adds behind the cents is noise, and is said."""

from decimal import ROUND_HALF_UP, Context, Decimal

from saksama.documents.readers.spreadsheet_cells import SheetCell
from saksama.documents.readers.spreadsheet_formats import ErrorValue
from saksama.exchange.problem import Problems
from saksama.kernel.figures import Blank, read_figure, write_decimal
from saksama.kernel.provenance import Place
from saksama.language.messages import _

_CENT = Decimal("0.01")
_EXACT = Context(prec=60)
_NOISE = Decimal(2) ** -45
"""A binary number has 53 bits; adding up a column spoils some of the last ones."""


def read_amount(cell: SheetCell | None, place: Place, *, scale: int, problems: Problems) -> Decimal | None:
    """The amount of a cell in rupiah; `None` where it is empty, or cannot be read (then a problem says why)."""
    value = None if cell is None else cell.value
    match value:
        case Decimal():
            return _clean(value * scale, place, problems)
        case str():
            return _of_text(value, place, scale=scale, problems=problems)
        case None if cell is None or not cell.formula:
            return None
        case None | ErrorValue() | _:
            shown = cell.text if cell is not None and cell.text else _("rumus tanpa hasil")
            remedy = _("Buka ekspor itu dengan Excel, simpan, lalu ulangi; atau ketik angkanya")
            problems.error(place, shown, _("jumlah rupiah"), remedy)
            return None


def _of_text(text: str, place: Place, *, scale: int, problems: Problems) -> Decimal | None:
    clean = text.strip()
    figures = read_figure(clean)
    if not isinstance(figures, Blank) and all(not figure.unit for figure in figures):
        figures = read_figure(f"Rp {clean}")  # rupiah have no decimals of three digits: 1.234 is 1234
    if figures in (Blank.EMPTY, Blank.DASH, Blank.NOT_AVAILABLE):
        return None
    if isinstance(figures, Blank) or any(figure.unit != "Rp" for figure in figures):
        problems.error(place, f'"{clean[:60]}"', _("jumlah rupiah"), _("Perbaiki selnya di ekspor, lalu ulangi"))
        return None
    values = {figure.value for figure in figures}
    if len(values) > 1:
        options = _(" atau ").join(write_decimal(value) for value in sorted(values))
        found = _('teks "{text}" yang dapat berarti {options}').format(text=clean, options=options)
        problems.question(place, found, _("angka yang pasti"), _("Ketik angkanya di ekspor, lalu ulangi"))
        return None
    return _clean(values.pop() * scale, place, problems)


def _clean(value: Decimal, place: Place, problems: Problems) -> Decimal | None:
    """The amount without noise; an amount that is no whole number of cents is asked about."""
    nearest = value.quantize(_CENT, rounding=ROUND_HALF_UP, context=_EXACT)
    if nearest == nearest.to_integral_value():
        nearest = nearest.quantize(Decimal(1), context=_EXACT)
    if nearest == value:
        return nearest
    if abs(nearest - value) <= abs(value) * _NOISE:
        found = _("{stated}, dibaca {amount}: ekornya sisa hitungan komputer")
        problems.note(place, found.format(stated=write_decimal(value), amount=write_decimal(nearest)))
        return nearest
    found = _("{stated}, yang bukan jumlah rupiah dan sen").format(stated=write_decimal(value))
    problems.question(place, found, _("jumlah rupiah"), _("Bulatkan di ekspor menurut dokumen aslinya, lalu ulangi"))
    return None
