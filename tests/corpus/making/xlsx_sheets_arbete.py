"""Labour market and integration: a cover, then a sheet for each activity with labels down the first column."""

from typing import Any

from tests.corpus.making.sheets import book, sheet


def make() -> Any:
    """Return the workbook."""
    workbook = book()
    sheet(workbook, "Försättsblad", COVER, bold=(1,))
    for title, rows in SHEETS:
        sheet(workbook, title, rows, bold=())
    return workbook


COVER = (
    ("Arbetsmarknadsförvaltningens register",),
    (),
    ("Kommun", "Tallmo kommun"),
    ("Personuppgiftsansvarig", "Arbetsmarknadsnämnden"),
    ("Organisationsnummer", "559771-6009"),
    ("Dataskyddsombud", "dataskyddsombudet@tallmo.example, 0980-319 244"),
    ("Blad", "Varje behandling har ett eget blad"),
)

SHEETS = (
    (
        "Jobbspår",
        (
            ("Behandling", "Jobbspår för unga vuxna"),
            ("Enhet", "Arbetscentrum"),
            ("Ändamål", "Stödja deltagare till arbete eller studier\nRapportera resultat till Europeiska socialfonden"),
            ("Lagligt stöd", "Uppgift av allmänt intresse"),
            ("Deltagare/registrerade", "Deltagare 18–29 år, handledare"),
            (
                "Uppgifter",
                "Namn, personnummer, kontaktuppgifter, utbildning, arbetslivserfarenhet, planering. Hälsa om deltagaren själv vill berätta",
            ),
            ("Uppgiftskälla", "Deltagaren, Arbetsförmedlingen, försörjningsstöd"),
            ("Mottagare", "Svenska ESF-rådet, Arbetsförmedlingen, praktikplats"),
            ("Verksamhetssystem", "Accorda"),
            ("Gallringsfrist", "2 år efter avslutad insats. Projektredovisning sparas 10 år"),
            ("Överföring tredje land", "Nej"),
            ("Teknisk/organisatorisk säkerhet", "Behörighetsstyrning; låsta skåp; tystnadsplikt"),
        ),
    ),
    (
        "Mottagande",
        (
            ("Behandling", "Mottagande av nyanlända"),
            ("Enhet", "Integration"),
            ("Ändamål", "Ordna bostad, ge samhällsorientering, återsöka ersättning från staten"),
            (
                "Lagligt stöd",
                "Lag (2016:38) om mottagande av vissa nyanlända invandrare för bosättning – rättslig förpliktelse",
            ),
            ("Deltagare/registrerade", "Nyanlända, familjemedlemmar, kontaktpersoner"),
            ("Uppgifter", "Namn, LMA-nummer, personnummer, familj, språk, medborgarskap, bostadsadress"),
            ("Uppgiftskälla", "Migrationsverket"),
            ("Mottagare", "Migrationsverket, Länsstyrelsen, hyresvärdar"),
            ("Verksamhetssystem", "Accorda, pärmar"),
            ("Gallringsfrist", "Återsökningsunderlag 7 år. Personakt: 5 år efter sista anteckning"),
            ("Överföring tredje land", "Nej"),
            ("Teknisk/organisatorisk säkerhet", "Särskild rutin för skyddade personuppgifter"),
        ),
    ),
    (
        "Daglig verksamhet",
        (
            ("Behandling", "Habiliteringsersättning"),
            ("Enhet", "Daglig verksamhet"),
            ("Ändamål", "Betala ersättning för närvaro"),
            ("Lagligt stöd", "Samtycke (deltagaren anmäler sig)"),
            ("Deltagare/registrerade", "Personer med insats enligt LSS"),
            ("Uppgifter", "Namn, personnummer, konto, närvarodagar"),
            ("Uppgiftskälla", "Arbetsledare"),
            ("Mottagare", "Bank"),
            ("Verksamhetssystem", "Excel på G:"),
            ("Gallringsfrist", "Underlag gallras efter 2 år"),
            ("Överföring tredje land", ""),
            ("Teknisk/organisatorisk säkerhet", ""),
        ),
    ),
)
