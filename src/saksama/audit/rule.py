"""What a rule is: a fault that can be looked for, and what one look gives."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction

from saksama.audit.relation import Relation
from saksama.kernel.explanation import Explanation
from saksama.kernel.figures import Interval
from saksama.kernel.provenance import Citation
from saksama.understanding.reading import FactKey, Figured, Reading


class Severity(Enum):
    """How much a finding matters."""

    ERROR = "error"  # wrong for certain
    WARNING = "warning"  # inconsistent, or wrong unless something we cannot see explains it: "perlu dicek"
    NOTE = "note"  # form, rounding, custom: collapsed


class Outcome(Enum):
    """What one look gave."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"  # the reason says why


@dataclass(frozen=True, slots=True)
class Check:
    """One look at one relation.

    `figures` are all figures that the relation involves, the accused one first; `stated` is what the document prints,
    `expected` the interval or value that its other figures give. `group` names what the check belongs to: a column of
    a table, or the chapter without which nothing of it can be there. `relation` lets the diagnosis compute what another
    value in one of the figures would change. `message` is a whole sentence in the language of
    the interface: what stands there, what is computed from what, and where.
    """

    outcome: Outcome
    figures: tuple[Figured, ...] = ()
    key: FactKey | None = None
    stated: Figured | None = None
    expected: Fraction | Interval | None = None
    expected_text: str = ""
    message: str = ""
    arithmetic: str = ""
    reason: str = ""
    group: str = ""
    severity: Severity | None = None  # `None`: the rule's own
    remedy: str = ""  # what to do, in the language of the interface
    cause: str = ""  # why, where the rule knows it
    relation: Relation | None = field(default=None, compare=False)
    rivals: tuple[Relation, ...] = field(default=(), compare=False)  # any of them would have satisfied the rule
    repair: Interval | None = None  # what the accused figure should be, where the rest leaves no doubt
    accused: tuple[Figured, ...] = ()  # where not `stated` alone is: a whole column
    topic: str = ""  # notes of one topic are shown as one
    explanation: Explanation | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Rule:
    """A fault: code (never reused), name that states the fault, severity, the text it rests on, and how to look.

    The docstring of the rule's module is its public page: what, why it matters, an example, the remedy. `first_year`
    and `last_year` bound the reports that the rule is law for.
    """

    code: str
    name: str
    severity: Severity
    basis: Citation
    check: Callable[[Reading], Iterator[Check]]
    first_year: int | None = None
    last_year: int | None = None
