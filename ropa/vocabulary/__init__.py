"""What the law closes: lists that no municipality may lengthen.

Each member's value is the code that records, exports and the import format
carry; codes never change. Labels are translated with gettext. Open lists
(kinds of data, recipients, systems, laws ...) are tables, see ``ropa.models``.
"""

from .activity import (
    ActivityStatus,
    ClassificationLevel,
    ControllerKind,
    Occurrence,
    OrganisationRole,
    PurposeRank,
    Sector,
    Statement,
)
from .base import Code
from .countries import EEA, country_choices, country_name, is_in_eea
from .data import DataLevel, Medium, SystemRole
from .findings import Severity
from .legal import (
    LegalBasis,
    NoticeException,
    SecrecyStrength,
    SpecialCategoryCondition,
)
from .parties import Agreement, DisclosureGround, RecipientKind
from .retention import PeriodEnd, RetentionAction, RetentionStage, Selection
from .rights import DataSubjectRight, RightReason, RightStanding
from .risk import AutomationKind, DpiaCriterion, DpiaStatus, DutyToProvide, MeasureKind
from .text import NoticeLevel, NoticeSection, Profile
from .transfer import TransferMechanism

__all__ = [
    "EEA",
    "ActivityStatus",
    "Agreement",
    "AutomationKind",
    "ClassificationLevel",
    "Code",
    "ControllerKind",
    "DataLevel",
    "DataSubjectRight",
    "DisclosureGround",
    "DpiaCriterion",
    "DpiaStatus",
    "DutyToProvide",
    "LegalBasis",
    "MeasureKind",
    "Medium",
    "NoticeException",
    "NoticeLevel",
    "NoticeSection",
    "Occurrence",
    "OrganisationRole",
    "PeriodEnd",
    "Profile",
    "PurposeRank",
    "RecipientKind",
    "RetentionAction",
    "RetentionStage",
    "RightReason",
    "RightStanding",
    "SecrecyStrength",
    "Sector",
    "Selection",
    "Severity",
    "SpecialCategoryCondition",
    "Statement",
    "SystemRole",
    "TransferMechanism",
    "country_choices",
    "country_name",
    "is_in_eea",
]
