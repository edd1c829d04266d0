"""Make a PDF from a register in JSON. The web server calls it, so that no web worker has to."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import override

from ropa.inputs import CannotRead
from ropa.inputs.register_json import register_of
from ropa.management.files import write
from ropa.outputs import FORMATS, CannotRender


class Command(BaseCommand):
    """Read no tables: all that is printed stands in the file, which is deleted once the PDF is there."""

    help = "Make a PDF from a register's JSON. Used by the web server."
    requires_system_checks: Any = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the register and where its PDF goes."""
        parser.add_argument("register", type=Path)
        parser.add_argument("-o", "--output", type=Path, required=True)
        parser.add_argument("--format", default="pdf", choices=sorted(FORMATS))
        parser.add_argument("--language", default="sv")

    def handle(self, *args: Any, **options: Any) -> None:
        """Render and put the file in its place in one step."""
        try:
            content, kind = options["register"].read_bytes(), FORMATS[options["format"]]
            with override(options["language"]):
                write(options["output"], kind.render((kind.read or register_of)(content), options["language"]))
            options["register"].unlink()
        except (OSError, CannotRead, CannotRender) as error:
            raise CommandError(str(error)) from error
