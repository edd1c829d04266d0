"""Keys, texts and terms of the seed documents, for the records of `tests.worlds`."""

from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from ropa.record import (
    Law,
    RetentionTrigger,
    Text,
)
from ropa.vocabulary import (
    DataLevel,
)


def key(name: str) -> UUID:
    """Return the same key for the same name, run after run."""
    return uuid5(NAMESPACE_URL, f"ropa-tests/{name}")


def both(sv: str, en: str) -> Text:
    """Return a Swedish text with its English translation."""
    return Text.model_validate({"sv": sv, "en": en})


def term(cls: type, code: str, sv: str, en: str = "", **more: Any) -> Any:
    """Return a term with its labels; English is the Swedish word where none is given."""
    return cls(code=code, labels={"sv": sv, "en": en or sv}, **more)


LAST_ENTRY = term(
    RetentionTrigger, "rt-sista-anteckning", "Sista anteckningen i akten", "Last entry in the file",
    after={"sv": "att den sista anteckningen gjordes i akten", "en": "the last entry was made in the file"},
    when={"sv": "den sista anteckningen har gjorts i akten", "en": "the last entry has been made in the file"},
)  # fmt: skip
OBSOLETE = term(
    RetentionTrigger, "rt-inaktualitet", "Inaktualitet", "No longer needed",
    after={"sv": "att uppgifterna inte längre behövdes", "en": "the data were no longer needed"},
    when={"sv": "uppgifterna inte längre behövs", "en": "the data are no longer needed"},
)  # fmt: skip
INTERVENTION_ENDED = term(
    RetentionTrigger, "rt-avslutad-insats", "Avslutad insats", "End of the support measure",
    after={"sv": "att insatsen avslutades", "en": "the support measure ended"},
    when={"sv": "insatsen har avslutats", "en": "the support measure has ended"},
)  # fmt: skip
OLD_SOCIAL_SERVICES_ACT = term(
    Law, "law-2001-453", "Socialtjänstlagen (2001:453)", "Social Services Act (2001:453)",
    sfs="2001:453", url="https://rkrattsbaser.gov.se/sfst?bet=2001:453", repealed=True,
)  # fmt: skip

DATA = (
    ("namn", "Namn", "Name", DataLevel.ORDINARY),
    ("adress", "Adressuppgifter", "Address", DataLevel.ORDINARY),
    ("telefon", "Telefonnummer", "Telephone number", DataLevel.ORDINARY),
    ("epost", "E-postadresser", "E-mail addresses", DataLevel.ORDINARY),
    ("personnummer", "Personnummer", "Personal identity number", DataLevel.SPECIALLY_PROTECTED),
    ("arbete", "Arbetsförhållanden", "Employment", DataLevel.ORDINARY),
    ("civilstand", "Civilstånd", "Marital status", DataLevel.ORDINARY),
    ("konto", "Kontonummer", "Bank account number", DataLevel.SPECIALLY_PROTECTED),
    ("boende", "Bostadsförhållande", "Housing", DataLevel.ORDINARY),
)
AUTHORITIES = (
    ("fk", "Försäkringskassan", "Swedish Social Insurance Agency"),
    ("skv", "Skatteverket", "Swedish Tax Agency"),
    ("kfm", "Kronofogdemyndigheten", "Swedish Enforcement Authority"),
    ("polis", "Polismyndigheten", "Swedish Police Authority"),
    ("pm", "Pensionsmyndigheten", "Swedish Pensions Agency"),
    ("ts", "Transportstyrelsen", "Swedish Transport Agency"),
    ("sos", "Socialstyrelsen", "National Board of Health and Welfare"),
    ("ivo", "Inspektionen för vård och omsorg", "Health and Social Care Inspectorate"),
    ("forvaltning", "Andra förvaltningar inom Järfälla kommun", "Other departments of Järfälla municipality"),
)
