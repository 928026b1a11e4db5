"""Reports with two errors: two figures changed, each independently; are both found, and is anything else said?"""

from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.audit.figure_mutations import FIGURE_OPERATORS
from benchmarks.audit.invented import invented
from benchmarks.audit.layouts import LAYOUTS, write
from benchmarks.audit.mutant import Mutant
from benchmarks.audit.scoring import Outcome, Rate, score
from benchmarks.audit.sites import sites
from saksama.audit.audit import audit
from saksama.audit.rule import Severity
from saksama.documents.readers.read import read_document

PAIRS = 4
"""So many reports with two errors for each layout and each report asked for."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A report to write with two changes, and what came of it."""

    layout: int
    seed: int
    changes: tuple[str, ...] = ()
    found: int = 0
    others: tuple[str, ...] = ()


def two_errors(reports: int, first: int, *, layout: str = "", is_shown: bool = False) -> Iterator[str]:
    """The table in Markdown; the layouts that LibreOffice makes are left out."""
    pairs = [
        Pair(place, first + 7000 + place * 31 + number * 17)
        for place, each in enumerate(LAYOUTS)
        if layout in each.name and not each.office
        for number in range(reports * PAIRS)
    ]
    with Pool(2) as pool:
        judged = [pair for pair in pool.map(_judged, pairs, chunksize=2) if pair]
    yield ""
    yield "| two errors | both found % (95 %) | one | none | other findings a report |"
    yield "| --- | --: | --: | --: | --: |"
    for name in (*dict.fromkeys(LAYOUTS[pair.layout].name for pair in pairs), "all"):
        mine = [pair for pair in judged if name in (LAYOUTS[pair.layout].name, "all")]
        counts = [sum(pair.found == wanted for pair in mine) for wanted in (2, 1, 0)]
        false = sum(len(pair.others) for pair in mine) / len(mine) if mine else 0
        yield f"| {name} | {Rate(counts[0], len(mine))} | {counts[1]} | {counts[2]} | {false:.2f} |"
    for pair in judged if is_shown else ():
        if pair.found < len(pair.changes) or pair.others:
            yield f"{LAYOUTS[pair.layout].name}-{pair.seed} found {pair.found}: {' AND '.join(pair.changes)}"
            yield from (f"    falsely: {other}" for other in pair.others)


def twice_mutated(pair: Pair) -> tuple[Mutant, Mutant] | None:
    """The mutants one upon the other; nothing where the second takes the first back."""
    chance = Random(pair.seed)
    document = LAYOUTS[pair.layout].compose(invented(pair.seed), pair.seed)
    one = chance.choice(FIGURE_OPERATORS).mutate(document, chance)
    other = chance.choice(FIGURE_OPERATORS).mutate(one.document, chance) if one else None
    if one is None or other is None or one.marks == other.marks:
        return None
    changed = sum(old != new for old, new in zip(sites(document), sites(other.document), strict=True))
    return (one, other) if changed == len((one, other)) else None


def _judged(pair: Pair) -> Pair | None:
    mutants = twice_mutated(pair)
    if mutants is None:
        return None
    layout = LAYOUTS[pair.layout]
    with TemporaryDirectory() as folder:
        path = write(layout, mutants[-1].document, Path(folder), name=f"{pair.seed}", seed=pair.seed)
        found = audit(read_document(path))
    scores = [score(mutant, found) for mutant in mutants]
    above = [finding for finding in found.findings if finding.severity is not Severity.NOTE]
    # Of two findings each may be the root of one change, or one of both.
    others = [finding for finding in above if all(finding in each.others for each in scores)]
    return Pair(
        pair.layout,
        pair.seed,
        tuple(mutant.change for mutant in mutants),
        sum(each.outcome is Outcome.FOUND for each in scores),
        tuple(f"{finding.rule}: {finding.message}" for finding in others),
    )
