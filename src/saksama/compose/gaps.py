"""What a year's report lacks, and from whom it must come."""

from collections.abc import Iterable, Iterator

from saksama.compose.gap import Gap, Owner
from saksama.compose.gaps_in_the_year import gaps_in_the_year, has_periods, period_gaps
from saksama.kernel.budget import BudgetNode
from saksama.kernel.indicator import ActualState, NarrativePart, PerformanceIndicator
from saksama.kernel.record import PerformanceRecord, ReportPart
from saksama.kernel.results import target_in_force
from saksama.kernel.spending import objective_subjects, serving_nodes
from saksama.language.messages import _


def gaps(record: PerformanceRecord, year: int) -> tuple[Gap, ...]:
    """Everything that the report of a year shows as "belum diisi", in the order of the report."""
    return (
        *_profile(record, year),
        *_plan(record),
        *(gap for indicator in record.plan.indicators() for gap in _indicator(record, indicator, year)),
        *_support(record),
        *(gap for node in record.nodes() for gap in _node(record, node, year)),
        *_closing(record, year),
        *gaps_in_the_year(record, year),
        *sheet_gaps(record.plan.indicators()),
    )


def _profile(record: PerformanceRecord, year: int) -> Iterator[Gap]:
    agency, issue, agreement = record.agency, record.issue(year), record.agreement(year)
    signatory = issue.signatory or agency.head
    wanted: tuple[tuple[object, str, str, Owner], ...] = (
        (agency.legal_basis, "Uraian", _("dasar hukum"), Owner.PLANNER),
        (agency.tasks, "Profil", _("tugas"), Owner.PLANNER),
        (agency.functions, "Uraian", _("fungsi"), Owner.PLANNER),
        (agency.issues, "Uraian", _("isu strategis"), Owner.PLANNER),
        (agency.units, "Organisasi", _("struktur organisasi"), Owner.PERSONNEL),
        (agency.staff, "SDM", _("jumlah pegawai"), Owner.PERSONNEL),
        (signatory, "Naskah", _("penanda tangan laporan"), Owner.PLANNER),
        (issue.place, "Naskah", _("tempat penandatanganan laporan"), Owner.PLANNER),
        (issue.signed_on, "Naskah", _("tanggal laporan"), Owner.PLANNER),
        (agreement, "Perjanjian", _("perjanjian kinerja"), Owner.PLANNER),
    )
    yield from (Gap(sheet, agency.name, what, owner) for value, sheet, what, owner in wanted if not value)
    if agreement:
        parts: tuple[tuple[object, str], ...] = (
            (agreement.first_party or agency.head, _("pihak pertama")),
            (agreement.second_party, _("pihak kedua")),
            (agreement.place, _("tempat penandatanganan perjanjian")),
            (agreement.signed_on, _("tanggal perjanjian")),
        )
        name = _("perjanjian kinerja {year}").format(year=year)
        yield from (Gap("Perjanjian", name, what, Owner.PLANNER) for value, what in parts if not value)


def _plan(record: PerformanceRecord) -> Iterator[Gap]:
    plan = record.plan
    objectives = tuple(plan.objectives())
    if not objectives:
        yield Gap("Sasaran", plan.title, _("sasaran strategis"), Owner.PLANNER)
    if not any(indicator.is_key for indicator in plan.indicators()):
        yield Gap("Indikator", plan.title, _("indikator kinerja utama"), Owner.PLANNER)
    if not plan.strategies and not any(objective.strategies for objective in objectives):
        yield Gap("Uraian", plan.title, _("strategi"), Owner.PLANNER)
    if not plan.policies and not any(objective.policies for objective in objectives):
        yield Gap("Uraian", plan.title, _("arah kebijakan"), Owner.PLANNER)
    for objective in objectives:
        if not objective.indicators:
            yield Gap("Indikator", objective.name, _("indikator"), Owner.PLANNER)


_PARTS = (NarrativePart.CAUSE, NarrativePart.OBSTACLE, NarrativePart.SOLUTION, NarrativePart.FOLLOW_UP)


