"""Why the data are processed: what counts as a purpose, and what only names a system."""

from typing import Any

import pytest
from django.utils.translation import override

from ropa.record import CarrierSystem, ProcessingActivity, Purpose, PurposeCategory, System, Text, source_hash
from ropa.rules import check
from ropa.rules.purposes import called
from ropa.vocabulary import OrganisationRole, Sector
from ropa.wording import say
from tests.demo_fixture import LAST, SEEDS, record
from tests.rules.sound import DAY, found, sound
from tests.worlds import key

SYSTEMS = tuple(
    CarrierSystem(system=System(code=f"s{i}", labels={"sv": name}))
    for i, name in enumerate(("Procapita", "Planeringssystemet för hemtjänst", "Platina"))
)
RECRUIT = PurposeCategory(code="p-rekrytering", labels={"sv": "Rekrytera"})
BUILDING = sound("bygglov")


def stated(*texts: str, **more: Any) -> ProcessingActivity:
    rows = tuple(Purpose(key=key(f"p{i}"), text=text, **more) for i, text in enumerate(texts))
    return sound("bygglov", purposes=rows, carriers=SYSTEMS)


@pytest.mark.parametrize(
    ("changes", "fires"),
    [
        ({"purposes": ()}, True),
        ({"purposes": (Purpose(),)}, True),
        ({"purposes": (), "sector": Sector.LAW_ENFORCEMENT}, True),
        ({"purposes": (Purpose(category=RECRUIT),)}, False),
        ({"purposes": (Purpose(), Purpose(text="Pröva ansökningar om bygglov."))}, False),
        ({"purposes": (), "role": OrganisationRole.PROCESSOR}, False),
        ({}, False),
    ],
)
def test_r03_a_purpose_is_stated(changes: dict[str, Any], fires: bool) -> None:
    assert found(sound("bygglov", **changes), "R03") == ([("purposes", None, "")] if fires else [])


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ({"sv": "", "other": {"en": {"text": "Decide on building permits."}}}, True),
        ({"sv": "Pröva ansökningar.", "other": {"en": {"text": "Decide on applications."}}}, False),
    ],
)
def test_r03_tells_that_the_swedish_text_is_missing(text: dict[str, Any], fires: bool) -> None:
    activity = sound("bygglov", purposes=(Purpose(key=key("p0"), text=text),))
    assert found(activity, "R03") == ([("purposes", key("p0"), "text")] if fires else [])
    with override("en"):
        messages = [str(x.message) for x in check(activity, DAY) if x.rule.code == "R03"]
    assert all("the Swedish text is missing" in x for x in messages)


@pytest.mark.parametrize(
    "text",
    [
        "Journalsystem.",
        "Journalssystemet",
        "Journal-system och register",
        "Administration",
        "Administration och dokumentation, digitalt",
        "Digitalt stöd",
        "Digitala stödet för handläggning av arbetsmarknadsåtgärder.",
        "Digitalt stöd till budget- och skuldrådgivning, samt statistikunderlag till Konsumentverket. Journalssystem.",
        "IT-stöd för handläggarnas arbete med ärenden",
        "Ett administrativt stöd för nämndens handläggare",
        "Vårt verksamhetssystem för socialtjänsten",
        "Procapita",
        "Procapita och Platina.",
        "Procapita för handläggning av ärenden om bistånd",
        "Verksamhetssystemet Procapita (journal)",
        "Planeringssystemet för hemtjänst",
        "Utreda ansökningar om bistånd. Journalsystem.",
        "Utreda ansökningar om bistånd\nprocapita, journalsystem",
        "Hantera avgifter.",
    ],
)
def test_r04_a_system_is_no_purpose(text: str) -> None:
    assert found(stated(text), "R04") == [("purposes", key("p0"), "text")]


@pytest.mark.parametrize(
    "text",
    [
        "Hantera avgifter rättvist",
        "Ge digitalt stöd till äldre som vill kunna betala räkningar",
        "Systematiskt förebygga olyckor i skolan",
        "Dokumentera besluten i t.ex. Procapita och Platina",
        "Föra journal, så att vården blir säker.",
        "Administrera ansökningar om föreningsbidrag",
        "Ekonomiskt stöd till hushåll med låga inkomster",
        "Verktygen hjälper elever att öva hemma",
        "Ge och ta emot",
        "",
    ],
)
def test_r04_a_reason_is_a_purpose(text: str) -> None:
    assert found(stated(text), "R04") == []


def test_r04_judges_each_purpose_and_both_words_and_category() -> None:
    assert found(stated("Pröva ansökningar om bygglov", "Platina"), "R04") == [("purposes", key("p1"), "text")]
    assert found(stated("Rekrytera", category=RECRUIT), "R04") == []
    assert found(stated("Procapita", category=RECRUIT), "R04") == [("purposes", key("p0"), "text")]
    assert found(stated("", category=RECRUIT), "R04") == []


@pytest.mark.parametrize(
    ("name", "text", "fires"),
    [
        ("Procapita (test", "Procapita (test för handläggning av ärenden", True),
        ("A+B", "A+B för handläggning av ärenden", True),
        ("[x", "[x för handläggning av ärenden", True),
        ("S\\ystem", "S\\ystem för handläggning av ärenden", True),
        ("Platina arkivet på torget", "Platina arkivet på torget", True),
        ("Bok", "Bokför kommunens inköp varje vecka", False),
    ],
)
def test_r04_takes_the_name_of_a_system_as_it_is(name: str, text: str, fires: bool) -> None:
    own = CarrierSystem(system=System(code="s", labels={"sv": name}))
    activity = sound("bygglov", carriers=(*SYSTEMS, own), purposes=(Purpose(key=key("p0"), text=text),))
    assert bool(found(activity, "R04")) == fires


def test_a_purpose_is_named_in_quotes_in_the_language_it_has() -> None:
    assert called(Purpose(text={"sv": "Ta betalt, och bokföra.", "en": "Charge."})) == Text.model_validate(
        {
            "sv": "”Ta betalt, och bokföra”",
            "other": {"en": {"text": "”Charge”", "source": source_hash("Ta betalt, och bokföra.")}},
        }
    )
    half = called(Purpose(text={"sv": "Ta betalt.", "other": {"en": {"text": ""}}}))
    assert say(half) == say(Text(sv="”Ta betalt”"))
    assert called(Purpose(category=RECRUIT)) == RECRUIT
    assert str(called(Purpose()))


@pytest.mark.parametrize("slug", sorted(SEEDS))
def test_r04_in_the_seeds(slug: str) -> None:
    activity = record(LAST[slug])
    names = [x.text.sv for x in activity.purposes if x.key in {row for _f, row, _c in found(activity, "R04")}]
    assert any(x.startswith("Digitalt stöd") for x in names) == ("Journalsystem." in names)
    assert bool(names) == (slug != "ekonomiskt-bistand-jarfalla")
