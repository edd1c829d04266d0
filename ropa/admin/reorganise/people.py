"""The page that hands over what a leaver kept."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ... import policy, reorganising
from ...models import Organisation
from .. import asking
from ..fields import PersonChoice, person
from ..words import as_id
from .look_first import Reason
from .units import managed

NAME = "ropa_membership_hand_over"


class HandOverForm(asking.Asked):
    """Who leaves, who takes over, and whether the leaver's memberships end."""

    revision = None  # type: ignore[assignment]  # Django takes the field away so
    leaver = PersonChoice(get_user_model().objects.none(), label=gettext_lazy("Who leaves"))
    successor = PersonChoice(
        get_user_model().objects.none(),
        label=gettext_lazy("Who takes over"),
        help_text=gettext_lazy("Somebody who may edit all that is handed over."),
    )
    end = forms.BooleanField(
        label=gettext_lazy("End the memberships of who leaves in this organisation, from today"), required=False
    )

    def __init__(self, organisation: Organisation, user: Any, data: Any = None, leaver: int | None = None) -> None:
        super().__init__(data)
        self.organisation, self.user = organisation, user
        self.fields["end"].widget.attrs.pop("class")
        here = Q(memberships__organisation=organisation) | Q(owned_activities__organisation=organisation)
        accounts = get_user_model().objects.order_by("last_name", "first_name", "username")
        self.fields["leaver"].queryset = accounts.filter(here).distinct()  # type: ignore[attr-defined]
        self.fields["successor"].queryset = policy.keepers([organisation])  # type: ignore[attr-defined]
        self.initial = {"leaver": leaver}

    def clean(self) -> dict[str, Any]:
        """Refuse a successor who is the leaver, and an end to memberships that are not the user's to end."""
        data = super().clean() or {}
        leaver = data.get("leaver")
        if leaver and leaver == data.get("successor"):
            self.add_error("successor", _("Choose somebody else than who leaves."))
        if leaver and data.get("end") and not self._may_end(leaver):
            self.add_error("end", _("You may not end these memberships: your own, and those of who runs the register."))
        return data

    def _may_end(self, leaver: Any) -> bool:
        mine = leaver.memberships.filter(organisation=self.organisation)
        return all(policy.can_change_membership(self.user, membership) for membership in mine)


def hand_over_addresses(site: Any) -> list[Any]:
    """Return the addresses of the page, below that of the list of memberships."""
    return [
        path("hand-over/", site.admin_view(choose), name=NAME),
        path(
            "hand-over/<int:organisation>/",
            site.admin_view(lambda request, organisation: page(request, site, organisation)),
            name=f"{NAME}_in",
        ),
    ]


def choose(request: Any) -> HttpResponse:
    """Go to the page of the only organisation there is to choose, else to where one chooses."""
    if not policy.can_manage(request.user):
        raise PermissionDenied
    only = list(policy.managed(request.user)[:2])
    to = reverse(f"admin:{NAME}_in", args=[only[0].pk]) if len(only) == 1 else reverse("admin:ropa_reorganise")
    return HttpResponseRedirect(to)


def page(request: Any, site: Any, organisation: int) -> HttpResponse:
    """Show what hangs on who leaves, and hand it over."""
    found = managed(request.user, organisation)
    leaver = as_id(request.GET.get("person"))
    form = HandOverForm(found, request.user, request.POST if request.method == "POST" else None, leaver)
    why = Reason(request.POST if "apply" in request.POST else None)
    estate = None
    if form.is_valid():
        estate = reorganising.estate(form.cleaned_data["leaver"], found)
        if "apply" in request.POST and why.is_valid():
            try:
                return _do(request, form, why.cleaned_data["reason"])
            except reorganising.CannotReorganise as refusal:
                form.add_error("successor", str(refusal))
    context = {"title": _("Hand over"), "form": form, "why": why, "estate": estate, "organisation": found}
    return render(request, "admin/ropa/reorganise/hand_over.html", {**site.each_context(request), **context})


def _do(request: Any, form: HandOverForm, reason: str) -> HttpResponse:
    said = form.cleaned_data
    yesterday = timezone.localdate() - timedelta(days=1)
    n = reorganising.hand_over(
        said["leaver"],
        said["successor"],
        form.organisation,
        by=request.user,
        reason=reason,
        until=yesterday if said["end"] else None,
    )
    told = ngettext("%(n)d activity is handed over to %(who)s.", "%(n)d activities are handed over to %(who)s.", n)
    messages.success(request, told % {"n": n, "who": person(said["successor"])})
    return HttpResponseRedirect(reverse("admin:ropa_membership_changelist"))
