"""Bab III: the seven mandatory analyses for every objective, in either of the two customs, then the budget."""

from collections.abc import Callable

from saksama.compose.grid import shown_in, text
from saksama.compose.ledger import Ledger
from saksama.compose.sections import (
    achieved,
    benchmark,
    budget,
    causes,
    efficiency,
    end_of_plan,
    past_years,
    programmes,
    surveys,
)
from saksama.compose.sections.enclosures import other_pictures
from saksama.compose.sections.summary import overview
from saksama.compose.sections.surroundings import innovations, recommendations
from saksama.documents.document import Block, Heading, HeadingNumbering, Paragraph
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.record import Arrangement

Analysis = Callable[[Ledger, StrategicObjective], tuple[Block, ...]]

ANALYSES: tuple[tuple[str, Analysis], ...] = (
    (achieved.TITLE, achieved.build),
    (past_years.TITLE, past_years.build),
    (end_of_plan.TITLE, end_of_plan.build),
    (benchmark.TITLE, benchmark.build),
    (causes.TITLE, causes.build),
    (efficiency.TITLE, efficiency.build),
    (programmes.TITLE, programmes.build),
)
"""The seven analyses of PermenPANRB 53/2014 (sample format, Bab III.A), in its order."""


def build(ledger: Ledger, arrangement: Arrangement) -> tuple[Block, ...]:
    """The sections of Bab III."""
    analyses = _per_objective(ledger) if arrangement is Arrangement.PER_OBJECTIVE else _per_analysis(ledger)
    return (
        Heading(1, "Akuntabilitas Kinerja", "bab-akuntabilitas", HeadingNumbering.CHAPTER),
        Heading(2, "Capaian Kinerja Organisasi", "capaian-organisasi"),
        *overview(ledger),
        *_goals(ledger),
        *analyses,
        Heading(2, "Realisasi Anggaran", "realisasi-anggaran"),
        *budget.build(ledger),
        *surveys.build(ledger),
        *recommendations(ledger),
        *innovations(ledger),
        *other_pictures(ledger),
    )


def _title(template: str, ledger: Ledger) -> str:
    return template.format(year=ledger.year)


def _per_objective(ledger: Ledger) -> tuple[Block, ...]:
    made: list[Block] = []
    for objective in ledger.objectives:
        number = ledger.number(objective)
        made.append(Heading(3, f"Sasaran {number}: {objective.name}", f"sasaran-{number}"))
        for place, (template, build_analysis) in enumerate(ANALYSES, start=1):
            made.append(Heading(4, _title(template, ledger), f"sasaran-{number}-analisis-{place}"))
            made += build_analysis(ledger, objective) or (_nothing(),)
    return tuple(made)


def _per_analysis(ledger: Ledger) -> tuple[Block, ...]:
    made: list[Block] = []
    for place, (template, build_analysis) in enumerate(ANALYSES, start=1):
        made.append(Heading(3, _title(template, ledger), f"analisis-{place}"))
        for objective in ledger.objectives:
            number = ledger.number(objective)
            made.append(Heading(4, f"Sasaran {number}: {objective.name}", f"analisis-{place}-sasaran-{number}"))
            made += build_analysis(ledger, objective) or (_nothing(),)
    return tuple(made)


def _nothing() -> Paragraph:
    return Paragraph(text("Sasaran ini belum mempunyai indikator."))


def _goals(ledger: Ledger) -> tuple[Block, ...]:
    indicators = tuple(indicator for goal in ledger.record.plan.goals for indicator in goal.indicators)
    if not indicators:
        return ()
    caption = f"Capaian Indikator Tujuan Tahun {ledger.year}"
    made = achieved.achievement_table(
        ledger, indicators, label="tabel-tujuan", caption=caption, whose="Indikator Tujuan"
    )
    return shown_in(f"Capaian indikator tujuan tahun {ledger.year}", "tabel-tujuan"), made
