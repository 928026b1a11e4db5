"""What a person should see: a root, its consequences under it, and how much of the document was looked at."""

from dataclasses import dataclass
from fractions import Fraction

from saksama.audit.relation import Relation
from saksama.audit.rule import Severity
from saksama.kernel.explanation import Explanation
from saksama.kernel.figures import Interval
from saksama.kernel.provenance import Place
from saksama.understanding.reading import Figured, Reading


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with what a person needs to find it: table, row and column as printed, and the text that stands there."""

    place: Place
    text: str = ""
    table: str = ""
    row: str = ""
    column: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault. `spots` begins with the accused figure or words; `expected` is `None` where the fault is about words.

    `message` says in whole sentences what stands there, what was expected and where; `arithmetic` writes the sum out;
    `remedy` says what to do. `is_headline` marks what the head of the agency must see. `consequences` are the findings
    that follow from this one; `relation` is what was judged.
    """

    rule: str
    name: str
    severity: Severity
    message: str
    remedy: str
    spots: tuple[Spot, ...]
    subject: str = ""
    measure: str = ""
    period: str = ""
    stated: Figured | None = None
    expected: Fraction | Interval | None = None
    expected_text: str = ""
    arithmetic: str = ""
    basis: str = ""
    explanation: Explanation | None = None
    relation: Relation | None = None
    is_headline: bool = False
    consequences: tuple["Finding", ...] = ()


@dataclass(frozen=True, slots=True)
class RuleCoverage:
    """How often a rule looked: passed, failed, and skipped by reason."""

    rule: str
    passed: int
    failed: int
    skipped: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Audit:
    """The findings of one document, the gravest first, with the reading they rest on and what was looked at."""

    file: str
    reading: Reading
    findings: tuple[Finding, ...]
    coverage: tuple[RuleCoverage, ...]
