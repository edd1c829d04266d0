"""A building board's sheet: title, date and an empty row above the labels on row 4; a row of sums below."""

from typing import Any

from tests.corpus.making.sheets import book, sheet


def make() -> Any:
    """Return the workbook."""
    workbook = book()
    rows = [
        (TITLE,),
        ("Uppdaterad:", "2025-02-28", "", "Ansvarig:", "Byggnadsnämnden i Ekdala stad"),
        (),
        LABELS,
        *ROWS,
    ]
    rows += [(), ("Antal behandlingar:", len(ROWS))]
    sheet(workbook, "Byggnadsnämnden", rows, bold=(1, 4), merged=("A1:H1",))
    return workbook


TITLE = "Personuppgiftsbehandling, sammanställning"
LABELS = (
    "Behandling (namn)", "Enhet", "Varför behandlas uppgifterna?", "Laglighet", "Vem berörs?", "Vad behandlas?",
    "Från vem kommer uppgifterna?", "Till vem lämnas de?", "Var lagras de?", "Hur länge lagras de?", "Lämnas de till land utanför EU/EES?",
    "Profilering/automatiska beslut?",
)  # fmt: skip
ROWS = (
    ("Detaljplanesamråd", "Planenheten", "Inhämta synpunkter på planförslag", "Allmänt intresse, 5 kap. PBL", "Sakägare, hyresgäster, övriga som yttrar sig", "Namn, adress, fastighetsbeteckning, yttrande", "Fastighetsförteckning från Lantmäteriet. Den som yttrar sig.", "Länsstyrelsen, lantmäterimyndigheten. Yttranden läggs ut på webben utan namn.", "Ephorte", "Planakten bevaras", "Nej", "Nej"),
    ("Bygglovsarkivet på nätet", "Bygglovsenheten", "Låta fastighetsägare söka ritningar", "Allmänt intresse", "Fastighetsägare", "Namn i handlingar, adress. Personnummer maskas.", "Äldre bygglovsakter", "Allmänheten", "Arkivtjänst från Sydarkivera", "Tillsvidare", "Nej", "Nej"),
    ("Adressättning", "Kartenheten", "Besluta om belägenhetsadresser, uppdatera lägenhetsregister", "Myndighetsutövning; lagen (2006:378) om lägenhetsregister", "Fastighetsägare", "Namn, adress", "Fastighetsregistret", "Skatteverket, Lantmäteriet, räddningstjänsten", "Topocad", "", "Nej", "Nej"),
    ("Bostadsanpassningsbidrag", "Bygglovsenheten", "Pröva ansökan och betala bidrag", "Myndighetsutövning enl. lag (2018:222) om bostadsanpassningsbidrag", "Sökande, intygsskrivare", "Namn, personnummer, bostad, funktionsnedsättning (art. 9.2 b), kontonummer", "Sökanden, arbetsterapeut", "Boverket (statistik), entreprenör om sökanden ger fullmakt", "BAB", "5 år efter slutbesiktning gallras ärendet", "Nej", "Nej"),
    ("Drönarfotografering", "Kartenheten", "Kontrollera byggen och göra kartor", "Allmänt intresse", "Personer som råkar synas", "Flygbilder, där enskilda sällan går att känna igen", "Egen inhämtning", "", "Server", "Råbilder raderas efter 1 månad, ortofoto bevaras", "Nej", "Nej"),
)  # fmt: skip
