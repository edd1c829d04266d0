"""What every page of the workplace shares: rights from `policy`, form fields, one save = one change."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.contrib.admin.exceptions import DisallowedModelAdminLookup
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ERROR_FLAG, ChangeList
from django.contrib.admin.widgets import AdminTextInputWidget
from django.db import models as db
from django.forms import Textarea
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from simple_history.admin import SimpleHistoryAdmin

from .. import policy
from ..history import change
from ..models import Controller, KeyField, KeysField, LineField, Organisation, Term, Unit
from . import choices, fields, old_rows, sections
from .history import page_of
from .quick import Menu
from .translations import TranslatedForm
from .words import as_id

OWN_FIELDS = {
    "period": fields.PeriodField,
    "birth_days": fields.DaysField,
    "tags": fields.LinesField,
    "dpia_criteria": fields.CriteriaField,
    "country": fields.CountryField,
}
"""Column -> form field, for columns that hold what nobody types as it is stored."""


class FormFields(admin.options.BaseModelAdmin):
    """Chooses the form field for a column."""

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Return the form field that suits what the column holds."""
        said = {"label": capfirst(db_field.verbose_name), "help_text": db_field.help_text, "required": False}
        if isinstance(db_field, KeysField):
            return choices.KeysChoice(refers_to=db_field.refers_to, **said)
        if isinstance(db_field, KeyField):
            return choices.KeyChoice(refers_to=db_field.refers_to, **said)
        if db_field.name in OWN_FIELDS:
            return OWN_FIELDS[db_field.name](**said)
        kwargs.setdefault("widget", self._widget(db_field))
        if kwargs["widget"] is None:
            del kwargs["widget"]
        return self._only_add(super().formfield_for_dbfield(db_field, request, **kwargs))

    def _widget(self, db_field: Any) -> Any:
        if isinstance(db_field, LineField):
            return AdminTextInputWidget()
        if isinstance(db_field, db.TextField):
            return Textarea({"rows": 3, "class": "vLargeTextField"})
        if isinstance(db_field, db.DateField) and not isinstance(db_field, db.DateTimeField):
            return fields.Day()
        return fields.Answer() if isinstance(db_field, db.BooleanField) and db_field.null else None

    def _only_add(self, field: Any) -> Any:
        """Offer "add new" beside a choice, and no changing or removing from there."""
        for can in ("can_change_related", "can_delete_related", "can_view_related"):
            if field is not None and hasattr(field.widget, can):
                setattr(field.widget, can, False)
        return field

    def formfield_for_choice_field(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Put "not stated" first in a closed list; nothing is chosen beforehand."""
        if db_field.blank:
            kwargs["choices"] = fields.with_not_stated(db_field.choices)
            kwargs["widget"] = Menu()
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Offer the open lists by search, and of the rest only what the user works with."""
        table = db_field.remote_field.model
        if issubclass(table, Term):
            kwargs["widget"] = choices.TermSelect(db_field, self.admin_site)
            kwargs["form_class"] = choices.TermChoice
        elif issubclass(table, Organisation):
            kwargs["queryset"] = policy.organisations(request.user)
        elif issubclass(table, (Controller, Unit)):
            mine = policy.organisations(request.user)
            kwargs["queryset"] = table._default_manager.filter(organisation__in=mine)
        kwargs.setdefault("empty_label", str(fields.NOT_STATED))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class PolicyRights(admin.options.BaseModelAdmin):
    """Takes every right from `policy`, never from Django's table of permissions."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Return whether the user sees that these pages are there."""
        return policy.can_enter(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Return whether the user may read; `get_queryset` cuts down to the user's organisations."""
        return policy.can_enter(request.user)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Return whether the user may add."""
        return policy.can_manage(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Return whether the user may change."""
        return policy.can_manage(request.user, owner(obj) if obj is not None else None)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Return whether the user may remove; what is in use is protected by the tables themselves."""
        return self.has_change_permission(request, obj)


def owner(obj: Any) -> Organisation:
    """Return the organisation an object belongs to."""
    return obj if isinstance(obj, Organisation) else obj.organisation


class Lines(ChangeList):
    """A list that refuses what it is not filtered by as stock refuses a wrong value: it shows itself unfiltered."""

    def get_filters(self, request: Any) -> Any:
        """Return stock's filters. Raises `IncorrectLookupParameters` for all that cannot be asked."""
        try:
            return super().get_filters(request)
        except (DisallowedModelAdminLookup, OverflowError) as error:
            raise IncorrectLookupParameters(str(error)) from error


class CarefulList(admin.ModelAdmin):
    """Lets a list be asked for what its filters offer, and nothing else reach the database."""

    def get_changelist(self, request: Any, **kwargs: Any) -> Any:
        """Return the list that refuses politely."""
        return Lines

    def lookup_allowed(self, lookup: str, value: str, request: Any) -> bool:
        """Return whether a filter of the list, or its choice of dates, asks so; stock allows any regular expression."""
        offered = set()
        for choice in self.get_list_filter(request):
            offered |= {getattr(choice, "parameter_name", None) or f"{choice}__exact", f"{choice}__isnull"}
        if self.date_hierarchy:
            offered |= {f"{self.date_hierarchy}__{part}" for part in ("year", "month", "day")}
        return lookup in offered

    def changelist_view(self, request: Any, extra_context: Any = None) -> Any:
        """Drop what no text and no id can be: a database answers it with an error."""
        if any("\0" in value for values in request.GET.lists() for value in values[1]):
            return HttpResponseRedirect(f"{request.path}?{ERROR_FLAG}=1")
        if ACTION_CHECKBOX_NAME in request.POST:
            chosen = request.POST.copy()
            ids = [pk for pk in chosen.getlist(ACTION_CHECKBOX_NAME) if as_id(pk) is not None]
            chosen.setlist(ACTION_CHECKBOX_NAME, ids)
            request.POST = chosen
        return super().changelist_view(request, extra_context)


class InSections(FormFields, CarefulList):
    """Shows its form in sections, with our own template."""

    change_form_template = "admin/ropa/change_form.html"

    def render_change_form(self, request: Any, context: Any, *args: Any, **kwargs: Any) -> Any:
        """Give the template its sections."""
        obj, what = kwargs.get("obj"), str(self.opts.verbose_name).lower()
        context |= {"title": str(obj) if obj else _("Add %(what)s") % {"what": what}, "subtitle": None}
        context["sections"] = self.page_sections(context)
        return super().render_change_form(request, context, *args, **kwargs)

    def page_sections(self, context: Any) -> list[sections.Shown]:
        """Return the page's parts in reading order: by default fieldsets, then lists."""
        return sections.plain(context["adminform"], context["inline_admin_formsets"])


class Page(PolicyRights, InSections, SimpleHistoryAdmin):
    """A page for one table."""

    form = TranslatedForm

    def changeform_view(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Save everything as one change, with the user's reason."""
        reason = request.POST.get("change_reason", "").replace("\0", "").strip()
        with change(reason=reason, by=request.user if request.method == "POST" else None):
            return super().changeform_view(request, *args, **kwargs)

    def delete_view(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Remove as one change."""
        with change(by=request.user):
            return super().delete_view(request, *args, **kwargs)

    def revert_disabled(self, request: Any, obj: Any = None) -> bool:
        """Old versions are there to be read; going back to one would skip rows and translations."""
        return True

    def history_view(self, request: Any, object_id: str, extra_context: Any = None) -> Any:
        """Show who changed what in a row the user may see; stock would show the history of anything."""
        row = self.get_object(request, object_id)
        if row is None:
            raise Http404
        context = {**self.admin_site.each_context(request), **page_of(request, old_rows.entries(row)), "row": row}
        context |= {"title": _("History: %(name)s") % {"name": row}, "opts": self.opts}
        return render(request, "admin/ropa/history.html", context)

    def history_form_view(self, request: Any, object_id: str, version_id: str, extra_context: Any = None) -> Any:
        """Go to the history, which tells every change: there is no going back to a single old row."""
        return HttpResponseRedirect(reverse(f"admin:ropa_{self.opts.model_name}_history", args=[object_id]))

    def changelist_view(self, request: Any, extra_context: Any = None) -> Any:
        """Name the list by what it lists."""
        title = capfirst(str(self.opts.verbose_name_plural))
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def get_actions(self, request: Any) -> Any:
        """Offer no removing in bulk."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions


def of_mine(request: Any, rows: Any, field: str = "organisation") -> Any:
    """Return the rows that belong to the user's organisations."""
    return rows.filter(**{f"{field}__in": policy.organisations(request.user)})


def columns(table: type[db.Model], leave_out: Iterable[str] = ()) -> list[str]:
    """Return the columns a person fills in, in the order they are declared."""
    skip = {"id", "position", "activity", *leave_out}
    return [f.name for f in table._meta.concrete_fields if f.editable and f.name not in skip]
