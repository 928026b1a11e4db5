"""Mutations of sentences, rating words, the scale, and of what a report must have."""

import re
from dataclasses import replace
from random import Random

from benchmarks.audit.figure_mutations import is_other_number
from benchmarks.audit.mutant import FORM, NUMBERS, WORDS, Duty, Mutant, Operator
from benchmarks.audit.sites import sites, tables, with_blocks, with_table, with_texts
from saksama.documents.document import Block, Document, Heading, ItemList, Paragraph, RowKind, Text, blocks, plain

_SAID = re.compile(
    r"(?:capaian|capaiannya|mencapai|realisasi|realisasinya sebesar|sebesar|serapan|target|menjadi|atau)"
    r" (?:anggaran )?(Rp)?(\d+(?:\.\d{3})*(?:,\d+)?)"
)
_DIRECTIONS = (
    ("meningkat", "menurun"),
    ("menurun", "meningkat"),
    ("realisasi naik", "realisasi turun"),
    ("realisasi turun", "realisasi naik"),
    ("di atas target", "di bawah target"),
    ("di bawah target", "di atas target"),
)


def _passages(document: Document) -> list[tuple[Block, int, str]]:
    """Paragraphs and items with their text; the number is that of the item."""
    found: list[tuple[Block, int, str]] = []
    for block in blocks(document):
        if isinstance(block, Paragraph):
            found.append((block, 0, plain(block.content)))
        elif isinstance(block, ItemList):
            found += [(block, number, plain(item)) for number, item in enumerate(block.items)]
    return found


def _with_passage(document: Document, wanted: Block, number: int, text: str) -> Document:
    content = (Text(text),)

    def change(block: Block) -> Block:
        if block is not wanted:
            return block
        if isinstance(block, ItemList):
            items = tuple(content if place == number else item for place, item in enumerate(block.items))
            return replace(block, items=items)
        assert isinstance(block, Paragraph)
        return replace(block, content=content)

    return with_blocks(document, change)


def _number_altered(document: Document, chance: Random) -> Mutant | None:
    found = [(*passage, match) for passage in _passages(document) for match in _SAID.finditer(passage[2])]
    for _attempt in range(40):
        if not found:
            return None
        block, number, text, match = chance.choice(found)
        old = match.group(2)
        place = chance.choice([place for place, mark in enumerate(old) if mark.isdigit()])
        new = old[:place] + chance.choice([digit for digit in "123456789" if digit != old[place]]) + old[place + 1 :]
        if is_other_number(old, new):
            changed = text[: match.start(2)] + new + text[match.end(2) :]
            document = _with_passage(document, block, number, changed)
            change = f"sentence “{text[:80]}…”: {old} → {new}"
            return Mutant(document, NUMBERS, (new,), change=change, changed=1)
    return None


def _direction_flipped(document: Document, chance: Random) -> Mutant | None:
    """Only a word that says where a figure went: "meningkatkan" is an aim, which no figure contradicts."""
    found = [
        (*passage, old, new)
        for passage in _passages(document)
        for old, new in _DIRECTIONS
        if re.search(rf"\b{old}\b", passage[2]) and re.search(r"\d", passage[2])
    ]
    if not found:
        return None
    block, number, text, old, new = chance.choice(found)
    document = _with_passage(document, block, number, re.sub(rf"\b{old}\b", new, text, count=1))
    figures = [figure.rstrip(".") for figure in re.findall(r"\d[\d.]*(?:,\d+)?", text)]
    marks = (new.removeprefix("realisasi "), *(figure for figure in figures if not re.fullmatch(r"20\d\d", figure)))
    return Mutant(document, (*WORDS, *NUMBERS), marks, change=f"sentence “{text[:80]}…”: {old} → {new}")


def _scale_words(document: Document) -> list[str]:
    scales = [table for table in tables(document) if "Skala" in table.caption]
    rows = [row for table in scales for row in table.rows if row.kind is not RowKind.NUMBERS]
    return [plain(row.cells[-1].content) for row in rows]


def _rating_altered(document: Document, chance: Random) -> Mutant | None:
    words = _scale_words(document)
    found = [site for site in sites(document) if site.kind == "rating" and "Skala" not in site.caption]
    found = [site for site in found if site.text in words]
    if not found:
        return None
    site = chance.choice(found)
    text = chance.choice([word for word in words if word != site.text])
    marks = (text, *(other.text for other in sites(document) if _same_row(other, site) and other.kind == "achievement"))
    change = f"{site.number} “{site.label}”: {site.text} → {text}"
    return Mutant(with_texts(document, {site: text}), WORDS, marks, site.number, change=change)


def _same_row(first: object, second: object) -> bool:
    return (first.table, first.row) == (second.table, second.row)  # type: ignore[attr-defined]


def _scale_gap(document: Document, chance: Random) -> Mutant | None:
    found = [site for site in sites(document) if "Skala" in site.caption and re.search(r"≥ \d+", site.text)]
    if not found:
        return None
    site = chance.choice(found)
    old = re.search(r"≥ (\d+)", site.text)
    assert old
    text = site.text.replace(old.group(), f"≥ {int(old.group(1)) + 2}", 1)
    every = tuple(other.text for other in sites(document) if other.table == site.table)
    change = f"{site.number}: {site.text} → {text}"
    return Mutant(with_texts(document, {site: text}), ("RAT", "SCL", "DOC"), (text, *every), change=change)


def _misnumbered(document: Document, chance: Random) -> Mutant | None:
    found = tables(document)
    if len(found) < 3:
        return None
    number = chance.randrange(1, len(found))
    text = found[number - 1].number
    changed = with_table(document, number, replace(found[number], number=text))
    change = f"caption {found[number].number} → {text}"
    return Mutant(changed, FORM, (text, found[number].caption), duty=Duty.MENTION, change=change)


def _chapter_dropped(document: Document, chance: Random) -> Mutant | None:
    chapters = [block for block in blocks(document) if isinstance(block, Heading) and _is_chapter(block)]
    if len(chapters) < 3:
        return None
    gone = chance.choice(chapters[1:])
    is_inside = False

    def change(block: Block) -> Block | None:
        nonlocal is_inside
        if isinstance(block, Heading) and block.level == 1:
            is_inside = block is gone
        return None if is_inside else block

    return Mutant(with_blocks(document, change), FORM, (), change=f"dropped {gone.number} {gone.text}")


def _is_chapter(heading: Heading) -> bool:
    return heading.level == 1 and f"{heading.number} {heading.text}".strip().startswith("BAB ")


def _revoked_law(document: Document, _chance: Random) -> Mutant | None:
    wanted = "Peraturan Presiden Nomor 29 Tahun 2014"
    for block, number, text in _passages(document):
        if text.startswith(wanted):
            revoked = "Instruksi Presiden Nomor 7 Tahun 1999"
            changed = _with_passage(document, block, number, text.replace(wanted, revoked))
            return Mutant(changed, FORM, ("7 Tahun 1999",), duty=Duty.MENTION, change=f"{wanted} → {revoked}")
    return None


TEXT_OPERATORS = (
    Operator("number of a sentence altered", "text", _number_altered),
    Operator("direction of a sentence flipped", "text", _direction_flipped),
    Operator("rating word altered", "rating", _rating_altered),
    Operator("gap in the scale", "rating", _scale_gap),
    Operator("caption misnumbered", "document", _misnumbered),
    Operator("chapter dropped", "document", _chapter_dropped),
    Operator("revoked law cited", "document", _revoked_law),
)
