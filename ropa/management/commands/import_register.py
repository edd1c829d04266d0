"""Read files into drafts."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from ropa import models, publishing, registers, snapshot
from ropa.inputs import READERS, CannotRead, Imported, importing
from ropa.inputs.importing import Outcome
from ropa.management import findings
from ropa.record import ProcessingActivity
from ropa.rules import Finding, check_all


class Command(BaseCommand):
    """Import registers: all files or none. The same import twice changes nothing the second time."""

    help = "Read files into drafts. Nothing is published."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take files, and where they belong."""
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument("--unit", default="", metavar="SLUG", help="the unit that all activities belong to")
        parser.add_argument("--dry-run", action="store_true", help="tell what would happen and save nothing")
        parser.add_argument("--json", action="store_true", help="tell it as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import in one transaction, or try and undo it."""
        unit = _unit(options["unit"])
        files = [(file, _read(file)) for file in options["files"]]
        with transaction.atomic():
            outcomes = [_save(file, imported, unit) for file, imported in files]
            found = _findings(outcomes) if options["dry_run"] or options["json"] else ()
            if options["dry_run"]:
                transaction.set_rollback(True)
            else:
                _reindex(outcomes)
        if options["json"]:
            self.stdout.write(_as_json([imported for _file, imported in files], outcomes, found))
            return
        new, changed, unchanged = (sum(len(getattr(o, n)) for o in outcomes) for n in ("new", "changed", "unchanged"))
        unplaced = sum(len(imported.unplaced) for _file, imported in files)
        said = f"{new} new, {changed} changed, {unchanged} unchanged, {unplaced} texts not understood"
        self.stdout.write(said + (" (dry run, nothing saved)" if options["dry_run"] else ""))
        if options["dry_run"]:
            self.stdout.write(findings.told_counts(found))


def _unit(slug: str) -> models.Unit | None:
    if not slug:
        return None
    unit = models.Unit.objects.select_related("organisation", "controller").filter(slug=slug).first()
    if unit is None:
        raise CommandError(f"there is no unit {slug}")
    return unit


def _read(file: Path) -> Imported:
    reader = READERS.get(file.suffix.lower())
    if reader is None:
        raise CommandError(f"{file}: no reader for this kind of file; there is one for {', '.join(sorted(READERS))}")
    try:
        return reader(file.read_bytes(), file.name)
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}") from error
    except CannotRead as error:
        raise CommandError(f"{file}: {_brief(error)}") from error


def _brief(error: CannotRead) -> str:
    """Return the first problems on one line."""
    rest = len(error.problems) - 3
    return "; ".join(error.problems[:3]) + (f" (and {rest} more)" if rest > 0 else "")


def _save(file: Path, imported: Imported, unit: models.Unit | None) -> Outcome:
    try:
        return importing.save(imported, unit=unit, by="import_register", reason=f"import: {file.name}")
    except CannotRead as error:
        raise CommandError(f"{file}: {_brief(error)}") from error


def _reindex(outcomes: list[Outcome]) -> None:
    keys = [record.key for outcome in outcomes for record in (*outcome.new, *outcome.changed)]
    publishing.reindex(models.ProcessingActivity.objects.filter(key__in=keys))


def _records(outcomes: list[Outcome]) -> list[ProcessingActivity]:
    """Return the imported records as the drafts hold them, or would."""
    return [r for o in outcomes for r in (*o.new, *o.changed, *o.unchanged)]


def _findings(outcomes: list[Outcome]) -> list[Finding]:
    """Return what the rules find in the imported records, in the register as it now is: before a dry run is undone."""
    every, changed = registers.of_drafts().activities, registers.changes_after_review()
    return list(check_all(_records(outcomes), timezone.localdate(), among=every, changed=changed))


def _as_json(files: list[Imported], outcomes: list[Outcome], found: Sequence[Finding]) -> str:
    """Return the records, what was not understood, and what is found in the records."""
    unplaced = [u for imported in files for u in imported.unplaced]
    data = {
        "activities": [snapshot.plain(record) for record in _records(outcomes)],
        "unplaced": [{"file": u.file, "label": u.label, "text": u.text, "place": u.place} for u in unplaced],
        "findings": [finding.plain() for finding in found],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)
