"""A notice for parents of preschool children: questions as headings, bullets and short paragraphs."""

from typing import Any

from tests.corpus.making.word import bullets, new


def make() -> Any:
    """Return the document."""
    document = new()
    document.add_heading("Plats i förskola och pedagogisk omsorg", 0)
    document.add_paragraph("Information till dig som vårdnadshavare i Lillberga kommun")
    for heading, paragraphs in SECTIONS:
        document.add_heading(heading, 2)
        for text in paragraphs:
            if isinstance(text, tuple):
                bullets(document, *text)
            else:
                document.add_paragraph(text)
    return document


SECTIONS: list[tuple[str, list[str | tuple[str, ...]]]] = [
    ("Vem ansvarar för uppgifterna?", ["Barnnämnden i Lillberga kommun är personuppgiftsansvarig."]),
    (
        "Vad använder vi uppgifterna till?",
        [
            "Uppgifterna behövs för att:",
            (
                "ordna kö och erbjuda plats",
                "räkna ut och fakturera avgiften",
                "planera personalens schema efter barnens vistelsetid",
            ),
        ],
    ),
    (
        "Vilket lagligt stöd finns?",
        [
            "När vi fördelar platser och beslutar om avgift är det myndighetsutövning. Övrig behandling är nödvändig för en "
            "uppgift av allmänt intresse. Reglerna finns i 8 kap. skollagen (2010:800).",
            "Fotografering för utställningar på förskolan sker bara om du har samtyckt. Du kan ångra dig när du vill.",
        ],
    ),
    (
        "Vilka uppgifter behandlas?",
        [
            "Om barnet:",
            ("namn och personnummer", "vistelsetider", "uppgift om allergi om du lämnar den", "behov av stöd"),
            "Om vårdnadshavare:",
            ("namn, personnummer, adress", "e-post och telefon", "arbetsgivare", "hushållets inkomst"),
        ],
    ),
    (
        "Var hämtas uppgifterna?",
        ["Från dig, från folkbokföringsregistret och från Skatteverket när avgiften kontrolleras i efterhand."],
    ),
    (
        "Vem kan ta del av dem?",
        [
            "Personalen på förskolan och handläggare på barnomsorgskontoret.",
            "Uppgifter lämnas också ut till:",
            (
                "fristående förskolor där ditt barn står i kö",
                "Försäkringskassan, på begäran",
                "ett inkassobolag, om avgiften inte betalas",
            ),
            "IST Sverige AB sköter driften av systemet Förskola Direkt som personuppgiftsbiträde.",
        ],
    ),
    ("Skickas uppgifter utanför Europa?", ["Nej. All lagring sker inom EU."]),
    (
        "Hur länge lagras uppgifterna?",
        [
            (
                "Köuppgifter: 1 år efter att barnet fått plats",
                "Inkomstuppgifter gallras efter 3 år",
                "Barnets journal bevaras inte, den lämnas till er när barnet slutar",
            ),
        ],
    ),
    (
        "Är det frivilligt att lämna uppgifter?",
        ["Uppgifter om inkomst är frivilliga, men utan dem tar vi ut högsta avgiften."],
    ),
    (
        "Kontaktuppgifter",
        [
            "Barnomsorgskontoret: barnomsorg@lillberga.example, 08-465 004 55",
            "Dataskyddsombud: dataskyddsombud@lillberga.example",
        ],
    ),
]
