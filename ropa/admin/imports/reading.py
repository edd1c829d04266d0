"""Files read beside the request: a thread of the web process, which tells how far it is and that it lives.

Each file is taken apart in a process of its own with limits (`inputs.apart`); the thread waits for
it. One import is read at a time. A thread that dies with its process leaves a moment that grows
old, and whoever looks may have the files read again.
"""

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from ... import snapshot
from ...inputs import files
from ...inputs.corrections import corrections_of, meanings
from ...inputs.own_terms import common
from ...inputs.passages import Outline
from ...inputs.understanding.knowledge import Knowledge
from ...models import Import, ImportFile
from .items import stamp

log = logging.getLogger(__name__)

STALE = timedelta(seconds=20)
"""How long nothing may be heard of whoever reads."""

BEAT = 3
"""Seconds between two signs of life."""

EVERY = 0.5
"""Seconds between two tellings of how far a file is read."""

_one_at_a_time = threading.Lock()


def start(found: Import) -> None:
    """Begin to read the files of an import, or begin once more."""
    found.state, found.seen_alive = Import.State.READING, timezone.now()
    found.save(update_fields=["state", "seen_alive"])
    begin(found.pk)


def begin(pk: int) -> None:
    """Read in a thread of its own."""
    threading.Thread(target=_run, args=(pk,), daemon=True, name=f"import-{pk}").start()


def is_stale(found: Import) -> bool:
    """Return whether nobody reads the files any more, although they are not read."""
    heard = found.seen_alive
    return found.state == Import.State.READING and (heard is None or timezone.now() - heard > STALE)


def _run(pk: int) -> None:
    try:
        with _signs_of_life(pk), _one_at_a_time:
            read(pk)
    except Exception:
        log.exception("import %s could not be read", pk)
    finally:
        connection.close()


@contextmanager
def _signs_of_life(pk: int) -> Iterator[None]:
    """Note from time to time that somebody reads, also while a file takes long or another import is read."""
    done = threading.Event()
    beat = threading.Thread(target=_beat, args=(pk, done), daemon=True)
    beat.start()
    try:
        yield
    finally:
        done.set()
        beat.join()


def _beat(pk: int, done: threading.Event) -> None:
    try:
        while not done.wait(BEAT):
            row = Import.objects.filter(pk=pk).first()
            if row is None:
                return
            row.seen_alive = timezone.now()
            row.save(update_fields=["seen_alive"])
    finally:
        connection.close()


def read(pk: int) -> None:
    """Read and understand the files of an import that are not read yet, and leave it to be looked at."""
    found = Import.objects.select_related("organisation").filter(pk=pk).first()
    if found is None:
        return
    known = Knowledge(common(found.organisation), meanings(corrections_of(found.organisation)))
    for file in found.files.filter(is_read=False):
        _read_one(file, known)
    readable = found.files.filter(refusal__isnull=True).exists()
    found.state = Import.State.READY if readable else Import.State.FAILED
    found.save(update_fields=["state"])


def _read_one(file: ImportFile, known: Knowledge) -> None:
    try:
        _take_apart(file, known)
    except files.CannotReadFile as refusal:
        file.refusal = refusal.data
    except Exception:
        log.exception("%s: a file could not be read", file.sha256)
        file.refusal = {"code": "unreadable", "params": {}}
    file.is_read = True
    file.save()


def _take_apart(file: ImportFile, known: Knowledge) -> None:
    tell = _teller(file)
    if not file.document:
        got = files.read(bytes(file.content or b""), file.name, tell)
        file.register = files.register_data(got.register) if got.register else None
        file.document = files.document_data(got.document) if got.document else None
    if file.document:
        outline = files.outlined(files.document_of(file.document), known.corrections)
        file.outline = files.outline_data(outline)
        file.understood = {"stamp": stamp(known.corrections), "records": list(_records(outline, known, tell))}


def _records(outline: Outline, known: Knowledge, tell: Any) -> Iterator[Any]:
    for n, (_section, record) in enumerate(files.records(outline, known)):
        tell(n, len(outline.sections))
        yield snapshot.freeze(record)


def _teller(file: ImportFile) -> Any:
    """Return what notes how far a file is read, now and then."""
    last = [0.0]

    def tell(done: int, total: int) -> None:
        if time.monotonic() - last[0] < EVERY:
            return
        last[0] = time.monotonic()
        file.done, file.total = done, total
        file.save(update_fields=["done", "total"])

    return tell


def understand_again(found: Import) -> None:
    """Understand the documents anew, when somebody has said what labels mean."""
    for file in found.files.defer("content", "document").filter(document__isnull=False):
        file.is_read = False
        file.save(update_fields=["is_read"])
    start(found)
