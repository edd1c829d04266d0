"""Care: a sheet for each unit, rows in each, and the labels differ between the sheets as two people wrote them."""

from typing import Any

from tests.corpus.making.sheets import book, sheet


def make() -> Any:
    """Return the workbook."""
    workbook = book()
    sheet(workbook, "Läs mig", [("Så fyller du i",), ("En rad per behandling. Skriv inte namn på enskilda personer.",)])
    sheet(workbook, "Hemsjukvård", [CARE_LABELS, *CARE])
    sheet(workbook, "Familjerådgivning", [FAMILY_LABELS, *FAMILY])
    sheet(workbook, "Bistånd äldre", [CARE_LABELS, *ELDERLY])
    return workbook


CARE_LABELS = ("Personuppgiftsbehandling", "Personuppgiftsansvarig", "Ändamålsbeskrivning", "Rättslig grund enl. GDPR", "Undantag känsliga uppgifter", "Registrerade kategorier", "Personuppgiftskategorier", "Mottagarkategorier", "Bevarandetid", "Kommentar")  # fmt: skip
FAMILY_LABELS = ("Vad gör vi?", "Varför?", "Med vilket stöd?", "Om vem?", "Vad registreras?", "Berättar vi för någon?", "När rensar vi?", "Vem frågar man?")  # fmt: skip

CARE = (
    ("Patientjournal hemsjukvård", "Vårdnämnden", "Dokumentera vård och behandling", "Rättslig förpliktelse, patientdatalagen", "9.2 h; tystnadsplikt enl. patientsäkerhetslagen", "Patienter; närstående", "Namn, personnummer, diagnos, läkemedel, kontaktperson", "Regionen via sammanhållen journal, om patienten inte spärrat; Socialstyrelsen", "10 år efter sista anteckningen", "NPÖ"),
    ("Hjälpmedel", "Vårdnämnden", "Förskriva och lämna ut hjälpmedel", "Allmänt intresse", "9.2 h", "Patienter", "Namn, personnummer, adress, funktionsnedsättning", "Hjälpmedelscentralen (eget ansvar)", "Gallras 3 år efter återlämnat hjälpmedel", ""),
)  # fmt: skip
FAMILY = (
    ("Samtal i familjerådgivning", "Hjälpa par att reda ut konflikter", "Allmänt intresse", "Par som söker hjälp", "Tidsbokning: förnamn och telefonnummer. Anteckningar förs utan namn.", "Nej, absolut sekretess råder", "Anteckningar förstörs när kontakten avslutas", "familjeradgivning@alvmyra.example"),
)  # fmt: skip
ELDERLY = (
    ("Biståndshandläggning äldre", "Äldrenämnden", "Utreda och besluta om hemtjänst, boende m.m.", "Myndighetsutövning (SoL)", "Artikel 9.2 b och 9.2 h", "Sökande, anhöriga, ev. god man", "Namn, pnr, kontaktuppgifter, hälsa, ekonomi för avgift", "Utförare, IVO", "Som regel 5 år efter sista anteckningen, personer födda 5:e, 15:e och 25:e bevaras", "Gäller även korttidsplats"),
    ("Matdistribution", "Äldrenämnden", "Leverera mat", "Avtal", "Saknas", "Kunder", "Namn, adress, portkod, specialkost", "Samhall (utför leveransen)", "Gallras vid inaktualitet", ""),
)  # fmt: skip
