"""Rows of an activity: carriers, retention and security (Art. 30(1)(f)-(g))."""

from datetime import date

from ..vocabulary import Medium, PeriodEnd, RetentionAction, RetentionStage, Selection, SystemRole
from .base import Keys, Part, Period, Text
from .terms import RetentionTrigger, SecurityMeasureCategory, Supplier, System


class CarrierSystem(Part):
    """A system or other carrier that holds the data (informationsbärare)."""

    system: System | None = None
    medium: Medium | None = None
    role: SystemRole | None = None
    supplier: Supplier | None = None
    note: Text = Text()
    """What it holds, as in "a paper copy of the digital file"."""


class RetentionRule(Part):
    """How long some of the documents are kept, and what happens then (Art. 30(1)(f))."""

    documents: Text = Text()
    """Which documents, as in "registered documents"; empty = all documents."""
    personal_data: Keys = ()
    data_subjects: Keys = ()
    carriers: Keys = ()
    """Keys of the carrier systems it is about."""
    medium: Medium | None = None
    selection: Selection | None = None
    birth_days: tuple[int, ...] = ()
    """Days of the month for a selection by birth day, as in 5, 15 and 25."""
    selection_note: Text = Text()
    action: RetentionAction | None = None
    as_a_rule: bool | None = None
    """True when it is said to hold "as a rule", with unstated exceptions."""
    period: Period = ""
    """ISO 8601 duration, as in P5Y; empty = no period."""
    period_end: PeriodEnd | None = None
    trigger: RetentionTrigger | None = None
    condition: Text = Text()
    exception: Text = Text()
    reason: Text = Text()
    """What it is for, as in "so that researchers can use it"."""
    stage: RetentionStage | None = None
    plan: Text = Text()
    """Name of the information management plan it rests on."""
    plan_section: str = ""
    decision_body: str = ""
    decision_date: date | None = None
    decision_reference: str = ""
    """Internal: where the disposal decision is filed."""
    advice: Text = Text()
    """Published advice the register refers to, as in "Gallringsråd 5". Advice is no support."""


class SecurityMeasure(Part):
    """A measure in general terms (Art. 30(1)(g), 32(1)). Internal."""

    category: SecurityMeasureCategory | None = None
    note: Text = Text()
