"""The rights that follow from the legal bases (GDPR Art. 7(3), 15-18, 20-22).

Which right goes with which basis is read from Art. 17(1) and (3), 20(1) and
21(1). Social services have an exception of their own: their data act takes
away the right to object (lag (2001:454), 6 §).
"""

from django.utils.translation import gettext_lazy as _

from ..record import ProcessingActivity, Said
from ..vocabulary import (
    AutomationKind,
    LegalBasis,
    RetentionAction,
    Sector,
    SpecialCategoryCondition,
)
from ..wording import ours
from .blocks import Blocks
from .values import Block, Item

_AGREED = {LegalBasis.CONSENT, LegalBasis.CONTRACT}
_TASK = {LegalBasis.PUBLIC_INTEREST, LegalBasis.OFFICIAL_AUTHORITY}
_BOUND = _TASK | {LegalBasis.LEGAL_OBLIGATION}
_OBJECTABLE = _TASK | {LegalBasis.LEGITIMATE_INTERESTS}

Bases = frozenset[LegalBasis]


def rights(activity: ProcessingActivity) -> Blocks:
    """Tell each right in one sentence, and why where one does not apply."""
    bases = frozenset(x.basis for x in activity.legal_bases if x.basis)
    answers = (
        ours(_("Access: you have the right to know which data we have about you, and to get a copy.")),
        ours(_("Rectification: you have the right to have wrong data put right.")),
        _erasure(activity, bases),
        ours(
            _("Restriction: you may ask us to stop using the data, for example while we check whether they are right.")
        ),
        _objection(activity, bases),
        _portability(bases),
        _withdrawal(activity, bases),
        _human(activity),
    )
    ask = ours(_("You have rights under the General Data Protection Regulation. Contact us when you want to use them."))
    return (Block(text=ask, items=tuple(Item(text=answer) for answer in answers if answer)),)


def _erasure(activity: ProcessingActivity, bases: Bases) -> Said:
    if not bases:
        return ours(
            _("Erasure: you may ask us to erase data. What applies depends on a legal basis that is not stated yet.")
        )
    if bases & _BOUND and bases - _BOUND:
        return ours(_("Erasure: you may ask us to erase data. We may keep what the law or our public task requires."))
    if bases & _BOUND:
        return ours(
            _(
                "Erasure: you may ask, but the right is limited here. We may keep data that the law or our public task requires."
            )
        )
    if _is_archived(activity):
        return ours(_("Erasure: you may ask us to erase data. We may keep what must be preserved in a public archive."))
    return ours(_("Erasure: you have the right to have data erased, for example when they are no longer needed."))


def _is_archived(activity: ProcessingActivity) -> bool:
    kept = {RetentionAction.PRESERVE, RetentionAction.DELIVER}
    return any(rule.action in kept for rule in activity.retention_rules)


_NO_OBJECTION = _(
    "Objection: this right does not apply, because it takes another legal basis: a public task or legitimate interests."
)
_NO_OBJECTION_SOCIAL = _(
    "Objection: this right does not apply in social services. "
    "Section 6 of the social services data act (2001:454) takes it away."
)
_OBJECTION_IN_PART = _(
    "Objection: you may object where we rely on a public task or legitimate interests. Then we look at it again."
)


def _objection(activity: ProcessingActivity, bases: Bases) -> Said:
    if not bases:
        return ours(_("Objection: whether this right applies depends on a legal basis that is not stated yet."))
    if not bases & _OBJECTABLE:
        return ours(_NO_OBJECTION)
    if activity.sector is Sector.SOCIAL_SERVICES:
        return ours(_NO_OBJECTION_SOCIAL)
    if bases - _OBJECTABLE:
        return ours(_OBJECTION_IN_PART)
    return ours(_("Objection: you may object to our handling of your data. Then we look at it again."))


def _portability(bases: Bases) -> Said:
    if not bases:
        return ours(_("Moving data: whether this right applies depends on a legal basis that is not stated yet."))
    if not bases & _AGREED:
        return ours(_("Moving data: this right does not apply, because it takes consent or a contract as legal basis."))
    if bases - _AGREED:
        return ours(
            _(
                "Moving data: you may get data that you gave us to take elsewhere, where we rely on consent or a contract."
            )
        )
    return ours(_("Moving data: you may get data that you gave us in digital form, to take them elsewhere."))


def _withdrawal(activity: ProcessingActivity, bases: Bases) -> Said | None:
    explicit = any(x.condition is SpecialCategoryCondition.EXPLICIT_CONSENT for x in activity.special_category_bases)
    if LegalBasis.CONSENT in bases or explicit:
        return ours(
            _(
                "Withdrawing consent: you may take back your consent at any time. What we did before that remains lawful."
            )
        )
    if not bases:
        return None
    return ours(_("Withdrawing consent: this does not apply, because we do not rely on consent."))


def _human(activity: ProcessingActivity) -> Said | None:
    if not any(x.kind is AutomationKind.DECISION for x in activity.automated_decisions):
        return None
    return ours(_("Automated decisions: you may have a person look at the decision, give your view and contest it."))
