"""Tell what the law asks for and the register lacks."""

import json
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from ropa import registers
from ropa.management import findings, selection
from ropa.record import Audience, ProcessingActivity
from ropa.rules import Finding, check_all, errors
from ropa.vocabulary import Severity


class Command(BaseCommand):
    """Check the working tables, or what is published, against the rules of docs/rules.md."""

    help = "Check the register against the rules. Exits 1 when there is an error, 2 when asked for what is not there."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whose activities, on which day, and what to show."""
        selection.add_arguments(parser)
        parser.add_argument("--activity", default="", metavar="SLUG")
        parser.add_argument("--audience", choices=["draft", "authority"], default="draft", help="authority: published")
        parser.add_argument("--on", default="", metavar="YYYY-MM-DD", help="the day to check on; default: today")
        parser.add_argument("--severity", choices=Severity.values, default=Severity.INFO, help="the least to show")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, tell, and leave with the status."""
        on = _day(options["on"])
        every = _register(options["audience"], on)
        chosen = _chosen(every, options)
        changed = registers.changes_after_review() if options["audience"] == Audience.DRAFT else None
        found = list(check_all(chosen, on, among=every, changed=changed))
        least = Severity.values.index(options["severity"])
        shown = [x for x in found if Severity.values.index(x.severity) <= least]
        tell = self._as_json if options["json"] else self._as_text
        tell(on, len(chosen), found, shown)
        if errors(found):
            sys.exit(1)

    def _as_json(self, on: date, checked: int, found: Sequence[Finding], shown: Sequence[Finding]) -> None:
        data = {
            "on": on.isoformat(),
            "checked": checked,
            "counts": findings.counts(found),
            "findings": [finding.plain() for finding in shown],
        }
        self.stdout.write(json.dumps(data, ensure_ascii=False, indent=2))

    def _as_text(self, on: date, checked: int, found: Sequence[Finding], shown: Sequence[Finding]) -> None:
        for line in findings.text(shown):
            self.stdout.write(line)
        words = _("Activities checked on {day}: {number}. {counts}.")
        self.stdout.write("\n" + words.format(day=on, number=checked, counts=findings.told_counts(found)))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text) if text else timezone.localdate()
    except ValueError as error:
        raise CommandError(f"{text} is not a date such as 2026-03-01", returncode=2) from error


def _register(audience: str, on: date) -> tuple[ProcessingActivity, ...]:
    """Return all that is there: drafts as they are now, published records as they were on a past day."""
    if audience == Audience.DRAFT:
        return registers.of_drafts().activities
    return registers.published(audience=Audience.AUTHORITY, day=min(on, timezone.localdate())).activities


def _chosen(every: Sequence[ProcessingActivity], options: dict[str, Any]) -> list[ProcessingActivity]:
    where, slug = selection.chosen(options), options["activity"]
    if slug and slug not in {record.slug for record in every}:
        raise CommandError(f"there is no activity {slug}", returncode=2)
    return [r for r in every if registers.stands_in(r, **where) and slug in {"", r.slug}]
