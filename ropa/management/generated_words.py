"""What synthetic activities are put together from: boards, topics, and codes of fixtures/vocabulary.json."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Area:
    """What one board does, in words and codes its activities are put together from."""

    board: str
    units: tuple[str, ...]
    sector: str
    topics: tuple[tuple[str, str], ...]
    """(what it is about, code of the purpose)."""
    laws: tuple[tuple[str, str], ...]
    """(code of the act, place in it), the one that lays down the task first."""
    subjects: tuple[str, ...]
    recipients: tuple[str, ...]
    system: str
    data_act: str = ""
    """Code of the data protection act of the field of work, where it has one."""


AREAS = (
    Area(
        "Socialnämnden",
        ("Enheten för ekonomiskt bistånd", "Barn- och familjeenheten", "Vuxenenheten"),
        "social-services",
        (
            ("Ekonomiskt bistånd", "p-ekonomiskt-bistand"),
            ("Utredning om barn och unga", "p-barn-unga"),
            ("Stöd vid skulder", "p-skuldradgivning"),
        ),
        (("law-2025-400", "14 kap."), ("law-2009-400", "26 kap. 1 §")),
        ("ds-klient", "ds-hushall", "ds-anhorig", "ds-godman"),
        ("r-fk", "r-skv", "r-kfm", "r-ivo", "r-domstol"),
        "Ärendesystem Sol",
        data_act="law-2001-454",
    ),
    Area(
        "Vård- och omsorgsnämnden",
        ("Hemtjänsten", "Biståndsenheten", "Funktionsstödsenheten"),
        "social-services",
        (
            ("Hemtjänst och trygghetslarm", "p-hemtjanst"),
            ("Insatser för personer med funktionsnedsättning", "p-verkstalla-insats"),
            ("Patientjournal i hemsjukvården", "p-hsl-journal"),
        ),
        (("law-2025-400", "8 kap."), ("law-1993-387", "9 §"), ("law-2008-355", "3 kap.")),
        ("ds-aldre", "ds-funktion", "ds-patient", "ds-anhorig"),
        ("r-region", "r-ivo", "r-sos", "r-utforare"),
        "Omsorgssystem Björk",
        data_act="law-2001-454",
    ),
    Area(
        "Utbildningsnämnden",
        ("Förskolan", "Grundskolan", "Elevhälsan"),
        "school",
        (
            ("Plats i förskola och fritidshem", "p-placering-forskola"),
            ("Undervisning och frånvaro", "p-undervisning"),
            ("Betyg", "p-betyg"),
            ("Skolskjuts", "p-skolskjuts"),
        ),
        (("law-2010-800", "29 kap. 10 §"), ("law-2009-400", "23 kap. 2 §")),
        ("ds-elev", "ds-barn", "ds-vardnadshavare"),
        ("r-skolverket", "r-skolinspektion", "r-csn", "r-friskola"),
        "Skolsystem Tall",
    ),
    Area(
        "Samhällsbyggnadsnämnden",
        ("Bygglovsenheten", "Miljöenheten", "Trafikenheten"),
        "building",
        (
            ("Bygglov", "p-bygglov"),
            ("Detaljplaner", "p-plan"),
            ("Miljötillsyn", "p-miljotillsyn"),
            ("Parkeringstillstånd", "p-parkering"),
        ),
        (("law-2010-900", "9 kap."), ("law-1998-808", "26 kap.")),
        ("ds-sokande", "ds-fastighetsagare", "ds-granne", "ds-ombud"),
        ("r-lantmateri", "r-lst", "r-granne", "r-ts"),
        "Ärendesystem Sten",
    ),
    Area(
        "Kultur- och fritidsnämnden",
        ("Biblioteket", "Kulturskolan", "Föreningsenheten"),
        "culture-leisure",
        (("Lån på bibliotek", "p-bibliotek"), ("Kulturskola", "p-kulturskola"), ("Bidrag", "p-foreningsbidrag")),
        (("law-2013-801", ""), ("law-2009-400", "40 kap. 3 §")),
        ("ds-lantagare", "ds-barn", "ds-forening", "ds-vardnadshavare"),
        ("r-inkasso", "r-begaran"),
        "Bokningssystem Våg",
    ),
    Area(
        "Kommunstyrelsen",
        ("HR-enheten", "Ekonomienheten", "Kontaktcenter", "Kansliet"),
        "general",
        (
            ("Rekrytering", "p-rekrytering"),
            ("Anställning och lön", "p-personal"),
            ("Fakturor och krav", "p-faktura"),
            ("Diarium", "p-diarium"),
            ("Frågor till kommunen", "p-kontaktcenter"),
        ),
        (("law-2017-725", "6 kap."), ("law-2009-400", "39 kap."), ("law-1990-782", "3 §")),
        ("ds-anstalld", "ds-arbetssokande", "ds-leverantor", "ds-allmanhet"),
        ("r-bank", "r-skv", "r-pension", "r-begaran"),
        "Verksamhetssystem Ljus",
    ),
)

KINDS = ("ansökan", "anmälan", "avgift", "uppföljning", "tillsyn", "samtal och råd", "klagomål", "e-tjänst")
PLACES = ("centrum", "norra området", "södra området", "landsbygden", "skärgården", "västra området")
DATA = (
    "pd-namn", "pd-kontakt", "pd-personnummer", "pd-familj", "pd-boende", "pd-ekonomi", "pd-konto", "pd-arbete",
    "pd-utbildning", "pd-arende", "pd-social", "pd-halsa", "pd-funktion", "pd-bild", "pd-logg", "pd-sprak",
)  # fmt: skip
SPECIAL = {"pd-halsa", "pd-funktion"}
"""Those of the data that are special categories (Art. 9)."""
FORGOTTEN = (
    "provisions", "special_category_bases", "identity_number_justification", "indirect_special_position", "sources",
    "security_measures", "dpia_status", "duty_consequences", "third_country", "reviewed_on",
)  # fmt: skip
"""Fields that one of five activities has forgotten one of."""
SOURCES = ("s-folkbok", "s-annan-namnd", "s-region", "s-fk", "s-webb", "s-intern")
TRIGGERS = ("rt-sista-anteckning", "rt-avslutat-arende", "rt-inaktualitet", "rt-beslut", "rt-rakenskapsar")
MEASURES = ("t-behorighet", "t-mfa", "t-logg", "t-backup", "t-utbildning", "t-incident", "t-krypt-transit")
SUPPLIERS = ("Nordvik Data AB", "Kommunmoln Sverige AB", "Driftbolaget i Mälardalen AB")
