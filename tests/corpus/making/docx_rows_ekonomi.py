"""Finance and procurement on a lying page: few columns, long cells, the unit above the table."""

from typing import Any

from tests.corpus.making.word import grid, new


def make() -> Any:
    """Return the document."""
    document = new(landscape=True)
    document.add_heading("Ekonomi- och inköpsavdelningen", 1)
    document.add_paragraph("Kommunstyrelsen i Ekdala stad (org nr 222999-3007) är personuppgiftsansvarig.")
    table = grid(document, [HEADER, *ROWS])
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    document.add_paragraph("PUB = personuppgiftsbiträde. Uppgifter om rättigheter finns på ekdala.example/gdpr.")
    return document


HEADER = (
    "Personuppgiftsbehandling", "Varför görs behandlingen och med stöd av vad?", "Berörda personer",
    "Typ av personuppgifter", "Vem får uppgifterna?", "PUB", "Hur länge?",
)  # fmt: skip

ROWS = (
    (
        "Kundfakturor",
        "Fakturera avgifter och bevaka betalning. Rättslig förpliktelse (lagen om kommunal bokföring och redovisning, LKBR) och avtal.",
        "Kunder, betalningsmottagare",
        "Namn, person- eller samordningsnummer, adress, belopp",
        "Banken; Kronofogden och inkassobolag vid utebliven betalning",
        "Inyett AB",
        "Räkenskapsinformation gallras efter 7 år",
    ),
    (
        "Leverantörsregister",
        "Beställa varor, kontrollera och betala fakturor. Rättslig förpliktelse.",
        "Kontaktpersoner hos leverantörer; enskilda firmor",
        "Namn, telefon och e-post i arbetet; för enskild firma personnummer och bankgiro",
        "Skatteverket",
        "Inyett AB, Visma",
        "7 år efter utgången av det kalenderår då räkenskapsåret avslutades",
    ),
    (
        "Upphandling",
        "Genomföra upphandlingar enligt LOU (2016:1145). Rättslig förpliktelse. Prövning av anbud är myndighetsutövning.",
        "Anbudsgivare, nyckelpersoner i anbud",
        "Namn, CV, referenser. Utdrag ur belastningsregistret får bara visas upp vid uteslutningsprövning",
        "Förvaltningsrätt vid överprövning. Övriga anbudsgivare efter tilldelning",
        "Mercell Commerce AB",
        "Antagna anbud bevaras, ej antagna gallras 4 år efter avslutad upphandling. Se även dokumenthanteringsplanen kap 2.6",
    ),
    (
        "Bokslutsbilagor med lönelistor",
        "Underlag till revision",
        "Anställda",
        "Namn, anställningsnummer, lön",
        "Revisorerna",
        "-",
        "10 år",
    ),
)  # fmt: skip
