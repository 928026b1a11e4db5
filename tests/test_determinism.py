"""The same workbook gives the same bytes, whatever the process, its hash seed, time zone, language, folder or clock."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command import names, saksama

OUTPUTS = ("a.docx", "a.pdf", "a.html", "a.md")


def _outputs(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in names(folder)}


def test_reports_and_workbooks_are_the_same_byte_for_byte(
    sample: Path, tmp_path: Path, require_tool: Callable[[str], str]
) -> None:
    faketime = require_tool("faketime")
    here, elsewhere = tmp_path / "here", tmp_path / "elsewhere"
    report = ["report", str(sample), *(word for name in OUTPUTS for word in ("-o", name))]
    commands = (["template", "empty.xlsx"], ["template", "full.xlsx", "--sample"], report)
    for folder, seed, zone, language, clock in (
        (here, "1", "Asia/Jakarta", "id", ()),
        (elsewhere, "4242", "America/St_Johns", "en", (faketime, "2031-05-06 07:08:09")),
    ):
        folder.mkdir()
        extra = {"PYTHONHASHSEED": seed, "TZ": zone, "SAKSAMA_LANG": language}
        for command in commands:
            ended = saksama(*command, cwd=folder, extra=extra, before=clock)
            assert ended.code == 0, ended.err

    made, again = _outputs(here), _outputs(elsewhere)

    assert list(made) == sorted((*OUTPUTS, "empty.xlsx", "full.xlsx"))
    for name, content in made.items():
        assert content == again[name], name


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_report_is_indonesian_in_every_interface_language(sample: Path, tmp_path: Path, language: str) -> None:
    saksama("report", sample, "-o", f"{language}.md", "--lang", language, cwd=tmp_path)

    assert "Laporan Kinerja" in (tmp_path / f"{language}.md").read_text(encoding="utf-8")
