"""What the commands that hide a version share: which one, who says so and why."""

from typing import Any

from django.core.management.base import CommandError, CommandParser

from .. import models
from ..models import Publication


def add_arguments(parser: CommandParser) -> None:
    """Take the version, who hides it and why."""
    parser.add_argument("slug", help="last part of the notice's address")
    parser.add_argument("version", type=int)
    parser.add_argument("--by", required=True, metavar="TEXT", help="who decided it")
    parser.add_argument("--reason", required=True, metavar="TEXT", help="residents read it in the version's place")


def chosen(options: dict[str, Any]) -> Publication:
    """Return the version that is meant. Raises `CommandError` unless there is exactly one, not erased."""
    slug, version = options["slug"], options["version"]
    if not options["by"].strip() or not options["reason"].strip():
        raise CommandError("--by and --reason must say something")
    found = Publication.objects.filter(slug=slug, kind=Publication.Kind.PUBLISHED)
    if not found.exists():
        raise CommandError(f"nothing was ever published at {slug}")
    rows = list(found.filter(version=version))
    if not rows:
        raise CommandError(f"{slug} has no version {version}")
    if len(rows) > 1:
        raise CommandError(f"{len(rows)} activities have had a version {version} at {slug}")
    if models.Erasure.objects.filter(publication=rows[0]).exists():
        raise CommandError(f"version {version} of {slug} is erased already")
    return rows[0]
