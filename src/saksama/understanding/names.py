"""Canonical names and matching: the same subject in spite of its spelling, never another that only looks alike."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from saksama.understanding.reading import SubjectKind
from saksama.understanding.spelling import DIRECTIONS, FILLERS, NEGATIONS, VARIANTS

LEAST_SCORE = 850
"""Of a thousand: less alike than this is another name."""
LEAST_MARGIN = 60
"""The best candidate must be so much more alike than the second."""

_MARK = r"(?:\(?\d{1,3}[.)](?!\d)|\(\d{1,3}\)|\(?[a-z][.)](?![a-z])|\(?[ivx]{1,5}[.)]|[-–—•●▪*>])"
_KIND_WORD = (
    r"(?:indikator(?: kinerja)?(?: utama| sasaran| tujuan| program| kegiatan)?|sasaran(?: strategis)?|tujuan"
    r"|iku|ikk|program|kegiatan|sub kegiatan|misi)"
)
_NUMBERED = re.compile(
    rf"{_KIND_WORD}\s*(?:ke-?\s*)?(?:\d{{1,2}}|[ivx]{{1,5}})?(?:\.\d+)*\s*[:.,]\s*|{_KIND_WORD}\s+\d{{1,2}}\s+"
)
_CODE = re.compile(r"(?!\d{1,3}(?:\.\d{3})+(?!\.?\d))\d+(?:\.\d+)+\.?\s*(?=[a-z])")
_BARE_NUMBER = re.compile(
    r"\d{1,2}\s+(?=(?:indeks|p[er]+[eo]?sentase|prosentase|rasio|cakupan|jumlah|nilai|tingkat|angka|skor|opini|predikat"
    r"|rata-rata|(?:ter|me)\w+nya)\b)"
)
"""A number before a word that nothing is counted in: "1 Indeks …"."""
_LEADING_MARK = re.compile(rf"{_MARK}\s*(?=\S)")
_ASIDE = re.compile(r"\(\s*(?:%|persen|rp\.?|rupiah|[A-Z][A-Za-z&/-]{1,11})\s*\)")
_ABBREVIATION = re.compile(r"(?=(?:.*?[A-Z]){2})[A-Za-z][A-Za-z&-]{1,11}")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:\d+[^\W\d_]*)?|\d")
_KIND_PREFIXES: dict[SubjectKind, tuple[str, ...]] = {
    SubjectKind.GOAL: ("tujuan",),
    SubjectKind.OBJECTIVE: ("sasaran strategis", "sasaran"),
    SubjectKind.INDICATOR: ("indikator kinerja utama", "indikator kinerja", "indikator"),
    SubjectKind.PROGRAMME: ("program",),
    SubjectKind.ACTIVITY: ("kegiatan",),
    SubjectKind.SUB_ACTIVITY: ("sub kegiatan",),
}


def canonical(text: str, kind: SubjectKind | None = None) -> str:
    """The name that spellings share: lower case, without numbering, punctuation and abbreviation in brackets.

    With its `kind`, "Program Kewaspadaan" and "Kewaspadaan" are one; without, the word stays part of the name.
    """
    return _canonical(text, kind)


@lru_cache(maxsize=65536)
def _canonical(text: str, kind: SubjectKind | None) -> str:
    plain = _ASIDE.sub(lambda found: " " if _is_aside(found[0]) else found[0], unicodedata.normalize("NFKC", text))
    plain = " ".join(plain.casefold().split())
    words = " ".join(tokens(_without_numbering(plain)))
    for prefix in _KIND_PREFIXES.get(kind, ()) if kind else ():
        if words.startswith(prefix + " "):
            return words.removeprefix(prefix + " ")
    return words


def _is_aside(bracketed: str) -> bool:
    inner = bracketed.strip("() ")
    return inner.casefold() in {"%", "persen", "rp", "rp.", "rupiah"} or bool(_ABBREVIATION.fullmatch(inner))


def _without_numbering(text: str) -> str:
    before = ""
    while text != before:
        before = text
        for pattern in (_CODE, _BARE_NUMBER, _LEADING_MARK, _NUMBERED):
            found = pattern.match(text)
            if found and found.end() < len(text):
                text = text[found.end() :].lstrip()
    return text


def tokens(text: str) -> list[str]:
    """The words and numbers of a text in one spelling; "&" is "dan"."""
    lowered = unicodedata.normalize("NFKC", text).casefold().replace("&", " dan ")
    return [word for found in _WORD.findall(lowered) for word in VARIANTS.get(found, found).split()]


def abbreviation(text: str) -> str:
    """The abbreviation that a name carries in brackets, in lower case: "Indeks Perlindungan Anak (IPA)" → "ipa"."""
    for found in re.finditer(r"\(\s*([A-Za-z][A-Za-z&-]{1,11})\s*\)", text):
        if _ABBREVIATION.fullmatch(found[1]):
            return found[1].casefold()
    return ""


_Fixed = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A candidate that a text was taken for. `is_near`: not the same name, but too alike to be another."""

    name: str
    is_near: bool
    score: int = 1000  # of a thousand
    margin: int = 1000  # to the second best


