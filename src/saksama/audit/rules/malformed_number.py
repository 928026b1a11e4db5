"""Angka yang tidak mungkin terbaca sebagai angka.

Mengapa penting: "9.871.1466.000" tidak dapat dijumlahkan siapa pun, dan pembaca menebak digit mana yang berlebih.

Contoh: "9.871.1466.000" seharusnya berkelompok tiga digit; "110,61% %" hanya memerlukan satu tanda persen.

Cara memperbaiki: ketik kembali angkanya dari sumbernya.
"""

import re
from collections.abc import Iterator

from saksama.audit.facts import cell_name
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, enumerated, fault
from saksama.kernel.figures import Blank
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import ColumnPart, Figured, Measure, Reading

_DOUBLE = re.compile(r"\d\s*%\s*%")
_GROUPS = re.compile(
    r"\d{1,3}(?:[.,]\d{3})*[.,]\d{4,}[.,]\d{3}|\d{1,3}(?:[.,]\d{3})+[.,]\d{1,2}[.,]\d{3}|\d{4,}[.,]\d{3}[.,]\d{3}"
    r"|(?P<cents>\d{1,3}(?:\.\d{3}){2,}\.\d{1,2}|\d{1,3}(?:,\d{3}){2,},\d{1,2})"
)
"""Groups of which one has too many digits or too few."""
_MONEY = re.compile(r"[Rr][Pp]\.?")


def check(reading: Reading) -> Iterator[Check]:
    """Look at every figure that makes no number, and at doubled percent signs."""
    doubled: list[Figured] = []
    found = False
    for table in reading.tables:
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
                    yield _look(cell, groups, cell_name(table, row, column, place=cell.place))
    for sentence in reading.sentences:
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


def _look(cell: Figured, found: re.Match[str], place: str) -> Check:
    message = _("{place}: “{text}” bukan angka yang mungkin; kelompok digitnya tidak tiga-tiga. Perlu dicek.").format(
        place=place, text=" ".join(cell.text.split())
    )
    # "2.807.870.000.00" may be cents behind a second mark of the same kind.
    severity = Severity.NOTE if found["cents"] else None
    return fault(message, (cell,), remedy=_("Ketik kembali angkanya dari sumbernya."), severity=severity)


RULE = Rule(
    "DOC012",
    "malformed-number",
    Severity.WARNING,
    Citation("EYD V", "penulisan angka dan bilangan", Certainty.GENERAL),
    check,
)
