"""Hide a published version from residents."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ropa import models, publishing
from ropa.management import hiding


class Command(BaseCommand):
    """Seal one version. Staff still read it; residents read the reason in its place."""

    help = "Hide a published version from residents, who read the reason instead. It is kept."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the version, who seals it and why."""
        hiding.add_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Seal it and say so."""
        row = hiding.chosen(options)
        name = f"version {row.version} of {row.slug}"
        if models.Seal.objects.filter(publication=row).exists():
            raise CommandError(f"{name} is sealed already")
        publishing.seal(row, by=options["by"], reason=options["reason"])
        self.stdout.write(f"{name} is sealed")
