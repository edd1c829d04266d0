"""A municipal executive board's sheet: twelve activities, the labels on the first row."""

from typing import Any

from tests.corpus.making.sheets import book, sheet


def make() -> Any:
    """Return the workbook."""
    workbook = book()
    sheet(workbook, "Register", [HEADER, *ROWS])
    return workbook


HEADER = (
    "ID", "Avdelning", "Behandlingens benämning", "Personuppgiftsansvarig", "Ändamål", "Rättslig grund", "Lagstöd",
    "Kategorier registrerade", "Kategorier personuppgifter", "Mottagare", "Biträde", "System", "Gallring", "Tredje land", "Status",
)  # fmt: skip

KS = "Kommunstyrelsen"
AI = "Allmänt intresse"
MU = "Myndighetsutövning"
RF = "Rättslig förpliktelse"

ROWS = (
    (1, "Kontaktcenter", "Synpunkter och felanmälan", KS, "Ta emot, fördela och besvara synpunkter", AI, "", "Anmälare", "Namn, e-post, synpunkt", "Berörd nämnd", "Artvise AB", "Artvise", "Gallras 2 år efter besvarad synpunkt", "Nej", "Pågående"),
    (2, "Kontaktcenter", "Telefonväxel", KS, "Koppla samtal, visa frånvaro", AI, "", "Anställda, inringande", "Namn, titel, anknytning, frånvaroorsak, telefonnummer", "", "Telia", "ACE", "Samtalsloggar 3 mån", "Nej", "Pågående"),
    (3, "Kansli", "Nämndprotokoll på webben", KS, "Ge insyn i beslut", AI, "KL 8 kap. 13 §", "Förtroendevalda, parter", "Namn, parti, ärende", "Allmänheten via webbplatsen", "Formpipe AB", "Platina", "Protokoll bevaras. Webbversionen tas bort efter 3 år", "Nej", "Pågående"),
    (4, "Kansli", "Ceremonier – borgerliga vigslar", "Kommunstyrelsen", "Förrätta vigsel", RF, "4 kap. äktenskapsbalken", "Brudpar, vittnen", "Namn, personnummer, civilstånd", "Skatteverket", "", "Pärm", "Protokoll lämnas till länsstyrelsen. Bokningar gallras vid årets slut", "Nej", "Pågående"),
    (5, "Kansli", "Lotteritillstånd", KS, "Registrera lotterier", MU, "spellagen (2018:1138)", "Föreningsföreträdare", "Namn, adress, tfn", "Spelinspektionen", "", "W3D3", "2 år efter tillståndets slut", "Nej", "Avslutad 2024"),
    (6, "IT", "Behörigheter och konton", KS, "Ge rätt åtkomst till system", AI, "", "Anställda, elever, konsulter", "Användarnamn, namn, enhet, lösenord (krypterat)", "Ingen", "Atea Sverige AB", "Active Directory", "Konton raderas 90 dagar efter anställningens slut", "Nej", "Pågående"),
    (7, "IT", "E-post och kalender", KS, "Kommunicera", AI, "", "Anställda, externa kontakter", "Namn, e-postadress, innehåll i meddelanden", "", "Microsoft Ireland", "Microsoft 365", "E-post gallras av användaren", "Support kan ske från USA (standardavtalsklausuler)", "Pågående"),
    (8, "IT", "Loggning i nätverk", KS, "Spåra intrång", RF, "NIS-lagen", "Anställda", "IP-adress, användarnamn, tid", "Polisen vid misstanke om intrång; MSB vid incidentrapport", "", "Splunk", "6 mån", "Nej", "Pågående"),
    (9, "HR", "Arbetsskador", KS, "Anmäla och förebygga", RF, "Arbetsmiljölagen (1977:1160)", "Anställda", "Namn, personnummer, skada", "Försäkringskassan, Arbetsmiljöverket, skyddsombud, AFA", "", "KIA", "Bevaras", "Nej", "Pågående"),
    (10, "HR", "Friskvårdsbidrag", KS, "Betala ut bidrag", "Avtal", "", "Anställda", "Namn, belopp, kvitto", "", "Epassi", "Epassi", "7 år", "Nej", "Planerad"),
    (11, "Näringsliv", "Företagsregister och utskick", KS, "Bjuda in till möten", "Allmänt intresse ", "", "Företagare", "Namn, företag, e-post", "", "", "Excel", "Tills företagaren avanmäler sig", "", "Pågående"),
    (12, "Säkerhet", "Krigsplacering", KS, "Bemanna organisationen vid höjd beredskap", RF, "Lag (1994:1809) om totalförsvarsplikt", "Anställda", "Namn, personnummer, befattning", "Plikt- och prövningsverket", "", "", "Se särskild rutin", "Nej", "Pågående"),
)  # fmt: skip
