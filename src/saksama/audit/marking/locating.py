"""Where in a text the words of a finding stand."""

import re

_LONGEST_TARGET = 400


def located(text: str, target: str, near: int | None) -> tuple[int, int] | None:
    """The occurrence of the words nearest to a position, whatever white space is between them.

    A number is found as a whole: "5" is not part of "57,5".
    """
    words = target.split()
    if not words or len(target) > _LONGEST_TARGET:
        return None
    pattern = r"\s+".join(map(re.escape, words))
    before = r"(?<![0-9])(?<![0-9][.,])" if words[0][0].isdigit() else ""
    after = r"(?![0-9])(?![.,][0-9])" if words[-1][-1].isdigit() else ""
    found = [match.span() for match in re.finditer(before + pattern + after, text)]
    if not found:
        return None
    return found[0] if near is None else min(found, key=lambda span: abs(span[0] - near))
