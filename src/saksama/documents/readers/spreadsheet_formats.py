"""Number formats of a workbook: which are dates, how many decimals they print, and a value as a person sees it."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from saksama.kernel.rounding import grouped, half_up

GENERAL = "General"

BUILT_IN_FORMATS: dict[int, str] = {
    # ECMA-376-1 18.8.30: these have no code in the file.
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 37: "#,##0;-#,##0", 38: "#,##0;[Red]-#,##0",
    39: "#,##0.00;-#,##0.00", 40: "#,##0.00;[Red]-#,##0.00", 41: "#,##0", 42: '"Rp"#,##0', 43: "#,##0.00",
    44: '"Rp"#,##0.00', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
    # Dates of East Asian editions (WPS Office among them); other editions do not write these numbers.
    **dict.fromkeys((*range(27, 32), 36, *range(50, 55), 57, 58), "dd/mm/yyyy"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """An error in place of a value: "#DIV/0!" as the program saved it, or "" with what could not be read."""

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """What one section of a format code does to a number. `decimals` is `None` where the format does not say."""

    prefix: str = ""
    suffix: str = ""
    decimals: int | None = None
    is_grouped: bool = False
    percent: int = 0
    thousands: int = 0
    has_digits: bool = False
    is_date: bool = False


_TOKEN = re.compile(
    r"""(?P<quoted>"[^"]*"?)|(?P<escaped>\\.)|(?P<space>_.)|(?P<fill>\*.)|(?P<currency>\[\$(?P<symbol>[^\]-]*)[^\]]*\])
        |(?P<elapsed>\[(?:h+|m+|s+)\])|(?P<bracket>\[[^\]]*\])|(?P<general>General)|(?P<exponent>E[+-][0#?]+)
        |(?P<digits>[0#?][0#?,]*)|(?P<point>\.)|(?P<percent>%)|(?P<fraction>/)
        |(?P<date>am/pm|a/p|[dmyhsebg]+)|(?P<other>.)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)


@lru_cache(maxsize=4096)
def format_sections(code: str) -> tuple[NumberFormat, ...]:
    """The sections of a format code: for numbers above zero, below zero, zero, and text."""
    sections: list[NumberFormat] = []
    tokens: list[tuple[str, str]] = []
    for found in _TOKEN.finditer(code[:1000]):
        kind, text = found.lastgroup or "other", found.group()
        if kind == "other" and text == ";":
            sections.append(_section(tokens))
            tokens = []
        else:
            tokens.append((kind, found["symbol"] if kind == "currency" else text))
    return (*sections, _section(tokens))


def _section(tokens: list[tuple[str, str]]) -> NumberFormat:
    literals = {"before": "", "after": ""}
    digits, decimals, percent = "", "", 0
    kinds = {kind for kind, _ in tokens}
    if kinds & {"date", "elapsed"}:
        return NumberFormat(is_date=True)
    if kinds & {"general", "exponent"} or {"fraction", "digits"} <= kinds:
        return NumberFormat(has_digits=True)
    after_point = False
    for kind, text in tokens:
        side = "after" if digits or decimals else "before"
        if kind == "digits":
            if after_point:
                decimals += text
            else:
                digits += text
        elif kind == "point":
            after_point = bool(digits)
        elif kind == "percent":
            percent += 1
            literals[side] += text
        elif kind in {"quoted", "escaped", "currency", "other", "fraction"}:
            literals[side] += _literal(kind, text)
    whole = digits.rstrip(",")
    trailing = len(digits) - len(whole) + len(decimals) - len(decimals.rstrip(","))
    return NumberFormat(
        prefix=literals["before"],
        suffix=literals["after"],
        decimals=len(decimals.rstrip(",")) if digits else None,
        is_grouped="," in whole,
        percent=percent,
        thousands=trailing,
        has_digits=bool(digits),
    )


def _literal(kind: str, text: str) -> str:
    if kind == "quoted":
        return text.strip('"')
    return text[1:] if kind == "escaped" else "" if text == "@" else text


def is_date_format(code: str) -> bool:
    """Whether a number in this format is shown as a date or time."""
    return format_sections(code)[0].is_date


def is_percent_format(code: str) -> bool:
    """Whether a number in this format is shown times 100 with a percent sign."""
    return format_sections(code)[0].percent > 0


def printed_decimals(code: str) -> int | None:
    """How many decimals the format prints; `None` where it prints as many as there are."""
    return format_sections(code)[0].decimals


def date_of(serial: Decimal, *, from_1904: bool) -> date | datetime | None:
    """The date that a serial number stands for; `None` for times of day, day 60 of 1900 and what is no date."""
    if from_1904:
        start = datetime(1904, 1, 1)  # noqa: DTZ001 (cells have no time zone)
    elif serial < 60:
        start = datetime(1899, 12, 31)  # noqa: DTZ001
    elif serial < 61:  # 29 February 1900, which never was
        return None
    else:
        start = datetime(1899, 12, 30)  # noqa: DTZ001
    if not 1 <= serial < 2_958_466:
        return None
    days = int(serial)
    milliseconds = int(half_up(Fraction(serial - days) * 86_400_000, 0))
    try:
        moment = start + timedelta(days=days, milliseconds=milliseconds)
    except OverflowError:
        return None
    return moment.date() if milliseconds == 0 else moment


def shown(value: Decimal | str | bool | date | ErrorValue | None, code: str) -> str:
    """The value as a person sees it, with Indonesian marks."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "TRUE" if value else "FALSE"
        case ErrorValue():
            return value.code or "?"
        case datetime():
            return value.strftime("%d/%m/%Y %H:%M")
        case date():
            return value.strftime("%d/%m/%Y")
        case Decimal():
            return _shown_number(value, code)


def _shown_number(value: Decimal, code: str) -> str:
    sections = format_sections(code)
    section, magnitude = sections[0], value
    if value < 0 and len(sections) > 1:
        section, magnitude = sections[1], -value
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    if not section.has_digits and not section.is_date and len(sections) > 1:
        return section.prefix + section.suffix
    if section.decimals is None:
        return f"{magnitude:f}".replace(".", ",")
    scaled = Fraction(magnitude) * 100**section.percent / 1000**section.thousands
    rounded = half_up(abs(scaled), section.decimals)
    digits = grouped(rounded, section.decimals) if section.is_grouped else f"{rounded:f}".replace(".", ",")
    sign = "-" if scaled < 0 and rounded else ""
    return f"{sign}{section.prefix}{digits}{section.suffix}".strip()
