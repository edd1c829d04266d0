"""For each rule the fact that it misses, and what else rests on that fact."""

from ropa.record import (
    Contact,
    LegalProvision,
    NoticeText,
    PersonalData,
    ProcessingActivity,
    PurposeBasis,
    RetentionRule,
    Transfer,
    replace,
)
from ropa.vocabulary import (
    Agreement,
    DataLevel,
    DpiaStatus,
    DutyToProvide,
    LegalBasis,
    NoticeSection,
    OrganisationRole,
    RetentionAction,
    Sector,
    Statement,
    TransferMechanism,
)
from tests.rules.taking import Fact, add, both, drop, empty, party, row, state, when
from tests.worlds import key

DISPOSE = RetentionAction.DISPOSE


def lays_down_a_task(activity: ProcessingActivity, provision: LegalProvision) -> bool:
    """Whether the first basis that needs law rests on this provision, and on none that is the whole activity's."""
    needy = next((x for x in activity.legal_bases if x.basis and x.basis.needs_national_law), None)
    return bool(needy and provision.about == needy.key and not activity.provisions_of(None))


def allows_offences(_activity: ProcessingActivity, provision: LegalProvision) -> bool:
    return provision.pinpoint == "3 kap. 8 §"


def is_data_act(activity: ProcessingActivity, provision: LegalProvision) -> bool:
    return bool(provision.law and provision.law.sfs in {"2001:454", "2008:355"})


def it_allows_special(activity: ProcessingActivity) -> bool:
    """Whether the data act is also what allows the special categories."""
    return any(is_data_act(activity, x) and supports_special(activity, x) for x in activity.provisions)


def it_lays_down_the_duty(activity: ProcessingActivity) -> bool:
    """Whether the data act is also what a duty follows from: that of keeping patient records."""
    return activity.sector is Sector.SCHOOL_HEALTH


def collects_from_others(activity: ProcessingActivity) -> bool:
    return any(x.category and not x.category.from_data_subject for x in activity.sources)


def is_personal_file(rule: RetentionRule) -> bool:
    return bool(rule.documents.sv == "Personakter" and rule.period)


def keeps_personal_files(activity: ProcessingActivity) -> bool:
    """Whether the period is that of personal files, which are kept five years after the last entry."""
    return any(map(is_personal_file, activity.retention_rules))


def supports_special(activity: ProcessingActivity, provision: LegalProvision) -> bool:
    return provision.about in {x.key for x in activity.special_category_bases}


def no_support(activity: ProcessingActivity) -> ProcessingActivity | None:
    """Take all that allows the first rule that destroys something."""
    rule = next((x for x in activity.retention_rules if x.action is DISPOSE), None)
    if rule is None:
        return None
    bare = replace(rule, plan="", plan_section="", decision_body="", decision_date=None, decision_reference="")
    rules = [bare if x is rule else x for x in activity.retention_rules]
    return replace(activity, retention_rules=rules, provisions=[x for x in activity.provisions if x.about != rule.key])


def is_consent(basis: PurposeBasis) -> bool:
    return basis.basis is LegalBasis.CONSENT


def is_special(_activity: ProcessingActivity, row: PersonalData) -> bool:
    return bool(row.category and row.category.level is DataLevel.SPECIAL_CATEGORY)


def rests_on_a_task(activity: ProcessingActivity) -> bool:
    return any(x.basis and x.basis.needs_national_law for x in activity.legal_bases)


def decides(activity: ProcessingActivity) -> bool:
    return any(x.basis is LegalBasis.OFFICIAL_AUTHORITY for x in activity.legal_bases)


def is_another_board(activity: ProcessingActivity) -> bool:
    """Whether it is not the board that recruits, under a common purpose of its own."""
    return bool(activity.controller and activity.controller.slug != "kommunstyrelsen")


BY_CONSENT = Transfer(key=key("transfer"), country="US", mechanism=TransferMechanism.EXPLICIT_CONSENT)
PROMISE = NoticeText(
    key=key("promise"), section=NoticeSection.RIGHTS, text="Du har rätt att flytta dina uppgifter till någon annan."
)
CONSENT = PurposeBasis(
    key=key("consent"), basis=LegalBasis.CONSENT, consent_given="I formuläret.", consent_withdrawn="I formuläret."
)
INTERESTS = PurposeBasis(key=key("interests"), basis=LegalBasis.LEGITIMATE_INTERESTS, legitimate_interest="Ordning.")

