"""The working tables and the ledger. Same names as in the record and the GDPR."""

from .activity import ProcessingActivity
from .base import Change, Draft, Row
from .data import DataSubject, PersonalData, Secrecy, Source, SpecialCategoryBasis
from .fields import KeyField, KeysField, LineField
from .imports import Import, ImportFile, LabelCorrection
from .keeping import AutomatedDecision, NoticeText, OriginalWording, Unplaced, Withheld
from .look import Picture
from .membership import DraftFinding, DraftIndex, Membership
from .organisation import Address, Controller, DataProtectionOfficer, Organisation, Unit
from .publication import LEDGER, Erasure, Payload, Publication, PublicIndex, Seal
from .purposes import LegalProvision, Purpose, PurposeBasis
from .retention import CarrierSystem, RetentionRule, SecurityMeasure
from .review import Reminder, ReviewStep
from .sharing import (
    InternalAccess,
    JointController,
    OnBehalfOf,
    Processor,
    Recipient,
    SubProcessor,
    Transfer,
)
from .terms import (
    TERMS,
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
    Term,
)

__all__ = [
    "Address",
    "AutomatedDecision",
    "CarrierSystem",
    "Change",
    "Controller",
    "DataProtectionOfficer",
    "DataSubject",
    "DataSubjectCategory",
    "Draft",
    "DraftFinding",
    "DraftIndex",
    "Erasure",
    "Import",
    "ImportFile",
    "InternalAccess",
    "JointController",
    "KeyField",
    "KeysField",
    "LEDGER",
    "LabelCorrection",
    "Law",
    "LegalProvision",
    "LineField",
    "Membership",
    "NoticeText",
    "OnBehalfOf",
    "Organisation",
    "OriginalWording",
    "Payload",
    "PersonalData",
    "PersonalDataCategory",
    "Picture",
    "ProcessingActivity",
    "Processor",
    "PublicIndex",
    "Publication",
    "Purpose",
    "PurposeBasis",
    "PurposeCategory",
    "Recipient",
    "RecipientCategory",
    "Reminder",
    "RetentionRule",
    "RetentionTrigger",
    "ReviewStep",
    "Row",
    "Seal",
    "Secrecy",
    "SecurityMeasure",
    "SecurityMeasureCategory",
    "Source",
    "SourceCategory",
    "SpecialCategoryBasis",
    "SubProcessor",
    "Supplier",
    "System",
    "TERMS",
    "Term",
    "Transfer",
    "Unit",
    "Unplaced",
    "Withheld",
]
