"""Files that take long, made once and kept: one process at a time makes them, outside the web workers.

As PDF a register of three hundred activities takes a minute and hundreds of megabytes, which no web
worker has; as workbook and Word document seconds. The process is given the register on its input, so it reads no tables; a lock
that the system lets go of when the process ends keeps the number of them at one.
"""

import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from ..outputs import FORMATS, CannotRender
from ..outputs.changes import Report
from ..record import Register
from .ready import code

ENDINGS = ("pdf", "xlsx", "docx")
"""Endings of the files that are kept."""

KEPT = 40
"""Files that are kept; those nobody has asked for the longest go first."""

SMALL = 30
"""Activities that are worth waiting for."""

PATIENCE = 1.5
"""Seconds a request waits for a small register: the thread that waits answers nobody else meanwhile."""


def folder() -> Path:
    """Return where the files lie, made when missing."""
    made = Path(settings.DATA_DIR) / "exports"
    made.mkdir(mode=0o700, parents=True, exist_ok=True)  # what staff asked for is there while it is made
    return made


def file_for(register: Register | Report, language: str, kind: str = "pdf") -> tuple[Path, bytes]:
    """Return where the register's file of a `kind` in FORMATS lies or will lie, and the register as bytes.

    The name is a hash of everything that is printed, and of the code and templates that print it.
    """
    content = FORMATS[kind].data(register, language)
    name = sha256(b"\n".join([code().encode(), kind.encode(), language.encode(), content])).hexdigest()[:32]
    return folder() / f"{name}.{FORMATS[kind].extension}", content


def made(register: Register | Report, language: str, kind: str = "pdf") -> Path | None:
    """Return the register's file of a `kind`, or None when it is still being made: ask again later.

    Only who starts a small one waits for it, so at most one request does.
    Raises `CannotRender` when making it failed; the process has said why on stderr.
    """
    file, content = file_for(register, language, kind)
    small = is_small(register)
    maker = None if file.exists() else _start(file, content, kind, language, "small" if small else "large")
    until = time.monotonic() + PATIENCE
    while small and maker and maker.poll() is None and time.monotonic() < until:
        time.sleep(0.05)
    if not file.exists():
        if maker and maker.poll() is not None:
            _waiting(file).unlink(missing_ok=True)
            raise _failure(kind)
        return None
    file.touch()
    return file


def is_small(register: Register | Report) -> bool:
    """Return whether its PDF takes seconds and not minutes, and its other files less than one."""
    return len(register.entries) <= SMALL


def _waiting(file: Path) -> Path:
    """Return where the register lies that a file is made from, until the file is there."""
    return file.with_suffix(".json")


def _failure(kind: str) -> CannotRender:
    if FORMATS[kind].extension == "pdf":
        return CannotRender(_("The PDF could not be made. Whoever runs the site can see why in its log."))
    return CannotRender(_("The file could not be made. Whoever runs the site can see why in its log."))


def _start(file: Path, content: bytes, kind: str, language: str, lane: str) -> subprocess.Popen[bytes] | None:
    """Start making the file, unless another one of that size is being made.

    Raises `CannotRender`, once, when a process that nobody waited for ended without it.
    """
    with _lane(lane) as lock:
        if lock is None or file.exists():
            return None
        waiting = _waiting(file)
        if waiting.exists():  # the lane is free, so the process that was given it has ended
            waiting.unlink(missing_ok=True)
            raise _failure(kind)
        _tidy()
        waiting.write_bytes(content)
        command = [
            sys.executable,
            str(settings.BASE_DIR / "manage.py"),
            "render_register",
            str(waiting),
            "-o",
            str(file),
        ]
        return subprocess.Popen(
            [*command, "--format", kind, "--language", language],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            cwd=settings.BASE_DIR,
            pass_fds=[lock],
            start_new_session=True,
        )


@contextmanager
def _lane(name: str) -> Iterator[int | None]:
    """Yield the lane's lock, None when it is taken. A process that inherits it holds it until it ends."""
    lock = os.open(folder() / f"{name}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield None
        else:
            yield lock
    finally:
        os.close(lock)


def _tidy() -> None:
    """Delete the files that nobody has asked for the longest, and what broken runs left."""
    by_age = sorted((file for ending in ENDINGS for file in folder().glob(f"*.{ending}")), key=_age)
    for file in by_age[: max(0, len(by_age) - KEPT + 1)]:
        file.unlink(missing_ok=True)
    broken = (file for ending in ENDINGS for file in folder().glob(f".*.{ending}.*"))
    for file in [*folder().glob("*.json"), *broken]:
        if _age(file) < time.time() - 3600:
            file.unlink(missing_ok=True)


def _age(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except FileNotFoundError:
        return 0.0
