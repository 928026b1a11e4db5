"""`saksama read`: what is understood of a document, before anything is judged."""

import json
from pathlib import Path

from saksama.commands.console import say
from saksama.commands.failure import Failure
from saksama.language.messages import _


def read(source: Path, *, as_json: bool) -> int:
    """Show headings, text and tables with their places, and what could not be read."""
    from saksama.documents.readers.read import read_document
    from saksama.documents.readers.unreadable import UnreadableFileError

    try:
        document = read_document(source)
    except UnreadableFileError as error:
        found = _("{place}: ditemukan {found}").format(place=error.place, found=error.found)
        expected = _("seharusnya {expected}").format(expected=error.expected)
        raise Failure(f"{found}, {expected}. {error.remedy}.") from None
    if as_json:
        from saksama.documents.document_json import document_json

        say(json.dumps({"file": str(source), **document_json(document)}, indent=1))  # in ASCII, whatever is in a file
        return 0
    from saksama.commands.outline import outline

    for line in outline(document):
        say(line)
    return 0
