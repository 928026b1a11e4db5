"""Whether the application lives, and whether it is ready to work: for whoever watches over it."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from saksama.web.queueing import is_stuck


@login_not_required
@require_safe
def live(_request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain")


@login_not_required
@require_safe
def ready(_request: HttpRequest) -> HttpResponse:
    """The database answers and has the shape that this version needs, and a worker takes the jobs that wait."""
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Exception as error:  # whatever keeps the database from answering is told, and nothing else of it
        return HttpResponse(f"no database: {type(error).__name__}", content_type="text/plain", status=503)
    if missing:
        return HttpResponse(f"{len(missing)} migrations missing", content_type="text/plain", status=503)
    if is_stuck():
        return HttpResponse("no worker: jobs wait, and none is begun", content_type="text/plain", status=503)
    return HttpResponse("ok", content_type="text/plain")
