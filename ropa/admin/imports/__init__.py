"""Registers from elsewhere in the workplace: send files, look at what they become, save, undo.

`wizard` has the addresses, `contexts` what their pages show; `upload` takes files, `reading` reads them beside the request, `items` makes
activities of what was read, `choosing` holds what somebody chose about them, `looking` and `showing` show it,
`saving` saves and undoes, `labels` is the list of corrected labels.
"""

from . import labels, wizard

__all__ = ["labels", "wizard"]
