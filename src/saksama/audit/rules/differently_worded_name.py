"""Sasaran atau indikator ditulis berbeda antara rencana, IKU, perjanjian kinerja, dan pengukuran.

Mengapa penting: sasaran yang berbeda bunyinya adalah sasaran lain; keselarasan dokumen perencanaan dinilai dari sini.

Contoh: Renstra menulis "Meningkatnya kinerja pelayanan perangkat daerah" dan perjanjian kinerja "Meningkatnya kualitas
pelayanan masyarakat". Yang benar: satu rumusan di semua dokumen. Perbedaan satu dua huruf hanya dicatat.
Indikator yang hanya di satu tabel disebut lain dikenali dari target yang sama dan kata-kata yang sebagian besar sama.

Cara memperbaiki: pakai rumusan perjanjian kinerja di seluruh laporan, atau jelaskan perubahannya.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from saksama.audit.renamed import Renamed, renamed
from saksama.audit.rule import Check, Rule, Severity
from saksama.audit.words import SOUND, enumerated, fault, listed, said, table_at
from saksama.kernel.provenance import Certainty, Citation, Place
from saksama.language.messages import _
from saksama.understanding.names import canonical
from saksama.understanding.reading import Chapter, ColumnPart, Reading, RowRole, SubjectKind, UnderstoodTable

_KINDS = (SubjectKind.OBJECTIVE, SubjectKind.INDICATOR)
_PLANNED = (Chapter.PLAN, Chapter.KEY_INDICATORS)
_LEAST_SHARED = 1


@dataclass(frozen=True, slots=True)
class _Named:
    """A name as a table prints it, with the table."""

    text: str
    table: UnderstoodTable
    place: Place


def check(reading: Reading) -> Iterator[Check]:
    """Compare the objectives of the agreement with those of plan and measurement; list near spellings."""
    leads = {
        (subject.kind, canonical(text, subject.kind)): subject.name
        for subject in reading.subjects
        for text, _place in (*subject.spellings, *subject.near)
    }
    agreed = _objectives(reading, (Chapter.AGREEMENT,), leads)
    planned = _objectives(reading, _PLANNED, leads)
    measured = _objectives(reading, (Chapter.MEASUREMENT,), leads)
    if agreed and (planned or measured):
        yield from _unlike(agreed, planned, measured)
    yield from map(partial(_indicator, reading), renamed(reading))
    near = [
        (subject.spellings[0][0], text, place)
        for subject in reading.subjects
        if subject.kind in _KINDS and subject.spellings
        for text, place in subject.near
        if not _is_cut(subject.spellings[0][0], text)
    ]
    if near:
        pairs = enumerated((f"“{text}” / “{usual}”" for usual, text, _place in near), most=4)
        message = _("Nama ditulis sedikit berbeda: {pairs}.").format(pairs=pairs)
        at = [said(text, place) for _usual, text, place in near]
        yield fault(message, at, remedy=_("Pakai satu rumusan di seluruh laporan."), severity=Severity.NOTE)
    elif reading.subjects:
        yield SOUND


def _is_cut(one: str, other: str) -> bool:
    """Whether two spellings differ only by spaces and marks, or by an end that a row's or page's edge cut off."""
    mine, theirs = (re.sub(r"[\W\d_]", "", text.casefold()) for text in (one, other))
    return mine.startswith(theirs) or theirs.startswith(mine)


def _objectives(
    reading: Reading, chapters: tuple[Chapter, ...], leads: dict[tuple[SubjectKind, str], str]
) -> dict[str, _Named]:
    """The objectives that tables of these chapters name."""
    found: dict[str, _Named] = {}
    for table in reading.tables:
        if table.chapter not in chapters:
            continue
        for column, described in enumerate(table.columns):
            if described.part is not ColumnPart.LABEL or described.kind is not SubjectKind.OBJECTIVE:
                continue
            for row, line in enumerate(table.texts):
                text = " ".join(line[column].split())
                if table.rows[row].role is RowRole.TOTAL or len(text.split()) < 3:
                    continue
                name = canonical(text, SubjectKind.OBJECTIVE)
                cell = next((cell for cell in table.cells[row] if cell), None)
                found.setdefault(
                    leads.get((SubjectKind.OBJECTIVE, name), name),
                    _Named(text, table, cell.place if cell else table.place),
                )
    return found


def _unlike(agreed: dict[str, _Named], planned: dict[str, _Named], measured: dict[str, _Named]) -> Iterator[Check]:
    """Objectives of the agreement that neither plan nor measurement has, where others are shared."""
    elsewhere = {**measured, **planned}
    alone = {name: named for name, named in agreed.items() if name not in elsewhere}
    shared = len(agreed) - len(alone)
    left = {
        name: named
        for name, named in elsewhere.items()
        if name not in agreed and (not planned or name in planned) and (not measured or name in measured)
    }
    if not alone or not left or shared < _LEAST_SHARED or len(alone) > len(left):
        return
    for named in alone.values():
        message = _(
            "{table}: sasaran “{objective}” tidak ada dalam rencana dan pengukuran, yang menulis {others}. Perlu dicek."
        ).format(table=table_at(named.table), objective=named.text, others=listed(each.text for each in left.values()))
        yield fault(
            message,
            (said(named.text, named.place), *(said(each.text, each.place) for each in left.values())),
            remedy=_("Pakai rumusan yang sama di semua dokumen, atau jelaskan perubahannya."),
        )


def _indicator(reading: Reading, found: Renamed) -> Check:
    """An indicator that one table of targets names otherwise than all others do."""
    odd, usual = found.odd, found.usual
    message = _(
        "{table}: indikator “{name}” tidak disebut di tabel lain, yang menulis “{usual}” dengan target {target} juga. "
        "Perlu dicek."
    ).format(
        table=table_at(reading.tables[odd.table or 0]),
        name=" ".join(odd.subject_text.split()),
        usual=" ".join(usual.subject_text.split()),
        target=" ".join(odd.figure.text.split()),
    )
    remedy = _("Pakai rumusan yang sama di semua dokumen, atau jelaskan perubahannya.")
    return fault(message, (odd.figure, usual.figure), remedy=remedy)


RULE = Rule(
    "DOC016",
    "differently-worded-name",
    Severity.WARNING,
    Citation("PermenPANRB 53/2014", "keselarasan perencanaan, perjanjian, dan pelaporan", Certainty.GENERAL),
    check,
)
