"""What commands that read a register share: whose activities, and slugs that lead somewhere."""

from typing import Any, TypedDict

from django.core.management.base import CommandError, CommandParser

from .. import models


class Selection(TypedDict):
    """Slugs as `registers` takes them; empty = all."""

    unit: str
    controller: str


def add_arguments(parser: CommandParser) -> None:
    """Take a controller and a unit."""
    parser.add_argument("--controller", default="", metavar="SLUG", help="only its activities")
    parser.add_argument(
        "--unit", default="", metavar="SLUG", help="only its activities, with those of the units below it"
    )


def chosen(options: dict[str, Any]) -> Selection:
    """Return whose activities are asked for. Raises `CommandError` where there is no such unit or controller."""
    unit, controller = options["unit"], options["controller"]
    if unit and not models.Unit.objects.filter(slug=unit).exists():
        raise CommandError(f"there is no unit {unit}", returncode=2)
    if controller and not models.Controller.objects.filter(slug=controller).exists():
        raise CommandError(f"there is no controller {controller}", returncode=2)
    return Selection(unit=unit, controller=controller)
