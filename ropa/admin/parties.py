"""Organisation, controllers, units and DPO."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .. import drafts, models, policy, publishing, reorganising
from ..swedish import sort_key
from . import organisations, plan, reorganise
from .base import Page, of_mine
from .cells import Group
from .inlines import RowInline
from .translations import TranslatedForm

CONTACT = (("email", "phone"), ("visiting_address", "postal_address"), "url")
_CONTACT = _("Contact")


class NoticeTextInline(RowInline):
    """Texts that all activities below inherit."""

    model = models.NoticeText
    list_name = "notice_texts"
    groups = (Group((("section", "for_children"), ("text",))),)
    verbose_name_plural = _("Texts in all notices below")

    def _parent(self, request: Any) -> Any:
        return self.admin_site.get_model_admin(self.parent_model)


def texts_of(name: str) -> type[NoticeTextInline]:
    """Return the inline for the texts of one level."""
    return type(f"{name.title()}Texts", (NoticeTextInline,), {"fk_name": name})


class PartyAdmin(Page):
    """A party: seen by those who work in its organisation, edited by its DPO."""

    columns: tuple[str, ...] = ("name_column", "organisation")
    apart: frozenset[str] = frozenset()
    """Columns that no record holds."""
    related: tuple[str, ...] = ("organisation",)
    search_fields = ("name",)

    def get_list_display(self, request: Any) -> Any:
        """Return the columns of the list."""
        return self.columns

    def get_list_select_related(self, request: Any) -> Any:
        """Return what the list reads along."""
        return self.related

    def get_queryset(self, request: Any) -> Any:
        """Return the parties of the user's organisations."""
        return of_mine(request, super().get_queryset(request))

    def get_search_results(self, request: Any, queryset: Any, search_term: str) -> Any:
        """Keep the names that hold every part, whatever its case, å ä ö included."""
        for word in search_term.split():
            queryset = queryset.filter(sort_key__contains=sort_key(word))
        return queryset, False

    def get_readonly_fields(self, request: Any, obj: Any = None) -> list[str]:
        """Keep the organisation once chosen."""
        return ["organisation"] if obj is not None else []

    def get_prepopulated_fields(self, request: Any, obj: Any = None) -> dict[str, Any]:
        """Propose the address from the name."""
        return {"slug": ("name",)} if obj is None and "slug" in self.get_fields_flat() else {}

    def get_fields_flat(self) -> set[str]:
        """Return the names of all fields of the page."""
        return {f.name for f in self.model._meta.concrete_fields if f.editable}

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Ask for a name, and offer organisations the user manages."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "name":
            field.required = True
        elif db_field.name == "organisation" and field is not None:
            field.queryset = policy.managed(request.user)
            managed = list(field.queryset[:2])
            field.initial = managed[0].pk if len(managed) == 1 else None
        return field

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        """Write the party where something was changed: a row of history says that something was."""
        if form.changed_data or not change:
            super().save_model(request, obj, form, change)

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        """Look anew at the activities whose records hold the party, if it says anything else than before."""
        super().save_related(request, form, formsets, change)
        said = {name.split("__")[0] for name in form.changed_data} - self.apart
        if said or any(formset.has_changed() for formset in formsets):
            held = _where(self.holding(form.instance, moved="controller" in said and change))
            publishing.reindex(held)
            reorganise.tell_outdated(request, held)

    def delete_model(self, request: Any, obj: Any) -> None:
        """Remove the party, then look anew at the activities whose records held it."""
        held = list(_where(self.holding(obj)))
        super().delete_model(request, obj)
        publishing.reindex(held)

    def holding(self, obj: Any, *, moved: bool = False) -> Q:
        """Return the condition on activities whose records hold the party; `moved`: it was another controller's."""
        raise NotImplementedError

    @admin.display(description=_("Name"), ordering="sort_key")
    def name_column(self, obj: Any) -> str:
        """Return the name; it leads to the page."""
        return str(obj)


