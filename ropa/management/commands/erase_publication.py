"""Remove what a published version said."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ropa import publishing
from ropa.management import hiding


class Command(BaseCommand):
    """Erase one version's content for good. Its row stays, so that the chain still verifies."""

    help = "Remove a published version's content for good, where the law demands it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the version, who erases it, why, and that it is meant."""
        hiding.add_arguments(parser)
        parser.add_argument("--yes", action="store_true", help="needed: it cannot be undone")

    def handle(self, *args: Any, **options: Any) -> None:
        """Erase it and say so."""
        row = hiding.chosen(options)
        name = f"version {row.version} of {row.slug}"
        if not options["yes"]:
            raise CommandError(f"nothing done: erasing {name} cannot be undone; say --yes if you mean it")
        publishing.erase(row, by=options["by"], reason=options["reason"])
        self.stdout.write(f"{name} is erased; backups and exported files still hold it")
