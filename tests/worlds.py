"""Records that tests share: the notice of seed 001 in full structure, a table of seed 000, and a bare one."""

from typing import Any

from ropa.record import (
    CarrierSystem,
    Contact,
    Controller,
    DataProtectionOfficer,
    DataSubject,
    DataSubjectCategory,
    InternalAccess,
    LegalProvision,
    Organisation,
    PersonalData,
    PersonalDataCategory,
    ProcessingActivity,
    Processor,
    Purpose,
    PurposeBasis,
    Recipient,
    RecipientCategory,
    RetentionRule,
    Source,
    SourceCategory,
    Supplier,
    System,
    Unit,
)
from ropa.vocabulary import (
    ControllerKind,
    DataLevel,
    LegalBasis,
    Medium,
    Occurrence,
    OrganisationRole,
    PurposeRank,
    RecipientKind,
    RetentionAction,
    Sector,
    Selection,
    Statement,
    SystemRole,
)
from tests.seed_terms import (
    AUTHORITIES,
    DATA,
    INTERVENTION_ENDED,
    LAST_ENTRY,
    OBSOLETE,
    OLD_SOCIAL_SERVICES_ACT,
    both,
    key,
    term,
)

__all__ = [
    "AUTHORITIES",
    "DATA",
    "INTERVENTION_ENDED",
    "LAST_ENTRY",
    "OBSOLETE",
    "OLD_SOCIAL_SERVICES_ACT",
    "PLAN",
    "advice_only",
    "bare_activity",
    "both",
    "financial_assistance",
    "key",
    "labour_market",
    "term",
]


def bare_activity(**fields: Any) -> ProcessingActivity:
    """Return an activity that states nothing but what is given."""
    return ProcessingActivity(
        **{"key": key("bare"), "slug": "bara", "name": both("Bara ett namn", "Just a name"), **fields}
    )


def financial_assistance(**changes: Any) -> ProcessingActivity:
    """Return what seed 001 tells, each fact in the field where it belongs."""
    fields = {
        **_identity(), **_parties(), **_lawfulness(), **_persons(), **_sharing(), **_keeping(), **changes,
    }  # fmt: skip
    return ProcessingActivity(**fields)


def _identity() -> dict[str, Any]:
    return {
        "key": key("financial-assistance"),
        "reference": "SN-001",
        "slug": "ekonomiskt-bistand",
        "name": both("Försörjningsstöd och ekonomiskt bistånd", "Income support and financial assistance"),
        "summary": both(
            "Vi behandlar uppgifter om dig och ditt hushåll när ni söker försörjningsstöd.",
            "We handle data about you and your household when you apply for income support.",
        ),
        "role": OrganisationRole.CONTROLLER,
        "sector": Sector.SOCIAL_SERVICES,
        "examples_only": True,
    }


def _parties() -> dict[str, Any]:
    page = Contact(
        visiting_address=both(
            "Servicecenter, Riddarplatsen 5, Jakobsberg", "Service centre, Riddarplatsen 5, Jakobsberg"
        ),
        url="www.jarfalla.se/personuppgifter",
    )
    municipality = both("Järfälla kommun", "Järfälla municipality")
    return {
        "organisation": Organisation(
            key=key("municipality"), slug="jarfalla", name=municipality, contact=page,
            organisation_number="212000-0043", county="01",
        ),
        "controller": Controller(
            key=key("board"), slug="socialnamnden", organisation_number="212000-0043", kind=ControllerKind.BOARD,
            name=both("Socialnämnden i Järfälla kommun", "The Social Services Board of Järfälla municipality"),
        ),
        "dpo": DataProtectionOfficer(
            key=key("dpo"), name=both("Järfälla kommuns dataskyddsombud", "Data protection officer of Järfälla municipality"),
            contact=Contact(email="dataskydd@jarfalla.se"),
        ),
        "unit": Unit(key=key("unit"), slug="forsorjningsstod", name=both("Försörjningsstödsenheten", "Income support unit")),
    }  # fmt: skip


def _lawfulness() -> dict[str, Any]:
    return {
        "purposes": (
            Purpose(
                key=key("main"), rank=PurposeRank.MAIN,
                text=both(
                    "Handlägga ärenden, ge förhandsbedömningar, utreda, genomföra åtgärder och dokumentera beslut, "
                    "grunder och insatser, så att hushållet får rätt stöd.",
                    "Handle cases, give preliminary assessments, investigate, carry out measures and document decisions, "
                    "grounds and support, so that the household gets the right help.",
                ),
            ),
            Purpose(
                key=key("follow-up"), rank=PurposeRank.SECONDARY,
                text=both(
                    "Utvärdera insatser, så att ärenden hanteras rättssäkert.",
                    "Evaluate support, so that cases are handled with legal certainty.",
                ),
            ),
        ),
        "legal_bases": (
            PurposeBasis(
                key=key("authority"), basis=LegalBasis.OFFICIAL_AUTHORITY,
                motivation=both(
                    "Som myndighet behöver vi uppgifterna för att handlägga ärenden.",
                    "As an authority we need the data to handle cases.",
                ),
            ),
        ),
        "provisions": (
            LegalProvision(
                key=key("archive-act"), law=OLD_SOCIAL_SERVICES_ACT, pinpoint="12 kap. 1–2 §§", about=key("rule-preserve"),
            ),
        ),
    }  # fmt: skip


