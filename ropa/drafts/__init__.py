"""Working tables <-> record. The one place that reads drafts whole, with prefetch.

`load(save(record)) == record` for every record; a test says so for generated ones.
"""

from .loading import load, load_many, with_parts
from .mapping import PARTS
from .saving import CannotSave, save
from .terms import TermBook, UnknownTerm, term_value, value_type

__all__ = [
    "PARTS",
    "CannotSave",
    "TermBook",
    "UnknownTerm",
    "load",
    "load_many",
    "save",
    "term_value",
    "value_type",
    "with_parts",
]
