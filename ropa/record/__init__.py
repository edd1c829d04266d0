"""The record of processing activities as values. Pure: no tables, no clock, no I/O.

`ProcessingActivity` is at once the value that rules and outputs read, the JSON
Schema (`json_schema`), and the check on everything that is imported.
"""

from typing import Any

from .activity import ProcessingActivity
from .audience import view
from .base import Part, Said, Term, Text, Translation, Value, is_list, legible, replace, source_hash
from .data import DataSubject, PersonalData, Secrecy, Source, SpecialCategoryBasis
from .keeping import AutomatedDecision, NoticeText, OriginalWording, Unplaced, Withheld
from .parties import (
    Contact,
    Controller,
    DataProtectionOfficer,
    Heading,
    JointController,
    OnBehalfOf,
    Organisation,
    Party,
    Unit,
)
from .purposes import LegalProvision, Purpose, PurposeBasis
from .register import FORMAT, Audience, Entry, Register
from .renewal import with_new_keys
from .retention import CarrierSystem, RetentionRule, SecurityMeasure
from .sharing import (
    InternalAccess,
    Processor,
    Recipient,
    SubProcessor,
    Transfer,
)
from .slugs import slug_from
from .terms import (
    DataSubjectCategory,
    Law,
    PersonalDataCategory,
    PurposeCategory,
    RecipientCategory,
    RetentionTrigger,
    SecurityMeasureCategory,
    SourceCategory,
    Supplier,
    System,
)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a register, every field with its meaning."""
    return Register.model_json_schema()


__all__ = [
    "Audience",
    "AutomatedDecision",
    "CarrierSystem",
    "Contact",
    "Controller",
    "DataProtectionOfficer",
    "DataSubject",
    "DataSubjectCategory",
    "Entry",
    "FORMAT",
    "Heading",
    "InternalAccess",
    "JointController",
    "Law",
    "LegalProvision",
    "NoticeText",
    "OnBehalfOf",
    "Organisation",
    "OriginalWording",
    "Part",
    "Party",
    "PersonalData",
    "PersonalDataCategory",
    "ProcessingActivity",
    "Processor",
    "Purpose",
    "PurposeBasis",
    "PurposeCategory",
    "Recipient",
    "RecipientCategory",
    "Register",
    "RetentionRule",
    "RetentionTrigger",
    "Said",
    "Secrecy",
    "SecurityMeasure",
    "SecurityMeasureCategory",
    "Source",
    "SourceCategory",
    "SpecialCategoryBasis",
    "SubProcessor",
    "Supplier",
    "System",
    "Term",
    "Text",
    "Transfer",
    "Translation",
    "Unit",
    "Unplaced",
    "Value",
    "Withheld",
    "json_schema",
    "is_list",
    "legible",
    "replace",
    "slug_from",
    "source_hash",
    "view",
    "with_new_keys",
]
