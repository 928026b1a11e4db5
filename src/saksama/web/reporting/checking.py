"""Checking an uploaded report: a job of the worker, with its stage shown while it runs."""

import json
import logging
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django_tasks import task

from saksama.documents.readers.read import suffixes
from saksama.language.messages import _, current_language, speaking
from saksama.web.organisations.models import Agency, Government, Person
from saksama.web.queueing import enqueue_once
from saksama.web.reporting.models import CheckState, ReportCheck
from saksama.web.stored_files import store, store_upload

DEADLINE = 360
"""Seconds in which a check must end."""
_ENDED = (CheckState.DONE, CheckState.FAILED)
_log = logging.getLogger(__name__)
_STAGES = {CheckState.READING, CheckState.CHECKING, CheckState.MARKING}


def ask_for_check(
    upload: UploadedFile[bytes], government: Government, person: Person, *, agency: Agency | None
) -> ReportCheck:
    """Keep the file and put its check into the queue. Raises `RefusedUploadError`."""
    waiting = ReportCheck.objects.filter(person=person).exclude(state__in=_ENDED).count()
    kept = store_upload(upload, suffixes=suffixes(), waiting=waiting)
    made = ReportCheck.objects.create(
        government=government,
        agency=agency,
        person=person,
        title=upload.name or "",
        name=kept.name,
        sha256=kept.sha256,
        size=kept.size,
    )
    enqueue_once(check_report, made.pk, current_language())
    return made


def resume_checks() -> int:
    """Put the checks that a stopped worker left unfinished into the queue again; how many."""
    left = list(ReportCheck.objects.exclude(state__in=_ENDED).values_list("pk", "person__language"))
    for number, language in left:
        enqueue_once(check_report, number, language)
    return len(left)


@task()
def check_report(number: int, language: str) -> None:
    """Carry out a check."""
    row = ReportCheck.objects.get(pk=number)
    if row.state in _ENDED:
        return  # the same check was in the queue twice
    with speaking(language):
        try:
            with TemporaryDirectory(prefix="saksama-check-") as name:
                _carry_out(row, Path(name), language)
        except Exception:  # whoever asked is told, and may ask for others
            _log.exception("check %s", number)
            row.refresh_from_db()
            _end(row, CheckState.FAILED, failure=_("Kesalahan yang tidak terduga; catatan server memuat sebabnya."))


def _carry_out(row: ReportCheck, folder: Path, language: str) -> None:
    file = folder / f"report{Path(row.title).suffix.lower()}"
    with default_storage.open(row.name) as kept:
        file.write_bytes(kept.read())
    _audit(row, file, folder, language)
    failure = folder / "failure.txt"
    if failure.exists():
        _end(row, CheckState.FAILED, failure=failure.read_text(encoding="utf-8"))
    elif not (folder / "passages.json").exists():
        _end(row, CheckState.FAILED, failure=_("berkas ini terlalu berat untuk diperiksa; pemeriksaan dihentikan"))
    else:
        _keep(row, folder)


def _audit(row: ReportCheck, file: Path, folder: Path, language: str) -> None:
    """Run the audit in a process of its own, which leaves in the folder what it has done when it ends or is ended."""
    command = [sys.executable, "-P", "-m", "saksama.web.reporting.check_child", str(file), str(folder), language]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        alarm = Timer(DEADLINE, process.kill)
        alarm.start()
        try:
            for line in process.stdout or ():
                if line.strip() in _STAGES:
                    _end(row, CheckState(line.strip()))
            process.wait()
        finally:
            alarm.cancel()


def _keep(row: ReportCheck, folder: Path) -> None:
    row.findings = json.loads((folder / "findings.json").read_text(encoding="utf-8"))
    row.passages = json.loads((folder / "passages.json").read_text(encoding="utf-8"))
    row.pictures = {
        page.stem.removeprefix("page-"): store(page.read_bytes()).name for page in folder.glob("page-*.png")
    }
    marked = next(folder.glob("marked.*"), None)
    if marked:
        row.marked_name, row.marked_suffix = store(marked.read_bytes()).name, marked.suffix
    _end(row, CheckState.DONE)


def _end(row: ReportCheck, state: CheckState, *, failure: str = "") -> None:
    row.state, row.failure = state, failure
    row.save()
