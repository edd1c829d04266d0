"""What an output refuses to do."""

from ..record import Audience, ProcessingActivity, Register, view


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
    """Return whether the record equals its own public view.

    The marker of a list is left aside: it stands for the whole list or for the rows
    of it that are gone, and only the uncut record can tell which.
    """
    lists = {name for name in type(activity).model_fields if isinstance(getattr(activity, name), tuple)}
    kept = tuple(w for w in activity.withheld if w.about is not None or w.field not in lists)
    bare = activity.model_copy(update={"withheld": kept})
    return view(bare, Audience.PUBLIC) == bare
