"""A notice in short: each line from the record, and a gap stays a gap."""

import pytest

from ropa.glance import glance
from ropa.record import (
    Controller,
    JointController,
    OnBehalfOf,
    ProcessingActivity,
    Processor,
    Purpose,
    PurposeBasis,
    Recipient,
    RecipientCategory,
    RetentionRule,
    RetentionTrigger,
    Text,
    Transfer,
    Withheld,
)
from ropa.vocabulary import LegalBasis, Occurrence, OrganisationRole, PeriodEnd, PurposeRank, RetentionAction, Statement
from tests.worlds import term


def line(code: str, language: str = "sv", **fields: object) -> list[str]:
    found = {x.code: x for x in glance(ProcessingActivity.model_validate(fields), language)}[code]
    return [str(block.text) for block in found.blocks]


def to(*names: str, occurrence: Occurrence | None = None) -> tuple[Recipient, ...]:
    rows = (term(RecipientCategory, f"m-{name}", name) for name in names)
    return tuple(Recipient(category=row, occurrence=occurrence) for row in rows)


def rule(period: str = "", action: RetentionAction | None = RetentionAction.DISPOSE) -> RetentionRule:
    return RetentionRule(period=period, action=action)


KEPT = rule(action=RetentionAction.PRESERVE)
WITHHELD = (Withheld(field="recipients", reason="Skälet."),)


@pytest.mark.parametrize("code", ["controller", "purposes", "legal-basis", "retention", "recipients", "transfers"])
def test_what_nobody_answered_says_so(code: str) -> None:
    assert line(code) == ["Inte angivet ännu."]
    assert line(code, "en") == ["Not stated yet."]
    assert not any(x.stated for x in glance(ProcessingActivity(), "sv"))


@pytest.mark.parametrize(
    ("code", "fields", "said"),
    [
        ("controller", {"role": OrganisationRole.PROCESSOR, "on_behalf_of": (OnBehalfOf(name="Regionen"),)}, ["Regionen"]),
        ("purposes", {"purposes": (Purpose(text="Betala ut."), Purpose(text="Räkna"))}, ["Betala ut", "Räkna"]),
        ("purposes", {"purposes": (Purpose(text="A"), Purpose(text="B", rank=PurposeRank.SECONDARY))}, ["A"]),
        ("purposes", {"purposes": [Purpose(text=x) for x in "ABCDE"]}, ["A", "B", "C", "2 till"]),
        ("legal-basis", {"legal_bases": [PurposeBasis(basis=LegalBasis.CONSENT)] * 2}, ["Du har sagt ja (samtycke)"]),
        ("retention", {"retention_rules": (rule("P5Y"),)}, ["Fem år"]),
        ("retention", {"retention_rules": (rule("P2Y"), rule("P18M"), rule("P90D"))},
         ["Från 90 dagar till två år, beroende på handling"]),
        ("retention", {"retention_rules": (rule("P5Y"), KEPT)}, ["Fem år", "En del sparas för alltid"]),
        ("retention", {"retention_rules": (KEPT, KEPT)}, ["För alltid"]),
        ("retention", {"retention_rules": (rule(),)}, ["Tiden är inte angiven"]),
        ("retention", {"no_retention_reason": "Beror på."}, ["Ingen bestämd tid"]),
        ("recipients", {"recipients": to("A", "B", "B")}, ["A", "B"]),
        ("recipients", {"recipients": to("A", "B", "C", "D")}, ["A", "B", "C", "D"]),
        ("recipients", {"recipients": to("A", "B", "C", "D", "E")}, ["A", "B", "C", "2 till"]),
        ("recipients", {"recipients": to("A", occurrence=Occurrence.NEVER)}, ["Inte angivet ännu."]),
        ("recipients", {"disclosure": Statement.NEVER}, ["Ingen utanför vår egen verksamhet"]),
        ("recipients", {"withheld": WITHHELD}, ["Visas inte"]),
        ("transfers", {"transfers": (Transfer(country="US"),)}, ["Ja, till:", "USA"]),
        ("transfers", {"third_country": Statement.NEVER}, ["Dina uppgifter förs aldrig ut ur EU/EES."]),
    ],
)  # fmt: skip
def test_each_answer(code: str, fields: dict[str, object], said: list[str]) -> None:
    assert line(code, **fields) == said


