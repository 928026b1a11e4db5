"""The mutation bench: correct reports in many layouts, one printed thing changed in each; what does the auditor say?

`python -m benchmarks.audit.mutation_bench` prints the tables; `--full` takes many more reports, `--show` lists what was
missed, falsely found, or found on clean reports.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.audit.equivalent_mutations import EQUIVALENT_OPERATORS
from benchmarks.audit.figure_mutations import FIGURE_OPERATORS
from benchmarks.audit.invented import invented
from benchmarks.audit.layouts import LAYOUTS, write
from benchmarks.audit.mutant import Mutant, Operator
from benchmarks.audit.office import has_office, to_pdf
from benchmarks.audit.scoring import Outcome, Rate, Score, score
from benchmarks.audit.table_mutations import TABLE_OPERATORS
from benchmarks.audit.text_mutations import TEXT_OPERATORS
from benchmarks.audit.two_errors import two_errors
from saksama.audit.audit import audit
from saksama.audit.rule import Severity
from saksama.documents.readers.read import read_document

OPERATORS: tuple[Operator, ...] = (*FIGURE_OPERATORS, *TABLE_OPERATORS, *TEXT_OPERATORS, *EQUIVALENT_OPERATORS)


@dataclass(frozen=True, slots=True)
class Case:
    """A report to write: layout and operator by their names ("" leaves the report as it is), and the seed."""

    layout: int
    operator: int | None
    seed: int

    @property
    def name(self) -> str:
        return f"{LAYOUTS[self.layout].name}".replace(" ", "-") + f"-{self.seed}-{self.operator}"


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a case, in words that can be shown."""

    case: Case
    outcome: str  # of `Outcome`, or "clean"
    change: str
    others: tuple[str, ...]
    accuses: bool | None = None


def cases(reports: int, first: int) -> list[Case]:
    """Each layout clean `reports` times, and each layout with each operator `reports` times."""
    found = []
    for layout in range(len(LAYOUTS)):
        for number in range(reports):
            found.append(Case(layout, None, first + layout * 31 + number))
            found += [
                Case(layout, operator, first + layout * 31 + operator * 7 + number * 211)
                for operator, wanted in enumerate(OPERATORS)
                if LAYOUTS[layout].suffix != ".xlsx" or wanted.group not in ("text", "document")
            ]
    return found


def made(case: Case, folder: Path) -> tuple[Path, Mutant | None] | None:
    """Write the report of a case; `None` where the operator finds nothing to change in it."""
    layout = LAYOUTS[case.layout]
    document = layout.compose(invented(case.seed), case.seed)
    mutant = None
    if case.operator is not None:
        mutant = OPERATORS[case.operator].mutate(document, Random(case.seed * 1009 + case.operator))
        if mutant is None:
            return None
        document = mutant.document
    return write(layout, document, folder, name=case.name, seed=case.seed), mutant


def _run(job: tuple[Case, Path, Mutant | None]) -> Result:
    case, path, mutant = job
    found = audit(read_document(path))
    if mutant is None:
        above = [finding for finding in found.findings if finding.severity is not Severity.NOTE]
        return Result(case, "clean", "", tuple(f"{finding.rule}: {finding.message}" for finding in above))
    scored: Score = score(mutant, found)
    others = tuple(f"{item.rule}: {item.message}" for item in scored.others)
    return Result(case, scored.outcome.value, mutant.change, others, scored.accuses)


def run(wanted: Sequence[Case], folder: Path, *, processes: int = 2) -> list[Result]:
    """Write, read and audit every case."""
    jobs: list[tuple[Case, Path, Mutant | None]] = []
    for case in wanted:
        if LAYOUTS[case.layout].office and not has_office():
            continue
        written = made(case, folder)
        if written:
            jobs.append((case, *written))
    office = [place for place, (case, _path, _mutant) in enumerate(jobs) if LAYOUTS[case.layout].office]
    to_pdf([jobs[place][1] for place in office], folder)
    for place in office:
        case, path, mutant = jobs[place]
        jobs[place] = (case, path.with_suffix(".pdf"), mutant)
    with Pool(processes) as pool:
        return pool.map(_run, jobs, chunksize=4)


