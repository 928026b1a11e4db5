"""What somebody typed → the exact number that it states, or a message that says what was not clear."""

from decimal import Decimal

from saksama.kernel.figures import Blank, read_figure
from saksama.kernel.value_scale import ValueScale
from saksama.language.messages import _

LONGEST = 60


class UnclearNumberError(ValueError):
    """What was typed is no number, or could be two; its text says what to type instead."""


def typed_number(text: str, scale: ValueScale | None = None) -> Decimal | None:
    """The number, `None` where nothing was typed. A word of `scale` is its number. Raises `UnclearNumberError`."""
    text = text.strip()
    if scale and (level := scale.named(text)):
        return level.value
    if len(text) > LONGEST:
        raise UnclearNumberError(_("Terlalu panjang untuk sebuah angka."))
    found = read_figure(text)
    if found is Blank.EMPTY:
        return None
    if isinstance(found, Blank):
        if scale:
            words = ", ".join(level.word for level in scale.levels)
            raise UnclearNumberError(
                _('"{text}" bukan angka, dan bukan salah satu dari: {words}.').format(text=text, words=words)
            )
        if found in {Blank.DASH, Blank.NOT_AVAILABLE}:
            raise UnclearNumberError(_("Kosongkan bila belum ada; ketik 0 bila nilainya memang nol."))
        raise UnclearNumberError(_('"{text}" bukan angka. Contoh: 81,25.').format(text=text))
    if len(found) > 1:
        first, second = (f"{figure.value:f}".replace(".", ",") for figure in found[:2])
        raise UnclearNumberError(
            _('"{text}" dapat berarti {first} atau {second}. Ketik salah satunya.').format(
                text=text, first=first, second=second
            )
        )
    (figure,) = found
    if figure.unit not in {"", "%", "Rp"}:
        raise UnclearNumberError(_("Ketik angkanya saja; satuannya sudah tertulis di sampingnya."))
    if figure.scale != 1:
        raise UnclearNumberError(_("Ketik angka lengkapnya, tanpa kata seperti juta atau miliar."))
    return figure.value