def _persons() -> dict[str, Any]:
    members = term(DataSubjectCategory, "ds-hushall", "Alla i hushållet", "All members of the household")
    health = term(PersonalDataCategory, "pd-halsa", "Hälsotillstånd", "Health", level=DataLevel.SPECIAL_CATEGORY)
    relevant = both("om det är relevant och nödvändigt för ärendet", "if it is relevant and necessary for the case")
    return {
        "data_subjects": (DataSubject(key=key("household"), category=members),),
        "personal_data": (
            *(
                PersonalData(key=key(code), category=term(PersonalDataCategory, f"pd-{code}", sv, en, level=level))
                for code, sv, en, level in DATA
            ),
            PersonalData(key=key("health"), category=health, occurrence=Occurrence.CONDITIONAL, condition=relevant),
        ),
    }


def _sharing() -> dict[str, Any]:
    lawful = both("om det finns stöd i lag eller förordning", "if an act or ordinance allows it")
    suppliers = term(
        Supplier, "it-leverantor", "Företag som levererar datasystem", "Companies that supply computer systems"
    )
    return {
        "recipients": tuple(
            Recipient(
                key=key(code), occurrence=Occurrence.MAY_OCCUR, condition=lawful,
                category=term(RecipientCategory, f"r-{code}", sv, en, kind=RecipientKind.AUTHORITY),
            )
            for code, sv, en in AUTHORITIES
        ),
        "internal_access": (
            InternalAccess(
                key=key("staff"), who=both("Personal i just ditt ärende", "Staff working on your case"),
                condition=both("bara om de arbetar med ärendet", "only if they work on the case"),
            ),
        ),
        "processors": (
            Processor(
                key=key("suppliers"), supplier=suppliers,
                task=both("Leverera de datasystem vi behöver", "Supply the computer systems we need"),
            ),
        ),
        "third_country": Statement.NEVER,
        "carriers": (
            CarrierSystem(
                key=key("procapita"), system=term(System, "sys-procapita", "Procapita", medium=Medium.DIGITAL),
                role=SystemRole.CASE_SYSTEM, note=both("den digitala akten", "the digital file"),
            ),
            CarrierSystem(
                key=key("paper"), system=term(System, "sys-akt", "Fysisk akt", "Physical file"), medium=Medium.PAPER,
                role=SystemRole.FILE, note=both("en spegling av den digitala akten", "a mirror of the digital file"),
            ),
            CarrierSystem(
                key=key("platina"), system=term(System, "sys-platina", "Platina", medium=Medium.DIGITAL),
                role=SystemRole.RECORDS_SYSTEM, note=both("handlingar som diarieförs", "documents that are registered"),
            ),
        ),
    }  # fmt: skip


PLAN = both("Hanteringsanvisning för Socialnämnden i Järfälla kommun", "Records guide of the Social Services Board")


def _keeping() -> dict[str, Any]:
    research = both("för att forskare ska kunna använda dem", "so that researchers can use them")
    kept = both("handlingar som ska bevaras", "documents that are to be preserved")
    return {
        "retention_rules": (
            RetentionRule(
                key=key("rule-preserve"), selection=Selection.BIRTH_DAYS, birth_days=(5, 15, 25),
                action=RetentionAction.PRESERVE, as_a_rule=True, reason=research,
            ),
            RetentionRule(
                key=key("rule-dispose"), selection=Selection.OTHER_BIRTH_DAYS, action=RetentionAction.DISPOSE,
                as_a_rule=True, period="P5Y", trigger=LAST_ENTRY,
            ),
            RetentionRule(
                key=key("rule-obsolete"), documents=both("vissa handlingar", "some documents"),
                action=RetentionAction.DISPOSE, trigger=OBSOLETE,
            ),
            RetentionRule(
                key=key("rule-registered"), documents=both("diarieförda handlingar", "registered documents"),
                action=RetentionAction.PRESERVE, as_a_rule=True,
            ),
            RetentionRule(
                key=key("rule-paper"), documents=kept, medium=Medium.PAPER, action=RetentionAction.PRESERVE, plan=PLAN,
            ),
            RetentionRule(
                key=key("rule-digital"), medium=Medium.DIGITAL, action=RetentionAction.DISPOSE, plan=PLAN,
            ),
        ),
    }  # fmt: skip


def labour_market() -> ProcessingActivity:
    """Return the third table of seed 000: two bases, a recipient that is a role, and two years."""
    basis = (LegalBasis.CONSENT, LegalBasis.OFFICIAL_AUTHORITY)
    sent_to = term(RecipientCategory, "r-remitterande", "Remitterande myndighet", "Referring authority")
    person = term(SourceCategory, "s-sjalv", "Den enskilde", "The person", from_data_subject=True)
    return bare_activity(
        key=key("labour-market"),
        slug="arbetsmarknad",
        name=both("Arbetsmarknads- och integrationsenhet", "Labour market and integration unit"),
        purposes=(
            Purpose(
                key=key("measures"), text=both("Handlägga arbetsmarknadsåtgärder", "Handle labour market measures")
            ),
        ),
        legal_bases=tuple(PurposeBasis(key=key(x.value), basis=x) for x in basis),
        sources=(Source(key=key("person"), category=person),),
        recipients=(Recipient(key=key("referring"), category=sent_to),),
        carriers=(CarrierSystem(key=key("invid"), system=term(System, "sys-invid", "Invid")),),
        retention_rules=(
            RetentionRule(
                key=key("two-years"), action=RetentionAction.DISPOSE, period="P2Y", trigger=INTERVENTION_ENDED
            ),
        ),
    )


def advice_only() -> ProcessingActivity:
    """Return a retention row of seed 000 that names published advice and nothing more."""
    rule = RetentionRule(key=key("advice"), action=RetentionAction.DISPOSE, advice="Gallringsråd 5")
    return bare_activity(retention_rules=(rule,))
