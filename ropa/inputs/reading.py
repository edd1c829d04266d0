"""What every reader gives back."""

from dataclasses import dataclass

from ..record import Audience, ProcessingActivity, Unplaced


class CannotRead(ValueError):
    """The file cannot be read; `problems` says where and why, in words for the user."""

    def __init__(self, *problems: str) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Imported:
    """What a file holds."""

    audience: Audience
    """A public file says nothing about internal fields: importing it leaves them as they are."""
    activities: tuple[ProcessingActivity, ...]
    unplaced: tuple[Unplaced, ...] = ()
    """Texts that were not understood, with the label they stood under."""
