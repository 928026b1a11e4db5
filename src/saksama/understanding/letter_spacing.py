"""Words that are set with spaces between their letters ("J U M L A H") or that a narrow column breaks ("Targ et")."""

import re
from collections.abc import Container

_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)")
_MOST_PIECES = 10
_LONGEST = 60


def unspaced(text: str) -> str:
    """The text with the letters of spaced words closed up: at least four single letters in a row."""
    return _SPACED.sub(lambda found: found[0].replace(" ", ""), text)


def mended(text: str, words: Container[str]) -> str:
    """The text, which has single spaces, with the pieces of broken words put together where they make known words."""
    pieces = text.split(" ")
    if len(pieces) > _LONGEST:
        return text
    made: list[str] = []
    at = 0
    while at < len(pieces):
        end = next(
            (
                end
                for end in range(min(len(pieces), at + _MOST_PIECES), at + 1, -1)
                if "".join(pieces[at:end]) in words and not any(piece in words for piece in pieces[at:end])
            ),
            at + 1,
        )
        made.append("".join(pieces[at:end]))
        at = end
    return " ".join(made)
