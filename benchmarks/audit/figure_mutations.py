"""Mutations of one printed figure of a table."""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from random import Random

from benchmarks.audit.mutant import NUMBERS, Duty, Mutant, Operator
from benchmarks.audit.sites import Site, at, sites, with_texts
from saksama.documents.document import Document

MONEY = ("appropriation", "expenditure", "remainder", "absorption")
RESULTS = ("target", "actual", "achievement")
_MEASURED = re.compile(r"^(?:Target, Realisasi|Capaian Kinerja Sasaran)")
_BUDGET = re.compile(r"^(?:Anggaran dan Realisasi|Realisasi Anggaran)")
_YEARS = re.compile(r"^Realisasi dan Capaian")

Change = Callable[[str, Random], str]


def value_of(text: str) -> Decimal | None:
    """The number that our generators print so: "1.234,5", with "Rp" or "%" perhaps."""
    bare = re.sub(r"^Rp ?|[%+]", "", text).strip().replace("−", "-")
    if not re.fullmatch(r"-?\d[\d.]*(,\d+)?", bare):
        return None
    try:
        return Decimal(bare.replace(".", "").replace(",", "."))
    except InvalidOperation:
        return None


def decimals_of(text: str) -> int:
    """How many decimals are printed."""
    _whole, mark, after = text.partition(",")
    return len(re.match(r"\d*", after).group()) if mark else 0  # type: ignore[union-attr]


def is_other_number(old: str, new: str) -> bool:
    """Whether the new text prints a number that no rounding or truncation makes of the old one."""
    before, after = value_of(old), value_of(new)
    if before is None or after is None:
        return False
    return abs(after - before) > 3 * Decimal(1).scaleb(-min(decimals_of(old), decimals_of(new)))


def related(document: Document) -> list[Site]:
    """Figures that other figures of the report determine: the measured year's results and the budget."""
    found = []
    for site in sites(document):
        kinds = RESULTS if _MEASURED.match(site.caption) else MONEY if _BUDGET.match(site.caption) else ()
        if site.kind in kinds and value_of(site.text):
            found.append(site)
    return found


def figure_mutant(document: Document, site: Site, text: str, duty: Duty = Duty.FIND) -> Mutant:
    """One figure changed."""
    changed = with_texts(document, {site: text})
    where = f"{site.number} “{site.label}” {site.header}"
    change = f"{where}: {site.text} → {text}"
    return Mutant(changed, NUMBERS, (text,), site.number, duty, change, changed=int(duty is Duty.FIND))


def _changing(change: Change) -> Callable[[Document, Random], Mutant | None]:
    def mutate(document: Document, chance: Random) -> Mutant | None:
        found = related(document)
        for _attempt in range(40):
            if not found:
                return None
            site = _any(found, chance)
            text = change(site.text, chance)
            if is_other_number(site.text, text):
                return figure_mutant(document, site, text)
        return None

    return mutate


def _any(found: list[Site], chance: Random) -> Site:
    """A figure of any kind, each kind as often: else the budget, which has the most figures, would be all."""
    kind = chance.choice(sorted({site.kind for site in found}))
    return chance.choice([site for site in found if site.kind == kind])


def _digits(text: str) -> list[int]:
    return [place for place, mark in enumerate(text) if mark.isdigit()]


def _change_digit(text: str, chance: Random) -> str:
    place = chance.choice(_digits(text))
    digit = chance.choice([digit for digit in "123456789" if digit != text[place]])
    return text[:place] + digit + text[place + 1 :]


def _swap_digits(text: str, chance: Random) -> str:
    places = _digits(text)
    if len(places) < 2:
        return text
    first = chance.randrange(len(places) - 1)
    left, right = places[first], places[first + 1]
    marks = list(text)
    marks[left], marks[right] = marks[right], marks[left]
    return "".join(marks) if marks[places[0]] != "0" else text


def _regrouped(text: str, digits: str, decimals: int) -> str:
    """Digits printed as the old text prints its own."""
    whole, after = (digits[:-decimals], digits[-decimals:]) if decimals else (digits, "")
    value = f"{int(whole or '0'):,}".replace(",", ".") + (f",{after}" if after else "")
    places = _digits(text)
    return text[: places[0]] + value + text[places[-1] + 1 :]


def _drop_digit(text: str, chance: Random) -> str:
    places = _digits(text)
    whole = len(places) - decimals_of(text)
    if whole < 2:
        return text
    gone = chance.randrange(whole)
    digits = "".join(text[place] for number, place in enumerate(places) if number != gone)
    return _regrouped(text, digits, decimals_of(text))


def _times(zeros: int) -> Change:
    def change(text: str, _chance: Random) -> str:
        return _regrouped(text, "".join(text[place] for place in _digits(text)) + "0" * zeros, decimals_of(text))

    return change


def _copied(document: Document, chance: Random, pick: Callable[[list[Site], Site], list[Site]]) -> Mutant | None:
    every, found = sites(document), related(document)
    for _attempt in range(40):
        if not found:
            return None
        site = _any(found, chance)
        others = [other for other in pick(every, site) if is_other_number(site.text, other.text)]
        if others:
            return figure_mutant(document, site, chance.choice(others).text)
    return None


def _from_row(document: Document, chance: Random) -> Mutant | None:
    def pick(every: list[Site], site: Site) -> list[Site]:
        near = (at(every, table=site.table, row=site.row + step, column=site.column) for step in (-1, 1))
        return [other for other in near if other]

    return _copied(document, chance, pick)


def _from_column(document: Document, chance: Random) -> Mutant | None:
    def pick(every: list[Site], site: Site) -> list[Site]:
        near = (at(every, table=site.table, row=site.row, column=site.column + step) for step in (-1, 1))
        return [other for other in near if other and other.kind in (*MONEY, *RESULTS)]

    return _copied(document, chance, pick)


def _from_total(document: Document, chance: Random) -> Mutant | None:
    every = sites(document)
    totals = [site for site in every if site.is_total and site.kind in MONEY and value_of(site.text)]
    own = [site for site in totals if _BUDGET.match(site.caption) and site.kind in ("appropriation", "expenditure")]
    if not own:
        return None
    site = chance.choice(own)
    rows = [other for other in every if other.kind in ("appropriation", "expenditure") and other.table != site.table]
    others = [other for other in rows if is_other_number(site.text, other.text)]
    return figure_mutant(document, site, chance.choice(others).text) if others else None


def _from_year(document: Document, chance: Random) -> Mutant | None:
    every = sites(document)
    found = [site for site in every if _YEARS.match(site.caption) and site.kind in ("actual", "achievement")]
    chance.shuffle(found)
    for site in found:
        before = at(every, table=site.table, row=site.row, column=site.column - 1)
        if before and before.kind == site.kind and is_other_number(site.text, before.text):
            return figure_mutant(document, site, before.text)
    return None


FIGURE_OPERATORS = (
    Operator("digit changed", "figures", _changing(_change_digit)),
    Operator("digits swapped", "figures", _changing(_swap_digits)),
    Operator("digit dropped", "figures", _changing(_drop_digit)),
    Operator("times 10", "figures", _changing(_times(1))),
    Operator("times 100", "figures", _changing(_times(2))),
    Operator("copied from next row", "figures", _from_row),
    Operator("copied from next column", "figures", _from_column),
    Operator("copied from last year", "figures", _from_year),
    Operator("total of another table", "sums", _from_total),
)
