"""Rights that texts promise: stems in two languages, denials, and the table of rights behind them."""

from typing import Any

import pytest

from ropa.record import NoticeText, PurposeBasis
from ropa.rules import check
from ropa.vocabulary import DataSubjectRight, LegalBasis, Sector
from tests.rules.sound import DAY, sound
from tests.worlds import key

AUTHORITY, CONSENT = LegalBasis.OFFICIAL_AUTHORITY, LegalBasis.CONSENT
ERASURE, OBJECTION, PORTABILITY = DataSubjectRight.ERASURE, DataSubjectRight.OBJECTION, DataSubjectRight.PORTABILITY


def promised(text: Any, basis: LegalBasis = AUTHORITY, sector: Sector = Sector.SOCIAL_SERVICES) -> list[str]:
    """Return the rights that R38 says are promised in a notice text."""
    texts = (NoticeText(key=key("t"), text=text),)
    activity = sound(notice_texts=texts, legal_bases=(PurposeBasis(basis=basis),), sector=sector, provisions=())
    places = [x.place for x in check(activity, DAY) if x.rule.code == "R38"]
    assert {(x.field, x.row, x.column) for x in places} <= {("notice_texts", key("t"), "text")}
    return [str(name) for x in places for name in x.names]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Du har rätt till dataportabilitet.", PORTABILITY),
        ("Du kan flytta dina uppgifter till någon annan.", PORTABILITY),
        ("Du har rätt att få dina uppgifter raderade.", ERASURE),
        ("Du har rätt att bli bortglömd.", ERASURE),
        ("Du har rätt att:\n– få veta vad vi har\n– få uppgifter raderade", ERASURE),
        ("Du har rätt att invända mot behandlingen.", OBJECTION),
        ("Du kan motsätta dig att vi behandlar uppgifterna.", OBJECTION),
        ("Du har inte rätt att ringa, men du har rätt till radering.", ERASURE),
        ("Du har rätt till rättelse, radering och begränsning av behandlingen.", ERASURE),
        ("Du har rätt att begränsa behandlingen och att få uppgifter raderade.", ERASURE),
        ("Du har rätt att utan kostnad få uppgifter raderade.", ERASURE),
        ("Du har rätt att utan onödigt dröjsmål få uppgifter raderade.", ERASURE),
        ("Du har rätt att få dina uppgifter flyttade till någon annan.", PORTABILITY),
        ({"sv": "Läs mer.", "en": "You have the right to erasure without undue delay."}, ERASURE),
        ({"sv": "Läs mer.", "en": "You have the right to data portability."}, PORTABILITY),
        ({"sv": "Läs mer.", "en": "You have the right to have data erased."}, ERASURE),
        ({"sv": "Läs mer.", "en": "You may object to our processing of your data."}, OBJECTION),
    ],
)
def test_r38_finds_promises(text: Any, right: DataSubjectRight) -> None:
    assert promised(text) == [right.label]


@pytest.mark.parametrize(
    "text",
    [
        "Du har inte rätt att invända mot behandlingen.",
        "Rätten till dataportabilitet gäller inte.",
        "Du har rätt till radering i vissa fall.",
        "Du får be oss radera uppgifter.",
        "Rätten till radering är begränsad.",
        "Rätten till radering begränsas av arkivlagen.",
        "Vi har begränsat rätten till radering.",
        "Du får flytta in när bygglovet är klart och uppgifter registreras.",
        "Uppgifterna registreras när du får flytta in.",
        "Vi raderar uppgifter om du har rätt till det.",
        "Uppgifterna raderas efter fem år.",
        "Du har rätt att överklaga. Uppgifterna raderas sedan.",
        "Grannar kan lämna invändningar mot bygget.",
        "Vi flyttar ärendet till en annan handläggare.",
        {"sv": "Läs mer.", "en": "You do not have the right to object."},
        {"sv": "Läs mer.", "en": "You cannot move your data."},
        "",
    ],
)
def test_r38_leaves_denials_and_other_matters_alone(text: Any) -> None:
    assert promised(text) == []


@pytest.mark.parametrize(
    ("text", "basis", "sector", "fires"),
    [
        ("Du har rätt att invända mot behandlingen.", AUTHORITY, Sector.BUILDING, False),
        ("Du har rätt att invända mot behandlingen.", AUTHORITY, Sector.DISABILITY_SERVICES, True),
        ("Du har rätt att invända mot behandlingen.", AUTHORITY, Sector.HEALTH_CARE, True),
        ("Du har rätt att invända mot behandlingen.", CONSENT, Sector.BUILDING, True),
        ("Du har rätt till dataportabilitet.", CONSENT, Sector.SOCIAL_SERVICES, False),
        ("Du har rätt till dataportabilitet.", LegalBasis.LEGAL_OBLIGATION, Sector.GENERAL, True),
        ("Du har rätt till radering.", LegalBasis.VITAL_INTERESTS, Sector.GENERAL, False),
        ("Du har rätt till dataportabilitet.", CONSENT, Sector.LAW_ENFORCEMENT, True),
    ],
)
def test_r38_follows_the_table_of_rights(text: str, basis: LegalBasis, sector: Sector, fires: bool) -> None:
    assert bool(promised(text, basis, sector)) is fires


def test_r38_reads_every_public_text_and_no_internal_one() -> None:
    def rows(**changes: Any) -> list[str]:
        activity = sound(**changes, legal_bases=(PurposeBasis(basis=AUTHORITY),))
        return [x.place.field for x in check(activity, DAY) if x.rule.code == "R38"]

    promise = "Du har rätt till dataportabilitet."
    assert rows(summary=promise) == ["summary"]
    assert rows(no_retention_reason=promise) == ["no_retention_reason"]
    assert rows(notes=promise, dpia_justification=promise) == []
