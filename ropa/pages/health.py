"""Two addresses for machines. They say yes or no: versions and reasons are for the log."""

import logging

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

log = logging.getLogger(__name__)


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers. It asks no database: a restart would not mend one."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Visitors can be sent here: the database answers and has the tables this code expects."""
    try:
        waiting = migrations_waiting()
    except (DatabaseError, OSError) as error:
        log.warning("not ready: %s", error)
        return HttpResponse("no database\n", status=503, content_type="text/plain")
    if waiting:
        log.warning("not ready: %d migrations to apply", waiting)
        return HttpResponse("migrations to apply\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")


def migrations_waiting() -> int:
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
