"""The rights in words: one sentence for each, and why where one does not apply (GDPR Art. 13(2)(b), 14(2)(c))."""

from django.utils.translation import gettext_lazy as _

from ..record import ProcessingActivity, Said
from ..vocabulary import DataSubjectRight as R
from ..vocabulary import OrganisationRole, Sector
from ..vocabulary import RightReason as Why
from ..vocabulary import RightStanding as How
from ..wording import Template, ours
from .blocks import Blocks
from .entitlements import Right, rights_of
from .parties import principals
from .values import Block, Item


def rights(activity: ProcessingActivity) -> Blocks:
    """Tell each right in one sentence, and whom to turn to."""
    if activity.role is OrganisationRole.PROCESSOR:
        return (Block(text=ours(_ELSEWHERE), items=principals(activity)),)
    law_enforcement = activity.sector is Sector.LAW_ENFORCEMENT
    told = (sentence(x) for x in rights_of(activity))
    return (Block(text=ours(_OUTSIDE if law_enforcement else _ASK), items=tuple(Item(text=x) for x in told if x)),)


_ASK = _(
    "You have rights under the General Data Protection Regulation. Contact us when you want to use them. "
    "It is free, and you get an answer within a month. If it takes longer we tell you why."
)
_OUTSIDE = _(
    "This is law enforcement. The Criminal Data Act (2018:1177) applies here, not the General Data Protection Regulation. "
    "Contact us when you want to use your rights."
)
_ELSEWHERE = _("Turn to the one who answers for the data when you want to use your rights. We only do the work.")

_PUBLIC_TASK = _(
    "Objection: this right does not apply, because it takes another legal basis: a public task or legitimate interests."
)
_NO_CONSENT = _("Withdrawing consent: this does not apply, because we do not rely on consent.")

SENTENCES: dict[tuple[R, How | Why], Template] = {
    (R.ACCESS, How.APPLIES): _("Access: you have the right to know which data we have about you, and to get a copy."),
    (R.ACCESS, Why.CRIME_ACCESS): _(
        "Access: you have the right to know which data we have about you, and to see them. We leave out what is secret."
    ),
    (R.RECTIFICATION, How.APPLIES): _("Rectification: you have the right to have wrong data put right."),
    (R.ERASURE, How.APPLIES): _(
        "Erasure: you have the right to have data erased, for example when they are no longer needed."
    ),
    (R.ERASURE, How.IN_PART): _(
        "Erasure: you may ask us to erase data. We may keep what the law or our public task requires."
    ),
    (R.ERASURE, Why.ARCHIVE): _(
        "Erasure: you may ask us to erase data. We may keep what must be preserved in a public archive."
    ),
    (R.ERASURE, How.LIMITED): _(
        "Erasure: you may ask, but the right is limited here. We may keep data that the law or our public task requires."
    ),
    (R.ERASURE, Why.CRIME_ERASURE): _("Erasure: you may ask us to erase data that the law does not allow us to have."),
    (R.ERASURE, How.NOT_KNOWN): _(
        "Erasure: you may ask us to erase data. What applies depends on a legal basis that is not stated yet."
    ),
    (R.RESTRICTION, How.APPLIES): _(
        "Restriction: you may ask us to stop using the data, for example while we check whether they are right."
    ),
    (R.OBJECTION, How.APPLIES): _("Objection: you may object to our handling of your data. Then we look at it again."),
    (R.OBJECTION, How.IN_PART): _(
        "Objection: you may object where we rely on a public task or legitimate interests. Then we look at it again."
    ),
    (R.OBJECTION, Why.PATIENT_DATA): _(
        "Objection: the right is limited here. "
        "The Patient Data Act (2008:355) lets us handle the data that care needs even if you object. There are exceptions: ask us."
    ),
    (R.OBJECTION, How.DOES_NOT_APPLY): _PUBLIC_TASK,
    (R.OBJECTION, Why.SOCIAL_SERVICES): _(
        "Objection: this right does not apply in social services. "
        "Section 6 of the social services data act (2001:454) takes it away."
    ),
    (R.OBJECTION, Why.OUTSIDE_GDPR): _(
        "Objection: this right does not apply, because the General Data Protection Regulation does not."
    ),
    (R.OBJECTION, How.NOT_KNOWN): _(
        "Objection: whether this right applies depends on a legal basis that is not stated yet."
    ),
    (R.PORTABILITY, How.APPLIES): _(
        "Moving data: you may get data that you gave us in digital form, to take them elsewhere."
    ),
    (R.PORTABILITY, How.IN_PART): _(
        "Moving data: you may get data that you gave us to take elsewhere, where we rely on consent or a contract."
    ),
    (R.PORTABILITY, How.DOES_NOT_APPLY): _(
        "Moving data: this right does not apply, because it takes consent or a contract as legal basis."
    ),
    (R.PORTABILITY, Why.AUTOMATED_MEANS): _(
        "Moving data: this right does not apply, because we have the data on paper only."
    ),
    (R.PORTABILITY, Why.OUTSIDE_GDPR): _(
        "Moving data: this right does not apply, because the General Data Protection Regulation does not."
    ),
    (R.PORTABILITY, How.NOT_KNOWN): _(
        "Moving data: whether this right applies depends on a legal basis that is not stated yet."
    ),
    (R.WITHDRAWAL, How.APPLIES): _(
        "Withdrawing consent: you may take back your consent at any time. What we did before that remains lawful."
    ),
    (R.WITHDRAWAL, How.IN_PART): _(
        "Withdrawing consent: where we rely on your consent you may take it back at any time. "
        "What we did before that remains lawful."
    ),
    (R.WITHDRAWAL, How.DOES_NOT_APPLY): _NO_CONSENT,
    (R.HUMAN_REVIEW, How.APPLIES): _(
        "Automated decisions: you may have a person look at the decision, give your view and contest it."
    ),
    (R.HUMAN_REVIEW, How.IN_PART): _(
        "Automated decisions: where we rely on consent or a contract you may have a person look at the decision, "
        "give your view and contest it. Otherwise the law that allows the decision protects you. Ask us how."
    ),
    (R.HUMAN_REVIEW, How.LIMITED): _(
        "Automated decisions: the law that allows the decision must also protect you. "
        "Ask us how you can have a person look at it."
    ),
    (R.HUMAN_REVIEW, Why.NOT_STATED): _("Automated decisions: ask us how you can have a person look at the decision."),
    (R.HUMAN_REVIEW, Why.CRIME_REVIEW): _(
        "Automated decisions: you may ask that a person looks at the decision again."
    ),
    (R.HUMAN_REVIEW, How.DOES_NOT_APPLY): _(
        "Automated decisions: this right does not apply, because no computer alone decides about you."
    ),
}
"""Right and how it stands, or the reason where that takes words of its own -> sentence.

What has none is not said: rights about consent or automated decisions, while nothing is known of these.
"""


def sentence(found: Right) -> Said | None:
    """Return what a resident is told of the right, in the active language."""
    keys = [*((found.right, reason) for reason in reversed(found.reasons)), (found.right, found.standing)]
    return next((ours(SENTENCES[key]) for key in keys if key in SENTENCES), None)