def _indicator(record: PerformanceRecord, indicator: PerformanceIndicator, year: int) -> Iterator[Gap]:
    person, name = indicator.sheet.owner, indicator.name
    if target_in_force(record, indicator, year) is None:
        missing = _("target {year}").format(year=year)
        yield Gap("Indikator", name, missing, Owner.PLANNER)
    if indicator.end_target is None:
        yield Gap("Indikator", name, _("target akhir periode"), Owner.PLANNER)
    if has_periods(indicator, year):
        yield from period_gaps(indicator, year)
    elif not _is_reported(indicator, year):
        missing = _("realisasi {year}").format(year=year)
        yield Gap("Realisasi", name, missing, Owner.DIVISION, person)
    if any(found.id == indicator.id for goal in record.plan.goals for found in goal.indicators):
        return  # the seven analyses are those of the objectives
    compared = [found for found in indicator.benchmarks if found.year == year]
    if not compared:
        yield Gap("Pembanding", name, _("pembanding atau alasan tidak dibandingkan"), Owner.DIVISION, person)
    if any(found.value is not None and not found.source for found in compared):
        yield Gap("Pembanding", name, _("sumber pembanding"), Owner.DIVISION, person)
    words = {
        NarrativePart.CAUSE: _("penyebab"),
        NarrativePart.OBSTACLE: _("hambatan"),
        NarrativePart.SOLUTION: _("solusi yang telah dilakukan"),
        NarrativePart.FOLLOW_UP: _("tindak lanjut"),
    }
    for part in _PARTS:
        if indicator.narrative(year, part) is None:
            yield Gap("Analisis", name, words[part], Owner.DIVISION, person)


def sheet_gaps(indicators: Iterable[PerformanceIndicator]) -> Iterator[Gap]:
    """What the data sheets of the indicators lack."""
    wanted = (
        ("definition", _("definisi operasional")),
        ("reason", _("alasan pemilihan")),
        ("source", _("sumber data")),
        ("collection", _("cara pengumpulan data")),
        ("frequency", _("frekuensi pengukuran")),
        ("owner", _("penanggung jawab data")),
    )
    for indicator in indicators:
        empty = [words for field, words in wanted if not getattr(indicator.sheet, field)]
        if not indicator.sheet.calculation and not indicator.raw:
            empty.insert(0, _("cara penghitungan"))
        if empty:
            yield Gap("Definisi", indicator.name, ", ".join(empty), Owner.PLANNER)


def _is_reported(indicator: PerformanceIndicator, year: int) -> bool:
    found = indicator.actual(year)
    if found is None:
        return False
    has_number = found.value is not None or (found.numerator is not None and found.denominator is not None)
    return has_number or found.state in {ActualState.NOT_APPLICABLE, ActualState.NOT_RELEASED}


def _support(record: PerformanceRecord) -> Iterator[Gap]:
    for objective in record.plan.objectives():
        served = {support.subject for support in record.supports}
        if objective.id in served:
            continue
        if not serving_nodes(record, objective_subjects(objective)):
            yield Gap("Dukungan", objective.name, _("program pendukung"), Owner.PLANNER)
            continue
        for indicator in objective.indicators:
            if indicator.id not in served:
                yield Gap("Dukungan", indicator.name, _("program pendukung"), Owner.PLANNER)


def _node(record: PerformanceRecord, node: BudgetNode, year: int) -> Iterator[Gap]:
    amount = None if node.children else node.amount(year)
    if amount and amount.appropriation is None:
        yield Gap("Anggaran", node.name, _("pagu {year}").format(year=year), Owner.FINANCE)
    if amount and amount.expenditure is None:
        yield Gap("Anggaran", node.name, _("realisasi anggaran {year}").format(year=year), Owner.FINANCE)
    if not node.indicators and any(support.node == node.id for support in record.supports):
        yield Gap("Output", node.name, _("indikator program"), Owner.PLANNER)
    for indicator in node.indicators:
        if indicator.target(year) is None:
            yield Gap("Output", indicator.name, _("target {year}").format(year=year), Owner.PLANNER)
        if has_periods(indicator, year):
            yield from period_gaps(indicator, year)
        elif not _is_reported(indicator, year):
            missing = _("realisasi {year}").format(year=year)
            yield Gap("Output", indicator.name, missing, Owner.DIVISION, indicator.sheet.owner)


def _closing(record: PerformanceRecord, year: int) -> Iterator[Gap]:
    if not record.programmes:
        yield Gap("Anggaran", record.agency.name, _("program dan anggaran"), Owner.FINANCE)
    if not record.text(year, ReportPart.IMPROVEMENT):
        yield Gap("Naskah", record.agency.name, _("langkah perbaikan"), Owner.PLANNER)
