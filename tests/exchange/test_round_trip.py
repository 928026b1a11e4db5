"""A record that is written as a workbook and read back is the same record, and gives the same workbook."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings

from saksama.exchange.attachment_files import attachment_files
from saksama.exchange.problem import Severity, describe
from saksama.exchange.reading import read_record
from saksama.exchange.sample import SAMPLE
from saksama.exchange.sample_2025 import SAMPLE_2025
from saksama.exchange.workbook import write_workbook
from saksama.kernel.record import PerformanceRecord
from tests.exchange.records import records

# Making a failing record smaller takes minutes, since each try writes a workbook.
_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), phases=_PHASES)
@example(SAMPLE)
@example(SAMPLE_2025)
@given(records())
def test_a_record_comes_back_from_its_workbook_unchanged(record: PerformanceRecord) -> None:
    written = write_workbook(record, first_year=record.plan.first_year, last_year=record.plan.last_year)

    with TemporaryDirectory() as folder:
        path = Path(folder) / "data.xlsx"
        path.write_bytes(written)
        for name, content in attachment_files(record).items():
            (path.parent / name).write_bytes(content)
        reading = read_record(path)

    assert [describe(problem) for problem in reading.problems if problem.severity is not Severity.NOTE] == []
    assert reading.record == record
    read = reading.record
    again = write_workbook(read, first_year=read.plan.first_year, last_year=read.plan.last_year)
    assert again == written


@pytest.mark.parametrize("sample", [SAMPLE, SAMPLE_2025], ids=["2020", "2025"])
def test_a_workbook_that_libreoffice_saved_again_is_the_same_record(
    sample: PerformanceRecord, tmp_path: Path, require_tool: Callable[[str], str]
) -> None:
    """With its pictures, which LibreOffice lays out anew."""
    office, path = require_tool("soffice"), tmp_path / "data.xlsx"
    path.write_bytes(write_workbook(sample, first_year=sample.plan.first_year, last_year=sample.plan.last_year))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    target = ["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "lain")]

    subprocess.run([office, profile, *target, str(path)], check=True, capture_output=True, timeout=180)

    for name, content in attachment_files(sample).items():
        (tmp_path / "lain" / name).write_bytes(content)
    reading = read_record(tmp_path / "lain" / "data.xlsx")
    assert [describe(problem) for problem in reading.problems] == []
    assert reading.record == sample
