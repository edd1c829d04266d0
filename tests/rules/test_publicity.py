"""What residents should not see: what fires, what just does not, and what they do not see anyway."""

from typing import Any

import pytest
from django.utils.translation import override

from ropa.record import NoticeText, Processor, Withheld
from ropa.rules import check
from tests.rules.sound import DAY, found, sound
from tests.worlds import key

# The identity number is one that the tax agency gives out for tests.
SAID = [
    ("Ärendet gäller 19121212-1212.", "a personal identity number"),
    ("Ärendet gäller 121212-1212.", "a personal identity number"),
    ("Ärendet gäller 1212121212.", "a personal identity number"),
    ("Skriv till anna.svensson@exempel.se.", "a person's e-mail address"),
    ("Skriv till anna-karin.lind@exempel.se.", "a person's e-mail address"),
    ("Skriv till christina.margit@exempel.se.", "a person's e-mail address"),
    ("Handläggare är Anna Svensson.", "a person's name"),
    ("Ring 070-123 45 67.", "a mobile or direct telephone number"),
    ("Ring +46 70 123 45 67.", "a mobile or direct telephone number"),
    ("Ring direktnummer 08-123 45 67.", "a mobile or direct telephone number"),
    ("Lösenordet är sommar.", "a detail about security"),
    ("Servern har adressen 10.1.2.3.", "a detail about security"),
    ("Trafiken går på port 8443.", "a detail about security"),
    ("Bakom en brandvägg.", "a detail about security"),
    ("Inloggning med tvåfaktorsautentisering.", "a detail about security"),
    ({"sv": "Läs mer.", "en": "Behind a firewall."}, "a detail about security"),
]


@pytest.mark.parametrize(("text", "kind"), SAID)
def test_r40_names_the_kind_and_not_the_thing(text: Any, kind: str) -> None:
    activity = sound(notice_texts=(NoticeText(key=key("t"), text=text),))
    assert found(activity, "R40") == [("notice_texts", key("t"), "text")]
    (finding,) = [x for x in check(activity, DAY) if x.rule.code == "R40"]
    with override("en"):
        assert str(finding.message) == f"Residents would see this, and it seems to hold: {kind}."


@pytest.mark.parametrize(
    "text",
    [
        "Organisationsnummer 212000-0043 och 999900-0004.",
        "Ärendet 121212-1213.",
        "Kundnummer 131510-1236.",
        "Diarienummer 20121212-12.",
        "Skriv till dataskydd@exempel.se.",
        "Skriv till social.kansli@exempel.se.",
        "Skriv till hr.lon@exempel.se.",
        "Ring växeln 08-580 285 00.",
        "Ring 0771-123 456.",
        "Konto 5050-1055, bankgiro 123-4567.",
        "Uppgifterna lämnas av Per Jonsson AB.",
        "Uppgifterna lämnas av Per Mattson Bygg AB.",
        "Se avsnitt 10.1.2.3 i planen.",
        "Avsnitt 6.1.1.2 i planen gäller.",
        "Du loggar in med bank-id eller lösenord.",
        "Transporten går till hamnen i Port Sudan.",
        "Ett rapportsystem, ett konto och en faktura.",
        "",
    ],
)
def test_r40_leaves_functions_and_ordinary_words_alone(text: str) -> None:
    assert found(sound(notice_texts=(NoticeText(key=key("t"), text=text),)), "R40") == []


SECRET = "Bakom en brandvägg."


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"contact": {"email": "anna.svensson@exempel.se"}}, [("contact", None, "")]),
        ({"contact": {"phone": "070-123 45 67"}}, [("contact", None, "")]),
        ({"contact": {"email": "dataskydd@exempel.se", "phone": "08-580 285 00"}}, []),
        ({"duty_consequences": SECRET}, [("duty_consequences", None, "")]),
        ({"notes": SECRET, "dpia_justification": SECRET}, []),
        ({"processors": (Processor(note=SECRET),)}, []),
        ({"duty_consequences": SECRET, "withheld": (Withheld(field="duty_consequences"),)}, []),
        ({}, []),
    ],
)
def test_r40_reads_what_residents_see(changes: dict[str, Any], where: list[Any]) -> None:
    assert found(sound(**changes), "R40") == where


def test_r40_takes_section_numbers_for_sections() -> None:
    rules = [x.model_copy(update={"plan_section": "10.1.2.3"}) for x in sound().retention_rules]
    assert found(sound(retention_rules=tuple(rules)), "R40") == []
