"""What repeats from page to page and belongs to none of them: running headers and footers, page numbers, watermarks."""

import re
from collections import Counter, defaultdict

from saksama.documents.readers.pdf.gaps import Phrase, phrases
from saksama.documents.readers.pdf.words import Line, Word, lines_of, text_of

_ZONE = 0.17  # of the height of the page, above and below
_FEWEST_PAGES = 3
_SHARE = 0.12  # of the pages
_MARK_SHARE = 0.5  # of the pages: large text that stands on so many is a watermark
_MARK_SIZE = 1.6  # of the usual size
_STEP = 6.0  # points between pages at which a running text may stand differently
_FEWEST_LETTERS = 4
_NAMES_SOMETHING = re.compile(r"(?:tabel|table|gambar|grafik|bab|lampiran|sumber)\b")
_CAPTION = re.compile(r"(?:tabel|table|gambar|grafik)\s*[\w.\-–]*\W*", re.IGNORECASE)
_CAPTION_STEP = 2.5  # of the size: from a caption's number to its title
_PHRASE_GAP = 1.1
_PAGE_NUMBER = re.compile(
    r"(?:hal(?:aman)?\.?\s*)?[-–—|\[(\s]*(?:[ivxlc]{1,7}|\d{1,4}|(?:bab\s+)?[ivxlc]{1,7}\s*[-–.]\s*\d{1,3})[-–—|\])\s.]*"
    r"(?:(?:dari|/|of)\s*\d{1,4})?",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[a-z]\.")
_CHANGING = re.compile(r"\b[ivxlc]{1,7}\b|\d+", re.IGNORECASE)

Page = tuple[list[Word], float]
"""The words of a page outside its tables, and the height of the page."""


def running_texts(pages: list[Page]) -> tuple[set[str], set[str]]:
    """What repeats at the edges of pages, and what repeats in large type, both as `_pattern` writes them."""
    seen: defaultdict[str, Counter[int]] = defaultdict(Counter)
    large: Counter[str] = Counter()
    for words, height in pages:
        edge: set[tuple[str, int]] = set()
        middle: set[str] = set()
        usual = _usual_size(words)
        lines = lines_of(words)
        for before, line in zip([None, *lines], lines, strict=False):
            for phrase in phrases(line, _PHRASE_GAP):
                if _in_zone(line, height):
                    if _is_title(line, before):
                        continue
                    edge.add((_pattern(phrase.text), _height_of(line, height)))
                elif phrase.words[0].size > _MARK_SIZE * usual:
                    middle.add(_pattern(phrase.text))
        for text, place in sorted(edge):
            seen[text][place] += 1
        large.update(sorted(middle))
    enough = max(_FEWEST_PAGES, _SHARE * len(pages))
    repeated = {
        text
        for text, places in seen.items()
        if _may_run(text) and max(count + places[place + 1] for place, count in list(places.items())) >= enough
    }
    return repeated, {text for text, count in large.items() if count >= max(_FEWEST_PAGES, _MARK_SHARE * len(pages))}


def _height_of(line: Line, height: float) -> int:
    """How far a line stands from its edge of the page, in steps; from below as numbers under nought."""
    middle = line[0].middle[1]
    return round(middle / _STEP) if middle < height / 2 else -round((height - middle) / _STEP) - 1_000


def _is_lettered(cut: list[Phrase]) -> bool:
    """Whether a letter numbers the line, as no running header is: "b.   Sasaran 2: …", which each section repeats."""
    return len(cut) > 1 and _LETTER.fullmatch(cut[0].text) is not None


def _is_title(line: Line, before: Line | None) -> bool:
    """Whether a line is the title of a table whose number stands alone above it, alike for table after table."""
    return (
        before is not None
        and line[0].baseline - before[0].baseline < _CAPTION_STEP * line[0].size
        and _CAPTION.fullmatch(text_of(before)) is not None
    )


def _may_run(text: str) -> bool:
    """Whether a text may be a running header: a caption or the mark of a list repeats as well."""
    return sum(letter.isalpha() for letter in text) >= _FEWEST_LETTERS and not _NAMES_SOMETHING.match(text)


def without_running(page: Page, running: set[str], marks: set[str]) -> tuple[list[Word], list[Word]]:
    """The words that belong to the page, and those that only run over it."""
    words, height = page
    kept: list[Word] = []
    dropped: list[Word] = []
    lines = lines_of(words)
    for before, line in zip([None, *lines], lines, strict=False):
        cut = phrases(line, _PHRASE_GAP)
        in_zone = _in_zone(line, height) and not _is_lettered(cut) and not _is_title(line, before)
        runs = [in_zone and _pattern(phrase.text) in running for phrase in cut]
        numbers = [in_zone and bool(_PAGE_NUMBER.fullmatch(phrase.text)) for phrase in cut]
        only_runs = all(run or number for run, number in zip(runs, numbers, strict=True))
        for phrase, run, number in zip(cut, runs, numbers, strict=True):
            # "7." beside other text is the number of a heading, alone or beside a running header that of the page.
            is_running = run or (number and only_runs) or _pattern(phrase.text) in marks
            (dropped if is_running else kept).extend(phrase.words)
    return kept, dropped


def common_text(dropped: list[list[Word]]) -> str:
    """The text that runs over most pages, for the document's header."""
    texts: dict[str, int] = defaultdict(int)
    for words in dropped:
        for line in lines_of(words):
            for phrase in phrases(line, _PHRASE_GAP):
                if not _PAGE_NUMBER.fullmatch(phrase.text):
                    texts[phrase.text] += 1
    return max(texts, key=lambda text: (texts[text], text), default="")


def _pattern(text: str) -> str:
    """The text without what changes from page to page: numbers inside it, the number of the page behind it."""
    pattern = " ".join(_CHANGING.sub("#", text).lower().split())
    return re.sub(r"(?:[\s.\-–|]*#)+$", "", pattern) or pattern


def _in_zone(line: Line, height: float) -> bool:
    middle = line[0].middle[1]
    return middle < _ZONE * height or middle > (1 - _ZONE) * height


def _usual_size(words: list[Word]) -> float:
    sizes = sorted(word.size for word in words)
    return sizes[len(sizes) // 2] if sizes else 10.0
