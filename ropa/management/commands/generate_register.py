"""Make a synthetic register, for benchmarks and load tests."""

from datetime import UTC, datetime
from itertools import islice
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from ropa import drafts, models, publishing
from ropa.history import change
from ropa.management.generated import activities
from ropa.record import ProcessingActivity

AT_ONCE = 50
"""Activities saved in one transaction: enough that writing to disk costs little."""

WRITTEN = datetime(2026, 1, 1, 12, tzinfo=UTC)
"""Before the activities say that they were reviewed."""


class Command(BaseCommand):
    """Save synthetic activities as drafts, the same for the same number and seed; publish them if asked."""

    help = "Make a synthetic register. Never on an installation that is in use: the ledger keeps what is published."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take how many, and from which seed."""
        parser.add_argument("--activities", type=int, required=True, metavar="N")
        parser.add_argument("--seed", type=int, default=1, metavar="S")
        parser.add_argument("--publish", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Save in batches."""
        if options["activities"] < 1:
            raise CommandError("--activities must be 1 or more")
        call_command("load_vocabulary", verbosity=0, stdout=self.stderr)
        made = activities(options["activities"], options["seed"])
        while batch := list(islice(made, AT_ONCE)):
            _save(batch, options["publish"])
        self.stdout.write(f"{options['activities']} activities" + (", published" if options["publish"] else ""))


def _save(batch: list[ProcessingActivity], publish: bool) -> None:
    with transaction.atomic():
        with change(by="ropa", reason="generate_register", at=WRITTEN):
            rows = drafts.save_many(batch)
        if not publish:
            publishing.reindex(models.ProcessingActivity.objects.filter(pk__in=[row.pk for row in rows]))
            return
        for row in rows:
            try:
                publishing.publish(row, by="ropa", reason="generate_register")
            except publishing.Unchanged:
                continue
