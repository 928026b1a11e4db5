"""LibreOffice computes every formula of the workbook anew: each must give what the kernel gives."""

import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from saksama.exchange.fields import HEADING_ROW
from saksama.exchange.workbook import write_workbook
from saksama.kernel.record import PerformanceRecord
from saksama.kernel.results import achievement
from saksama.kernel.spending import spending
from tests.exchange.wide_record import wide_record

_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""

Cells = dict[tuple[str, str], object]


@pytest.fixture(scope="module", params=[False, True], ids=["scale-of-a-regulation", "own-scale-and-limits"])
def record(request: pytest.FixtureRequest) -> PerformanceRecord:
    return wide_record(own_scale=request.param)


@pytest.fixture
def recalculate(require_tool: Callable[[str], str], tmp_path: Path) -> Callable[[bytes], Path]:
    """Convert with LibreOffice, which finds every cached value spoilt and must compute it again."""
    soffice = require_tool("soffice")
    settings = tmp_path / "profile" / "user"
    settings.mkdir(parents=True)
    (settings / "registrymodifications.xcu").write_text(_ALWAYS_RECALCULATE)

    def convert(book: bytes) -> Path:
        source, spoilt, result = (tmp_path / name for name in ("source.xlsx", "spoilt.xlsx", "result"))
        source.write_bytes(book)
        with zipfile.ZipFile(source) as original, zipfile.ZipFile(spoilt, "w") as changed:
            for name in original.namelist():
                content = original.read(name)
                changed.writestr(name, re.sub(rb"(</f><v>)[^<]*", rb"\g<1>424242", content))
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [soffice, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(result), str(spoilt)]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
        return result / "spoilt.xlsx"

    return convert


def _computed(formulas: Path, values: Path) -> Cells:
    """What stands in every cell that has a formula in the first workbook."""
    found = openpyxl.load_workbook(values, data_only=True)
    cells: Cells = {}
    for sheet in openpyxl.load_workbook(formulas):
        shown = found[sheet.title]
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    value = shown[cell.coordinate].value
                    cells[sheet.title, cell.coordinate] = "" if value is None else value
    return cells


def _agree(found: object, expected: object) -> bool:
    if isinstance(found, int | float) and isinstance(expected, int | float):
        return found == pytest.approx(expected, rel=1e-9, abs=1e-9)
    return found == expected


def test_every_formula_gives_its_cached_value(
    record: PerformanceRecord, recalculate: Callable[[bytes], Path], tmp_path: Path
) -> None:
    book = write_workbook(record, first_year=2020, last_year=2021)

    recalculated = recalculate(book)

    source = tmp_path / "source.xlsx"
    cached, found = _computed(source, source), _computed(source, recalculated)
    wrong = [(*place, found[place], value) for place, value in cached.items() if not _agree(found[place], value)]
    assert len(cached) > 10_000
    assert not wrong, wrong[:20]


def test_every_cached_value_is_the_kernels(record: PerformanceRecord, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(write_workbook(record, first_year=2020, last_year=2021))

    book = openpyxl.load_workbook(path, data_only=True)

    indicators = {indicator.id: indicator for indicator in record.indicators()}
    rows = list(_rows(book["Realisasi"]))
    assert len(rows) > 600
    for row in rows:
        if row["Kode indikator"] == "PANJANG":  # text in its cells: no spreadsheet can compute with so many digits
            assert row["Capaian (%)"] is None
            continue
        result = achievement(record, indicators[str(row["Kode indikator"])], int(str(row["Tahun"])))
        assert _agree(row["Capaian (%)"], float(result.value) if isinstance(result.value, Fraction) else None), row
        assert row["Predikat"] == (result.band.word if result.band else None), row
    nodes = {node.id: node for node in record.nodes()}
    for row in _rows(book["Anggaran"]):
        for year in (2020, 2021):
            money = spending(nodes[str(row["Kode"])], year)
            for heading, result in (
                (f"Jumlah pagu {year}", money.appropriation),
                (f"Jumlah realisasi {year}", money.expenditure),
                (f"Serapan {year} (%)", money.absorption),
            ):
                expected = float(result.value) if isinstance(result.value, Fraction) else None
                assert _agree(row[heading], expected), (row, heading)


def _rows(sheet: openpyxl.worksheet.worksheet.Worksheet) -> Iterator[dict[str, object]]:
    rows = sheet.iter_rows(min_row=HEADING_ROW, values_only=True)
    headings = [str(heading) for heading in next(rows)]
    for row in rows:
        values = dict(zip(headings, row, strict=True))
        if any(values.get(name) for name in ("Kode indikator", "Kode")):
            yield values


def test_a_pasted_row_computes_like_a_written_one(recalculate: Callable[[bytes], Path], tmp_path: Path) -> None:
    """An LRA with nothing but code, name and money is pasted below; its levels are read from the codes."""
    empty = tmp_path / "empty.xlsx"
    empty.write_bytes(write_workbook(None, first_year=2025, last_year=2025))
    book = openpyxl.load_workbook(empty)
    sheet = book["Anggaran"]
    lines = (("7.01.02", None, None), ("7.01.02.2.01", 999, None), ("7.01.02.2.01.0001", 200, 150), ("lain", 50, 0))
    for row, (code, appropriation, expenditure) in enumerate(lines, HEADING_ROW + 1):
        sheet.cell(row, 3, code)
        sheet.cell(row, 5, appropriation)
        sheet.cell(row, 6, expenditure)
    pasted = tmp_path / "pasted.xlsx"
    book.save(pasted)

    found = openpyxl.load_workbook(recalculate(pasted.read_bytes()), data_only=True)["Anggaran"]

    computed = [[found.cell(row, column).value for column in (7, 8, 9)] for row in range(6, 10)]
    assert computed == [[200, 150, 75], [200, 150, 75], [200, 150, 75], [50, 0, 0]]


def test_every_spelling_that_is_read_computes(recalculate: Callable[[bytes], Path], tmp_path: Path) -> None:
    """Quarters as people write them, and a target and an actual that are words with their score."""
    written = tmp_path / "written.xlsx"
    written.write_bytes(write_workbook(wide_record(own_scale=False), first_year=2020, last_year=2021))
    book = openpyxl.load_workbook(written)
    spelled = {"TW I": "Q1", "TW II": "triwulan 2", "TW III": "Triwulan III", "TW IV": " tw  4 "}
    changed = 0
    for name in ("Target Periode", "Realisasi Periode", "SKM"):
        for row in book[name].iter_rows(min_row=HEADING_ROW + 1):
            for cell in row:
                if cell.value in spelled:
                    cell.value = spelled[cell.value]
                    changed += 1
    for row in book["Output"].iter_rows(min_row=HEADING_ROW + 1):
        for cell in row:
            if cell.value in ("BB", "B", "A"):
                cell.value = {"BB": "BB (70,01)", "B": "60.01 (B)", "A": "a"}[cell.value]
                changed += 1
    book.save(tmp_path / "spelled.xlsx")

    found = _computed(written, recalculate((tmp_path / "spelled.xlsx").read_bytes()))

    wrong = [
        (*at, found[at], value) for at, value in _computed(written, written).items() if not _agree(found[at], value)
    ]
    assert changed > 100
    assert not wrong, wrong[:20]
