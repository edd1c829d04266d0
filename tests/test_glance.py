"""A notice in short: each line from the record, and a gap stays a gap."""

import pytest

from ropa.glance import glance
from ropa.record import (
    OnBehalfOf,
    ProcessingActivity,
    Purpose,
    PurposeBasis,
    Recipient,
    RecipientCategory,
    RetentionRule,
    Transfer,
    Withheld,
)
from ropa.vocabulary import LegalBasis, Occurrence, OrganisationRole, PurposeRank, RetentionAction, Statement
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
        ("retention", {"retention_rules": (rule(),)}, ["Ingen bestämd tid, men det finns regler"]),
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


def test_a_name_without_translation_keeps_its_language_and_its_capital() -> None:
    rows = [OnBehalfOf(name=name) for name in ("Regionen", "Västvatten AB")]
    activity = ProcessingActivity(role=OrganisationRole.PROCESSOR, on_behalf_of=tuple(rows))
    (found,) = (x for x in glance(activity, "en") if x.code == "controller")
    assert [str(x.text) for x in found.blocks] == ["Regionen", "Västvatten AB"]
    assert [x.text.lang for x in found.blocks if x.text] == ["sv", "sv"]
