"""Write the findings of an audit into a copy of the audited file."""

from pathlib import Path

from saksama.audit.finding import Audit
from saksama.audit.marking.marks import marks

_TEXTS = (".html", ".htm", ".xhtml", ".txt", ".text", ".md", ".markdown")


def marked_suffixes(source: Path) -> tuple[str, ...]:
    """The suffixes that a marked copy can have: the file's own, or a page with the text and the notes beside it."""
    suffix = source.suffix.lower()
    return (".html",) if suffix in _TEXTS else (suffix, ".html")


def marked(source: Path, content: bytes, audit: Audit, *, suffix: str) -> bytes:
    """The marked copy. Raises `UnmarkableError` where the file cannot be marked.

    Nothing that stands in the file is carried out; what is not marked stays as it is.
    """
    written = marks(audit)
    own = source.suffix.lower()
    # Each imported when it is needed: the libraries behind them take long to load.
    if suffix != own or own in _TEXTS:
        from saksama.audit.marking.page import mark_page  # noqa: PLC0415

        return mark_page(audit, written)
    if own == ".pdf":
        from saksama.audit.marking.pdf import mark_pdf  # noqa: PLC0415

        return mark_pdf(source, content, written)
    if own.startswith(".x"):
        from saksama.audit.marking.workbook import mark_workbook  # noqa: PLC0415

        return mark_workbook(source, content, written)
    from saksama.audit.marking.word import mark_word  # noqa: PLC0415

    return mark_word(source, content, written)
