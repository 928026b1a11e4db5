"""Satu bagian lebih besar daripada keseluruhannya.

Mengapa penting: kegiatan tidak mungkin lebih mahal daripada programnya. Salah satu angka salah ketik atau salah tempat.

Contoh: program dengan pagu 532.633.400 memuat kegiatan dengan pagu 947.473.194.
Diperiksa juga pada daftar yang tidak mengaku lengkap, yang tidak dapat dijumlahkan. Baris tanpa nomor, kode atau kata
"kegiatan" hanya dianggap bagian dari baris di atasnya bila jumlah baris lain di kolom itu membenarkannya.

Cara memperbaiki: cocokkan kedua angka dengan DPA, dan periksa apakah kegiatannya berada di bawah program yang benar.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from saksama.audit.checks import failing, passed
from saksama.audit.facts import cell_name, printed
from saksama.audit.hierarchy import ADDITIVE, Family, Tree, figure, is_money, part_cells, tree
from saksama.audit.relation import SAME, Relation, Term, judge, readings
from saksama.audit.rule import Check, Rule, Severity
from saksama.kernel.rounding import write_number
from saksama.kernel.totals import ARITHMETIC
from saksama.language.messages import _
from saksama.understanding.reading import Figured, Reading, RowRole, SubjectKind, UnderstoodTable
from saksama.understanding.rows import kind_of_label

_TOTAL = re.compile(r"\W*(?:sub\s*)?(?:jumlah|total)\b", re.IGNORECASE)


def check(reading: Reading) -> Iterator[Check]:
    """Compare every parent with its parts."""
    for table in reading.tables:
        known = tree(table)
        for column, described in enumerate(table.columns):
            if described.measure in ADDITIVE or is_money(table, column):
                yield from _column(known, column)


def _column(known: Tree, column: int) -> Iterator[Check]:
    guessed = {family for family in known.families if _is_guessed(known.table, family)}
    added = [made for family in guessed if (made := _adds_up(known, family, column)) is not None]
    is_borne_out = sum(added) * 2 > len(added)
    for family in known.families:
        if family in guessed and not is_borne_out:
            continue
        whole = figure(known.table, family.row, column)
        if whole is None or known.table.rows[family.row].role is RowRole.TOTAL:
            continue  # totals are added up
        if not any(reading.value for reading in readings(whole)):
            continue  # nothing stated yet
        for row in part_cells(known, family.children, column):
            part = figure(known.table, row, column)
            if part and not _TOTAL.match(known.table.rows[row].label):
                yield _look(known.table, (row, column), part, (family.row, whole))


def _is_guessed(table: UnderstoodTable, family: Family) -> bool:
    """Whether nothing that is printed says that the rows are parts, and the last row of a known kind got them."""
    return any(
        not table.rows[row].number and kind_of_label(table.rows[row].label, None) is SubjectKind.OTHER
        for row in family.children
    )


def _adds_up(known: Tree, family: Family, column: int) -> bool | None:
    """Whether several parts make their whole to the last digit; `None` where there is nothing to add."""
    whole = figure(known.table, family.row, column)
    parts = [figure(known.table, row, column) for row in part_cells(known, family.children, column)]
    stated = [part.chosen.value for part in parts if part and part.chosen and part.chosen.value]
    if whole is None or whole.chosen is None or len(stated) < 2:
        return None
    return sum(stated) == whole.chosen.value


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
