"""Check that the ledger of publications is whole."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ropa import models, publishing


class Command(BaseCommand):
    """Recompute every chain. One line a problem; exits 1 when there is one."""

    help = "Recompute the chains of publications."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the head that an earlier export was printed with."""
        parser.add_argument("--head", default="", metavar="HASH", help="must still be a link: finds a cut tail")

    def handle(self, *args: Any, **options: Any) -> None:
        """Verify and tell."""
        problems = publishing.verify(options["head"])
        for problem in problems:
            self.stdout.write(f"{problem.organisation} {problem.sequence} {problem.what}: {problem.detail}")
        if problems:
            raise CommandError(f"{len(problems)} problems")
        self.stdout.write(f"{models.Publication.objects.count()} publications, all as they were written")
