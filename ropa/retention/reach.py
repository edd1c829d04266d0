"""What a rule reaches, and what two rules have in common: documents, data, groups, carriers, medium, stage, persons."""

from typing import Any
from uuid import UUID

from ..record import CarrierSystem, ProcessingActivity, RetentionRule
from ..vocabulary import Medium, Selection

Reach = tuple[frozenset[Any], ...]
"""Documents, personal data, groups, carriers, media; an empty set stands for all."""

EVERY_DAY = frozenset(range(1, 32))


def reach(rule: RetentionRule, activity: ProcessingActivity) -> Reach:
    """Return what the rule is about. Documents are the same when they bear the same name."""
    named = " ".join(rule.documents.sv.casefold().rstrip(".").split())
    return (
        frozenset({named} - {""}),
        frozenset(rule.personal_data),
        frozenset(rule.data_subjects),
        frozenset(rule.carriers),
        _media(rule, activity),
    )


def _media(rule: RetentionRule, activity: ProcessingActivity) -> frozenset[Medium]:
    """Return the rule's medium, else those of its carriers when all of them are known."""
    if rule.medium:
        return frozenset({rule.medium})
    found = [_medium(x) for x in activity.carriers if x.key in rule.carriers]
    return frozenset(x for x in found if x) if all(found) else frozenset()


def _medium(carrier: CarrierSystem) -> Medium | None:
    return carrier.medium or (carrier.system.medium if carrier.system else None)


def covers(wide: Reach, narrow: Reach) -> bool:
    """Return whether all that one rule is about is in the other's reach."""
    return all(not a or (b and b <= a) for a, b in zip(wide, narrow, strict=True))


def meet(one: Reach, other: Reach) -> bool:
    """Return whether two rules can be about the same thing."""
    return all(not a or not b or a & b for a, b in zip(one, other, strict=True))


def is_selected(rule: RetentionRule) -> bool:
    """Return whether the rule singles some persons out of those that others are about."""
    return rule.selection not in {None, Selection.ALL}


def born_on(rule: RetentionRule, activity: ProcessingActivity) -> frozenset[int] | None:
    """Return the days of the month on which the persons it is about were born; None = it does not tell.

    "Other days" without days are those that rules about the same things do not name.
    """
    days = frozenset(rule.birth_days)
    if rule.selection is Selection.BIRTH_DAYS:
        return days or None
    if rule.selection is Selection.OTHER_BIRTH_DAYS:
        named = days or _named_beside(rule, activity)
        return EVERY_DAY - named if named else None
    return None if days or rule.selection is Selection.OTHER else EVERY_DAY


def _named_beside(rule: RetentionRule, activity: ProcessingActivity) -> frozenset[int]:
    mine = reach(rule, activity)
    beside = [x for x in activity.retention_rules if x.selection is Selection.BIRTH_DAYS and reach(x, activity) == mine]
    return frozenset(day for x in beside for day in x.birth_days)


def hidden_keys(rule: RetentionRule, activity: ProcessingActivity) -> frozenset[UUID]:
    """Return the keys of what the rule is about and the record does not show."""
    return frozenset(rule.personal_data + rule.data_subjects + rule.carriers) - activity.row_keys()
