"""School health services: two activities in one document, numbered question headings, bullets."""

from typing import Any

from tests.corpus.making.word import bullets, new


def make() -> Any:
    """Return the document."""
    document = new()
    document.add_heading("Elevhälsan i Sundhamra – dataskyddsinformation", 0)
    document.add_paragraph("Senast reviderad: 2025-02-10")
    for title, sections in (("Elevhälsans medicinska insats", NURSE), ("Skolkurator och specialpedagog", COUNSELLOR)):
        document.add_heading(title, 1)
        for number, (heading, texts) in enumerate(sections, start=1):
            document.add_heading(f"{number}. {heading}", 2)
            if len(texts) > 1:
                bullets(document, *texts)
            else:
                document.add_paragraph(texts[0])
    return document


NURSE = [
    ("Vem bär ansvaret?", ["Skolnämnden, Sundhamra kommun, i egenskap av vårdgivare"]),
    ("Vad är syftet?", ["Föra patientjournal", "Erbjuda hälsobesök och vaccinationer", "Följa upp vårdens kvalitet"]),
    (
        "Vilken är den rättsliga grunden?",
        ["Rättslig förpliktelse: 3 kap. 1 § patientdatalagen (2008:355) och 2 kap. 25 § skollagen"],
    ),
    (
        "Hur kan ni behandla känsliga uppgifter?",
        ["Det är tillåtet för hälso- och sjukvård enligt artikel 9.2 h i dataskyddsförordningen."],
    ),
    ("Vilka registreras?", ["Elever från förskoleklass till gymnasiet", "Vårdnadshavare"]),
    (
        "Vilka uppgifter finns i registret?",
        [
            "Namn, personnummer och kontaktuppgifter",
            "Längd, vikt, syn och hörsel",
            "Vaccinationer",
            "Diagnoser",
            "Etniskt ursprung registreras aldrig",
        ],
    ),
    ("Varifrån kommer de?", ["Eleven", "Vårdnadshavare", "Barnavårdscentral", "Tidigare skola"]),
    (
        "Till vem lämnas de ut?",
        [
            "Folkhälsomyndighetens vaccinationsregister",
            "Regionen vid remiss",
            "Ny skola – bara med samtycke eller efter menprövning",
            "IVO och Patientnämnden om de kräver det",
        ],
    ),
    ("I vilka system lagras de?", ["PMO (CGM Sverige AB)"]),
    (
        "Hur länge bevaras de?",
        [
            "Patientjournaler bevaras för all framtid. Tidböcker gallras efter 2 år. Hälsouppgiftsblanketter kastas efter inskrivning i journal."
        ],
    ),
    ("Omfattas uppgifterna av sekretess?", ["Ja, stark sekretess enligt 25 kap. 1 § OSL"]),
    (
        "Hur skyddas uppgifterna?",
        ["Inloggning med SITHS-kort", "Alla öppningar av journalen loggas och kontrolleras månadsvis"],
    ),
]

COUNSELLOR = [
    ("Vem bär ansvaret?", ["Skolnämnden, Sundhamra kommun"]),
    ("Vad är syftet?", ["Ge eleven stöd och utreda behov av särskilt stöd"]),
    (
        "Vilken är den rättsliga grunden?",
        ["Allmänt intresse, samt myndighetsutövning vid beslut om åtgärdsprogram (3 kap. 9 § skollagen)"],
    ),
    ("Vilka registreras?", ["Elever, vårdnadshavare, syskon (kan förekomma)"]),
    (
        "Vilka uppgifter finns i registret?",
        ["Namn", "Personnummer", "Skolresultat och frånvaro", "Sociala förhållanden, i förekommande fall hälsa"],
    ),
    ("Varifrån kommer de?", ["Eleven, vårdnadshavare, lärare"]),
    ("Till vem lämnas de ut?", ["Socialtjänsten vid oro för barnet (anmälningsplikt)", "BUP efter medgivande"]),
    ("I vilka system lagras de?", ["Prorenata, låst dokumentskåp"]),
    (
        "Hur länge bevaras de?",
        [
            "Utredningar och åtgärdsprogram: bevaras för elever födda den 5, 15, 25, övriga gallras 10 år efter avslutad skolgång. Minnesanteckningar rensas fortlöpande."
        ],
    ),
    ("Omfattas uppgifterna av sekretess?", ["Ja, 23 kap. 2 § offentlighets- och sekretesslagen (2009:400)"]),
]
