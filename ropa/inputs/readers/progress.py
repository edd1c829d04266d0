"""Telling how far the reading has come, to whoever listens."""

from collections.abc import Callable

EVERY = 500
"""Rows between two tellings."""

_listeners: list[Callable[[int, int], None]] = []


def listen(listener: Callable[[int, int], None]) -> None:
    """Have `listener(done, total)` called now and then; a total of 0 is unknown."""
    _listeners[:] = [listener]


def tell(done: int, total: int) -> None:
    """Say that `done` of `total` rows or paragraphs are read."""
    if done % EVERY == 0 or done == total:
        for listener in _listeners:
            listener(done, total)
