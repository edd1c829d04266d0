"""What an output refuses to do."""

from ..record import Audience, ProcessingActivity, Register, Withheld, view


class CannotRender(Exception):
    """The file cannot be made; the message says why, in words for the user."""


class NotPublic(CannotRender):
    """A register for the public holds what the public must not see. A fault of the program, not of the user."""


def refuse_internal(register: Register) -> None:
    """Raise `NotPublic` when a public register holds anything beyond the public view."""
    if register.audience is not Audience.PUBLIC:
        return
    for activity in register.activities:
        if not is_public(activity):
            raise NotPublic(f"not cut down to the public view: {activity.slug}")


def is_public(activity: ProcessingActivity) -> bool:
    """Return whether the record equals its own public view."""
    return view(activity, Audience.PUBLIC) == activity
