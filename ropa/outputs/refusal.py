"""What an output refuses to do."""

from ..record import Audience, Register, view


class CannotRender(Exception):
    """The file cannot be made; the message says why, in words for the user."""


class NotPublic(CannotRender):
    """A register for the public holds what the public must not see. A fault of the program, not of the user."""


def refuse_internal(register: Register) -> None:
    """Raise `NotPublic` when a record in a public register does not equal its own public view."""
    if register.audience is not Audience.PUBLIC:
        return
    for activity in register.activities:
        if view(activity, Audience.PUBLIC) != activity:
            raise NotPublic(f"not cut down to the public view: {activity.slug}")
