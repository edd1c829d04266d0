"""Safety and preparedness: the labels down column A, an activity in each column to the right."""

from typing import Any

from tests.corpus.making.sheets import book, sheet


def make() -> Any:
    """Return the workbook."""
    workbook = book()
    rows = [("Räddning och säkerhet, Granhult",), (), *zip(LABELS, *ACTIVITIES, strict=True)]
    added = sheet(workbook, "Trygghet", rows, bold=(3,))
    added.freeze_panes = "B4"
    return workbook


LABELS = (
    "Behandling", "PuA", "Syfte", "Rättslig grund", "Registrerade", "Personuppgifter", "Insamlas från", "Delas till",
    "Personuppgiftsbiträde/avtal", "EU/EES", "Lagringstid", "Säkerhetsklass (K/R/T)", "DPIA genomförd?",
)  # fmt: skip
ACTIVITIES = (
    ("Krisledningens larmlista", "Kommunstyrelsen", "Snabbt kunna kalla in krisledningen", "Allmänt intresse", "Anställda med jour", "Namn, privat mobilnr, adress", "Den anställde", "SOS Alarm", "SMS-tjänst Generic AB, avtal finns", "Inom EU", "Så länge man har uppdraget", "2/3/3", "Nej"),
    ("POSOM – stöd vid kris", "Socialnämnden", "Ge psykiskt och socialt omhändertagande efter olycka", "Allmänt intresse; skydd av grundläggande intressen", "Drabbade, anhöriga, stödpersoner", "Namn, telefon, relation, hälsa (när det behövs för stödet)", "Polis, räddningstjänst, den drabbade", "Vårdcentral efter samtycke från den drabbade", "Inget", "Inom EU", "Gallras 6 veckor efter avslutad insats", "3/2/2", "Nej"),
    ("Tillsyn brandskydd", "Räddningsnämnden", "Utöva tillsyn enligt lag (2003:778) om skydd mot olyckor", "Myndighetsutövning", "Ägare och nyttjanderättshavare", "Namn, adress, tfn, iakttagelser", "Fastighetsregistret, besök", "Byggnadsnämnden, Länsstyrelsen", "Daedalos-leverantören", "Inom EU", "Tillsynsprotokoll bevaras", "1/2/1", "Ej aktuellt"),
    ("Kroppskameror hos trygghetsvärdar", "Kommunstyrelsen", "Förebygga hot och våld", "Utreds", "Allmänhet, trygghetsvärdar", "Film med ljud", "Kameran", "Polisen om film begärs ut", "Axon (biträde), avtal saknas ännu", "USA, med stöd av standardavtalsklausuler", "30 dygn", "3/3/2", "Pågår"),
)  # fmt: skip
