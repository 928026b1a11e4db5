"""Jumlah yang tercetak bukan jumlah bagian-bagiannya.

Mengapa penting: jumlah anggaran adalah angka yang paling sering dikutip. Jumlah yang tidak sama dengan rinciannya
berarti salah satu keliru, atau ada rincian yang hilang dari tabel.

Contoh: empat program berjumlah 4.827.274.899, tetapi baris JUMLAH mencetak 8.582.457.773.
Bagian-bagiannya diambil dari susunan tabel (penomoran, kode rekening, label, baris JUMLAH), bukan dari angka yang
kebetulan cocok. Daftar yang tidak mengaku lengkap tidak dijumlahkan; yang nomornya meloncat sekali dijumlahkan hanya
bila semua jumlah lain di kolom itu cocok, yang lain hanya bila jumlahnya kurang tepat sebesar satu bagiannya.

Cara memperbaiki: jumlahkan kembali rinciannya, atau tambahkan rincian yang belum tercantum.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from saksama.audit.checks import agreeing, failing, number, passed, skipped
from saksama.audit.facts import cell_name, printed
from saksama.audit.hierarchy import (
    ADDITIVE,
    COUNTS,
    Family,
    Tree,
    figure,
    has_figure,
    is_money,
    missing_number,
    part_cells,
    proposals,
    tree,
)
from saksama.audit.relation import Judgement, Precision, Relation, Term, Verdict, judge, readings
from saksama.audit.rule import Check, Outcome, Rule, Severity
from saksama.kernel.figures import Blank, Interval
from saksama.kernel.totals import ARITHMETIC, SUM
from saksama.language.messages import _
from saksama.understanding.reading import (
    ColumnPart,
    FactKey,
    Figured,
    Reading,
    RowRole,
    SubjectKind,
    UnderstoodTable,
)

LEAST_PARTS = 2
_LEAST_LEFT_OUT = 10_000
"""Rupiah. That a sum is missed by exactly one of its parts is no chance where the part is an amount."""


def check(reading: Reading) -> Iterator[Check]:
    """Add up what every total and every parent of a closed list stands for."""
    keys = {
        (statement.table, statement.row, statement.column): statement.key
        for statement in reading.statements
        if statement.table is not None
    }
    for table in reading.tables:
        known = tree(table)
        for column in _columns(known):
            found = [(look, family) for look, family in _column(known, column)]
            holding = [look[1].holds for look, family in found if not _gap(known, family)]
            for look, family in found:
                gap = _gap(known, family)
                if gap and not _is_missed(look, holding):
                    continue
                key = keys.get((table.index, family.row, column))
                for made in _looks(table, family.row, column, look, key=key, gap=gap):
                    is_doubtful = made.outcome is Outcome.FAILED and not _is_complete(known, family)
                    yield replace(made, severity=Severity.WARNING) if is_doubtful else made


def _columns(known: Tree) -> Iterator[int]:
    """Columns that add up: money and counts; others only where whole numbers do so in most of their families."""
    for column, described in enumerate(known.table.columns):
        if described.part is ColumnPart.NUMBER or described.part is ColumnPart.LABEL:
            continue
        if (
            described.measure in ADDITIVE
            or is_money(known.table, column)
            or (described.measure in COUNTS and described.unit != "%" and _adds_up(known, column))
        ):
            yield column


def _adds_up(known: Tree, column: int) -> bool:
    cells = [cell for row in range(len(known.table.rows)) if (cell := figure(known.table, row, column))]
    if any(reading.decimals or reading.unit == "%" for cell in cells for reading in readings(cell)):
        return False
    looks = [look[1].holds for look, family in _column(known, column) if not _gap(known, family)]
    return sum(looks) * 2 >= len(looks) and any(looks)


Look = tuple[Relation, Judgement, list[int]]


def _gap(known: Tree, family: Family) -> str:
    """The number that the parts of a list that is not closed leave out."""
    return "" if _is_complete(known, family) else missing_number(known, family)


def _is_missed(look: Look, others: list[bool]) -> bool:
    """Whether the sum misses the part whose number is left out, where all other sums of the column hold."""
    value = look[1].value
    is_less = value is not None and value < Fraction(readings(look[0].stated)[0].value)
    return is_less and len(others) >= LEAST_PARTS and all(others)


def _column(known: Tree, column: int) -> Iterator[tuple[Look, Family]]:
    for family in known.families:
        stated = figure(known.table, family.row, column)
        if stated is None:
            continue
        if _has_unread(known, family.children, column):
            continue  # a part that makes no number is another finding
        looks = []
        for rows in proposals(known, family, column):
            is_structure = {*rows} <= {*part_cells(known, family.children, column)}
            if rows and (len(rows) >= LEAST_PARTS or is_structure):
                relation = _relation(known.table, stated, rows, column)
                looks.append((relation, judge(relation), rows))
        if not (_is_complete(known, family) or missing_number(known, family)):
            is_made = any(look[1].holds for look in looks)
            looks = [] if is_made else [look for look in looks if _leaves_one_out(look[0])]
        if looks:
            yield min(looks, key=lambda look: look[1].rank), family


def _has_unread(known: Tree, rows: tuple[int, ...], column: int) -> bool:
    """Whether digits that make no number stand among the parts."""
    for row in rows:
        cell = known.table.cells[row][column]
        if cell is not None and cell.blank is Blank.MALFORMED:
            return True
        if not has_figure(known.table, row, column) and _has_unread(known, known.children.get(row, ()), column):
            return True
    return False


def _is_complete(known: Tree, family: Family) -> bool:
    return family.is_closed or known.table.rows[family.row].role is RowRole.TOTAL


def _leaves_one_out(relation: Relation) -> bool:
    """Whether an amount is to the rupiah the sum of all parts but one, whatever the list claims to be. Where that one
    is the whole itself, the others are its parts.
    """
    if not relation.is_exact or len(relation.terms) <= LEAST_PARTS:
        return False
    values = [readings(term.figured)[0].value for term in relation.terms]
    whole = readings(relation.stated)[0].value
    left = sum(values) - whole
    return left >= _LEAST_LEFT_OUT and left != whole and values.count(left) == 1


def _relation(table: UnderstoodTable, stated: Figured, rows: list[int], column: int) -> Relation:
    cells = [cell for row in rows if (cell := figure(table, row, column))]
    whole = all(reading.scale == 1 and not reading.decimals for cell in (stated, *cells) for reading in readings(cell))
    precision = Precision.EXACT if whole else Precision.COMPUTED
    terms = tuple(Term(f"{row}", cell, precision) for row, cell in zip(rows, cells, strict=True))
    return Relation(SUM, stated, terms, is_exact=whole)


def _looks(
    table: UnderstoodTable, row: int, column: int, look: Look, *, key: FactKey | None, gap: str
) -> Iterator[Check]:
    relation, judgement, rows = look
    place = cell_name(table, row, column, place=relation.stated.place)
    if judgement.verdict is Verdict.UNCOMPUTABLE:
        yield skipped(_("bagian-bagiannya tidak terbaca"), key)
    elif judgement.verdict is Verdict.CONSISTENT:
        yield passed(relation, key)
    elif judgement.holds:
        yield agreeing(relation, judgement, key, place=place)
    else:
        found = failing(relation, judgement, key, message="")
        apart = ""
        if isinstance(judgement.expected, Fraction):
            difference = abs(judgement.expected - Fraction(judgement.readings[0].value))
            apart = _(" (selisih {difference})").format(difference=number(difference, 0))
        message = _("{place}: tercetak {printed}, padahal {count} bagiannya berjumlah {expected}{apart}.").format(
            place=place,
            printed=printed(relation.stated),
            count=len(rows),
            expected=found.expected_text,
            apart=apart,
        )
        if gap:
            message = f"{message} {_('Nomor {number} tidak ada di antaranya. Perlu dicek.').format(number=gap)}"
        wrong = failing(
            relation,
            judgement,
            key,
            message=message,
            remedy=_("Jumlahkan kembali rinciannya, atau tambahkan rincian yang belum tercantum."),
            severity=_severity(table, column, rows),
        )
        value = judgement.expected
        yield replace(wrong, repair=Interval(value, value) if isinstance(value, Fraction) else value)


def _severity(table: UnderstoodTable, column: int, rows: list[int]) -> Severity | None:
    """A warning where the parts are of several kinds or a cell among them is blank: the table may be misread."""
    kinds = {table.rows[part].kind for part in rows} - {SubjectKind.OTHER}
    between = range(min(rows), max(rows))
    is_blank = any(
        (cell := table.cells[row][column]) is not None and cell.blank is Blank.EMPTY
        for row in between
        if table.rows[row].role is RowRole.DATA
    )
    return Severity.WARNING if len(kinds) > 1 or is_blank else None


RULE = Rule("SUM001", "wrong-total", Severity.ERROR, ARITHMETIC, check)
