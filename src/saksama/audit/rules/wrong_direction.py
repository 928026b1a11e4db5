"""Capaian indikator dihitung dengan arah yang terbalik.

Mengapa penting: target yang dilampaui tampak tidak tercapai, dan kegagalan tampak sebagai keberhasilan.

Contoh: rasio kekerasan dengan target 11,4 dan realisasi 11,21 dicetak 98%, padahal targetnya terlampaui: 101,7%.
Arah tidak disimpulkan dari namanya saja: targetnya harus juga menurun dari tahun ke tahun, di bawah kondisi awal, atau
indikator lain di kolom yang sama dihitung dengan arah sebaliknya. Begitu pula "wilayah bebas genangan" dengan target 80
dan realisasi 81 yang dicetak 98,77% (80 ÷ 81), sedangkan indikator lain di kolom itu dihitung realisasi ÷ target.

Cara memperbaiki: pakai (2 × target − realisasi) ÷ target atau target ÷ realisasi, dan sebutkan rumusnya; bila semakin
tinggi semakin baik, pakai realisasi ÷ target.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from saksama.audit.checks import failing, passed
from saksama.audit.facts import Facts, columns, facts, in_row, printed, subject_of, where
from saksama.audit.polarities import relation_by
from saksama.audit.relation import judge, readings
from saksama.audit.rule import Check, Rule, Severity
from saksama.kernel.achievement import HIGHER_IS_BETTER, LOWER_IS_BETTER, LOWER_IS_BETTER_INVERSE
from saksama.kernel.formula import Formula
from saksama.kernel.provenance import Certainty, Citation
from saksama.language.messages import _
from saksama.understanding.reading import Measure, Reading, Statement

_UNWANTED = re.compile(
    r"\b(?:kekerasan|kemiskinan|miskin|pengangguran|kematian|kesakitan|stunting|kecelakaan|kejadian|konflik|kriminalitas"
    r"|pelanggaran|ketimpangan|gini|inflasi|kekurangan gizi|putus sekolah|kebakaran|emisi|keluhan|pengaduan|temuan)\b"
)
_WANTED = re.compile(
    r"\b(?:penyelesaian|penanganan|penurunan|tertangani|ditangani|diselesaikan|selesai|pencegahan|pengurangan|bebas"
    r"|tindak lanjut|ditindaklanjuti|pengendalian|pelayanan|terlayani|respon|korban yang|mendapat|memperoleh)\b"
)
_GOOD = re.compile(
    r"\b(?:bebas|kepuasan|kondisi baik|kondisi mantap|layak|terlayani|terpenuhi|tercapai|tersedia|ketersediaan|cakupan"
    r"|peningkatan|meningkat|kesesuaian|sesuai|lulus|tertangani|diselesaikan|ditindaklanjuti)\b"
)
_SPARED = re.compile(r"\b(?:waktu|lama|hari|jam|biaya|tunggakan|tidak|belum|tanpa|sisa|angka|rasio|beban)\b")
"""What may be wanted low whatever good stands beside it."""


def check(reading: Reading) -> Iterator[Check]:
    """Look for ratios of actual to target where a lower actual was promised."""
    known = facts(reading)
    stated = [
        statement
        for statement in reading.statements
        if statement.key.measure is Measure.ACHIEVEMENT and readings(statement.figure) and not statement.alternatives
    ]
    for column in columns(stated).values():
        inverse = sum(_follows(known, statement, LOWER_IS_BETTER_INVERSE) for statement in column)
        usual = sum(_follows(known, statement, HIGHER_IS_BETTER) for statement in column)
        for statement in column:
            if _names_something_unwanted(statement):
                yield from _look(known, statement, is_mixed=inverse > 0)
            elif usual > inverse and _names_something_good(statement):
                yield from _look_at_good(known, statement)


def _names_something_unwanted(statement: Statement) -> bool:
    name = statement.key.subject
    return bool(_UNWANTED.search(name)) and not _WANTED.search(name)


def _names_something_good(statement: Statement) -> bool:
    name = statement.key.subject
    return bool(_GOOD.search(name)) and not _UNWANTED.search(name) and not _SPARED.search(name)


def _look_at_good(known: Facts, statement: Statement) -> Iterator[Check]:
    relation = relation_by(known, statement, HIGHER_IS_BETTER)
    if relation is None or not _follows(known, statement, LOWER_IS_BETTER_INVERSE):
        return
    judgement = judge(relation)
    found = failing(relation, judgement, statement.key, message="")
    message = _(
        "{place}: capaian {printed} dihitung target ÷ realisasi, sedangkan yang lain di kolom itu realisasi ÷ target; "
        "bila semakin tinggi semakin baik, capaiannya {expected}. Perlu dicek arah indikatornya."
    ).format(place=where(known.reading, statement), printed=printed(statement.figure), expected=found.expected_text)
    remedy = _("Pakai realisasi ÷ target untuk indikator yang semakin tinggi semakin baik.")
    yield failing(relation, judgement, statement.key, message=message, remedy=remedy)


def _look(known: Facts, statement: Statement, *, is_mixed: bool) -> Iterator[Check]:
    relation = relation_by(known, statement, HIGHER_IS_BETTER)
    if relation is None:
        return
    lower = relation_by(known, statement, LOWER_IS_BETTER)
    if lower is None or not judge(relation).holds or judge(lower).holds or not (is_mixed or _falls(known, statement)):
        yield passed(relation, statement.key)
        return
    judgement = judge(lower)
    found = failing(lower, judgement, statement.key, message="")
    message = _(
        "{place}: capaian {printed} dihitung realisasi ÷ target; bila semakin rendah semakin baik, capaiannya "
        "{expected}. Perlu dicek arah indikatornya."
    ).format(place=where(known.reading, statement), printed=printed(statement.figure), expected=found.expected_text)
    remedy = _("Pakai rumus untuk indikator yang semakin rendah semakin baik, dan sebutkan rumusnya.")
    yield failing(lower, judgement, statement.key, message=message, remedy=remedy)


def _follows(known: Facts, statement: Statement, formula: Formula) -> bool:
    """Whether it can only be explained by this formula."""
    other = LOWER_IS_BETTER_INVERSE if formula is HIGHER_IS_BETTER else HIGHER_IS_BETTER
    relation, against = relation_by(known, statement, formula), relation_by(known, statement, other)
    return relation is not None and against is not None and judge(relation).holds and not judge(against).holds


def _falls(known: Facts, statement: Statement) -> bool:
    """Whether the targets fall from year to year, or lie below the baseline."""
    targets: dict[str, Fraction] = {}
    for measure in (Measure.TARGET, Measure.END_TARGET):
        for other in known.subjects.get((subject_of(statement), measure), ()):
            if other.key.period.isdigit():
                targets.setdefault(other.key.period, Fraction(readings(other.figure)[0].value))
    values = [targets[year] for year in sorted(targets)]
    if len(values) >= 3:
        return all(after <= before for before, after in pairwise(values)) and values[-1] < values[0]
    baselines = in_row(known, statement, Measure.BASELINE)
    return any(Fraction(readings(one.figure)[0].value) > value for one in baselines for value in values)


RULE = Rule(
    "ACH002",
    "wrong-direction",
    Severity.WARNING,
    Citation("PermenPANRB 8/2021", "lampiran hlm. 100, kondisi khusus", Certainty.CONFIRMED),
    check,
)
