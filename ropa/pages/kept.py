"""What is made of all that some organisations have public, kept in the process until anything public changes."""

from collections.abc import Callable
from typing import Generic, TypeVar
from uuid import UUID

MOST = 8
"""Things of one sort that a process keeps: one a host name that was asked for."""

Keys = tuple[UUID, ...]
"""Organisations, in the order of the page."""

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """What `make` makes of organisations, each with the stamp it was made under."""

    def __init__(self, make: Callable[[Keys], Made]) -> None:
        self._make = make
        self._made: dict[Keys, tuple[str, Made]] = {}

    def of(self, keys: Keys, stamp: str) -> Made:
        """Return what was made under `stamp`, or make it.

        The stamp must be read before: what is published meanwhile is then read by the next who asks.
        """
        known, made = self._made.get(keys, ("", None))
        if made is None or known != stamp:
            made = self._make(keys)
            self._made.pop(keys, None)
            self._made[keys] = (stamp, made)
            for oldest in list(self._made)[:-MOST]:
                self._made.pop(oldest, None)
        return made
