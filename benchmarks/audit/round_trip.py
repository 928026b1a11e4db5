"""The round trip of the design: generated reports, written, read back and audited, say what they said before.

`python -m benchmarks.audit.round_trip` prints, by format, in how many reports nothing above a note was found, and how
many of the printed facts (subject, measure, period, printed figure) of their tables came back.
"""

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.audit.figure_mutations import value_of
from benchmarks.audit.invented import invented
from benchmarks.audit.invented_year import with_its_year
from benchmarks.audit.layouts import LAYOUTS, write
from benchmarks.audit.scoring import Rate
from benchmarks.audit.sites import Site, sites
from saksama.audit.audit import audit
from saksama.audit.rule import Severity
from saksama.documents.document import Document
from saksama.documents.readers.read import read_document
from saksama.understanding.names import canonical
from saksama.understanding.reading import Measure, Reading, SubjectKind

FORMATS = ("docx", "pdf", "html", "md")
_MEASURES = {
    "target": Measure.TARGET,
    "end target": Measure.END_TARGET,
    "actual": Measure.ACTUAL,
    "achievement": Measure.ACHIEVEMENT,
    "progress": Measure.PROGRESS,
    "appropriation": Measure.APPROPRIATION,
    "expenditure": Measure.EXPENDITURE,
    "remainder": Measure.REMAINDER,
    "absorption": Measure.ABSORPTION,
}
Fact = tuple[str, Measure, str, str]
"""Subject, measure, period, printed figure."""


@dataclass(frozen=True, slots=True)
class Trip:
    """What came back of one report."""

    layout: str
    seed: int
    findings: tuple[str, ...]
    printed: int
    lost: tuple[Fact, ...]
    invented: tuple[Fact, ...]


def printed_facts(document: Document, year: int) -> set[Fact]:
    """What the tables of a composed report print about indicators, programmes, activities and sub-activities."""
    every = sites(document)
    labels = {(site.table, site.row): site.text for site in reversed(every) if site.kind == "label"}
    quarters = {(site.table, site.row): site.text for site in every if site.header == "Triwulan"}
    return {
        (_name(site, labels), _MEASURES[site.kind], _period(site, year, quarters), _bare(site.text))
        for site in every
        if site.kind in _MEASURES and _is_fact(site)
    }


def _bare(printed: str) -> str:
    """The figure without the mark of its footnote."""
    return printed.removesuffix("*)").rstrip()


def _name(site: Site, labels: dict[tuple[int, int], str]) -> str:
    """Money is a programme's in a table that names programmes and indicators; everything else is the indicator's."""
    is_money = site.kind in ("expenditure", "absorption") and "Pendukung" in site.caption
    label = labels[site.table, site.row] if is_money else site.label
    return _plain(canonical(label, SubjectKind.PROGRAMME if label.strip().startswith("Program ") else None))


def _plain(subject: str) -> str:
    """A name without the parent that tells it from its like: "monitoring (pelatihan)"."""
    return re.sub(r" \([^()]*\)$", "", subject)


def _is_fact(site: Site) -> bool:
    is_named = bool(site.label) and not site.is_total and not re.search("Rata-rata(?! waktu)", site.label)
    is_summary = "Ringkasan" in site.caption or (site.kind in _MONEY and site.caption.startswith("Pengukuran"))
    score = re.sub(r"^[A-Z]+ \((.+)\)$", r"\1", _bare(site.text))
    return is_named and value_of(score) is not None and not is_summary and site.label != "belum diisi"


_MONEY = ("appropriation", "expenditure", "absorption")


def _period(site: Site, year: int, quarters: dict[tuple[int, int], str]) -> str:
    found = re.findall(r"\b20\d\d\b", site.header)
    if quarter := quarters.get((site.table, site.row)):
        number = ("TW I", "TW II", "TW III", "TW IV").index(quarter) + 1
        return f"{year}-{'sd' if 's.d.' in site.header else ''}TW{number}"
    return ("sd" if "s.d." in site.header else "") + (found[-1] if found else f"{year}")


def read_facts(reading: Reading) -> set[Fact]:
    """What the tables were understood to state, without the money of the measurement form: as in `_is_fact`."""
    forms = {table.index for table in reading.tables if table.caption.startswith("Pengukuran")}
    return {
        (_plain(found.key.subject), found.key.measure, found.key.period, _bare(found.figure.text))
        for found in reading.statements
        if found.table is not None
        and found.key.measure in _MEASURES.values()
        and found.key.subject
        and not (found.table in forms and found.key.measure in {_MEASURES[kind] for kind in _MONEY})
    }


def trip(job: tuple[int, int, Path, bool]) -> Trip:
    """Compose, write, read and audit one report; the last says whether of a record with what its year brought."""
    layout, seed, folder = LAYOUTS[job[0]], job[1], job[2]
    made = with_its_year(invented(seed), seed) if job[3] else invented(seed)
    document = layout.compose(made, seed)
    found = audit(read_document(write(layout, document, folder, name=f"{layout.name}-{seed}", seed=seed)))
    above = tuple(f"{item.rule}: {item.message}" for item in found.findings if item.severity is not Severity.NOTE)
    printed, read = printed_facts(document, made.year), read_facts(found.reading)
    subjects = {fact[0] for fact in printed}
    extra = {fact for fact in read - printed if fact[0] in subjects}
    return Trip(layout.name, seed, above, len(printed), _sorted(printed - read), _sorted(extra))


def _sorted(facts: set[Fact]) -> tuple[Fact, ...]:
    return tuple(sorted(facts, key=lambda fact: (fact[0], fact[1].value, fact[2], fact[3])))


def trips(reports: int, first: int, folder: Path, *, grown: bool = False) -> list[Trip]:
    """Every format with so many reports."""
    wanted = [place for place, layout in enumerate(LAYOUTS) if layout.name in FORMATS]
    jobs = [(place, first + number, folder, grown) for place in wanted for number in range(reports)]
    with Pool(2) as pool:
        return pool.map(trip, jobs, chunksize=2)


def lines(found: Sequence[Trip]) -> Iterator[str]:
    """The table in Markdown."""
    yield "| format | reports without a finding | findings | printed facts that came back | facts not printed so |"
    yield "| --- | --: | --: | --: | --: |"
    for name in FORMATS:
        mine = [item for item in found if item.layout == name]
        silent = Rate(sum(not item.findings for item in mine), len(mine))
        printed = sum(item.printed for item in mine)
        back = Rate(printed - sum(len(item.lost) for item in mine), printed)
        findings, extra = sum(len(item.findings) for item in mine), sum(len(item.invented) for item in mine)
        yield f"| {name} | {silent} | {findings} | {back} | {extra} |"


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the trips and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=12)
    parser.add_argument("--first", type=int, default=5000)
    parser.add_argument("--grown", action="store_true", help="records with quarters, revisions, late data, surveys")
    parser.add_argument("--show", action="store_true", help="list findings, and facts that were lost or not printed so")
    chosen = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        found = trips(chosen.reports, chosen.first, Path(folder), grown=chosen.grown)
    for line in lines(found):
        print(line)
    for item in found if chosen.show else ():
        for name, what in (("finding", item.findings), ("lost", item.lost), ("not printed so", item.invented)):
            for one in what:
                print(f"{item.layout} {item.seed} {name}: {one}")


if __name__ == "__main__":
    main()
