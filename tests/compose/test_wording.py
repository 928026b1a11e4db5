"""Sentences that must be true of awkward figures: misses, ranges, lower-is-better, long units, shared programmes."""

from dataclasses import replace
from decimal import Decimal

import pytest

from saksama.compose.performance_report import compose
from saksama.documents.document import Document, Figure, Table, blocks, inlines, plain
from saksama.documents.pictures import Chart
from saksama.exchange.sample import SAMPLE
from saksama.kernel.agency import Officeholder, StaffCount
from saksama.kernel.budget import Amount, BudgetLevel, BudgetNode, Support
from saksama.kernel.indicator import Actual, ActualState, Benchmark, PerformanceIndicator, RawCalculation, Target
from saksama.kernel.plan import Goal, StrategicObjective
from saksama.kernel.record import PerformanceRecord

LONG_UNIT = "kejadian per 1.000 hektare kawasan"


def promised(year: int, text: str) -> Target:
    low, _, high = text.partition("..")
    return Target(year, Decimal(low), Decimal(high or low))


def indicator(
    formula: str, target: str, before: str, now: str, *, unit: str = "%", end: str = "", name: str = "Indikator X"
) -> PerformanceIndicator:
    return PerformanceIndicator(
        name,
        name,
        unit,
        formula,
        is_key=True,
        targets=(promised(2020, target),),
        end_target=promised(2023, end or target),
        actuals=(Actual(2019, Decimal(before)), Actual(2020, Decimal(now))),
    )


def of(*indicators: PerformanceIndicator) -> PerformanceRecord:
    objective = StrategicObjective("S1", "Sasaran contoh", indicators=indicators)
    plan = replace(SAMPLE.plan, goals=(Goal("T1", "Tujuan contoh", objectives=(objective,)),))
    return replace(SAMPLE, plan=plan, programmes=(), supports=(), agreements=())


def programme(name: str, spent: str, target: str = "10", actual: str = "10") -> BudgetNode:
    own = replace(indicator("ratio", target, "9", actual, unit="orang", name=f"Keluaran {name}"), is_key=False)
    amounts = (Amount(2020, Decimal(1000), Decimal(spent)),)
    return BudgetNode(name, name, BudgetLevel.PROGRAMME, "1", amounts=amounts, indicators=(own,))


def supported(record: PerformanceRecord, *served: tuple[BudgetNode, str, int]) -> PerformanceRecord:
    nodes = tuple(dict.fromkeys(node for node, _, _ in served))
    supports = tuple(Support(node.id, subject, Decimal(share)) for node, subject, share in served)
    return replace(record, programmes=nodes, supports=supports)


def words(record: PerformanceRecord) -> str:
    return "\n".join(plain(tuple(inlines(block))) for block in blocks(compose(record, 2020)))


def charts(document: Document) -> list[Chart]:
    figures = (block for block in blocks(document) if isinstance(block, Figure))
    return [figure.picture for figure in figures if isinstance(figure.picture, Chart)]


@pytest.mark.parametrize(
    ("formula", "target", "now", "sentence"),
    [
        ("ratio", "60", "58", "berada 2,00 poin persen di bawah target."),
        ("complement", "8", "9", "berada 1,00 poin persen di atas target, dan untuk indikator ini semakin rendah"),
        ("inverse", "8", "7", "berada 1,00 poin persen di bawah target, dan untuk indikator ini semakin rendah"),
        ("range-ratio", "92..96", "94", "Realisasi berada di dalam rentang target."),
        ("range-ratio", "92..96", "97", "berada 1,00 poin persen di atas rentang target."),
        ("ratio", "60", "60", "Realisasi tepat sama dengan target."),
    ],
)
def test_the_distance_to_the_target_is_told_as_the_indicator_means_it(
    formula: str, target: str, now: str, sentence: str
) -> None:
    assert sentence in words(of(indicator(formula, target, "50", now)))


