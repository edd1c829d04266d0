"""Culture and leisure on one lying page: a row for each activity, many columns, some empty."""

from typing import Any

from tests.corpus.making.word import grid, new


def make() -> Any:
    """Return the document."""
    document = new(landscape=True)
    document.add_heading("Bilaga 3. Registerförteckning – Kultur och fritid, Tallmo", 1)
    document.add_paragraph("Ansvarig: Kultur- och fritidsnämnden. Reviderad nov. 2024.")
    grid(document, [HEADER, *ROWS])
    return document


HEADER = (
    "Nr", "Verksamhet", "Behandling", "Syfte", "Rättslig grund", "Registrerade", "Uppgifter", "Mottagare",
    "System/bärare", "Gallringstid", "Utanför EU", "Kommentar",
)  # fmt: skip

ROWS = (
    (
        "KF1", "Bibliotek", "Låneregister", "Administrera lån och krav", "Uppgift av allmänt intresse; bibliotekslagen",
        "Låntagare", "Namn, pnr, adress, lån", "Inkassobolag", "Koha", "3 år efter sista lånet gallras låntagaren", "Nej", "",
    ),
    (
        "KF2", "Bibliotek", "Programverksamhet", "Anmälan till sagostund m.m.", "Allmänt intresse",
        "Besökare, barn", "Barnets förnamn och ålder, mejl till förälder", "", "Formulär i Sitevision", "Efter tillfället", "Nej", "",
    ),
    (
        "KF3", "Fritid", "Lokalbokning", "Boka lokaler, fakturera, lämna ut nyckel", "Avtal", "Föreningsföreträdare, privatpersoner",
        "Namn, pnr/orgnr, e-post, tel", "Ekonomiavdelningen", "Interbook Go; pärm för nyckelkvittenser",
        "Bokning 2 år. Nyckelkvittens kastas när nyckeln lämnats tillbaka", "Nej", "Nytt system hösten 2025",
    ),
    (
        "KF4", "Fritid", "Föreningsbidrag", "Betala rätt bidrag och kontrollera närvaro", "Allmänt intresse (6.1 e), kommunallagen 2 kap. 1 §",
        "Ledare, medlemmar", "Namn, födelseår, kön, närvaro, föreningens kontonr", "Riksidrottsförbundet",
        "Aktivitetskort online", "Ansökan om bidrag 7 år; närvarokort 2 år", "Nej", "Stickprov görs",
    ),
    (
        "KF5", "Fritidsgård", "Sommarjobb för unga", "Fördela platser", "Myndighetsutövning?", "Ungdomar",
        "Namn, pnr, skola, bankkonto, ev. funktionsnedsättning", "Lönecenter", "Jobbportalen",
        "Ej antagna: efter sommaren. Antagna: se Lön", "?", "",
    ),
    (
        "KF6", "Museum", "Gåvobrev", "Dokumentera samlingarnas ursprung", "Rättslig förpliktelse, arkivlagen",
        "Givare", "Namn, adress, berättelse om föremålet", "Lämnas inte ut annat än enligt offentlighetsprincipen",
        "Primus", "Bevaras", "Nej", "",
    ),
)  # fmt: skip
