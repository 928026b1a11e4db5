"""The LKjIP of all agencies of a government in one job, which goes on where it stopped."""

import logging
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from saksama.compose.kinds import KINDS, make
from saksama.documents.writers import pdf
from saksama.documents.writers.docx import write as docx
from saksama.language.messages import _, current_language, speaking
from saksama.web.measurement.storage import load_record
from saksama.web.organisations.models import Agency, Government, Person
from saksama.web.planning.models import PlanVersion
from saksama.web.planning.versions import version_in_force, versions_in_force
from saksama.web.queueing import MOST_TRIES, enqueue_once, others_wait
from saksama.web.reporting.documents import period_of, request_for, typesetting_failure
from saksama.web.reporting.house_templates import template_in_force, template_of
from saksama.web.reporting.models import GovernmentTemplate, YearReport, YearReportState
from saksama.web.stored_files import store

_log = logging.getLogger(__name__)
_LAST = -100
"""The priority of what nobody sits and waits for."""
_KIND = next(kind for kind in KINDS if kind.name == "lkjip")


def agencies_in(government: Government, year: int) -> list[Agency]:
    """The agencies that existed at the end of the year. 1 query."""
    return [
        one
        for one in Agency.objects.filter(government=government)
        if (one.begins_on is None or one.begins_on.year <= year) and (one.ends_on is None or one.ends_on.year > year)
    ]


def is_current(report: YearReport, version: PlanVersion | None, template: GovernmentTemplate | None) -> bool:
    """Whether it was made of the record as it is now, with the template that is in force."""
    made_of = (report.version_id, report.record_version, report.template_id)
    now = template.pk if template else None
    return version is not None and made_of == (version.pk, version.plan.record_version, now)


def start_reports(government: Government, year: int, person: Person) -> int:
    """Put what is missing, has failed or is no longer current into the queue; how many reports wait.

    Of an agency without a plan for the year there is nothing to report.
    """
    every = agencies_in(government, year)
    versions: Mapping[int, PlanVersion] = versions_in_force(every, year)
    agencies = [one for one in every if one.pk in versions]
    template = template_in_force(government.pk)
    with transaction.atomic():
        # One at a time, or two who start it at once ask for every report twice.
        Government.objects.select_for_update().get(pk=government.pk)
        known = {one.agency_id: one for one in YearReport.objects.filter(agency__in=agencies, year=year)}
        for agency in agencies:
            row = known.get(agency.pk)
            if row is None:
                YearReport.objects.create(agency=agency, year=year, person=person)
            elif row.state == YearReportState.FAILED or not is_current(row, versions[agency.pk], template):
                # What waits is left alone: the worker may be at it.
                YearReport.objects.exclude(state=YearReportState.WAITING).filter(pk=row.pk).update(
                    state=YearReportState.WAITING, failure="", tries=0, person=person
                )
    waiting = YearReport.objects.filter(agency__in=agencies, year=year, state=YearReportState.WAITING).count()
    if waiting:
        enqueue_once(make_reports, government.pk, year, current_language())
    return waiting


def resume_reports() -> int:
    """Put the jobs that a stopped worker left unfinished into the queue again; how many."""
    waiting = YearReport.objects.filter(state=YearReportState.WAITING)
    left = {(one.agency.government_id, one.year): one.person for one in waiting.select_related("agency", "person")}
    for (government, year), person in left.items():
        enqueue_once(make_reports, government, year, person.language)
    return len(left)


@task(priority=_LAST)
def make_reports(government: int, year: int, language: str) -> None:
    """Make every report of the year that waits, each kept as soon as it is there.

    After each it gives way to whatever else waits for the worker, and goes on afterwards.
    """
    with speaking(language):
        while row := _next(government, year):
            try:
                _make(row)
            except pdf.TypesettingError as error:
                _fail(row, typesetting_failure(error))
            except Exception:  # whatever one agency's record holds, the others get theirs
                _log.exception("report of agency %s, %s", row.agency_id, year)
                _fail(row, _("Kesalahan yang tidak terduga; catatan server memuat sebabnya."))
            if others_wait(make_reports):
                enqueue_once(make_reports, government, year, language)
                return


def _next(government: int, year: int) -> YearReport | None:
    waiting = YearReport.objects.filter(agency__government=government, year=year, state=YearReportState.WAITING)
    return waiting.select_related("agency").order_by("agency__name").first()


def _make(row: YearReport) -> None:
    if row.tries >= MOST_TRIES:
        _fail(row, _("Server berhenti {count} kali saat mengerjakannya.").format(count=MOST_TRIES))
        return
    row.tries += 1
    row.save(update_fields=["tries"])
    version = version_in_force(row.agency, row.year)
    if version is None:
        _fail(row, _("Tidak ada rencana untuk tahun {year}.").format(year=row.year))
        return
    # The version is read before the record: what changes in between makes the report one that is not current.
    row.version, row.record_version = version, version.plan.record_version
    row.template = template_in_force(row.agency.government_id)
    period, template = period_of(row.year), template_of(row.template)
    request = request_for(load_record(version), _KIND, row.year, period, suffix="docx", template=template)
    document = make(_KIND, request)
    pending = pdf.start(document)
    try:
        row.docx_name = store(docx.write(document)).name
        row.pdf_name = store(pending.result()).name
    finally:
        pending.cancel()
    row.state, row.failure, row.made_at = YearReportState.MADE, "", timezone.now()
    row.save()


def _fail(row: YearReport, reason: str) -> None:
    row.state, row.failure = YearReportState.FAILED, reason
    row.save(update_fields=["state", "failure"])
