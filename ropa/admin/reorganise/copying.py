"""Pages that make an activity from another: a copy, or from one that is there for others to start from."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ... import policy, reorganising
from ...models import ProcessingActivity, Unit
from ...swedish import fold
from .. import asking
from ..base import Page
from ..units import unit_choices

NAME = "ropa_processingactivity"


class CopyForm(asking.Asked):
    """What the copy is called and where it lies."""

    revision = None  # type: ignore[assignment]  # Django takes the field away so
    name = forms.CharField(label=gettext_lazy("Name"), max_length=500)
    unit = forms.ModelChoiceField(Unit.objects.none(), label=gettext_lazy("Unit"), required=False)

    def __init__(self, user: Any, source: ProcessingActivity, data: Any = None) -> None:
        super().__init__(data)
        self.user, self.source = user, source
        field: Any = self.fields["unit"]
        field.queryset = policy.units(user).filter(organisation=source.organisation)
        there = set(field.queryset.values_list("pk", flat=True))
        choices = [choice for choice in unit_choices(user) if choice[0] in there]
        field.choices = [("", _("Not stated")), *choices]
        name = str(source) if source.is_standard else _("%(name)s (copy)") % {"name": source}
        self.initial = {"name": name, "unit": source.unit_id if source.unit_id in there else None}

    @property
    def controller(self) -> Any:
        """The source's own controller in its own unit; elsewhere that unit's."""
        return self.source.controller if self.cleaned_data["unit"] == self.source.unit else None

    def clean(self) -> dict[str, Any]:
        """Refuse a place in which the user may not edit."""
        data = super().clean() or {}
        if "unit" in data and not policy.can_place(self.user, self.source.organisation, data["unit"], self.controller):
            self.add_error("unit", _("Choose a unit whose activities you may edit."))
        return data


class Copying(Page):
    """Adds copying to the page of an activity, and the list of those to start from."""

    def get_urls(self) -> Any:
        """Add the pages to stock's addresses."""
        wrap = self.admin_site.admin_view
        return [
            path("<int:object_id>/copy/", wrap(self.copy_view), name=f"{NAME}_copy"),
            path("from-standard/", wrap(self.standard_view), name=f"{NAME}_standard"),
            *super().get_urls(),
        ]

    def copy_view(self, request: Any, object_id: int) -> HttpResponse:
        """Ask for name and unit, and make a draft."""
        source = policy.copyable(request.user, ProcessingActivity.objects.filter(pk=object_id)).first()
        if source is None:
            raise Http404
        if not policy.can_edit(request.user):
            raise PermissionDenied
        form = CopyForm(request.user, source, request.POST if request.method == "POST" else None)
        if form.is_valid():
            unit, name = form.cleaned_data["unit"], form.cleaned_data["name"]
            made = reorganising.copy(
                source, by=request.user, unit=unit, controller=form.controller, name=_own(name, form)
            )
            messages.success(
                request, _("“%(name)s” is made. It is a draft that nobody else has seen.") % {"name": made}
            )
            return HttpResponseRedirect(reverse(f"admin:{NAME}_change", args=[made.pk]))
        seen = policy.can_view(request.user, source)
        return self._page(
            request, "copy", _("Make a copy of: %(name)s") % {"name": source}, form=form, source=source, seen=seen
        )

    def standard_view(self, request: Any) -> HttpResponse:
        """List the activities that are there for others to start from."""
        if not policy.can_edit(request.user):
            raise PermissionDenied
        asked = request.GET.get("q", "").replace("\0", "").strip()
        rows = policy.copyable(request.user, ProcessingActivity.objects.filter(is_standard=True))
        for word in fold(asked).split():
            rows = rows.filter(index__search__contains=word)
        found = rows.select_related("unit", "organisation").order_by("sort_key", "pk")
        return self._page(request, "standard", _("New from a standard activity"), found=found, asked=asked)

    def _page(self, request: Any, template: str, title: str, **context: Any) -> HttpResponse:
        common = {**self.admin_site.each_context(request), "title": title, "opts": self.opts}
        return render(request, f"admin/ropa/reorganise/{template}.html", {**common, **context})


def _own(name: str, form: CopyForm) -> str:
    """Return the name where it is another than what was proposed: that one is made in every language."""
    return "" if name == form.initial["name"] and not form.source.is_standard else name