@pytest.mark.parametrize(
    ("formula", "target", "before", "now", "meaning"),
    [
        ("ratio", "60", "50", "58", "yang berarti kinerja membaik."),
        ("inverse", "8", "7", "9", "yang berarti kinerja menurun."),
        ("range-ratio", "92..96", "98", "94", "yang berarti mendekati rentang target 2020."),
        ("range-ratio", "92..96", "93", "95", "yang berarti tetap berada di dalam rentang target."),
        ("on-target", "0.35", "0.36", "0.30", "yang berarti menjauhi target 2020."),
    ],
)
def test_a_change_is_better_or_worse_only_as_the_indicator_means_it(
    formula: str, target: str, before: str, now: str, meaning: str
) -> None:
    assert meaning in words(of(indicator(formula, target, before, now)))


def test_an_actual_that_is_not_released_is_not_called_unfilled_in_the_comparison() -> None:
    waiting = replace(
        indicator("ratio", "60", "50", "58"),
        actuals=(Actual(2019, Decimal(50)), Actual(2020, state=ActualState.NOT_RELEASED, note="menunggu rilis")),
    )

    assert "karena realisasi 2020 belum tersedia" in words(of(waiting))


def test_what_is_left_to_the_end_is_lowered_where_lower_is_better() -> None:
    text = words(of(indicator("inverse", "8", "9", "8", unit="kasus", end="5")))

    assert "realisasi masih harus diturunkan 3,00 kasus sampai akhir periode" in text
    assert "Selisih negatif berarti realisasi masih harus diturunkan." in text


def test_a_range_at_the_end_of_the_plan_leaves_no_remainder() -> None:
    text = words(of(indicator("range-ratio", "92..96", "90", "94")))

    assert "target akhir 92–96%, sehingga target akhir periode telah tercapai" in text
    assert "+2,00" not in text


def test_a_chart_labels_a_range_as_a_range() -> None:
    drawn = charts(compose(of(indicator("range-ratio", "92..96", "90", "94")), 2020))

    labels = [label for chart in drawn for series in chart.series for label in series.labels]
    assert "92–96%" in labels
    assert "96%" not in labels


def test_a_long_unit_stands_on_the_axis_and_once_in_a_sentence() -> None:
    document = compose(of(indicator("inverse", "7", "8", "6", unit=LONG_UNIT)), 2020)
    text = "\n".join(plain(tuple(inlines(block))) for block in blocks(document))

    assert not any(LONG_UNIT in label for chart in charts(document) for s in chart.series for label in s.labels)
    assert f"turun 2,00 dari 8 pada tahun 2019 menjadi 6 {LONG_UNIT}" in text


def test_two_outcomes_are_joined_without_a_comma() -> None:
    text = words(of(indicator("ratio", "60", "50", "70"), indicator("ratio", "60", "50", "55", name="Indikator Y")))

    assert "1 (satu) indikator mencapai atau melampaui target dan 1 (satu) indikator belum mencapai target." in text


def test_no_target_met_is_said_without_counting_to_zero() -> None:
    text = words(of(indicator("ratio", "60", "50", "55"), indicator("ratio", "60", "50", "55", name="Indikator Y")))

    assert "seluruh indikator belum mencapai target" in text
    assert "0 (nol)" not in text


def test_a_benchmark_is_compared_in_a_sentence_with_its_meaning() -> None:
    national = Benchmark(2020, "Nasional", Decimal("9.03"), "BPS")
    text = words(of(replace(indicator("complement", "8", "8.5", "8.3"), benchmarks=(national,))))

    assert (
        "realisasi 8,3% berada 0,73 poin persen di bawah pembanding Nasional (9,03%), yang berarti lebih baik" in text
    )


def test_a_missed_target_is_not_efficient_and_money_above_the_ceiling_is_named() -> None:
    missed, spent = programme("Program A", "900"), programme("Program B", "1100")
    record = of(indicator("ratio", "60", "50", "55"), indicator("ratio", "60", "50", "70", name="Indikator Y"))
    text = words(supported(record, (missed, "Indikator X", 100), (spent, "Indikator Y", 100)))

    assert "dinilai belum efisien, karena target belum tercapai" in text
    assert "dinilai tidak efisien, karena realisasi anggaran melebihi pagu" in text
    assert "Program yang realisasi anggarannya melebihi pagu: Program B (110,00%)." in text


