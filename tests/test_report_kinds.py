"""Documents other than the report, the government's template, and earlier agreements, as a user asks for them."""

from pathlib import Path

import pytest

from saksama.commands.arguments import KINDS
from tests.command import names, saksama

TEMPLATES = Path(__file__).parents[1] / "docs" / "panduan" / "templat"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_the_same_byte_for_byte_whatever_the_process(sample: Path, tmp_path: Path, kind: str) -> None:
    outputs = [word for name in ("a.docx", "a.html", "a.md") for word in ("-o", name)]
    period = ("--period", "3") if kind == "triwulan" else ()
    made = []
    for seed, zone, language in (("1", "Asia/Jakarta", "id"), ("4242", "America/St_Johns", "en")):
        folder = tmp_path / seed
        folder.mkdir()
        extra = {"PYTHONHASHSEED": seed, "TZ": zone, "SAKSAMA_LANG": language}
        ended = saksama("report", sample, "--kind", kind, "--year", "2020", *period, *outputs, cwd=folder, extra=extra)
        assert ended.code == 0, ended.err
        made.append({name: (folder / name).read_bytes() for name in names(folder)})

    assert list(made[0]) == ["a.docx", "a.html", "a.md"]
    assert made[0] == made[1]


def test_markdown_is_the_same_whether_html_is_made_with_it_or_not(sample: Path, tmp_path: Path) -> None:
    saksama("report", sample, "--kind", "pk", "-o", "alone.md", cwd=tmp_path)
    saksama("report", sample, "--kind", "pk", "-o", "a.html", "-o", "beside.md", cwd=tmp_path)

    assert (tmp_path / "alone.md").read_bytes() == (tmp_path / "beside.md").read_bytes()


def test_a_promise_takes_the_latest_year_with_an_agreement(sample: Path, tmp_path: Path) -> None:
    ended = saksama("report", sample, "--kind", "pk", "-o", "a.md", cwd=tmp_path)

    assert "Tahun dokumen: 2020, tahun terakhir yang ada perjanjian kinerjanya." in ended.out


def test_only_what_the_document_lacks_is_listed(sample: Path, tmp_path: Path) -> None:
    agreement = saksama("report", sample, "--kind", "pk", "-o", "a.md", cwd=tmp_path)

    assert "tanggal perjanjian" in agreement.out
    assert "penyebab" not in agreement.out


@pytest.mark.parametrize("template", ["kota.toml", "provinsi.toml"])
def test_a_template_is_taken(sample: Path, tmp_path: Path, template: str) -> None:
    ended = saksama("report", sample, "--template", TEMPLATES / template, "-o", "a.md", cwd=tmp_path)

    assert ended.code == 0, ended.err


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "id",
            ["kota.toml, baris 2, laporan.susunan: ", "Pilihan: ", "kota.toml, baris 3, laporan.judul: tidak dikenal"],
        ),
        ("en", ["kota.toml, line 2, laporan.susunan: ", "Choices: ", "kota.toml, line 3, laporan.judul: not known"]),
    ],
)
def test_a_faulty_template_makes_nothing_and_says_all_that_is_wrong(
    sample: Path, tmp_path: Path, language: str, expected: list[str]
) -> None:
    (tmp_path / "kota.toml").write_text('[laporan]\nsusunan = "x"\njudul = "y"\n', encoding="utf-8")

    ended = saksama("report", sample, "--template", "kota.toml", "-o", "a.md", "--lang", language, cwd=tmp_path)

    assert ended.code == 2
    assert [words for words in expected if words not in ended.err] == []
    assert names(tmp_path) == ["kota.toml"]


def test_a_template_that_is_not_there_is_named(sample: Path, tmp_path: Path) -> None:
    ended = saksama("report", sample, "--template", "tidak-ada.toml", "-o", "a.md", cwd=tmp_path)

    assert ended.code == 2
    assert "tidak-ada.toml" in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    ("language", "expected"), [("id", "tidak mempunyai perubahan ke-3. Yang ada: 0."), ("en", "has no revision 3.")]
)
def test_a_revision_that_is_not_there_is_refused(sample: Path, tmp_path: Path, language: str, expected: str) -> None:
    line = ("report", sample, "--kind", "pk", "--revision", "3", "-o", "a.md", "--lang", language)

    ended = saksama(*line, cwd=tmp_path)

    assert ended.code == 2
    assert expected in ended.err
    assert names(tmp_path) == []
