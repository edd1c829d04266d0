"""What makes the processing lawful (Art. 6, 7)."""

import re
from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from ..record import LegalProvision, ProcessingActivity, PurposeBasis
from ..vocabulary import ControllerKind, LegalBasis, Severity, SpecialCategoryCondition
from ..wording import Template, Words
from .base import Case, Place, Places, rule
from .laws import DATA_PROTECTION, names_law
from .purposes import called
from .sources import DATA_PROTECTION_ACT, GDPR

WHOLE = _("the whole activity")

UNKNOWN = _("it is not stated whether the controller is an authority")

HOW_CONSENT = {
    "consent_given": _("how it is given and recorded"),
    "consent_withdrawn": _("how it is withdrawn"),
}

_NO_AUTHORITY = {ControllerKind.COMPANY, ControllerKind.OTHER_BODY}

_SPEAKS_OF_CHOICE = re.compile(
    r"\b(?:frivillig\w*|valfri\w*|fri(?:tt)? (?:att|vilja|val)|avstå\w*|välj\w* (?:själv|bort)|(?:säg|tack|svar)\w* nej"
    r"|(?:inte|inget|ingen|inga|utan)(?: (?:att|få|får|några|någon|negativa))* (?:påverka|förlora|nackdel|konsekven)\w*"
    r"|(?:påverka|förlora)\w*(?: \w+){0,2} (?:inte|inget|ingenting|inga))\b",
    re.IGNORECASE,
)
"""That people can say no, or lose nothing by it; a consequence alone is the opposite."""


@rule(
    "R08",
    Severity.ERROR,
    title=_("No legal basis"),
    article=_("Art. 5(2), 6(1), 13(1)(c)"),
    sources=(GDPR,),
    condition=_("There is no legal basis in Article 6, or a purpose is without one."),
    message=_("No legal basis is chosen for: {names}."),
    advice=_("Choose what in Article 6 makes it lawful. If nothing does, the processing must stop."),
    in_law_enforcement=False,
)
def no_basis(case: Case) -> Places:
    activity = case.activity
    if not _points(activity.legal_bases):
        yield Place("legal_bases", names=(WHOLE,))
    elif bare := tuple(called(x) for x in activity.purposes if not _points(activity.bases_of(x.key))):
        yield Place("legal_bases", names=bare)


@rule(
    "R09",
    Severity.ERROR,
    title=_("Legitimate interests of an authority"),
    article=_("Art. 6(1), second subparagraph"),
    sources=(GDPR,),
    condition=_(
        "Legitimate interests are the basis, and the controller is a public authority, or it is not stated what it is."
    ),
    message=_("A public authority may not rely on legitimate interests when it performs its tasks: {names}."),
    advice=_(
        "If it is part of the board's task, choose the task in the public interest and the law it follows from. If no other basis fits, the processing must stop."
    ),
    in_law_enforcement=False,
)
def interests_of_an_authority(case: Case) -> Places:
    activity = case.activity
    kind = _kind(activity)
    for row in activity.legal_bases:
        if row.basis is LegalBasis.LEGITIMATE_INTERESTS and kind not in _NO_AUTHORITY:
            names = _where(activity, row, bool) or (WHOLE,)
            yield Place("legal_bases", row.key, "basis", names if kind else (*names, UNKNOWN))


@rule(
    "R10",
    Severity.ERROR,
    title=_("Task without a law"),
    article=_("Art. 6(3); Data Protection Act (2018:218), ch. 2 s. 1–2"),
    sources=(GDPR, DATA_PROTECTION_ACT),
    condition=_(
        "A legal obligation or a task is the basis, and no law or decision lays it down: the GDPR, the Data Protection Act or a section of no act does not."
    ),
    message=_("It is not stated which law or decision the obligation or task follows from: {names}."),
    advice=_(
        "Add the act, ordinance or decision under “Legal provisions”, with chapter and section where you can, and choose the legal basis at “Supports”. The Data Protection Act is not enough: it asks for another law."
    ),
    in_law_enforcement=False,
)
def task_without_law(case: Case) -> Places:
    activity = case.activity
    for row in activity.legal_bases:
        support = (*activity.provisions_of(row.key), *activity.provisions_of(None))
        if row.basis and row.basis.needs_national_law and not any(map(_lays_down, support)):
            yield Place("legal_bases", row.key, "basis", (row.basis.label,))


