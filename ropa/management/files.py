"""Files that commands write."""

import os
import tempfile
from pathlib import Path

from django.core.management.base import CommandError


def write(file: Path, content: bytes) -> None:
    """Put the content in its place whole: nobody ever sees half a file."""
    try:
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        with os.fdopen(handle, "wb") as half:
            half.write(content)
        Path(name).chmod(0o644 & ~_umask())
        Path(name).replace(file)
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
