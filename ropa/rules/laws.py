"""Finding an act among provisions, by its number in the Swedish Code of Statutes."""

import re

from ..record import Law, LegalProvision

DATA_PROTECTION = "2018:218"
SOCIAL_SERVICES_DATA = "2001:454"
PATIENT_DATA = "2008:355"
ROAD_TRAFFIC = "1998:1276"


def is_stated(provision: LegalProvision) -> bool:
    """Return whether a row names anything: an act, a place in one, or a decision in words."""
    return bool(provision.law or provision.pinpoint or provision.note)


def is_act(law: Law | None, number: str) -> bool:
    """Return whether a law is the act of that number; one without number is known by its code or label."""
    if law is None:
        return False
    if law.sfs:
        return law.sfs == number
    written = number.replace(":", "[:-]")
    return bool(re.search(rf"(?<!\d){written}(?!\d)", f"{law.code} {law.said('sv')}"))


def cites(provision: LegalProvision, number: str, section: str, *, chapter: str = "") -> bool:
    """Return whether a provision is that section of the act, as "8" is in "3 kap. 3 och 8 §§" but not in "8 a §"."""
    where = rf"\b{chapter}\s*kap\b(?:(?!kap).)*?" if chapter else ""
    place = rf"{where}\b{section}\b(?!\s*(?:[a-z]\b|kap))"
    return is_act(provision.law, number) and bool(re.search(place, provision.pinpoint))
