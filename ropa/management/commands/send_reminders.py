"""Mail those who are to do something with the register."""

import json
from typing import Any

from django.core import mail
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from ropa import reminders
from ropa.admin.imports.upload import tidy
from ropa.reminders import Letter


class Command(BaseCommand):
    """One mail a person, with all that is new to them. See `ropa.reminders` for who is told of what."""

    help = "Mail overdue reviews, waiting submissions and returned drafts. Exits 1 when a mail could not be sent."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whether to send at all, and how to tell."""
        parser.add_argument("--dry-run", action="store_true", help="only tell who would be told of what")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Send to one after the other, so that one address that fails stops no other; and forget old imports."""
        if not options["dry_run"]:
            tidy(timezone.now())  # every day, whether or not anybody imports anything
        told: dict[str, list[dict[str, Any]]] = {"sent": [], "without_address": [], "failed": []}
        connection = mail.get_connection()
        for letter in reminders.letters():
            outcome, said = self._tell(letter, connection, dry_run=options["dry_run"])
            if outcome:
                told[outcome].append(said)
        self._print(told, options)
        if told["failed"]:
            raise CommandError(f"{len(told['failed'])} mails could not be sent; they are tried again next time")

    def _tell(self, letter: Letter, connection: Any, *, dry_run: bool) -> tuple[str, dict[str, Any]]:
        """Return what came of a letter, and what to say of it."""
        if not letter.user.email:
            return "without_address", _plain(letter)
        if dry_run:
            return "sent", _plain(letter)
        try:
            sent = reminders.send(letter, connection)
        except (OSError, ValueError) as error:  # all that a mail server fails with is an OSError
            return "failed", {**_plain(letter), "error": f"{type(error).__name__}: {error}"}
        return ("sent", _plain(sent)) if sent else ("", {})

    def _print(self, told: dict[str, list[dict[str, Any]]], options: dict[str, Any]) -> None:
        if options["json"]:
            self.stdout.write(json.dumps({"dry_run": options["dry_run"], **told}, ensure_ascii=False, indent=2))
            return
        word = "would be sent" if options["dry_run"] else "sent"
        for outcome, letters in told.items():
            shown = word if outcome == "sent" else outcome.replace("_", " ")
            for said in letters:
                kinds = ", ".join(f"{len(slugs)} {kind}" for kind, slugs in said["matters"].items())
                line = f"{shown}: {said['user']} {said['email']} ({kinds})"
                self.stdout.write(line + (f": {said['error']}" if "error" in said else ""))
        numbers = (len(told[name]) for name in ("sent", "without_address", "failed"))
        self.stdout.write("{} {word}, {} without address, {} failed".format(*numbers, word=word))


def _plain(letter: Letter) -> dict[str, Any]:
    matters = {kind.value: [m.activity.slug for m in letter.of(kind)] for kind in reminders.Kind}
    filled = {kind: slugs for kind, slugs in matters.items() if slugs}
    return {"user": letter.user.get_username(), "email": letter.user.email, "matters": filled}
