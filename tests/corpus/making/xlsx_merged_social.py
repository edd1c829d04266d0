"""Individual and family care: units in merged cells, labels repeated where a page broke, rows that go on below."""

from typing import Any

from tests.corpus.making.sheets import book, sheet


def make() -> Any:
    """Return the workbook."""
    workbook = book()
    rows = [LABELS, *CHILDREN, LABELS, *ADULTS]
    sheet(
        workbook, "IFO", rows, bold=(1, 9), merged=("A2:A8", "B2:B4", "B5:B6", "B7:B8", "A10:A14", "B10:B12", "B13:B14")
    )
    return workbook


LABELS = (
    "Enhet",
    "Behandling",
    "Ändamål",
    "Laglig grund",
    "Kategorier av registrerade",
    "Personuppgifter",
    "Mottagare",
    "Gallras",
)

CHILDREN = (
    ("Barn och unga", "Familjehem", "Rekrytera och utreda familjehem", "Myndighetsutövning", "Familjehemsföräldrar", "Namn, personnummer, ekonomi", "IVO", "Utredning som inte leder till uppdrag: 2 år"),
    ("", "", "Följa upp placeringar", "Socialtjänstlagen 22 kap.", "Placerade barn", "Hälsa, skolgång", "Andra kommuner (vid flytt)", "Placerade barns akter bevaras"),
    ("", "", "", "", "", "Utdrag ur polisens register", "", ""),
    ("", "Umgänge och vårdnad", "Yttra sig till domstol", "Rättslig förpliktelse, 6 kap. 19 § FB", "Barn, föräldrar", "Namn, personnummer, familjeförhållanden", "Tingsrätten", "5 år efter sista anteckning"),
    ("", "", "", "", "", "Ev. uppgifter om våld", "", ""),
    ("", "Öppen rådgivning", "Ge råd utan biståndsbeslut", "Allmänt intresse", "Ungdomar, föräldrar", "Ingen registrering av namn", "Lämnas aldrig ut", ""),
    ("", "", "", "", "", "Statistik: ålder, kön", "", ""),
)  # fmt: skip

ADULTS = (
    ("Vuxenenheten", "Våld i nära relation", "Utreda behov av skydd och stöd", "Myndighetsutövning", "Våldsutsatta, medföljande barn", "Namn, skyddad adress", "Skyddat boende", "Fem år efter sista anteckningen"),
    ("", "", "Placera i skyddat boende", "Lag (2024:79) om placering av barn i skyddat boende", "Våldsutövare (ev.)", "Hälsa, misstänkt brott", "Polisen (om den enskilde vill)", "Riskbedömningar gallras vid inaktualitet"),
    ("", "", "", "", "", "", "Skatteverket, skyddad folkbokföring", ""),
    ("", "Dödsboanmälan", "Utreda dödsbo och göra anmälan", "20 kap. 8 a § ärvdabalken, rättslig förpliktelse", "Avlidna, dödsbodelägare", "Namn, personnummer, tillgångar", "Skatteverket", "Gallras 5 år efter avslutat ärende"),
    ("", "", "", "", "", "Bankkonton", "Banker", ""),
)  # fmt: skip
