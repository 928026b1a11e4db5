"""`saksama split`, `merge` and `check --by pic`: the work of many people, and nothing of it lost."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from saksama.exchange.reading import read_record
from tests.command import Ended, names, saksama


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample of 2025 and its parts. Never written to."""
    folder = tmp_path_factory.mktemp("parts")
    assert saksama("template", "data.xlsx", "--sample", "2025", cwd=folder).code == 0
    assert saksama("split", "data.xlsx", "--by", "pic", "-o", "bagian", cwd=folder).code == 0
    return folder


@pytest.fixture
def work(made: Path, tmp_path: Path) -> Path:
    """A copy of that folder to work in."""
    return Path(shutil.copytree(made, tmp_path / "kerja"))


def edit(path: Path, sheet: str, heading: str, value: object, *, row: int = 0) -> str:
    """Type a value into a visible row of a part, as a person does; the code of the row."""
    book = openpyxl.load_workbook(path)
    tab = book[sheet]
    assert isinstance(tab, Worksheet)
    columns = {str(cell.value): cell.column for cell in tab[5]}
    shown = [number for number in range(6, 200) if not tab.row_dimensions[number].hidden and tab.cell(number, 1).value]
    tab.cell(shown[row], columns[heading]).value = value
    code = str(tab.cell(shown[row], 1).value)
    book.save(path)
    return code


def merge(folder: Path, *more: str) -> Ended:
    parts = sorted(f"bagian/{name}" for name in names(folder / "bagian") if name.endswith(".xlsx"))
    return saksama("merge", "data.xlsx", *parts, *more, cwd=folder)


def test_unchanged_parts_give_the_record_again(work: Path) -> None:
    ended = merge(work, "-o", "gabungan.xlsx")

    assert (ended.code, ended.err) == (0, "")
    assert "Tidak ada yang berubah." in ended.out
    assert read_record(work / "gabungan.xlsx").record == read_record(work / "data.xlsx").record


def test_a_part_shows_only_the_rows_of_its_unit(made: Path) -> None:
    book = openpyxl.load_workbook(made / "bagian" / "sekretariat.xlsx")

    shown = [sheet.title for sheet in book if sheet.sheet_state == "visible"]
    assert shown[0] == "Bagian Anda"
    assert "Realisasi" in shown
    assert "Profil" not in shown
    actuals = book["Realisasi"]
    visible = {str(actuals.cell(row, 1).value) for row in range(6, 40) if not actuals.row_dimensions[row].hidden}
    record = read_record(made / "data.xlsx").record
    assert record is not None
    theirs = {one.id for one in record.indicators() if one.sheet.owner == "Sekretariat"}
    assert visible - {"None"} <= theirs


def test_edits_of_several_parts_arrive_with_their_names(work: Path) -> None:
    edit(work / "bagian" / "sekretariat.xlsx", "Realisasi", "Catatan", "dihitung ulang")
    edit(work / "bagian" / "bidang-infrastruktur-digital.xlsx", "Realisasi", "Catatan", "dari pusat data")

    preview = merge(work)
    ended = merge(work, "-o", "gabungan.xlsx")

    assert (preview.code, ended.code) == (0, 0)
    assert "Belum ada yang ditulis" in preview.out
    assert "Catatan: kosong → dihitung ulang (sekretariat.xlsx)" in ended.out
    assert "Catatan: kosong → dari pusat data (bidang-infrastruktur-digital.xlsx)" in ended.out
    merged = read_record(work / "gabungan.xlsx").record
    assert merged is not None
    notes = {actual.note for indicator in merged.indicators() for actual in indicator.actuals}
    assert {"dihitung ulang", "dari pusat data"} <= notes


def test_contradictions_are_listed_and_the_main_workbook_keeps_its_own(work: Path) -> None:
    shutil.copy(work / "bagian" / "sekretariat.xlsx", work / "bagian" / "sekretariat-lain.xlsx")
    code = edit(work / "bagian" / "sekretariat.xlsx", "Realisasi", "Catatan", "satu")
    edit(work / "bagian" / "sekretariat-lain.xlsx", "Realisasi", "Catatan", "dua")

    ended = merge(work, "-o", "gabungan.xlsx", "--lang", "en")

    assert ended.code == 1
    assert code in ended.out
    assert "sekretariat-lain.xlsx: dua" in ended.out
    assert "sekretariat.xlsx: satu" in ended.out
    assert read_record(work / "gabungan.xlsx").record == read_record(work / "data.xlsx").record


