"""A number in its indicator's unit: whether 0,675 means 67,5 where percent is asked for."""

from decimal import Decimal

from saksama.exchange.intake.rows import Entry, PercentMark
from saksama.exchange.problem import Problems
from saksama.exchange.units import is_percent
from saksama.kernel.figures import write_decimal
from saksama.language.messages import _


def in_unit(entry: Entry | None, unit: str, problems: Problems) -> Decimal | None:
    """The number of an entry in the unit; what can mean two numbers is asked and gives `None`."""
    if entry is None or not isinstance(entry.value, Decimal):
        return None
    if is_percent(unit):
        return as_percent(entry, problems)
    if entry.percent is PercentMark.ABSENT:
        return entry.value
    _ask_about_sign(entry, unit, problems)
    return None


def as_percent(entry: Entry, problems: Problems) -> Decimal | None:
    """The number of percent that an entry stands for: 67.5 for 67,5% and for 0.675 in a percent format."""
    number = entry.value
    if not isinstance(number, Decimal):
        return None
    if entry.percent is not PercentMark.ABSENT or number == 0 or abs(number) >= 1:
        return number
    hundredfold = _digits(number.scaleb(2))
    small, large = write_decimal(number), write_decimal(hundredfold)
    problems.question(
        entry.place,
        _("{small} pada nilai persen, yang dapat berarti {small}% atau {large}%").format(small=small, large=large),
        _("angka persen yang pasti"),
        _("Ketik {large}; atau, bila memang {small} persen, beri sel format Persentase lalu ketik {small}%").format(
            small=small, large=large
        ),
    )
    return None


def plain(entry: Entry | None, problems: Problems) -> Decimal | None:
    """The number of an entry that has no unit, such as raw data; a percent sign is asked about."""
    return in_unit(entry, "", problems)


def _ask_about_sign(entry: Entry, unit: str, problems: Problems) -> None:
    number = Decimal(str(entry.value))
    large, small = write_decimal(number), write_decimal(number.scaleb(-2))
    whose = _("nilai dengan satuan {unit}").format(unit=unit) if unit else _("angka tanpa satuan")
    problems.question(
        entry.place,
        _("{shown}, bertanda persen, untuk {whose}").format(shown=entry.shown, whose=whose),
        _("angka {large} atau {small}").format(large=large, small=small),
        _("Ubah format sel menjadi Angka lalu ketik {large} atau {small}; atau ubah satuannya menjadi %").format(
            large=large, small=small
        ),
    )


def _digits(number: Decimal) -> Decimal:
    """The number without an exponent above zero."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number
