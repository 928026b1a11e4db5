"""Where a text mentions a subject of the document, by its name in any spelling or by its abbreviation."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from saksama.understanding.names import Names, canonical, match
from saksama.understanding.reading import Subject, SubjectKind
from saksama.understanding.spelling import FILLERS, VARIANTS

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:\d+[^\W\d_]*)?")
_KIND_BEFORE = re.compile(
    r"(?:^|[\s(“\"])(indikator|sasaran|tujuan|program|kegiatan|sub[\s-]?kegiatan|iku)"
    r"(?:\s+(?:kinerja|strategis|utama|tujuan|sasaran|program))*\s*(?:\d{1,2})?\s*[:“\"]?\s*$",
    re.IGNORECASE,
)
_KINDS = {
    "indikator": SubjectKind.INDICATOR,
    "iku": SubjectKind.INDICATOR,
    "sasaran": SubjectKind.OBJECTIVE,
    "tujuan": SubjectKind.GOAL,
    "program": SubjectKind.PROGRAMME,
    "kegiatan": SubjectKind.ACTIVITY,
    "subkegiatan": SubjectKind.SUB_ACTIVITY,
}
_OPENING = re.compile(
    r"\b(?:indikator(?:\s+kinerja)?|program|kegiatan|sasaran(?:\s+strategis)?)\b[\s:\d.]*|"
    r"\b(?=(?:per|pro|pre)sentase\b|indeks\b|rasio\b|cakupan\b|jumlah\b|nilai\b|tingkat\b|terwujudnya\b|meningkatnya\b)",
    re.IGNORECASE,
)
_PHRASE_END = re.compile(
    r"[,:;()“”\"]|\b(?:dengan|sebesar|adalah|tercapai|mencapai|terealisasi|capaian|realisasi|target|yaitu|telah|belum|pada"
    r"|meningkat|menurun|naik|turun|memperoleh|mendapat|melampaui)\b|\d",
    re.IGNORECASE,
)
_KIND_ORDER = {
    SubjectKind.INDICATOR: 0,
    SubjectKind.OBJECTIVE: 1,
    SubjectKind.PROGRAMME: 2,
    SubjectKind.ACTIVITY: 3,
    SubjectKind.SUB_ACTIVITY: 4,
    SubjectKind.GOAL: 5,
    SubjectKind.AGENCY: 6,
    SubjectKind.OTHER: 7,
}
"""Of two kinds of one name, which a sentence with figures means more likely."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A subject at `start` to `end` of a text."""

    start: int
    end: int
    kind: SubjectKind
    name: str


@dataclass(frozen=True, slots=True)
class _Branch:
    """The names that begin with the same words: those that end with them, and by the next word those that go on."""

    ended: list[tuple[SubjectKind, str]] = field(default_factory=list)
    longer: dict[str, "_Branch"] = field(default_factory=dict)

    def add(self, words: Iterable[str], kind: SubjectKind, name: str) -> None:
        """Add a name below this branch."""
        branch = self
        for word in words:
            branch = branch.longer.setdefault(word, _Branch())
        branch.ended.append((kind, name))
        branch.ended.sort(key=lambda topic: (_KIND_ORDER[topic[0]], topic[1]))

    def topics(self) -> Iterator[tuple[SubjectKind, str]]:
        """Everything that is named here and below."""
        waiting = [self]
        while waiting:
            branch = waiting.pop()
            yield from branch.ended
            waiting += branch.longer.values()


class Mentioned:
    """The subjects of a document, ready to be found in its sentences."""

    def __init__(self, subjects: Iterable[Subject]) -> None:
        self._root = _Branch()
        self._aliases: dict[str, tuple[SubjectKind, str]] = {}
        by_kind: dict[SubjectKind, dict[str, str]] = {}
        for subject in subjects:
            names = dict.fromkeys(
                (subject.name, *(canonical(text, subject.kind) for text, _ in (*subject.spellings, *subject.near)))
            )
            for name in names:
                by_kind.setdefault(subject.kind, {})[name] = subject.name
                self._root.add((word for word in name.split() if word not in FILLERS), subject.kind, subject.name)
            for alias in subject.aliases:
                self._aliases.setdefault(alias, (subject.kind, subject.name))
        self._names = {kind: (Names(found), found) for kind, found in by_kind.items()}
        self._label = lru_cache(maxsize=4096)(self._labelled)

    def find(self, text: str) -> list[Mention]:
        """The mentions in order; of two that begin at one word the longer, of two that overlap the earlier."""
        words = _words(text)
        found: list[Mention] = []
        place = 0
        while place < len(words):
            mention, after = self._at(text, words, place)
            if mention:
                found.append(mention)
            place = after
        return sorted((*found, *self._near(text, found)), key=lambda mention: mention.start)

    def label(self, text: str) -> Mention | None:
        """The subject that a heading or label names ("Sasaran 1: Meningkatnya …"), at most with words around it."""
        return self._label(text)

    def _labelled(self, text: str) -> Mention | None:
        return next(iter(self.find(text)), None)

    def _at(self, text: str, words: list[tuple[str, int, int]], place: int) -> tuple[Mention | None, int]:
        word, start, _ = words[place]
        fitting: list[tuple[SubjectKind, str]] = []
        branch, here, after = self._root, place, place
        while here < len(words) and (longer := branch.longer.get(words[here][0])):
            branch, here = longer, here + 1
            if branch.ended:
                fitting, after = branch.ended, here
        if fitting:
            stated = _stated_kind(text, start)
            # A name that a page cuts short is the beginning of several; the words after it say which is meant, though
            # the text leaves the end of that one away.
            further = set(branch.topics()) if here > after else set()
            if len(further) == 1:
                return Mention(start, words[here - 1][2], *further.pop()), here
            # The same words may name an objective and an indicator: the word before says which.
            topic = min(fitting, key=lambda topic: topic[0] is not stated)
            if after - place >= 2 or topic[0] is stated:
                return Mention(start, words[after - 1][2], *topic), after
        alias = self._aliases.get(word)
        written = text[start : words[place][2]]
        if alias and sum(map(str.isupper, written)) >= 2:
            return Mention(start, words[place][2], *alias), place + 1
        return None, place + 1

    def _near(self, text: str, known: list[Mention]) -> list[Mention]:
        """A name that is nearly that of a subject, where the text announces one."""
        for opening in _OPENING.finditer(text):
            start = opening.end()
            ending = _PHRASE_END.search(text, start)
            end = ending.start() if ending else len(text)
            phrase = text[start:end].strip()
            kind = _stated_kind(text, start)
            is_known = any(mention.start < end and start < mention.end for mention in known)
            if not 12 <= len(phrase) <= 300 or is_known or (known and kind is None):
                continue
            for possible in (kind,) if kind in self._names else tuple(self._names):
                if possible is None:
                    continue
                names, subjects = self._names[possible]
                found = match(phrase, names, kind=possible)
                if found:
                    return [Mention(start, start + len(phrase), possible, subjects[found.name])]
        return []


def _stated_kind(text: str, start: int) -> SubjectKind | None:
    found = _KIND_BEFORE.search(text[max(0, start - 60) : start])
    return _KINDS[re.sub(r"[\s-]", "", found[1].lower())] if found else None


def _words(text: str) -> list[tuple[str, int, int]]:
    """The significant words in one spelling with their places; fillers are left out."""
    return [
        (word, *found.span())
        for found in _WORD.finditer(text.replace("&", " "))
        for word in VARIANTS.get(found[0].casefold(), found[0].casefold()).split()
        if word not in FILLERS
    ]
