"""Angka yang tidak mungkin terbaca sebagai angka.

Mengapa penting: "9.871.1466.000" tidak dapat dijumlahkan siapa pun, dan pembaca menebak digit mana yang berlebih.

Contoh: "9.871.1466.000" seharusnya berkelompok tiga digit; "110,61% %" hanya memerlukan satu tanda persen.
Bila jumlah di atasnya hanya cocok dengan satu angka yang digitnya hampir sama, angka itu disebutkan.

Cara memperbaiki: ketik kembali angkanya dari sumbernya.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from saksama.audit.checks import number
from saksama.audit.facts import cell_name
from saksama.audit.hierarchy import Tree, figure, tree
from saksama.audit.relation import readings
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.slips import digits, slip
from saksama.audit.words import SOUND, enumerated, fault, sentence_name
from saksama.kernel.figures import Blank
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import ColumnPart, Figured, Measure, Reading

_DOUBLE = re.compile(r"\d\s*%\s*%")
_GROUPS = re.compile(
    r"\d{1,3}(?:[.,]\d{3})*[.,]\d{4,}(?:[.,]\d{3})+|\d{1,3}(?:[.,]\d{3})+[.,]\d{1,2}(?:[.,]\d{3})+"
    r"|\d{4,}[.,]\d{3}[.,]\d{3}"
    r"|\d{1,3}(?:\.\d{3})+\.\d{1,2},\d{2}|\d{1,3}(?:,\d{3})+,\d{1,2}\.\d{2}"
    r"|(?P<cents>\d{1,3}(?:\.\d{3}){2,}\.\d{1,2}|\d{1,3}(?:,\d{3}){2,},\d{1,2})"
)
"""Groups of which one has too many digits or too few."""
_MONEY = re.compile(r"[Rr][Pp]\.?")


def check(reading: Reading) -> Iterator[Check]:
    """Look at every figure that makes no number, and at doubled percent signs."""
    doubled: list[Figured] = []
    found = False
    for table in reading.tables:
        known = tree(table)
        for row, cells in enumerate(table.cells):
            for column, cell in enumerate(cells):
                if cell is None or (row, column) in table.repeats:
                    continue
                if _DOUBLE.search(cell.text):
                    doubled.append(cell)
                elif (groups := _groups(cell)) and table.columns[column].part is ColumnPart.FIGURES:
                    described = table.columns[column]
                    if described.measure is None or described.measure is Measure.OTHER:
                        continue
                    found = True
                    place = cell_name(table, row, column, place=cell.place)
                    yield _look(cell, groups, place, meant=_meant(known, row, column, cell.text))
    for sentence in reading.sentences:
        for figured in sentence.figures:
            if _MONEY.match(figured.text) and (groups := _groups(figured)):
                found = True
                yield _look(figured, groups, sentence_name(sentence))
        doubled += [figured for figured in sentence.figures if _DOUBLE.search(figured.text)]
    if doubled:
        message = _("Tanda persen tertulis dua kali: {figures}.").format(
            figures=enumerated(" ".join(figured.text.split()) for figured in doubled)
        )
        yield fault(message, doubled, remedy=_("Hapus tanda yang berlebih."), severity=Severity.NOTE)
    elif not found and reading.tables:
        yield SOUND


def _groups(cell: Figured) -> re.Match[str] | None:
    text = " ".join(cell.text.split())
    return _GROUPS.fullmatch(_MONEY.sub("", text).strip(" .,-")) if cell.blank is Blank.MALFORMED else None


def _look(cell: Figured, found: re.Match[str], place: str, *, meant: str = "") -> Check:
    message = _("{place}: “{text}” bukan angka yang mungkin; kelompok digitnya tidak tiga-tiga. Perlu dicek.").format(
        place=place, text=" ".join(cell.text.split())
    )
    if meant:
        message = f"{message} {_('Jumlahnya cocok dengan {meant}.').format(meant=meant)}"
    # "2.807.870.000.00" may be cents behind a second mark of the same kind.
    severity = Severity.NOTE if found["cents"] else None
    return fault(message, (cell,), remedy=_("Ketik kembali angkanya dari sumbernya."), severity=severity)


def _meant(known: Tree, row: int, column: int, text: str) -> str:
    """The number with nearly the same digits that makes the sum of its family hold; "" where there is none."""
    printed = re.sub(r"\D", "", text).lstrip("0")
    for family in known.families:
        if row not in (family.row, *family.children):
            continue
        others = [figure(known.table, other, column) for other in family.children if other != row]
        total = figure(known.table, family.row, column)
        if None in others or (total is None and row != family.row):
            continue
        value = sum((readings(other)[0].value for other in others if other), Decimal(0))
        if total and row != family.row:
            value = readings(total)[0].value - value
        for decimals in (0, 2):
            if value > 0 and (digits(value, decimals) == printed or slip(printed, digits(value, decimals))):
                return number(Fraction(value), 0)
    return ""


RULE = Rule(
    "DOC012",
    "malformed-number",
    Severity.WARNING,
    Citation("EYD V", "penulisan angka dan bilangan", Certainty.GENERAL),
    check,
)
