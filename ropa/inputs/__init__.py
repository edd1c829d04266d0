"""Files -> records, and what was not understood. Pure: bytes in, values out; who calls reads and saves.

What the package offers is fetched when it is asked for: the child process that reads a file (`apart`) imports this
package too, and needs neither the record nor Django.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .reading import CannotRead as CannotRead
    from .reading import Imported as Imported

    Reader = Callable[[bytes, str], Imported]
    """The file's bytes and its name (kept with what is not understood) -> what it holds. Raises `CannotRead`."""
    READERS: dict[str, Reader]
    """Ending of the file's name -> reader."""

__all__ = ["READERS", "CannotRead", "Imported", "Reader"]


def __getattr__(name: str) -> Any:
    if name == "READERS":
        from . import reading_documents, register_json, register_xlsx
        from .readers import READERS

        own = {".json": register_json.read, ".xlsx": register_xlsx.or_else(reading_documents.read)}
        return {**dict.fromkeys(READERS, reading_documents.read), **own}
    if name == "Reader":
        return Callable[[bytes, str], Any]
    if name in __all__:
        from . import reading

        return getattr(reading, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
