"""Persentase serapan sebuah jumlah adalah rata-rata persentase di bawahnya, bukan hasil bagi jumlahnya.

Mengapa penting: rata-rata persentase memberi kegiatan seratus ribu bobot yang sama dengan kegiatan satu miliar. Serapan
program menjadi lain dari yang sebenarnya dibelanjakan.

Contoh: program dengan realisasi 294.726.158 dari 589.624.752 (49,98%) dicetak 69%, rata-rata dari kegiatannya.

Cara memperbaiki: bagi jumlah realisasi dengan jumlah pagu. Bila rata-rata memang dimaksud, sebutkan.
"""

from collections.abc import Iterator
from dataclasses import replace

from saksama.audit.checks import failing, passed
from saksama.audit.facts import Facts, beside, budgets, cell_name, facts, printed, table_name
from saksama.audit.hierarchy import Tree, figure, part_cells, tree
from saksama.audit.relation import Precision, Relation, Term, Verdict, judge, readings
from saksama.audit.rule import Check, Outcome, Rule, Severity
from saksama.kernel.money import ABSORPTION
from saksama.kernel.totals import ARITHMETIC, MEAN
from saksama.language.messages import _
from saksama.understanding.reading import Figured, Measure, Reading, RowRole, Statement, UnderstoodTable

LEAST_PARTS = 2


def check(reading: Reading) -> Iterator[Check]:
    """Look for percentages of parents and totals that are the mean of those below them; a column is one finding."""
    known = facts(reading)
    stated = {
        (statement.table, statement.row, statement.column): statement
        for statement in reading.statements
        if statement.key.measure is Measure.ABSORPTION and statement.table is not None and readings(statement.figure)
    }
    for table in reading.tables:
        columns = [place for place, column in enumerate(table.columns) if column.measure is Measure.ABSORPTION]
        families = tree(table) if columns else None
        for column in columns:
            wrong: list[Check] = []
            for family in families.families if families else ():
                statement = stated.get((table.index, family.row, column))
                if statement and families and table.rows[family.row].role is not RowRole.AVERAGE:
                    for found in _look(known, families, statement, family.children):
                        if found.outcome is Outcome.FAILED:
                            wrong.append(found)
                        else:
                            yield found
            if wrong:
                yield wrong[0] if len(wrong) == 1 else _column(table, column, wrong)


def _column(table: UnderstoodTable, column: int, wrong: list[Check]) -> Check:
    message = _(
        "{table}, kolom “{column}”: {count} persentase adalah rata-rata dari baris di bawahnya. Contoh {example}"
    ).format(
        table=table_name(table),
        column=" ".join(table.columns[column].header.split()),
        count=len(wrong),
        example=wrong[0].message,
    )
    accused = tuple(found.stated for found in wrong if found.stated)
    used = tuple(figured for found in wrong for figured in found.figures[1:])
    return replace(wrong[0], message=message, figures=(*accused, *used), accused=accused)


def _look(known: Facts, families: Tree, statement: Statement, children: tuple[int, ...]) -> Iterator[Check]:
    column = statement.column or 0
    rows = part_cells(families, children, column)
    cells = [cell for row in rows if (cell := figure(families.table, row, column))]
    quotients = [
        Relation(
            ABSORPTION, statement.figure, (Term("expenditure", spent.figure), Term("appropriation", allotted.figure))
        )
        for allotted in budgets(known, statement)
        for spent in beside(known, statement, Measure.EXPENDITURE)
    ]
    judged = [(relation, judge(relation)) for relation in quotients]
    if len(cells) < LEAST_PARTS or all(judgement.verdict is Verdict.UNCOMPUTABLE for _relation, judgement in judged):
        return
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
        place=cell_name(families.table, statement.row or 0, column, place=statement.figure.place),
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
