"""What an activity is: its standing, its parties' kinds and how often a fact holds."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .base import Code


class ActivityStatus(Code):
    """Whether the activity goes on (DPV 2.3, ``dpv:hasActivityStatus``)."""

    PLANNED = "planned", _("Planned")
    ONGOING = "ongoing", _("Ongoing")
    HALTED = "halted", _("Halted")
    COMPLETED = "completed", _("Completed")


class OrganisationRole(Code):
    """In which role the organisation processes (GDPR Art. 4(7), 4(8), 26)."""

    CONTROLLER = "controller", _("Controller")
    JOINT_CONTROLLER = "joint-controller", _("Joint controller")
    PROCESSOR = "processor", _("Processor")


class ControllerKind(Code):
    """What kind of body is named as controller.

    In Sweden a board is the controller; a department, a unit or the
    municipality as such is not. The wrong kinds stand here because old
    registers name them, and a register must be able to say what it says.
    """

    BOARD = "board", _("Municipal board")
    JOINT_BOARD = "joint-board", _("Joint board of several municipalities")
    COMPANY = "company", _("Municipal company or foundation")
    ASSOCIATION = "association", _("Municipal association")
    OTHER_AUTHORITY = "other-authority", _("Other public authority")
    OTHER_BODY = "other-body", _("Other body")
    MUNICIPALITY = "municipality", _("Municipality as a whole")
    DEPARTMENT = "department", _("Department or unit")

    @property
    def can_be_controller(self) -> bool:
        """False for bodies that cannot be controller of a Swedish municipal activity."""
        return self not in {ControllerKind.MUNICIPALITY, ControllerKind.DEPARTMENT}


class PurposeRank(Code):
    """Whether a purpose is why the data were collected, or a further use (Art. 5(1)(b))."""

    MAIN = "main", pgettext_lazy("purpose", "Main purpose")
    SECONDARY = "secondary", pgettext_lazy("purpose", "Secondary purpose")


class Occurrence(Code):
    """How often a kind of data, a source or a recipient occurs in the activity."""

    ALWAYS = "always", _("Always")
    MAY_OCCUR = "may-occur", _("May occur")
    CONDITIONAL = "conditional", _("Only if a condition is met")
    OPTIONAL = "optional", _("Optional for the person")
    NEVER = "never", _("Explicitly never")


class Statement(Code):
    """A statement about a whole matter, where leaving the list empty says nothing."""

    OCCURS = "occurs", _("Yes, it occurs")
    NEVER = "never", _("No, never")


class Sector(Code):
    """Areas with data protection law of their own, or with special archive rules."""

    SOCIAL_SERVICES = "social-services", _("Social services")
    DISABILITY_SERVICES = "disability-services", _("Services under LSS")
    HEALTH_CARE = "health-care", _("Health care")
    SCHOOL = "school", _("Preschool and school")
    SCHOOL_HEALTH = "school-health", _("School health services")
    LABOUR_MARKET = "labour-market", _("Labour market measures")
    BUILDING = "building", _("Planning and building")
    ENVIRONMENT = "environment", _("Environment and food control")
    LIBRARY = "library", _("Library")
    CULTURE_LEISURE = "culture-leisure", _("Culture and leisure")
    TRAFFIC = "traffic", _("Streets, traffic and parking")
    GUARDIANSHIP = "guardianship", _("Chief guardian")
    EMPLOYMENT = "employment", _("Employment and recruitment")
    FINANCE = "finance", _("Finance, invoicing and procurement")
    SURVEILLANCE = "surveillance", _("Camera surveillance")
    LAW_ENFORCEMENT = "law-enforcement", _("Law enforcement (outside the GDPR)")
    GENERAL = "general", _("General administration")


class ClassificationLevel(Code):
    """Information classification, levels 0-4 (KLASSA 4.0)."""

    LEVEL_0 = "0", _("0 – none")
    LEVEL_1 = "1", _("1 – minor")
    LEVEL_2 = "2", _("2 – moderate")
    LEVEL_3 = "3", _("3 – serious")
    LEVEL_4 = "4", _("4 – very serious")
