"""What happens in a year, added to an invented record: quarters, revisions, late data, words, shared money, surveys."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

from benchmarks.audit.invented import Invented
from saksama.kernel.activities import Asset, Award, FollowUpState, Innovation, Recommendation
from saksama.kernel.budget import (
    BudgetNode,
    BudgetVersion,
    BudgetVersionKind,
    EarlierAppropriation,
    ExpenditureStatus,
    Support,
)
from saksama.kernel.indicator import (
    Actual,
    ActualState,
    Continuity,
    IndicatorChange,
    PerformanceIndicator,
    PeriodActual,
    PeriodTarget,
    Target,
)
from saksama.kernel.period import Consolidation, Cycle, Period, Schedule
from saksama.kernel.plan import StrategicObjective
from saksama.kernel.record import AgreedTarget, PerformanceRecord
from saksama.kernel.survey import SatisfactionSurvey

Change = Callable[[Random, PerformanceIndicator, int], PerformanceIndicator]


def with_its_year(made: Invented, seed: int) -> Invented:
    """The record with what its year brought; the same seed gives the same."""
    chance, record, year = Random(seed), made.record, made.year
    goals = tuple(
        replace(goal, objectives=tuple(_objective(chance, objective, year) for objective in goal.objectives))
        for goal in record.plan.goals
    )
    goals = (
        replace(goals[0], objectives=(_with_predicate(goals[0].objectives[0], year), *goals[0].objectives[1:])),
        *goals[1:],
    )
    record = replace(record, plan=replace(record.plan, goals=goals))
    record = _with_money(chance, record, year)
    record = _with_revision(record, year)
    return Invented(_with_surroundings(chance, record, year), year)


def _objective(chance: Random, objective: StrategicObjective, year: int) -> StrategicObjective:
    changes: tuple[Change, ...] = (_quarterly, _quarterly, _carried_over, _redefined, _unreleased, _unchanged)
    return replace(
        objective,
        indicators=tuple(chance.choice(changes)(chance, found, year) for found in objective.indicators),
    )


def _unchanged(_chance: Random, indicator: PerformanceIndicator, _year: int) -> PerformanceIndicator:
    return indicator


def _quarterly(chance: Random, indicator: PerformanceIndicator, year: int) -> PerformanceIndicator:
    """Values that approach the year's, of which the last is the year's."""
    target, reached = indicator.target(year), indicator.actual(year)
    assert target is not None
    assert reached is not None
    assert reached.value is not None
    grain = Decimal(1).scaleb(-indicator.decimals)
    aims = [(target.high * share / 4).quantize(grain) for share in range(1, 4)]
    values = [(reached.value * share / 4).quantize(grain) for share in range(1, 4)]
    quarters = [Period(year, number, Cycle.QUARTER) for number in range(1, 5)]
    is_cumulative = bool(chance.randrange(2))
    return replace(
        indicator,
        schedule=Schedule(Cycle.QUARTER, is_cumulative, Consolidation.LAST),
        period_targets=tuple(PeriodTarget(*pair, pair[1]) for pair in zip(quarters, (*aims, target.high), strict=True)),
        period_actuals=tuple(PeriodActual(*pair) for pair in zip(quarters, (*values, reached.value), strict=True)),
    )


def _carried_over(_chance: Random, indicator: PerformanceIndicator, year: int) -> PerformanceIndicator:
    before = indicator.actual(year - 1)
    if before is None:
        return indicator
    late = replace(
        before,
        year=year,
        state=ActualState.NOT_RELEASED,
        measured_by="Badan Pusat Statistik",
        reference_year=year - 1,
        note="Rilis dijadwalkan setelah laporan ini",
    )
    return replace(indicator, actuals=(*indicator.actuals[:-1], late))


def _redefined(_chance: Random, indicator: PerformanceIndicator, year: int) -> PerformanceIndicator:
    return replace(
        indicator, changes=(IndicatorChange(year, Continuity.REDEFINED, note="Cara hitung mengikuti pedoman baru"),)
    )


def _unreleased(_chance: Random, indicator: PerformanceIndicator, year: int) -> PerformanceIndicator:
    late = Actual(year, state=ActualState.NOT_RELEASED, measured_by="Badan Pusat Statistik")
    return replace(indicator, actuals=(*indicator.actuals[:-1], late))


def _with_predicate(objective: StrategicObjective, year: int) -> StrategicObjective:
    promised = tuple(Target(when, Decimal("70.01"), Decimal("70.01")) for when in (year - 1, year))
    predicate = replace(
        objective.indicators[0],
        id="IKP",
        name="Predikat akuntabilitas kinerja perangkat daerah",
        unit="Predikat",
        formula="level-ratio",
        value_scale="predikat-akip",
        targets=promised,
        end_target=replace(promised[1], low=Decimal("80.01"), high=Decimal("80.01")),
        baseline=None,
        benchmarks=(),
        changes=(),
        schedule=Schedule(),
        period_targets=(),
        period_actuals=(),
        actuals=(Actual(year - 1, Decimal("65.20")), Actual(year, Decimal("72.35"), measured_by="Inspektorat")),
    )
    return replace(objective, indicators=(*objective.indicators, predicate))


def _with_money(chance: Random, record: PerformanceRecord, year: int) -> PerformanceRecord:
    versions = (
        BudgetVersion("murni", year, BudgetVersionKind.ORIGINAL, date(year, 1, 3), "DPA Nomor 1"),
        BudgetVersion("geser", year, BudgetVersionKind.SHIFT, date(year, 4, 2), "DPA pergeseran", "Pergeseran belanja"),
        BudgetVersion("perubahan", year, BudgetVersionKind.REVISED, date(year, 9, 9), "DPPA Nomor 4", "Efisiensi"),
    )
    programmes = tuple(_changed(chance, node, year) for node in record.programmes)
    first, *others = record.supports
    shared = {first.node}
    supports = [replace(support, is_shared=support.node in shared) for support in (first, *others)]
    if others and others[0].node != first.node:
        supports.append(Support(first.node, others[0].subject, is_shared=True))
    return replace(
        record,
        programmes=programmes,
        supports=tuple(supports),
        budget_versions=versions,
        expenditure_statuses=(ExpenditureStatus(year, date(year, 12, 31), is_audited=False),),
    )


def _changed(chance: Random, node: BudgetNode, year: int) -> BudgetNode:
    amounts = tuple(
        replace(
            amount,
            earlier=tuple(
                EarlierAppropriation(version, (amount.appropriation or Decimal(0)) + chance.choice((0, 0, 5_000_000)))
                for version in ("murni", "geser")
            ),
            physical=Decimal(chance.randrange(9000, 10001)).scaleb(-2),
        )
        if amount.year == year
        else amount
        for amount in node.amounts
    )
    return replace(node, amounts=amounts, children=tuple(_changed(chance, child, year) for child in node.children))


def _with_revision(record: PerformanceRecord, year: int) -> PerformanceRecord:
    first = next(agreement for agreement in record.agreements if agreement.year == year)
    eased = next(iter(record.plan.indicators()))
    target = eased.target(year)
    assert target is not None
    before = AgreedTarget(eased.id, replace(target, low=target.low * 2, high=target.high * 2))
    revised = replace(
        first,
        number="21",
        signed_on=date(year, 10, 1),
        revision=1,
        reason="Anggaran berubah",
        budget_version="perubahan",
    )
    return replace(record, agreements=(replace(first, targets=(before,), budget_version="murni"), revised))


def _with_surroundings(chance: Random, record: PerformanceRecord, year: int) -> PerformanceRecord:
    return replace(
        record,
        surveys=tuple(
            SatisfactionSurvey(
                f"SKM{number}",
                service,
                year,
                respondents=chance.randrange(50, 400),
                averages=tuple(Decimal(chance.randrange(290, 390)).scaleb(-2) for _element in range(9)),
            )
            for number, service in enumerate(("Layanan perizinan", "Layanan informasi"), 1)
        ),
        recommendations=(
            Recommendation(
                year,
                "LHE AKIP",
                "Menyusun pohon kinerja.",
                "Telah disusun.",
                FollowUpState.DONE,
                "Dokumen pohon kinerja",
            ),
            Recommendation(
                year,
                f"LHE AKIP {year - 1}",
                "Mengukur kinerja tiap triwulan.",
                "Sedang berjalan.",
                FollowUpState.IN_PROGRESS,
            ),
        ),
        innovations=(Innovation(year, "Layanan keliling", "Layanan hadir di kecamatan.", "Antrean berkurang."),),
        awards=(Award(year, "Layanan terbaik", "Kementerian Contoh", "Nasional"),),
        assets=(Asset(year, "Kendaraan roda empat", 4, "unit", "Baik"), Asset(year, "Komputer", 31, "unit", "Baik")),
    )
