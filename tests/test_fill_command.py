"""`saksama fill`: shown first, written only where it is told to, and nothing but the year's money changes."""

import shutil
from pathlib import Path

import pytest

from saksama.exchange.reading import read_record
from tests.command import names, saksama
from tests.exchange.exports import plain, written


@pytest.fixture
def data(sample: Path, tmp_path: Path) -> Path:
    """A workbook with the sample, and an export for one of its activities beside it."""
    rows = plain(
        ("8.01.04", "PROGRAM KEWASPADAAN NASIONAL DAN PENANGANAN KONFLIK", 0, 0),
        ("8.01.04.2.01", "Forkopimda", 1_000_000, "900.000,00"),
        (None, "JUMLAH", 1_000_000, 900_000),
        year=2020,
    )
    written(tmp_path / "LRA.xlsx", rows)
    return Path(shutil.copy(sample, tmp_path / "data.xlsx"))


def test_without_an_output_everything_is_shown_and_nothing_written(data: Path) -> None:
    before = data.read_bytes()

    ended = saksama("fill", "data.xlsx", "--lra", "LRA.xlsx", cwd=data.parent)

    assert (ended.code, ended.err) == (0, "")
    assert "pagu 2020: Rp" in ended.out
    assert "→ Rp1.000.000" in ended.out
    assert "ekspor Rp1.000.000 (baris 6)" in ended.out
    assert "Belum ada yang ditulis" in ended.out
    assert data.read_bytes() == before
    assert names(data.parent) == ["LRA.xlsx", "data.xlsx"]


@pytest.mark.parametrize("name", ["baru.xlsx", "baru.json"])
def test_the_result_goes_to_another_file(data: Path, name: str) -> None:
    before = data.read_bytes()

    ended = saksama("fill", "data.xlsx", "--lra", "LRA.xlsx", "-o", name, cwd=data.parent)
    again = saksama("fill", name, "--lra", "LRA.xlsx", cwd=data.parent)

    assert (ended.code, ended.err) == (0, "")
    assert data.read_bytes() == before
    assert "isian berubah" not in again.out
    assert "2 isian sudah sama" in again.out


def test_everything_else_comes_through(data: Path) -> None:
    saksama("fill", "data.xlsx", "--lra", "LRA.xlsx", "-o", "baru.xlsx", cwd=data.parent)

    old, new = read_record(data).record, read_record(data.parent / "baru.xlsx").record

    assert old is not None
    assert new is not None
    assert (new.agency, new.plan, new.supports, new.texts) == (old.agency, old.plan, old.supports, old.texts)
    untouched = {node.id: node.amounts for node in old.nodes() if node.name != "Forkopimda"}
    assert {node.id: node.amounts for node in new.nodes() if node.name != "Forkopimda"} == untouched


@pytest.mark.parametrize("output", ["data.xlsx", "LRA.xlsx", "ada.xlsx", "baru.docx"])
def test_no_file_is_overwritten_without_being_told(data: Path, output: str) -> None:
    shutil.copy(data, data.parent / "ada.xlsx")
    before = {path.name: path.read_bytes() for path in data.parent.iterdir()}

    ended = saksama("fill", "data.xlsx", "--lra", "LRA.xlsx", "-o", output, cwd=data.parent)
    forced = saksama("fill", "data.xlsx", "--lra", "LRA.xlsx", "-o", "ada.xlsx", "--force", cwd=data.parent)

    assert ended.code == 2
    assert forced.code == 0
    assert {path.name: path.read_bytes() for path in data.parent.iterdir() if path.name != "ada.xlsx"} == {
        name: content for name, content in before.items() if name != "ada.xlsx"
    }


def test_an_export_that_cannot_be_used_is_said_with_its_cells(data: Path) -> None:
    written(data.parent / "rusak.xlsx", plain(("8.01.04", "Program A", "lihat lampiran", "#REF"), year=2020))

    ended = saksama("fill", "data.xlsx", "--lra", "rusak.xlsx", "--lang", "en", cwd=data.parent)
    outside = saksama("fill", "data.xlsx", "--lra", "LRA.xlsx", "--year", "2031", cwd=data.parent)

    assert (ended.code, outside.code) == (2, 2)
    assert "LRA!C4" in ended.err
    assert "LRA!D4" in ended.err
    assert "2031" in outside.err
