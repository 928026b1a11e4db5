"""Running text into sentences, statements and claims."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from saksama.documents.document import Document
from saksama.kernel.provenance import Place
from saksama.understanding.cell_figures import COUNTABLE
from saksama.understanding.claims import ClaimWord, claims
from saksama.understanding.mentions import Mention, Mentioned
from saksama.understanding.names import canonical, tokens
from saksama.understanding.passage_text import Piece, pieces
from saksama.understanding.reading import (
    Claim,
    FactKey,
    Figured,
    Identity,
    Measure,
    ReadScale,
    Sentence,
    SentenceRole,
    Statement,
    Subject,
    SubjectKind,
)
from saksama.understanding.slots import Slot, slots
from saksama.understanding.splitting import split
from saksama.understanding.text_figures import FigureKind, TextFigure, YearMark, figures, years
from saksama.understanding.timing import periods
from saksama.understanding.topic import AGENCY, Surroundings, Topic
from saksama.understanding.wording import cues, hidden

LONGEST = 3000


@dataclass(frozen=True, slots=True)
class Prose:
    """What the running text says: its sentences, the statements in them, and the figures that nothing explained."""

    sentences: tuple[Sentence, ...]
    statements: tuple[Statement, ...]
    unlinked: tuple[Figured, ...]


def read_sentences(
    document: Document, subjects: Iterable[Subject], *, identity: Identity, scale: ReadScale | None
) -> Prose:
    """Every sentence of the document's paragraphs, lists and key figures."""
    text, agency = tuple(pieces(document)), canonical(identity.agency)
    surroundings = Surroundings(
        # A row of a budget table may name the agency itself; a sentence that names it means the whole.
        Mentioned(subject for subject in subjects if not (agency and agency.startswith(subject.name))),
        splits_spending=any("belanja tidak langsung" in piece.text.lower() for piece in text),
    )
    agency_words = _agency_words(identity)
    sentences: list[Sentence] = []
    statements: list[Statement] = []
    unlinked: list[Figured] = []
    for piece in text:
        surroundings.enter(piece)
        for place, (start, end) in enumerate(split(piece.text)):
            reader = _SentenceReader(piece, (start, end), surroundings, identity, agency_words=agency_words)
            sentence, said, left = reader.read(len(sentences), scale)
            sentences.append(sentence)
            statements += said
            unlinked += left
            surroundings.leave(reader.text, reader.mentions, is_first=place == 0)
    return Prose(tuple(sentences), tuple(statements), tuple(unlinked))


def _agency_words(identity: Identity) -> tuple[str, ...]:
    """How sentences name the agency: in full, and without its region."""
    name = " ".join(identity.agency.lower().split())
    short = " ".join(tokens(name)[:3])
    return tuple(word for word in dict.fromkeys((name, short)) if len(word) > 8)


