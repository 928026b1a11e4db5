"""Satu bagian lebih besar daripada keseluruhannya.

Mengapa penting: kegiatan tidak mungkin lebih mahal daripada programnya. Salah satu angka salah ketik atau salah tempat.

Contoh: program dengan pagu 532.633.400 memuat kegiatan dengan pagu 947.473.194.
Diperiksa juga pada daftar yang tidak mengaku lengkap, yang tidak dapat dijumlahkan.

Cara memperbaiki: cocokkan kedua angka dengan DPA, dan periksa apakah kegiatannya berada di bawah program yang benar.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from saksama.audit.checks import failing, passed
from saksama.audit.facts import cell_name, printed
from saksama.audit.hierarchy import ADDITIVE, Tree, figure, is_money, part_cells, tree
from saksama.audit.relation import SAME, Relation, Term, judge, readings
from saksama.audit.rule import Check, Rule, Severity
from saksama.kernel.rounding import write_number
from saksama.kernel.totals import ARITHMETIC
from saksama.language.messages import _
from saksama.understanding.reading import Figured, Reading, RowRole, UnderstoodTable

_TOTAL = re.compile(r"\W*(?:sub\s*)?(?:jumlah|total)\b", re.IGNORECASE)


def check(reading: Reading) -> Iterator[Check]:
    """Compare every parent with its parts."""
    for table in reading.tables:
        known = tree(table)
        for column, described in enumerate(table.columns):
            if described.measure in ADDITIVE or is_money(table, column):
                yield from _column(known, column)


def _column(known: Tree, column: int) -> Iterator[Check]:
    for family in known.families:
        whole = figure(known.table, family.row, column)
        if whole is None or known.table.rows[family.row].role is RowRole.TOTAL:
            continue  # totals are added up
        if not any(reading.value for reading in readings(whole)):
            continue  # nothing stated yet
        for row in part_cells(known, family.children, column):
            part = figure(known.table, row, column)
            if part and not _TOTAL.match(known.table.rows[row].label):
                yield _look(known.table, (row, column), part, (family.row, whole))


def _look(table: UnderstoodTable, place: tuple[int, int], part: Figured, above: tuple[int, Figured]) -> Check:
    parent, whole = above
    relation = Relation(SAME, part, (Term("other", whole),), is_exact=True, is_limit=True)
    judgement = judge(relation)
    if judgement.holds or not isinstance(judgement.expected, Fraction):
        return passed(relation, None)
    message = _(
        "{place}: {part} lebih besar daripada {whole} pada “{parent}”, yang memuatnya (lebih {excess})."
    ).format(
        place=cell_name(table, place[0], place[1], place=part.place),
        part=printed(part),
        whole=printed(whole),
        parent=" ".join(table.rows[parent].label.split()),
        excess=write_number(Fraction(judgement.readings[0].value) - judgement.expected, 0),
    )
    return failing(
        relation,
        judgement,
        None,
        message=message,
        remedy=_("Cocokkan kedua angka dengan DPA, dan periksa susunan programnya."),
    )


RULE = Rule("SUM002", "parts-above-whole", Severity.ERROR, ARITHMETIC, check)
