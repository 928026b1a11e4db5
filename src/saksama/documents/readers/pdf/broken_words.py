"""Words and numbers that a column too narrow for them breaks: "Meningkatny" + "a", "2.013." + "542.57" + "1"."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from saksama.documents.readers.pdf.frame import Box
from saksama.documents.readers.pdf.words import Line, Word

_PADDING = 11.5  # points, left and right together: what Word leaves inside a cell
_DIGIT = 0.6  # of the size: the width of a character whose own is not known
_SPACE = 0.4  # of the size, and what the padding may be less
_MOST_PIECES = 6
_SHORTEST_WORD = 2
_SHORTEST_STEM = 4
_LONGEST_REST = 4  # letters, where no other place of the document has the word whole
_NARROW = 10  # letters of a column in which most long words break
_LONGEST_WORD = 18  # letters
_LETTERS = re.compile(r"[^\W\d_]+")
_HEAD = re.compile(r"[^\W\d_]+$")
_GROUPED = re.compile(r"[(+\-−–]?(?:Rp\.?)?\d{1,3}(?:(?:\.\d{3})+(?:,\d+)?|(?:,\d{3})+(?:\.\d+)?)%?\)?(?:,-)?")
_NUMBER_PIECE = re.compile(r"[(+\-−–]?(?:Rp\.?)?[\d.,]+%?\)?(?:,-)?")
_CODE_START = re.compile(r"[\dX]+(?:\.[\dX]+){2,}\.?", re.IGNORECASE)
_CODE_REST = re.compile(r"\.?[\dX]+(?:\.[\dX]+)*\.?", re.IGNORECASE)
_CODE = re.compile(r"(?:[\dX]{1,2}\.){2,6}[\dX]{1,4}\.?", re.IGNORECASE)
_WHOLE = re.compile(r"(?:nya|kan|isasi|itas)$")
_SUFFIX = re.compile(r"k?an(?:nya)?|i?nya|i")
_NO_END = re.compile(r"[^aeiou][^aeiou]$")
_NO_START = re.compile(r"(?!str|skr|spr|[bdgkpt]r|[bgkp]l|s[klnptwy]|ny|ng|kh|sy|kw)[^aeiou][^aeiou]|ng[^aeiou]")
_SHORT_WORDS = {"dan", "di", "ke", "per", "yg", "ini", "itu", "yang", "dari", "pada", "atau", "agar", "oleh", "atas"}


def known_words(prose: Iterable[Line], cells: Iterable[Sequence[Word]]) -> frozenset[str]:
    """The words of a document that no column can have broken: those of prose, and those beside others on a cell's line.

    The words of `cells` are in reading order.
    """
    texts = {word.text for line in prose for word in line}
    for words in cells:
        is_whole = not words[0].text[:1].islower()  # else it may be the rest of a word on the page before
        if len(words) > 1 and words[0].baseline == words[1].baseline and is_whole:
            texts.add(words[0].text)
        texts.update(word.text for before, word in pairwise(words) if before.baseline == word.baseline)
    return frozenset(
        part
        for text in texts
        if not text.endswith("-")
        for part in _LETTERS.findall(text.lower())
        if len(part) >= _SHORTEST_WORD
    )


def is_full(line: Line, after: Word, box: Box) -> bool:
    """Whether the first letter of the word below would not have stood behind the line."""
    if line[-1].turned:
        return False
    first = after.stops[1] - after.stops[0] if len(after.stops) > 1 else min(after.right - after.left, after.size)
    return _room(line, box) < (first if after.stops else _DIGIT * after.size)


def has_room(line: Line, after: Word, box: Box) -> bool:
    """Whether the word below would have stood behind the line, after a space."""
    return not line[-1].turned and _room(line, box) > after.right - after.left + _SPACE * after.size


def broken_lines(lines: Sequence[Line], box: Box, known: frozenset[str]) -> frozenset[int]:
    """The lines of a cell whose last word goes on in the next line."""
    found: set[int] = set()
    at = 0
    while at < len(lines) - 1:
        end = _end_of_word(lines, at, box, known) or _end_of_number(lines, at, box) or at
        found |= set(range(at, end))
        at = max(end, at + 1)
    return frozenset(found)


def _room(line: Line, box: Box) -> float:
    return (box[2] - box[0]) - (line[-1].right - line[0].left) - _PADDING


def _end_of_word(lines: Sequence[Line], start: int, box: Box, known: frozenset[str]) -> int | None:
    """The line in which the word ends that line `start`, filled by it alone, begins."""
    head = _HEAD.search(lines[start][0].text)
    if head is None or len(lines[start]) > 1:
        return None
    text, ends = head[0], []
    for number in range(start + 1, min(len(lines), start + _MOST_PIECES)):
        line, first = lines[number], lines[number][0].text
        rest = _LETTERS.match(first)
        if rest is None or not is_full(lines[number - 1], line[0], box):
            break
        if not (rest[0].islower() or (rest[0].isupper() and text.isupper())):
            break
        text += rest[0]
        ends.append((number, text.lower(), rest[0].lower()))
        if len(line) > 1 or rest[0] != first:
            break
    for number, whole, _rest in reversed(ends):
        if whole in known:
            return number
    if not ends:
        return None
    number, whole, rest_only = ends[0]
    return number if _is_rest(head[0].lower(), rest_only, known) else None


def _is_rest(head: str, rest: str, known: frozenset[str]) -> bool:
    """Whether letters are the rest of a word that stands whole nowhere in the document, as its parts do not either."""
    if rest in known or rest in _SHORT_WORDS:
        return False
    if _SUFFIX.fullmatch(rest) and len(head) >= _SHORTEST_STEM:
        return True
    if head in known or _WHOLE.search(head):
        return False
    if len(rest) <= _LONGEST_REST or _NO_END.search(head.replace("ng", "n")) or _NO_START.match(rest):
        return True
    return bool(known) and len(head) <= _NARROW and len(head) + len(rest) <= _LONGEST_WORD


def _end_of_number(lines: Sequence[Line], start: int, box: Box) -> int | None:
    """The line in which the number or code ends whose first piece ends line `start`."""
    text = lines[start][-1].text
    if not _NUMBER_PIECE.fullmatch(text):
        return None
    best = None
    for number in range(start + 1, min(len(lines), start + _MOST_PIECES)):
        line, piece = lines[number], lines[number][0].text
        is_forced = text[-1] in ".," or piece[0] in ".," or is_full(lines[number - 1], line[0], box)
        if not is_forced or not _NUMBER_PIECE.fullmatch(piece):
            break
        is_code = (
            len(lines[start]) == 1
            and _CODE_START.fullmatch(text)
            and _CODE_REST.fullmatch(piece)
            and not _GROUPED.fullmatch(text)
        )
        text += piece
        is_cut_code = is_code and _CODE.fullmatch(text)
        if (_GROUPED.fullmatch(text) and number > start + 1) or is_cut_code:
            best = number
        if len(line) > 1:
            break
    return best
