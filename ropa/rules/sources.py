"""The texts that rules rest on, and whether we have read them.

A rule that rests on a text nobody here has read asks the DPO to check; it
states nothing as fact. What was read, where and when: docs/decisions/0010-laws-verified.md.
"""

from typing import NamedTuple


class Source(NamedTuple):
    """A legal text or a guidance."""

    name: str
    """Its name, in Swedish where it is Swedish law."""
    url: str = ""
    """Where it can be read; empty = no address that we know of."""
    read: bool = True
    """Whether the provisions that the rules name were read in a stored copy of the text."""


def _sfs(number: str) -> str:
    return f"https://rkrattsbaser.gov.se/sfst?bet={number}"


GDPR = Source("GDPR (EU) 2016/679", "https://eur-lex.europa.eu/eli/reg/2016/679/oj")
"""All articles that the rules cite were read, in stored English copies and not at this address; none but parts of
Art. 47-48 in one copy only. Decision 10 has them one by one."""
DATA_PROTECTION_ACT = Source("Dataskyddslagen (2018:218)", _sfs("2018:218"))
SOCIAL_SERVICES_DATA_ACT = Source(
    "Lagen (2001:454) om behandling av personuppgifter inom socialtjänsten", _sfs("2001:454")
)
PATIENT_DATA_ACT = Source("Patientdatalagen (2008:355)", _sfs("2008:355"))
INFERRED_DATA = Source(
    "EU-domstolen, mål C-184/20", "https://eur-lex.europa.eu/legal-content/SV/TXT/?uri=CELEX:62020CJ0184", read=False
)
ARCHIVES_ACT = Source("Arkivlagen (1990:782)", _sfs("1990:782"))
SOCIAL_SERVICES_ACT = Source("Socialtjänstlagen (2025:400)", _sfs("2025:400"), read=False)
SOCIAL_SERVICES_ORDINANCE = Source("Socialtjänstförordningen (2025:468)", _sfs("2025:468"))
LSS = Source("Lagen (1993:387) om stöd och service till vissa funktionshindrade", _sfs("1993:387"))
PERSONAL_DATA_ACT = Source("Personuppgiftslagen (1998:204), upphävd genom 2018:218", _sfs("2018:218"))
CAMERA_ACT = Source("Kamerabevakningslagen (2018:1200)", _sfs("2018:1200"))
SECRECY_ACT = Source("Offentlighets- och sekretesslagen (2009:400)", _sfs("2009:400"), read=False)
SKR_REGULATION = Source(
    "SKR: reglemente i stället för personuppgiftsbiträdesavtal",
    "https://skr.se/skr/ekonomijuridik/juridik/dataskyddsforordningengdpr/personuppgiftsbitradesavtalpubavtal/reglementeistalletforpubavtal.69973.html",
)
"""Its reasoning was read, not its model text."""
EDPB_TRANSFERS = Source("EDPB:s riktlinjer 05/2021", read=False)
IMY_ASSESSMENTS = Source(
    "IMY:s förteckning över när en konsekvensbedömning ska göras",
    "https://www.imy.se/verksamhet/dataskydd/det-har-galler-enligt-gdpr/konsekvensbedomningar-och-forhandssamrad/forteckning-over-nar-en-konsekvensbedomning-ska-goras/",
)
"""That two points call for an assessment was read; the points themselves only second-hand."""
