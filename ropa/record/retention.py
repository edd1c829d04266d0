"""Rows of an activity: carriers, retention and security (Art. 30(1)(f)-(g))."""

from datetime import date
from typing import Annotated

from pydantic import Field

from ..vocabulary import Medium, PeriodEnd, RetentionAction, RetentionStage, Selection, SystemRole
from .base import Keys, Part, Period, Text
from .terms import RetentionTrigger, SecurityMeasureCategory, Supplier, System


class CarrierSystem(Part):
    """A system or other carrier that holds the data (informationsbärare)."""

    system: System | None = None
    """The product or thing."""
    medium: Medium | None = None
    """Digital, paper or other."""
    role: SystemRole | None = None
    """What it is used for."""
    supplier: Supplier | None = None
    """Internal: who supplies it."""
    note: Text = Text()
    """What it holds, as in "a paper copy of the digital file"."""


class RetentionRule(Part):
    """How long some of the documents are kept, and what happens then (Art. 30(1)(f))."""

    documents: Text = Text()
    """Which documents, as in "registered documents"; empty = all documents."""
    personal_data: Keys = ()
    """Keys of the data it is about; empty = all."""
    data_subjects: Keys = ()
    """Keys of the groups it is about; empty = all."""
    carriers: Keys = ()
    """Keys of the carrier systems it is about."""
    medium: Medium | None = None
    """The medium it is about; None = all."""
    selection: Selection | None = None
    """Whose documents it is about."""
    birth_days: tuple[Annotated[int, Field(ge=1, le=31)], ...] = ()
    """Days of the month for a selection by birth day, as in 5, 15 and 25."""
    selection_note: Text = Text()
    """What else decides the selection."""
    action: RetentionAction | None = None
    """What happens when the period has run out, or at once where there is none."""
    as_a_rule: bool | None = None
    """True when it is said to hold "as a rule", with unstated exceptions."""
    period: Period = ""
    """ISO 8601 duration, as in P5Y; empty = no period."""
    period_end: PeriodEnd | None = None
    """How far the period is drawn out."""
    trigger: RetentionTrigger | None = None
    """The event the period is counted from; None = not stated."""
    condition: Text = Text()
    """When the rule applies."""
    exception: Text = Text()
    """What the rule does not apply to."""
    reason: Text = Text()
    """What it is for, as in "so that researchers can use it"."""
    stage: RetentionStage | None = None
    """Where the documents are when it applies."""
    plan: Text = Text()
    """Name of the information management plan it rests on."""
    plan_section: str = ""
    """Section of that plan."""
    decision_body: str = ""
    """Who decided on disposal."""
    decision_date: date | None = None
    """Day of that decision."""
    decision_reference: str = ""
    """Internal: where the disposal decision is filed."""
    advice: Text = Text()
    """Published advice the register refers to, as in "Gallringsråd 5". Advice is no support."""


class SecurityMeasure(Part):
    """A measure in general terms (Art. 30(1)(g), 32(1)). Internal."""

    category: SecurityMeasureCategory | None = None
    """The kind of measure."""
    note: Text = Text()
    """How it is done here, in general terms."""
