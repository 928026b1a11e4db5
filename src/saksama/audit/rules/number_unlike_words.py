"""Angka dan terbilangnya tidak sama.

Mengapa penting: terbilang dicetak agar angka tidak dapat keliru. Bila keduanya berbeda, tidak ada yang dapat dipercaya.

Contoh: "dilaksanakan melalui 5 (empat) program".

Cara memperbaiki: periksa mana yang benar, lalu samakan angka dan terbilangnya.
"""

import re
from collections.abc import Iterator

from saksama.audit.facts import where_sentence
from saksama.audit.rule import Check, Outcome, Rule, Severity
from saksama.kernel.totals import ARITHMETIC
from saksama.language.messages import _
from saksama.language.numerals import in_words
from saksama.understanding.reading import Figured, Reading, Sentence

_WITH_WORDS = re.compile(
    r"(?<![\d.,])(?P<number>\d{1,3}(?:\.\d{3})*|\d+)\s*\((?P<words>[a-z][a-z ]{2,120})\)", re.IGNORECASE
)
_ONES = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_GROUPS = ("belas", "puluh", "ratus", "seratus", "ribu", "seribu", "juta", "miliar", "milyar", "triliun", "rupiah")
_NUMERALS = frozenset((*_ONES, *_GROUPS))


def check(reading: Reading) -> Iterator[Check]:
    """Compare every number in a sentence with the words in brackets after it."""
    for sentence in reading.sentences:
        if "(" not in sentence.text:
            continue
        for found in _WITH_WORDS.finditer(sentence.text):
            words = found["words"].casefold().split()
            # "Tahun 2018 (Rupiah)" names the unit of a table and spells no number.
            if all(word in _NUMERALS for word in words) and words[0] != "rupiah":
                yield _look(sentence, found)


def _look(sentence: Sentence, found: re.Match[str]) -> Check:
    number = int(found["number"].replace(".", ""))
    figured = _figured(sentence, found)
    if _spoken(found["words"]) == _spoken(in_words(number)):
        return Check(Outcome.PASSED, (figured,), stated=figured)
    message = _("{place}: angka {number} diikuti terbilang “{words}”; terbilang {number} adalah “{right}”.").format(
        place=where_sentence(sentence, figured.place),
        number=found["number"],
        words=found["words"],
        right=in_words(number),
    )
    return Check(
        Outcome.FAILED,
        (figured,),
        stated=figured,
        expected_text=in_words(number),
        message=message,
        remedy=_("Periksa mana yang benar, lalu samakan angka dan terbilangnya."),
    )


def _spoken(words: str) -> str:
    plain = " ".join(word for word in words.casefold().split() if word != "rupiah")
    return plain.replace("milyar", "miliar").replace(" ", "")


def _figured(sentence: Sentence, found: re.Match[str]) -> Figured:
    """The sentence's own figure where it was read as one."""
    for figured in sentence.figures:
        if figured.text.startswith(found["number"]):
            return figured
    return Figured(found[0], sentence.place)


RULE = Rule("TXT004", "number-unlike-words", Severity.ERROR, ARITHMETIC, check)
