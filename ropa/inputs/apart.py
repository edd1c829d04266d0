"""Files from outside are read in a process of their own, which can be ended and can open nothing (`readers.child`)."""

import json
import logging
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .documents import Document
from .readers import READERS, Refused, limits, wire, workbook
from .readers.refused import check
from .readers.sniffing import check_name

Told = Callable[[int, int], None]
"""Called with how many rows or paragraphs are read, and of how many; a total of 0 is unknown."""

ROOT = Path(__file__).parents[2]
CHILD = Path(__file__).with_name("readers") / "child.py"

PIECE = 64 * 1024
"""Bytes that are handed over at a time: what a pipe holds."""

LONGEST_LINE = 100
"""Bytes of a line that tells how far it has come."""

logger = logging.getLogger(__name__)


def read_apart(content: bytes, file: str, *, told: Told | None = None) -> Document:
    """Return what a file holds, read in a process without network, files and memory beyond `readers.limits`.

    `told` is called in the caller's own thread. Raises `Refused` (its words: `refusals.said`), also where the
    process takes too long, needs too much memory or ends by itself.
    """
    check("file_too_large", len(content), limits.FILE_BYTES)
    ending = check_name(file, READERS)
    found = _found("document", content, ending.removeprefix("."), told)
    try:
        return wire.document(found, file)
    except (ValueError, TypeError, LookupError) as error:
        raise Refused("unreadable") from error


def workbook_apart(content: bytes, *, told: Told | None = None) -> workbook.Sheets | None:
    """Return the rows of a workbook of ropa's own, read as `read_apart` reads; None for a file that is none.

    Raises `Refused`.
    """
    check("file_too_large", len(content), limits.FILE_BYTES)
    found = _found("sheets", content, "workbook", told)
    try:
        return None if found is None else workbook.sheets(found)
    except (ValueError, TypeError, LookupError) as error:
        raise Refused("unreadable") from error


def _found(what: str, content: bytes, kind: str, told: Told | None) -> Any:
    """Return what the process found in a file. Raises `Refused`."""
    answer = _answer(content, kind, told or (lambda done, total: None))
    if "refused" in answer:
        code, params = answer["refused"]
        raise Refused(code, **params)
    if what not in answer:
        logger.error("A file could not be read: %s", answer.get("failed"))
        raise Refused("unreadable")
    return answer[what]


def _answer(content: bytes, kind: str, told: Told) -> dict[str, Any]:
    """Return what the process said of a file."""
    with subprocess.Popen(
        [sys.executable, "-I", "-B", str(CHILD), str(ROOT), kind],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={},
        cwd=ROOT,
        start_new_session=True,
    ) as process:
        talk = _Talk(process, content, told)
        try:
            said = talk.run()
            process.wait(1)
        except subprocess.TimeoutExpired as error:
            raise Refused("took_too_long", most=limits.PARENT_WAITS) from error
        finally:
            process.kill()
    return _parsed(said, process.returncode, talk.last)


def _parsed(said: bytes, status: int, last: bytes) -> dict[str, Any]:
    """Return the answer, or raise the refusal that the way in which the process ended stands for."""
    if status in (-signal.SIGXCPU, -signal.SIGKILL):
        raise Refused("took_too_long", most=limits.PROCESSOR)
    try:
        answer = json.loads(said)
    except (ValueError, RecursionError) as error:
        logger.error("The process that reads files ended with status %s: %s", status, last)
        raise Refused("unreadable") from error
    return answer if isinstance(answer, dict) else {}


class _Talk:
    """Handing the file over and hearing the answer at the same time: neither pipe holds all of it."""

    def __init__(self, process: subprocess.Popen[bytes], content: bytes, told: Told) -> None:
        self.process, self.told = process, told
        self.left = memoryview(content)
        self.said, self.line = bytearray(), b""
        self.last = b""
        """The last it said that is no progress: of an error, kind and place."""
        self.until = time.monotonic() + limits.PARENT_WAITS

    def run(self) -> bytes:
        """Return what the process wrote. Raises `subprocess.TimeoutExpired`."""
        with selectors.DefaultSelector() as selector:
            for stream, event, step in (
                (self.process.stdin, selectors.EVENT_WRITE, self._give),
                (self.process.stdout, selectors.EVENT_READ, self._hear),
                (self.process.stderr, selectors.EVENT_READ, self._listen),
            ):
                assert stream is not None
                os.set_blocking(stream.fileno(), False)
                selector.register(stream, event, step)
            while selector.get_map():
                self._turn(selector)
        return bytes(self.said)

    def _turn(self, selector: selectors.BaseSelector) -> None:
        wait = self.until - time.monotonic()
        if wait <= 0:
            raise subprocess.TimeoutExpired("reading", limits.PARENT_WAITS)
        for key, _ in selector.select(wait):
            if not key.data(key.fd):
                selector.unregister(key.fileobj).fileobj.close()  # type: ignore[union-attr]

    def _give(self, stream: int) -> bool:
        try:
            given = os.write(stream, self.left[:PIECE])
        except BrokenPipeError:
            return False
        self.left = self.left[given:]
        return bool(self.left)

    def _hear(self, stream: int) -> bool:
        piece = os.read(stream, PIECE)
        self.said += piece
        check("answer_too_large", len(self.said), limits.ANSWER_BYTES)
        return bool(piece)

    def _listen(self, stream: int) -> bool:
        """Tell how far it has come."""
        piece = os.read(stream, PIECE)
        *lines, self.line = (self.line + piece).split(b"\n")
        self.line = self.line[-LONGEST_LINE:]
        for line in lines:
            words = line.split()
            self.last = line[:LONGEST_LINE] or self.last
            if len(words) == 2 and all(word.isdigit() and len(word) < 12 for word in words):
                self.told(int(words[0]), int(words[1]))
        return bool(piece)
