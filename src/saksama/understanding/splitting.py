"""Sentences of a paragraph, in spite of "Rp. 1.234,-", "No. 5", initials, titles and list numbers."""

import re
from collections.abc import Iterator

_ABBREVIATIONS = frozenset(
    (
        "rp",
        "dra",
        "drs",
        "dr",
        "ir",
        "prof",
        "hj",
        "h",
        "kh",
        "st",
        "se",
        "sh",
        "si",
        "sos",
        "ap",
        "kom",
        "pd",
        "hum",
        "kes",
    )
) | {
    "dkk",
    "jl",
    "jln",
    "kab",
    "prov",
    "kec",
    "kel",
    "tbk",
    "pt",
    "cv",
    "bpk",
    "sdr",
    "cq",
    "s.d",
    "a.n",
    "u.b",
    "u.p",
    "yth",
}
"""Words that a full stop shortens, so that it ends no sentence."""
_BEFORE_NUMBER = frozenset(
    (
        "no",
        "nomor",
        "th",
        "thn",
        "tgl",
        "hal",
        "hlm",
        "ps",
        "pasal",
        "ayat",
        "tabel",
        "gambar",
        "gbr",
        "telp",
        "ext",
        "tw",
    )
)
"""Words that a full stop shortens where a number follows."""
_END = re.compile(r"[.!?]+[\"”’')\]]*(?=\s)|\n{2,}|\n(?=\s*(?:[-•●▪*]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s)")
_WORD_BEFORE = re.compile(r"[\w.&/-]*$")
_LIST_MARK = re.compile(r"\s*\(?(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z]|[IVXivx]{1,5})")
_STARTS = re.compile(r"\s*[\"“‘'(\[]*(?:[A-Z0-9]|[^\W\d_a-z])")


def split(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, white space at both sides left out."""
    start = 0
    for found in _END.finditer(text):
        if _ends(text, start, found):
            yield from _trimmed(text, start, found.end())
            start = found.end()
    yield from _trimmed(text, start, len(text))


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    mark = found[0]
    if mark[0] == "\n":
        return True
    if not _STARTS.match(text, found.end()):  # the next word has no capital
        return False
    if mark[0] != ".":
        return True
    before = text[start : found.start()]
    if _LIST_MARK.fullmatch(before):  # "1. Persentase …", "a. Sasaran …"
        return False
    ending = _WORD_BEFORE.search(before)
    word = ending[0].lower() if ending else ""
    if word in _BEFORE_NUMBER:
        return not re.match(r"\s*\d", text[found.end() :])
    is_title = "." in word and word.rpartition(".")[2] in _ABBREVIATIONS
    return not (word in _ABBREVIATIONS or is_title or _is_initial(word))


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isalpha()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    if part.strip():
        yield start + left, start + len(part.rstrip())
