"""`python -m benchmarks.year_reports` lets the worker make the yearly reports of all agencies of the grown city."""

import benchmarks.web_project  # noqa: F401, I001  # before the models
import time

from django.core.management import call_command
from django.utils import timezone

from saksama.web.organisations.models import Government, Person
from saksama.web.reporting.models import YearReport, YearReportState
from saksama.web.reporting.year_job import start_reports


def main() -> None:
    """Ask for them as a person would, and print how many the worker made in which time."""
    asked = start_reports(Government.objects.get(), timezone.localdate().year - 1, Person.objects.earliest("pk"))
    begin = time.perf_counter()
    call_command("db_worker", "--queue-name", "*", "--batch")
    seconds = time.perf_counter() - begin
    made = YearReport.objects.filter(state=YearReportState.MADE).count()
    print(f"{made} of {asked} yearly reports (Word and PDF) in one job: {seconds:.0f} s")


if __name__ == "__main__":
    main()