class _SentenceReader:
    """One sentence on its way from text to statements."""

    def __init__(
        self,
        piece: Piece,
        span: tuple[int, int],
        above: Surroundings,
        identity: Identity,
        *,
        agency_words: tuple[str, ...],
    ) -> None:
        start, end = span
        self.text = piece.text[start:end]
        self.figures = figures(self.text)
        # Longer than any sentence is a table without rules, or an attack: its figures are counted, not explained.
        is_sentence = len(self.text) <= LONGEST
        self.mentions = above.mentioned.find(self.text) if is_sentence else []
        self._piece = piece
        self._start = start
        self._above = above
        self._identity = identity
        inside = [figure for figure in self.figures if _is_inside(figure, self.mentions)]
        self.figures = [figure for figure in self.figures if figure not in inside]
        self._masked = hidden(self.text, self.figures, self.mentions, agency_words=agency_words) if is_sentence else ""

    def read(self, index: int, scale: ReadScale | None) -> tuple[Sentence, list[Statement], list[Figured]]:
        figured = {figure.start: self._figured(figure) for figure in self.figures}
        marks = years(self.text) if self._masked and self.figures else []
        readable = self.figures if self._masked else []
        when = periods(self._masked, marks, readable, year=self._identity.year)
        dated = dict(zip((figure.start for figure in readable), when, strict=True))
        bound = slots(self._masked, self.figures, cues(self._masked)) if self._masked and self.figures else []
        statements: list[Statement] = []
        stated = {slot.figure.start for slot in bound if slot.aspect == "batas"}
        for slot in bound:
            is_orphan = any(start < slot.figure.start and start not in stated for start in figured)
            statement = self._statement(slot, index, figured, dated, marks, is_orphan=is_orphan)
            if statement:
                statements.append(statement)
                stated.add(slot.figure.start)
        claimed = tuple(self._claims(scale, figured, dated, statements))
        sentence = Sentence(
            index=index,
            text=self.text,
            role=_role(statements, claimed),
            chapter=self._piece.chapter,
            figures=tuple(figured.values()),
            claims=claimed,
            place=self._piece.at(self._start),
            subject=statements[0].key.subject if statements else claimed[0].subject if claimed else "",
            kind=statements[0].key.kind if statements else claimed[0].kind if claimed else SubjectKind.OTHER,
        )
        return sentence, statements, [each for start, each in figured.items() if start not in stated]

    def _at(self, position: int) -> Place:
        return self._piece.at(self._start + position)

    def _figured(self, figure: TextFigure) -> Figured:
        chosen, why = None, ""
        values = dict.fromkeys((each.value, each.decimals) for each in figure.readings)
        if len(values) == 1:
            chosen = figure.readings[0]
        elif figure.kind is FigureKind.COUNT or COUNTABLE.match(self.text[figure.end :].lstrip()):
            whole = [each for each in figure.readings if each.decimals == 0]
            if len(whole) == 1:
                chosen, why = whole[0], "jumlah selalu bilangan bulat"
        return Figured(figure.text, self._at(figure.start), figure.readings, figure.blank, chosen, why)

    def _statement(
        self,
        slot: Slot,
        index: int,
        figured: dict[int, Figured],
        dated: dict[int, str],
        marks: list[YearMark],
        *,
        is_orphan: bool,
    ) -> Statement | None:
        if slot.aspect == "batas":  # the cap of a mean is no fact
            return None
        topic = self._above.topic(slot, self._masked, self.mentions, self._piece.chapter, is_orphan=is_orphan)
        if topic is None:
            return None
        measure, alternatives = _of_whole(slot, topic)
        key = FactKey(
            kind=topic[0],
            subject=topic[1],
            measure=measure,
            period=self._period(slot, dated[slot.figure.start], marks),
            version=_version(self._masked, slot),
            comparator=slot.comparator,
            aspect=slot.aspect,
        )
        return Statement(
            key=key,
            figure=figured[slot.figure.start],
            chapter=self._piece.chapter,
            subject_text=self._subject_text(topic),
            sentence=index,
            alternatives=alternatives,
        )

    def _period(self, slot: Slot, period: str, marks: list[YearMark]) -> str:
        plan = self._identity.plan_years
        if slot.measure is Measure.END_TARGET or slot.aspect == "target akhir":
            named = [mark for mark in marks if mark.end <= slot.figure.start and mark.until is None]
            is_named = named and self._identity.year and named[-1].year > self._identity.year
            return str(named[-1].year) if is_named else str(plan[1]) if plan else ""
        spans = [mark for mark in marks if mark.until is not None]
        if slot.measure is Measure.COUNT and (spans or "rencana strategis" in self._masked):
            years_of = (spans[0].year, spans[0].until) if spans else plan
            return f"{years_of[0]}-{years_of[1]}" if years_of else ""
        return period

    def _subject_text(self, topic: Topic) -> str:
        found = [each for each in self.mentions if (each.kind, each.name) == topic]
        return self.text[found[-1].start : found[-1].end] if found else ""

    def _claims(
        self,
        scale: ReadScale | None,
        figured: dict[int, Figured],
        dated: dict[int, str],
        statements: list[Statement],
    ) -> Iterator[Claim]:
        default = str(self._identity.year) if self._identity.year else ""
        for word in claims(self._masked, scale, has_figures=bool(self.figures)):
            before = [start for start in dated if start < word.start]
            stated = [each for each in statements if any(each.figure is figured[start] for start in before)]
            topic = self._above.claimed(
                word.start,
                self._masked,
                self.mentions,
                stated=(stated[-1].key.kind, stated[-1].key.subject) if stated else None,
            )
            if topic is not None:
                yield self._claim(word, topic, dated, default)

    def _claim(self, word: ClaimWord, topic: Topic, dated: dict[int, str], default: str) -> Claim:
        plan = self._identity.plan_years
        before = [period for start, period in dated.items() if start <= word.start]
        period = str(plan[1]) if word.of_end and plan else before[-1] if before and word.is_rating else default
        return Claim(
            word=word.word,
            subject=topic[1],
            period=period,
            place=self._at(word.start),
            kind=topic[0],
            is_rating=word.is_rating,
            is_all=word.is_all,
        )


