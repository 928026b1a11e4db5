"""The queue of jobs: the same one waits in it once, and nothing stays unfinished when a worker stops."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

LONG = timedelta(minutes=15)
"""Longer than any job that others wait for."""
_KEPT = timedelta(days=30)
"""How long it stays known how a job ended."""
MOST_TRIES = 3
"""How often a job that stopped its worker is begun again."""


def enqueue_once(task: Task[..., None], *arguments: object) -> None:
    """Put a job into the queue, unless the same one waits there."""
    asked = {"args": list(arguments), "kwargs": {}}
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY, task_path=task.module_path)
    if not waiting.filter(args_kwargs=asked).exists():
        task.enqueue(*arguments)


def others_wait(task: Task[..., None]) -> bool:
    """Whether another job than this one is due, to which a long one gives way. 1 query."""
    return DBTaskResult.objects.ready().exclude(task_path=task.module_path).exists()


def forget_ended(now: datetime) -> int:
    """Take away what ended long ago, or the queue would grow for ever; how many jobs."""
    return DBTaskResult.objects.finished().filter(finished_at__lt=now - _KEPT).delete()[0]


def is_stuck(now: datetime | None = None) -> bool:
    """Whether a job has waited for long while no worker began any. 2 queries."""
    limit = (now or timezone.now()) - LONG
    # What is to run at once has the last day of all as its time.
    due = Q(run_after__lte=limit) | Q(run_after__year=9999)
    waiting = DBTaskResult.objects.filter(due, status=TaskResultStatus.READY, enqueued_at__lte=limit)
    return waiting.exists() and not DBTaskResult.objects.filter(started_at__gt=limit).exists()
