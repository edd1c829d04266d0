"""How the purposes of a text are told apart, and what is none."""

import pytest

from ropa.inputs.understanding import texts_purposes
from tests.inputs.told import told


@pytest.mark.parametrize(
    ("text", "purposes"),
    [
        (
            "Registrera skulder, upprätta budget och förhandla med banker",
            ["Registrera skulder", "Upprätta budget", "Förhandla med banker"],
        ),
        ("Ta emot och pröva ansökningar om bygdemedel", ["Ta emot och pröva ansökningar om bygdemedel"]),
        (
            "Pröva anmälningar om värmepumpar, cisterner och eldning",
            ["Pröva anmälningar om värmepumpar, cisterner och eldning"],
        ),
        (
            "Vi hyr ut hallar, skickar fakturor och sköter bokningen.",
            ["Vi hyr ut hallar", "Skickar fakturor", "Sköter bokningen."],
        ),
        ("Utlåning, statistik, vakthållning", ["Utlåning", "Statistik", "Vakthållning"]),
        ("Tillsyn över pannor, cisterner och brunnar", ["Tillsyn över pannor, cisterner och brunnar"]),
        (
            "Stöd till den som vill starta företag och söka bidrag",
            ["Stöd till den som vill starta företag och söka bidrag"],
        ),
        (
            "Uppgifterna behövs för att laga felet och för planeringen",
            ["Uppgifterna behövs för att laga felet", "För planeringen"],
        ),
        ("- Sortera post och dela ut den\n- Föra diarium", ["Sortera post och dela ut den", "Föra diarium"]),
        ("Kartlegge behov, føre venteliste og sende vedtak", ["Kartlegge behov", "Føre venteliste", "Sende vedtak"]),
        ("Managing lettings and sending reminders", ["Managing lettings", "Sending reminders"]),
        (
            "boka lokalen åt föreningar som vill spela bandy\nskicka räkningen",
            ["Boka lokalen åt föreningar som vill spela bandy", "Skicka räkningen"],
        ),
        ("Larm, hot och våld", ["Larm", "Hot och våld"]),
        ("Hyra ut till dem som spelar upp, avtala om ljud", ["Hyra ut till dem som spelar upp", "Avtala om ljud"]),
        (
            "Ordna bryggor åt gäster samt debitering av hamnavgift",
            ["Ordna bryggor åt gäster", "Debitering av hamnavgift"],
        ),
    ],
)
def test_each_thing_that_is_done_is_a_purpose(text: str, purposes: list[str]) -> None:
    activity, left = told(texts_purposes.purposes, text)
    assert ([row.text.sv for row in activity.purposes], left) == (purposes, [])


@pytest.mark.parametrize("text", ["Varför vi samlar in uppgifter", "Ändamålet med behandlingen", "Vilka är syftena?"])
def test_an_announcement_is_no_purpose(text: str) -> None:
    activity, left = told(texts_purposes.purposes, text)
    assert (activity.purposes, left) == ((), [text])


def test_how_the_activity_stands_is_no_part_of_its_purpose() -> None:
    activity, left = told(texts_purposes.purposes, "Planerad 2031 – räkna skidåkare")
    assert ([row.text.sv for row in activity.purposes], activity.status, left) == (["Räkna skidåkare"], "planned", [])


@pytest.mark.parametrize(
    "text", [", och", "och, samt", ",,,", "a, " * 3000, "om x, " * 2000, "och i vissa fall " * 800]
)
def test_scraps_are_read_or_left_in_little_time(text: str) -> None:
    activity, left = told(texts_purposes.purposes, text)
    assert activity.purposes or left or not any(c.isalpha() for c in text)
