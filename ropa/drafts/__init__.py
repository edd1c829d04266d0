"""Working tables <-> record. The one place that reads drafts whole, with prefetch.

`load(save(record)) == record` for every record; a test says so for generated ones.
"""

from .changed import changes_after_review, last_changes
from .loading import load, load_many, with_parts
from .mapping import PARTS
from .saving import CannotSave, save, save_many
from .terms import TermBook, UnknownTerm, term_value, value_type

__all__ = [
    "PARTS",
    "CannotSave",
    "TermBook",
    "UnknownTerm",
    "changes_after_review",
    "last_changes",
    "load",
    "load_many",
    "save",
    "save_many",
    "term_value",
    "value_type",
    "with_parts",
]
