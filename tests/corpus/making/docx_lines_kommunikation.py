"""Communication: no tables, each line starts with its label in bold; activities are told apart by their names."""

from typing import Any

from tests.corpus.making.word import labelled, new


def make() -> Any:
    """Return the document."""
    document = new()
    document.add_heading("Kommunikationsenhetens behandlingar", 1)
    document.add_paragraph("Rönnåsa kommun, Kommunstyrelsen. Org-nr: 222999-3106.")
    for name, lines in ACTIVITIES:
        document.add_heading(name, 2)
        for label, text in lines:
            labelled(document, label, text)
    return document


ACTIVITIES = (
    (
        "Webbplatsen",
        (
            ("Avsikt", "Informera om kommunens verksamhet och mäta hur sidorna används"),
            ("Stöd", "Allmänt intresse"),
            ("Gäller", "Besökare på webben, anställda som anges som kontakt"),
            ("Omfattar", "IP-adress (förkortad), namn och telefonnummer till kontaktpersoner"),
            ("Ursprung", "Besökarens webbläsare"),
            ("Delas med", "Allmänheten vad gäller publicerade uppgifter"),
            ("Leverantörer", "Sitevision AB, PUB-avtal tecknat 2024-01-15; Matomo körs i egen drift"),
            ("Tredjelandsöverföring", "Nej"),
            (
                "Sparas hur länge",
                "Besöksstatistik 13 månader. Publicerade uppgifter tas bort när de blivit inaktuella.",
            ),
            ("Säkerhet", "Krypterad trafik (https), behörigheter för redaktörer"),
        ),
    ),
    (
        "Sociala medier",
        (
            ("Avsikt", "Ha dialog med invånarna"),
            ("Stöd", "Allmänt intresse. Bilder på barn: samtycke från vårdnadshavare"),
            ("Gäller", "Följare, personer på bild"),
            ("Omfattar", "Kontonamn, kommentarer, bilder. Personnummer får aldrig förekomma"),
            ("Ursprung", "Den som kommenterar"),
            ("Delas med", "Meta (Facebook och Instagram), gemensamt ansvar för statistiken"),
            ("Tredjelandsöverföring", "Ja, USA. Adekvansbeslut (DPF)"),
            ("Sparas hur länge", "Kommentarer gallras efter två år, kränkande kommentarer genast"),
        ),
    ),
    (
        "Bildbank",
        (
            ("Avsikt", "Samla foton för trycksaker"),
            ("Stöd", "Samtycke eller avtal med modell"),
            ("Gäller", "Fotograferade"),
            ("Omfattar", "Bild, namn, datum för samtycke"),
            ("Ursprung", "Anlitad fotograf"),
            ("Delas med", "Reklambyrå vid behov"),
            ("Leverantörer", "Mediaflow"),
            ("Tredjelandsöverföring", "Nej, servrarna står i Sverige"),
            ("Sparas hur länge", "5 år från fotograferingen, därefter raderas bilden om inte samtycket förnyas"),
        ),
    ),
)
