"""Text in a drawing: how wide it is in Source Sans 3, where it breaks, and its SVG."""

from functools import lru_cache

from saksama.documents.writers.palette import INK, PAPER
from saksama.documents.writers.printable import escaped, printable

# Advance widths of U+0020 to U+007E in thousandths of the font size, from the font's own table.
_REGULAR = (
    "200 289 426 497 497 824 609 249 303 303 418 497 249 311 249 350 497 497 497 497 497 497 497 497 "
    "497 497 249 249 497 497 497 425 847 543 588 571 615 527 494 617 652 263 479 579 486 727 647 664 "
    "566 664 569 534 536 645 515 786 513 476 539 303 350 303 497 500 542 504 553 456 555 496 292 504 "
    "544 246 247 495 255 829 547 542 555 555 347 419 338 544 467 719 446 467 425 303 241 303 497"
)
_BOLD = (
    "200 340 537 528 528 857 667 300 344 344 457 528 300 332 300 339 528 528 528 528 528 528 528 528 "
    "528 528 300 300 528 528 528 463 902 573 605 582 635 548 524 638 674 301 509 614 518 762 665 684 "
    "596 684 613 556 556 665 556 813 567 525 541 344 339 344 528 500 555 527 573 468 573 518 341 534 "
    "571 276 278 548 286 857 572 555 573 573 398 443 383 568 523 776 514 521 460 344 268 344 528"
)
_WIDTHS = {False: tuple(map(int, _REGULAR.split())), True: tuple(map(int, _BOLD.split()))}
_OTHERS = {"\u00a0": 200, "\u2009": 200, "–": 480, "—": 800, "…": 978, "“": 537, "”": 537, "‘": 300, "’": 300}
_SIGNS = frozenset("×÷−±≤≥≈≠→²³°·•§")
_LATIN_EXTENDED = 0x024F

ASCENT = 0.75  # of the font size: the tallest letters of Source Sans 3
DESCENT = 0.22
LEADING = 1.22


@lru_cache(maxsize=4096)
def _advance(character: str, bold: bool) -> int:
    code = ord(character) - 0x20
    if 0 <= code < len(_WIDTHS[bold]):
        return _WIDTHS[bold][code]
    if character in _OTHERS:
        return _OTHERS[character]
    if character in _SIGNS:
        return 540
    # A letter that the table lacks is taken as wide as the widest of its kind, so that text may be short but not long.
    return 860 if ord(character) <= _LATIN_EXTENDED else 1000


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line of text."""
    return sum(_advance(character, bold) for character in text) * size / 1000


def shorten(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """The text on one line, cut with an ellipsis where it is wider than `width`."""
    text = " ".join(printable(text).split())
    if measure(text, size, bold=bold) <= width:
        return text
    room = width - measure("…", size, bold=bold)
    while text and measure(text, size, bold=bold) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def wrap(text: str, width: float, size: float, *, bold: bool = False, lines: int = 3) -> tuple[str, ...]:
    """The text on at most `lines` lines: broken at spaces, within words that are too long, and at last cut short."""
    found: list[str] = []
    for paragraph in printable(text).split("\n"):
        line = ""
        for word in paragraph.split():
            joined = f"{line} {word}" if line else word
            if measure(joined, size, bold=bold) <= width:
                line = joined
                continue
            if line:
                found.append(line)
            line = word
            while measure(line, size, bold=bold) > width:
                head = _head(line, width, size, bold=bold)
                found.append(head + "-" if len(head) > 1 else head)
                line = line[len(head) :]
                if len(found) > lines:
                    break
        if line:
            found.append(line)
        if len(found) > lines:
            break
    if len(found) <= lines:
        return tuple(found)
    return (
        *found[: lines - 1],
        shorten(f"{found[lines - 1].removesuffix('-')} {found[lines]}…", width, size, bold=bold),
    )


def _head(word: str, width: float, size: float, *, bold: bool) -> str:
    """As many first letters of a word as fit with a hyphen, and at least one."""
    room = width - measure("-", size, bold=bold)
    count = 1
    while count < len(word) - 1 and measure(word[: count + 1], size, bold=bold) <= room:
        count += 1
    return word[:count]


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def label(
    x: float,
    y: float,
    text: str,
    *,
    size: float,
    anchor: str = "start",
    fill: str = INK,
    bold: bool = False,
    halo: bool = False,
) -> str:
    """One line of text with its baseline at `y`; a halo keeps it legible on grid lines."""
    return (
        f'<text x="{number(x)}" y="{number(y)}" font-size="{number(size)}"'
        + (f' text-anchor="{anchor}"' if anchor != "start" else "")
        + (' font-weight="700"' if bold else "")
        + (f' stroke="{PAPER}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"' if halo else "")
        + f' fill="{fill}">{escaped(text)}</text>'
    )
