"""Where a text mentions a subject of the document, by its name in any spelling or by its abbreviation."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
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


class Mentioned:
    """The subjects of a document, ready to be found in its sentences."""

    def __init__(self, subjects: Iterable[Subject]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], SubjectKind, str]]] = {}
        self._aliases: dict[str, tuple[SubjectKind, str]] = {}
        by_kind: dict[SubjectKind, dict[str, str]] = {}
        for subject in subjects:
            names = dict.fromkeys(
                (subject.name, *(canonical(text, subject.kind) for text, _ in (*subject.spellings, *subject.near)))
            )
            for name in names:
                by_kind.setdefault(subject.kind, {})[name] = subject.name
                words = tuple(word for word in name.split() if word not in FILLERS)
                if words:
                    self._by_first.setdefault(words[0], []).append((words, subject.kind, subject.name))
            for alias in subject.aliases:
                self._aliases.setdefault(alias, (subject.kind, subject.name))
        for found in self._by_first.values():
            found.sort(key=lambda entry: (-len(entry[0]), _KIND_ORDER[entry[1]], entry[2]))
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
        fitting = [entry for entry in self._by_first.get(word, ()) if _follows(words, place, entry[0])]
        if fitting:
            stated = _stated_kind(text, start)
            longest = len(fitting[0][0])
            further = self._further(words, place, longest)
            if further:
                last, kind, name = further
                return Mention(start, words[last - 1][2], kind, name), last
            # The same words may name an objective and an indicator: the word before says which.
            entry = min(
                (entry for entry in fitting if len(entry[0]) == longest), key=lambda entry: (entry[1] is not stated,)
            )
            if longest >= 2 or entry[1] is stated:
                last = _follows(words, place, entry[0])
                return Mention(start, words[last - 1][2], entry[1], entry[2]), last
        alias = self._aliases.get(word)
        written = text[start : words[place][2]]
        if alias and sum(map(str.isupper, written)) >= 2:
            return Mention(start, words[place][2], *alias), place + 1
        return None, place + 1

    def _further(
        self, words: list[tuple[str, int, int]], place: int, longest: int
    ) -> tuple[int, SubjectKind, str] | None:
        """The one longer name that the text goes on with, though it leaves its end away; `longest` words are a name.

        A name that a page cuts short is the beginning of several; the words after it say which is meant.
        """
        shared = {
            (kind, name): count
            for name_words, kind, name in self._by_first.get(words[place][0], ())
            if (count := _shared(words, place, name_words)) > longest
        }
        most = max(shared.values(), default=0)
        named = [topic for topic, count in shared.items() if count == most]
        return (place + most, *named[0]) if len(named) == 1 else None

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


def _follows(words: list[tuple[str, int, int]], place: int, wanted: tuple[str, ...]) -> int:
    """The position after the wanted words where they stand from `place` on; an abbreviation in brackets may come
    between. 0 where they do not.
    """
    here = place
    for word in wanted:
        if here >= len(words) or words[here][0] != word:
            return 0
        here += 1
    return here


def _shared(words: list[tuple[str, int, int]], place: int, wanted: tuple[str, ...]) -> int:
    """How many of the wanted words stand from `place` on."""
    count = 0
    for (word, _, _), sought in zip(words[place:], wanted, strict=False):
        if word != sought:
            break
        count += 1
    return count
