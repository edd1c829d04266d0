"""Publish the drafts that have changed."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import QuerySet

from ropa import models, policy, publishing
from ropa.publishing import CannotPublish, Unchanged


class Command(BaseCommand):
    """Publish every draft that says something else than what is public. Each activity by itself."""

    help = "Publish all changed drafts. Exits 1 when some were refused."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whose drafts, who publishes and why."""
        parser.add_argument("--unit", default="", metavar="SLUG", help="with the units below it")
        parser.add_argument("--by", required=True, metavar="USER", help="the account that publishes")
        parser.add_argument("--reason", default="", metavar="TEXT", help="why, where something is lacking")

    def handle(self, *args: Any, **options: Any) -> None:
        """Publish one after the other, so that a refusal stops no other."""
        user = get_user_model().objects.filter(username=options["by"]).first()
        if user is None:
            raise CommandError(f"there is no user {options['by']}")
        if not policy.can_publish(user):
            raise CommandError(f"{user} may not publish anything today")
        published = unchanged = 0
        refused = []
        for activity in drafts_of(options["unit"]).order_by("sort_key", "pk"):
            try:
                _publish(activity, user, options["reason"])
                published += 1
            except Unchanged:
                unchanged += 1
            except CannotPublish as refusal:
                refused.append(f"{activity.slug}: {refusal}")
        for line in refused:
            self.stderr.write(line)
        self.stdout.write(f"{published} published, {unchanged} unchanged, {len(refused)} refused")
        if refused:
            raise CommandError(f"{len(refused)} activities were refused")


def _publish(activity: models.ProcessingActivity, user: Any, reason: str) -> None:
    if not policy.can_publish(user, activity):
        raise CannotPublish(f"{user} may not publish it")
    publishing.publish(activity, by=user, reason=reason, also_withdrawn=False)


def drafts_of(unit: str) -> QuerySet[models.ProcessingActivity]:
    """Return all drafts, or those of a unit and the units below it."""
    rows = models.ProcessingActivity.objects.all()
    if not unit:
        return rows
    found = set(models.Unit.objects.filter(slug=unit).values_list("pk", flat=True))
    if not found:
        raise CommandError(f"there is no unit {unit}")
    while below := set(models.Unit.objects.filter(parent__in=found).values_list("pk", flat=True)) - found:
        found |= below
    return rows.filter(unit__in=found)