def _is_inside(figure: TextFigure, mentions: list[Mention]) -> bool:
    return any(mention.start <= figure.start < mention.end for mention in mentions)


def _of_whole(slot: Slot, topic: Topic) -> tuple[Measure, tuple[Measure, ...]]:
    """What a measure is of an agency or objective: it has no target of its own, so its achievement is a mean."""
    if topic == AGENCY and slot.measure in {Measure.ACTUAL, Measure.ACHIEVEMENT}:
        return Measure.AVERAGE_ACHIEVEMENT, (Measure.ACHIEVEMENT, Measure.ACTUAL)
    if topic[0] is SubjectKind.OBJECTIVE and slot.measure is Measure.ACHIEVEMENT:
        return slot.measure, (*slot.alternatives, Measure.AVERAGE_ACHIEVEMENT)
    return slot.measure, slot.alternatives


_VERSIONED = frozenset((Measure.APPROPRIATION, Measure.CHANGE, Measure.TARGET))


def _version(masked: str, slot: Slot) -> str:
    """The version of a budget or target, where the words before it name one."""
    if slot.measure not in _VERSIONED:
        return ""
    before = masked[: slot.figure.start]
    if slot.measure is Measure.TARGET and re.search(r"target\s+rencana\s*$", before):
        return "rencana"
    murni = max(before.rfind("murni"), before.rfind("sebelum perubahan"), before.rfind("semula"))
    changed = max(
        map(before.rfind, ("perubahan apbd", "apbd perubahan", "setelah perubahan", "anggaran perubahan", "dppa"))
    )
    if slot.is_change and slot.measure is Measure.APPROPRIATION and "menjadi" in before[-30:]:
        return "perubahan"
    return "" if murni < 0 and changed < 0 else "murni" if murni > changed else "perubahan"


def _role(statements: list[Statement], claimed: tuple[Claim, ...]) -> SentenceRole:
    measures = {statement.key.measure for statement in statements}
    for role, of in _ROLES:
        if measures & of:
            return role
    return SentenceRole.RATED if claimed else SentenceRole.OTHER


_ROLES: tuple[tuple[SentenceRole, frozenset[Measure]], ...] = (
    (SentenceRole.CHANGED, frozenset((Measure.CHANGE,))),
    (SentenceRole.AVERAGED, frozenset((Measure.AVERAGE_ACHIEVEMENT,))),
    (SentenceRole.ABSORBED, frozenset((Measure.ABSORPTION, Measure.EXPENDITURE, Measure.APPROPRIATION))),
    (
        SentenceRole.ACHIEVED,
        frozenset((Measure.TARGET, Measure.ACTUAL, Measure.ACHIEVEMENT, Measure.PROGRESS, Measure.END_TARGET)),
    ),
    (SentenceRole.COUNTED, frozenset((Measure.COUNT,))),
)
