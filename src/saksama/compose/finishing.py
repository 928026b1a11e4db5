"""The last step of every document: numbers, references, and what explains each figure that a reader can open."""

from collections.abc import Iterator
from dataclasses import replace

from saksama.compose.ledger import Ledger
from saksama.documents.document import Document, Figure, Text, blocks, inlines
from saksama.documents.numbering import NumberingStyle, resolve
from saksama.documents.pictures import Chart


def finished(
    document: Document, ledger: Ledger, *, is_explained: bool, numbering: NumberingStyle = NumberingStyle.LETTERS
) -> Document:
    """The document ready for a writer, with the explanations that its figures need."""
    explanations = ledger.explained(set(_opened(document))) if is_explained else ()
    return resolve(replace(document, explanations=explanations), numbering)


def _opened(document: Document) -> Iterator[str]:
    """The ids of all figures that a reader can open."""
    for block in blocks(document):
        for inline in inlines(block):
            if isinstance(inline, Text) and inline.explanation:
                yield inline.explanation
        if isinstance(block, Figure) and isinstance(block.picture, Chart):
            yield from (name for series in block.picture.series for name in series.explanations if name)