def test_a_programme_is_not_praised_for_a_target_that_was_missed() -> None:
    record = of(indicator("ratio", "60", "50", "55"))
    text = words(supported(record, (programme("Program A", "900"), "Indikator X", 100)))

    assert "sehingga menunjang keberhasilan" not in text
    assert "mencapai target, tetapi belum cukup untuk mencapai seluruh target yang didukungnya" in text


def test_a_shared_programme_names_its_shares_and_that_its_money_is_shown_whole() -> None:
    record = of(indicator("ratio", "60", "50", "70"), indicator("ratio", "60", "50", "70", name="Indikator Y"))
    shared = programme("Program A", "900")
    text = words(supported(record, (shared, "Indikator X", 60), (shared, "Indikator Y", 40)))

    assert "“Indikator X” (porsi anggaran 60%) dan indikator “Indikator Y” (porsi anggaran 40%)" in text
    assert "Realisasi anggaran program yang mendukung beberapa indikator dicantumkan utuh." in text


def test_an_efficiency_that_is_no_difference_has_no_plus() -> None:
    record = supported(of(indicator("ratio", "60", "50", "70")), (programme("Program A", "900"), "Indikator X", 100))
    ratio = replace(record, settings=replace(record.settings, efficiency_method="efficiency-ratio"))

    assert "+129,63" not in words(ratio)
    assert "129,63" in words(ratio)


def test_a_programme_of_another_year_is_neither_counted_nor_a_gap() -> None:
    now = programme("Program A", "900")
    old = replace(now, id="lama", name="Program lama", amounts=(Amount(2019, Decimal(5), Decimal(5)),), indicators=())
    record = replace(of(indicator("ratio", "60", "50", "70")), programmes=(now, old))

    text = words(record)

    assert "melalui 1 (satu) program" in text
    assert "Program lama" not in text


def test_an_indicator_with_raw_data_shows_no_false_gap_for_its_calculation() -> None:
    raw = RawCalculation("kejadian selesai", "seluruh kejadian")
    document = compose(of(replace(indicator("ratio", "60", "50", "70"), raw=raw)), 2020)

    tables = [block for block in blocks(document) if isinstance(block, Table) and block.label == "tabel-iku"]
    assert plain(tables[0].rows[0].cells[3].content) == "kejadian selesai ÷ seluruh kejadian × 100"


def test_a_goal_without_indicators_is_no_gap() -> None:
    document = compose(of(indicator("ratio", "60", "50", "70")), 2020)

    plan = next(block for block in blocks(document) if isinstance(block, Table) and block.label == "tabel-rencana")
    assert plain(plan.rows[0].cells[1].content) == "–"


@pytest.mark.parametrize(
    ("tasks", "sentence"),
    [
        ("Melaksanakan urusan", "mempunyai tugas melaksanakan urusan."),
        ("PPID utama.", "mempunyai tugas PPID utama."),
        ("Dinas mempunyai tugas membantu.", "\nDinas mempunyai tugas membantu."),
    ],
)
def test_the_duty_becomes_one_sentence(tasks: str, sentence: str) -> None:
    assert sentence in words(replace(SAMPLE, agency=replace(SAMPLE.agency, tasks=tasks)))


def test_many_staff_are_written_with_a_thousands_point() -> None:
    staff = (StaffCount("Pendidikan", "S1", 1040), StaffCount("Pendidikan", "S2", 12))

    assert "1.052" in words(replace(SAMPLE, agency=replace(SAMPLE.agency, staff=staff)))


def test_an_acting_head_promises_as_acting_head() -> None:
    acting = Officeholder("Budi Contoh", "Kepala Badan", acting="Plt.")
    agreement = replace(SAMPLE.agreements[0], first_party=acting)

    text = words(replace(SAMPLE, agreements=(agreement,)))

    assert "memuat janji Plt. Kepala Badan kepada" in text
    assert "Plt. Kepala Badan," in text


def test_a_table_with_several_formulas_says_which_row_has_which() -> None:
    text = words(of(indicator("ratio", "60", "50", "70"), indicator("inverse", "8", "9", "8", name="Indikator Y")))

    assert "Rumus capaian nomor 1: R ÷ T × 100%" in text
    assert "Rumus capaian nomor 2: T ÷ R × 100%" in text
