"""What no longer holds: acts, authorities and rules of yesterday, wherever they are named."""

from typing import Any

import pytest

from ropa.record import Law, LegalProvision, NoticeText, OriginalWording, Recipient, RetentionRule, Unplaced
from ropa.vocabulary import Sector
from tests.rules.sound import found, sound
from tests.worlds import key

SOCIAL = "Socialtjänstlagen"


@pytest.mark.parametrize(
    "text",
    [
        "Vi följer personuppgiftslagen.",
        "Enligt PuL får du ett utdrag.",
        "Klaga hos Datainspektionen.",
        "Stödet är 2001:453.",
        "Det står i förordningen (2001:937).",
        "Se lagen (1998:204).",
        "Se lagen (2013:460).",
        "Leverantören följer Privacy Shield.",
        "Privacy-shield gäller.",
        "Gallras enligt socialtjänstlagen kap. 12 §§ 1-2.",
        "Se 12 kap. 1 och 2 §§ SoL.",
        "Vi har tillstånd till kamerabevakning.",
        "Kameratillstånd finns.",
        "Se kameraövervakningslagen.",
        {"sv": "Läs mer.", "en": "Complain to the Data Inspection Board."},
        {"sv": "Läs mer.", "en": "We have a permit for camera surveillance."},
    ],
)
def test_r30_finds_what_is_gone(text: Any) -> None:
    assert found(sound(summary=text), "R30") == [("summary", None, "")]


@pytest.mark.parametrize(
    "text",
    [
        "Klaga hos Integritetsskyddsmyndigheten, tidigare Datainspektionen.",
        "För äldre ärenden gäller socialtjänstlagen (2001:453).",
        "Personuppgiftslagen är upphävd.",
        "Det krävs inte tillstånd till kamerabevakning.",
        "Se lagen (2001:454).",
        "Se lagen (12001:453).",
        "Se 12 kap. 1–2 §§ offentlighets- och sekretesslagen.",
        "Se socialtjänstlagen 12 kap. 12 §.",
        "Du söker tillstånd för parkering.",
        "Kommunens tillstånd krävs för att bygga.",
        "Pulsen tas av en sköterska.",
        {"sv": "Läs mer.", "en": "IMY was formerly the Data Inspection Board."},
        "",
    ],
)
def test_r30_leaves_history_and_other_matters_alone(text: Any) -> None:
    assert found(sound(summary=text), "R30") == []


def test_r30_knows_what_a_permit_is_about_by_the_sector() -> None:
    text = "Bevakningen sker enligt kommunens tillstånd."
    assert found(sound(summary=text, sector=Sector.SURVEILLANCE), "R30") == [("summary", None, "")]
    assert found(sound(summary=text), "R30") == []


RULE = RetentionRule(key=key("rule"))


def provided(label: str, *, place: str = "", note: str = "", about: Any = None, **law: Any) -> dict[str, Any]:
    act = Law(code="x", labels={"sv": label}, **law)
    row = LegalProvision(key=key("l"), law=act, pinpoint=place, note=note, about=about)
    return {"provisions": (row,), "retention_rules": (RULE,)}


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        (provided("En lag", repealed=True), "law"),
        (provided(SOCIAL, sfs="2001:453"), "law"),
        (provided("Socialtjänstlagen (2001:453)", sfs="2001:453", repealed=True), "law"),
        (provided(SOCIAL, place="12 kap. 1–2 §§", about=key("rule")), "pinpoint"),
        (provided(SOCIAL, place="12 kap. 1–2 §§"), None),
        (provided("Offentlighets- och sekretesslagen", place="12 kap. 1–2 §§", about=key("rule")), None),
        (provided(SOCIAL, place="16 kap. 4 §", about=key("rule")), None),
        (provided("En lag", repealed=True, note="Gäller för äldre ärenden."), None),
        (provided(SOCIAL, sfs="2001:453", note="Gäller för äldre ärenden."), None),
        (provided("En lag", repealed=False), None),
        ({}, None),
    ],
)
def test_r30_reads_provisions(changes: dict[str, Any], column: str | None) -> None:
    assert found(sound(**changes), "R30") == ([("provisions", key("l"), column)] if column else [])


GONE = "Datainspektionen"


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"notice_texts": (NoticeText(key=key("n"), text=GONE),)}, ("notice_texts", key("n"), "text")),
        ({"recipients": (Recipient(key=key("r"), category=GONE),)}, None),
        (
            {"recipients": (Recipient(key=key("r"), category={"code": "x", "labels": {"sv": GONE}}),)},
            ("recipients", key("r"), "category"),
        ),
        ({"dpia_justification": GONE}, ("dpia_justification", None, "")),
        ({"dpia_reference": f"Samråd med {GONE}"}, ("dpia_reference", None, "")),
        ({"tags": (GONE,)}, ("tags", None, "")),
        ({"contact": {"visiting_address": GONE}}, ("contact", None, "")),
        ({"retention_rules": (RetentionRule(key=key("g"), advice=GONE),)}, ("retention_rules", key("g"), "advice")),
        (
            {"retention_rules": (RetentionRule(key=key("g"), plan_section=GONE),)},
            ("retention_rules", key("g"), "plan_section"),
        ),
        ({"notes": GONE}, None),
        ({"original_wording": (OriginalWording(text=GONE),)}, None),
        ({"unplaced": (Unplaced(text=GONE),)}, None),
    ],
)
def test_r30_looks_everywhere_but_in_what_others_wrote(changes: dict[str, Any], where: Any) -> None:
    assert found(sound(**changes), "R30") == ([where] if where else [])


def test_r30_says_a_thing_once_for_each_place() -> None:
    both = {"sv": "Datainspektionen och datainspektionen. PuL.", "en": "Privacy Shield."}
    assert found(sound(summary=both), "R30") == [("summary", None, "")]
