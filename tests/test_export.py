"""`saksama export` as a user meets it, and its JSON in place of the workbook."""

import json
from pathlib import Path

import pytest

from saksama.exchange.record_json import write_record
from saksama.exchange.sample import SAMPLE
from tests.command import names, saksama

_TABLES = ["actuals", "indicators", "money", "results", "targets"]


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """The sample's workbook."""
    assert saksama("template", "data.xlsx", "--sample", cwd=tmp_path).code == 0
    return tmp_path / "data.xlsx"


def test_the_json_is_the_record_of_the_workbook(tmp_path: Path, workbook: Path) -> None:
    ended = saksama("export", workbook, "-o", "data.json", cwd=tmp_path)

    assert (ended.code, ended.out, ended.err) == (0, "Dibuat: data.json\n", "")
    assert (tmp_path / "data.json").read_bytes() == write_record(SAMPLE)


def test_every_command_takes_the_json_as_it_takes_the_workbook(tmp_path: Path, workbook: Path) -> None:
    (tmp_path / "data.json").write_bytes(write_record(SAMPLE))

    def said(file: str, *arguments: str) -> tuple[int, str, str]:
        ended = saksama(*(argument.format(file) for argument in arguments), cwd=tmp_path)
        return ended.code, ended.out.replace(file, "FILE"), ended.err.replace(file, "FILE")

    for arguments in (
        ("check", "{}"),
        ("explain", "{}"),
        ("explain", "serapan/semua/2020", "{}"),
        ("explain", "{}", "serapan/semua/2020"),
        ("export", "{}", "-o", "{}.json"),
        ("report", "{}", "-o", "{}.docx"),
    ):
        assert said("data.json", *arguments) == said("data.xlsx", *arguments)
    assert (tmp_path / "data.json.json").read_bytes() == (tmp_path / "data.xlsx.json").read_bytes()
    assert (tmp_path / "data.json.docx").read_bytes() == (tmp_path / "data.xlsx.docx").read_bytes()


def test_wrong_json_is_refused_with_everything_that_is_wrong(tmp_path: Path) -> None:
    content = json.loads(write_record(SAMPLE))
    content["plan"]["goals"][0]["nmae"] = "x"
    content["plan"]["first_year"] = "2020"
    (tmp_path / "data.json").write_text(json.dumps(content), encoding="utf-8")

    ended = saksama("check", "data.json", "--lang", "en", cwd=tmp_path)

    assert ended.code == 2
    assert "plan.first_year: found" in ended.err
    assert "plan.goals[0].nmae: found" in ended.err
    assert '"name"' in ended.err


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_tables_go_into_a_folder(tmp_path: Path, workbook: Path, kind: str) -> None:
    for _once in range(2):
        ended = saksama("export", workbook, "-o", "tabel", "--format", kind, cwd=tmp_path)
        assert (ended.code, ended.err) == (0, "")

    assert names(tmp_path / "tabel") == [f"{name}.{kind}" for name in _TABLES]
    assert ended.out.count("Dibuat: ") == len(_TABLES)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "tabel"), "tabel bukan berkas .json. Untuk tabel, sebutkan folder dan --format csv atau parquet."),
        (("-o", "data.xlsx", "--format", "csv"), "data.xlsx adalah berkas. Sebutkan folder untuk tabel-tabelnya."),
        (("-o", "lain/tabel", "--format", "csv"), "Folder lain tidak ada. Buat dahulu folder itu."),
    ],
)
def test_an_output_that_cannot_be_is_refused(
    tmp_path: Path, workbook: Path, arguments: tuple[str, ...], said: str
) -> None:
    ended = saksama("export", workbook, *arguments, cwd=tmp_path)

    assert (ended.code, ended.err) == (2, f"saksama: {said}\n")
    assert names(tmp_path) == ["data.xlsx"]


def test_without_pyarrow_it_is_said_how_to_get_it(tmp_path: Path, workbook: Path) -> None:
    absent = tmp_path / "absent"
    absent.mkdir()
    (absent / "pyarrow.py").write_text("raise ModuleNotFoundError('No module named pyarrow')", encoding="utf-8")

    ended = saksama(
        "export", workbook, "-o", "tabel", "--format", "parquet", cwd=tmp_path, extra={"PYTHONPATH": str(absent)}
    )

    assert ended.code == 2
    assert "Parquet memerlukan pustaka pyarrow" in ended.err
    assert names(tmp_path) == ["absent", "data.xlsx"]
