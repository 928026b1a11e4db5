"""The passages of a report that its findings are about, as they were read, small enough to be kept with the check.

A passage is a table or a paragraph under its heading. Text is a list of pieces: text, the number of the finding that
is marked there ("" for none), and its severity.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from saksama.audit.marking.marks import Mark
from saksama.audit.marking.units import Unit, marks_in, put, units_of, with_units
from saksama.documents.document import Block, Document, Heading, Table
from saksama.web.reporting.table_extract import extract

Piece = list[str]
_MOST_BYTES = 600_000
_LONGEST = 1_500
_LONGEST_IN_CELL = 160
"""Characters of a piece; of longer ones the middle is left out."""


def passages(document: Document, marks: Sequence[Mark], pages: Mapping[int, Any]) -> Mapping[str, Any]:
    """The passages, the pages, and for each finding where its places stand: a passage and a page, as far as known."""
    units = units_of(document)
    for mark in marks:
        put(mark, units)
    texts: list[Mapping[str, Any]] = []
    text_of: dict[str, int] = {}
    size, heading = 0, ""
    for block, theirs in with_units(document, units):
        if isinstance(block, Heading):
            heading = f"{block.number} {block.text}".strip()[:_LONGEST]
        found = [mark for unit in theirs for mark in marks_in(unit)]
        if not found:
            continue
        passage = _passage(block, theirs, heading)
        size += len(json.dumps(passage))
        if size > _MOST_BYTES:
            break
        text_of.update({mark.fingerprint: len(texts) for mark in found})
        texts.append(passage)
    places: dict[str, list[Mapping[str, int | None]]] = {}
    for mark in marks:
        page = mark.spot.place.page if mark.spot else None
        known = page if page in pages else None
        places.setdefault(mark.number, []).append({"text": text_of.get(mark.fingerprint), "page": known})
    return {"texts": texts, "pages": {str(number): page for number, page in pages.items()}, "places": places}


def _passage(block: Block, units: Sequence[Unit], heading: str) -> Mapping[str, Any]:
    if isinstance(block, Table):
        waiting = iter(units)
        caption = pieces(next(waiting))
        return {"heading": heading, "caption": caption, **extract(block, waiting, _cell_pieces)}
    lines = [pieces(unit) for unit in units if len(units) == 1 or marks_in(unit)]
    return {"heading": "" if isinstance(block, Heading) else heading, "lines": lines}


def pieces(unit: Unit) -> list[Piece]:
    """The text of a unit in pieces; of marks that overlap, the later begins where the earlier ends."""
    return list(_pieces(unit, _LONGEST))


def _cell_pieces(unit: Unit) -> list[Piece]:
    return list(_pieces(unit, _LONGEST_IN_CELL))


def _pieces(unit: Unit, most: int) -> Iterator[Piece]:
    done = 0
    for start, end, mark in unit.in_order():
        begin = max(start, done)
        if begin > done:
            yield _piece(unit.text[done:begin], None, most)
        yield _piece(unit.text[begin:end], mark, most)
        done = max(done, end)
    whole = unit.whole[0] if unit.whole else None
    if done < len(unit.text):
        yield _piece(unit.text[done:], None if done else whole, most)
        whole = whole if done else None
    yield from (_piece("", mark, most) for mark in ([whole] if whole else []) + unit.whole[1:])


def _piece(text: str, mark: Mark | None, most: int) -> Piece:
    shown = text if len(text) <= most else f"{text[: most // 2]} … {text[-most // 2 :]}"
    return [shown, mark.number if mark else "", mark.severity.value if mark else ""]
