"""Anggaran seluruh instansi dipakai sebagai anggaran satu sasaran atau indikator.

Mengapa penting: efisiensi sasaran itu lalu dihitung dari uang yang sebagian besar dipakai untuk sasaran lain.

Contoh: baris "Nilai survei kepuasan masyarakat" memuat pagu 4.827.274.899, jumlah seluruh program, sedangkan dua baris
lain memuat 2.681.780.004 dan 266.131.500.

Cara memperbaiki: pakai anggaran program yang mendukung sasaran itu saja.
"""

from collections.abc import Iterator
from fractions import Fraction

from saksama.audit.facts import cell_name, printed
from saksama.audit.hierarchy import Tree, figure, is_money, part_cells, tree
from saksama.audit.relation import readings
from saksama.audit.rule import Check, Outcome, Rule, Severity
from saksama.kernel.totals import ARITHMETIC
from saksama.language.messages import _
from saksama.understanding.reading import Figured, Measure, Reading, RowRole, SubjectKind, UnderstoodTable

_PARTS = (SubjectKind.INDICATOR, SubjectKind.OBJECTIVE)
_MONEY = (Measure.APPROPRIATION, Measure.EXPENDITURE)


def check(reading: Reading) -> Iterator[Check]:
    """Look for the money of all programmes in the row of one objective."""
    wholes = _wholes(reading)
    for table in reading.tables:
        for column, described in enumerate(table.columns):
            if described.measure in _MONEY and is_money(table, column):
                yield from _column(table, column, wholes)


def _wholes(reading: Reading) -> dict[Fraction, str]:
    """The totals of all programmes, as printed and as added up, with where they stand."""
    found: dict[Fraction, str] = {}
    for table in reading.tables:
        kinds = {row.kind for row in table.rows}
        if SubjectKind.PROGRAMME not in kinds:
            continue
        known = tree(table)
        for family in known.families:
            if table.rows[family.row].role is not RowRole.TOTAL or table.rows[family.row].parent is not None:
                continue
            for column, described in enumerate(table.columns):
                if described.measure in _MONEY:
                    found.update(_totals(known, (family.row, column), family.children))
    return found


def _totals(known: Tree, place: tuple[int, int], children: tuple[int, ...]) -> Iterator[tuple[Fraction, str]]:
    row, column = place
    name = cell_name(known.table, row, column)
    parts = [figure(known.table, part, column) for part in part_cells(known, children, column)]
    if len(parts) > 1:
        yield sum((_value(part) for part in parts if part), Fraction(0)), name
    total = figure(known.table, row, column)
    if total:
        yield _value(total), name


def _value(figured: Figured) -> Fraction:
    return Fraction(readings(figured)[0].value)


def _column(table: UnderstoodTable, column: int, wholes: dict[Fraction, str]) -> Iterator[Check]:
    rows = [
        (row, cell)
        for row, described in enumerate(table.rows)
        if described.role in (RowRole.DATA, RowRole.GROUP)
        and described.kind in _PARTS
        and (cell := figure(table, row, column))
    ]
    for row, cell in rows:
        others = [other for _row, other in rows if other is not cell and 0 < _value(other) < _value(cell)]
        if _value(cell) not in wholes or not others:
            yield Check(Outcome.PASSED, (cell,), stated=cell)
            continue
        message = _(
            "{place}: {printed} adalah jumlah seluruh program ({whole}), bukan anggaran baris ini saja. Perlu dicek."
        )
        yield Check(
            Outcome.FAILED,
            (cell,),
            stated=cell,
            message=message.format(
                place=cell_name(table, row, column, place=cell.place), printed=printed(cell), whole=wholes[_value(cell)]
            ),
            remedy=_("Pakai anggaran program yang mendukung sasaran itu saja."),
        )


RULE = Rule("SUM004", "whole-for-part", Severity.WARNING, ARITHMETIC, check)
