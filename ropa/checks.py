"""System checks: what would make the register wrong without anybody noticing."""

from typing import Any

from django.core.checks import CheckMessage, Error, Warning, register
from django.db import DatabaseError

from . import ledger_guard


@register("ledger")
def ledger_is_guarded(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """ropa.E001: the ledger's triggers are missing, so published rows could be altered.

    Not tagged as a database check: those stop `migrate`, which is what installs the triggers.
    """
    try:
        missing = ledger_guard.missing()
    except DatabaseError:  # no database yet, or not reachable: /readyz and the command itself say so
        return []
    if not missing:
        return []
    return [
        Error(
            "The publication ledger can be altered: triggers are missing: " + ", ".join(missing),
            hint="Run: manage.py migrate",
            id="ropa.E001",
        )
    ]


@register()
def pdf_can_be_made(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """ropa.W002: WeasyPrint's system libraries are missing, so there is no PDF."""
    from ctypes.util import find_library

    if find_library("pangoft2-1.0") is None:
        return [
            Warning(
                "PDF cannot be made on this server.",
                hint="Install Pango: apt-get install libpangoft2-1.0-0 fonts-dejavu-core",
                id="ropa.W002",
            )
        ]
    return []
