"""`saksama merge`: the parts that came back, in one workbook, with every contradiction listed."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from saksama.commands.console import complain, say
from saksama.commands.failure import Failure
from saksama.commands.merged import merged_lines
from saksama.commands.outputs import check_outputs, write_all
from saksama.commands.reading import load, show_problems
from saksama.commands.saved import RECORD_SUFFIXES, not_written, record_files
from saksama.exchange.parts.assembling import assemble
from saksama.exchange.parts.merging import Copy
from saksama.exchange.parts.merging import merge as merge_rows
from saksama.exchange.parts.reading import ReadPart, read_part
from saksama.exchange.parts.stated_rows import contents_of, stated_rows
from saksama.exchange.problem import Severity
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _

CONFLICTS = 1


def merge(source: Path, parts: Sequence[Path], output: Path | None, *, force: bool) -> int:
    """Show what the parts bring, and write the merged workbook to `output` where there is one."""
    places = () if output is None else check_outputs([output], suffixes=RECORD_SUFFIXES, source=source)
    if places and any(places[0] == part.resolve() for part in parts):
        raise Failure(_("{path} adalah berkas masukan dan tidak akan ditimpa.").format(path=output))
    if places and places[0].exists() and not force:
        raise Failure(_("{path} sudah ada. Pilih nama lain, atau timpa dengan --force.").format(path=output))
    record = load(source, refuses_questions=True)
    rows = stated_rows(record)
    read = _read(parts, None if source.suffix.lower() == ".json" else source.parent)
    copies = [
        Copy(
            part.name,
            part.read.origin.rows if part.read.origin else rows,
            stated_rows(part.record),
            is_whole=part.read.origin is not None,
        )
        for part in read
    ]
    merged = merge_rows(source.name, rows, copies)
    for part in read:
        if part.read.origin is None:
            said = _(
                "{part} bukan hasil split: dibandingkan dengan {source}, dan baris yang tidak ada di situ dibiarkan."
            )
            say(said.format(part=part.name, source=source.name))
    for line in merged_lines(merged, source.name):
        say(line)
    plan = record.plan
    contents = [contents_of(record), *(contents_of(part.record) for part in read)]
    result = assemble(merged.rows, contents, first_year=plan.first_year, last_year=plan.last_year)
    wrong = [problem for problem in result.problems if problem.severity is not Severity.NOTE]
    if result.record is None or wrong:
        show_problems(wrong, complain)
        raise Failure(_("Gabungannya belum dapat dipakai. Perbaiki bagian yang bersangkutan, lalu ulangi."))
    if output is None:
        say(not_written(source, "gabungan"))
    else:
        sys.stdout.flush()  # before anything is made: if the list cannot be shown, nothing is made either
        write_all(record_files(result.record, places[0]))
        say(_("Dibuat: {path}").format(path=output))
    return CONFLICTS if merged.conflicts else 0


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    read: ReadPart
    record: PerformanceRecord


def _read(paths: Sequence[Path], folder: Path | None) -> list[_Part]:
    """Every part, or one failure after all of their problems were said; what is asked about would be lost.

    The PDF files that parts name lie in `folder`; without one, beside each part, where `split` put them. A JSON has
    none beside it.
    """
    found: list[_Part] = []
    is_usable = True
    for path in paths:
        read = read_part(path, folder or path.parent)
        name = path.name if sum(other.name == path.name for other in paths) == 1 else str(path)
        wrong = [problem for problem in read.problems if problem.severity is not Severity.NOTE]
        if wrong:
            complain(f"{name}:")
            show_problems(wrong, complain)
        if read.record is None or wrong:
            is_usable = False
        else:
            found.append(_Part(name, read, read.record))
    if not is_usable:
        raise Failure(_("Ada bagian yang belum dapat dipakai. Perbaiki kesalahan di atas, lalu ulangi."))
    return found
