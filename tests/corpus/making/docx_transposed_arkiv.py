"""Archive and registry: labels down the first column, an activity in each further column."""

from typing import Any

from tests.corpus.making.word import grid, new


def make() -> Any:
    """Return the document."""
    document = new(landscape=True)
    document.add_heading("Kansliet – behandlingar i diarium och arkiv", 1)
    grid(document, ROWS)
    return document


ROWS = (
    ("", "Diarieföring", "Kommunarkiv", "Begäran om registerutdrag"),
    (
        "Ansvarig nämnd",
        "Kommunstyrelsen",
        "Kommunstyrelsen (arkivmyndighet)",
        "Varje nämnd för sina register; Kommunstyrelsen samordnar",
    ),
    (
        "Ändamål",
        "Registrera allmänna handlingar och hålla dem sökbara",
        "Bevara, ordna och tillhandahålla arkiv",
        "Besvara den som vill veta vad som finns om honom eller henne",
    ),
    (
        "Rättslig grund",
        "Rättslig förpliktelse, 5 kap. 1 § OSL",
        "Uppgift av allmänt intresse. Arkivlag (1990:782), 3 §",
        "Rättslig förpliktelse (art. 15)",
    ),
    ("Registrerade", "Avsändare, mottagare, parter i ärenden", "Alla som nämns i arkiven", "Den som begär utdrag"),
    (
        "Personuppgifter",
        "Namn, kontaktuppgifter, ärendemening",
        "Alla slag, även känsliga",
        "Namn, personnummer, folkbokföringsadress",
    ),
    ("Källor", "Den som skriver till kommunen", "Nämnder och bolag som levererar arkiv", "Den registrerade"),
    ("Mottagare", "Den som begär ut en handling", "Forskare, allmänhet efter sekretessprövning", "-"),
    ("System", "W3D3", "Visual Arkiv, papper", "W3D3"),
    ("Bevaras/gallras", "Bevaras", "Bevaras", "Gallras efter 2 år"),
    ("Skyddsåtgärder", "Behörighetsstyrning", "Brandklassad arkivlokal, sekretessprövning", ""),
    ("Klassificering (KLASSA)", "2.1.4", "2.4.1", "2.1.9"),
)
