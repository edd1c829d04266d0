"""The lists of an activity, each a flat formset: see `keys` for how a row names another."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.forms import ChoiceField, Media
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .. import models
from ..models import Term
from .base import FormFields, PolicyRights, columns
from .cells import Group
from .fields import NOT_STATED
from .quick import Menu
from .rows import RowForm, RowFormSet
from .words import public_fields

_FORMSETS: dict[Any, Any] = {}
"""What a list's forms depend on -> the class of its forms."""


class RowInline(PolicyRights, FormFields, admin.StackedInline):
    """One list. Who may edit the activity may edit its rows."""

    form = RowForm
    formset = RowFormSet
    extra = 0
    fk_name = "activity"
    list_name = ""
    todo: Any = ""
    groups: tuple[Group, ...] = ()
    found_only = False
    """Whether rows come from imports alone: they can be read and removed."""

    @property
    def media(self) -> Media:
        """Leave out stock's script for formsets: it renumbers rows that were moved."""
        return Media()

    def get_fields(self, request: Any, obj: Any = None) -> list[Any]:
        """Return every column a person fills in."""
        return columns(self.model, leave_out=("organisation", "controller", "unit"))

    def get_readonly_fields(self, request: Any, obj: Any = None) -> list[str]:
        """Return all columns of a list that is only read."""
        return self.get_fields(request, obj) if self.found_only else []

    def get_formset(self, request: Any, obj: Any = None, **kwargs: Any) -> Any:
        """Return the list's forms, made once for each set of rights: a sixth of the page's time."""
        if kwargs:
            return self._made_formset(request, obj, **kwargs)
        asked = (type(self), get_language(), *self._rights(request, obj))
        if asked not in _FORMSETS:
            _FORMSETS[asked] = self._made_formset(request, obj)
        return _FORMSETS[asked]

    def _made_formset(self, request: Any, obj: Any, **kwargs: Any) -> Any:
        """Have every form carry the row's place. The form keeps the request, so it gets one that nobody sent."""
        names = [] if self.found_only else [*self.get_fields(request, obj), "position"]
        asking = HttpRequest()
        asking.user = request.user
        return super().get_formset(asking, obj, **{"fields": names, **kwargs})

    def _rights(self, request: Any, obj: Any) -> Iterator[bool]:
        """Yield all that the forms depend on: the rights to the rows, and to add to the lists of terms."""
        yield self.has_add_permission(request, obj)
        yield self.has_change_permission(request, obj)
        for name in self._terms():
            table: Any = self.model._meta.get_field(name).related_model
            yield self.admin_site.get_model_admin(table).has_add_permission(request)

    def _terms(self) -> list[str]:
        return [f.name for f in self.model._meta.fields if f.related_model and issubclass(f.related_model, Term)]

    def get_queryset(self, request: Any) -> Any:
        """Read the terms along with the rows."""
        terms, rows = self._terms(), super().get_queryset(request)
        return rows.select_related(*terms) if terms else rows

    def has_view_permission(self, request: Any, obj: Any = None) -> bool:
        """Return whether the user may see the activity."""
        return self._parent(request).has_view_permission(request, obj)

    def has_add_permission(self, request: Any, obj: Any = None) -> bool:
        """Return whether the user may edit the activity, where rows are not only found."""
        return not self.found_only and self.has_change_permission(request, obj)

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        """Return whether the user may edit the activity."""
        return self._parent(request).has_change_permission(request, obj)

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        """Return whether the user may edit the activity."""
        return self.has_change_permission(request, obj)

    def _parent(self, request: Any) -> Any:
        return self.admin_site.get_model_admin(self.parent_model)


def rows_of(table: Any, name: str, *groups: Group, **options: Any) -> type[RowInline]:
    """Return the inline for the list `name`, its fields in `groups`."""
    said = {"model": table, "list_name": name, "groups": groups, **options}
    return type(f"{table.__name__}Inline", (RowInline,), said)


def fields(*lines: tuple[str, ...], title: Any = "", rare: bool = False) -> Group:
    """Return a group of fields."""
    return Group(lines, title, rare)


