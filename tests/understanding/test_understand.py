"""The whole way from a document to its reading, over our own report and the report that this project started from."""

import time
from pathlib import Path

import pytest

from saksama.compose.performance_report import compose
from saksama.documents.document import Block
from saksama.documents.readers.read import read_document
from saksama.exchange.sample import SAMPLE
from saksama.understanding.reading import FactKey, Measure, Reading, SubjectKind
from saksama.understanding.tables import understand_tables
from saksama.understanding.understand import understand
from tests.understanding.grids import document, paragraph, table

M, KIND = Measure, SubjectKind
INCIDENTS = "persentase penyelesaian kejadian gangguan disintegrasi bangsa"
TURNOUT = "persentase peningkatan partisipasi politik masyarakat dan peran serta ormas dalam pembangunan"
SURVEY = "nilai survei kepuasan masyarakat"


@pytest.fixture(scope="module")
def starting() -> Reading:
    """The report that this project started from."""
    path = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "000_c20711e304ae2046.txt"
    if not path.is_file():
        pytest.skip("needs ../shared, which is not part of the project")
    return understand(read_document(path))


def printed(reading: Reading, subject: str, measure: Measure, period: str) -> list[str]:
    """What the tables print, in their order, each once."""
    found = (each for each in reading.about(subject, measure, period) if each.table is not None)
    return list(dict.fromkeys(each.figure.text for each in found if not each.key.comparator))


def test_our_own_report_never_contradicts_itself() -> None:
    reading = understand(compose(SAMPLE, 2020))

    apart = {
        key
        for key, same in reading.by_key.items()
        if key.measure is not M.RATING and len({each.figure.chosen.value for each in same if each.figure.chosen}) > 1
    }
    assert {key for key in apart if key.measure in {M.TARGET, M.ACTUAL, M.ACHIEVEMENT, M.APPROPRIATION}} == set()


def test_every_table_of_our_report_is_linked() -> None:
    reading = understand(compose(SAMPLE, 2020))

    assert reading.coverage.linked + len(reading.coverage.unlinked) == reading.coverage.figures
    assert not any(each.place.table for each in reading.coverage.unlinked)


def test_the_starting_reports_figures_stand_under_their_keys(starting: Reading) -> None:
    assert starting.identity.year == 2020
    assert printed(starting, INCIDENTS, M.TARGET, "2020") == ["67.5%", "67,5"]
    assert printed(starting, INCIDENTS, M.ACTUAL, "2020") == ["67.5%", "93,28", "93,28%"]
    assert printed(starting, INCIDENTS, M.ACHIEVEMENT, "2020") == ["100 %", "93,28", "78,32"]
    assert printed(starting, TURNOUT, M.ACTUAL, "2019") == ["84,69", "225,85"]
    assert printed(starting, TURNOUT, M.END_TARGET, "2023") == ["80%"]
    assert printed(starting, SURVEY, M.TARGET, "2021") == ["82,05", "82.05"]
    assert printed(starting, SURVEY, M.APPROPRIATION, "2020") == ["4.827.274.899"]
    assert printed(starting, INCIDENTS, M.BASELINE, "2018") == ["65%"]


def test_the_starting_reports_budget_is_one_table_over_its_pages(starting: Reading) -> None:
    budget = next(each for each in starting.tables if each.number == "Tabel. 3.7")
    programmes = [each for each in budget.rows if each.level == 0]

    assert [each.number for each in programmes] == ["I", "II", "III", "IV", ""]
    assert [len([row for row in budget.rows if row.parent == at]) for at in (0, 14, 19, 22)] == [13, 4, 2, 4]
    assert all(each.is_closed for each in programmes)
    assert budget.texts[20] == (
        "18",
        "Fasilitasi Peningkatan Peran Parpol dan Bantuan Keuangan Parpol",
        "40.985.000",
        "32.368.500",
        "78,98%",
    )


def test_the_starting_reports_totals_are_the_agencys(starting: Reading) -> None:
    key = FactKey(KIND.AGENCY, "", M.APPROPRIATION, "2020")

    assert [each.figure.text for each in starting.by_key[key]] == ["8.582.457.773"]


def test_national_figures_are_not_the_agencys_own(starting: Reading) -> None:
    key = FactKey(KIND.INDICATOR, INCIDENTS, M.ACTUAL, "2020", comparator="nasional")

    assert [each.figure.text for each in starting.by_key[key]] == ["100%"]


def test_nothing_of_the_starting_reports_tables_is_lost(starting: Reading) -> None:
    left = [each.text for each in starting.coverage.unlinked if each.place.table or each.place.row]

    assert "93,28%" in left  # the stray figure of the row that a page break cut
    assert len([text for text in left if text != "93,28%"]) == 0


def test_a_hundred_tables_take_a_fraction_of_a_second() -> None:
    header = "No | Kegiatan | Target | Realisasi | Capaian (%) | Pagu (Rp) | Realisasi (Rp) | %"
    blocks: list[Block] = []
    for number in range(100):
        rows = [
            f"{row} | Kegiatan {number} {row} | 80,{row:02} | 72,{row:02} | 90,{number % 90:02}"
            f" | 1.{row + 100}.{number + 100}.000 | 1.{row + 200}.{number + 100}.500 | 91,{row:02}"
            for row in range(1, 21)
        ]
        blocks += [paragraph(f"Penjelasan tabel {number} tentang kegiatan."), table("\n".join((header, *rows)))]
    whole = document(*blocks)

    before = time.process_time()
    found = understand_tables(whole, year=2024)

    assert len(found) == 100
    assert time.process_time() - before < 1.5  # 0.3 s on a machine of its own
