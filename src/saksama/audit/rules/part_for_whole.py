"""Kalimat menyebut keseluruhan, tetapi angkanya hanya milik satu bagiannya.

Mengapa penting: pembaca mengira itulah seluruh pendapatan atau belanja; bagian yang lain tidak dilaporkan.

Contoh: "Pendapatan Asli Daerah ditargetkan 12.106.750.000, terealisasi 10.987.685.404" adalah angka retribusi saja;
tabelnya juga memuat lain-lain pendapatan 3.993.250.000 dan 3.360.542.638.

Cara memperbaiki: sebutkan bagiannya, atau tulis jumlah seluruhnya.
"""

from collections.abc import Iterator
from fractions import Fraction

from saksama.audit.facts import printed, shortened, table_name
from saksama.audit.hierarchy import figure, is_money, part_cells, tree
from saksama.audit.relation import readings
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, fault, sentence_name
from saksama.kernel.totals import ARITHMETIC
from saksama.language.messages import _
from saksama.understanding.names import canonical
from saksama.understanding.reading import Figured, Reading, RowRole, Sentence, UnderstoodTable

_LEAST_FIGURES = 2


def check(reading: Reading) -> Iterator[Check]:
    """Compare the amounts of sentences about a whole with the rows of the table that the whole's name heads."""
    for sentence in reading.sentences:
        amounts = [cell for cell in sentence.figures if _is_amount(cell)]
        if not sentence.subject or len(amounts) < _LEAST_FIGURES:
            continue
        for table in reading.tables:
            if sentence.subject in canonical(table.caption):
                yield from _look(sentence, amounts, table)


def _is_amount(figured: Figured) -> bool:
    return any(figure.unit == "Rp" for figure in readings(figured))


def _look(sentence: Sentence, amounts: list[Figured], table: UnderstoodTable) -> Iterator[Check]:
    columns = [column for column in range(len(table.columns)) if is_money(table, column)]
    tops = [
        row
        for row, described in enumerate(table.rows)
        if described.parent is None and described.role in (RowRole.DATA, RowRole.GROUP)
    ]
    known = tree(table)
    parts = {column: part_cells(known, tuple(tops), column) for column in columns}
    if not columns or any(_positive(table, rows, column) < 2 for column, rows in parts.items()):
        return
    stated = {_value(amount) for amount in amounts}
    wholes = {
        sum((_value(cell) for row in rows if (cell := figure(table, row, column))), Fraction(0))
        for column, rows in parts.items()
    }
    if stated & wholes:
        yield SOUND
        return
    said = canonical(sentence.text)
    for row in tops:
        own = {_value(cell) for column in columns if (cell := figure(table, row, column))}
        if len(stated & own) < _LEAST_FIGURES or canonical(table.rows[row].label) in said:
            continue
        message = _(
            "{place}: {figures} adalah angka “{part}” saja, sedangkan {table} juga memuat bagian lain. Perlu dicek: "
            "kalimatnya menyebut keseluruhan."
        ).format(
            place=sentence_name(sentence),
            figures=", ".join(printed(amount) for amount in amounts if _value(amount) in own),
            part=shortened(table.rows[row].label),
            table=table_name(table),
        )
        at = [amount for amount in amounts if _value(amount) in own]
        yield fault(message, at, remedy=_("Sebutkan bagiannya, atau tulis jumlah seluruhnya."))
        return


def _positive(table: UnderstoodTable, rows: list[int], column: int) -> int:
    return sum(1 for row in rows if (cell := figure(table, row, column)) and _value(cell) > 0)


def _value(figured: Figured) -> Fraction:
    return Fraction(readings(figured)[0].value)


RULE = Rule("SUM005", "part-for-whole", Severity.WARNING, ARITHMETIC, check)