def test_what_the_planner_changed_meanwhile_stays(work: Path) -> None:
    code = edit(work / "data.xlsx", "Realisasi", "Catatan", "ditambahkan perencana")

    ended = merge(work, "-o", "gabungan.xlsx")

    assert ended.code == 0
    merged = read_record(work / "gabungan.xlsx").record
    assert merged is not None
    notes = [actual.note for one in merged.indicators() if one.id == code for actual in one.actuals]
    assert "ditambahkan perencana" in notes


def test_a_part_is_usable_far_from_the_files_of_the_record(work: Path, tmp_path: Path) -> None:
    part = shutil.copy(work / "bagian" / "sekretariat.xlsx", tmp_path / "kembali.xlsx")

    ended = saksama("merge", "data.xlsx", part, cwd=work)

    assert (ended.code, ended.err) == (0, "")


def test_a_copy_that_was_not_split_off_removes_nothing(work: Path) -> None:
    shutil.copy(work / "data.xlsx", work / "salinan.xlsx")
    book = openpyxl.load_workbook(work / "salinan.xlsx")
    book["Penghargaan"].delete_rows(6)
    book.save(work / "salinan.xlsx")

    ended = saksama("merge", "data.xlsx", "salinan.xlsx", "-o", "gabungan.xlsx", cwd=work)

    assert ended.code == 0
    assert "bukan hasil split" in ended.out
    assert read_record(work / "gabungan.xlsx").record == read_record(work / "data.xlsx").record


def test_a_part_that_cannot_be_read_is_said_with_its_name(work: Path) -> None:
    edit(work / "bagian" / "sekretariat.xlsx", "Realisasi", "Pembilang", "kira-kira sembilan")

    ended = merge(work, "-o", "gabungan.xlsx")

    assert ended.code == 2
    assert "sekretariat.xlsx:" in ended.err
    assert "kira-kira sembilan" in ended.err
    assert "gabungan.xlsx" not in names(work)


@pytest.mark.parametrize("output", ["data.xlsx", "bagian/sekretariat.xlsx", "ada.xlsx"])
def test_merge_overwrites_nothing_without_being_told(work: Path, output: str) -> None:
    shutil.copy(work / "data.xlsx", work / "ada.xlsx")
    before = (work / output).read_bytes()

    ended = merge(work, "-o", output)

    assert ended.code == 2
    assert (work / output).read_bytes() == before


def test_split_overwrites_nothing_without_being_told(work: Path) -> None:
    refused = saksama("split", "data.xlsx", "-o", "bagian", cwd=work)
    forced = saksama("split", "data.xlsx", "-o", "bagian", "--force", cwd=work)
    no_folder = saksama("split", "data.xlsx", "-o", "data.xlsx", cwd=work)

    assert (refused.code, forced.code, no_folder.code) == (2, 0, 2)


def test_everybody_is_told_what_he_still_owes(work: Path) -> None:
    edit(work / "data.xlsx", "Analisis", "Penyebab", None, row=1)

    told = saksama("check", "data.xlsx", "--by", "pic", cwd=work)
    split = saksama("split", "data.xlsx", "-o", "baru", cwd=work)

    assert told.code == 0
    assert "Yth. " in told.out
    assert "masih kurang 1 isian" in told.out
    assert "Lembar Analisis:" in told.out
    assert ": penyebab" in told.out
    assert "Mohon diisi dalam berkas" in split.out
    assert (work / "baru" / "pesan.txt").read_text("utf-8").startswith("Yth. ")


def test_libreoffice_may_save_a_part(work: Path, require_tool: Callable[[str], str]) -> None:
    office, part = require_tool("soffice"), work / "bagian" / "sekretariat.xlsx"
    profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
    target = ["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(work / "lain")]
    subprocess.run([office, profile, *target, str(part)], check=True, capture_output=True, timeout=180)

    ended = saksama("merge", "data.xlsx", "lain/sekretariat.xlsx", cwd=work)

    assert (ended.code, ended.err) == (0, "")
    assert "Tidak ada yang berubah." in ended.out
    assert "bukan hasil split" not in ended.out
