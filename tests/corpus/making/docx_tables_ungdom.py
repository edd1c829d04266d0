"""A youth unit's own tables, typed in a hurry: labels misspelt, some with a colon, one answer in the wrong row."""

from typing import Any

from tests.corpus.making.word import new, pairs


def make() -> Any:
    """Return the document."""
    document = new()
    document.add_paragraph("GDPR-lista Ungdomsenheten, Lillberga 2025")
    document.add_paragraph("Ansvarig nämnd = Fritidsnämnden")
    for title, rows in (("Öppen fritidsgård", OPEN), ("Läger och resor", CAMPS), ("Fältarbete", FIELD)):
        document.add_paragraph(title, style="Heading 2")
        pairs(document, rows)
    return document


OPEN = [
    ("Ändamåll:", "Veta vilka som är medlemmar på gården"),
    ("Rättlig grund:", "allmäntintresse"),
    ("Vilka regisreras:", "ungdomar, vårdnadshavre"),
    ("Personupgifter:", "Namn, födelsedatum, skola, tel till hemmet"),
    ("Vart sparas det:", "Medlemssystemet Gårdis"),
    ("Galring:", "Gallras 6 månader efter att kortet gått ut."),
    ("Lämnas ut till:", "Nej"),
]

CAMPS = [
    ("Ändamål", "Kunna ta hand om deltagare på läger, kontakta hemmet"),
    ("Rättslig grund", "Avtal (anmälan)"),
    ("Vilka registreras", "deltagare, ledare och vårdnadshavare"),
    (
        "Personuppgifter",
        "Namn, pers.nr, adress, tfn till vårdnadshavare, simkunnighet. Allergier o mediciner frivilligt, gallras direkt efter lägret",
    ),
    ("Känsliga uppg", "Uttryckligt samtycke"),
    ("Var sparas det", "Pärm som ledaren har med sig"),
    ("Gallring", "Anmälningar 1 år"),
    ("Lämnas ut till", "Bussbolag (bara antal), färjerederi (namn och födelsedatum)"),
    ("Tredjeland", "Resor utanför EU: namnlista till hotell i Storbritannien"),
]

FIELD = [
    ("Ändamål", "Uppsökande arbete"),
    ("Rättslig grund", "SoL"),
    ("Vilka registreras", "Inga registreras"),
    ("Personuppgifter", "Förs ej"),
    ("Gallring", "-"),
    ("Lämnas ut till", "Vid allvarlig oro görs anmälan till socialtjänsten"),
]
