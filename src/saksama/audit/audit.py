"""Audit a document: understand it, then inspect what it claims."""

from dataclasses import replace

from saksama.audit.finding import Audit
from saksama.audit.inspection import inspect
from saksama.documents.document import Document
from saksama.understanding.understand import understand


def audit(document: Document, *, file: str = "") -> Audit:
    """Everything that is wrong in a document, and how much of it was looked at."""
    return replace(inspect(understand(document)), file=file)
