"""Working tables <-> record. The one place that reads drafts whole, with prefetch.

`load(save(record)) == record` for every record; a test says so for generated ones.
"""

from .addresses import free_slug, of_another_activity, of_another_unit, unit_was_public, was_of_another_activity
from .changed import LastChange, changes_after_review, last_changes, last_changes_by
from .loading import Place, Surroundings, load, load_many, load_parties, placed_in
from .mapping import PARTS
from .parties import headings_data
from .past import NoSuchChange, Past, revived
from .refusing import CannotSave
from .saving import save, save_many
from .terms import TermBook, UnknownTerm, term_value, value_type

__all__ = [
    "LastChange",
    "PARTS",
    "Surroundings",
    "CannotSave",
    "NoSuchChange",
    "Past",
    "TermBook",
    "UnknownTerm",
    "changes_after_review",
    "free_slug",
    "headings_data",
    "last_changes",
    "last_changes_by",
    "load",
    "load_many",
    "load_parties",
    "Place",
    "placed_in",
    "revived",
    "of_another_activity",
    "of_another_unit",
    "save",
    "save_many",
    "term_value",
    "unit_was_public",
    "value_type",
    "was_of_another_activity",
]