@admin.register(models.Organisation)
class OrganisationAdmin(PartyAdmin):
    """The organisation: added by the operator, edited by its DPO."""

    columns = ("name_column", "organisation_number", "publishes")
    form = organisations.OrganisationForm
    apart = frozenset({
        *("two_person_rule", "publishes", "host", "rights_text", "accessibility_text", "logo_file", "no_logo"),
        *("logo_text", "footer_text", "footer_links", *organisations.COLOURS),
    })  # fmt: skip
    related = ()
    inlines = (texts_of("organisation"),)
    fieldsets = (
        (None, {"fields": (("name", "slug"), ("organisation_number", "county"))}),
        (_CONTACT, {"fields": CONTACT}),
        (_("Publishing"), {"fields": ("two_person_rule",)}),
        (_("Public site"), {"fields": ("publishes", "host", "rights_text", "accessibility_text")}),
        (
            _("Look"),
            {"fields": ("logo_text", ("bar_colour", "link_colour"), ("bar_colour_dark", "link_colour_dark"))},
        ),
        (_("Foot of each page"), {"fields": ("footer_text", "footer_links")}),
    )

    def get_fieldsets(self, request: Any, obj: Any = None) -> Any:
        """Offer to whom may edit what no column holds by itself: a file for the logo, and each heading."""
        found = super().get_fieldsets(request, obj)
        return organisations.with_files_and_headings(found, obj) if self._edits(request, obj) else found

    def _edits(self, request: Any, obj: Any) -> bool:
        return self.has_change_permission(request, obj) if obj is not None else self.has_add_permission(request)

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Ask for colours that can be seen."""
        if db_field.name in organisations.COLOURS:
            return organisations.colour_field(db_field)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_queryset(self, request: Any) -> Any:
        """Return the user's organisations."""
        rows = super(PartyAdmin, self).get_queryset(request)
        return rows.filter(pk__in=policy.organisations(request.user))

    def get_readonly_fields(self, request: Any, obj: Any = None) -> list[str]:
        """Keep the address, which exports name it by, and leave what decides who sees the site to the operator."""
        kept = ["slug"] if obj is not None else []
        return kept if policy.is_operator(request.user) else ["slug", "host"]

    def holding(self, obj: Any, *, moved: bool = False) -> Q:
        """Return all of the organisation."""
        return Q(organisation=obj)

    def has_add_permission(self, request: Any, obj: Any = None) -> bool:
        """Return whether the user runs the installation."""
        return policy.is_operator(request.user)

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        """Return whether the user runs the installation."""
        return policy.is_operator(request.user)


@admin.register(models.Controller)
class ControllerAdmin(PartyAdmin):
    """The boards."""

    columns = ("name_column", "kind", "organisation")
    list_filter = ("kind",)
    inlines = (texts_of("controller"),)
    fieldsets = (
        (
            None,
            {"fields": ("organisation", ("name", "slug"), ("kind", "organisation_number"), "representative")},
        ),
        (_CONTACT, {"fields": CONTACT}),
    )

    def get_readonly_fields(self, request: Any, obj: Any = None) -> list[str]:
        """Keep organisation and address once chosen: published records name the board by them."""
        return ["organisation", "slug"] if obj is not None else []

    def holding(self, obj: Any, *, moved: bool = False) -> Q:
        """Return those it decides on, and those of its units, which name it."""
        return of_controller(obj)


def of_controller(board: models.Controller) -> Q:
    """Return the condition on activities that a controller or one of its units answers for."""
    return Q(controller=board) | Q(unit__controller=board)


def _where(condition: Q) -> Any:
    return models.ProcessingActivity.objects.filter(condition)


class UnitForm(TranslatedForm):
    """A unit, at an address that leads to no other."""

    def clean_slug(self) -> str:
        """Refuse an address that was another unit's in public, or leads to one: its old pages would be taken for this one's."""
        slug: str = self.cleaned_data["slug"]
        if drafts.of_another_unit(slug, self.instance.pk):
            raise ValidationError(_("The address is used by a unit that has been published."))
        return slug

    def clean(self) -> dict[str, Any]:
        """Wait for who reorganises: two who each put one unit below the other would close a circle."""
        data = super().clean() or {}
        if self.instance.pk:
            reorganising.hold(self.instance.organisation)
        return data


@admin.register(models.Unit)
class UnitAdmin(PartyAdmin):
    """The units, each below another or on its own."""

    form = UnitForm
    change_form_template = "admin/ropa/unit/change_form.html"
    columns = ("name_column", "parent", "controller", "organisation")
    related = ("organisation", "parent", "controller")
    inlines = (texts_of("unit"),)
    fieldsets = (
        (None, {"fields": ("organisation", ("name", "slug"), ("parent", "controller"))}),
        (_CONTACT, {"fields": CONTACT}),
    )

    def get_urls(self) -> Any:
        """Add the disposal plan and reorganisation to stock's addresses."""
        return [*plan.addresses(self.admin_site), *reorganise.addresses(self.admin_site), *super().get_urls()]

    def get_readonly_fields(self, request: Any, obj: Any = None) -> list[str]:
        """Keep the organisation once chosen, and the address once anything below it was published."""
        kept = super().get_readonly_fields(request, obj)
        return [*kept, "slug"] if obj is not None and drafts.unit_was_public(obj.slug) else kept

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        """Save the unit; an old address that it takes back leads nowhere else any more."""
        if change:
            models.Address.objects.filter(slug=obj.slug, unit=obj).delete()
        super().save_model(request, obj, form, change)

    def holding(self, obj: Any, *, moved: bool = False) -> Q:
        """Return those of the unit and of the units below it, whose paths lead through it."""
        return Q(unit__in=obj.branch())


@admin.register(models.DataProtectionOfficer)
class DataProtectionOfficerAdmin(PartyAdmin):
    """The DPO's function and how to reach it."""

    columns = ("name_column", "controller", "organisation")
    related = ("organisation", "controller")
    fieldsets = (
        (None, {"fields": ("organisation", "name", "controller")}),
        (_CONTACT, {"fields": CONTACT}),
    )

    def holding(self, obj: Any, *, moved: bool = False) -> Q:
        """Return the controller's, or all where the DPO is everybody's, or was some other controller's until now."""
        return Q(organisation=obj.organisation) if moved or not obj.controller else of_controller(obj.controller)
