"""The worker of long jobs: it takes up what a stopped worker left, then whatever comes.

`python -m saksama.web.worker` ends with the process that started it; `saksama serve` keeps one running.
"""

import os

import django
from django.core.management import call_command
from django.utils import timezone

from saksama.web.child_bounds import end_with_parent


def main() -> None:
    """Work until stopped."""
    end_with_parent()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "saksama.web.settings")
    django.setup()
    # Reads the settings, which are there only after the setup.
    from saksama.web.worker_turn import worker_turn  # noqa: PLC0415

    with worker_turn():
        take_up()
        call_command("db_worker", queue_name="*")


def take_up() -> None:
    """Put into the queue what a stopped worker left unfinished, and the reminders of the next morning."""
    # Models are there only after the setup.
    from saksama.web.measurement.importing import resume_imports  # noqa: PLC0415
    from saksama.web.overview.daily_reminders import schedule_reminders  # noqa: PLC0415
    from saksama.web.reporting.checking import resume_checks  # noqa: PLC0415
    from saksama.web.reporting.year_job import resume_reports  # noqa: PLC0415

    resume_checks()
    resume_imports()
    resume_reports()
    schedule_reminders(timezone.localtime())


if __name__ == "__main__":
    main()
