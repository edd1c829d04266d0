"""A school unit's answers to a form: the municipality's form has numbered labels and a few rows nobody fills in."""

from typing import Any

from tests.corpus.making.word import new, pairs


def make() -> Any:
    """Return the document."""
    document = new()
    document.add_paragraph("Förteckning enligt artikel 30 – blankett version 2.1", style="Title")
    document.add_paragraph("Fyll i en tabell per behandling. Skicka till dataskyddssamordnaren.")
    document.add_heading("Grundskolan / Ekbackaskolan", 1)
    for rows in (JOURNAL, PHOTOS):
        pairs(document, rows)
    document.add_heading("Gymnasiet", 1)
    pairs(document, GRADES)
    document.add_heading("Måltidsenheten", 1)
    pairs(document, DIETS)
    return document


JOURNAL = [
    ("1. Behandlingens namn", "Lärplattform"),
    ("2. Personuppgiftsansvarig nämnd", "Utbildningsnämnden (org.nr. 212999-1507)"),
    ("3. Kontaktperson (funktion)", "Rektor"),
    ("4. Beskriv ändamålet", "Dokumentera elevers kunskapsutveckling\nKommunikation mellan skola och hem"),
    (
        "5. Rättslig grund (kryssa)",
        "☐ Samtycke\n☐ Avtal\n☐ Rättslig förpliktelse\n☒ Allmänt intresse\n☐ Myndighetsutövning",
    ),
    ("5 b. Hänvisning till lag", "Skollagen 10 kap. samt läroplanen"),
    ("6. Registrerade", "Elever, vårdnadshavare, lärare"),
    (
        "7. Personuppgifter",
        "Elever: namn, personnummer, klass, omdömen, frånvaro. Vårdnadshavare: namn, e-post, telefon",
    ),
    ("8. Särskilda kategorier", "Nej"),
    ("9. Mottagare – interna", "Undervisande personal, elevhälsan"),
    ("10. Mottagare – externa", "Inga"),
    ("11. Biträden", "Unikum AB (avtal 2022-08-15)"),
    ("12. Land utanför EES", "Nej"),
    ("13. Gallring", "Skriftliga omdömen gallras när eleven slutat skolan. Frånvaro: ett år efter läsårets slut."),
    ("14. Skyddsåtgärder", "Inloggning med BankID, utbildning av personal, behörighet efter roll"),
    ("15. DPIA", "Genomförd 2022-06-01"),
    ("16. Övrigt", ""),
]

PHOTOS = [
    ("1. Behandlingens namn", "Skolfotografering"),
    ("2. Personuppgiftsansvarig nämnd", "Utbildningsnämnden (org.nr. 212999-1507)"),
    ("3. Kontaktperson (funktion)", "Skoladministratör"),
    ("4. Beskriv ändamålet", "Skolkatalog"),
    (
        "5. Rättslig grund (kryssa)",
        "☒ Samtycke\n☐ Avtal\n☐ Rättslig förpliktelse\n☐ Allmänt intresse\n☐ Myndighetsutövning",
    ),
    ("5 b. Hänvisning till lag", "-"),
    ("6. Registrerade", "Elever och personal"),
    ("7. Personuppgifter", "Foto, namn, klass"),
    ("8. Särskilda kategorier", "Nej"),
    ("9. Mottagare – interna", ""),
    ("10. Mottagare – externa", "Fotoföretaget, självständigt ansvarigt för sin försäljning"),
    ("11. Biträden", "Skolbild i Norr HB, PUB-avtal saknas"),
    ("12. Land utanför EES", "Vet ej"),
    ("13. Gallring", "Ett ex av katalogen bevaras. Foton i elevregistret tas bort när eleven slutar."),
    ("14. Skyddsåtgärder", ""),
    ("15. DPIA", "Behövs ej, få och harmlösa uppgifter"),
    ("16. Övrigt", "Barn med skyddad identitet fotograferas inte"),
]

GRADES = [
    ("1. Behandlingens namn", "Betyg och examen"),
    ("2. Personuppgiftsansvarig nämnd", "Utbildningsnämnden (org.nr. 212999-1507)"),
    ("3. Kontaktperson (funktion)", "Gymnasiechef"),
    ("4. Beskriv ändamålet", "Sätta betyg, utfärda examensbevis"),
    (
        "5. Rättslig grund (kryssa)",
        "☐ Samtycke\n☐ Avtal\n☒ Rättslig förpliktelse\n☐ Allmänt intresse\n☒ Myndighetsutövning",
    ),
    ("5 b. Hänvisning till lag", "Skollag (2010:800) 3 kap. 13–21 §§; gymnasieförordningen 2010:2039"),
    ("6. Registrerade", "Elever"),
    ("7. Personuppgifter", "Namn, personnummer, program, kurser, betyg"),
    ("8. Särskilda kategorier", "Nej"),
    ("9. Mottagare – interna", "Kommunarkivet"),
    ("10. Mottagare – externa", "UHR (betygsdatabasen), CSN vid frånvaro, SCB"),
    ("11. Biträden", "Tieto Education"),
    ("12. Land utanför EES", "Nej"),
    ("13. Gallring", "Betygskatalog och examensbevis bevaras. Betygsunderlag gallras vid inaktualitet."),
    ("14. Skyddsåtgärder", "Loggkontroll varje månad"),
    ("15. DPIA", "Ej genomförd"),
    ("16. Övrigt", ""),
]

DIETS = [
    ("1. Behandlingens namn", "Specialkost"),
    ("2. Personuppgiftsansvarig nämnd", "Utbildningsnämnden (org.nr. 212999-1507)"),
    ("3. Kontaktperson (funktion)", "Kostchef"),
    ("4. Beskriv ändamålet", "Servera rätt mat till den som inte kan äta allt"),
    (
        "5. Rättslig grund (kryssa)",
        "☐ Samtycke\n☐ Avtal\n☐ Rättslig förpliktelse\n☒ Allmänt intresse\n☐ Myndighetsutövning",
    ),
    ("5 b. Hänvisning till lag", "10 kap. 10 § skollagen"),
    ("6. Registrerade", "Barn, elever"),
    ("7. Personuppgifter", "Namn, klass, avdelning, allergi/intolerans, kost av religiösa skäl"),
    ("8. Särskilda kategorier", "Ja – hälsa och religion, 9.2 g jämte 3 kap. 3 § dataskyddslagen"),
    ("9. Mottagare – interna", "Kökspersonal"),
    ("10. Mottagare – externa", "Inga"),
    ("11. Biträden", "Inga"),
    ("12. Land utanför EES", "Nej"),
    ("13. Gallring", "Intyg förstörs när ett nytt lämnas eller när barnet slutar"),
    ("14. Skyddsåtgärder", "Listor sätts inte upp där andra kan läsa"),
    ("15. DPIA", ""),
    ("16. Övrigt", "Avtalsnr saknas"),
]
