"""What an uploaded file says of a record, read in a process of its own, and bounded in all that it can cost."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.files.storage import default_storage

from saksama.exchange.attachment_files import attachment_files
from saksama.exchange.record_json import encoded
from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _, current_language
from saksama.web.measurement.import_child import MOST_WRITTEN, SECONDS
from saksama.web.measurement.models import Import, ImportKind
from saksama.web.measurement.storage import load_record
from saksama.web.planning.kept_json import kept_value

DEADLINE = SECONDS + 30
"""Seconds of the clock; the child's own bound counts those of the processor."""
_COPY = "salinan-unggahan"
"""What the copy is called that is read; people are told the name of their own file."""
_CHILD = {
    ImportKind.RECORD: "saksama.web.measurement.import_child",
    ImportKind.SPENDING: "saksama.web.measurement.spending_import_child",
}


class RefusedImportError(Exception):
    """A file that is not imported; its text says why."""


@dataclass(frozen=True, slots=True)
class Read:
    """The record that a file comes to, `None` where nothing certain was read, its problems, and what it fills."""

    record: PerformanceRecord | None
    problems: list[dict[str, str]]
    lines: list[str]


def read(asked: Import) -> Read:
    """Read the kept file of an import. Raises `RefusedImportError`."""
    kind = ImportKind(asked.kind)
    with TemporaryDirectory(prefix="saksama-import-") as name:
        folder = Path(name)
        file = folder / f"{_COPY}{Path(asked.title).suffix.lower()}"
        with default_storage.open(asked.name) as kept, file.open("wb") as copy:
            for chunk in kept.chunks():
                copy.write(chunk)
        arguments: tuple[str, ...] = ()
        record_now = load_record(asked.version)
        if kind is ImportKind.SPENDING:
            file.with_name("beside.json").write_text(json.dumps(encoded(record_now)), encoding="utf-8")
            arguments = (str(asked.year), asked.agency_name, asked.title)
        else:
            _lay_beside(record_now, folder)
        content = printed(folder, [_CHILD[kind], str(file), current_language(), *arguments], deadline=DEADLINE)
    record = None if content["record"] is None else kept_value(PerformanceRecord, content["record"], "")
    problems = [one | {"text": one["text"].replace(file.name, asked.title)} for one in content["problems"]]
    return Read(record, problems, content.get("lines", []))


def _lay_beside(record: PerformanceRecord, folder: Path) -> None:
    """Lay the attachments of a record where a workbook that was downloaded names them: only the workbook comes back."""
    for name, content in attachment_files(record).items():
        (folder / Path(name).name).write_bytes(content)


def printed(folder: Path, command: list[str], *, deadline: float) -> Any:
    """The JSON that a module prints. Raises `RefusedImportError` where it takes too much of anything."""
    output = folder / "printed.json"
    with output.open("wb") as stream:
        try:
            ended = subprocess.run(
                [sys.executable, "-P", "-m", *command],
                stdout=stream,
                stderr=subprocess.DEVNULL,
                timeout=deadline,
                check=False,
            )
        except subprocess.TimeoutExpired:
            ended = None
    try:
        if ended is not None and ended.returncode == 0 and output.stat().st_size <= MOST_WRITTEN:
            return json.loads(output.read_bytes())
    except ValueError:
        pass  # cut off in the middle
    raise RefusedImportError(_("Berkas itu terlalu berat untuk dibaca; pembacaan dihentikan."))
