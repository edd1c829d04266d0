"""The sections of the notice on who gets the data, what decides by itself, and where to complain."""

from typing import Any

import pytest

from ropa.notice import details
from ropa.record import (
    AutomatedDecision,
    CarrierSystem,
    LegalProvision,
    NoticeText,
    PersonalData,
    PersonalDataCategory,
    Processor,
    PurposeBasis,
    Recipient,
    RecipientCategory,
    Secrecy,
    SubProcessor,
    Supplier,
    System,
    Transfer,
)
from ropa.vocabulary import (
    AutomationKind,
    LegalBasis,
    NoticeSection,
    Occurrence,
    SecrecyStrength,
    TransferMechanism,
)
from tests.notices import text
from tests.worlds import (
    OLD_SOCIAL_SERVICES_ACT,
    bare_activity,
    financial_assistance,
    term,
)


def recipient(name: str, **fields: Any) -> Recipient:
    return Recipient(category=term(RecipientCategory, f"r-{name}", name), **fields)


def test_recipients_with_their_own_terms_and_with_the_same() -> None:
    rows = (
        recipient("SCB", purpose="Statistik", occurrence=Occurrence.ALWAYS),
        recipient("A", condition="om lagen säger det", occurrence=Occurrence.MAY_OCCUR),
        recipient("B", condition="om lagen säger det", occurrence=Occurrence.MAY_OCCUR),
        recipient("C", purpose="För att kunna betala", condition="om du vill", occurrence=Occurrence.MAY_OCCUR),
        recipient("D", occurrence=Occurrence.NEVER),
    )
    assert text(bare_activity(recipients=rows), "recipients").splitlines()[:-1] == [
        "Vi lämnar uppgifter till:",
        "SCB: ändamål: Statistik",
        "Vi kan lämna uppgifter till:",
        "C: för att kunna betala; om du vill",
        "Vi kan lämna uppgifter till dem i listan (om lagen säger det).",
        "A",
        "B",
        "Vi lämnar aldrig uppgifter till:",
        "D",
    ]


def test_processors_transfers_and_secrecy() -> None:
    processor = Processor(supplier=term(Supplier, "x", "Molnet AB"), task="Drift", country="US")
    helper = SubProcessor(processor=processor.key, supplier=term(Supplier, "y", "Hallen AB"), country="SE")
    transfer = Transfer(
        country="US",
        importer="Molnet Inc",
        mechanism=TransferMechanism.ADEQUACY,
        safeguards="Kryptering",
        copy_from="Fråga oss",
    )
    secret = Secrecy(strength=SecrecyStrength.PRESUMED, note="Gäller i 70 år")
    act = LegalProvision(law=OLD_SOCIAL_SERVICES_ACT, pinpoint="26 kap. 1 §", about=secret.key)
    activity = bare_activity(
        processors=(processor,), sub_processors=(helper,), transfers=(transfer,), secrecy=(secret,), provisions=(act,)
    )
    told = text(activity, "recipients")
    assert "Molnet AB: uppdrag: Drift; land: USA" in told
    assert "Hallen AB: anlitas av Molnet AB; land: Sverige" in told
    assert "sekretess är huvudregel" in told
    assert "Gäller i 70 år" in told
    assert "26 kap. 1 §" in told
    sent = text(activity, "transfers")
    assert sent.startswith("Uppgifter förs över hit utanför EU/EES:\nUSA: tas emot av Molnet Inc; tillåts genom: ")
    assert sent.endswith("skydd: Kryptering; så får du en kopia: Fråga oss")


def test_automated_decisions_tell_how_and_what_it_means() -> None:
    row = AutomatedDecision(
        kind=AutomationKind.DECISION, what="Bidrag", logic="Inkomsten räknas", consequences="Avslag", review="Ring"
    )
    bases = (PurposeBasis(basis=LegalBasis.CONTRACT),)
    activity = bare_activity(automated_decisions=(row,), legal_bases=bases)
    assert text(activity, "automation").splitlines() == [
        "En dator fattar beslut utan att någon människa är med.",
        "Vad det gäller: Bidrag",
        "Så går det till: Inkomsten räknas",
        "Vad det betyder för dig: Avslag",
        "Så får du en människa att titta på det: Ring",
    ]
    assert "Automatiska beslut: du får be en människa" in text(activity, "rights")
    assert "Automatiska beslut" not in text(financial_assistance(), "rights")


@pytest.mark.parametrize(
    ("written", "children", "ours"),
    [
        ({"sv": "Du kan klaga hos IMY.", "en": "You can complain to IMY."}, False, False),
        ("Lämna klagomål till Integritetsskyddsmyndigheten.", False, False),
        ("Du kan klaga hos IMY.", True, True),
        ("Du kan klaga hos oss.", False, True),
        ("IMY granskar hur vi arbetar.", False, True),
        ("Vi beklagar. IMY granskar oss.", False, True),
    ],
)
def test_the_right_to_complain_is_told_once_and_never_left_out(written: Any, children: bool, ours: bool) -> None:
    note = NoticeText(section=NoticeSection.COMPLAINT, text=written, for_children=children)
    for language, words in (
        ("sv", "Tycker du att vi hanterar"),
        ("en", "Do you think that we handle"),
    ):
        said = text(bare_activity(notice_texts=(note,)), "complaint", language)
        assert (words in said) is ours
        assert "https://www.imy.se/" in said


@pytest.mark.parametrize(
    ("label", "note", "shown"),
    [
        ("Försäkringskassan (FK)", "FK", False),
        ("Försäkringskassan (FK)", "försäkringskassan.", False),
        ("Försäkringskassan (FK)", "Försäkringskassan (FK)", False),
        ("Försäkringskassan (FK)", "FK:s omställningsenhet", True),
        ("Försäkringskassan", "Kassan", True),
    ],
)
def test_a_note_that_repeats_the_name_is_not_shown(label: str, note: str, shown: bool) -> None:
    row = Recipient(category=term(RecipientCategory, "r-fk", label), note=note)
    assert [said.text for said in details.recipient(bare_activity(), row)] == ([note] if shown else [])
    data = PersonalData(category=term(PersonalDataCategory, "pd-fk", label), note=note)
    assert [said.text for said in details.occurrence(bare_activity(), data)] == ([note] if shown else [])
    carrier = CarrierSystem(system=term(System, "s-fk", label), note=note)
    assert [said.text for said in details.carrier(bare_activity(), carrier)] == ([note] if shown else [])
