"""Every command does with the JSON of a record what it does with its workbook, and writes either of them."""

import re
import shutil
from pathlib import Path

import pytest

from saksama.exchange.reading import read_record
from saksama.exchange.record_json import write_record
from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.kernel.own_words import own_words, with_words
from tests.command import names, saksama
from tests.exchange.exports import plain, written

_INPUTS = ("data.json", "data.xlsx", "lampiran-1.pdf")
_CHANGED = [
    ("fill", "{data}", "--lra", "LRA.xlsx"),
    ("merge", "{data}", "bagian/sekretariat.xlsx"),
    ("pull", "LKjIP.docx", "{data}"),
]
_OTHERS = [
    ("template", "baru.xlsx", "--from", "{data}"),
    ("report", "{data}", "-o", "baru.docx"),
    ("check", "{data}"),
    ("check", "{data}", "--by", "pic"),
    ("export", "{data}", "-o", "baru.json"),
    ("export", "{data}", "-o", "tabel", "--format", "csv"),
    ("split", "{data}", "--by", "pic", "-o", "terbagi"),
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample of 2025 in two folders, its workbook in `buku` and only its JSON in `json`; the rest in both.

    The Word file comes from a record with other words, so that they are an edit to pull.
    """
    folder = tmp_path_factory.mktemp("made")
    book, json = folder / "buku", folder / "json"
    book.mkdir()
    other = with_words(SAMPLE_2025, next(iter(own_words(SAMPLE_2025, 2025))).name, "Kata pengantar yang lain.")
    (folder / "lain.json").write_bytes(write_record(other))
    written(book / "LRA.xlsx", plain(("2.16.02", "PROGRAM BARU", 1_000_000, 900_000), year=2025))
    for arguments in (
        ("template", "buku/data.xlsx", "--sample", "2025"),
        ("split", "buku/data.xlsx", "-o", "buku/bagian"),
        ("report", "lain.json", "-o", "buku/LKjIP.docx"),
    ):
        assert saksama(*arguments, cwd=folder).code == 0
    shutil.copytree(book, json)
    for name in ("data.xlsx", "lampiran-1.pdf"):
        (json / name).unlink()
    (json / "data.json").write_bytes(write_record(SAMPLE_2025))
    return folder


@pytest.mark.parametrize(
    "arguments",
    [*_OTHERS, *((*command, "-o", f"baru{suffix}") for command in _CHANGED for suffix in (".xlsx", ".json"))],
    ids=" ".join,
)
def test_the_json_does_what_the_workbook_does(made: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)

    book, json = (
        saksama(*(word.format(data=data) for word in arguments), cwd=tmp_path / folder)
        for folder, data in (("buku", "data.xlsx"), ("json", "data.json"))
    )

    assert (json.code, json.err) == (book.code, book.err) == (0, "")
    assert _without_suffix(json.out) == _without_suffix(book.out)
    assert _files(tmp_path / "json") == _files(tmp_path / "buku")
    if "baru.xlsx" in names(tmp_path / "json"):
        assert read_record(tmp_path / "json" / "baru.xlsx").record is not None


@pytest.mark.parametrize("arguments", [*_CHANGED, ("split", "{data}", "-o", "terbagi")], ids=" ".join)
@pytest.mark.parametrize("data", ["buku/data.xlsx", "json/data.json"])
def test_the_name_that_is_proposed_is_of_the_same_kind(
    made: Path, tmp_path: Path, arguments: tuple[str, ...], data: str
) -> None:
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    source = tmp_path / data

    ended = saksama(*(word.format(data=source.name) for word in arguments), cwd=source.parent)

    assert re.findall(r"-o (?:data-baru|gabungan)(\.\w+)", ended.out) == [source.suffix]


def test_a_part_is_a_workbook(made: Path) -> None:
    ended = saksama("merge", "data.json", "../lain.json", cwd=made / "json")

    assert ended.code == 2
    assert "lain.json" in ended.err
    assert "seharusnya buku kerja Excel (.xlsx)" in ended.err


def _without_suffix(said: str) -> str:
    return re.sub(r"\b(data|gabungan)\.(json|xlsx)", r"\1", said)


def _files(folder: Path) -> dict[str, bytes]:
    """What a command made or left there, but for the inputs that differ."""
    every = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: content for name, content in every.items() if name not in _INPUTS}
