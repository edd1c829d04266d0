"""Add the shipped terms that are not there yet, and make the lists of drafts anew."""

import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction

from ropa import publishing
from ropa.history import change
from ropa.inputs import vocabulary


class Command(BaseCommand):
    """Load fixtures/vocabulary.json. Safe to run again: labels already there stay as they are."""

    help = "Add the shipped terms that are not there yet."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load inside one transaction and one change of history."""
        data = json.loads((settings.BASE_DIR / "fixtures" / "vocabulary.json").read_text("utf-8"))
        with transaction.atomic(), change(reason="vocabulary.json", by="ropa"):
            added = vocabulary.load(data)
            publishing.reindex()  # it is run after every upgrade, and rules may have come with it
            publishing.relist()
        self.stdout.write(f"{added} terms added")
