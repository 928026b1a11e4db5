"""`saksama report --kind e81`, from the samples to files."""

from pathlib import Path

import pytest

from saksama.cli import main


@pytest.mark.parametrize(
    ("sample", "options", "title"),
    [
        ("2025", ["--period", "3"], "sampai dengan Triwulan III Tahun 2025"),
        ("2025", [], "sampai dengan Triwulan IV Tahun 2025"),
        ("2020", [], "sampai dengan Triwulan IV Tahun 2020"),
    ],
)
def test_both_samples_have_an_evaluation_with_what_they_lack_listed(
    sample: str, options: list[str], title: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, output = tmp_path / "data.xlsx", tmp_path / "e81.md"
    assert main(["template", str(book), "--sample", sample]) == 0

    assert main(["report", str(book), "--kind", "e81", *options, "-o", str(output)]) == 0

    assert title in output.read_text(encoding="utf-8")
    assert "pagu Renstra" in capsys.readouterr().out
