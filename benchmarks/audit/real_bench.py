"""Real reports: which errors of a careful reader are found, and what is said of what holds and of the rest.

`python -m benchmarks.audit.real_bench FOLDER` reads the reports of `real_reports.toml` and the starting report out of a
folder; `--show` lists the findings that no reader listed, to be judged by eye.
"""

import argparse
import re
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.audit.scoring import parts
from saksama.audit.audit import audit
from saksama.audit.finding import Finding, Spot
from saksama.audit.rule import Severity
from saksama.documents.readers.read import read_document

_FOLDER = Path(__file__).parent
_STARTING = "000_c20711e304ae2046.txt"


@dataclass(frozen=True, slots=True)
class Error:
    """An error that a reader found: level, where, and what points at it."""

    id: str
    level: str
    marks: tuple[str, ...]
    what: str
    pages: tuple[int, ...] = ()
    table: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A report with what a reader found in it and what holds."""

    file: str
    errors: tuple[Error, ...]
    holds: tuple[Error, ...]


def listed() -> list[Listed]:
    """The published reports, and the starting report."""
    with (_FOLDER / "real_reports.toml").open("rb") as file:
        reports = tomllib.load(file)["report"]
    found = [
        Listed(
            report["file"],
            tuple(map(_error, report["error"])),
            tuple(_error({"id": "", "level": "", "what": "", **item}) for item in report["holds"]),
        )
        for report in reports
    ]
    with (_FOLDER / "starting_report.toml").open("rb") as file:
        errors = tomllib.load(file)["error"]
    return [*found, Listed(_STARTING, tuple(map(_error, errors)), ())]


def _error(item: dict[str, Any]) -> Error:
    marks, pages = tuple(item.get("marks", ())), tuple(item.get("pages", ()))
    return Error(item["id"], item["level"], marks, item["what"], pages, item.get("table", ""))


def stands_at(spot: Spot, error: Error) -> bool:
    """Whether a spot is one of the error's marks, on its pages and in its table."""
    if error.pages and spot.place.page is not None and spot.place.page not in error.pages:
        return False
    if error.table and not re.search(rf"(?<![\w.]){re.escape(error.table)}(?![\w.])", spot.table):
        return False
    return not error.marks or any(_is_mark(mark, spot.text) for mark in error.marks)


def _is_mark(mark: str, text: str) -> bool:
    if re.fullmatch(r"[\d.,% ]+", mark):
        return _digits(mark) in map(_digits, re.findall(r"\d[\d.,]*", text))
    return " ".join(mark.split()).casefold() in " ".join(text.split()).casefold()


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def finds(finding: Finding, error: Error) -> bool:
    """Whether a finding or one of its consequences points at an error."""
    return any(stands_at(spot, error) for part in parts(finding) for spot in part.spots)


def accuses(finding: Finding, holds: Error) -> bool:
    """Whether a finding accuses this: its first spot is the accused. What follows from a root accuses nobody."""
    return bool(finding.spots) and stands_at(finding.spots[0], holds)


def _names(finding: Finding, error: Error) -> bool:
    """Whether a finding or a consequence accuses this very figure, and not only uses it in its arithmetic."""
    return any(accuses(part, error) for part in parts(finding))


@dataclass(frozen=True, slots=True)
class Judged:
    """Errors found, those of them that are the accused figure, errors missed, findings on what holds, and the rest."""

    report: Listed
    found: tuple[Error, ...]
    accused: tuple[Error, ...]
    missed: tuple[Error, ...]
    on_holds: tuple[Finding, ...]
    others: tuple[Finding, ...]
    seconds: float


def judge(report: Listed, folder: Path) -> Judged:
    """Read and audit a report, and compare the findings with the lists."""
    started = time.perf_counter()
    audited = audit(read_document(folder / report.file))
    seconds = time.perf_counter() - started
    found = tuple(error for error in report.errors if any(finds(finding, error) for finding in audited.findings))
    above = [finding for finding in audited.findings if finding.severity is not Severity.NOTE]
    return Judged(
        report,
        found,
        tuple(error for error in found if any(_names(finding, error) for finding in audited.findings)),
        tuple(error for error in report.errors if error not in found),
        tuple(finding for finding in above if any(accuses(finding, holds) for holds in report.holds)),
        tuple(finding for finding in above if not any(finds(finding, error) for error in report.errors)),
        seconds,
    )


def lines(judged: Sequence[Judged]) -> Iterator[str]:
    """The table in Markdown."""
    yield "| report | A found (accused) | B | C | on relations that hold | other findings | seconds |"
    yield "| --- | --: | --: | --: | --: | --: | --: |"
    for item in judged:
        counts = []
        for level in "ABC":
            of = sum(error.level == level for error in item.report.errors)
            found, accused = (sum(error.level == level for error in errors) for errors in (item.found, item.accused))
            counts.append(f"{found}/{of} ({accused})" if of else "–")
        holds = len(item.on_holds) if item.report.holds else "–"
        yield f"| {item.report.file} | {' | '.join(counts)} | {holds} | {len(item.others)} | {item.seconds:.1f} |"


def shown(judged: Sequence[Judged]) -> Iterator[str]:
    """What was missed, what was said of what holds, and what else was said."""
    for item in judged:
        yield f"\n{item.report.file}"
        for error in item.missed:
            yield f"  missed {error.level} {error.id} (p. {', '.join(map(str, error.pages))}): {error.what}"
        for name, findings in (("on what holds", item.on_holds), ("other", item.others)):
            for finding in findings:
                yield f"  {name}: {finding.severity.value} {finding.rule}: {finding.message}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Judge the reports of a folder and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="list what was missed and what no list has")
    chosen = parser.parse_args(arguments)
    judged = [judge(report, chosen.folder) for report in listed() if (chosen.folder / report.file).exists()]
    for line in (*lines(judged), *(shown(judged) if chosen.show else ())):
        print(line)


if __name__ == "__main__":
    main()
