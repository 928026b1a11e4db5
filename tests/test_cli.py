"""The command as a user meets it: its language, its exit codes, its outputs."""

import json
import re
from fractions import Fraction
from pathlib import Path

import pytest

from saksama import __version__
from saksama.compose.figures import figures
from saksama.compose.performance_report import compose
from saksama.exchange.sample import SAMPLE
from saksama.kernel.evaluation import replay
from saksama.language.explanation_json import read_explanation
from tests.command import names, saksama


def test_the_version_is_said(tmp_path: Path) -> None:
    assert saksama("--version", cwd=tmp_path).out == f"saksama {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [(), ("foo",), ("report",), ("report", "a.xlsx", "-o"), ("template", "a.xlsx", "-q")]
)
def test_a_wrong_command_line_ends_with_2_and_how_to_type_it(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    ended = saksama(*arguments, cwd=tmp_path)

    assert ended.code == 2
    assert "pemakaian: saksama" in ended.out + ended.err
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("arguments", "extra", "language"),
    [
        ([], {}, "id"),
        (["--lang", "en"], {}, "en"),
        (["--lang=en"], {}, "en"),
        ([], {"SAKSAMA_LANG": "en"}, "en"),
        ([], {"LANG": "en_US.UTF-8"}, "en"),
        ([], {"LANG": "de_DE.UTF-8"}, "id"),
        ([], {"LANG": "en_US.UTF-8", "SAKSAMA_LANG": "id"}, "id"),
        (["--lang", "id"], {"SAKSAMA_LANG": "en"}, "id"),
    ],
)
@pytest.mark.parametrize("is_before", [True, False])
def test_the_user_chooses_the_language(
    tmp_path: Path, arguments: list[str], extra: dict[str, str], language: str, is_before: bool
) -> None:
    command = ["check", "none.xlsx", "--year"]
    line = [*arguments, *command] if is_before else [*command[:2], *arguments, command[2]]

    ended = saksama(*line, cwd=tmp_path, extra=extra)

    expected = {"id": "argumen --year: memerlukan satu nilai", "en": "argument --year: expected one argument"}
    assert expected[language] in ended.err


@pytest.mark.parametrize("command", ["template", "report", "check", "explain"])
def test_help_is_in_the_user_s_language(tmp_path: Path, command: str) -> None:
    indonesian = saksama(command, "--help", cwd=tmp_path)
    english = saksama(command, "--help", "--lang", "en", cwd=tmp_path)

    assert (indonesian.code, english.code) == (0, 0)
    assert "tampilkan bantuan ini" in indonesian.out
    assert "show this help message" in english.out


def test_an_empty_template_can_be_checked_and_tells_what_is_missing(tmp_path: Path) -> None:
    made = saksama("template", "data.xlsx", "--years", "2025-2029", cwd=tmp_path)
    ended = saksama("check", "data.xlsx", "--year", "2025", cwd=tmp_path)

    assert made.code == 0
    assert ended.code == 2
    assert "Traceback" not in ended.err
    assert names(tmp_path) == ["data.xlsx"]


@pytest.mark.parametrize(("sample", "year", "has_open"), [("2020", 2021, False), ("2025", 2026, True)])
def test_next_year_s_workbook_says_which_year_it_asks_for(
    tmp_path: Path, sample: str, year: int, has_open: bool
) -> None:
    assert saksama("template", "last.xlsx", "--sample", sample, cwd=tmp_path).code == 0

    made = saksama("template", "next.xlsx", "--from", "last.xlsx", cwd=tmp_path)
    checked = saksama("check", "next.xlsx", "--year", str(year), cwd=tmp_path)

    assert made.code == 0, made.err
    assert f"saksama check next.xlsx --year {year}\n" in made.out
    assert f"saksama report next.xlsx --year {year} -o LKjIP.docx\n" in made.out
    assert ("Rekomendasi, " in checked.out) == has_open
    assert f": realisasi {year}\n" in checked.out
    assert f": realisasi {year - 1}\n" not in checked.out
    assert ".xlsx:" not in checked.out  # nothing that was taken over is a mistake


def test_a_year_that_has_actuals_is_not_prepared(tmp_path: Path) -> None:
    saksama("template", "last.xlsx", "--sample", "2025", cwd=tmp_path)

    refused = saksama("template", "next.xlsx", "--from", "last.xlsx", "--year", "2025", cwd=tmp_path)

    assert refused.code != 0
    assert "Tahun 2025 sudah punya realisasi" in refused.err
    assert "next.xlsx" not in names(tmp_path)


def test_a_template_takes_no_file_s_place_unless_forced(tmp_path: Path) -> None:
    (tmp_path / "data.xlsx").write_bytes(b"mine")

    refused = saksama("template", "data.xlsx", cwd=tmp_path)
    assert refused.code == 2
    assert "--force" in refused.err
    assert (tmp_path / "data.xlsx").read_bytes() == b"mine"

    assert saksama("template", "data.xlsx", "--force", cwd=tmp_path).code == 0
    assert (tmp_path / "data.xlsx").read_bytes() != b"mine"


