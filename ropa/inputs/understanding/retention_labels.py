"""What a label or a head says of the rules below it."""

import re

from ...vocabulary import RetentionAction
from .retention_draft import Draft
from .retention_words import words

YES_NO = re.compile(r"\W*(?:(?P<yes>ja|yes)|(?P<no>nej|nei|no))\W*", re.IGNORECASE)


def label_action(label: str) -> RetentionAction | None:
    """Return what the label itself says of a bare period: "Gallras" does, "Gallras/bevaras" does not."""
    said = words().labels
    return RetentionAction.DISPOSE if said["dispose"].search(label) and not said["keeps"].search(label) else None


def label_says(label: str) -> RetentionAction | None:
    """Return what "yes" below a label says: "Gallras" and "Bevaras" are answered, a question for how long is not."""
    keeps = re.fullmatch(r"\W*(?:ska\s+)?(?:bevaras|bevarande|bevares)\W*", label, re.IGNORECASE)
    return RetentionAction.PRESERVE if keeps else label_action(label)


def carry(draft: Draft, to: Draft) -> None:
    """Let the next part of a sentence be about what a part names that only says that it stays."""
    to.documents, to.medium = to.documents or draft.documents, to.medium or draft.medium
    to.keeps, to.subjectless = to.keeps or to.action is None, to.subjectless and not draft.documents
    to.condition, to.rest = [*draft.condition, *to.condition], [*draft.rest, *to.rest]


def joined(head: str, documents: str) -> str:
    """Return what a head and a line below it name together."""
    return f"{head}: {documents}" if head and documents else head or documents
