"""The measurement of a quarter: what is withheld, what is measured against what, and who still owes what."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from saksama.compose.interim_gaps import interim_gaps
from saksama.compose.interim_report import compose
from saksama.compose.request import Request
from saksama.documents.document import blocks, inlines, plain
from saksama.documents.writers import markdown
from saksama.kernel.budget import ExpenditureStatus
from saksama.kernel.indicator import Actual, ActualState
from saksama.kernel.interim import progress_in_year
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import speaking
from tests.compose.year_of_quarters import PERMITS, RECORD, YEAR, at_year_end, quarter

GOLDEN = Path(__file__).parent / "golden"


def made(number: int, record: PerformanceRecord = RECORD) -> str:
    document = compose(Request(record, YEAR, period=quarter(number)))
    return "\n".join(plain(tuple(inlines(block))) for block in blocks(document))


@pytest.mark.parametrize(
    ("name", "number", "record"),
    [("triwulan-3", 3, RECORD), ("triwulan-4", 4, at_year_end())],
)
def test_a_quarter_reads_as_expected(
    name: str, number: int, record: PerformanceRecord, golden: Callable[[Path, str], None]
) -> None:
    document = compose(Request(record, YEAR, period=quarter(number), is_explained=False))

    golden(GOLDEN / f"{name}.md", markdown.write(document).decode())


def test_no_outcome_is_told_while_a_due_indicator_is_not_reported() -> None:
    told = made(3)

    assert "belum dapat disimpulkan karena menunggu “Rata-rata waktu penyelesaian pengaduan” (Kepala Bidang" in told
    assert "mencapai atau melampaui target" not in told


def test_the_outcome_is_told_when_all_that_is_due_is_reported() -> None:
    assert "Dari yang sudah waktunya diukur, seluruh indikator mencapai" in made(2)
    assert "disimpulkan" not in made(2)


def test_progress_towards_the_year_is_measured_against_the_target_of_the_year() -> None:
    # 90 + 110 + 120 permits of 400
    assert progress_in_year(RECORD, PERMITS, quarter(3)).value == Fraction(80)


def test_at_the_end_of_the_year_there_is_no_progress_beside_the_achievement() -> None:
    assert "Kemajuan menuju" in made(3)
    assert "Kemajuan menuju" not in made(4, at_year_end())


def test_causes_of_the_year_are_not_told_as_those_of_a_quarter() -> None:
    assert "Loket daring dibuka" not in made(3)


def test_the_day_to_which_expenditure_is_counted_is_told() -> None:
    audited = replace(at_year_end(), expenditure_statuses=(ExpenditureStatus(YEAR, None, is_audited=False),))

    assert "belanja sampai dengan 30 September 2025." in made(3)
    assert "belanja sampai dengan tanggal belum diisi, belum diaudit." in made(4, audited)


def _with_index(actual: Actual) -> PerformanceRecord:
    """The year's end, with this actual of the index that is measured once a year."""
    record = at_year_end()
    goal = record.plan.goals[0]
    first, second = goal.objectives
    index, survey = second.indicators
    changed = replace(second, indicators=(replace(index, actuals=(actual,)), survey))
    return replace(record, plan=replace(record.plan, goals=(replace(goal, objectives=(first, changed)),)))


def test_a_value_that_is_not_released_is_waited_for() -> None:
    told = made(4, _with_index(Actual(YEAR, state=ActualState.NOT_RELEASED)))

    assert "belum dirilis" in told
    assert "belum dapat disimpulkan karena menunggu “Indeks pembangunan statistik” (Sekretaris)" in told


def test_a_value_of_an_earlier_year_is_marked() -> None:
    record = _with_index(Actual(YEAR, Decimal("2.7"), measured_by="BPS", reference_year=2024))
    made_of = markdown.write(compose(Request(record, YEAR, period=quarter(4)))).decode()

    assert r"2,7 *)" in made_of.replace("\\", "")
    assert "data 2024 dari BPS" in made_of
    assert "bersifat sementara, karena data 2025 belum tersedia: “Indeks pembangunan statistik”." in made_of


def test_words_of_the_document_do_not_follow_the_language_of_messages() -> None:
    with speaking("en"):
        assert "belum waktunya diukur" in made(3)
        assert "not due" not in made(3)


def test_who_still_owes_what_is_a_gap() -> None:
    found = {(gap.person, gap.subject, gap.missing) for gap in interim_gaps(Request(RECORD, YEAR, period=quarter(3)))}

    complaints = "Rata-rata waktu penyelesaian pengaduan"
    assert ("Kepala Bidang Pengaduan", complaints, "realisasi kinerja s.d. TW III 2025") in found
    money = "realisasi anggaran dan realisasi fisik s.d. TW III 2025"
    assert ("Bidang Pengaduan", "Penanganan Pengaduan", money) in found
