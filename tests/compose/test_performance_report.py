"""The whole report: what the sample says, what stays visible as missing, and that every number opens."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from saksama.compose.gaps import gaps
from saksama.compose.performance_report import compose
from saksama.documents.document import Document, Figure, Heading, Table, Text, blocks, inlines, plain
from saksama.documents.pictures import Chart
from saksama.documents.writers import markdown
from saksama.exchange.sample import SAMPLE
from saksama.kernel.agency import Agency
from saksama.kernel.indicator import Actual, ActualState
from saksama.kernel.plan import Goal, StrategicObjective, StrategicPlan
from saksama.kernel.record import Arrangement, PerformanceRecord
from saksama.language.messages import speaking

GOLDEN = Path(__file__).parent / "golden"


def words(document: Document) -> str:
    return "\n".join(plain(tuple(inlines(block))) for block in blocks(document))


def visible_gaps(document: Document) -> list[Text]:
    found = (inline for block in blocks(document) for inline in inlines(block))
    return [inline for inline in found if isinstance(inline, Text) and inline.gap]


@pytest.mark.parametrize("arrangement", list(Arrangement))
def test_the_sample_reads_as_it_was_accepted(arrangement: Arrangement, golden: Callable[[Path, str], None]) -> None:
    document = compose(SAMPLE, 2020, arrangement=arrangement)

    golden(GOLDEN / f"sample-{arrangement.value}.md", markdown.write(document).decode())


@pytest.mark.parametrize(
    "printed",
    ["138,19%", "250,00%", "100,00%", "90,41%", "Rp4.827.274.899", "Rp4.364.506.894", "36,14 poin", "Rp462.768.005"],
)
def test_the_sample_says_what_an_official_computes_by_hand(printed: str) -> None:
    assert printed in words(compose(SAMPLE, 2020))


def test_no_total_of_the_published_report_survives_that_its_parts_contradict() -> None:
    text = words(compose(SAMPLE, 2020))

    assert "8.582.457.773" not in text
    assert "106,55" not in text


@pytest.mark.parametrize("arrangement", list(Arrangement))
def test_both_customs_have_all_seven_analyses_for_every_objective(arrangement: Arrangement) -> None:
    document = compose(SAMPLE, 2020, arrangement=arrangement)
    headings = [block for block in blocks(document) if isinstance(block, Heading)]
    chapter = [heading for heading in headings if heading.level > 2]

    assert sum(heading.level == 4 for heading in chapter) == 7 * 2
    assert sum(heading.level == 3 for heading in chapter) == (2 if arrangement is Arrangement.PER_OBJECTIVE else 7)


def test_both_customs_print_the_same_figures() -> None:
    reports = [compose(SAMPLE, 2020, arrangement=arrangement) for arrangement in Arrangement]

    printed = [
        sorted(
            (inline.explanation, inline.text)
            for block in blocks(report)
            for inline in inlines(block)
            if isinstance(inline, Text) and inline.explanation
        )
        for report in reports
    ]

    assert printed[0] == printed[1]


def test_every_figure_that_can_be_opened_is_explained_and_no_explanation_is_idle() -> None:
    document = compose(SAMPLE, 2020)
    opened = {
        inline.explanation
        for block in blocks(document)
        for inline in inlines(block)
        if isinstance(inline, Text) and inline.explanation
    }

    explained = [explanation.id for explanation in document.explanations]

    assert opened <= set(explained)
    assert len(explained) == len(set(explained))
    assert all(explanation.rows for explanation in document.explanations)


def test_every_chart_speaks_for_those_who_cannot_see_it() -> None:
    figures = [block for block in blocks(compose(SAMPLE, 2020)) if isinstance(block, Figure)]

    assert len(figures) >= 8
    assert all(figure.picture.description and figure.caption for figure in figures)


def test_a_chart_draws_what_the_table_prints() -> None:
    figures = [block for block in blocks(compose(SAMPLE, 2020)) if isinstance(block, Figure)]
    budget = next(figure.picture for figure in figures if figure.label == "gambar-anggaran")

    assert isinstance(budget, Chart)
    assert budget.series[0].values[0] == Decimal("1879.36")
    assert budget.series[1].labels[0] == "1.712,7 (91,13%)"


def test_what_is_missing_stays_visible_and_is_listed_with_who_knows_it() -> None:
    document = compose(SAMPLE, 2020)

    listed = [(gap.subject, gap.missing) for gap in gaps(SAMPLE, 2020)]

    assert visible_gaps(document)
    assert ("Persentase penyelesaian kejadian gangguan ketertiban/konflik sosial", "realisasi 2020") in listed
    assert ("Nilai survei kepuasan masyarakat", "penyebab") in listed


def test_an_empty_record_still_makes_a_report_in_which_everything_is_visibly_missing() -> None:
    empty = PerformanceRecord(Agency("Dinas Contoh", "Pemerintah Kota Contoh"), StrategicPlan("Renstra", 2025, 2029))

    document = compose(empty, 2025)

    assert len(visible_gaps(document)) > 10
    assert {"dasar hukum", "sasaran strategis", "program dan anggaran"} <= {gap.missing for gap in gaps(empty, 2025)}


def test_an_objective_without_indicators_is_named_as_a_gap_in_both_customs() -> None:
    bare = StrategicObjective("S1", "Sasaran tanpa ukuran")
    plan = StrategicPlan("Renstra", 2025, 2029, goals=(Goal("T1", "Tujuan", objectives=(bare,)),))
    record = PerformanceRecord(Agency("Dinas Contoh", "Pemerintah Kota Contoh"), plan)

    for arrangement in Arrangement:
        assert "Sasaran ini belum mempunyai indikator" in words(compose(record, 2025, arrangement=arrangement))


def test_an_actual_that_is_not_released_is_neither_zero_nor_a_gap() -> None:
    goal = SAMPLE.plan.goals[0]
    waiting = replace(
        goal.objectives[1].indicators[0],
        actuals=(Actual(2020, state=ActualState.NOT_RELEASED, note="menunggu rilis lembaga survei"),),
    )
    objectives = (goal.objectives[0], replace(goal.objectives[1], indicators=(waiting,)))
    record = replace(SAMPLE, plan=replace(SAMPLE.plan, goals=(replace(goal, objectives=objectives),)))

    text = words(compose(record, 2020))

    assert "menunggu rilis lembaga survei" in text
    assert not any(gap.subject == waiting.name and gap.missing == "realisasi 2020" for gap in gaps(record, 2020))


def test_the_report_is_indonesian_whatever_the_interface_speaks() -> None:
    indonesian = compose(SAMPLE, 2020)

    with speaking("en"):
        spoken = compose(SAMPLE, 2020)

    assert spoken == indonesian


def test_the_column_number_row_has_a_number_for_every_column() -> None:
    tables = [block for block in blocks(compose(SAMPLE, 2020)) if isinstance(block, Table)]

    for table in tables:
        numbers = table.header[-1]
        assert len(numbers.cells) == len(table.columns), table.caption
