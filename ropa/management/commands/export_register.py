"""Write the register to a file."""

from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import override

from ropa import between, registers
from ropa.management import selection
from ropa.management.files import write
from ropa.outputs import FORMATS, CannotRender, template_xlsx
from ropa.outputs.changes import Report
from ropa.record import Audience, Register

CHANGES = "changes-pdf"
TEMPLATE = "template"
"""The empty workbook for units: no register is read."""


FORMATS_SAID = {
    "json": "all fields; can be brought in again",
    "xlsx": "the workbook, all fields; can be edited and brought in again",
    "csv": "a line an activity, for reading and counting",
    "docx": "a Word document by unit, for reading",
    "pdf": "the register on paper",
    "disposal-plan-pdf": "the disposal plan on paper",
    "disposal-plan-csv": "the disposal plan, a line a rule",
    CHANGES: "what changed between --from and --as-of",
    TEMPLATE: "an empty workbook for units to fill in",
}
"""Format -> what it is, for `--help`."""


class Command(BaseCommand):
    """Export what is published, or with `--audience draft` the working tables."""

    help = "Write the register to a file. Default: what the public may see of it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take format, selection and file."""
        languages = [code for code, _name in settings.LANGUAGES]
        said = "; ".join(f"{name}: {words}" for name, words in FORMATS_SAID.items())
        parser.add_argument("--format", required=True, choices=sorted([*FORMATS, TEMPLATE]), help=said)
        selection.add_arguments(parser)
        parser.add_argument(
            "--from", type=_day, default=None, metavar="YYYY-MM-DD", help="for changes-pdf: compare with the end of it"
        )
        parser.add_argument(
            "--as-of",
            type=_day,
            default=None,
            metavar="YYYY-MM-DD",
            help="as it was at the end of that day; default: now",
        )
        parser.add_argument(
            "--audience",
            choices=[a.value for a in Audience],
            default=Audience.PUBLIC.value,
            help="public: published, without what is internal (default); authority: published, whole; draft: as it is now, "
            "whole",
        )
        parser.add_argument(
            "--language", choices=languages, default=languages[0], help="of headings and words; default: %(default)s"
        )
        parser.add_argument(
            "-o",
            "--output",
            required=True,
            type=Path,
            metavar="FILE",
            help="is replaced, in one step, where it is there",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Render, then put the file in its place in one step."""
        if options["format"] == TEMPLATE:
            content = template_xlsx.render(options["language"])
            write(options["output"], content)
            self.stderr.write(f"{options['output']}: {len(content)} bytes")
            return
        with override(options["language"]):
            register = _report(options) if options["format"] == CHANGES else _register(options)
            try:
                content = FORMATS[options["format"]].render(register, options["language"])
            except CannotRender as error:
                raise CommandError(str(error)) from error
        write(options["output"], content)
        self.stderr.write(f"{options['output']}: {len(register.entries)} activities, {len(content)} bytes")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text} is not a date such as 2026-03-01") from error


def _report(options: dict[str, Any]) -> Report:
    first, last = options["from"], options["as_of"] or timezone.localdate()
    if first is None:
        raise CommandError("changes have two days: name the first with --from")
    if first > last or last > timezone.localdate():
        raise CommandError(f"{first} to {last}: the days must follow one another and have come")
    if options["audience"] == Audience.DRAFT:
        raise CommandError("drafts have no past: choose --audience public or authority")
    found, _is_part = between.report(first, last, **selection.chosen(options), audience=Audience(options["audience"]))
    return found


def _register(options: dict[str, Any]) -> Register:
    if options["from"]:
        raise CommandError(f"--from is for --format {CHANGES}")
    chosen, day = selection.chosen(options), options["as_of"]
    if options["audience"] == Audience.DRAFT:
        if day:
            raise CommandError("drafts have no past: leave out --as-of")
        return registers.of_drafts(**chosen, day=timezone.localdate())
    if day and day > timezone.localdate():
        raise CommandError(f"{day} has not come yet")
    audience = Audience(options["audience"])
    return registers.published(audience=audience, **chosen, day=day)
