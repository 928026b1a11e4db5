"""Numbers of two columns that touch at the wall between them, one running over it."""

import re

from saksama.documents.readers.pdf.words import Word, split_word

_REACH = 1.2  # of the size: how far a number runs over a wall
_GROUPED = r"[(\-−–]?\d{1,3}(?:\.\d{3})+(?:,\d\d?)?\)?|[(\-−–]?\d{1,3}(?:,\d{3})+(?:\.\d\d?)?\)?"
_NUMBER = re.compile(rf"(?:{_GROUPED})(?:%|,-)?")
_NEXT = re.compile(rf"(?:{_GROUPED}|\d{{1,3}}[.,]\d\d?)(?:%|,-)?")


def cut_numbers(word: Word, wall: float) -> tuple[Word, ...]:
    """The word cut near a wall where that alone makes two numbers of what is none; whole otherwise."""
    if not word.text[:1].isdigit() or _NUMBER.fullmatch(word.text):
        return (word,)
    cuts = [
        index
        for index, stop in enumerate(word.stops)
        if abs(stop - wall) <= _REACH * word.size
        and _NUMBER.fullmatch(word.text[:index])
        and _NEXT.fullmatch(word.text[index:])
    ]
    return split_word(word, word.stops[cuts[0]]) if len(cuts) == 1 else (word,)
