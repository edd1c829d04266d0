"""Read files into drafts."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ropa import drafts, models, publishing, registers, snapshot
from ropa.inputs import CannotRead, Imported, bringing, files, importing
from ropa.inputs.corrections import corrections_of, meanings
from ropa.inputs.importing import Outcome
from ropa.inputs.own_terms import common
from ropa.inputs.stated_places import Stated, in_unit
from ropa.inputs.understanding.knowledge import Knowledge
from ropa.management import findings
from ropa.record import ProcessingActivity, Unplaced
from ropa.rules import Finding, check_all


@dataclass
class File:
    """A file on its way into the register."""

    path: Path
    got: files.Got
    records: list[tuple[tuple[str, ...], ProcessingActivity]] = field(default_factory=list)
    """Of a document: its activities, each with the names of the units it stands under."""
    unplaced: tuple[Unplaced, ...] = ()
    """What was not understood."""
    is_understood: bool = False


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
        _refuse_unmigrated()
        unit = _unit(options["unit"])
        every = _read_all(_each_once(options["files"]))
        if not any(file.got.register for file in every):
            _understand(every, _organisation(unit))  # long files hold nobody up: no transaction is open yet
        with transaction.atomic():
            if not options["dry_run"]:
                importing.lock()
            outcome = _save(every, unit, dry_run=options["dry_run"])
            found = _findings(outcome) if options["dry_run"] or options["json"] else ()
            if options["dry_run"]:
                transaction.set_rollback(True)
            else:
                _reindex(outcome)
        if options["json"]:
            self.stdout.write(_as_json(every, outcome, found))
            return
        counted = ", ".join(f"{len(getattr(outcome, kind))} {kind}" for kind in ("new", "changed", "unchanged"))
        said = f"{counted}, {sum(len(file.unplaced) for file in every)} texts not understood"
        self.stdout.write(said + (" (dry run, nothing saved)" if options["dry_run"] else ""))
        for file in filter(_is_empty, every):
            self.stdout.write(f"no activity was found in {file.path}; a real run would stop here")
        if options["dry_run"]:
            self.stdout.write(findings.told_counts(found))


def _refuse_unmigrated() -> None:
    needed = {table._meta.db_table for table in apps.get_app_config("ropa").get_models()}
    if needed - set(connection.introspection.table_names()):
        raise CommandError("the database is not up to date: run migrate first")


def _unit(slug: str) -> models.Unit | None:
    if not slug:
        return None
    unit = models.Unit.objects.select_related("organisation", "controller").filter(slug=slug).first()
    if unit is None:
        raise CommandError(f"there is no unit {slug}")
    return unit


# --- reading ----------------------------------------------------------------------------------------------------------


def _each_once(paths: Sequence[Path]) -> Sequence[Path]:
    """Return the paths. Raises `CommandError` for the same file twice: its activities would be made twice."""
    found: dict[str, Path] = {}
    for path in (path for path in paths if path.is_file()):
        with path.open("rb") as file:
            first = found.setdefault(file_digest(file, "sha256").hexdigest(), path)
        if first is not path:
            raise CommandError(f"{path}: the same file as {first}; name it once")
    return paths


def _read_all(paths: Sequence[Path]) -> list[File]:
    """Return the files. Raises `CommandError` with a line for each that cannot be read; then none is imported."""
    every, refused = [], []
    for path in paths:
        try:
            every.append(_read(path))
        except CommandError as error:
            refused.append(str(error))
    _stop_at(refused, among=len(paths))
    return every


def _stop_at(refused: Sequence[str], *, among: int) -> None:
    """Raise `CommandError` if files are refused, saying of several that the others are not imported either."""
    rest = ["nothing was imported from any of the files"] if refused and among > 1 else []
    if refused:
        raise CommandError("\n".join([*refused, *rest]))


def _is_empty(file: File) -> bool:
    """Return whether a document has no activity."""
    return file.is_understood and not file.records


def _read(path: Path) -> File:
    if path.suffix.lower() not in files.endings():
        raise CommandError(f"{path}: no reader for this kind of file; there is one for {', '.join(files.endings())}")
    try:
        return File(path, files.read(path.read_bytes(), path.name))
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}") from error
    except files.CannotReadFile as error:
        raise CommandError(f"{path}: {_one_line(files.refusal_words(error.data))}") from error


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _understand(every: Sequence[File], organisation: models.Organisation | None) -> None:
    """Make records of the documents, with the terms and labels of the organisation."""
    documents = [file for file in every if file.got.document]
    if not documents:
        return
    known = Knowledge(common(organisation), meanings(corrections_of(organisation)))
    for file in documents:
        made = files.outlined(file.got.document, known.corrections)  # type: ignore[arg-type]
        file.records = [(section.units, record) for section, record in files.records(made, known)]
        file.is_understood = True
        file.unplaced = tuple(u for _names, record in file.records for u in record.unplaced)
        if not file.records:
            file.unplaced = files.left_of(made, known)


# --- saving -----------------------------------------------------------------------------------------------------------


def _save(every: list[File], unit: models.Unit | None, *, dry_run: bool) -> Outcome:
    """Save ropa's own files, then the documents; without an organisation a dry run shows what was understood."""
    outcome = Outcome()
    for file in every:
        if file.got.register:
            _add(outcome, _save_register(file, file.got.register, unit))
    organisation = _organisation(unit)
    _understand([file for file in every if not file.is_understood], organisation)
    documents = [file for file in every if file.got.document]
    if documents and not dry_run:
        _refuse(documents, organisation)
    if documents and organisation:
        _add(outcome, _save_documents(documents, organisation, unit))
    elif documents:
        outcome.new += [record for file in documents for _names, record in file.records]
    return outcome


