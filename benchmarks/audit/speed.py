"""How fast an audit is: whole processes over reports of 40 pages, the rules alone, pages a second over real reports.

`python -m benchmarks.audit.speed [FOLDER]` prints the tables; FOLDER holds real PDF reports. `--rules` measures the
rules only, in this process.
"""

import argparse
import gc
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.audit.invented import invented
from benchmarks.large_record import REPORTED, large_record
from benchmarks.measuring import measure
from saksama.audit.inspection import inspect
from saksama.compose.performance_report import compose
from saksama.documents.writers import pdf
from saksama.documents.writers.docx.write import write as write_docx
from saksama.understanding.understand import understand

SEED = 4
"""An invented report of 36 pages as PDF; the limits are for 40."""
FINDINGS = (0, 1)
"""Exit codes of an audit that was done."""


def _audit(file: Path) -> tuple[str, ...]:
    return str(Path(sys.executable).with_name("saksama")), "audit", str(file)


def pages_of(file: Path) -> int:
    """How many pages a PDF has."""
    import pypdfium2  # noqa: PLC0415 - only needed here

    document = pypdfium2.PdfDocument(file)
    try:
        return len(document)
    finally:
        document.close()


def processes(folder: Path, real: Sequence[Path], *, runs: int) -> Iterator[str]:
    """Rows for whole processes."""
    made = invented(SEED)
    document = compose(made.record, made.year, is_explained=False)
    (folder / "report.docx").write_bytes(write_docx(document))
    (folder / "report.pdf").write_bytes(pdf.write(document))
    pages = pages_of(folder / "report.pdf")
    yield "| what | limit | median s | min s | processor s | peak MB | pages a second |"
    yield "| --- | --: | --: | --: | --: | --: | --: |"
    files = [
        (f"audit of {pages} pages, docx", "1.0 s for 40", folder / "report.docx", pages),
        (f"audit of {pages} pages, pdf", "1.5 s for 40", folder / "report.pdf", pages),
        *((f"audit of {file.name}", "", file, pages_of(file)) for file in real),
    ]
    for name, limit, file, count in files:
        found = measure(_audit(file), runs=runs, accepted=FINDINGS)
        middle, shortest, _longest = found.elapsed
        speed = f"{count / middle:.0f}"
        cells = (f"{middle:.2f}", f"{shortest:.2f}", f"{found.processor:.2f}", f"{found.peak / 1e6:.0f}", speed)
        yield f"| {name} | {limit} | {' | '.join(cells)} |"


def rules() -> Iterator[str]:
    """The rules over a very large and a usual report, in seconds of processor for 10,000 statements."""
    yield "| rules alone | limit | statements | processor s | s for 10,000 |"
    yield "| --- | --: | --: | --: | --: |"
    usual = invented(SEED)
    for name, record, year in (("usual report", usual.record, usual.year), ("very large", large_record(), REPORTED)):
        reading = understand(compose(record, year, is_explained=False))
        inspect(reading)
        gc.disable()  # as in the command
        started = time.process_time()
        inspect(reading)
        seconds = time.process_time() - started
        gc.enable()
        count = len(reading.statements)
        yield f"| {name} | 0.5 s for 10,000 | {count} | {seconds:.2f} | {seconds / count * 10_000:.2f} |"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--rules", action="store_true", help="measure only the rules")
    parser.add_argument("--runs", type=int, default=5)
    chosen = parser.parse_args(arguments)
    if not chosen.rules:
        real = sorted(chosen.folder.glob("*.pdf")) if chosen.folder else []
        with TemporaryDirectory() as folder:
            for line in processes(Path(folder), real, runs=chosen.runs):
                print(line, flush=True)
        print()
    for line in rules():
        print(line, flush=True)


if __name__ == "__main__":
    main()
