"""Persentase serapan sebuah jumlah adalah rata-rata persentase di bawahnya, bukan hasil bagi jumlahnya.

Mengapa penting: rata-rata persentase memberi kegiatan seratus ribu bobot yang sama dengan kegiatan satu miliar. Serapan
program menjadi lain dari yang sebenarnya dibelanjakan.

Contoh: program dengan realisasi 294.726.158 dari 589.624.752 (49,98%) dicetak 69%, rata-rata dari kegiatannya.

Cara memperbaiki: bagi jumlah realisasi dengan jumlah pagu. Bila rata-rata memang dimaksud, sebutkan.
"""

from collections.abc import Iterator
from itertools import product

from saksama.audit.checks import failing, passed
from saksama.audit.facts import beside, cell_name, facts, printed
from saksama.audit.hierarchy import Tree, figure, part_cells, tree
from saksama.audit.relation import Precision, Relation, Term, judge, readings
from saksama.audit.rule import Check, Rule, Severity
from saksama.kernel.money import ABSORPTION
from saksama.kernel.totals import ARITHMETIC, MEAN
from saksama.language.messages import _
from saksama.understanding.reading import Figured, Measure, Reading, RowRole, Statement

LEAST_PARTS = 2


def check(reading: Reading) -> Iterator[Check]:
    """Look for percentages of parents and totals that are the mean of those below them."""
    known = facts(reading)
    stated = {
        (statement.table, statement.row, statement.column): statement
        for statement in reading.statements
        if statement.key.measure is Measure.ABSORPTION and statement.table is not None
    }
    for table in reading.tables:
        columns = [place for place, column in enumerate(table.columns) if column.measure is Measure.ABSORPTION]
        if not columns:
            continue
        families = tree(table)
        for column in columns:
            for family in families.families:
                statement = stated.get((table.index, family.row, column))
                if statement is None or table.rows[family.row].role is RowRole.AVERAGE:
                    continue
                spent, allotted = (
                    beside(known, statement, part) for part in (Measure.EXPENDITURE, Measure.APPROPRIATION)
                )
                quotients = [
                    Relation(
                        ABSORPTION,
                        statement.figure,
                        (Term("expenditure", one.figure), Term("appropriation", other.figure)),
                    )
                    for one, other in product(spent, allotted)
                ]
                yield from _look(families, statement, family.children, quotients)


def _look(known: Tree, statement: Statement, children: tuple[int, ...], quotients: list[Relation]) -> Iterator[Check]:
    column = statement.column or 0
    rows = part_cells(known, children, column)
    cells = [cell for row in rows if (cell := figure(known.table, row, column))]
    if len(cells) < LEAST_PARTS or not quotients or not readings(statement.figure):
        return
    judged = [(relation, judge(relation)) for relation in quotients]
    mean = mean_of(statement.figure, cells)
    if any(judgement.holds for _relation, judgement in judged) or mean is None:
        yield passed(judged[0][0], statement.key)
        return
    relation, judgement = judged[0]
    found = failing(relation, judgement, statement.key, message="")
    message = _(
        "{place}: tercetak {printed}, rata-rata dari {count} persentase di bawahnya; jumlah realisasi dibagi jumlah "
        "pagu memberi {expected}."
    ).format(
        place=cell_name(known.table, statement.row or 0, column, place=statement.figure.place),
        printed=printed(statement.figure),
        count=len(mean.terms),
        expected=found.expected_text,
    )
    yield failing(
        relation,
        judgement,
        statement.key,
        message=message,
        remedy=_("Bagi jumlah realisasi dengan jumlah pagu; bila rata-rata dimaksud, sebutkan."),
        cause=_("Persentase dirata-ratakan."),
        group=f"{statement.table}:{statement.column}",
    )


def mean_of(stated: Figured, cells: list[Figured]) -> Relation | None:
    """The mean of the cells, or of those above zero, if that is what is stated."""
    above = [cell for cell in cells if readings(cell)[0].value]
    for terms in (cells, above):
        if len(terms) < LEAST_PARTS:
            continue
        computed = tuple(Term(f"{place}", cell, Precision.COMPUTED) for place, cell in enumerate(terms))
        relation = Relation(MEAN, stated, computed)
        if judge(relation).holds:
            return relation
    return None


RULE = Rule("AVG001", "averaged-percentages", Severity.ERROR, ARITHMETIC, check)
