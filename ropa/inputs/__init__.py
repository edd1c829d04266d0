"""Files -> records, and what was not understood. Pure: bytes in, values out; who calls reads and saves."""

from collections.abc import Callable

from . import register_json
from .reading import CannotRead, Imported

Reader = Callable[[bytes, str], Imported]
"""The file's bytes and its name (kept with what is not understood) -> what it holds. Raises `CannotRead`."""

READERS: dict[str, Reader] = {".json": register_json.read}
"""Ending of the file's name -> reader."""

__all__ = ["READERS", "CannotRead", "Imported", "Reader"]
