"""A law that a text names for the activity as a whole, where the record has no row that it could support."""

from ...record import LegalProvision
from ..making import Making
from ..passages import Passage
from .law import Reference


def cite(law: Reference, said: str, passage: Passage, making: Making) -> None:
    """Add a provision for the whole activity; `said` is the text that the reference stands in."""
    words = " ".join(said[slice(*span)] for span in sorted(law.spans))
    if there := making.row("provisions", law=law.law, pinpoint=law.pinpoint):
        making.word(there.key, "", passage, words)
    else:
        making.add("provisions", LegalProvision(law=law.law, pinpoint=law.pinpoint), passage, words)
