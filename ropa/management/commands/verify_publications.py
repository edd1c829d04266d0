"""Check that the ledger of publications is whole."""

from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ropa import models, publishing

BESIDE = ("orphan", "head")
"""Problems of no row."""


class Command(BaseCommand):
    """Recompute every chain. One line a problem; exits 1 when there is one."""

    help = "Recompute the chains of publications."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the head that an earlier export was printed with."""
        parser.add_argument("--head", default="", metavar="HASH", help="must still be a link: finds a cut tail")

    def handle(self, *args: Any, **options: Any) -> None:
        """Verify and tell."""
        problems = publishing.verify(options["head"])
        names = {str(key): name for key, name in models.Organisation.objects.values_list("key", "name")}
        for problem in problems:
            self.stdout.write(_told(problem, names))
        if problems:
            raise CommandError(ngettext("%(n)d problem", "%(n)d problems", len(problems)) % {"n": len(problems)})
        n = models.Publication.objects.count()
        self.stdout.write(
            ngettext(
                "%(n)d row in the ledger, all as it was written",
                "%(n)d rows in the ledger, all as they were written",
                n,
            )
            % {"n": n}
        )


def _told(problem: publishing.Problem, names: dict[str, str]) -> str:
    """Return whose row it is, which one, about what, and what is wrong."""
    if problem.what in BESIDE:
        return problem.detail
    said = {
        "organisation": _name(problem.organisation, names),
        "sequence": problem.sequence,
        "slug": problem.slug,
        "version": problem.version,
        "detail": problem.detail,
    }
    return _("%(organisation)s, row %(sequence)s (%(slug)s, version %(version)s): %(detail)s") % said


def _name(key: str, names: dict[str, str]) -> str:
    """Return an organisation's name; its key as it is stored where nobody has it."""
    try:
        return names.get(str(UUID(key)), key)
    except ValueError:
        return key