FACTS = {
    # who answers
    "R43": Fact(when(lambda x: x.role is OrganisationRole.CONTROLLER, state(role=None))),
    "R01": Fact(state(controller=None)),
    "R48": Fact(party("controller", kind=None)),
    "R02": Fact(party("dpo", contact=Contact())),
    "R25": Fact(row("joint_controllers", agreement=Agreement.MISSING)),
    # why
    "R03": Fact(empty("purposes")),
    "R04": Fact(row("purposes", text="Digitalt stöd", category=None)),
    # what makes it lawful
    "R08": Fact(empty("legal_bases")),
    "R09": Fact(add("legal_bases", INTERESTS)),
    "R10": Fact(drop("provisions", lays_down_a_task)),
    "R11": Fact(row("legal_bases", is_consent, motivation="")),
    "R12": Fact(when(rests_on_a_task, add("legal_bases", CONSENT))),
    "R13": Fact(row("legal_bases", is_consent, consent_withdrawn="")),
    "R14": Fact(row("legal_bases", lambda x: x.basis is LegalBasis.CONTRACT, contract_party="")),
    "R21": Fact(drop("provisions", is_data_act), also={"R16": it_allows_special, "R10": it_lays_down_the_duty}),
    # about whom and what
    "R05": Fact(empty("data_subjects")),
    "R06": Fact(empty("personal_data"), also={"R36": collects_from_others, "R17": lambda x: x.special_category_bases}),
    "R15": Fact(empty("special_category_bases")),
    "R16": Fact(drop("provisions", supports_special)),
    "R17": Fact(drop("personal_data", is_special)),
    "R18": Fact(empty("indirect_special_position")),
    "R19": Fact(both(empty("offence_support"), drop("provisions", allows_offences))),
    "R20": Fact(empty("identity_number_justification")),
    "R22": Fact(empty("monitoring_consent")),
    # who gets it
    "R07": Fact(empty("recipients")),
    "R23": Fact(row("processors", agreement=Agreement.MISSING)),
    "R24": Fact(row("processors", lambda x: x.agreement is Agreement.REGULATION, agreement=Agreement.CONTRACT)),
    # where to
    "R46": Fact(when(lambda x: not x.transfers, empty("third_country"))),
    "R31": Fact(row("transfers", mechanism=None)),
    "R32": Fact(
        when(decides, add("transfers", BY_CONSENT)), also={"R33": lambda x: x.third_country is Statement.NEVER}
    ),
    "R33": Fact(when(lambda x: x.third_country is Statement.NEVER, row("processors", country="US"))),
    "R47": Fact(row("transfers", country="NO")),
    # how long
    "R26": Fact(empty("retention_rules")),
    "R27": Fact(row("retention_rules", lambda x: x.period, trigger=None), also={"R29": keeps_personal_files}),
    "R44": Fact(row("retention_rules", lambda x: x.action is RetentionAction.PRESERVE, period="P5Y")),
    "R45": Fact(row("retention_rules", lambda x: x.action is DISPOSE and not x.period, trigger=None)),
    "R28": Fact(no_support),
    "R29": Fact(row("retention_rules", is_personal_file, period="P3Y")),
    # how it is protected
    "R39": Fact(empty("security_measures")),
    "R34": Fact(when(lambda x: x.dpia_status is DpiaStatus.DONE, state(dpia_status=DpiaStatus.STARTED))),
    # what people are told
    "R36": Fact(empty("sources")),
    "R37": Fact(when(lambda x: x.duty_to_provide is not DutyToProvide.VOLUNTARY, empty("duty_consequences"))),
    "R35": Fact(row("automated_decisions", logic="")),
    "R38": Fact(when(decides, add("notice_texts", PROMISE))),
    "R40": Fact(state(responsible_role="Anna Karlsson")),
    # that it stays true
    "R30": Fact(state(summary="Klaga hos Datainspektionen om vi gör fel.")),
    "R41": Fact(empty("reviewed_on")),
    "R42": Fact(when(is_another_board, row("purposes", category="p-rekrytering"))),
}
