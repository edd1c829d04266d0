"""Registers from elsewhere in the workplace: send files, look at what they become, save, undo.

`pages` are the addresses; `upload` takes files, `reading` reads them beside the request, `items` makes
activities of what was read, `choosing` holds what somebody chose about them, `looking` shows it,
`saving` saves and undoes, `labels` is the list of corrected labels.
"""

from . import labels, pages

__all__ = ["labels", "pages"]
