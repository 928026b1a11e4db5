"""Pergeseran anggaran dalam catatan tidak sama dengan selisih pagu sebelum dan sesudah perubahan.

Mengapa penting: refocusing menjelaskan mengapa kegiatan tidak jalan; jumlah yang keliru tidak menjelaskan apa pun.

Contoh: pagu 204.817.920 menjadi 94.908.960 dengan catatan "Refocusing Rp 143.208.912". Yang benar 109.908.960.
Bila catatan memuat beberapa jumlah, cukup salah satunya atau jumlahnya yang cocok.

Cara memperbaiki: kurangkan pagu sesudah perubahan dari pagu semula, atau sebutkan apa lagi yang termasuk di dalamnya.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from saksama.audit.checks import failing, passed
from saksama.audit.facts import Facts, cell_name, facts, is_amount, printed
from saksama.audit.relation import Relation, Term, judge
from saksama.audit.rule import Check, Rule, Severity
from saksama.kernel.figures import Figure
from saksama.kernel.provenance import Place
from saksama.kernel.totals import ARITHMETIC, DIFFERENCE
from saksama.language.messages import _
from saksama.understanding.cell_figures import cell_figure
from saksama.understanding.reading import ColumnPart, Figured, Measure, Reading, Statement, UnderstoodTable

_SHIFT = re.compile(
    r"(?:refoc?k?using|pergeseran|rasionalisasi|pengurangan|pemotongan|penambahan|bertambah|berkurang)\b[^\d;]{0,30}?"
    r"(?P<amount>rp\.?\s*\d{1,3}(?:[.,]\d{3})+)",
    re.IGNORECASE,
)


def check(reading: Reading) -> Iterator[Check]:
    """Look at notes beside two versions of an appropriation."""
    known = facts(reading)
    for table in reading.tables:
        notes = [place for place, column in enumerate(table.columns) if column.part is ColumnPart.WORDS]
        for row in range(len(table.rows)) if notes else ():
            pair = _pair(known, table, row)
            for column in notes if pair else ():
                if (row, column) not in table.repeats and pair:
                    yield from _note(table, row, column, pair)


def _pair(known: Facts, table: UnderstoodTable, row: int) -> tuple[Statement, Statement] | None:
    """The appropriation before and after its change, where the row states both once."""
    stated = [
        statement
        for statement in known.rows.get((table.index, row), ())
        if statement.key.measure is Measure.APPROPRIATION and is_amount(statement)
    ]
    after = [statement for statement in stated if statement.key.version == "perubahan"]
    before = [statement for statement in stated if statement.key.version in {"", "murni"}]
    return (before[0], after[0]) if len(before) == len(after) == 1 else None


def _note(table: UnderstoodTable, row: int, column: int, pair: tuple[Statement, Statement]) -> Iterator[Check]:
    amounts = [figure for found in _SHIFT.finditer(table.texts[row][column]) if (figure := _amount(found["amount"]))]
    if not amounts:
        return
    before, after = pair
    # A column of words has no places of its own: it is the page and row of what stands beside it.
    place = replace(before.figure.place, column=column + 1, box=None, cell="", path="", start=None)
    high, low = sorted(pair, key=lambda statement: -statement.figure.readings[0].value)
    terms = (Term("value", high.figure), Term("other", low.figure))
    looks = []
    for figure in (*amounts, _sum(amounts)):
        relation = Relation(DIFFERENCE, _figured(place, figure), terms, is_exact=True)
        looks.append((relation, judge(relation)))
    holding = next((relation for relation, judgement in looks if judgement.holds), None)
    if holding:
        yield passed(holding, before.key)
        return
    relation, judgement = looks[0]
    found = failing(relation, judgement, before.key, message="")
    message = _("{place}: tercetak pergeseran {printed}, padahal pagu {before} menjadi {after} berselisih {expected}.")
    text = message.format(
        place=cell_name(table, row, column, before.subject_text, place=place),
        printed=relation.stated.text,
        before=printed(before.figure),
        after=printed(after.figure),
        expected=found.expected_text,
    )
    yield replace(
        found, message=text, remedy=_("Kurangkan pagu sesudah perubahan dari pagu semula, atau sebutkan isinya.")
    )


def _amount(text: str) -> Figure | None:
    readings, _blank = cell_figure(text)
    return readings[0] if len(readings) == 1 else None


def _sum(amounts: list[Figure]) -> Figure:
    return replace(amounts[0], value=sum((figure.value for figure in amounts), Decimal(0)))


def _figured(place: Place, figure: Figure) -> Figured:
    return Figured(figure.text, place, (figure,), None, figure, "only reading")


RULE = Rule("TXT005", "misstated-shift", Severity.WARNING, ARITHMETIC, check)
