"""`view` is the only way a record is cut down to what an audience may see.

The public sees allow-listed fields only: a field that nobody listed here is
internal. `Withheld` markers stay and the values they stand for go.
"""

from typing import Any
from uuid import UUID

from . import data, keeping, parties, purposes, retention, sharing, terms
from .activity import ProcessingActivity
from .base import Part, Term, Text, Translation, Value
from .register import Audience

_TERM = {"code", "labels", "iri"}
_SCOPE = {"key", "occurrence", "condition", "note"}

PUBLIC: dict[type[Value], set[str]] = {
    Text: {"sv", "other"},
    Translation: {"text", "source"},
    terms.PurposeCategory: _TERM,
    terms.DataSubjectCategory: _TERM,
    terms.PersonalDataCategory: _TERM | {"level"},
    terms.SourceCategory: _TERM | {"from_data_subject", "publicly_accessible"},
    terms.RecipientCategory: _TERM | {"kind"},
    terms.System: _TERM | {"medium"},
    terms.Supplier: _TERM | {"country"},
    terms.Law: _TERM | {"sfs", "url", "repealed"},
    terms.RetentionTrigger: _TERM | {"after", "when"},
    parties.Contact: {"email", "phone", "visiting_address", "postal_address", "url"},
    parties.Organisation: {"key", "slug", "name", "contact", "organisation_number", "county", "headings"},
    parties.Heading: {"profile", "code", "text"},
    parties.Controller: {
        "key", "slug", "name", "contact", "kind", "organisation_number", "representative",
    },
    parties.DataProtectionOfficer: {"key", "name", "contact"},
    parties.Unit: {"key", "slug", "name", "contact", "path"},
    parties.JointController: {
        "key", "name", "organisation_number", "email", "responsibility", "essence",
    },
    parties.OnBehalfOf: {"key", "name", "organisation_number", "email", "task"},
    purposes.Purpose: {"key", "text", "category", "rank"},
    purposes.PurposeBasis: {
        "key", "basis", "purposes", "motivation", "consent_given", "consent_withdrawn",
        "contract_party", "legitimate_interest",
    },
    purposes.LegalProvision: {"key", "law", "pinpoint", "about", "note"},
    data.SpecialCategoryBasis: {"key", "condition", "personal_data", "motivation"},
    data.DataSubject: _SCOPE | {"category"},
    data.PersonalData: _SCOPE | {"category", "data_subjects", "purposes"},
    data.Source: _SCOPE
    | {"category", "data_subjects", "personal_data", "publicly_accessible", "frequency"},
    sharing.Recipient: _SCOPE | {"category", "purpose", "ground", "personal_data"},
    sharing.InternalAccess: {"key", "who", "purpose", "condition"},
    sharing.Processor: {"key", "supplier", "task", "occurrence", "country"},
    sharing.SubProcessor: {"key", "processor", "supplier", "task", "country"},
    sharing.Transfer: {
        "key", "country", "international_organisation", "importer", "personal_data",
        "mechanism", "safeguards", "copy_from",
    },
    retention.CarrierSystem: {"key", "system", "medium", "role", "note"},
    retention.RetentionRule: {
        "key", "documents", "personal_data", "data_subjects", "carriers", "medium",
        "selection", "birth_days", "selection_note", "action", "as_a_rule", "period",
        "period_end", "trigger", "condition", "exception", "reason", "stage", "plan",
        "plan_section", "decision_body", "decision_date", "advice",
    },
    data.Secrecy: {"key", "strength", "personal_data", "note"},
    keeping.AutomatedDecision: {"key", "kind", "what", "logic", "consequences", "review"},
    keeping.NoticeText: {"key", "section", "text", "level", "for_children"},
    keeping.Withheld: {"key", "about", "field", "reason"},
    ProcessingActivity: {
        "key", "reference", "slug", "name", "summary", "role", "sector", "status",
        "started_on", "ended_on", "tags", "examples_only",
        "organisation", "controller", "dpo", "unit", "responsible_role", "contact",
        "joint_controllers", "on_behalf_of",
        "purposes", "legal_bases", "provisions",
        "data_subjects", "personal_data", "special_category_bases", "offence_support",
        "identity_number_justification", "monitoring_technology", "monitoring_consent",
        "sources", "notice_exception",
        "recipients", "disclosure", "internal_access", "processors", "sub_processors",
        "secrecy", "transfers", "third_country",
        "carriers", "retention_rules", "no_retention_reason",
        "duty_to_provide", "duty_consequences", "automation", "automated_decisions",
        "notice_texts", "withheld", "reviewed_on",
    },
}  # fmt: skip
"""Value type -> fields a resident may see. The whole list, in one place."""


