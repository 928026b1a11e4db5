"""Nilai survei kepuasan yang tercetak bukan hasil nilai unsur-unsurnya, atau bobot yang disebut tidak memberinya.

Mengapa penting: nilai IKM adalah indikator utama banyak perangkat daerah; unsur dan bobotnya tercetak, jadi pembaca
menghitungnya kembali.

Contoh: sembilan unsur berjumlah 32,33 dan bobotnya disebut 0,11, jadi 32,33 × 0,11 × 25 = 88,91; tercetak 89,79. Dengan
bobot 1/9 nilainya 89,81, dan 89,79 masih mungkin dari unsur yang belum dibulatkan: bobotnya yang keliru ditulis.

Cara memperbaiki: tulis bobot 1 dibagi banyaknya unsur, cetak nilai unsur lebih rinci, atau hitung ulang nilainya.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from saksama.audit.checks import number
from saksama.audit.facts import printed
from saksama.audit.relation import readings
from saksama.audit.rule import Check, Outcome, Rule, Severity
from saksama.audit.words import enumerated, fault, sentence_name, table_at
from saksama.kernel.figures import Interval
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import ColumnPart, Figured, Reading, Sentence, UnderstoodTable

_ELEMENTS = re.compile(r"unsur\s+pelayanan", re.IGNORECASE)
_NO_ELEMENT = re.compile(
    r"\b(?:tertinggi|terendah|jumlah|rata-rata|nilai (?:ikm|skm|indeks)|(?:di)?konversi|mutu|tertimbang)\b"
)
_RESULT = re.compile(r"\b(?:di)?konversi\w*\b", re.IGNORECASE)
_WEIGHT = re.compile(r"\b(?:penimbang|bobot|tertimbang)\b[^.;=\d]{0,60}$", re.IGNORECASE)
_LEAST, _MOST = 9, 14  # elements of a survey: PermenPAN 16/2014 and 14/2017 have nine, KepmenPAN 25/2004 fourteen
_FACTOR = 25  # PermenPANRB 14/2017, annex: the index of 1 to 4 is converted by 25


def check(reading: Reading) -> Iterator[Check]:
    """Recompute a converted index from the only table of elements that the report has."""
    tables = [(table, found) for table in reading.tables if (found := _elements(table))]
    if len(tables) != 1:
        return
    table, elements = tables[0]
    weights = [weight for sentence in reading.sentences for weight in _weights(sentence)]
    stated = [
        (sentence, figure)
        for sentence in reading.sentences
        if _RESULT.search(sentence.text) and len(sentence.figures) == 1
        for figure in sentence.figures
        if readings(figure) and _FACTOR <= readings(figure)[0].value <= 4 * _FACTOR and readings(figure)[0].decimals
    ]
    for sentence, figure in stated:
        yield _look(table, elements, weights, sentence, figure)


def _elements(table: UnderstoodTable) -> list[Figured]:
    """The values of the elements, each from 1 to 4."""
    columns = [place for place, column in enumerate(table.columns) if column.part is ColumnPart.FIGURES]
    headers = " ".join((table.caption, *(column.header for column in table.columns)))
    if len(columns) != 1 or not _ELEMENTS.search(headers):
        return []
    cells = [
        cell
        for row, described in enumerate(table.rows)
        if described.label
        and not _NO_ELEMENT.search(described.label.lower())
        and (cell := table.cells[row][columns[0]]) is not None
    ]
    is_scored = all(readings(cell) and 1 <= readings(cell)[0].value <= 4 for cell in cells)
    return cells if is_scored and _LEAST <= len(cells) <= _MOST else []


def _weights(sentence: Sentence) -> Iterator[Figured]:
    for figure in sentence.figures:
        before = sentence.text.partition(figure.text)[0]
        if readings(figure) and 0 < readings(figure)[0].value < 1 and _WEIGHT.search(before):
            yield figure


def _look(
    table: UnderstoodTable, elements: list[Figured], weights: list[Figured], sentence: Sentence, figure: Figured
) -> Check:
    intervals = [readings(cell)[0].interval() for cell in elements]
    low, high = sum(each.low for each in intervals), sum(each.high for each in intervals)
    total = sum((Fraction(readings(cell)[0].value) for cell in elements), Fraction(0))
    own = readings(figure)[0].interval()
    equal = Fraction(_FACTOR, len(elements))
    wrong = [weight for weight in weights if not _meets(own, low, high, Fraction(readings(weight)[0].value) * _FACTOR)]
    is_mean = _meets(own, low, high, equal)
    if (is_mean and not wrong) or (not is_mean and len(wrong) < len(weights)):
        return Check(Outcome.PASSED, (figure, *elements))
    of_weights = enumerated(
        f"{printed(weight)} → {number(total * Fraction(readings(weight)[0].value) * _FACTOR, 2)}" for weight in wrong
    )
    place = sentence_name(sentence)
    if is_mean:
        message = _(
            "{place}: bobot yang disebut tidak memberi nilai tercetak {printed} ({weights}); bobot 1/{count} dari "
            "unsur di {table} memberi {expected}. Perlu dicek."
        ).format(
            place=place,
            printed=printed(figure),
            weights=of_weights,
            count=len(elements),
            table=table_at(table),
            expected=number(total * equal, 2),
        )
    else:
        message = _(
            "{place}: tercetak {printed}, padahal {count} unsur di {table} memberi {expected}. Perlu dicek."
        ).format(
            place=place,
            printed=printed(figure),
            count=len(elements),
            table=table_at(table),
            expected=number(total * equal, 2),
        )
    remedy = _("Tulis bobot 1 dibagi banyaknya unsur, dan cetak nilai unsur lebih rinci.")
    return fault(message, (figure, *wrong, *elements), remedy=remedy)


def _meets(own: Interval, low: Fraction | int, high: Fraction | int, factor: Fraction) -> bool:
    return low * factor <= own.high and own.low <= high * factor


RULE = Rule(
    "AVG003",
    "misstated-satisfaction",
    Severity.WARNING,
    Citation("PermenPANRB 14/2017", "lampiran, pengolahan data survei", Certainty.GENERAL),
    check,
)
