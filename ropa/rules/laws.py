"""Finding an act among provisions."""

import re

from ..record import Law, LegalProvision

DATA_PROTECTION = "2018:218"
SOCIAL_SERVICES_DATA = "2001:454"
PATIENT_DATA = "2008:355"
ROAD_TRAFFIC = "1998:1276"


_GDPR = re.compile(r"\bgdpr\b|2016[/-]679|dataskyddsf[öo]rordning|data protection regulation", re.IGNORECASE)
_BESIDE_IT = re.compile(r"kompletter|supplement|2018[:-]21[89]", re.IGNORECASE)
"""Words of the national acts whose names hold the name of the GDPR."""


def names_law(provision: LegalProvision) -> bool:
    """Return whether a row names a law other than the GDPR, or a law or decision in words.

    A chapter and section of no act is none. The GDPR asks for another law and is not that law (Art. 6(3), 9(2), 10).
    """
    return not _is_gdpr(provision.law) if provision.law else bool(provision.note)


def _is_gdpr(law: Law) -> bool:
    named = f"{law.code} {law.said('sv')}"
    return not law.sfs and bool(_GDPR.search(named)) and not _BESIDE_IT.search(named)


def cites(provision: LegalProvision, number: str, section: str, *, chapter: str = "") -> bool:
    """Return whether a provision is that section of the act, as "8" is in "3 kap. 3 och 8 §§" but not in "8 a §"."""
    where = rf"\b{chapter}\s*kap\b(?:(?!kap).)*?" if chapter else ""
    place = rf"{where}\b{section}\b(?!\s*(?:[a-z]\b|kap))"
    return provision.is_in(number) and bool(re.search(place, provision.pinpoint))
