"""`make bench`: time the whole command on the sample and on a large record, and print a table in Markdown."""

import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.large_record import REPORTED, YEARS, large_record
from benchmarks.measuring import measure
from saksama.exchange.sample import SAMPLE
from saksama.exchange.workbook import write_workbook
from saksama.kernel.record import PerformanceRecord

FOLDER = Path("out/bench")
SAKSAMA = (str(Path(sys.executable).with_name("saksama")),)


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A command and how long it may take, in seconds."""

    name: str
    command: tuple[str, ...]
    limit: float
    runs: int


def _report(workbook: Path, year: int, *suffixes: str) -> tuple[str, ...]:
    outputs = [word for suffix in suffixes for word in ("-o", str(FOLDER / f"report{suffix}"))]
    return (*SAKSAMA, "report", str(workbook), "--year", str(year), *outputs)


def _benchmarks(sample: Path, large: Path) -> Sequence[Benchmark]:
    return (
        Benchmark("saksama --version", (*SAKSAMA, "--version"), 0.15, 10),
        Benchmark("sample: docx", _report(sample, 2020, ".docx"), 1.0, 7),
        Benchmark("sample: docx, pdf, html", _report(sample, 2020, ".docx", ".pdf", ".html"), 2.5, 7),
        Benchmark("large record: docx, html", _report(large, REPORTED, ".docx", ".html"), 6.0, 3),
        Benchmark("large record: pdf", _report(large, REPORTED, ".pdf"), 12.0, 3),
        Benchmark("100,000 achievements, rated", (sys.executable, "-m", "benchmarks.achievements"), 1.0, 5),
    )


def _workbook(name: str, record: PerformanceRecord, *, first_year: int, last_year: int) -> Path:
    path = FOLDER / name
    path.write_bytes(write_workbook(record, first_year=first_year, last_year=last_year))
    return path


def main() -> None:
    """Make the workbooks once, then measure every benchmark."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    plan = SAMPLE.plan
    sample = _workbook("sample.xlsx", SAMPLE, first_year=plan.first_year, last_year=plan.last_year)
    large = _workbook("large.xlsx", large_record(), first_year=YEARS[0], last_year=YEARS[-1])
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores\n")
    print("| what | limit s | median s | min s | max s | peak MB | runs |")
    print("| --- | --: | --: | --: | --: | --: | --: |")
    for item in _benchmarks(sample, large):
        found = measure(item.command, runs=item.runs)
        times = f"{found.median:.2f} | {min(found.seconds):.2f} | {max(found.seconds):.2f}"
        print(f"| {item.name} | {item.limit} | {times} | {found.peak / 1e6:.0f} | {item.runs} |", flush=True)


if __name__ == "__main__":
    main()