class Names:
    """Candidates, indexed by their words and what never differs, so that ten thousand are searched as fast as ten."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(dict.fromkeys(names))
        self._known = frozenset(self._names)
        self._by_word: dict[tuple[_Fixed, str], list[int]] = {}
        self._joined: dict[str, list[int]] = {}
        for place, name in enumerate(self._names):
            for word in dict.fromkeys(_significant(name)):
                self._by_word.setdefault((_fixed(name), word), []).append(place)
            self._joined.setdefault("".join(_significant(name)), []).append(place)

    def __contains__(self, name: str) -> bool:
        return name in self._known

    def alike(self, name: str) -> list[str]:
        """The candidates with half of the name's words and all its numbers, or all its letters, in the order given."""
        words, fixed = _significant(name), _fixed(name)
        shared: Counter[int] = Counter()
        for word in dict.fromkeys(words):
            shared.update(self._by_word.get((fixed, word), ()))
        found = {place for place, count in shared.items() if 2 * count >= len(words)}
        found.update(self._joined.get("".join(words), ()))
        return [self._names[place] for place in sorted(found)]


def match(text: str, candidates: Names | Iterable[str], *, kind: SubjectKind | None = None) -> Match | None:
    """The candidate (a canonical name) that a text names, or `None` where none is near enough or two are.

    Never across different numbers, negations or directions: "Meningkatnya …" is not "Menurunnya …".
    """
    names = candidates if isinstance(candidates, Names) else Names(candidates)
    wanted = canonical(text, kind)
    if wanted in names:
        return Match(wanted, is_near=False)
    scored = sorted(
        ((likeness(wanted, name), name) for name in names.alike(wanted)), key=lambda pair: (-pair[0], pair[1])
    )
    if not scored or scored[0][0] < LEAST_SCORE:
        return None
    margin = scored[0][0] - (scored[1][0] if len(scored) > 1 else 0)
    return Match(scored[0][1], is_near=True, score=scored[0][0], margin=margin) if margin >= LEAST_MARGIN else None


def likeness(one: str, other: str) -> int:
    """How alike two canonical names are, of a thousand; 0 where a number, negation or direction differs."""
    if _fixed(one) != _fixed(other):
        return 0
    mine, theirs = _significant(one), _significant(other)
    if abs(len(mine) - len(theirs)) > 2:
        return 0
    if "".join(mine) == "".join(theirs) or one.replace(" ", "") == other.replace(" ", ""):
        return 990  # "sistemkomunikasi", "sub kegiatan", "per satuan"
    shared = Counter(mine) & Counter(theirs)
    left, right = list((Counter(mine) - shared).elements()), list((Counter(theirs) - shared).elements())
    agreed = 2 * shared.total() + sum(_paired(left, right))
    whole = len(mine) + len(theirs)
    lone = len(left) + len(right)
    # One word more or less is a slip in a long name and another thing in a short one; two never are a slip.
    if not whole or lone > 1 or (lone and shared.total() < 6):
        return 0
    return 1000 * agreed // whole - 5 * (mine != theirs)


def _paired(left: list[str], right: list[str]) -> Iterable[int]:
    """Remove the words that differ by a slip of the pen from both lists; two for each pair."""
    for word in list(left):
        found = next((other for other in right if _is_slip(word, other)), None)
        if found is not None:
            left.remove(word)
            right.remove(found)
            yield 2


def _is_slip(one: str, other: str) -> bool:
    """Whether two words differ as mistyped ones do: a letter or two of a long word."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < 5 or not (one + other).isalpha():
        return False
    allowed = 1 if len(shorter) < 8 else 2
    return len(longer) - len(shorter) <= allowed and one[0] == other[0] and _distance(one, other, allowed) <= allowed


def _distance(one: str, other: str, allowed: int) -> int:
    """Letters to change, swap, add or drop; counting stops above `allowed`."""
    older: list[int] = []
    previous = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        current = [row]
        for column, second in enumerate(other, start=1):
            best = min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (letter != second))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == second:
                best = min(best, older[column - 2] + 1)
            current.append(best)
        if min(current) > allowed:
            return allowed + 1
        older, previous = previous, current
    return previous[-1]


@lru_cache(maxsize=65536)
def _significant(name: str) -> tuple[str, ...]:
    return tuple(word for word in name.split() if word not in FILLERS)


@lru_cache(maxsize=65536)
def _fixed(name: str) -> _Fixed:
    """The numbers, negations and directions of a name, which never differ between spellings of it."""
    words = name.split()
    numbers = tuple(sorted(word for word in words if any(map(str.isdigit, word))))
    return (
        numbers,
        tuple(sorted(NEGATIONS.intersection(words))),
        tuple(sorted(DIRECTIONS[word] for word in words if word in DIRECTIONS)),
    )
