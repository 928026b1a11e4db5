"""`saksama audit`: reread every figure of reports, and say or mark what is wrong."""

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from saksama.audit.finding import Audit
from saksama.audit.json_output import BEGINNING, END, audit_json, file_text, unreadable_json
from saksama.audit.numbered import has_findings
from saksama.audit.printing import audit_lines
from saksama.audit.rule import Severity
from saksama.commands.audited_files import audited_files
from saksama.commands.console import complain, say
from saksama.commands.failure import Failure, words_of
from saksama.commands.outputs import check_outputs, write_all
from saksama.language.messages import _, ngettext

FINDINGS = 1
UNREADABLE = 2


@dataclass(frozen=True, slots=True)
class _Failed:
    """A file that was not audited or not marked, and why."""

    file: str
    reason: str


def audit(
    named: Sequence[Path],
    *,
    as_json: bool = False,
    fail_level: str = "error",
    mark: Path | None = None,
    is_complete: bool = False,
    shows_progress: bool = False,
) -> int:
    """Audit files and the files in folders; those that cannot be read do not keep the others from it."""
    files = audited_files(named)
    outputs = _outputs(files, mark, is_folder=len(named) > 1 or named[0].is_dir())
    progress = shows_progress or (len(files) > 1 and sys.stderr.isatty())
    level = Severity(fail_level)
    failed, with_findings = 0, 0
    if as_json:
        say(BEGINNING)
    for place, file in enumerate(files, 1):
        if progress:
            complain(f"[{place}/{len(files)}] {file}")
        done = _attempted(file, partial(_audited, file))
        _show(done, as_json=as_json, is_complete=is_complete, is_first=place == 1, is_last=place == len(files))
        if isinstance(done, Audit):
            with_findings += has_findings(done, level)
            if file in outputs:
                output, shown = outputs[file]
                done = _attempted(file, partial(_marked, file, output, done))
                _say_marked(done, shown, as_json=as_json)
        failed += isinstance(done, _Failed)
        sys.stdout.flush()
        if len(files) > 1:
            gc.collect()  # cli.py switched the collector off, which suits one report and not a thousand
    if as_json:
        say(END)
    elif len(files) > 1:
        _summarise(len(files), failed, with_findings)
    return UNREADABLE if failed else FINDINGS if with_findings else 0


def _outputs(files: Sequence[Path], mark: Path | None, *, is_folder: bool) -> dict[Path, tuple[Path, Path]]:
    """Where each marked copy goes, and how the user named that place. Raises `Failure` before any work."""
    from saksama.audit.marking.mark import marked_suffixes

    if mark is None:
        return {}
    if not is_folder:
        (output,) = check_outputs([mark], suffixes=marked_suffixes(files[0]), source=files[0])
        return {files[0]: (output, mark)}
    if not mark.is_dir():
        raise Failure(_("Untuk banyak berkas, --mark harus folder yang sudah ada: {path}.").format(path=mark))
    chosen: dict[Path, tuple[Path, Path]] = {}
    taken = {file.resolve() for file in files}
    for file in files:
        suffixes = marked_suffixes(file)
        own = file.name if file.suffix.lower() in suffixes else f"{file.name}.html"
        (output,) = check_outputs([mark / own], suffixes=suffixes, source=file)
        if output in taken:
            raise Failure(_("Salinan bertanda akan menimpa berkas lain: {path}.").format(path=mark / own))
        taken.add(output)
        chosen[file] = output, mark / own
    return chosen


def _attempted(file: Path, work: Callable[[], Audit]) -> Audit | _Failed:
    """What the work gives, or why it could not be done: one broken file of a thousand must not stop the others."""
    from saksama.audit.marking.xml_edit import UnmarkableError
    from saksama.documents.readers.unreadable import UnreadableFileError

    try:
        return work()
    except UnreadableFileError as error:
        reason = _("ditemukan {found}, seharusnya {expected}. {remedy}.").format(
            found=error.found, expected=error.expected, remedy=error.remedy
        )
    except UnmarkableError as error:
        reason = _("salinan bertanda tidak dapat dibuat ({reason})").format(reason=error)
    except OSError as error:
        reason = words_of(error)
    except (MemoryError, RecursionError):
        reason = _("memori tidak cukup untuk berkas ini")
    except Exception as error:
        if os.environ.get("SAKSAMA_DEBUG") == "1":
            raise
        kind = type(error).__name__
        reason = _("kesalahan di dalam Saksama ({kind}: {detail})").format(kind=kind, detail=error)
    return _Failed(str(file), reason)


def _audited(file: Path) -> Audit:
    from saksama.audit.audit import audit as audit_document
    from saksama.documents.readers.read import read_document

    return audit_document(read_document(file), file=str(file))


def _marked(file: Path, output: Path, found: Audit) -> Audit:
    from saksama.audit.marking.mark import marked

    write_all({output: marked(file, file.read_bytes(), found, suffix=output.suffix.lower())})
    return found


def _say_marked(done: Audit | _Failed, output: Path, *, as_json: bool) -> None:
    if isinstance(done, _Failed):
        complain(_("{file}: {reason}").format(file=done.file, reason=done.reason))
    elif not as_json:
        say("")
        say(_("Salinan bertanda: {path}").format(path=output))


def _show(done: Audit | _Failed, *, as_json: bool, is_complete: bool, is_first: bool, is_last: bool) -> None:
    if isinstance(done, _Failed):
        complain(_("{file}: {reason}").format(file=done.file, reason=done.reason))
    if as_json:
        entry = unreadable_json(done.file, done.reason) if isinstance(done, _Failed) else audit_json(done)
        say(file_text(entry) + ("" if is_last else ","))
        return
    for line in _lines(done, is_complete=is_complete, is_first=is_first):
        say(line)


def _lines(done: Audit | _Failed, *, is_complete: bool, is_first: bool) -> Iterator[str]:
    if isinstance(done, Audit):
        if not is_first:
            yield ""
            yield ""
        yield from audit_lines(done, is_complete=is_complete)


def _summarise(files: int, unreadable: int, with_findings: int) -> None:
    say("")
    say(
        ngettext(
            "{count} berkas diperiksa; {found} dengan temuan, {unreadable} tidak terbaca.",
            "{count} berkas diperiksa; {found} dengan temuan, {unreadable} tidak terbaca.",
            files,
        ).format(count=files, found=with_findings, unreadable=unreadable)
    )
