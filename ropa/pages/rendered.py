"""PDF files that are made once and kept: one process at a time makes them, outside the web workers.

A register of three hundred activities takes a minute and hundreds of megabytes, which no web
worker has. The process is given the register on its input, so it reads no tables; a lock
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
from ..record import Register
from .ready import code

KEPT = 40
"""Files that are kept; those nobody has asked for the longest go first."""

SMALL = 30
"""Activities that are worth waiting for."""

PATIENCE = 20.0
"""Seconds a visitor's request waits for a small register: less than a web server waits for us."""


def folder() -> Path:
    """Return where the files lie, made when missing."""
    made = Path(settings.DATA_DIR) / "exports"
    made.mkdir(parents=True, exist_ok=True)
    return made


def file_for(register: Register, language: str) -> tuple[Path, bytes]:
    """Return where the register's PDF lies or will lie, and the register as bytes.

    The name is a hash of everything that is printed, and of the code and templates that print it.
    """
    content = FORMATS["json"].render(register, language)
    name = sha256(b"\n".join([code().encode(), language.encode(), content])).hexdigest()[:32]
    return folder() / f"{name}.pdf", content


def made(register: Register, language: str) -> Path | None:
    """Return the register's PDF, or None when it is still being made: ask again later.

    Raises `CannotRender` when making it failed; the process has said why on stderr.
    """
    file, content = file_for(register, language)
    if file.exists():
        file.touch()
        return file
    until = time.monotonic() + (PATIENCE if len(register.entries) <= SMALL else 0)
    maker = _start(file, content, language, "small" if len(register.entries) <= SMALL else "large")
    while time.monotonic() < until and not file.exists():
        if maker is not None and maker.poll() is not None:
            return _ended(file)
        time.sleep(0.05)
        maker = maker or _start(file, content, language, "small")
    return file if file.exists() else None


def _ended(file: Path) -> Path:
    if not file.exists():
        raise CannotRender(_("The PDF could not be made. Whoever runs the site can see why in its log."))
    return file


def _start(file: Path, content: bytes, language: str, lane: str) -> subprocess.Popen[bytes] | None:
    """Start making the file, unless another one of that size is being made."""
    with _lane(lane) as lock:
        if lock is None or file.exists():
            return None
        _tidy()
        waiting = file.with_suffix(".json")
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
            [*command, "--language", language],
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
    by_age = sorted(folder().glob("*.pdf"), key=_age)
    for file in by_age[: max(0, len(by_age) - KEPT + 1)]:
        file.unlink(missing_ok=True)
    for file in [*folder().glob("*.json"), *folder().glob(".*.pdf.*")]:
        if _age(file) < time.time() - 3600:
            file.unlink(missing_ok=True)


def _age(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except FileNotFoundError:
        return 0.0
