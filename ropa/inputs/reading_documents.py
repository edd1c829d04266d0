"""A document of any of the kinds that are read -> the records it holds."""

from django.utils.translation import gettext as _

from .apart import Told, read_apart
from .outline import outline
from .readers.refused import Refused
from .reading import CannotRead, Imported
from .refusals import said
from .terms import shipped
from .understanding.assembly import understand
from .understanding.knowledge import Knowledge


def read(content: bytes, file: str, known: Knowledge | None = None, told: Told | None = None) -> Imported:
    """Return the activities that a document holds, and what was not understood.

    `known` are the terms and corrected labels of an organisation; without them those that ropa ships. `told` is
    called with how far it has come. Raises `CannotRead`.
    """
    known = known or Knowledge(shipped())
    try:
        document = read_apart(content, file, told=told)
    except Refused as refused:
        raise CannotRead(said(refused)) from refused
    found = understand(outline(document, known.corrections), known)
    if not found.activities and not found.unplaced:
        raise CannotRead(_("There is no activity in the file."))
    return found
