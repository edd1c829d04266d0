"""What the law of a sector adds: its own data act, and technology in care."""

from django.utils.translation import gettext_lazy as _

from ..record import ProcessingActivity
from ..vocabulary import Sector, Severity
from ..wording import Template
from .base import Case, Place, Places, rule
from .laws import PATIENT_DATA, ROAD_TRAFFIC, SOCIAL_SERVICES_DATA, cites
from .sources import PATIENT_DATA_ACT, SOCIAL_SERVICES_DATA_ACT

_DATA_ACTS = {
    Sector.SOCIAL_SERVICES: SOCIAL_SERVICES_DATA,
    Sector.DISABILITY_SERVICES: SOCIAL_SERVICES_DATA,
    Sector.HEALTH_CARE: PATIENT_DATA,
    Sector.SCHOOL_HEALTH: PATIENT_DATA,
}
_NAMES: dict[str, Template] = {
    SOCIAL_SERVICES_DATA: _("the Act on processing of personal data in social services (2001:454)"),
    PATIENT_DATA: _("the Patient Data Act (2008:355)"),
}


@rule(
    "R21",
    Severity.WARNING,
    title=_("Data act of the sector missing"),
    article=_("Act (2001:454), s. 1–2; Patient Data Act (2008:355)"),
    sources=(SOCIAL_SERVICES_DATA_ACT, PATIENT_DATA_ACT),
    condition=_(
        "The work is social services, services under LSS, health care or school health services, or parking permits for disabled persons, and the data act of that field is not among the provisions."
    ),
    message=_("This kind of work has a data protection act of its own, which is not among the provisions: {names}."),
    advice=_(
        "Add the act, with the sections you rely on. If the activity is in another field of work, change the sector."
    ),
)
def data_act_missing(case: Case) -> Places:
    number = _data_act(case.activity)
    if number and not any(x.is_in(number) for x in case.activity.provisions):
        yield Place("provisions", names=(_NAMES[number],))


@rule(
    "R22",
    Severity.ERROR,
    title=_("Technology in care without consent"),
    article=_("Act (2001:454), s. 9"),
    sources=(SOCIAL_SERVICES_DATA_ACT,),
    condition=_("Alarms, sensors, cameras or positioning are used in care, and consent is not described."),
    message=_("It is not stated how people consent to alarms, sensors, cameras or positioning in care."),
    advice=_(
        "Write how you ask the person, and a relative who lives there if their data are processed, and where the answers are kept. If section 9 does not apply to the technology, write why."
    ),
    in_law_enforcement=False,
)
def technology_without_consent(case: Case) -> Places:
    if case.activity.monitoring_technology and not case.activity.monitoring_consent:
        yield Place("monitoring_consent")


def _data_act(activity: ProcessingActivity) -> str:
    """Return the number of the act, or "". Cases on parking permits for disabled persons count as social services."""
    if any(cites(x, ROAD_TRAFFIC, "8", chapter="13") for x in activity.provisions):
        return SOCIAL_SERVICES_DATA
    return _DATA_ACTS.get(activity.sector, "") if activity.sector else ""
