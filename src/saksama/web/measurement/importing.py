"""Importing a workbook or JSON: what it says, what it would change, and then the change with its history."""

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _, current_language
from saksama.web.measurement.import_locks import locked_reasons
from saksama.web.measurement.storage import save_record
from saksama.web.organisations.models import Person
from saksama.web.planning.kept_json import kept_value
from saksama.web.planning.models import PlanVersion, StrategicPlan
from saksama.web.rows import Difference
from saksama.web.stored_files import store_upload
from saksama.web.workflow.locks import hold_figures
from saksama.web.workflow.recording import record_differences

SUFFIXES = (".xlsx", ".xlsm", ".json")
LARGEST = 50 * 2**20
DEADLINE = 150


class RefusedImportError(Exception):
    """A file that is not imported; its text says why."""


class ChangedMeanwhileError(Exception):
    """The record has changed since the preview: it must be looked at again."""


@dataclass(frozen=True, slots=True)
class Told:
    """A problem of the file in the user's language; `severity` is "error", "question" or "note"."""

    severity: str
    text: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file says: its problems, and what would change; no differences where nothing certain was read."""

    problems: tuple[Told, ...]
    differences: tuple[Difference, ...]
    is_readable: bool


def keep(upload: UploadedFile[bytes], suffixes: tuple[str, ...] = SUFFIXES, *, wanted: str = "") -> tuple[str, str]:
    """Keep the file; where it is kept and its suffix. Raises `RefusedImportError`, which says what is wanted."""
    suffix = Path(upload.name or "").suffix.lower()
    if suffix not in suffixes:
        raise RefusedImportError(wanted or _("Pilih buku kerja (.xlsx) atau data (.json) dari Saksama."))
    if not upload.size or upload.size > LARGEST:
        raise RefusedImportError(_("Berkas kosong, atau lebih besar dari {most} MB.").format(most=LARGEST // 2**20))
    return store_upload(upload).name, suffix


def preview(version: PlanVersion, name: str, suffix: str) -> Preview:
    """What importing the kept file would change. Raises `RefusedImportError`."""
    record, problems = _read(name, suffix)
    if record is None:
        return Preview(problems, (), is_readable=False)
    _check_plan(version, record)
    differences = tuple(save_record(record, version, is_kept=False))
    check_locks(version, differences)
    return Preview(problems, differences, is_readable=True)


def apply(version: PlanVersion, name: str, suffix: str, *, seen: int, person: Person, reason: str) -> int:
    """Import the kept file; how many rows changed. `seen` is the version of the record that the preview was made of.

    Raises `RefusedImportError`, `ChangedMeanwhileError`.
    """
    record, _problems = _read(name, suffix)
    if record is None:
        raise RefusedImportError(_("Tidak ada yang dapat dibaca dengan pasti dari berkas itu."))
    _check_plan(version, record)
    return save_seen(version, record, seen=seen, person=person, reason=reason)


def save_seen(version: PlanVersion, record: PerformanceRecord, *, seen: int, person: Person, reason: str) -> int:
    """Save what a preview showed, with its history; how many rows changed. Raises `ChangedMeanwhileError`."""
    with transaction.atomic():
        hold_figures(version.plan.agency_id)
        plan = StrategicPlan.objects.select_for_update().get(pk=version.plan_id)
        if plan.record_version != seen:
            raise ChangedMeanwhileError
        check_locks(version, save_record(record, version, is_kept=False))
        found: Sequence[Difference] = save_record(record, version)
        record_differences(version.plan.agency, person, found, reason=reason)
    return len(found)


def check_locks(version: PlanVersion, differences: Iterable[Difference]) -> None:
    """Raises `RefusedImportError` where something would change that no import may change."""
    reasons = locked_reasons(version, differences)
    if reasons:
        raise RefusedImportError(" ".join(reasons))


def _check_plan(version: PlanVersion, record: PerformanceRecord) -> None:
    plan = version.plan
    if (plan.first_year, plan.last_year) != (record.plan.first_year, record.plan.last_year):
        raise RefusedImportError(
            _("Berkas itu untuk rencana {first}-{last}, sedangkan ini rencana {own_first}-{own_last}.").format(
                first=record.plan.first_year,
                last=record.plan.last_year,
                own_first=plan.first_year,
                own_last=plan.last_year,
            )
        )


def read_by(module: str, name: str, suffix: str, *arguments: str, beside: bytes = b"") -> Any:
    """The JSON that a module prints of a kept file, in a process of its own. Raises `RefusedImportError`.

    The module gets the path of the file, the language and the arguments; `beside` lies as beside.json in its folder.
    """
    with TemporaryDirectory(prefix="saksama-import-") as folder:
        file = Path(folder) / f"data{suffix}"
        with default_storage.open(name) as kept:
            file.write_bytes(kept.read())
        if beside:
            file.with_name("beside.json").write_bytes(beside)
        command = [sys.executable, "-P", "-m", module, str(file), current_language(), *arguments]
        try:
            ended = subprocess.run(command, capture_output=True, text=True, timeout=DEADLINE, check=False)
            content = json.loads(ended.stdout) if ended.returncode == 0 else None
        except (subprocess.TimeoutExpired, ValueError):
            content = None
    if content is None:
        raise RefusedImportError(_("Berkas itu terlalu berat untuk dibaca; pembacaan dihentikan."))
    return content


def _read(name: str, suffix: str) -> tuple[PerformanceRecord | None, tuple[Told, ...]]:
    content = read_by("saksama.web.measurement.import_child", name, suffix)
    return kept_record(content), told(content)


def kept_record(content: Any) -> PerformanceRecord | None:
    """The record that a child printed."""
    return None if content["record"] is None else kept_value(PerformanceRecord, content["record"], "")


def told(content: Any) -> tuple[Told, ...]:
    """The problems that a child printed."""
    return tuple(Told(one["severity"], one["text"]) for one in content["problems"])
