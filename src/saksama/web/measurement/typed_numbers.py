"""What somebody typed ⇄ the exact number that it states, or a message that says what was not clear."""

from decimal import Decimal

from saksama.kernel.figures import Blank, read_figure, write_decimal
from saksama.kernel.value_scale import ValueScale
from saksama.language.messages import _

LONGEST = 60


class UnclearNumberError(ValueError):
    """What was typed is no number, or could be two; its text says what to type instead."""


def typed_number(text: str, scale: ValueScale | None = None) -> Decimal | None:
    """The number, `None` where nothing was typed. A word of `scale` is its number. Raises `UnclearNumberError`.

    A comma is that of the decimals, as every field shows it: "1,234" is less than two. "1.234" could be either.
    """
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
    if len(found) > 1 and text.count(",") == 1 and "." not in text:
        found = tuple(one for one in found if one.value.as_tuple().exponent == -3) or found
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


def typed_rupiah(text: str) -> Decimal | None:
    """An amount of money, which has no decimals of three digits: "750.000" is one number. Raises as `typed_number`."""
    text = text.strip()
    return typed_number(f"Rp {text}" if text[:1].isdecimal() else text)


def field_text(value: Decimal | None) -> str:
    """A number as a field shows it, which `typed_number` reads as the same; "" where there is none."""
    if value is None:
        return ""
    text = write_decimal(value)
    return text if "," in text or text.count(".") != 1 else text.replace(".", "")
