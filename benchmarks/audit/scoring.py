"""What an audit of a mutant is worth: found, missed and why, and what else was said; rates with Wilson intervals.

One fault is one finding. What takes the changed figure as an input follows from it and belongs under it: shown beside
it, a second finding of the same change counts as false, as one that has nothing to do with the change does. What hangs
under a finding accuses nobody and is not counted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from math import sqrt

from benchmarks.audit.mutant import Duty, Mutant
from saksama.audit.finding import Audit, Finding, Spot
from saksama.audit.rule import Severity
from saksama.understanding.reading import Reading


class Outcome(Enum):
    """What became of a mutation. A loss is named by where it was lost."""

    FOUND = "found"
    SILENT = "silent"  # an equivalent mutant that raised nothing above a note
    ALARM = "alarm"  # an equivalent mutant that did
    NOT_READ = "extraction"  # the mutated words or figure are not in the reading
    NOT_LINKED = "linking"  # they are, but state nothing
    NOT_JUDGED = "rule"  # they state something, and no rule said so


@dataclass(frozen=True, slots=True)
class Score:
    """The outcome, and the findings above a note beside the one that is the mutation.

    `accuses` says whether the first finding accuses exactly the changed figure; `None` where no single one was changed.
    """

    outcome: Outcome
    others: tuple[Finding, ...]
    accuses: bool | None = None


def score(mutant: Mutant, audit: Audit) -> Score:
    """Judge an audit of a mutant."""
    above = [finding for finding in audit.findings if finding.severity is not Severity.NOTE]
    # Where nothing is marked, whatever is found comes from the change.
    related = [finding for finding in above if touches(mutant, finding) or not mutant.marks]
    # What prints the changed figure in another table comes from the change as well.
    near = [finding for finding in above if touches(replace(mutant, table=""), finding)]
    meeting = sorted((one for one in related if _meets(mutant, one)), key=lambda one: not accused(mutant, one))
    root = next(iter((*meeting, *related, *near)), None)
    # Of several changed figures each may be accused by itself.
    own = [finding for finding in above if finding is root or (mutant.changed > 1 and accused(mutant, finding))]
    others = tuple(finding for finding in above if finding not in own)
    if mutant.duty is Duty.KEEP_SILENT or (mutant.duty is Duty.NOTE and related):
        return Score(Outcome.ALARM if related else Outcome.SILENT, others)
    accuses = bool(above) and accused(mutant, above[0]) if mutant.changed == 1 else None
    heard = above if mutant.duty is Duty.FIND else audit.findings
    found = any(_meets(mutant, finding) for finding in heard)
    return Score(Outcome.FOUND if found else _loss(mutant, audit.reading), others, accuses)


def _meets(mutant: Mutant, finding: Finding) -> bool:
    """Whether the finding is of the right family and points at what was changed."""
    return any(part.rule.startswith(mutant.families) for part in parts(finding)) and (
        touches(mutant, finding) or not mutant.marks
    )


def accused(mutant: Mutant, finding: Finding) -> bool:
    """Whether the first spot of a finding, which is the accused, is the changed figure."""
    return any(points_at(finding.spots[0], mark, mutant.table) for mark in mutant.marks if finding.spots)


def parts(finding: Finding) -> Iterator[Finding]:
    """The finding and its consequences."""
    yield finding
    for below in finding.consequences:
        yield from parts(below)


def touches(mutant: Mutant, finding: Finding) -> bool:
    """Whether the finding or a consequence points at what was changed."""
    return any(
        points_at(spot, mark, mutant.table) for part in parts(finding) for spot in part.spots for mark in mutant.marks
    )


def points_at(spot: Spot, mark: str, table: str) -> bool:
    """Whether a spot prints the mark, in the table where one is asked for."""
    if table and spot.table.startswith("Tabel") and table.rsplit(maxsplit=1)[-1] != spot.table.split()[-1]:
        return False
    return prints(spot.text, mark)


def prints(text: str, mark: str) -> bool:
    """Whether the text prints the mark, not only as a part of a longer number; a line may break beside a stroke."""
    wanted, within = (re.sub(r"\s*/\s*", "/", " ".join(each.split())) for each in (mark, text))
    return re.search(rf"(?<![\d.,]){re.escape(wanted)}(?!\d|[.,]\d)", within, re.IGNORECASE) is not None


def _loss(mutant: Mutant, reading: Reading) -> Outcome:
    figures = [cell for table in reading.tables for line in table.cells for cell in line if cell]
    texts = [figured.text for figured in (*figures, *(f for s in reading.sentences for f in s.figures))]
    words = [text for table in reading.tables for line in table.texts for text in line]
    words += [sentence.text for sentence in reading.sentences] + [heading.text for heading in reading.headings]
    words += [f"{table.number} {table.caption}" for table in reading.tables]
    if mutant.marks and not any(prints(text, mark) for mark in mutant.marks for text in (*texts, *words)):
        return Outcome.NOT_READ
    is_figure = any(re.fullmatch(r"(?:Rp ?)?[\d.,%−+-]+", mark) for mark in mutant.marks)
    stated = [statement.figure.text for statement in reading.statements]
    if is_figure and not any(prints(text, mark) for mark in mutant.marks for text in stated):
        return Outcome.NOT_LINKED
    return Outcome.NOT_JUDGED


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many, with the bounds of its 95 % Wilson interval, in percent."""

    hits: int
    of: int

    @property
    def percent(self) -> float:
        """The rate itself."""
        return 100 * self.hits / self.of if self.of else 0.0

    @property
    def bounds(self) -> tuple[float, float]:
        """Between which the true rate lies with 95 % confidence."""
        if not self.of:
            return 0.0, 100.0
        z, share = 1.959964, self.hits / self.of
        centre = share + z * z / (2 * self.of)
        spread = z * sqrt(share * (1 - share) / self.of + z * z / (4 * self.of * self.of))
        scale = 1 + z * z / self.of
        return max(0.0, 100 * (centre - spread) / scale), min(100.0, 100 * (centre + spread) / scale)

    def __str__(self) -> str:
        if not self.of:
            return "–"
        low, high = self.bounds
        return f"{self.hits}/{self.of} {self.percent:.1f} ({low:.1f}–{high:.1f})"
