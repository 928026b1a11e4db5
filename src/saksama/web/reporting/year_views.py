"""The LKjIP of all agencies of a year: started, watched while they are made, and downloaded together."""

from dataclasses import dataclass
from tempfile import TemporaryFile
from zipfile import ZIP_STORED, ZipFile

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from saksama.language.messages import _
from saksama.web.organisations.access import Action, government_for, person_of
from saksama.web.organisations.models import Agency, Government
from saksama.web.planning.versions import versions_in_force
from saksama.web.reporting.house_templates import template_in_force
from saksama.web.reporting.models import YearReport, YearReportState
from saksama.web.reporting.year_job import agencies_in, is_current, start_reports

_FIRST_YEAR, _LAST_YEAR = 2000, 2100


@dataclass(frozen=True, slots=True)
class YearRow:
    """An agency with its report of the year, `None` before the first job, and whether it would be made alike today."""

    agency: Agency
    has_plan: bool
    report: YearReport | None
    is_current: bool

    @property
    def is_waiting(self) -> bool:
        """Whether it is in the queue."""
        return self.report is not None and self.report.state == YearReportState.WAITING

    @property
    def is_made(self) -> bool:
        """Whether its files are there, of whatever version of the record."""
        return self.report is not None and self.report.state == YearReportState.MADE

    @property
    def is_failed(self) -> bool:
        """Whether it could not be made."""
        return self.report is not None and self.report.state == YearReportState.FAILED


@require_GET
def last_year(request: HttpRequest) -> HttpResponse:
    """To the reports of the year that ended last."""
    government_for(person_of(request), Action.REPORT)
    return redirect("year-reports", timezone.localdate().year - 1)


@never_cache
@require_http_methods(["GET", "POST"])
def year_reports(request: HttpRequest, year: int) -> HttpResponse:
    """Every agency with the state of its report; a POST starts the job, or goes on with it. 7 queries."""
    person = person_of(request)
    government = _government(request, year)
    if request.method == "POST":
        waiting = start_reports(government, year, person)
        if not waiting:
            messages.info(request, _("Semua laporan sudah ada dan sesuai dengan datanya."))
        return redirect("year-reports", year)
    rows = _rows(government, year)
    planned = [row for row in rows if row.has_plan]
    waiting = sum(row.is_waiting for row in planned)
    return render(
        request,
        "reporting/year.html",
        {
            "government": government,
            "year": year,
            "years": (year - 1, year, year + 1),
            "rows": rows,
            "made": sum(row.is_made for row in rows),
            "planned": len(planned),
            "waiting": waiting,
            "ended": len(planned) - waiting,
            "is_begun": any(row.report for row in rows),
            "is_whole": all(row.is_made and row.is_current for row in planned),
        },
    )


@require_GET
def all_reports(request: HttpRequest, year: int) -> FileResponse:
    """The reports that are made, as docx and pdf, in one zip."""
    government = _government(request, year)
    made = [(row.agency, row.report) for row in _rows(government, year) if row.report and row.is_made]
    if not made:
        raise Http404
    file = TemporaryFile()  # noqa: SIM115  # the response closes it
    with ZipFile(file, "w", ZIP_STORED) as archive:
        for agency, report in made:
            name = slugify(f"lkjip {agency.short_name or agency.name} {year}")
            if f"{name}.docx" in archive.namelist():
                name = f"{name}-{agency.pk}"
            for suffix, kept_name in (("docx", report.docx_name), ("pdf", report.pdf_name)):
                with default_storage.open(kept_name) as kept:
                    archive.writestr(f"{name}.{suffix}", kept.read())
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"lkjip-{slugify(government.name)}-{year}.zip")


def _government(request: HttpRequest, year: int) -> Government:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise Http404
    return government_for(person_of(request), Action.REPORT)


def _rows(government: Government, year: int) -> list[YearRow]:
    agencies = agencies_in(government, year)
    versions = versions_in_force(agencies, year)
    template = template_in_force(government.pk)
    known = {one.agency_id: one for one in YearReport.objects.filter(agency__in=agencies, year=year)}
    return [
        YearRow(
            one, one.pk in versions, report, report is not None and is_current(report, versions.get(one.pk), template)
        )
        for one in agencies
        for report in (known.get(one.pk),)
    ]
