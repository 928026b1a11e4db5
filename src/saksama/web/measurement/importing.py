"""An import: a job of the worker that shows what a file would change, and changes it once somebody agrees."""

import logging
from dataclasses import replace
from functools import partial

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import F, ProtectedError
from django.utils import timezone
from django_tasks import task

from saksama.kernel.record import PerformanceRecord
from saksama.language.messages import _, current_language, speaking
from saksama.web.measurement.import_locks import beyond, locked_reasons
from saksama.web.measurement.import_previews import preview_of
from saksama.web.measurement.import_reading import Read, RefusedImportError, read
from saksama.web.measurement.import_revisions import locks_of_plan, must_be_explained, revised_fields
from saksama.web.measurement.import_units import units_left_alone
from saksama.web.measurement.models import Import, ImportKind, ImportState
from saksama.web.measurement.storage import save_record
from saksama.web.organisations.models import Person
from saksama.web.planning.models import PlanVersion, StrategicPlan
from saksama.web.planning.versions import version_in_force
from saksama.web.queueing import MOST_TRIES, enqueue_once
from saksama.web.rows import Difference
from saksama.web.stored_files import store_upload
from saksama.web.workflow.locks import hold_figures
from saksama.web.workflow.recording import record_differences

SUFFIXES = {ImportKind.RECORD: (".xlsx", ".xlsm", ".json"), ImportKind.SPENDING: (".xlsx", ".xlsm")}
RUNNING = (
    ImportState.WAITING,
    ImportState.READING,
    ImportState.COMPARING,
    ImportState.AGREED,
    ImportState.APPLYING,
)
_AGREED = (ImportState.AGREED, ImportState.APPLYING)
_log = logging.getLogger(__name__)


def ask_for_import(
    upload: UploadedFile[bytes], version: PlanVersion, kind: ImportKind, year: int, *, person: Person, agency_name: str
) -> Import:
    """Keep the file and have the worker read it. Raises `RefusedUploadError`."""
    waiting = Import.objects.filter(person=person, state__in=RUNNING).count()
    kept = store_upload(upload, suffixes=SUFFIXES[kind], waiting=waiting)
    made = Import.objects.create(
        version=version,
        kind=kind,
        year=year,
        agency_name=agency_name,
        person=person,
        title=upload.name or "",
        name=kept.name,
        sha256=kept.sha256,
        size=kept.size,
    )
    enqueue_once(carry_out, made.pk, current_language())
    return made


def agree(asked: Import, person: Person, reason: str) -> bool:
    """Have the worker apply what was shown; whether it was waiting for that."""
    agreed = {"state": ImportState.AGREED, "agreed_by": person, "reason": reason, "tries": 0}
    # One statement, so that of two who agree at once only one does.
    if not Import.objects.filter(pk=asked.pk, state=ImportState.SHOWN).update(**agreed):
        return False
    enqueue_once(carry_out, asked.pk, current_language())
    return True


def resume_imports() -> int:
    """Put the imports that a stopped worker left unfinished into the queue again; how many."""
    left = list(Import.objects.filter(state__in=RUNNING).values_list("pk", "person__language"))
    for number, language in left:
        enqueue_once(carry_out, number, language)
    return len(left)


@task()
def carry_out(number: int, language: str) -> None:
    """Read and compare, or apply, whichever an import waits for."""
    asked = Import.objects.select_related("version__plan__agency__government", "person", "agreed_by").get(pk=number)
    if asked.state not in RUNNING:
        return  # the same import was in the queue twice
    is_agreed = asked.state in _AGREED
    with speaking(language):
        try:
            if asked.tries >= MOST_TRIES:
                raise RefusedImportError(
                    _("Server berhenti {count} kali saat mengerjakannya.").format(count=MOST_TRIES)
                )
            Import.objects.filter(pk=number).update(tries=F("tries") + 1)
            if is_agreed:
                _apply(asked)
            else:
                _show(asked)
        except RefusedImportError as error:
            _turn(asked, ImportState.FAILED, failure=str(error))
        except ProtectedError:
            told = _("Penghapusan itu menyentuh isian yang masih dipakai di tempat lain. Hapus dahulu pemakaiannya.")
            _turn(asked, ImportState.FAILED, failure=told)
        except Exception:
            _log.exception("import %s", number)
            _turn(
                asked,
                ImportState.FAILED,
                failure=_("Kesalahan yang tidak terduga; catatan server memuat sebabnya."),
            )


def _show(asked: Import, *, is_again: bool = False) -> None:
    """Keep what the file would change. The version is read before the record: what changes in between is seen again."""
    seen = StrategicPlan.objects.get(pk=asked.version.plan_id).record_version
    found = _read(asked)
    _turn(asked, ImportState.COMPARING)
    differences = [] if found.record is None else save_record(found.record, asked.version, is_kept=False)
    _refuse(asked, differences, asked.agreed_by or asked.person)
    rests = must_be_explained(differences, locks_of_plan(asked.version))
    found = replace(found, problems=[*units_left_alone(asked.version.plan.agency_id, found.record), *found.problems])
    preview = preview_of(found, differences, is_again=is_again, needs_reason=rests)
    read_well = ImportState.SHOWN if differences else ImportState.SAME
    ended = ImportState.FAILED if found.record is None else read_well
    _turn(asked, ended, preview=preview, seen=seen, tries=0)


def _apply(asked: Import) -> None:
    """Do what was shown, with its history, or show anew what has changed since."""
    found = _read(asked, ImportState.APPLYING)
    assert asked.agreed_by
    agency = asked.version.plan.agency
    with transaction.atomic():
        hold_figures(agency.pk)
        plan = StrategicPlan.objects.select_for_update().get(pk=asked.version.plan_id)
        if Import.objects.select_for_update(of=("self",)).get(pk=asked.pk).state != ImportState.APPLYING:
            return  # another worker was quicker
        is_applied = False
        if found.record is not None and plan.record_version == asked.seen:
            changed = save_record(found.record, asked.version, is_kept=False)
            _refuse(asked, changed, asked.agreed_by)
            locks = locks_of_plan(asked.version)
            is_applied = bool(asked.reason) or not must_be_explained(changed, locks)
            if is_applied:
                save_record(found.record, asked.version)
                revised = partial(revised_fields, locks=locks)
                record_differences(agency, asked.agreed_by, changed, reason=asked.reason, revised=revised)
                _turn(asked, ImportState.APPLIED, count=len(changed), applied_at=timezone.now())
    if not is_applied:
        _show(asked, is_again=True)


def _read(asked: Import, state: ImportState = ImportState.READING) -> Read:
    _turn(asked, state)
    found = read(asked)
    in_force = version_in_force(asked.version.plan.agency, asked.year)
    if in_force is None or in_force.pk != asked.version_id:
        raise RefusedImportError(_("Rencana itu sudah mempunyai versi baru. Unggah lagi berkasnya."))
    if found.record is not None:
        _refuse_other_plan(asked.version, found.record)
    return found


def _refuse(asked: Import, differences: list[Difference], person: Person) -> None:
    agency = asked.version.plan.agency
    reasons = (*beyond(person, agency, differences), *locked_reasons(asked.version, differences))
    if reasons:
        raise RefusedImportError(" ".join(reasons))


def _refuse_other_plan(version: PlanVersion, record: PerformanceRecord) -> None:
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


def _turn(asked: Import, state: ImportState, **values: object) -> None:
    for name, value in {"state": state, **values}.items():
        setattr(asked, name, value)
    asked.save(update_fields=["state", *values])
