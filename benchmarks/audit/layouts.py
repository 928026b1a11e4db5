"""The layouts in which the bench writes a report: ours in every format, and those of others, not by our writers.

Each writes a document that is given as values, so that a mutation of its printed text goes into any of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.audit.city_report import city_report
from benchmarks.audit.invented import Invented
from benchmarks.audit.write_sheets import write_sheets
from benchmarks.audit.write_spans import write_spans
from benchmarks.audit.write_tabs import write_tabs
from benchmarks.audit.write_word import write_word
from saksama.compose.performance_report import compose
from saksama.documents.document import Document
from saksama.documents.writers import html, markdown, pdf
from saksama.documents.writers.docx.write import write as write_docx


@dataclass(frozen=True, slots=True)
class Layout:
    """A way to compose and to write a report. `office` says that LibreOffice makes the file into a PDF afterwards."""

    name: str
    suffix: str
    is_ours: bool
    compose: Callable[[Invented, int], Document]
    write: Callable[[Document, int], bytes]
    office: bool = False


def _ours(invented: Invented, _seed: int) -> Document:
    return compose(invented.record, invented.year, is_explained=False)


def _plain(write: Callable[[Document], bytes]) -> Callable[[Document, int], bytes]:
    return lambda document, _seed: write(document)


LAYOUTS = (
    Layout("docx", ".docx", True, _ours, _plain(write_docx)),
    Layout("pdf", ".pdf", True, _ours, _plain(pdf.write)),
    Layout("html", ".html", True, _ours, _plain(html.write)),
    Layout("md", ".md", True, _ours, _plain(markdown.write)),
    Layout("xlsx", ".xlsx", True, _ours, _plain(write_sheets)),
    Layout("city docx", ".docx", False, city_report, write_word),
    Layout("city pdf (LibreOffice)", ".pdf", False, city_report, write_word, office=True),
    Layout("city txt", ".txt", False, city_report, _plain(write_tabs)),
    Layout("city html", ".html", False, city_report, _plain(write_spans)),
)


def write(layout: Layout, document: Document, folder: Path, *, name: str, seed: int) -> Path:
    """Write the file, or the Word file that LibreOffice is to make into it."""
    path = folder / f"{name}{'.docx' if layout.office else layout.suffix}"
    path.write_bytes(layout.write(document, seed))
    return path
