"""Files -> records, and what was not understood. Pure: bytes in, values out; who calls reads and saves.

What the package offers is fetched when it is asked for: the child process that reads a file (`apart`) imports this
package too, and needs neither the record nor Django.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .reading import CannotRead as CannotRead
    from .reading import Imported as Imported

__all__ = ["CannotRead", "Imported"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from . import reading

        return getattr(reading, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
