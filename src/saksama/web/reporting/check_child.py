"""Audit one file in a process of its own: whatever a hostile file does, it does to this process only.

`python -m saksama.web.reporting.check_child FILE FOLDER LANGUAGE` prints a line for each stage, and leaves
`findings.json`, where the file can be marked `marked.SUFFIX`, then `passages.json`, and at last the pages of a PDF as
`page-NUMBER.png` in the folder; or `failure.txt` with the reason in the user's language.
"""

import json
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from saksama.audit.audit import audit
from saksama.audit.json_output import audit_json
from saksama.audit.marking.mark import marked, marked_suffixes
from saksama.audit.marking.marks import marks
from saksama.audit.marking.xml_edit import UnmarkableError
from saksama.documents.readers.read import read_document
from saksama.documents.readers.unreadable import UnreadableFileError
from saksama.language.messages import _, use_language
from saksama.web.child_bounds import bound, hurry
from saksama.web.reporting.page_pictures import drawn, pages_with_marks
from saksama.web.reporting.passages import passages

_SECONDS = 300
_MOST_WRITTEN = 256 * 2**20
"""Bytes of the findings or of the marked copy."""
_DRAWING_SECONDS = 60
_NUL = re.compile(rb"(?<!\\)((?:\\\\)*)\\u0000")


def main(arguments: list[str]) -> int:
    """Audit and mark; 0 also where the file cannot be read, which is then said."""
    file, folder, language = Path(arguments[0]), Path(arguments[1]), arguments[2]
    use_language(language)
    bound(_SECONDS, written=_MOST_WRITTEN)
    try:
        _say("reading")
        document = read_document(file)
        _say("checking")
        found = audit(document, file=file.name)
        _write(folder / "findings.json", _storable(audit_json(found)))
        _say("marking")
        suffix = marked_suffixes(file)[0]
        with suppress(UnmarkableError):
            (folder / f"marked{suffix}").write_bytes(marked(file, file.read_bytes(), found, suffix=suffix))
        told = marks(found)
        pages = pages_with_marks(file, told) if file.suffix == ".pdf" else {}
        _write(folder / "passages.json", _storable(passages(document, told, pages)))
        hurry(_DRAWING_SECONDS)
        for page, picture in drawn(file, pages):
            _write(folder / f"page-{page}.png", picture)
    except UnreadableFileError as error:
        reason = _("ditemukan {found}, seharusnya {expected}. {remedy}.").format(
            found=error.found, expected=error.expected, remedy=error.remedy
        )
        (folder / "failure.txt").write_text(reason, encoding="utf-8")
    except (MemoryError, RecursionError):
        (folder / "failure.txt").write_text(_("memori tidak cukup untuk berkas ini"), encoding="utf-8")
    return 0


def _storable(content: Mapping[str, Any]) -> bytes:
    """JSON that every database takes: no halves of characters, no NUL."""
    written = json.dumps(content, ensure_ascii=False).encode("utf-8", "replace")
    return _NUL.sub(rb"\1?", written)


def _write(path: Path, content: bytes) -> None:
    """Write a file of which no half is ever there: what follows may end the process."""
    unready = path.with_suffix(".part")
    unready.write_bytes(content)
    unready.rename(path)


def _say(stage: str) -> None:
    sys.stdout.write(f"{stage}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
