"""Make text displayable with the shipped fonts, because a glyph that no font has ends the making of a PDF/A."""

import re
import unicodedata
from functools import cache
from importlib.resources import files

SUBSTITUTE = "\u25a1"  # a visible box for a character of a script that no shipped font has

# Controls, marks of writing direction, joiners, variation selectors, byte order marks and lone surrogates: they show
# nothing by themselves, and a direction mark could make a figure read backwards. "\n" and the soft hyphen stay.
_DROPPED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
_LINE_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_WORD = re.compile(r"[^\s\u00ad/\-]+|[/\-\u00a0\u2007\u202f]{20,}")
# An Indonesian word may be divided before a consonant with its vowel: per-tang-gung-ja-wab-an.
_SYLLABLE = re.compile(
    r"(?<=[a-z])(?=(?:ng|ny|sy|kh|[bcdfghjklmnpqrstvwxyz])[aeiou])(?<!n(?=[gy]))(?<!s(?=y))(?<!k(?=h))", re.IGNORECASE
)
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_PILE = re.compile(f"(?<=[{_MARKS}]{{4}})[{_MARKS}]+")  # no language puts more than four marks on a letter
_LETTER = re.compile(f"(?s:.)[{_MARKS}]*")
_SOFT_HYPHEN = "\u00ad"
_BREAK = "\u200b"


@cache
def _shown() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What matches a character that no face has, and a combining mark without a letter of the first face."""
    lines = (files("saksama.documents") / "fonts" / "characters.txt").read_text(encoding="ascii").splitlines()
    first, others = map(_ranges, lines)
    return re.compile(f"[^\n{first}{others}]"), re.compile(f"(?:(?<![{first}])|(?<=[\\s\u00ad]))[{_MARKS}]")


def _ranges(line: str) -> str:
    pairs = (pair.split("-") for pair in line.split())
    return "".join(f"{re.escape(chr(int(first, 16)))}-{re.escape(chr(int(last, 16)))}" for first, last in pairs)


def displayable(text: str) -> str:
    """The text without what shows nothing, and with a box for each character that the shipped fonts lack.

    A compatible form takes the box's place where the fonts have one, such as a plain letter for a mathematical one.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _DROPPED.sub("", _LINE_BREAKS.sub("\n", text).replace("\t", " "))
    absent, stray = _shown()
    text = absent.sub(lambda found: _compatible(found[0]), unicodedata.normalize("NFC", text))
    return _PILE.sub("", stray.sub(SUBSTITUTE, text))


def _compatible(character: str) -> str:
    form = unicodedata.normalize("NFKC", character)
    return SUBSTITUTE if _shown()[0].search(form) else form


def breakable(text: str, limit: int) -> str:
    """The text with places to break each word wider than `limit` average characters: at syllables, else anywhere."""
    if len(text) * 1.25 <= limit:
        return text
    return _WORD.sub(lambda word: word[0] if _width(word[0]) <= limit else _divided(word[0], limit), text)


def _width(word: str) -> float:
    return len(word) + 0.25 * sum(map(str.isupper, word))


def _divided(word: str, limit: int) -> str:
    """As few breaks as let each piece fit, because a reader of the PDF may find them in the text."""
    divided, piece = "", ""
    for syllable in _SYLLABLE.split(word):
        if piece and _width(piece + syllable) > limit - 1:
            divided, piece = divided + piece + _SOFT_HYPHEN, ""
        piece += syllable
        if _width(piece) > limit:
            cut = max(1, int(limit / 1.25))
            letters = _LETTER.findall(piece)
            *heads, piece = ["".join(letters[at : at + cut]) for at in range(0, len(letters), cut)]
            divided += "".join(head + _BREAK for head in heads)
    return divided + piece
