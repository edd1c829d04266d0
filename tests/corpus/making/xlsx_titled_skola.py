"""A school board's sheet: a title, a note, and labels in two rows, the upper one merged over groups of columns."""

from typing import Any

from tests.corpus.making.sheets import book, sheet


def make() -> Any:
    """Return the workbook."""
    workbook = book()
    rows = [(TITLE,), (NOTE,), GROUPS, LABELS, *ROWS]
    sheet(workbook, "Artikel 30", rows, bold=(1, 3, 4), merged=("A1:O1", "A2:O2", *SPANS))
    return workbook


TITLE = "Registerförteckning enligt artikel 30 – Utbildningsnämnden i Norrskoga"
NOTE = "Dataskyddsombud: dso@norrskoga.example. Rader med grå text är under arbete."
SPANS = ("A3:B3", "C3:E3", "F3:H3", "I3:J3", "K3:L3", "M3:O3")
GROUPS = (
    "Behandling", "", "Ändamål och grund", "", "", "Personer och uppgifter", "", "", "Utlämnande", "", "Lagring", "", "Övrigt", "", "",
)  # fmt: skip
LABELS = (
    "Namn", "Enhet", "Ändamål", "Rättslig grund", "Författningsstöd", "Kategorier av registrerade", "Kategorier av uppgifter",
    "Känsliga uppgifter", "Mottagare", "Tredjeland", "System", "Gallring", "Säkerhet", "Avtalsnr", "Kommentar",
)  # fmt: skip
ROWS = (
    ("Kö till fritidshem", "Barnomsorg", "Fördela platser", "Myndighetsutövning", "Skollagen 14 kap. 3-5 §§", "Barn, vårdnadshavare", "Namn, personnr, arbetstider", "Nej", "Fristående fritidshem", "Nej", "Edlevo", "Gallras 1 år efter avslutad placering", "Inloggning med e-leg", "A-17", ""),
    ("Frånvaroanmälan", "Grundskola", "Rapportera och följa upp frånvaro", "Rättslig förpliktelse", "7 kap. 17 och 19 a §§ skollagen", "Elever", "Namn, klass, frånvaro, orsak", "Hälsa kan framgå", "Hemkommunen vid upprepad ogiltig frånvaro", "Nej", "Skola24", "Vid läsårets slut", "Åtkomst loggas", "A-22", ""),
    ("Prov i dator", "Grundskola", "Genomföra nationella prov", "Allmänt intresse", "Skolförordningen 9 kap.", "Elever, lärare", "Namn, provresultat, användarnamn", "Nej", "Skolverket", "Nej", "Skolverkets provtjänst", "Elevlösningar i svenska bevaras, övriga gallras efter 5 år", "", "", "Provtjänsten införs stegvis"),
    ("SFI", "Vuxenutbildning", "Anta elever, bedöma kunskaper, rapportera till CSN", "Myndighetsutövning, allmänt intresse", "20 kap. skollagen", "Vuxenstuderande", "Namn, pnr eller samordningsnr, medborgarskap, modersmål, närvaro", "Nej", "CSN, Arbetsförmedlingen, Migrationsverket (endast om eleven är asylsökande)", "Nej", "Alvis", "Betyg bevaras. Närvaro gallras 2 år efter avslutad kurs.", "Behörighetsstyrning", "A-31", ""),
    ("Elevdatorer", "IT i skolan", "Tillhandahålla datorer", "Allmänt intresse", "", "Elever", "Namn, användarkonto, serienummer, e-postadress", "Nej", "", "Google, USA; beslut om adekvat skyddsnivå", "Google Workspace", "Konto stängs när eleven slutar och raderas efter 180 dagar", "Filter, tvåstegsverifiering för personal", "A-40", "Konsekvensbedömning klar 2023-09-12"),
)  # fmt: skip
