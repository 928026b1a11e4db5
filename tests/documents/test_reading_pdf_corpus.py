"""Reading real reports, where they stand beside the project: figures only."""

import time
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from saksama.documents.document import Document, Table, UnreadKind, plain
from saksama.documents.readers.pdf.read import read
from tests.documents.pdf_pages import grid, tables

Figures = tuple[Decimal, Decimal, Decimal]


@cache
def report(path: Path) -> Document:
    return read(path)


def on_pages(document: Document, first: int, last: int) -> list[Table]:
    return [table for table in tables(document) if table.place and first <= (table.place.page or 0) <= last]


def figures(row: list[str]) -> Figures | None:
    try:
        budget, spent, percent = (Decimal(text.replace(",", "")) for text in row[-3:])
    except ArithmeticError:
        return None
    return budget, spent, percent


def test_table_of_ten_pages_comes_out_entirely(shared: Path) -> None:
    found = on_pages(report(shared / "corpus" / "lkjip-dishub-jatim-2019.pdf"), 88, 97)
    end = next(number for number, table in enumerate(found) if number and table.number)
    rows = [row for table in found[:end] for row in grid(table)]
    named = [(row, numbers) for row in rows if (numbers := figures(row))]
    programmes: list[tuple[Figures, list[Figures]]] = []
    for row, numbers in named[:-1]:
        if len(row) == 5:
            programmes.append((numbers, []))
        else:
            programmes[-1][1].append(numbers)

    assert found[0].number == "Tabel 3.24"
    assert (len(programmes), sum(len(activities) for _own, activities in programmes)) == (18, 94)
    for own, activities in programmes:
        assert own[:2] == (sum(line[0] for line in activities), sum(line[1] for line in activities))
        for budget, spent, percent in (own, *activities):
            assert abs(spent * 100 / budget - percent) <= Decimal("0.0051")
    assert named[-1][1] == (Decimal(658408424000), Decimal(631716596662), Decimal("95.95"))


@pytest.mark.parametrize(
    ("file", "page", "row"),
    [
        (
            "lakip-diskominfo-ambon-2021.pdf",
            35,
            ["Rp 1,931,672,548", "Rp 4,029,115,954", "Rp 2,538,474,093", "94%", "98%"],
        ),
        ("lakip-diskominfo-ambon-2021.pdf", 30, ["Rp 16,808,269", "Rp 16,808,269", "Rp 9,632,798", "57%", "70%"]),
        ("lakip-diskominfo-ambon-2021.pdf", 24, ["85", "4.54", "5.34", "80", "4.76", "5.95"]),
        (
            "lkj-dp3akb-sumut-2025.pdf",
            69,
            ["2,8", "2,66", "95%", "202.903.750", "148.805.150", "73,34 %", "44.626.300"],
        ),
        ("lkj-dp3akb-sumut-2025.pdf", 97, ["202.903.750", "148.805.150", "91%"]),
        ("lkip-bakesbangpol-kota-bandung-2024.pdf", 30, ["89.55", "89.79", "100.27"]),
        ("lkip-bakesbangpol-kota-bandung-2024.pdf", 40, ["150.351.555.844", "129.914.229.414", "86.41"]),
        ("lkjip-dishub-jatim-2019.pdf", 83, ["0,25 %", "0,27 %", "108,00 %", "112.996.359.300", "109.469.414.855"]),
        ("lakip-satpolpp-jatim-2022.pdf", 24, ["186.627.878.000,00", "181.390.101.434,17", "97,19"]),
        ("lakip-dkp-cianjur-2015.pdf", 50, ["2.807.870.000,00", "2.807.870.000.00", "100,00"]),
        ("triwulan-kesbangpol-tangsel.pdf", 2, ["9,03%", "65.702.400", "27,35%", "199.247.640"]),
    ],
)
def test_row_stands_in_its_table_as_printed(shared: Path, file: str, page: int, row: list[str]) -> None:
    found = on_pages(report(shared / "corpus" / file), page, page)
    printed = ["|".join(cells) for table in found for cells in grid(table)]

    assert any("|".join(row) in line for line in printed), printed


@pytest.mark.parametrize(
    ("file", "pages"),
    [
        ("iku-bakesbangpol-bandung-2025-scan.pdf", [1, 2, 3, 4]),
        ("pengukuran-tw3-bakesbangpol-bandung-2024-scan.pdf", [1]),
        ("lakip-diskominfo-ambon-2021.pdf", [1]),
    ],
)
def test_pages_that_are_pictures_are_named(shared: Path, file: str, pages: list[int]) -> None:
    unread = report(shared / "corpus" / file).unread

    assert [problem.place.page for problem in unread if problem.kind is UnreadKind.IMAGE_PAGE] == pages


def test_captions_are_found_with_their_numbers(shared: Path) -> None:
    found = tables(report(shared / "corpus" / "lkip-bakesbangpol-kota-bandung-2024.pdf"))

    numbers = [table.number for table in found if table.number.startswith("Tabel III.")]
    assert numbers == [f"Tabel III.{number}" for number in range(1, 15)]


def test_real_reports_are_read_at_fifty_pages_a_second_or_faster(shared: Path) -> None:
    started = time.process_time()
    document = read(shared / "corpus" / "lkjip-dishub-jatim-2019.pdf")
    seconds = time.process_time() - started

    assert plain(tables(document)[0].rows[0].cells[0].content) is not None
    assert 105 / seconds > 50
