"""An environment department's sheet: a filter row, dates as dates, a column of numbers nobody explains."""

from datetime import date
from typing import Any

from tests.corpus.making.sheets import book, sheet


def make() -> Any:
    """Return the workbook."""
    workbook = book()
    added = sheet(workbook, "Miljö 2025", [HEADER, *ROWS])
    added.auto_filter.ref = added.dimensions
    added.freeze_panes = "A2"
    workbook.create_sheet("Blad2")
    return workbook


HEADER = (
    "Diarienr.", "Process", "Syften med behandlingen", "Art. 6", "Art. 9", "Stöd i annan lag", "Vems uppgifter?", "Vilka uppgifter?",
    "Inhämtas från", "Lämnas till (externt)", "Var finns uppgifterna?", "Gallringsregel", "Senast granskad", "Poäng",
)  # fmt: skip

ROWS = (
    ("MBN 2025-1", "Tillsyn enskilda avlopp", "Kontrollera avlopp och meddela förelägganden", "6.1 e myndighetsutövning", "ej aktuellt", "Miljöbalken (1998:808) 26 kap.", "Fastighetsägare", "Namn, personnr, adress, fastighetsbeteckning", "Lantmäteriet; besök på plats", "Mark- och miljödomstolen (överklagan)", "Ecos 2", "Tillsynsärenden gallras 10 år efter att anläggningen tagits ur bruk", date(2025, 1, 15), 12),
    ("MBN 2025-2", "Livsmedelskontroll", "Registrera verksamheter, kontrollera och ta ut avgift", "6.1 c + 6.1 e (myndighetsutövning)", "ej aktuellt", "livsmedelslagen; förordning (EU) 2017/625", "Företagare, anställda som intervjuas", "Namn, organisationsnummer (ibland personnummer), kontrollrapport", "Företagaren", "Livsmedelsverket", "Ecos 2", "Rapporter 5 år", date(2025, 1, 15), 15),
    ("MBN 2025-3", "Serveringstillstånd", "Pröva ansökan och utöva tillsyn", "6.1 e myndighetsutövning", "", "Alkohollagen 8 kap. 12 och 12 a §§", "Sökande, bolagsmän, serveringsansvariga", "Namn, pnr, ekonomi, skulder, brottsbelastning", "Polisen, Skatteverket, Kronofogden, UC", "Polisen, Länsstyrelsen, Folkhälsomyndigheten", "AlkT", "Gallras 2 år efter upphört tillstånd. Avslag bevaras", date(2024, 11, 2), 21),
    ("MBN 2025-4", "Klagomål på buller m.m.", "Utreda störningar", "6.1 e", "Hälsa kan förekomma, 9.2 g", "MB 26 kap 1 §", "Klagande, den som orsakar störningen", "Namn, adress, telefon, beskrivning av besvären", "Klaganden", "-", "Ecos 2, ljudfiler på G:", "Gallras 5 år efter avslut. Anonyma klagomål som inte föranleder åtgärd gallras omg.", date(2024, 11, 2), ""),
    ("MBN 2025-5", "Strandskyddsdispens", "Besluta om dispens", "6.1 e myndighetsutövning", "", "7 kap. 18 b § miljöbalken", "Sökande, grannar", "Namn, adress, fastighet", "Sökanden", "Länsstyrelsen (alla beslut)", "Ecos 2", "Bevaras", "", ""),
    ("MBN 2025-6", "Räddningstjänstens sotning", "Föra kontrollbok över eldstäder", "6.1 c", "", "LSO 3 kap. 4 §", "Fastighetsägare", "Namn, adress, anläggningens skick", "Fastighetsägaren, sotaren", "Sotningsföretaget Svarta Hatten HB (biträde)", "RING", "Kontrollbok: så länge eldstaden finns", "", ""),
)  # fmt: skip