def _add(outcome: Outcome, more: Outcome) -> None:
    outcome.new += more.new
    outcome.changed += more.changed
    outcome.unchanged += more.unchanged


def _organisation(unit: models.Unit | None) -> models.Organisation | None:
    """Return the unit's organisation, else the only one there is."""
    if unit:
        return unit.organisation
    found = list(models.Organisation.objects.all()[:2])
    return found[0] if len(found) == 1 else None


def _refuse(documents: list[File], organisation: models.Organisation | None) -> None:
    nothing = _("There is no activity in the file.")
    _stop_at([f"{file.path}: {nothing}" for file in documents if _is_empty(file)], among=len(documents))
    if organisation is None:
        several = models.Organisation.objects.exists()
        why = "there are several organisations" if several else "there is no organisation yet"
        raise CommandError(f"{documents[0].path}: {why}: say with --unit where the activities belong")


def _save_register(file: File, imported: Imported, unit: models.Unit | None) -> Outcome:
    file.unplaced = (*imported.unplaced, *(u for a in imported.activities for u in a.unplaced))
    try:
        why, today = f"import: {file.path.name}", timezone.localdate()
        return importing.save(imported, unit=unit, by="import_register", reason=why, today=today)
    except CannotRead as error:
        raise CommandError(f"{file.path}: {_brief(error)}") from error


def _brief(error: CannotRead) -> str:
    """Return the first problems on one line."""
    rest = len(error.problems) - 3
    return "; ".join(error.problems[:3]) + (f" (and {rest} more)" if rest > 0 else "")


def _save_documents(documents: list[File], organisation: models.Organisation, unit: models.Unit | None) -> Outcome:
    read = [one for file in documents for one in file.records]
    brought = in_unit(unit, [record for _names, record in read]) if unit else Stated(organisation).brought(read)
    names = ", ".join(file.path.name for file in documents)
    foreseen = bringing.Plan(organisation, brought, locked=True, today=timezone.localdate()).foreseen()
    try:
        bringing.save(foreseen, by="import_register", reason=f"import: {names}")
    except (drafts.CannotSave, drafts.UnknownTerm) as error:
        raise CommandError(f"{names}: {error}") from error
    return _outcome(foreseen)


def _outcome(foreseen: list[bringing.Foreseen]) -> Outcome:
    """Return what was saved, as the drafts hold it."""
    keys = [f.record.key for f in foreseen]
    rows = models.ProcessingActivity.objects.filter(key__in=keys)
    saved = {record.key: record for record in drafts.load_many(rows)}
    outcome = Outcome()
    for one in foreseen:
        getattr(outcome, one.kind).append(saved[one.record.key])
    return outcome


def _reindex(outcome: Outcome) -> None:
    keys = [record.key for record in (*outcome.new, *outcome.changed)]
    publishing.reindex(models.ProcessingActivity.objects.filter(key__in=keys))


# --- telling ----------------------------------------------------------------------------------------------------------


def _records(outcome: Outcome) -> Iterator[ProcessingActivity]:
    """Yield the imported records as the drafts hold them, or would."""
    yield from (*outcome.new, *outcome.changed, *outcome.unchanged)


def _findings(outcome: Outcome) -> list[Finding]:
    """Return what the rules find in the imported records, in the register as it now is: before a dry run is undone."""
    every, changed = registers.of_drafts().activities, registers.changes_after_review()
    return list(check_all(_records(outcome), timezone.localdate(), among=every, changed=changed))


def _as_json(every: Sequence[File], outcome: Outcome, found: Sequence[Finding]) -> str:
    """Return the records, what was not understood, and what is found in the records."""
    unplaced = [u for file in every for u in file.unplaced]
    data = {
        "activities": [snapshot.plain(record) for record in _records(outcome)],
        "unplaced": [{"file": u.file, "label": u.label, "text": u.text, "place": u.place} for u in unplaced],
        "findings": [finding.plain() for finding in found],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)
