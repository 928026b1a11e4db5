"""Captions and sources found beside tables and figures."""

import re
from dataclasses import dataclass

from saksama.documents.readers.pdf.order import Item, TableItem, TextItem

_CAPTION = re.compile(
    r"(?P<kind>tabel|table|gambar|grafik|bagan|diagram)\s*[.:]?\s*"
    r"(?P<number>(?:[A-Z]?\d+|[IVXLC]+)(?:\s?[.\-–]\s?(?:\d+|[IVXLC]+|[A-Za-z]))*[a-z]?(?![A-Za-z]))?"
    r"\s*[.:\-–]*\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SOURCE = re.compile(r"sumber(?:\s+data)?\s*:", re.IGNORECASE)
_LONGEST = 320  # characters
_LONGEST_LINE_BETWEEN = 200  # characters, between the number and the table: the title, the unit
_FARTHEST = 70.0  # points between a caption and what it names
_BLOCKS_BETWEEN = 3


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption as printed: "Tabel 3.1" (without number: ""), its text, and the items it is made of."""

    number: str
    text: str
    items: tuple[int, ...]


def captions_of(items: list[Item]) -> tuple[dict[int, Caption], dict[int, int]]:
    """The caption of each table and figure by its index among the items, and the item that names its source."""
    captions: dict[int, Caption] = {}
    used: set[int] = set()
    for index, item in enumerate(items):
        if isinstance(item, TextItem):
            continue
        found = _above(items, index, used)
        if found is None:
            found = _below(items, index, used)
        if found:
            captions[index] = found
            used.update(found.items)
    sources: dict[int, int] = {}
    for index, item in enumerate(items[:-1]):
        after = items[index + 1]
        if not isinstance(item, TableItem) or not isinstance(after, TextItem) or index + 1 in used:
            continue
        if _SOURCE.match(after.block.text) and after.page is item.page:
            sources[index] = index + 1
    return captions, sources


def _above(items: list[Item], index: int, used: set[int]) -> Caption | None:
    item = items[index]
    for back in range(1, _BLOCKS_BETWEEN + 1):
        if index < back or index - back in used:
            return None
        before = items[index - back]
        if not isinstance(before, TextItem):
            return None
        far = before.page is item.page and item.box[1] - before.box[3] > _FARTHEST + 18 * back
        if far or before.page.number < item.page.number - 1 or len(before.block.text) > _LONGEST:
            return None
        match = _match(before)
        if match:
            # A caption whose table follows on the next page stands at the end of its own.
            if (match["kind"].lower() in ("tabel", "table")) != isinstance(item, TableItem):
                return None
            return _caption(items, match, list(range(index - back, index)))
        if len(before.block.text) > _LONGEST_LINE_BETWEEN:
            return None
    return None


def _below(items: list[Item], index: int, used: set[int]) -> Caption | None:
    item = items[index]
    for after in range(index + 1, min(index + 3, len(items))):
        below = items[after]
        if not isinstance(below, TextItem) or below.page is not item.page or after in used:
            return None
        if below.box[1] - item.box[3] > _FARTHEST:
            return None
        match = _match(below)
        if match:
            names_table = match["kind"].lower() in ("tabel", "table")
            if names_table != isinstance(item, TableItem) or (names_table and _names_the_next(items, after, match)):
                return None
            return _caption(items, match, [after])
        if not _SOURCE.match(below.block.text):
            return None
    return None


def _names_the_next(items: list[Item], index: int, match: re.Match[str]) -> bool:
    """Whether a table follows a caption, after its title where that stands on a line of its own."""
    following = items[index + 1 : index + 2] if match["rest"] else items[index + 1 : index + 3]
    return any(isinstance(item, TableItem) for item in following)


def _match(item: TextItem) -> re.Match[str] | None:
    block = item.block
    match = _CAPTION.match(block.text)
    if not match or len(block.text) > _LONGEST:
        return None
    rest = match["rest"]
    stands_out = block.bold or block.centred
    if not stands_out and (rest[:1].islower() or not match["number"]):
        return None  # a sentence: "Tabel 3.1 menunjukkan …"
    return match


def _caption(items: list[Item], match: re.Match[str], indices: list[int]) -> Caption:
    number = re.sub(r"\s+", "", match["number"] or "")
    texts = [match["rest"]]
    for index in indices[1:]:
        item = items[index]
        if isinstance(item, TextItem):
            texts.append(item.block.text)
    name = f"{match['kind'].capitalize()} {number}" if number else ""
    return Caption(name, " ".join(text for text in texts if text).strip(), tuple(indices))
