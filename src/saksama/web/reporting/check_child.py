"""Audit one file in a process of its own: whatever a hostile file does, it does to this process only.

`python -m saksama.web.reporting.check_child FILE FOLDER LANGUAGE` prints a line for each stage, and leaves
`findings.json` and, where the file can be marked, `marked.SUFFIX` in the folder; or `failure.txt` with the reason in
the user's language.
"""

import json
import sys
from contextlib import suppress
from pathlib import Path

from saksama.audit.audit import audit
from saksama.audit.json_output import audit_json
from saksama.audit.marking.mark import marked, marked_suffixes
from saksama.audit.marking.xml_edit import UnmarkableError
from saksama.documents.readers.read import read_document
from saksama.documents.readers.unreadable import UnreadableFileError
from saksama.language.messages import _, use_language
from saksama.web.child_bounds import bound

_SECONDS = 300
_MOST_WRITTEN = 256 * 2**20
"""Bytes of the findings or of the marked copy."""


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
        (folder / "findings.json").write_text(json.dumps(audit_json(found)), encoding="utf-8")
        _say("marking")
        suffix = marked_suffixes(file)[0]
        with suppress(UnmarkableError):
            (folder / f"marked{suffix}").write_bytes(marked(file, file.read_bytes(), found, suffix=suffix))
    except UnreadableFileError as error:
        reason = _("ditemukan {found}, seharusnya {expected}. {remedy}.").format(
            found=error.found, expected=error.expected, remedy=error.remedy
        )
        (folder / "failure.txt").write_text(reason, encoding="utf-8")
    except (MemoryError, RecursionError):
        (folder / "failure.txt").write_text(_("memori tidak cukup untuk berkas ini"), encoding="utf-8")
    return 0


def _say(stage: str) -> None:
    sys.stdout.write(f"{stage}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