class WithheldInline(RowInline):
    """What is kept from the public: the field is chosen from those a resident would see."""

    model = models.Withheld
    list_name = "withheld"
    groups = (fields(("about", "field"), ("reason",)),)

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Offer the fields by their labels."""
        if db_field.name != "field":
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        return ChoiceField(
            choices=lambda: [("", NOT_STATED), *sorted(public_fields().items(), key=lambda pair: pair[1].casefold())],
            required=False,
            widget=Menu(),
            label=capfirst(db_field.verbose_name),
            help_text=db_field.help_text,
        )


_MORE = _("More about it")

INLINES: tuple[type[RowInline], ...] = (
    rows_of(
        models.JointController,
        "joint_controllers",
        fields(("name", "organisation_number", "email"), ("responsibility",), ("essence",)),
        fields(("agreement", "agreement_date", "agreement_reference"), title=_("Arrangement")),
    ),
    rows_of(models.OnBehalfOf, "on_behalf_of", fields(("name", "organisation_number", "email"), ("task",))),
    rows_of(models.Purpose, "purposes", fields(("text",), ("category", "rank"))),
    rows_of(
        models.PurposeBasis,
        "legal_bases",
        fields(("basis", "purposes"), ("motivation",)),
        fields(("consent_given",), ("consent_withdrawn",), ("contract_party",), ("legitimate_interest",)),
    ),
    rows_of(models.LegalProvision, "provisions", fields(("law", "pinpoint"), ("about", "note"))),
    rows_of(models.DataSubject, "data_subjects", fields(("category", "note"), ("occurrence", "condition"))),
    rows_of(
        models.PersonalData,
        "personal_data",
        fields(("category", "note"), ("occurrence", "condition"), ("data_subjects", "purposes")),
    ),
    rows_of(
        models.SpecialCategoryBasis,
        "special_category_bases",
        fields(("condition", "personal_data"), ("motivation",)),
    ),
    rows_of(
        models.Source,
        "sources",
        fields(("category", "note"), ("occurrence", "condition")),
        fields(("data_subjects", "personal_data"), ("publicly_accessible", "frequency"), title=_MORE, rare=True),
    ),
    rows_of(
        models.Recipient,
        "recipients",
        fields(("category", "purpose"), ("ground", "note"), ("occurrence", "condition"), ("personal_data",)),
    ),
    rows_of(models.InternalAccess, "internal_access", fields(("who", "purpose"), ("condition",))),
    rows_of(
        models.Processor,
        "processors",
        fields(("supplier", "task"), ("agreement", "agreement_date"), ("country", "occurrence")),
        fields(("agreement_reference", "note"), title=_("Internal"), rare=True),
    ),
    rows_of(models.SubProcessor, "sub_processors", fields(("processor", "supplier"), ("task", "country"))),
    rows_of(models.Secrecy, "secrecy", fields(("strength", "note"), ("personal_data",))),
    rows_of(
        models.Transfer,
        "transfers",
        fields(("country", "international_organisation", "importer"), ("mechanism", "personal_data")),
        fields(("safeguards",), ("copy_from",)),
        fields(("assessment_date", "assessment_reference", "note"), title=_("Internal"), rare=True),
    ),
    rows_of(models.CarrierSystem, "carriers", fields(("system", "note"), ("medium", "role", "supplier"))),
    rows_of(
        models.RetentionRule,
        "retention_rules",
        fields(("documents",), ("action", "period", "trigger"), title=_("What, and how long")),
        fields(("selection", "birth_days", "selection_note"), title=_("Whose documents")),
        fields(("condition", "exception"), ("reason", "as_a_rule"), title=_("Conditions")),
        fields(
            ("personal_data", "data_subjects", "carriers"),
            ("medium", "stage", "period_end"),
            title=_("Narrow it down"),
            rare=True,
        ),
        fields(
            ("plan", "plan_section"),
            ("decision_body", "decision_date", "decision_reference"),
            ("advice",),
            title=_("What it rests on"),
        ),
    ),
    rows_of(models.SecurityMeasure, "security_measures", fields(("category", "note"))),
    rows_of(
        models.AutomatedDecision,
        "automated_decisions",
        fields(("kind", "what"), ("logic",), ("consequences",), ("review",)),
    ),
    rows_of(models.NoticeText, "notice_texts", fields(("section", "for_children"), ("text",))),
    WithheldInline,
    rows_of(models.OriginalWording, "original_wording", found_only=True),
    rows_of(models.Unplaced, "unplaced", found_only=True),
)
"""Every list of an activity."""