def _table(title: str, results: Sequence[Result], names: Sequence[str], of: Callable[[Result], str]) -> Iterator[str]:
    """Recall, losses, silence and what else was found, by layout or family."""
    losses = "lost: extraction | linking | rule"
    heads = f"recall % (95 %) | {losses} | silent on equivalents % | precision % | accused first %"
    yield f"| {title} | {heads} |"
    yield "| --- |" + " --: |" * 7
    for name in (*names, "all"):
        mine = [result for result in results if result.outcome != "clean" and name in (of(result), "all")]
        asked = [result for result in mine if result.outcome not in (Outcome.SILENT.value, Outcome.ALARM.value)]
        equal = [result for result in mine if result not in asked]
        hits = sum(result.outcome == Outcome.FOUND.value for result in asked)
        lost = [sum(result.outcome == loss for result in asked) for loss in ("extraction", "linking", "rule")]
        silent = sum(result.outcome == Outcome.SILENT.value for result in equal)
        false = sum(len(result.others) for result in mine)
        single = [result.accuses for result in asked if result.accuses is not None]
        first = Rate(sum(single), len(single))
        cells = (Rate(hits, len(asked)), *lost, Rate(silent, len(equal)), Rate(hits, hits + false), first)
        yield f"| {name} | " + " | ".join(str(cell) for cell in cells) + " |"


def _layout_of(result: Result) -> str:
    return LAYOUTS[result.case.layout].name


def _operator_of(result: Result) -> str:
    assert result.case.operator is not None
    return OPERATORS[result.case.operator].name


def _group_of(result: Result) -> str:
    assert result.case.operator is not None
    return OPERATORS[result.case.operator].group


def report(results: Sequence[Result]) -> Iterator[str]:
    """The tables in Markdown."""
    layouts = [layout.name for layout in LAYOUTS]
    yield from _table("layout", results, layouts, _layout_of)
    yield ""
    yield from _table("family", results, list(dict.fromkeys(operator.group for operator in OPERATORS)), _group_of)
    yield ""
    yield from _table("operator", results, [operator.name for operator in OPERATORS], _operator_of)
    yield ""
    yield "| clean reports | reports | with a finding above a note | false findings a report |"
    yield "| --- | --: | --: | --: |"
    for name in (*layouts, "all"):
        mine = [result for result in results if result.outcome == "clean" and name in (_layout_of(result), "all")]
        false = sum(len(result.others) for result in mine)
        flagged = Rate(sum(bool(result.others) for result in mine), len(mine))
        yield f"| {name} | {len(mine)} | {flagged} | {false / len(mine) if mine else 0:.2f} |"


def shown(results: Sequence[Result]) -> Iterator[str]:
    """Everything that went wrong."""
    good = (Outcome.FOUND.value, Outcome.SILENT.value, "clean")
    for result in results:
        name = "clean" if result.case.operator is None else OPERATORS[result.case.operator].name
        if result.outcome not in good:
            yield f"{result.case.name} [{name}] {result.outcome}: {result.change}"
        for other in result.others:
            yield f"{result.case.name} [{name}] falsely: {other}   (after {result.change})"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the bench and print its tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help="40 reports of each kind instead of 1")
    parser.add_argument("--reports", type=int, default=0)
    parser.add_argument("--first", type=int, default=1000, help="the first seed")
    parser.add_argument("--layout", default="", help="only layouts whose name holds this")
    parser.add_argument("--keep", type=Path, help="a folder in which the reports stay")
    parser.add_argument("--show", action="store_true", help="list what went wrong")
    chosen = parser.parse_args(arguments)
    wanted = cases(chosen.reports or (40 if chosen.full else 1), chosen.first)
    wanted = [case for case in wanted if chosen.layout in LAYOUTS[case.layout].name]
    with TemporaryDirectory() as temporary:
        folder = chosen.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        results = run(wanted, folder)
    for line in report(results):
        print(line)
    pairs = chosen.reports or (10 if chosen.full else 1)
    for line in two_errors(pairs, chosen.first, layout=chosen.layout, is_shown=chosen.show):
        print(line)
    if not has_office():
        print("\nLibreOffice is not installed: its layout was left out.")
    if chosen.show:
        sys.stdout.write("\n")
        for line in shown(results):
            print(line)


if __name__ == "__main__":
    main()
