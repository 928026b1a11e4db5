"""Read a Word document (.docx, .docm) as a person sees it."""

from dataclasses import replace
from pathlib import Path

from saksama.documents.document import Block, Document, Paragraph, ParagraphStyle, Part, PartKind, Unread, UnreadKind
from saksama.documents.readers.office_package import Package
from saksama.documents.readers.word.blocks import blocks
from saksama.documents.readers.word.body import BodyReading
from saksama.documents.readers.word.drawings import Drawings
from saksama.documents.readers.word.names import short
from saksama.documents.readers.word.numbering import Numbering, read_numbering
from saksama.documents.readers.word.package import main_part, open_document
from saksama.documents.readers.word.styles import read_styles
from saksama.documents.readers.word.surroundings import Surroundings
from saksama.kernel.provenance import Place
from saksama.language.messages import _


def read(path: Path) -> Document:
    """Read the document. Raises `UnreadableFileError` where it cannot be read or passes a limit."""
    package = open_document(path)
    main = main_part(package)
    targets = package.relationships(main)
    styles = read_styles(package, _part(targets, "styles"))
    numbering = read_numbering(package, _part(targets, "numbering"))
    around = Surroundings(path.name, styles, numbering, Drawings(package, main))
    reading = BodyReading(around, "body", "w:body")
    reading.read(package, main)
    found = blocks(reading.finished.get("body", []))
    found += _notes(package, reading, around, targets)
    _say_revisions(around)
    title, author = _properties(package)
    unread = tuple(around.unread)
    return Document(title, author, None, (Part(PartKind.BODY, found),), unread=unread)


def _part(targets: dict[str, tuple[str, str]], wanted: str) -> str:
    return next((part for kind, part in targets.values() if kind == wanted), "")


def _notes(
    package: Package, reading: BodyReading, around: Surroundings, targets: dict[str, tuple[str, str]]
) -> tuple[Block, ...]:
    """The footnotes and endnotes that the text refers to, in its order, after the text."""
    found: list[Block] = []
    read: dict[str, BodyReading] = {}
    for kind, identifier in dict.fromkeys(reading.notes):
        part = _part(targets, f"{kind}s")
        if part and package.has(part):
            if kind not in read:
                around = Surroundings(
                    around.file, around.styles, Numbering(), Drawings(package, part), unread=around.unread
                )
                read[kind] = BodyReading(around, f"{kind}s/{kind}", f"w:{kind}")
                read[kind].read(package, part)
            found += map(_small, blocks(read[kind].finished.get(f"{kind}s/{kind}[{identifier}]", [])))
    return tuple(found)


def _small(block: Block) -> Block:
    return replace(block, style=ParagraphStyle.NOTE) if isinstance(block, Paragraph) else block


def _say_revisions(around: Surroundings) -> None:
    if around.inserted or around.removed:
        note = _("revisi terlacak dibaca sebagai diterima: {inserted} sisipan, {removed} hapusan").format(
            inserted=around.inserted, removed=around.removed
        )
        around.unread.append(Unread(UnreadKind.HIDDEN, Place(file=around.file), note))


def _properties(package: Package) -> tuple[str, str]:
    """The title and the author that the file states of itself."""
    found: dict[str, str] = {}
    collected: list[str] | None = None

    def start(_element: str, _attributes: dict[str, str]) -> None:
        nonlocal collected
        collected = []

    def end(element: str) -> None:
        nonlocal collected
        found.setdefault(short(element), " ".join("".join(collected or ()).split()))
        collected = []

    def text(piece: str) -> None:
        if collected is not None:
            collected.append(piece)

    part = _part(package.relationships(""), "core-properties")
    if part and package.has(part):
        package.parse(part, start, end, text)
    return found.get("title", ""), found.get("creator", "")
