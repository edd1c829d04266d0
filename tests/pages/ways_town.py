"""What the tests of the ways in look at: a school bus with all there is to tell, and home care that rules a recipient out."""

import re
from html import unescape
from typing import Any
from uuid import uuid4

from django.test import Client

from ropa import record
from ropa.vocabulary import DataLevel, LegalBasis, Occurrence, RecipientKind
from tests.pages.town import TEAM

KEYS = {name: uuid4() for name in ("guardian", "pupil", "name", "health", "number", "agency", "police", "basis")}


def term(code: str, label: str, **fields: Any) -> dict[str, Any]:
    return {"code": code, "labels": {"sv": label, "en": f"{label} (en)"}, **fields}


GUARDIAN = {"key": KEYS["guardian"], "category": term("ds-vardnadshavare", "Vårdnadshavare")}
PUPIL = {"key": KEYS["pupil"], "category": term("ds-elev", "Elev")}
AGENCY = term("r-fk", "Försäkringskassan", kind=RecipientKind.AUTHORITY)
DATA = (
    {"key": KEYS["name"], "category": term("pd-namn", "Namn", level=DataLevel.ORDINARY)},
    {
        "key": KEYS["health"],
        "category": term("pd-halsa", "Hälsa", level=DataLevel.SPECIAL_CATEGORY),
        "data_subjects": (KEYS["pupil"],),
    },
    {
        "key": KEYS["number"],
        "category": term("pd-personnummer", "Personnummer", level=DataLevel.SPECIALLY_PROTECTED),
        "data_subjects": (KEYS["pupil"],),
    },
    {"category": term("pd-dna", "Dna", level=DataLevel.SPECIAL_CATEGORY), "occurrence": Occurrence.NEVER},
)
BUS: dict[str, Any] = {
    "summary": "Vi ordnar resor till skolan.",
    "data_subjects": (GUARDIAN, PUPIL),
    "personal_data": DATA,
    "special_category_bases": ({"condition": "9.2.g", "personal_data": (KEYS["health"],)},),
    "identity_number_justification": "vi måste veta vem barnet är",
    "recipients": (
        {
            "key": KEYS["agency"],
            "category": AGENCY,
            "personal_data": (KEYS["health"],),
            "occurrence": Occurrence.CONDITIONAL,
            "condition": "om du ansöker om bidrag",
            "purpose": "Pröva bidrag",
            "ground": "statutory-duty",
        },
        {"category": term("r-bussbolag", "Bussbolaget"), "personal_data": (KEYS["name"],)},
        {"category": term("r-skv", "Skatteverket", kind=RecipientKind.AUTHORITY), "occurrence": Occurrence.NEVER},
        {"key": KEYS["police"], "category": term("r-polis", "Hemlig mottagare")},
    ),
    "processors": ({"supplier": term("own-drift", "Driftbolaget"), "task": "Sköter datorerna"},),
    "carriers": ({"system": term("own-skolsystem", "Skolsystemet", medium="digital"), "role": "case-system"},),
    "legal_bases": ({"key": KEYS["basis"], "basis": LegalBasis.LEGAL_OBLIGATION},),
    "provisions": (
        {
            "law": term("law-2010-800", "Skollagen", sfs="2010:800", url="https://example.se/skollagen", repealed=True),
            "pinpoint": "10 kap. 32 §",
            "about": KEYS["basis"],
        },
    ),
    "retention_rules": (
        {"documents": "Elevens akt", "data_subjects": (KEYS["pupil"],), "action": "dispose", "period": "P5Y", "plan": "Planen"},
        {"documents": "Vårdnadshavarens begäran", "data_subjects": (KEYS["guardian"],), "action": "dispose", "period": "P2Y"},
    ),
    "withheld": (record.Withheld(about=KEYS["police"], reason="det kan skada utredningen"),),
}  # fmt: skip
HOME_CARE = {"recipients": ({"category": AGENCY, "occurrence": Occurrence.NEVER},), "unit": TEAM}
PAGES = {
    "people": "/vem-ar-du/",
    "recipients": "/mottagare/",
    "data": "/uppgifter/",
    "systems": "/system/",
    "laws": "/lagar/",
}


def text(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode().split("<main", 1)[1])).split())