@pytest.mark.parametrize("years", ["2025", "2029-2025", "2025-2039", "20-25", "dua-tiga"])
def test_a_period_that_is_none_is_refused(tmp_path: Path, years: str) -> None:
    ended = saksama("template", "data.xlsx", "--years", years, cwd=tmp_path)

    assert ended.code == 2
    assert "--years" in ended.err
    assert names(tmp_path) == []


def test_without_a_year_the_latest_with_actuals_is_reported_and_said(sample: Path, tmp_path: Path) -> None:
    ended = saksama("report", sample, "-o", "a.md", cwd=tmp_path)

    assert ended.code == 0
    assert "Tahun laporan: 2020" in ended.out
    assert "Tahun laporan" not in saksama("report", sample, "-o", "b.md", "--year", "2020", cwd=tmp_path).out
    assert (tmp_path / "a.md").read_bytes() == (tmp_path / "b.md").read_bytes()


def test_the_published_figures_are_in_the_report(sample: Path, tmp_path: Path) -> None:
    saksama("report", sample, "-o", "a.md", cwd=tmp_path)

    text = (tmp_path / "a.md").read_text(encoding="utf-8")
    for figure in ("138,19", "250,00", "100,00", "4.827.274.899", "4.364.506.894", "90,41"):
        assert figure in text


def test_gaps_are_listed_by_person_and_strict_makes_no_report(sample: Path, tmp_path: Path) -> None:
    lenient = saksama("report", sample, "-o", "a.md", cwd=tmp_path)
    strict = saksama("report", sample, "-o", "b.md", "--strict", cwd=tmp_path)

    assert "Kepala bidang (" in lenient.out
    assert (lenient.code, strict.code) == (0, 1)
    assert "--strict" in strict.err
    assert names(tmp_path) == ["a.md"]


def test_both_arrangements_of_chapter_three_can_be_asked_for(sample: Path, tmp_path: Path) -> None:
    for arrangement in ("per-sasaran", "per-analisis"):
        ended = saksama("report", sample, "-o", f"{arrangement}.md", "--arrangement", arrangement, cwd=tmp_path)
        assert ended.code == 0

    assert (tmp_path / "per-sasaran.md").read_bytes() != (tmp_path / "per-analisis.md").read_bytes()


@pytest.mark.parametrize("year", ["1999", "2017", "2024", "dua ribu"])
def test_a_year_outside_the_plan_is_refused(sample: Path, tmp_path: Path, year: str) -> None:
    ended = saksama("report", sample, "-o", "a.md", "--year", year, cwd=tmp_path)

    assert ended.code == 2
    assert names(tmp_path) == []


def test_check_lists_what_report_lists(sample: Path, tmp_path: Path) -> None:
    checked = saksama("check", sample, cwd=tmp_path)
    reported = saksama("report", sample, "-o", "a.md", cwd=tmp_path)

    assert checked.code == 0
    assert reported.out.startswith(checked.out)


def test_a_formula_and_a_scale_are_explained_with_their_basis(tmp_path: Path) -> None:
    formula = saksama("explain", "complement", cwd=tmp_path)
    scale = saksama("explain", "permendagri-86-2017", cwd=tmp_path)

    assert "PermenPANRB 8/2021" in formula.out
    assert "Sangat Tinggi" in scale.out
    assert saksama("explain", "no-such-formula", cwd=tmp_path).code == 2


def test_a_figure_is_explained_down_to_its_cells(sample: Path, tmp_path: Path) -> None:
    ended = saksama("explain", "capaian/IK1/2020", sample, cwd=tmp_path)

    assert ended.code == 0
    for part in ("93,28", "67,5", "138,19", "PermenPANRB 8/2021"):
        assert part in ended.out
    assert re.search(r"Realisasi!\w+", ended.out)
    assert saksama("explain", "capaian/IK9/2020", sample, cwd=tmp_path).code == 2


def test_a_figure_as_json_can_be_computed_again(sample: Path, tmp_path: Path) -> None:
    found = json.loads(saksama("explain", "capaian/IK1/2020", sample, "--json", cwd=tmp_path).out)

    again = replay(read_explanation(found["explanation"]))

    assert again.value == Fraction(found["value"]) == Fraction("93.28") / Fraction("67.5") * 100
    assert again.band is not None
    assert again.band.word == found["band"]


def test_every_figure_of_the_workbook_is_listed(sample: Path, tmp_path: Path) -> None:
    listed = saksama("explain", sample, cwd=tmp_path).out

    for figure in figures(SAMPLE, 2020):
        assert figure.id in listed


def test_every_computed_figure_of_the_report_can_be_explained() -> None:
    stated = ("target/", "target-rencana/", "akhir/", "awal/", "realisasi/")
    opened = [item.id for item in compose(SAMPLE, 2020).explanations if not item.id.startswith(stated)]

    assert set(opened) <= {figure.id for figure in figures(SAMPLE, 2020)}
    assert len(opened) > 10
