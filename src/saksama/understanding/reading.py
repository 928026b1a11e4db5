"""What a document claims: its statements and the relations that its structure proposes. Nothing is corrected or lost.

A `Reading` keeps every printed string. A figure may have more than one reading ("1.234"); what decides between them is
recorded in `Figured.chosen`. A document may state the same thing twice, differently: both statements stand here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from saksama.documents.document import Document, Heading
from saksama.kernel.figures import Blank, Figure
from saksama.kernel.provenance import Place
from saksama.kernel.rating import RatingScale


class Measure(Enum):
    """What a figure measures."""

    TARGET = "target"
    END_TARGET = "end-target"
    BASELINE = "baseline"
    ACTUAL = "actual"
    ACHIEVEMENT = "achievement"
    AVERAGE_ACHIEVEMENT = "average-achievement"
    PROGRESS = "progress"
    BENCHMARK = "benchmark"
    CHANGE = "change"
    VARIANCE = "variance"  # actual minus target, or what is left to the end target
    APPROPRIATION = "appropriation"
    EXPENDITURE = "expenditure"
    REMAINDER = "remainder"
    ABSORPTION = "absorption"
    EFFICIENCY = "efficiency"
    COUNT = "count"
    SHARE = "share"  # a part of a whole, in percent
    RATING = "rating"  # a word, not a number
    OTHER = "other"


class SubjectKind(Enum):
    """What a statement is about."""

    GOAL = "goal"
    OBJECTIVE = "objective"
    INDICATOR = "indicator"
    PROGRAMME = "programme"
    ACTIVITY = "activity"
    SUB_ACTIVITY = "sub-activity"
    AGENCY = "agency"  # the whole: totals
    OTHER = "other"


class Chapter(Enum):
    """The role of the passage that something stands in; the same fact may be stated in several."""

    FRONT = "front"
    INTRODUCTION = "introduction"
    PLAN = "plan"
    KEY_INDICATORS = "key-indicators"
    AGREEMENT = "agreement"
    SCALE = "scale"
    MEASUREMENT = "measurement"
    BUDGET = "budget"
    CLOSING = "closing"
    ATTACHMENT = "attachment"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FactKey:
    """What makes two statements the same fact. What differs in any part differs legitimately (practice.md).

    `subject` is the canonical name that the matcher gave ("persentase penyelesaian kejadian …") and "" for the agency
    as a whole; what stands below several parents in one table carries its parent in brackets. `period` is a year
    ("2020"), a year with those before it ("sd2020"), a quarter, semester or month ("2020-TW1", "2020-S1", "2020-M01",
    cumulative "2020-sdTW1") or "", `version` "murni", "pergeseran", "perubahan" or "", `comparator` whose figure it is
    ("nasional", "provinsi") or "" for the agency's own.

    `aspect` says what part of the measure, where there are several: the things counted ("indikator", "indikator
    tercapai", "indikator sebagian" for a part of them), the measure that changed ("actual"), "dibatasi" for a mean of
    capped achievements, "target akhir" for what is left to the end target, "melebihi pagu" for what is overspent. The
    version "rencana" is a plan's target where the same sentence states the agreement's.
    """

    kind: SubjectKind
    subject: str
    measure: Measure
    period: str = ""
    version: str = ""
    comparator: str = ""
    aspect: str = ""


@dataclass(frozen=True, slots=True)
class Figured:
    """A printed figure: all its readings, the one that something decided for (with the reason), and its place.

    `readings` is empty where `blank` says what stands there instead. `chosen` is one of `readings`; `None` while the
    figure is ambiguous.
    """

    text: str
    place: Place
    readings: tuple[Figure, ...] = ()
    blank: Blank | None = None
    chosen: Figure | None = None
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that the document claims.

    `alternatives` are other measures that the words allow: "tercapai 94%" may be the actual or the achievement.
    """

    key: FactKey
    figure: Figured
    chapter: Chapter
    subject_text: str  # as printed
    table: int | None = None  # index in `Reading.tables`; `None` for a sentence
    row: int | None = None
    column: int | None = None
    sentence: int | None = None  # index in `Reading.sentences`
    alternatives: tuple[Measure, ...] = ()


class RowRole(Enum):
    """What a row of a table is."""

    DATA = "data"
    GROUP = "group"  # a parent above its parts, with or without figures of its own
    TOTAL = "total"
    AVERAGE = "average"
    NOTE = "note"


class ColumnPart(Enum):
    """What the cells of a column are."""

    NUMBER = "number"  # the rows' numbering or codes
    LABEL = "label"  # what the rows are about
    UNIT = "unit"
    FIGURES = "figures"
    WORDS = "words"  # ratings, remarks, sources: text that names no subject


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column with what was recognised of its header.

    `header` is the header's text from top to bottom, joined by " / ". `measure` is `None` for labels and for what was
    not recognised; `unit` is the unit that the header states. `about` is the label column that names what the figures
    of this column are about, where the table has one. `kind` is `None` as well for labels of several kinds: then the
    rows say which.
    """

    header: str
    measure: Measure | None = None
    period: str = ""
    version: str = ""
    comparator: str = ""
    unit: str = ""
    kind: SubjectKind | None = None  # of a label column: what its cells name
    part: ColumnPart = ColumnPart.WORDS
    about: int | None = None
    aspect: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with its place in the hierarchy. `parent` is the index of the row above it in rank, `None` at the top.

    `number` is the label's own numbering ("I", "1.", "a", a programme code). `is_closed` says that the rows below it
    claim to be all its parts (numbered without a gap up to its next sibling or a total). A total is closed too: its
    parts are the rows with its own `parent` and level above it.
    """

    role: RowRole
    label: str
    number: str = ""
    level: int = 0
    parent: int | None = None
    is_closed: bool = False
    subject: str = ""  # canonical
    kind: SubjectKind = SubjectKind.OTHER


@dataclass(frozen=True, slots=True)
class UnderstoodTable:
    """A table stitched over its pages: columns, rows and a full grid of figures and texts.

    `cells[row][column]` holds what stands there, filled down and to the right over extents (`texts` the same as
    strings). `repeats` marks cells that only repeat a spanning cell, so that it is counted once. `headings` are those
    above the table, from the chapter's down.
    """

    index: int
    number: str  # as printed: "Tabel 3.7"
    caption: str
    chapter: Chapter
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    cells: tuple[tuple[Figured | None, ...], ...]
    texts: tuple[tuple[str, ...], ...]
    repeats: frozenset[tuple[int, int]]
    place: Place
    pages: tuple[int, ...] = ()
    headings: tuple[str, ...] = ()


class SentenceRole(Enum):
    """What a sentence was understood to say."""

    ACHIEVED = "achieved"  # target, actual, achievement of a subject
    CHANGED = "changed"  # from … to …, by …
    ABSORBED = "absorbed"
    AVERAGED = "averaged"
    COUNTED = "counted"  # of n, k
    RATED = "rated"  # a word of the scale, tercapai, melampaui, belum
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Claim:
    """A word in a sentence that claims something of figures: direction, reaching or missing a target, a rating.

    `word` is canonical: "naik", "turun", "tetap", "tercapai", "melampaui", "belum", "efisien", "tidak efisien", "di
    atas target", "di bawah target", "membaik", "memburuk", or a band's word as its scale prints it. `is_all` says that
    it is claimed of all indicators of the subject.
    """

    word: str
    subject: str
    period: str
    place: Place
    kind: SubjectKind = SubjectKind.OTHER
    is_rating: bool = False
    is_all: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its figures in order, its claims, and where it stands."""

    index: int
    text: str
    role: SentenceRole
    chapter: Chapter
    figures: tuple[Figured, ...]
    claims: tuple[Claim, ...]
    place: Place
    subject: str = ""  # canonical, "" where none was found
    kind: SubjectKind = SubjectKind.OTHER


@dataclass(frozen=True, slots=True)
class ReadScale:
    """The rating scale as printed: its rows ("110 Keatas", "90<x<110") and, where they make one, the scale."""

    rows: tuple[tuple[str, str, Place], ...]  # condition, word, place
    scale: RatingScale | None
    place: Place
    is_regulation: bool = False  # the gapped table that a regulation itself prints


@dataclass(frozen=True, slots=True)
class Identity:
    """Who reports which year, as far as the document says; "" and `None` where it does not."""

    agency: str = ""
    government: str = ""
    year: int | None = None
    other_names: tuple[str, ...] = ()
    plan_years: tuple[int, int] | None = None  # first and last year of the strategic plan


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject that the document names: its canonical name, every spelling found, and where each stands.

    `near` are spellings that were taken for this subject although they differ by more than custom ("gangguna");
    `aliases` are its abbreviations ("ikm"). `canonical` (names.py) of every spelling, near or not, leads here.
    """

    kind: SubjectKind
    name: str
    spellings: tuple[tuple[str, Place], ...]
    near: tuple[tuple[str, Place], ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the document was understood: figures found, figures that became statements, and what was left."""

    figures: int
    linked: int
    unlinked: tuple[Figured, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was understood of a document."""

    document: Document
    identity: Identity
    headings: tuple[Heading, ...]
    tables: tuple[UnderstoodTable, ...]
    sentences: tuple[Sentence, ...]
    statements: tuple[Statement, ...]
    subjects: tuple[Subject, ...]
    scale: ReadScale | None
    coverage: Coverage
    by_key: dict[FactKey, tuple[Statement, ...]] = field(default_factory=dict)

    def about(self, subject: str, measure: Measure, period: str = "") -> Iterator[Statement]:
        """The statements about a subject and measure, of a period where one is given."""
        for statement in self.statements:
            key = statement.key
            if (key.subject, key.measure) == (subject, measure) and period in {"", key.period}:
                yield statement
