"""Special transport: a form on one sheet, labels in column B and answers in column D, instructions between them."""

from typing import Any

from tests.corpus.making.sheets import book, sheet


def make() -> Any:
    """Return the workbook."""
    workbook = book()
    added = sheet(workbook, "Behandling", ROWS, bold=(2,), merged=("B2:D2",))
    added.column_dimensions["A"].width = 3
    return workbook


ROWS = (
    (),
    ("", "Färdtjänst och riksfärdtjänst", "", ""),
    (),
    ("", "Ansvarig nämnd", "Ange nämndens namn", "Trafiknämnden i Kvarnhults kommun"),
    ("", "Org.nr", "Tio siffror", "212999-1002"),
    ("", "Handläggande enhet", "", "Resecentrum"),
    ("", "Kontakt", "Funktionsbrevlåda", "resecentrum@kvarnhult.example"),
    ("", "Ändamål", "Skriv varje ändamål för sig", "Pröva ansökan om tillstånd"),
    ("", "", "", "Beställa och utföra resor"),
    ("", "", "", "Fakturera egenavgifter"),
    ("", "Rättslig grund", "Artikel 6.1", "6.1 e – myndighetsutövning (tillstånd)"),
    ("", "", "", "6.1 e – allmänt intresse (resor)"),
    ("", "Lagrum", "", "Lagen om färdtjänst (1997:736) 6-9 §§"),
    (
        "",
        "Grund för känsliga uppgifter",
        "Artikel 9.2",
        "9.2 g; 3 kap. 3 § lagen (2018:218) med kompletterande bestämmelser till EU:s dataskyddsförordning",
    ),
    ("", "Registrerade", "", "Sökande"),
    ("", "", "", "Ledsagare (om sådan beviljats)"),
    ("", "Personuppgifter", "", "Namn, personnr, adress"),
    ("", "", "", "Funktionsnedsättning, hjälpmedel"),
    ("", "", "", "Resor: tid, från och till"),
    ("", "Varför behövs personnummer?", "", "Säker identifiering vid fakturering"),
    ("", "Källor", "", "Den sökande; läkarintyg"),
    ("", "Mottagare", "", "Beställningscentral och taxibolag"),
    ("", "", "", "Förvaltningsrätten vid överklagande"),
    ("", "Biträden", "Namn och avtal", "Alfa Commuter AB, avtal 2021-11-01"),
    ("", "Tredjeland", "Ja/nej", "nej"),
    ("", "Gallring", "", "Akten gallras 2 år efter att tillståndet upphört"),
    ("", "", "", "Resedata avidentifieras efter 14 mån"),
    ("", "Säkerhet", "", "Behörighetsstyrning"),
    ("", "", "", "Kryptering i vila"),
    ("", "Konsekvensbedömning", "", "Påbörjad"),
    ("", "Automatiserade beslut", "", "Nej"),
    ("", "Måste man lämna uppgifterna?", "", "Nej, men utan dem kan ansökan inte prövas"),
    ("", "Avtalsnr", "", "TN-2021-09"),
)
