"""Banyaknya program, kegiatan, atau indikator dalam kalimat berbeda dari yang tercantum dalam tabel.

Mengapa penting: "dari 8 kegiatan semua terlaksana" hanya benar bila kegiatannya memang delapan.

Contoh: kalimat menyebut 4 kegiatan pada program yang di tabel anggarannya memuat 5 kegiatan.

Cara memperbaiki: hitung kembali barisnya, atau sebutkan kegiatan mana yang dimaksud.
"""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from saksama.audit.checks import skipped
from saksama.audit.facts import facts, printed, subject_of, where
from saksama.audit.relation import readings
from saksama.audit.rule import Check, Outcome, Rule, Severity
from saksama.kernel.totals import ARITHMETIC
from saksama.language.messages import _
from saksama.understanding.names import canonical
from saksama.understanding.reading import (
    Chapter,
    ColumnPart,
    Measure,
    Reading,
    RowRole,
    Statement,
    SubjectKind,
    TableRow,
)

_KINDS = {
    "program": SubjectKind.PROGRAMME,
    "kegiatan": SubjectKind.ACTIVITY,
    "sub kegiatan": SubjectKind.SUB_ACTIVITY,
    "indikator": SubjectKind.INDICATOR,
    "indikator kinerja": SubjectKind.INDICATOR,
    "indikator sasaran": SubjectKind.INDICATOR,
    "sasaran": SubjectKind.OBJECTIVE,
    "sasaran strategis": SubjectKind.OBJECTIVE,
}
_LEAST_TABLES = 3
_PARTIAL = re.compile(r"\b(?:misi|bidang|seksi|subbag|tujuan) (?:ini|tersebut|ke)\b", re.IGNORECASE)
"""The sentence counts in a part of the agency that tables do not name."""
_LISTED = re.compile(r"\b(?:yaitu|yakni|antara lain|meliputi)\s*:$", re.IGNORECASE)
"""What the sentence counts stands below it, in a list of its own."""


def check(reading: Reading) -> Iterator[Check]:
    """Count what sentences count."""
    counted = _counts(reading)
    known, measured = facts(reading), _measured(reading)
    for statement in reading.statements:
        if statement.key.measure is not Measure.COUNT or statement.sentence is None or not readings(statement.figure):
            continue
        kind = _KINDS.get(statement.key.aspect)
        text = reading.sentences[statement.sentence].text.rstrip()
        if kind is None or _PARTIAL.search(text) or _LISTED.search(text):
            continue
        subject = subject_of(statement)
        counts = counted.get((subject[0], subject[1], kind), ())
        is_closing = subject[0] is SubjectKind.AGENCY and statement.chapter is Chapter.CLOSING
        if is_closing and kind is SubjectKind.INDICATOR and readings(statement.figure)[0].value < measured:
            # What one table leaves out is no witness for a count that sums the report up.
            counts = (measured,)
        yield _look(known.reading, statement, counts)


Counts = dict[tuple[SubjectKind, str, SubjectKind], tuple[int, ...]]


def _counts(reading: Reading) -> Counts:
    """How many of a kind each table lists below a subject, and in all."""
    found: dict[tuple[SubjectKind, str, SubjectKind], set[int]] = {}
    for table in reading.tables:
        below: dict[tuple[SubjectKind, str, SubjectKind], set[str]] = {}
        for place, row in enumerate(table.rows):
            if row.role not in (RowRole.DATA, RowRole.GROUP):
                continue
            for column, described in enumerate(table.columns):
                text = table.texts[place][column]
                if described.part is ColumnPart.LABEL and described.kind and text and text != row.label:
                    name = canonical(text, described.kind)
                    below.setdefault((SubjectKind.AGENCY, "", described.kind), set()).add(name)
            if not row.subject:
                continue
            below.setdefault((SubjectKind.AGENCY, "", row.kind), set()).add(row.subject)
            parent = row.parent
            while parent is not None:
                above = table.rows[parent]
                below.setdefault((above.kind, above.subject, row.kind), set()).add(row.subject)
                parent = above.parent
        for key, names in below.items():
            found.setdefault(key, set()).add(len(names))
        for level in {row.level for row in table.rows}:  # where the rows' kinds are not told apart
            ranked = {row.subject for row in table.rows if row.level == level and row.subject}
            for kind in {row.kind for row in table.rows if row.level == level}:
                found.setdefault((SubjectKind.AGENCY, "", kind), set()).add(len(ranked))
    return {key: tuple(sorted(counts)) for key, counts in found.items()}


def _measured(reading: Reading) -> int:
    """How many indicators most tables that measure them list, where at least three agree and none has more; else 0."""
    counts = Counter(
        len(names)
        for table in reading.tables
        if table.chapter is Chapter.MEASUREMENT and any(each.measure is Measure.ACTUAL for each in table.columns)
        if len(names := {row.subject for row in table.rows if _is_indicator(row)}) > 1
    )
    (count, times), *_others = counts.most_common(1) or [(0, 0)]
    is_usual = times >= _LEAST_TABLES and 2 * times > counts.total()
    return count if is_usual and count == max(counts) else 0


def _is_indicator(row: TableRow) -> bool:
    return row.kind is SubjectKind.INDICATOR and row.role in (RowRole.DATA, RowRole.GROUP) and bool(row.subject)


def _look(reading: Reading, statement: Statement, counts: tuple[int, ...]) -> Check:
    if not counts:
        return skipped(_("tidak ada tabel yang memerincinya"), statement.key)
    if any(figure.value == Decimal(count) for figure in readings(statement.figure) for count in counts):
        return Check(Outcome.PASSED, (statement.figure,), statement.key, statement.figure)
    stated = min(figure.value for figure in readings(statement.figure))
    largest = counts[-1]
    if not largest / 2 <= stated <= largest * 2:
        return skipped(_("tabel memerinci hal yang lain"), statement.key)
    message = _("{place}: tertulis {printed} {what}, sedangkan tabel memuat {count}. Perlu dicek.").format(
        place=where(reading, statement), printed=printed(statement.figure), what=statement.key.aspect, count=largest
    )
    return Check(
        Outcome.FAILED,
        (statement.figure,),
        statement.key,
        statement.figure,
        Fraction(largest),
        f"{largest}",
        message,
        remedy=_("Hitung kembali barisnya, atau sebutkan mana yang dimaksud."),
    )


RULE = Rule("TXT003", "miscounted", Severity.WARNING, ARITHMETIC, check)
