"""A Finland-Swedish description of a file: numbered headings in the fixed order of such forms."""

from typing import Any

from tests.corpus.making.word import bullets, new


def make() -> Any:
    """Return the document."""
    document = new()
    document.add_paragraph("Dataskyddsbeskrivning: Kundregister för småbarnspedagogik", style="Title")
    document.add_paragraph("Upprättad 1.8.2024")
    for heading, texts in SECTIONS:
        document.add_heading(heading, 1)
        if len(texts) > 1:
            bullets(document, *texts)
        else:
            document.add_paragraph(texts[0])
    return document


SECTIONS = [
    ("1. Personuppgiftsansvarig", ["Bildningsnämnden i Strandnäs stad"]),
    ("2. Ansvarsperson", ["Chefen för småbarnspedagogiken"]),
    ("3. Dataskyddsombud", ["dataskydd@strandnas.example"]),
    (
        "4. Ändamålet med behandlingen av personuppgifter",
        ["Ordna småbarnspedagogik och förskoleundervisning", "Bestämma klientavgifter"],
    ),
    (
        "5. Den rättsliga grunden för behandlingen",
        [
            "Fullgörande av en rättslig förpliktelse (artikel 6.1 c). Lagen om småbarnspedagogik (540/2018). Lagen om klientavgifter inom småbarnspedagogiken (1503/2016)."
        ],
    ),
    ("6. Grupper av registrerade", ["Barn", "Vårdnadshavare"]),
    (
        "7. Registrets datainnehåll",
        [
            "Barnets och vårdnadshavarnas namn, personbeteckning och adress",
            "Modersmål",
            "Inkomstuppgifter för avgiften",
            "Specialdieter och allergier vid behov",
        ],
    ),
    ("8. Regelmässiga uppgiftskällor", ["Vårdnadshavarna", "Befolkningsdatasystemet", "Inkomstregistret"]),
    (
        "9. Regelmässigt utlämnande av uppgifter",
        [
            "Till informationsresursen Varda. Till FPA för utbetalning av stöd. Till välfärdsområdet endast med vårdnadshavarens samtycke till utlämnandet."
        ],
    ),
    ("10. Överföring av uppgifter utanför EU eller EES", ["Uppgifter överförs inte."]),
    (
        "11. Förvaringstid",
        [
            "Ansökningar och beslut förvaras 5 år efter att vården upphört. Planen för småbarnspedagogik förvaras varaktigt för barn födda den 8, 18 och 28."
        ],
    ),
    (
        "12. Principer för skydd av registret",
        ["Manuellt material hålls i låsta utrymmen", "Datasystemet kräver personligt användarnamn och loggas"],
    ),
    ("13. Datasystem", ["Daisy (WhiteBear Solutions, personuppgiftsbiträde)"]),
    ("14. Rätt till insyn", ["Den registrerade har rätt att granska sina uppgifter. Begäran görs skriftligen."]),
    ("15. Automatiserat beslutsfattande eller profilering", ["Används inte."]),
]
