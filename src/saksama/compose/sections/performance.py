"""Bab III: the seven mandatory analyses for every objective, in either of the two customs, then the budget."""

from collections.abc import Callable

from saksama.compose.grid import CENTER, LEFT, RIGHT, columns, heading, row, shown_in, table, text
from saksama.compose.ledger import Ledger
from saksama.compose.notes import achievement_notes, formula_number_row, rating_text
from saksama.compose.sections import (
    achieved,
    benchmark,
    budget,
    causes,
    efficiency,
    end_of_plan,
    past_years,
    programmes,
)
from saksama.compose.sections.summary import overview
from saksama.compose.units import unit_width
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
    year = ledger.year
    rows = tuple(
        row(
            str(place),
            indicator.name,
            indicator.unit,
            ledger.target(indicator, year),
            ledger.actual(indicator, year),
            ledger.plain(ledger.achievement(indicator)),
            rating_text(ledger.achievement(indicator)),
        )
        for place, indicator in enumerate(indicators, start=1)
    )
    names = ("No.", "Indikator Tujuan", "Satuan", f"Target {year}", f"Realisasi {year}", "Capaian (%)", "Peringkat")
    unit = (unit_width(indicators, 10), CENTER)
    made = table(
        "tabel-tujuan",
        f"Capaian Indikator Tujuan Tahun {year}",
        widths=columns(
            (6, CENTER),
            (32, LEFT),
            unit,
            (12, RIGHT),
            (12, RIGHT),
            (12, RIGHT),
            (18, LEFT),
        ),
        header=heading(*names, numbers=formula_number_row(indicators)),
        rows=rows,
        origin=f"Data kinerja {ledger.record.agency.name}, {year}",
        notes=achievement_notes(ledger, indicators),
    )
    return shown_in(f"Capaian indikator tujuan tahun {year}", "tabel-tujuan"), made
