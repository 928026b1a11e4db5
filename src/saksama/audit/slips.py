"""Slips of the hand: a digit changed, swapped, lost or doubled."""

from decimal import Decimal

from saksama.language.messages import _


def digits(value: Decimal, decimals: int) -> str:
    """The digits of a number as printed, without marks."""
    return f"{value:.{decimals}f}".replace(".", "").lstrip("0")


def slip(mine: str, theirs: str) -> str:
    """How one row of digits came of another by a slip of the hand, in a sentence; nothing where it did not."""
    if len(mine) == len(theirs):
        differing = [place for place, (one, other) in enumerate(zip(mine, theirs, strict=True)) if one != other]
        if len(differing) == 1:
            place = differing[0]
            return _("Satu angka berbeda: tercetak {wrong}, seharusnya {right}.").format(
                wrong=mine[place], right=theirs[place]
            )
        is_swap = len(differing) == 2 and [mine[place] for place in differing] == [
            theirs[place] for place in reversed(differing)
        ]
        if is_swap:
            return _("Dua angka tertukar letaknya.")
    if len(mine) + 1 == len(theirs) and _without_one(theirs, mine):
        return _("Satu angka hilang.")
    if len(theirs) + 1 == len(mine) and _without_one(mine, theirs):
        return _("Satu angka berlebih.")
    return ""


def _without_one(longer: str, shorter: str) -> bool:
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))