@rule(
    "R11",
    Severity.WARNING,
    title=_("Consent to an authority"),
    article=_("Art. 4(11), 7(4); recital 43"),
    sources=(GDPR,),
    condition=_(
        "Consent is the only basis, the controller is a public authority or not stated, and nothing says that people are free to say no."
    ),
    message=_("Consent is the only basis, and people are seldom free to say no to a public authority: {names}."),
    advice=_("Explain what happens to those who say no, and why they lose nothing by it. Or choose another basis."),
    in_law_enforcement=False,
)
def consent_to_an_authority(case: Case) -> Places:
    activity = case.activity
    if _kind(activity) in _NO_AUTHORITY:
        return
    for row in _consents(activity):
        alone = _where(activity, row, lambda points: points == {LegalBasis.CONSENT})
        if alone and not _SPEAKS_OF_CHOICE.search(row.motivation.sv):
            yield Place("legal_bases", row.key, "motivation", alone)


@rule(
    "R12",
    Severity.WARNING,
    title=_("Consent beside a task"),
    article=_("Art. 5(1)(a), 6(1), 7(3)"),
    sources=(GDPR,),
    condition=_("Consent and a legal obligation or task are the basis of the same purpose."),
    message=_("Both consent and an obligation or task are claimed for the same purpose: {names}."),
    advice=_(
        "Who says no expects that the processing stops. Choose one basis for each purpose. If you mean consent that lifts secrecy, say so under “Recipients” instead, at “What allows it”."
    ),
    in_law_enforcement=False,
)
def consent_beside_task(case: Case) -> Places:
    for row in _consents(case.activity):
        if mixed := _where(case.activity, row, lambda points: any(x.needs_national_law for x in points)):
            yield Place("legal_bases", row.key, "purposes", mixed)


@rule(
    "R13",
    Severity.ERROR,
    title=_("Consent not described"),
    article=_("Art. 7(1), 7(3), 13(2)(c)"),
    sources=(GDPR,),
    condition=_("Consent is relied on, and how it is given, recorded or withdrawn is not described."),
    message=_("Of the consent it is not stated: {names}."),
    advice=_("Write how people say yes and how you can show it, and how they change their mind just as easily."),
    in_law_enforcement=False,
)
def consent_not_described(case: Case) -> Places:
    activity = case.activity
    consents = _consents(activity)
    for row in consents:
        for column, what in HOW_CONSENT.items():
            if not getattr(row, column):
                yield Place("legal_bases", row.key, column, (what,))
    if consents or any(all(getattr(x, column) for column in HOW_CONSENT) for x in activity.legal_bases):
        return
    for special in activity.special_category_bases:
        if special.condition is SpecialCategoryCondition.EXPLICIT_CONSENT:
            yield Place("special_category_bases", special.key, "condition", tuple(HOW_CONSENT.values()))


@rule(
    "R14",
    Severity.WARNING,
    title=_("Contract without a party"),
    article=_("Art. 6(1)(b)"),
    sources=(GDPR,),
    condition=_(
        "A contract is the basis, and it is not stated which person is party to it, or the same purpose is the exercise of official authority."
    ),
    message=_(
        "A contract is a basis only where the person is party to it, and not for what an authority decides. Look at: {names}."
    ),
    advice=_(
        "State who of the data subjects is party to the contract. Give what you decide by authority a row of its own under “Purposes”."
    ),
    in_law_enforcement=False,
)
def contract_without_party(case: Case) -> Places:
    activity = case.activity
    for row in activity.legal_bases:
        if row.basis is not LegalBasis.CONTRACT:
            continue
        if not row.contract_party:
            yield Place("legal_bases", row.key, "contract_party", (_("who is party to the contract"),))
        if decided := _where(activity, row, lambda points: LegalBasis.OFFICIAL_AUTHORITY in points):
            yield Place("legal_bases", row.key, "purposes", decided)


def _where(
    activity: ProcessingActivity, row: PurposeBasis, holds: Callable[[set[LegalBasis]], bool]
) -> tuple[Words | Template, ...]:
    """Return the purposes of a basis where `holds` is true of all points claimed for the purpose.

    Where no purpose is stated, the activity counts as one.
    """
    if not activity.purposes:
        return (WHOLE,) if holds(_points(activity.legal_bases)) else ()
    mine = [x for x in activity.purposes if not row.purposes or x.key in row.purposes]
    return tuple(called(x) for x in mine if holds(_points(activity.bases_of(x.key))))


def _points(rows: tuple[PurposeBasis, ...]) -> set[LegalBasis]:
    return {x.basis for x in rows if x.basis}


def _consents(activity: ProcessingActivity) -> list[PurposeBasis]:
    return [x for x in activity.legal_bases if x.basis is LegalBasis.CONSENT]


def _kind(activity: ProcessingActivity) -> ControllerKind | None:
    return activity.controller.kind if activity.controller else None


def _lays_down(provision: LegalProvision) -> bool:
    """Whether something is named that can lay down a task; the Data Protection Act asks for that, it does none."""
    return names_law(provision) and not provision.is_in(DATA_PROTECTION)
