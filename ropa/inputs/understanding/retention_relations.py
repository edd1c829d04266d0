"""How a part of a text stands to the rule before it: says it again, completes it, or is a rule of its own."""

import re

from ...vocabulary import RetentionAction
from .retention_draft import Draft

PRONOUN = re.compile(r"(?<!\w)(?:de|dem|dessa|den|det|they|them|it|disse|dette)(?!\w)", re.IGNORECASE)
"""Words that stand for what the sentence before named."""


def only_supports(draft: Draft) -> bool:
    """Return whether a sentence only says what rules rest on: "gallring sker enligt planen"."""
    timeless = not (draft.timed or draft.documents or draft.selection or draft.condition or draft.exception)
    return bool(timeless and draft.supported and draft.action in {None, RetentionAction.DISPOSE})


def only_another_period(before: Draft, draft: Draft) -> bool:
    """Return whether a part names a second period and nothing it would be for: "minst 5 år, högst 10 år"."""
    own = draft.stage or draft.medium or draft.selection or draft.occasion or draft.action or draft.documents
    return bool(before.period and draft.period and draft.subjectless and not own)


def says_again(before: Draft, draft: Draft, text: str, goes_on: bool) -> bool:
    """Return whether a draft completes the rule before it instead of being one of its own."""
    if draft.subjectless and not draft.selection and _is_bare(before):
        if before.action is RetentionAction.PRESERVE and draft.period:
            return False  # kept for ever, and for a time somewhere
        return draft.action in {None, before.action}
    ends = draft.thereafter and goes_on and before.action is None and not draft.timed
    if ends or (draft.subjectless and adds_nothing_but_end(draft)):
        return before.action is None or draft.action in {None, before.action}
    if draft.counts and before.period and draft.occasion and not (draft.period or before.occasion or draft.documents):
        return True
    if draft.documents or (draft.selection and not before.selection and not draft.elaborates):
        return draft.elaborates and _agrees(before, draft) and (goes_on or not draft.documents)
    if draft.elaborates:
        return _agrees(before, draft)
    linked = goes_on or draft.thereafter or (draft.subjectless and bool(PRONOUN.search(text)))
    if not linked or (draft.medium and draft.medium is not before.medium):
        return False
    if (draft.action is RetentionAction.PRESERVE and before.period) or (
        draft.condition and before.condition and not goes_on
    ):
        return False
    latest = (draft.at_most or (draft.period and draft.occasion)) and not draft.thereafter and before.occasion
    if latest or (draft.period and before.period):
        return False
    return before.action is None or draft.action in {None, before.action}


def adds_nothing_but_end(draft: Draft) -> bool:
    """Return whether a sentence says what happens and nothing else, but for the end of a year."""
    return not (draft.period or draft.occasion or draft.medium or draft.selection or draft.condition or draft.stage)


def _is_bare(rule: Draft) -> bool:
    """Return whether a rule says what happens and nothing else: "Gallras."."""
    return adds_nothing_but_end(rule) and not (rule.documents or rule.period_end or rule.supported or rule.exception)


def _agrees(before: Draft, draft: Draft) -> bool:
    return (
        (not draft.action or not before.action or draft.action is before.action)
        and not (draft.period and before.period and draft.period != before.period)
        and not (draft.medium and draft.medium is not before.medium)
    )
