"""`make bench`: time the whole command and the pages, and measure the auditor; tables in Markdown.

`SAKSAMA_REPORTS` names a folder with the published reports of `benchmarks/audit/real_reports.toml` and of
`benchmarks/audit/extraction`; without it they are left out.
"""

import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import Measurement, measure

FOLDER = Path("out/bench")
SAKSAMA = (str(Path(sys.executable).with_name("saksama")),)


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A command and how long it may take, in seconds."""

    name: str
    command: tuple[str, ...]
    limit: str
    runs: int


def _report(workbook: str, year: int, *suffixes: str) -> tuple[str, ...]:
    outputs = [word for suffix in suffixes for word in ("-o", str(FOLDER / f"report{suffix}"))]
    return (*SAKSAMA, "report", str(FOLDER / workbook), "--year", str(year), *outputs)


def _tables(kind: str) -> tuple[str, ...]:
    return (*SAKSAMA, "export", str(FOLDER / "large.xlsx"), "-o", str(FOLDER / "tables"), "--format", kind)


def _benchmarks() -> Sequence[Benchmark]:
    return (
        Benchmark("`saksama --version`", (*SAKSAMA, "--version"), "0.15", 10),
        Benchmark("sample: docx", _report("sample.xlsx", 2020, ".docx"), "1.0", 7),
        Benchmark("sample: docx, pdf, html", _report("sample.xlsx", 2020, ".docx", ".pdf", ".html"), "2.5", 7),
        Benchmark("large record: docx, html", _report("large.xlsx", 2025, ".docx", ".html"), "6.0, 500 MB", 3),
        Benchmark("large record: pdf", _report("large.xlsx", 2025, ".pdf"), "12.0", 3),
        Benchmark("large record: tables as Parquet", _tables("parquet"), "6.0", 3),
        Benchmark("100,000 achievements, rated", (sys.executable, "-m", "benchmarks.achievements"), "1.0", 5),
    )


def _row(item: Benchmark, found: Measurement) -> str:
    times = " | ".join(f"{seconds:.2f}" for seconds in (*found.elapsed, found.processor))
    return f"| {item.name} | {item.limit} | {times} | {found.peak / 1e6:.0f} | {item.runs} |"


def main() -> None:
    """Make the workbooks once, then measure every benchmark."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-m", "benchmarks.workbooks", str(FOLDER)], check=True)
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores\n")
    print("| what | limit | median s | min s | max s | processor s | peak MB | runs |")
    print("| --- | --: | --: | --: | --: | --: | --: | --: |")
    for item in _benchmarks():
        print(_row(item, measure(item.command, runs=item.runs)), flush=True)
    for name, arguments in (("Pages", ("benchmarks.web",)), *_audits()):
        print(f"\n{name}: `python -m {' '.join(arguments[:1])}`\n", flush=True)
        subprocess.run([sys.executable, "-m", *arguments], check=True)


def _audits() -> Sequence[tuple[str, tuple[str, ...]]]:
    """What measures the auditor, each in a process of its own."""
    folder = os.environ.get("SAKSAMA_REPORTS")
    reports = () if folder is None else (folder,)
    real = ("Published reports", ("benchmarks.audit.real_bench", *reports))
    rows = ("Rows of ruled tables", ("benchmarks.audit.extraction_bench", *reports))
    return (
        ("Mutations", ("benchmarks.audit.mutation_bench",)),
        *((real, rows) if reports else ()),
        ("Round trip", ("benchmarks.audit.round_trip",)),
        ("Speed of an audit", ("benchmarks.audit.speed", *reports)),
    )


if __name__ == "__main__":
    main()
