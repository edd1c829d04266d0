"""A social services department: units as headings, a table of labels for each activity."""

from typing import Any

from tests.corpus.making.word import new, pairs

HEADING = ("Fråga", "Svar")


def make() -> Any:
    """Return the document."""
    document = new()
    document.add_heading("Personuppgiftsbehandlingar i Vård- och stödförvaltningen", 0)
    document.add_paragraph("Granhults kommun. Personuppgiftsansvarig för samtliga behandlingar: Vård- och stödnämnden.")
    document.add_heading("Myndighetsenheten", 1)
    document.add_heading("Ekonomiskt bistånd", 2)
    pairs(document, ASSISTANCE, heading=HEADING)
    document.add_heading("LSS-insatser", 2)
    pairs(document, DISABILITY, heading=HEADING)
    document.add_heading("Stödboende", 1)
    document.add_heading("Boendestöd", 2)
    pairs(document, HOUSING, heading=HEADING)
    document.add_heading("Skuldrådgivning", 2)
    pairs(document, DEBTS, heading=HEADING)
    document.add_heading("Kvalitet och administration", 1)
    document.add_heading("Avvikelser och lex Sarah", 2)
    pairs(document, DEVIATIONS, heading=HEADING)
    return document


ASSISTANCE = [
    (
        "Ändamål",
        "Utreda och besluta om ekonomiskt bistånd\nBetala ut bistånd\nFölja upp planering mot egen försörjning",
    ),
    ("Laglig grund", "Myndighetsutövning, 12 kap. 1 § socialtjänstlagen (2025:400)"),
    ("Kat. av registrerade", "Sökande\nMedsökande, hemmavarande barn"),
    (
        "Kat. av personuppgifter",
        "- Namn, personnummer, adress\n- Inkomster, utgifter, tillgångar\n- Boende\n- Kontonummer\n"
        "- Hälsa endast om det påverkar möjligheten att arbeta",
    ),
    ("Känsliga personuppgifter", "Hälsa. Undantag: art 9.2 b"),
    ("Hämtas från", "Sökanden, Försäkringskassan, Arbetsförmedlingen, CSN, Skatteverket (via SSBTEK)"),
    ("Utlämnas till", "Hyresvärd (endast efter medgivande), Socialstyrelsen, SCB"),
    ("Personuppgiftsbiträde", "Pulsen Omsorg AB"),
    ("Informationsbärare", "Combine, pappersakt"),
    (
        "Gallras",
        "5 år efter sista anteckning. Personer födda 5, 15 och 25 undantas och bevaras. Kontoutdrag gallras efter 3 månader.",
    ),
    ("Överföring till tredje land", "Nej"),
    ("Automatiserat beslutsfattande", "Nej, robot förbereder men handläggaren beslutar"),
]

DISABILITY = [
    ("Ändamål", "Handlägga ansökningar om insatser enl. LSS"),
    ("Laglig grund", "Myndighetsutövning. LSS 7 och 9 §§"),
    ("Kat. av registrerade", "Personer med funktionsnedsättning, gode män, anhöriga"),
    ("Kat. av personuppgifter", "Namn, pers nr, adress, funktionsnedsättning, läkarutlåtande, behov i vardagen"),
    ("Känsliga personuppgifter", "Ja. Artikel 9.2.h"),
    ("Hämtas från", "Den enskilde eller ställföreträdare. Habiliteringen (med samtycke till att bryta sekretess)."),
    ("Utlämnas till", "Utförare av insatsen, Försäkringskassan (assistansersättning), IVO"),
    ("Informationsbärare", "Combine"),
    ("Gallras", "Fem år efter sista anteckningen"),
    ("Överföring till tredje land", "Nej"),
    ("Anmärkning", "Två handläggare saknas i listan över behörigheter, åtgärdas v. 12"),
]

HOUSING = [
    ("Ändamål", "Planera, genomföra och dokumentera boendestöd"),
    ("Laglig grund", "Allmänt intresse"),
    ("Kat. av registrerade", "Brukare"),
    ("Kat. av personuppgifter", "Namn, personnummer, telefonnummer, genomförandeplan, sociala förhållanden, hälsa"),
    ("Känsliga personuppgifter", "Ja"),
    ("Hämtas från", "Brukaren, myndighetsenheten"),
    ("Utlämnas till", "Lämnas inte ut utanför enheten"),
    ("Informationsbärare", "Combine"),
    ("Gallras", "Enligt nämndens informationshanteringsplan"),
    ("Överföring till tredje land", ""),
]

DEBTS = [
    ("Ändamål", "Ge råd till skuldsatta, hjälpa till med ansökan om skuldsanering"),
    ("Laglig grund", "Rättslig förpliktelse enl. skuldsaneringslagen 2 §; uppgift av allmänt intresse"),
    ("Kat. av registrerade", "Rådsökande, ev. make/maka"),
    ("Kat. av personuppgifter", "Namn, personnummer, skulder, inkomster, civilstånd, anställning"),
    ("Känsliga personuppgifter", "Nej, ska inte förekomma"),
    ("Hämtas från", "Rådsökande. UC (efter fullmakt)"),
    ("Utlämnas till", "Kronofogden och fordringsägare när den enskilde ber om det"),
    ("Informationsbärare", "Boss"),
    ("Gallras", "Ärenden gallras 2 år efter avslut"),
    ("Överföring till tredje land", "Nej"),
]

DEVIATIONS = [
    ("Ändamål", "Utreda missförhållanden och förbättra verksamheten"),
    ("Laglig grund", "Rättslig förpliktelse, 27 kap. socialtjänstlagen"),
    ("Kat. av registrerade", "Brukare; personal som rapporterar"),
    ("Kat. av personuppgifter", "Namn, händelseförlopp, hälsouppgifter vid behov"),
    ("Hämtas från", "Personal"),
    ("Utlämnas till", "Inspektionen för vård och omsorg vid allvarliga missförhållanden"),
    ("Informationsbärare", "DF Respons"),
    ("Gallras", "Lex Sarah-rapporter bevaras. Övriga avvikelser gallras efter 3 år"),
]