_OPEN = {kind for kind in (Text, Translation) if PUBLIC[kind] == set(kind.model_fields)}
"""Types shown whole. They are most of a record, and what is shown whole need not be made anew."""


def view(activity: ProcessingActivity, audience: Audience) -> ProcessingActivity:
    """Return the activity as `audience` may see it.

    Authority and draft see the record whole; the public sees `PUBLIC` without
    what is withheld.
    """
    if audience is not Audience.PUBLIC:
        return activity
    return _without_loose_provisions(_allow_listed(_without_withheld(activity)))


def _without_loose_provisions(activity: ProcessingActivity) -> ProcessingActivity:
    """Drop provisions that support a row the public does not see: they would read as the activity's own."""
    seen = activity.row_keys()
    kept = tuple(x for x in activity.provisions if x.about is None or x.about in seen)
    return activity.model_copy(update={"provisions": kept})


def _allow_listed(value: Any) -> Any:
    if type(value) in _OPEN:
        return value
    if isinstance(value, Value):
        listed = PUBLIC.get(type(value), set())
        return type(value).model_validate({k: _allow_listed(getattr(value, k)) for k in listed})
    if isinstance(value, tuple):
        return tuple(_allow_listed(item) for item in value)
    if isinstance(value, dict):
        return {key: _allow_listed(item) for key, item in value.items()}
    return value


def _without_withheld(activity: ProcessingActivity) -> ProcessingActivity:
    """Empty the withheld fields and drop the withheld rows, with what supports them."""
    fields = {w.field for w in activity.withheld if w.about is None} - {"withheld", "key", "slug"}
    rows = {w.about for w in activity.withheld if w.about and not w.field}
    cells = {(w.about, w.field) for w in activity.withheld if w.about and w.field}
    changes: dict[str, Any] = {}
    for name in type(activity).model_fields:
        value = getattr(activity, name)
        if name in fields:
            changes[name] = type(activity).model_fields[name].get_default(call_default_factory=True)
            rows |= {row.key for row in _rows(value)}
        elif _rows(value) and name != "withheld":
            changes[name] = tuple(_emptied(row, cells) for row in value if row.key not in rows)
    kept = activity.model_copy(update=changes)
    return kept.model_copy(update={"withheld": _markers(activity, rows)})


def _markers(activity: ProcessingActivity, rows: set[UUID]) -> tuple[keeping.Withheld, ...]:
    """Let the markers of dropped rows name the list they stood in; `withheld_in` finds them by it."""
    return tuple(
        w.model_copy(update={"field": _list_of(activity, w.about)}) if w.about in rows and not w.field else w
        for w in activity.withheld
    )


def _rows(value: Any) -> tuple[Part, ...]:
    return value if isinstance(value, tuple) and value and isinstance(value[0], Part) else ()


def _emptied(row: Part, cells: set[tuple[UUID, str]]) -> Part:
    names = [f for key, f in cells if key == row.key and f in type(row).model_fields and f != "key"]
    blank = {n: type(row).model_fields[n].get_default(call_default_factory=True) for n in names}
    return row.model_copy(update=blank) if blank else row


def _list_of(activity: ProcessingActivity, key: UUID | None) -> str:
    """Return the name of the list in which the row stands, or an empty string."""
    for name in type(activity).model_fields:
        if any(row.key == key for row in _rows(getattr(activity, name))):
            return name
    return ""


__all__ = ["PUBLIC", "Audience", "Term", "view"]
