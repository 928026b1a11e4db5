"""The action plan: what each quarter is to bring, by what work, and where its quarters do not make the year."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from saksama.compose.action_plan import compose
from saksama.compose.action_plan_gaps import action_plan_doubts, action_plan_gaps
from saksama.compose.request import Request
from saksama.documents.document import Row, Table, blocks, plain
from saksama.documents.writers import markdown
from saksama.exchange.sample import SAMPLE
from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.kernel.agreements import up_to
from saksama.kernel.plan import Goal
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import speaking

GOLDEN = Path(__file__).parent / "golden"
CONTENT = "Jumlah konten informasi publik yang diterbitkan"


def rows(record: PerformanceRecord, year: int = 2025) -> list[Row]:
    tables = [block for block in blocks(compose(Request(record, year))) if isinstance(block, Table)]
    return [line for table in tables for line in table.rows]


def cells(record: PerformanceRecord, name: str, year: int = 2025) -> list[str]:
    """The texts of the first row in which a cell has this text, from that cell on."""
    for line in rows(record, year):
        texts = [plain(cell.content) for cell in line.cells]
        if name in texts:
            return texts[texts.index(name) :]
    raise LookupError(name)


def test_it_reads_as_it_was_accepted(golden: Callable[[Path, str], None]) -> None:
    document = compose(Request(SAMPLE_2025, 2025, is_explained=False))

    golden(GOLDEN / "renaksi.md", markdown.write(document).decode())


def test_each_quarter_has_its_own_target_and_the_year_that_of_the_agreement() -> None:
    # The revised agreement promises 500; the quarters of the plan bring 120 each.
    assert cells(SAMPLE_2025, CONTENT)[:7] == [CONTENT, "Konten", "500", "120", "120", "120", "120"]


def test_what_is_measured_once_a_year_is_not_due_before() -> None:
    name = "Tersedianya laporan audit keamanan informasi tahunan"

    assert cells(SAMPLE_2025, name)[2:7] == ["Ya", "–", "–", "–", "Ya"]


def test_an_earlier_version_of_the_agreement_shows_its_own_target() -> None:
    first = up_to(SAMPLE_2025, 2025, 0)

    assert cells(first, CONTENT)[2] == "480"


def test_the_work_of_an_objective_stands_below_it_with_its_money_and_who_answers() -> None:
    found = cells(SAMPLE_2025, "2.16.02.2.01.0023")

    assert found == [
        "2.16.02.2.01.0023",
        "Penyusunan Konten",
        "Jumlah konten yang disusun",
        "Konten",
        "480",
        "120",
        "120",
        "120",
        "120",
        "286.400.000",
        "Bidang Informasi dan Komunikasi Publik",
    ]


def test_quarters_that_do_not_make_the_year_are_asked_about() -> None:
    with speaking("id"):
        (doubt,) = action_plan_doubts(Request(SAMPLE_2025, 2025))

    assert doubt.subject == CONTENT
    assert doubt.question == "target periode menghasilkan 480, sedangkan target 2025 adalah 500"


def test_a_missing_target_of_a_quarter_is_owed_and_none_before_it_is_due() -> None:
    (goal,) = SAMPLE_2025.plan.goals
    second = goal.objectives[1]
    content = next(one for one in second.indicators if one.name == CONTENT)
    lacking = replace(second, indicators=(replace(content, period_targets=content.period_targets[:3]),))
    record = replace(
        SAMPLE_2025,
        plan=replace(SAMPLE_2025.plan, goals=(Goal(goal.id, goal.name, (lacking,)),)),
        supports=(),
        agreements=(),
    )

    owed = [
        (gap.subject, gap.missing) for gap in action_plan_gaps(Request(record, 2025)) if gap.sheet == "Target Periode"
    ]

    assert owed == [(CONTENT, "target TW IV 2025")]


def test_a_record_without_periods_has_a_plan_of_years() -> None:
    assert [gap.sheet for gap in action_plan_gaps(Request(SAMPLE, 2020))] == ["Perjanjian", "Perjanjian"]
    assert rows(SAMPLE, 2020)
