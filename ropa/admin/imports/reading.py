"""Files read beside the request: a thread of the web process, which tells how far it is and that it lives.

Each file is taken apart in a process of its own with limits (`inputs.apart`); the thread waits for
it. One import is read at a time. A thread that dies with its process leaves a moment that grows
old, and whoever looks may have the files read again (`claims`). While a file is read the thread
asks nothing of the database; a second one notes how far it is, and holds no connection between.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import DatabaseError, DataError, connection
from django.utils import timezone

from ... import snapshot
from ...inputs import files
from ...inputs.corrections import corrections_of, meanings
from ...inputs.own_terms import common
from ...inputs.passages import Outline
from ...inputs.register_json import legible_data
from ...inputs.understanding.knowledge import Knowledge
from ...models import Import, ImportFile
from . import claims
from .claims import is_stale
from .items import stamp

log = logging.getLogger(__name__)

BEAT = 2
"""Seconds between two signs of life."""

FOUND = ("register", "document", "outline", "understood")
"""Columns that hold what was read in a file."""

_one_at_a_time = threading.Lock()


def start(found: Import) -> None:
    """Begin to read the files of an import that are not read yet, if nobody does."""
    _begin(found)


def read_again(found: Import) -> None:
    """Read the files anew that could not be read, and those that nobody reads any more."""
    _begin(found, refusal__isnull=False)


def understand_again(found: Import) -> None:
    """Understand the documents anew, when somebody has said what labels mean."""
    _begin(found, document__isnull=False)


def _begin(found: Import, **anew: Any) -> None:
    claim = claims.take(found.pk, **anew)
    if claim:
        begin(found.pk, claim)


def begin(pk: int, claim: UUID) -> None:
    """Read in a thread of its own."""
    threading.Thread(target=_run, args=(pk, claim), daemon=True, name=f"import-{pk}").start()


def _run(pk: int, claim: UUID) -> None:
    progress = Progress()
    try:
        with _signs_of_life(pk, claim, progress), _one_at_a_time:
            read(pk, claim, progress)
    except Exception:
        log.exception("import %s could not be read", pk)
    finally:
        connection.close()


# --- signs of life ----------------------------------------------------------------------------------------------------


@dataclass
class Progress:
    """How far a file is read; told by one thread and noted by another."""

    file: int = 0
    """Its id; 0 = none yet."""
    done: int = 0
    total: int = 0

    def of(self, file: ImportFile) -> Callable[[int, int], None]:
        """Return what is told how far a file is."""
        self.file, self.done, self.total = file.pk, 0, 0

        def tell(done: int, total: int) -> None:
            self.done, self.total = done, total

        return tell


@contextmanager
def _signs_of_life(pk: int, claim: UUID, progress: Progress) -> Iterator[None]:
    """Note from time to time that somebody reads, also while a file takes long or another import is read."""
    done = threading.Event()
    beat = threading.Thread(target=_beat, args=(pk, claim, progress, done), daemon=True)
    beat.start()
    try:
        yield
    finally:
        done.set()
        beat.join()


def _beat(pk: int, claim: UUID, progress: Progress, done: threading.Event) -> None:
    while not done.wait(BEAT):
        try:
            _note(pk, claim, progress)
        except claims.Lost:
            return
        except DatabaseError as error:  # a busy database: the next sign may come through
            log.warning("import %s: no sign of life could be noted: %s", pk, error)
        finally:
            connection.close()  # many may wait, and there are few connections


def _note(pk: int, claim: UUID, progress: Progress) -> None:
    with claims.held(pk, claim) as found:
        found.seen_alive = timezone.now()
        found.save(update_fields=["seen_alive"])
        for file in found.files.filter(pk=progress.file).only("done", "total"):
            file.done, file.total = progress.done, progress.total
            file.save(update_fields=["done", "total"])


# --- reading ----------------------------------------------------------------------------------------------------------


def read(pk: int, claim: UUID, progress: Progress | None = None) -> None:
    """Read and understand the files of an import that are not read yet, and leave it to be looked at.

    Whoever has not the claim any more keeps nothing of what was read.
    """
    try:
        _read(pk, claim, progress or Progress())
    except claims.Lost:
        log.info("import %s is read by another, or needs no reading any more", pk)


def _read(pk: int, claim: UUID, progress: Progress) -> None:
    with claims.held(pk, claim) as found:
        known = Knowledge(common(found.organisation), meanings(corrections_of(found.organisation)))
        waiting = list(found.files.filter(is_read=False).values_list("pk", flat=True))
    for one in waiting:
        for file in ImportFile.objects.filter(pk=one):
            _read_one(file, claim, known, progress.of(file))
    with claims.held(pk, claim) as found:
        readable = found.files.filter(refusal__isnull=True).exists()
        found.state = Import.State.READY if readable else Import.State.FAILED
        found.save(update_fields=["state"])


def _read_one(file: ImportFile, claim: UUID, known: Knowledge, tell: Callable[[int, int], None]) -> None:
    try:
        _take_apart(file, known, tell)
    except files.CannotReadFile as refusal:
        file.refusal = legible_data(refusal.data)
    except Exception:
        log.exception("%s: a file could not be read", file.sha256)
        _refuse(file)
    try:
        _keep(file, claim)
    except (DataError, ValueError):  # JSON that the database does not take
        log.exception("%s: what was read in a file could not be kept", file.sha256)
        _refuse(file)
        _keep(file, claim)


def _refuse(file: ImportFile) -> None:
    for column in FOUND:
        setattr(file, column, None)
    file.refusal = {"code": "unreadable", "params": {}}


def _keep(file: ImportFile, claim: UUID) -> None:
    """Store what was read; never the file itself, which may be deleted by now."""
    with claims.held(file.part_of_id, claim):
        file.is_read = True
        file.save(update_fields=[*FOUND, "refusal", "is_read"])


def _take_apart(file: ImportFile, known: Knowledge, tell: Callable[[int, int], None]) -> None:
    if not file.document:
        got = files.read(bytes(file.content or b""), file.name, tell)
        file.register = files.register_data(got.register) if got.register else None
        file.document = files.document_data(got.document) if got.document else None
    if file.document:
        outline = files.outlined(files.document_of(file.document), known.corrections)
        file.outline = files.outline_data(outline)
        file.understood = {"stamp": stamp(known.corrections), "records": list(_records(outline, known, tell))}


def _records(outline: Outline, known: Knowledge, tell: Callable[[int, int], None]) -> Iterator[Any]:
    for n, (_section, record) in enumerate(files.records(outline, known)):
        tell(n, len(outline.sections))
        yield snapshot.freeze(record)


__all__ = ["begin", "is_stale", "read", "read_again", "start", "understand_again"]
