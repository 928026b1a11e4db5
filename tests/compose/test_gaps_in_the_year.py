"""What is missing of the year, and what a careful reader asks of it."""

from dataclasses import replace
from decimal import Decimal

from saksama.compose.doubts import doubts
from saksama.compose.gap import Owner
from saksama.compose.gaps import gaps
from saksama.exchange.sheets.catalogue import SHEETS
from saksama.kernel.activities import Asset, Award, FollowUpState, Innovation, Recommendation
from saksama.kernel.budget import (
    Amount,
    BudgetLevel,
    BudgetNode,
    BudgetVersion,
    BudgetVersionKind,
    EarlierAppropriation,
)
from saksama.kernel.indicator import Actual, IndicatorSheet, PeriodActual, PeriodTarget
from saksama.kernel.period import Consolidation, Cycle, Period, Schedule
from saksama.kernel.record import PerformanceAgreement, PerformanceRecord
from saksama.kernel.survey import SatisfactionSurvey
from tests.compose.grown import YEAR, indicator, of

VERSIONS = (
    BudgetVersion("murni", YEAR, BudgetVersionKind.ORIGINAL),
    BudgetVersion("geser", YEAR, BudgetVersionKind.SHIFT),
    BudgetVersion("perubahan", YEAR, BudgetVersionKind.REVISED),
)


def missing(record: PerformanceRecord, sheet: str) -> list[tuple[str, str]]:
    return [(gap.subject, gap.missing) for gap in gaps(record, YEAR) if gap.sheet == sheet]


def quarterly(*numbers: int, measured_in: int | None = None) -> PerformanceRecord:
    quarters = [Period(YEAR, number, Cycle.QUARTER) for number in numbers]
    return of(
        replace(
            indicator(),
            actuals=(),
            schedule=Schedule(Cycle.QUARTER, consolidation=Consolidation.SUM, measured_in=measured_in),
            period_actuals=tuple(PeriodActual(quarter, Decimal(5)) for quarter in quarters),
            sheet=IndicatorSheet(owner="Bidang Data"),
        )
    )


def test_each_quarter_that_nobody_reported_is_owed_by_who_measures() -> None:
    found = [gap for gap in gaps(quarterly(1, 3), YEAR) if gap.sheet == "Realisasi Periode"]

    assert [gap.missing for gap in found] == ["realisasi TW II 2025", "realisasi TW IV 2025"]
    assert {(gap.owner, gap.person) for gap in found} == {(Owner.DIVISION, "Bidang Data")}
    assert missing(quarterly(1, 3), "Realisasi") == []


def test_quarters_before_the_month_of_measuring_are_not_owed() -> None:
    assert missing(quarterly(3, 4, measured_in=9), "Realisasi Periode") == []


def test_a_quarter_without_a_target_beside_others_with_one_is_owed() -> None:
    record = quarterly(1, 2, 3, 4)
    promised = tuple(PeriodTarget(Period(YEAR, n, Cycle.QUARTER), Decimal(5), Decimal(5)) for n in (1, 2, 3))
    found = next(iter(record.plan.indicators()))

    assert missing(of(replace(found, period_targets=promised)), "Target Periode") == [
        ("Indikator X", "target TW IV 2025")
    ]


def test_a_carried_over_value_without_its_body_is_owed() -> None:
    carried = replace(indicator(), actuals=(Actual(YEAR, Decimal(60), reference_year=2024),))

    assert missing(of(carried), "Realisasi") == [("Indikator X", "lembaga yang mengukur")]


def test_a_revision_without_reason_is_owed() -> None:
    made = PerformanceAgreement(YEAR, revision=0), PerformanceAgreement(YEAR, revision=1)

    assert ("perjanjian kinerja 2025, perubahan ke-1", "alasan perubahan") in missing(
        replace(of(indicator()), agreements=made), "Perjanjian"
    )


def test_versions_of_the_budget_owe_dates_reasons_and_amounts() -> None:
    earlier = (EarlierAppropriation("murni", Decimal(10)),)
    node = BudgetNode(
        "A", "Program A", BudgetLevel.PROGRAMME, amounts=(Amount(YEAR, Decimal(9), Decimal(8), earlier=earlier),)
    )
    record = replace(of(indicator()), programmes=(node,), budget_versions=VERSIONS)

    assert missing(record, "Versi Anggaran") == [
        ("anggaran murni 2025", "tanggal"),
        ("anggaran pergeseran 2025", "tanggal"),
        ("anggaran pergeseran 2025", "alasan perubahan"),
        ("anggaran perubahan 2025", "tanggal"),
        ("anggaran perubahan 2025", "alasan perubahan"),
    ]
    assert missing(record, "Pagu Versi") == [("Program A", "pagu pergeseran (isi 0 bila belum ada di versi itu)")]
    assert ("Dinas Contoh", "tanggal sampai kapan belanja dihitung") in missing(record, "Naskah")


def test_surveys_owe_respondents_and_elements() -> None:
    half = SatisfactionSurvey("S", "Layanan", YEAR, averages=tuple(Decimal(3) for _element in range(7)))

    assert missing(replace(of(indicator()), surveys=(half,)), "SKM") == [
        ("Layanan", "jumlah responden"),
        ("Layanan", "nilai unsur U8, U9"),
    ]


def test_what_is_done_owes_its_evidence_and_what_is_not_started_owes_nothing() -> None:
    record = replace(
        of(indicator()),
        recommendations=(
            Recommendation(YEAR, "LHE", "Selesaikan", "Sudah", FollowUpState.DONE),
            Recommendation(YEAR, "LHE", "Mulai", state=FollowUpState.NOT_STARTED),
            Recommendation(YEAR, "LHE", "Tanpa kabar"),
        ),
    )

    assert missing(record, "Rekomendasi") == [
        ("Selesaikan", "bukti"),
        ("Tanpa kabar", "status tindak lanjut"),
        ("Tanpa kabar", "tindak lanjut"),
    ]


def test_every_gap_of_the_year_names_a_sheet_of_the_workbook() -> None:
    record = replace(
        quarterly(1),
        budget_versions=VERSIONS,
        innovations=(Innovation(YEAR, "Inovasi"),),
        awards=(Award(YEAR, "Penghargaan"),),
        assets=(Asset(YEAR, "Mobil"),),
    )

    assert {gap.sheet for gap in gaps(record, YEAR)} <= {sheet.name for sheet in SHEETS}
    assert missing(record, "Inovasi") == [("Inovasi", "uraian"), ("Inovasi", "manfaat")]
    assert missing(record, "Penghargaan") == [("Penghargaan", "pemberi")]
    assert missing(record, "Aset") == [("Mobil", "jumlah")]


def survey(average: str) -> SatisfactionSurvey:
    return SatisfactionSurvey("S" + average, "Layanan", YEAR, averages=(Decimal(average),) * 9, indicator="X")


def asked(now: str, *averages: str) -> list[str]:
    record = replace(of(indicator(now=now)), surveys=tuple(map(survey, averages)))
    return [doubt.question for doubt in doubts(record, YEAR) if "survei" in doubt.question]


def test_an_actual_unlike_its_survey_is_asked_about() -> None:
    # 3,2 × 25 = 80
    assert asked("82.5", "3.2") == ["realisasi 82,5 tidak sama dengan indeks surveinya (80,0): mana yang benar?"]
    assert asked("80", "3.2") == []


def test_an_actual_between_two_surveys_may_be_their_mean() -> None:
    # 3,2 × 25 = 80 and 3,4 × 25 = 85
    assert asked("82.5", "3.2", "3.4") == []
    assert len(asked("90", "3.2", "3.4")) == 1
