"""The performance agreement: who signs what, in which order, and what a revision changed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from saksama.compose.house_template import AgreementLayout, HouseTemplate
from saksama.compose.performance_agreement import compose
from saksama.compose.promise_gaps import agreement_gaps
from saksama.compose.request import Request
from saksama.documents.document import Document, Particulars, Signatures, Table, Text, Title, blocks, inlines, plain
from saksama.documents.writers import markdown
from saksama.kernel.agency import Agency
from saksama.kernel.agreements import up_to
from saksama.kernel.budget import BudgetLevel
from saksama.kernel.plan import StrategicPlan
from saksama.kernel.record import PerformanceRecord
from tests.compose.agreement_record import ACTING, FIRST, HEAD, MAYOR, RECORD, REVISION, YEAR

GOLDEN = Path(__file__).parent / "golden"
ONE_TABLE = HouseTemplate(agreement_layout=AgreementLayout.ONE_TABLE)


def made(
    record: PerformanceRecord = RECORD, *, template: HouseTemplate | None = None, revision: int | None = None
) -> Document:
    record = record if revision is None else up_to(record, YEAR, revision)
    return compose(Request(record, YEAR, template=template or HouseTemplate()))


def words(document: Document) -> str:
    return "\n".join(plain(tuple(inlines(block))) for block in blocks(document))


def signing(document: Document) -> Signatures:
    return next(block for block in blocks(document) if isinstance(block, Signatures))


def cells(table: Table) -> list[list[str]]:
    return [[plain(cell.content) for cell in row.cells] for row in table.rows]


def tables(document: Document) -> list[list[list[str]]]:
    return [cells(block) for block in blocks(document) if isinstance(block, Table)]


@pytest.mark.parametrize(
    ("name", "template", "revision"),
    [
        ("pk-first", HouseTemplate(), 0),
        ("pk-revision", HouseTemplate(agreement_level=BudgetLevel.ACTIVITY), 1),
        ("pk-one-table", ONE_TABLE, 0),
    ],
)
def test_the_agreement_reads_as_it_was_accepted(
    name: str, template: HouseTemplate, revision: int, golden: Callable[[Path, str], None]
) -> None:
    golden(GOLDEN / f"{name}.md", markdown.write(made(template=template, revision=revision)).decode())


def test_the_second_party_stands_left_and_the_first_right() -> None:
    block = signing(made(revision=0))

    assert block.left is not None
    assert plain(block.left.name) == MAYOR.name
    assert plain(block.right.name) == HEAD.name
    assert [plain(line) for line in block.right.above] == [
        "Contoh, 13 Januari 2025",
        "Pihak Pertama,",
        "Kepala Dinas Perpustakaan,",
    ]


def test_a_mayor_signs_without_rank_and_nip_and_an_official_with_both() -> None:
    block = signing(made(revision=0))

    assert block.left is not None
    assert block.left.below == ()
    assert [plain(line) for line in block.right.below] == ["Pembina Utama Muda", "NIP 19700101 199503 2 001"]


def test_an_acting_head_promises_and_signs_as_acting() -> None:
    document = made()
    particulars = [block for block in blocks(document) if isinstance(block, Particulars)]

    assert plain(particulars[0].items[1][1]) == "Plt. Kepala Dinas Perpustakaan"
    assert plain(signing(document).right.above[-1]) == "Plt. Kepala Dinas Perpustakaan,"


def test_a_mayor_has_nobody_above_and_signs_alone() -> None:
    alone = replace(FIRST, first_party=MAYOR, second_party=None)
    record = replace(RECORD, agreements=(alone,))

    document = made(record)

    assert signing(document).left is None
    assert "pihak kedua" not in words(document).lower()
    assert not any(gap.missing == "pihak kedua" for gap in agreement_gaps(record, YEAR))


def test_a_revision_says_what_it_replaces_and_why() -> None:
    text = words(made())

    assert "menggantikan Perjanjian Kinerja Tahun 2025 Nomor 800/1/2025 tanggal 13 Januari 2025" in text
    assert "pergantian kepala dinas dan perubahan APBD tahun 2025." in text


def test_a_revision_shows_who_which_target_and_which_money_changed() -> None:
    document = made()
    *_, targets, money = tables(document)

    assert targets == [["Lama antre peminjaman", "Menit", "12", "11"]]
    assert money == [
        ["Program Pembinaan Perpustakaan", "900.000.000", "950.000.000"],
        ["Program Penunjang Urusan Pemerintahan Daerah", "400.000.000", "400.000.000"],
        ["Program Pelestarian Koleksi", "150.000.000", "150.000.000"],
        ["Jumlah", "1.450.000.000", "1.500.000.000"],
    ]
    assert f"semula {HEAD.name} (Kepala Dinas Perpustakaan), menjadi {ACTING.name} (Plt. Kepala" in words(document)


def test_where_only_the_money_changed_that_is_said() -> None:
    record = replace(RECORD, agreements=(FIRST, replace(REVISION, first_party=HEAD, targets=())))

    assert "Target kinerja tidak berubah. Yang berubah hanya anggaran." in words(made(record))


def test_the_first_agreement_has_the_first_budget_and_no_page_of_changes() -> None:
    document = made(revision=0)

    assert tables(document)[1][-1][2] == "1.450.000.000"
    assert not any("MATRIKS" in line for block in blocks(document) if isinstance(block, Title) for line in block.lines)


def test_money_that_serves_two_objectives_counts_once_in_the_merged_table() -> None:
    rows = tables(made(template=ONE_TABLE))[0]

    assert rows[1][-2:] == ["Program Penunjang Urusan Pemerintahan Daerah", "400.000.000"]
    assert rows[2][-1] == "lihat sasaran 1"
    assert rows[-1] == ["Jumlah", "1.500.000.000"]


def test_a_programme_that_serves_no_objective_is_in_the_merged_table_all_the_same() -> None:
    rows = tables(made(template=ONE_TABLE))[0]

    assert rows[3] == ["Penunjang", "–", "–", "Program Pelestarian Koleksi", "150.000.000"]


def test_the_money_can_be_listed_down_to_activities_that_add_up() -> None:
    _targets, money, *_ = tables(made(template=HouseTemplate(agreement_level=BudgetLevel.ACTIVITY), revision=0))

    assert [row[0] for row in money] == ["1", "1.1", "1.2", "2", "2.1", "3", "3.1", ""]
    assert [row[2] for row in money[:3]] == ["900.000.000", "600.000.000", "300.000.000"]


def test_an_empty_record_makes_an_agreement_in_which_everything_is_visibly_missing() -> None:
    empty = PerformanceRecord(Agency("Dinas Contoh", "Pemerintah Kota Contoh"), StrategicPlan("Renstra", 2025, 2029))

    document = made(empty)

    gaps = [
        inline for block in blocks(document) for inline in inlines(block) if isinstance(inline, Text) and inline.gap
    ]
    assert len(gaps) > 8
    assert {gap.missing for gap in agreement_gaps(empty, YEAR)} == {
        "perjanjian kinerja",
        "sasaran strategis",
        "program dan anggaran",
    }


def test_every_figure_that_can_be_opened_is_explained() -> None:
    document = made()
    wanted = {
        inline.explanation
        for block in blocks(document)
        for inline in inlines(block)
        if isinstance(inline, Text) and inline.explanation
    }

    assert wanted <= {found.id for found in document.explanations}
