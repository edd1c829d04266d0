"""Who works in an organisation, and as what."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .. import policy
from ..models import Controller, Membership, Organisation, Unit
from . import reorganise
from .base import InSections, PolicyRights


class MembershipForm(forms.ModelForm):
    """A membership that its giver may give."""

    giver: Any = None

    def clean(self) -> dict[str, Any]:
        """Refuse to hand on a capability to publish that the giver does not have."""
        data = super().clean() or {}
        given = Membership(**{name: data[name] for name in ("role", "publishes", "organisation") if name in data})
        if given.organisation_id is None or not policy.publishes(given):
            return data
        if not policy.can_give_publishing(self.giver, given.organisation):
            raise ValidationError(
                {"publishes": _("You may not publish in all of the organisation, so you cannot let others do it.")}
            )
        return data


@admin.register(Membership)
class MembershipAdmin(PolicyRights, InSections):
    """The memberships of the organisations one manages."""

    form = MembershipForm
    change_form_template = "admin/ropa/membership/change_form.html"
    list_display = ("user", "role", "may_publish", "organisation", "controller", "unit", "until")
    list_filter = ("role",)
    list_select_related = ("user", "organisation", "controller", "unit")
    ordering = ("organisation__sort_key", "user__username", "pk")
    fields = ("user", "organisation", ("role", "publishes"), ("controller", "unit"), "until")

    def get_urls(self) -> Any:
        """Add handing over to stock's addresses."""
        return [*reorganise.hand_over_addresses(self.admin_site), *super().get_urls()]

    def changelist_view(self, request: Any, extra_context: Any = None) -> Any:
        """Name the list by what it lists."""
        return super().changelist_view(request, {"title": _("Memberships"), **(extra_context or {})})

    def has_module_permission(self, request: Any) -> bool:
        """Return whether the user manages any organisation."""
        return policy.can_manage(request.user)

    def has_view_permission(self, request: Any, obj: Any = None) -> bool:
        """Return whether the user manages the organisation."""
        return policy.can_manage(request.user, obj.organisation if obj else None)

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        """Return whether the user may change the membership, or (without one) any at all."""
        if obj is None:
            return policy.can_manage(request.user)
        return policy.can_change_membership(request.user, obj)

    def get_queryset(self, request: Any) -> Any:
        """Return the memberships in the organisations the user manages: those elsewhere are not there."""
        return super().get_queryset(request).filter(organisation__in=policy.managed(request.user))

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Let the form know who gives."""
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.giver = request.user
        return form

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Offer own people and those who work nowhere yet, and what belongs to the organisations one manages."""
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        table, managed = db_field.remote_field.model, policy.managed(request.user)
        if table is Organisation:
            field.queryset, only = managed, list(managed[:2])
            field.initial = only[0].pk if len(only) == 1 else None
        elif table in {Controller, Unit}:
            field.queryset = table._default_manager.filter(organisation__in=managed)
        else:
            field.queryset = policy.eligible(request.user)
        return field

    def render_change_form(self, request: Any, context: Any, *args: Any, **kwargs: Any) -> Any:
        """Say why a membership is only shown."""
        obj = kwargs.get("obj")
        if obj is not None and not self.has_change_permission(request, obj):
            context["why_only_shown"] = _why_kept(request.user, obj)
        return super().render_change_form(request, context, *args, **kwargs)

    def get_actions(self, request: Any) -> Any:
        """Offer no removing in bulk: some may not be removed."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    @admin.display(description=_("May publish"), boolean=True)
    def may_publish(self, obj: Any) -> bool:
        """Return whether the membership carries the capability, by itself or by its role."""
        return policy.publishes(obj)


def _why_kept(user: Any, membership: Membership) -> Any:
    if membership.user_id == user.pk:
        return _("This is your own membership. Another data protection officer, or who runs the register, changes it.")
    return _("This account runs the register. Only who runs the register changes its memberships.")
