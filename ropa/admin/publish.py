"""Publishing and withdrawing: what changes for residents is shown before it happens."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models as db
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from .. import drafts, notice, policy, profiles, publishing
from ..models import ProcessingActivity
from ..publishing import Published
from ..record import Audience, view
from ..record import ProcessingActivity as Record
from .base import Page
from .filters import STATES
from .findings import Notes, counted
from .listing import state

LAST_REVISION = 2**31 - 1
NOT_SEEN = gettext_lazy("What you looked at is not known any more. Look through the page once more, then publish.")


class Why(forms.Form):
    """What is said of a publication or a withdrawal."""

    reason = forms.CharField(
        label=gettext_lazy("Why are they published?"),
        help_text=gettext_lazy("Optional. Seen by staff only."),
        max_length=500,
        required=False,
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="%s", label_suffix="")
        for field in self.fields.values():
            field.widget.attrs["class"] = "vTextField"


class PublishForm(Why):
    """The reason, and which revision of the draft its publisher looked at."""

    revision = forms.IntegerField(
        widget=forms.HiddenInput,
        min_value=0,
        max_value=LAST_REVISION,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), NOT_SEEN),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["reason"].label = gettext_lazy("Why is it published?")

    def must_say_why(self) -> None:
        """Say of the reason that errors stand, so that it is not optional. Call it before the form is validated."""
        self.fields["reason"].widget.attrs["required"] = True
        self.fields["reason"].label = gettext_lazy("Why is it published although errors stand?")
        self.fields["reason"].help_text = gettext_lazy(
            "Kept under “Publications” together with the errors. Seen by staff only. Example: The agreement is being signed; the board has been told."
        )


class WithdrawForm(Why):
    """What residents are told, and the reason."""

    public_note = forms.CharField(
        label=gettext_lazy("What residents are told"),
        help_text=gettext_lazy("Shown on the page. Example: The service ended on 1 March."),
        max_length=500,
        required=False,
    )
    field_order = ("public_note", "reason")

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["reason"].label = gettext_lazy("Why is it withdrawn?")


@dataclass(frozen=True)
class Difference:
    """One heading of the table or the notice, before and after."""

    heading: str
    old: tuple[Any, ...]
    new: tuple[Any, ...]
    """Blocks, as the templates render them."""


def newest(activity: ProcessingActivity) -> Published | None:
    """Return the newest row of the ledger about the activity."""
    return publishing.find(activity.slug, Audience.DRAFT)


def public_differences(draft: Record, before: Published | None) -> list[Difference]:
    """Return what residents will see otherwise, under the headings of the table and of the notice."""
    now = view(draft, Audience.PUBLIC)
    shown = before.record if before and not before.is_withdrawn else None
    was = view(shown, Audience.PUBLIC) if shown else None
    with override("sv"):
        old, new = _headings(was), _headings(now)
    return [
        Difference(heading, old.get(heading, ()), new.get(heading, ()))
        for heading in dict.fromkeys([*new, *old])
        if old.get(heading, ()) != new.get(heading, ())
    ]


def _headings(record: Any) -> dict[str, tuple[Any, ...]]:
    """Return heading -> blocks of title and summary, of every row of the table and every section of the notice."""
    if record is None:
        return {}
    table = {
        _("Table: %(heading)s") % {"heading": row.heading}: row.blocks for row in profiles.table(record, "sv").rows
    }
    text = notice.compose(record, "sv")
    told = {_("Notice: %(heading)s") % {"heading": part.heading}: part.blocks for part in text.sections}
    title = (notice.Block(text=text.title), *([notice.Block(text=text.summary)] if text.summary else []))
    return {_("Title and summary"): title, **table, **told}


def public_address(activity: ProcessingActivity) -> str:
    """Return the address of the public page."""
    return reverse("notice", args=[activity.slug])


class Publishing(Page):
    """Adds publishing to the page of an activity."""

    actions = ("publish_selected",)

    def found(self, request: Any, object_id: Any) -> ProcessingActivity:
        """Return the activity if the user may see it. Raises `Http404` as if it were not there."""
        obj = self.get_object(request, str(object_id))
        if obj is None or not self.has_view_permission(request, obj):
            raise Http404
        return obj

    def publishable(self, request: Any, object_id: Any) -> ProcessingActivity:
        """Return the activity if the user may publish it."""
        obj = self.found(request, object_id)
        if not policy.can_publish(request.user, obj):
            raise PermissionDenied
        return obj

    def standing(self, request: Any, obj: ProcessingActivity) -> dict[str, Any]:
        """Return where the activity stands, for the head of its pages."""
        row = newest(obj)
        public = row is not None and not row.is_withdrawn
        return {
            "state": state(obj),
            "state_name": STATES.get(state(obj), ""),
            "published": row,
            "public_url": public_address(obj) if row else "",
            "can_publish": policy.can_publish(request.user, obj),
            "can_withdraw": public and policy.can_publish(request.user, obj),
        }

    def get_urls(self) -> Any:
        """Add publishing and withdrawing to stock's addresses."""
        wrap, name = self.admin_site.admin_view, "ropa_processingactivity_%s"
        return [
            path("<int:object_id>/publish/", wrap(self.publish_view), name=name % "publish"),
            path("<int:object_id>/withdraw/", wrap(self.withdraw_view), name=name % "withdraw"),
            *super().get_urls(),
        ]

    def publish_view(self, request: Any, object_id: int) -> Any:
        """Show what residents will see otherwise; publish when it is confirmed."""
        obj = self.publishable(request, object_id)
        form = PublishForm(request.POST if request.method == "POST" else None)
        record = drafts.load(obj)
        before, notes = newest(obj), Notes(publishing.standing(record))
        if notes.errors:
            form.must_say_why()
        if form.is_valid():
            try:
                return self._do(request, obj, self._publish, form.cleaned_data)
            except publishing.FindingsStand as refusal:
                form.add_error("reason", str(refusal))
                form.fields["reason"].widget.attrs["autofocus"] = True
        differences = public_differences(record, before)
        here = reverse("admin:ropa_processingactivity_change", args=[obj.pk])
        context = {"form": form, "differences": differences, "first": before is None, "notes": notes, "form_url": here}
        return self._confirm(request, obj, "publish", _("Publish: %(name)s"), context)

    def withdraw_view(self, request: Any, object_id: int) -> Any:
        """Say what withdrawing does; withdraw when it is confirmed."""
        obj = self.publishable(request, object_id)
        form = WithdrawForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            return self._do(request, obj, self._withdraw, form.cleaned_data)
        return self._confirm(request, obj, "withdraw", _("Withdraw: %(name)s"), {"form": form})

    def _confirm(self, request: Any, obj: Any, verb: str, title: str, context: dict[str, Any]) -> Any:
        common = {
            **self.admin_site.each_context(request),
            **self.standing(request, obj),
            "title": title % {"name": obj},
            "activity": obj,
            "opts": self.opts,
        }
        return render(request, f"admin/ropa/processingactivity/{verb}.html", {**common, **context})

    def _do(self, request: Any, obj: ProcessingActivity, verb: Any, said: dict[str, Any]) -> Any:
        try:
            messages.success(request, verb(request, obj, **said))
        except publishing.FindingsStand:
            raise
        except publishing.CannotPublish as refusal:
            messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("admin:ropa_processingactivity_change", args=[obj.pk]))

    def _publish(self, request: Any, obj: ProcessingActivity, reason: str, revision: int | None = None) -> str:
        made = publishing.publish(obj, by=request.user, reason=reason, seen_revision=revision)
        said = (
            _("“%(name)s” is published, version %(version)d.")
            if made.changes_public
            else _("“%(name)s” is published, version %(version)d. Residents see no difference.")
        )
        told = said % {"name": obj, "version": made.version}
        if not reason:
            return told
        kept = reverse("admin:ropa_publication_change", args=[made.pk])
        return format_html('{} <a href="{}">{}</a>', told, kept, _("The reason is kept under Publications."))

    def _withdraw(self, request: Any, obj: ProcessingActivity, reason: str, public_note: str) -> str:
        publishing.withdraw(obj, by=request.user, reason=reason, public_note=public_note)
        return _("“%(name)s” is withdrawn. Its page says so.") % {"name": obj}

    @admin.action(description=gettext_lazy("Publish the chosen activities …"), permissions=["publish"])
    def publish_selected(self, request: Any, queryset: db.QuerySet[ProcessingActivity]) -> Any:
        """Ask for one reason, then publish what is chosen, one version each."""
        form = Why(request.POST if "apply" in request.POST else None)
        if not form.is_valid():
            context = {
                "form": form,
                **self.admin_site.each_context(request),
                "title": _("Publish the chosen activities"),
                "activities": [(obj, counted(obj)) for obj in publishing.counted(queryset)],
                "opts": self.opts,
            }
            return render(request, "admin/ropa/processingactivity/publish_selected.html", context)
        for obj in queryset:
            self._publish_one(request, obj, form.cleaned_data["reason"])
        return None

    def _publish_one(self, request: Any, obj: ProcessingActivity, reason: str) -> None:
        if not policy.can_publish(request.user, obj):
            messages.error(request, _("You may not publish “%(name)s”.") % {"name": obj})
            return
        try:
            messages.success(request, self._publish(request, obj, reason))
        except publishing.CannotPublish as refusal:
            messages.warning(request, f"{obj}: {refusal}")

    def has_publish_permission(self, request: Any) -> bool:
        """Return whether the user may publish anything at all."""
        return policy.can_publish(request.user)