TRIGGER = term(RetentionTrigger, "t", "Avslutat ärende")
NOBODY = {"disclosure": Statement.NEVER}
RECORDS, LETTERS = Purpose(text="Journal"), Purpose(text="Brev")
A_CELL = Withheld(about=KEPT.key, field="period", reason="Skälet.")
UNNAMED = Recipient(note="Den som köper fastigheten")
HIDDEN_NAME = Recipient(purpose="Utbetalning")


def only(documents: str, period: str = "P5Y", action: RetentionAction = RetentionAction.DISPOSE) -> RetentionRule:
    return rule(period, action).model_copy(update={"documents": Text(sv=documents)})


def upon(event: RetentionTrigger, period: str = "") -> RetentionRule:
    return rule(period).model_copy(update={"trigger": event})


MIXED: list[tuple[str, dict[str, object], list[str], bool]] = [
    ("retention", {"retention_rules": (rule("P2Y", RetentionAction.DELIVER), KEPT)},
     ["En del sparas för alltid", "En del lämnas till kommunens arkiv"], True),
    ("retention", {"retention_rules": (rule("P2Y", RetentionAction.DELIVER), only("Ansökan", "P1Y"))},
     ["Ett år för en del", "En del lämnas till kommunens arkiv"], True),
    ("retention", {"retention_rules": (rule("P1M", RetentionAction.HAND_OVER),)}, ["Lämnas till nämnden som beslutar"], True),
    ("retention", {"retention_rules": (only("Fakturor"),)}, ["Fem år för en del"], True),
    ("retention", {"retention_rules": (only("Fakturor"), upon(TRIGGER))}, ["Fem år för en del", "En del har ingen bestämd tid"], True),
    ("retention", {"retention_rules": (upon(TRIGGER),)}, ["Ingen bestämd tid, men det finns regler"], True),
    ("retention", {"retention_rules": (rule("P5Y").model_copy(update={"period_end": PeriodEnd.CALENDAR_YEAR}),)},
     ["Fem år", "Som mest till slutet av ett kalenderår efter det"], True),
    ("retention", {"retention_rules": (rule("P5Y"), rule(action=None))},
     ["Fem år", "För en del är det inte angivet vad som händer"], True),
    ("retention", {"retention_rules": (rule("P2Y"), rule(action=RetentionAction.ASSESS))},
     ["Två år", "En del bedöms från fall till fall", "För en del är tiden inte angiven"], True),
    ("retention", {"retention_rules": (rule("P5Y", None),)}, ["Vad som händer med uppgifterna är inte angivet"], False),
    ("retention", {"retention_rules": (rule("P0D"),)}, ["Sparas inte"], True),
    ("retention", {"retention_rules": (only("Avtal", "", RetentionAction.PRESERVE),)}, ["En del sparas för alltid"], True),
    ("retention", {"retention_rules": (rule("P5Y"),), "no_retention_reason": "Beror på."},
     ["Fem år", "En del har ingen bestämd tid"], True),
    ("retention", {"retention_rules": (rule("P1M"),), "withheld": (Withheld(field="retention_rules"),)},
     ["En månad", "En del visas inte"], True),
    ("retention", {"retention_rules": (KEPT,), "withheld": (A_CELL,)}, ["För alltid", "En del visas inte"], True),
    ("recipients", {"recipients": to("A", occurrence=Occurrence.CONDITIONAL) + to("B")}, ["A (ibland)", "B"], True),
    ("recipients", {"recipients": (to("A")[0].model_copy(update={"condition": Text(sv="om du ber om det")}),)}, ["A (ibland)"], True),
    ("recipients", {"recipients": to("A"), "examples_only": True}, ["Till exempel:", "A"], True),
    ("recipients", {"recipients": to("A"), "withheld": WITHHELD}, ["A", "En del visas inte"], True),
    ("recipients", {"recipients": to(*"ABCDE"), "withheld": WITHHELD}, ["A", "B", "C", "2 till", "En del visas inte"], True),
    ("recipients", {"disclosure": Statement.OCCURS}, ["Vi lämnar ut uppgifter, men till vem är inte angivet ännu."], False),
    ("recipients", {"recipients": (UNNAMED,)}, ["Inte namngiven: Den som köper fastigheten"], False),
    ("recipients", {"recipients": (Recipient(),)}, ["Inte namngiven"], False),
    ("recipients", {"recipients": (HIDDEN_NAME,), "withheld": (Withheld(about=HIDDEN_NAME.key, field="category"),)},
     ["Visas inte"], False),
    ("recipients", {**NOBODY, "recipients": to("A")},
     ["Ingen utanför vår egen verksamhet, står det. Ändå finns dessa i listan:", "A"], True),
    ("recipients", {**NOBODY, "processors": (Processor(),)},
     ["Ingen utanför vår egen verksamhet, utom de som arbetar åt oss"], True),
    ("recipients", {**NOBODY, "processors": (Processor(occurrence=Occurrence.NEVER),)}, ["Ingen utanför vår egen verksamhet"], True),
    ("controller", {"joint_controllers": (JointController(name="Regionen"),)},
     ["Inte angivet ännu.", "Tillsammans med:", "Regionen"], False),
    ("controller", {"role": OrganisationRole.JOINT_CONTROLLER, "controller": Controller(key=KEPT.key, slug="n", name="Nämnden")},
     ["Nämnden", "Tillsammans med:", "Inte angivet ännu."], True),
    ("controller", {"joint_controllers": (JointController(name="R"),), "withheld": (Withheld(field="controller"),)},
     ["Tillsammans med:", "R", "En del visas inte"], False),
    ("purposes", {"purposes": (Purpose(text="B", rank=PurposeRank.SECONDARY),)}, ["Uppgifterna kan också användas till det här:", "B"], True),
    ("purposes", {"purposes": (Purpose(text="A"), Purpose())}, ["A", "Inte angivet ännu."], True),
    ("legal-basis", {"purposes": (RECORDS, Purpose(text="B")),
                     "legal_bases": (PurposeBasis(basis=LegalBasis.CONSENT, purposes=(RECORDS.key,)),)},
     ["Du har sagt ja (samtycke), för en del"], True),
    ("legal-basis", {"purposes": (RECORDS, LETTERS),
                     "legal_bases": [PurposeBasis(basis=LegalBasis.CONSENT, purposes=(x.key,)) for x in (RECORDS, LETTERS)]},
     ["Du har sagt ja (samtycke)"], True),
    ("legal-basis", {"legal_bases": (PurposeBasis(),)}, ["Inte angivet ännu."], False),
    ("transfers", {"transfers": (Transfer(importer="Acme Inc"),)}, ["Inte namngiven: Acme Inc"], False),
    ("transfers", {"transfers": (Transfer(country="US"),), "third_country": Statement.NEVER},
     ["Aldrig, står det. Ändå finns dessa i listan:", "USA"], True),
    ("transfers", {"third_country": Statement.OCCURS}, ["Uppgifter förs ut ur EU/EES, men vart är inte angivet ännu."], False),
    ("transfers", {"third_country": Statement.NEVER, "withheld": (Withheld(field="transfers"),)},
     ["Dina uppgifter förs aldrig ut ur EU/EES.", "En del visas inte"], True),
]  # fmt: skip
"""Records that are stated in part, that contradict themselves, or are withheld in part."""


@pytest.mark.parametrize(("code", "fields", "said", "stated"), MIXED)
def test_it_says_no_more_than_the_record(code: str, fields: dict[str, object], said: list[str], stated: bool) -> None:
    (found,) = (x for x in glance(ProcessingActivity.model_validate(fields), "sv") if x.code == code)
    assert ([str(x.text) for x in found.blocks], found.stated) == (said, stated)


def test_a_name_without_translation_keeps_its_language_and_its_capital() -> None:
    rows = [OnBehalfOf(name=name) for name in ("Regionen", "Västvatten AB")]
    activity = ProcessingActivity(role=OrganisationRole.PROCESSOR, on_behalf_of=tuple(rows))
    (found,) = (x for x in glance(activity, "en") if x.code == "controller")
    assert [str(x.text) for x in found.blocks] == ["Regionen", "Västvatten AB"]
    assert [x.text.lang for x in found.blocks if x.text] == ["sv", "sv"]
