"""Pages that move activities and give them another public address."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ... import policy
from ...models import ProcessingActivity
from ...reorganising import ChangeActivityAddress, MoveActivities
from ..base import Page
from ..words import as_id
from . import forms
from .look_first import Words, page

NAME = "ropa_processingactivity"


class Moving(Page):
    """Adds moving to the list of activities, and another address to each."""

    def get_urls(self) -> Any:
        """Add the pages to stock's addresses."""
        wrap = self.admin_site.admin_view
        return [
            path("move/", wrap(self.move_view), name=f"{NAME}_move"),
            path("<int:object_id>/address/", wrap(self.address_view), name=f"{NAME}_address"),
            *super().get_urls(),
        ]

    def render_change_form(self, request: Any, context: Any, *args: Any, **kwargs: Any) -> Any:
        """Say whether the user may give the activity another address."""
        obj = kwargs.get("obj")
        context["can_manage"] = obj is not None and policy.can_manage(request.user, obj.organisation)
        return super().render_change_form(request, context, *args, **kwargs)

    def get_actions(self, request: Any) -> Any:
        """Offer moving to who manages an organisation."""
        actions = super().get_actions(request)
        if policy.can_manage(request.user):
            words = gettext_lazy("Move the chosen activities …")
            actions["move_selected"] = (_go_and_ask, "move_selected", words)
        return actions

    def move_view(self, request: Any) -> HttpResponse:
        """Ask where the chosen activities move, and move them."""
        given = request.POST if request.method == "POST" else request.GET
        ids = [pk for pk in map(as_id, given.getlist(ACTION_CHECKBOX_NAME)) if pk is not None]
        managed = policy.managed(request.user)
        rows = list(ProcessingActivity.objects.filter(pk__in=ids, organisation__in=managed))
        organisations = {row.organisation_id for row in rows}
        if len(organisations) != 1 or len(rows) < len(set(ids)):
            return _refused(request, organisations)
        organisation = managed.get(pk=organisations.pop())
        form = forms.MoveActivities(organisation, request.POST if request.method == "POST" else None)

        def plan(_said: Any) -> MoveActivities:
            return MoveActivities(organisation, frozenset(row.pk for row in rows), **form.to())

        words = Words(
            _("Move activities"),
            _("Drafts move at once. What is public is published anew in its new place, and says nothing else new."),
            _("The activities are moved."),
            reverse(f"admin:{NAME}_changelist"),
        )
        chosen: dict[str, Any] = {"chosen": rows, "chosen_name": ACTION_CHECKBOX_NAME}
        here = reverse(f"admin:{NAME}_move")
        return page(request, self.admin_site, form, plan, words, form_action=here, **chosen)

    def address_view(self, request: Any, object_id: int) -> HttpResponse:
        """Give a published activity another public address."""
        managed = policy.managed(request.user)
        obj = ProcessingActivity.objects.filter(pk=object_id, organisation__in=managed).first()
        if obj is None:
            raise Http404
        form = forms.Address(obj.organisation, request.POST if request.method == "POST" else None)

        def plan(said: dict[str, Any]) -> ChangeActivityAddress:
            return ChangeActivityAddress(obj.organisation, obj.pk, said["slug"])

        words = Words(
            _("Change the address of: %(name)s") % {"name": obj},
            _("The address now is “%(slug)s”. Links that somebody has saved go on working.") % {"slug": obj.slug},
            _("The address is changed."),
            reverse(f"admin:{NAME}_change", args=[obj.pk]),
        )
        return page(request, self.admin_site, form, plan, words, activity=obj)


def _go_and_ask(page: Any, request: Any, queryset: Any) -> HttpResponse:
    """Show the page that asks where to: as if it had been sent the choice."""
    request.method, request.GET = "GET", request.POST.copy()
    request.GET.setlist(ACTION_CHECKBOX_NAME, list(map(str, queryset.values_list("pk", flat=True))))
    response: HttpResponse = page.move_view(request)
    return response


def _refused(request: Any, organisations: set[int]) -> HttpResponse:
    said = (
        _("Choose activities of one organisation: nothing is moved to another, as each keeps a register of its own.")
        if len(organisations) > 1
        else _("Choose activities of an organisation that you are data protection officer of.")
    )
    messages.error(request, said)
    return HttpResponseRedirect(reverse(f"admin:{NAME}_changelist"))
