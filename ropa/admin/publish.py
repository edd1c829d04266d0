"""A page for each thing done with a draft on its way to residents and back: what it changes is shown before it happens."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone

from .. import drafts, policy, publishing
from ..models import ProcessingActivity
from ..publishing import Published
from .asking import Asked, Publish
from .base import Page
from .differences import newest, public_address, public_differences
from .filters import STATES
from .findings import Notes
from .listing import state
from .verbs import VERBS, Verb, Where, offered


class Publishing(Page):
    """Adds submitting, publishing and all between to the page of an activity."""

    def found(self, request: Any, object_id: Any) -> ProcessingActivity:
        """Return the activity if the user may see it. Raises `Http404` as if it were not there."""
        obj = self.get_object(request, str(object_id))
        if obj is None or not self.has_view_permission(request, obj):
            raise Http404
        return obj

    def standing(self, request: Any, obj: ProcessingActivity) -> dict[str, Any]:
        """Return where the activity stands, for the head of its pages."""
        row, step = newest(obj), publishing.steps.latest(obj)
        where = _where(request.user, obj, row, publishing.steps.state(step, obj.revision))
        return {
            "state": where.state,
            "state_name": STATES.get(where.state, ""),
            "published": row,
            "public_url": public_address(obj) if row else "",
            "where": where,
            "step": step if where.review else None,
            "overdue_since": _overdue_since(obj, where),
            "verbs": [(verb, verb.url(obj)) for verb in offered(where)],
        }

    def get_urls(self) -> Any:
        """Add a page for each verb to stock's addresses."""
        wrap, name = self.admin_site.admin_view, "ropa_processingactivity_%s"
        own = [
            path(f"<int:object_id>/{verb.name}/", wrap(partial(self.verb_view, verb=verb)), name=name % verb.name)
            for verb in VERBS
        ]
        return [*own, *super().get_urls()]

    def verb_view(self, request: Any, object_id: int, verb: Verb) -> Any:
        """Say what the verb does; do it when it is confirmed; show the page with what was typed when it is refused."""
        obj = self.found(request, object_id)
        standing = self.standing(request, obj)
        if not verb.may(standing["where"]):
            raise PermissionDenied
        form = verb.form(request.POST if request.method == "POST" else None)
        shown = _shown(request, obj, verb, form, standing["published"]) if verb.shows else {}
        if form.is_valid() and self._done(request, obj, verb, form):
            return HttpResponseRedirect(reverse("admin:ropa_processingactivity_change", args=[obj.pk]))
        context = {
            **self.admin_site.each_context(request),
            **standing,
            **shown,
            "title": verb.title % {"name": obj},
            "verb": verb,
            "can": verb.when(standing["where"]),
            "form": form,
            "activity": obj,
            "opts": self.opts,
        }
        return render(request, "admin/ropa/processingactivity/verb.html", context)

    def _done(self, request: Any, obj: ProcessingActivity, verb: Verb, form: Asked) -> bool:
        """Do it and tell so, or say in the form why not."""
        said = dict(form.cleaned_data)
        try:
            made = verb.do(obj, by=request.user, seen_revision=said.pop("revision"), **said)
        except publishing.CannotPublish as refusal:
            form.refuse("reason" if isinstance(refusal, publishing.FindingsStand) else None, str(refusal))
            return False
        messages.success(request, verb.told(obj, made, said))
        return True


def _where(user: Any, obj: ProcessingActivity, row: Published | None, review: str) -> Where:
    return Where(
        state=state(obj),
        review=review,
        edits=policy.can_edit(user, obj),
        publishes=policy.can_publish(user, obj),
        two=obj.organisation.two_person_rule,
        seen_by_residents=row is not None and not row.is_withdrawn,
    )


def _overdue_since(obj: ProcessingActivity, where: Where) -> Any:
    """Return the first day on which the review of what residents see was overdue; None when it is not."""
    due = obj.index.review_due if hasattr(obj, "index") else None
    return due if due and where.seen_by_residents and due <= timezone.localdate() else None


def _shown(request: Any, obj: ProcessingActivity, verb: Verb, form: Any, before: Published | None) -> dict[str, Any]:
    """Return what residents will see otherwise, what is found, and whether two persons are needed."""
    record = drafts.load(obj)
    notes = Notes(publishing.standing(record))
    publishes = isinstance(form, Publish)
    if publishes and notes.errors:
        form.must_say_why()
    return {
        "differences": public_differences(record, before),
        "first": before is None,
        "notes": notes,
        "form_url": reverse("admin:ropa_processingactivity_change", args=[obj.pk]),
        "alone": _alone(obj, request.user) if publishes else "",
    }


def _alone(obj: ProcessingActivity, user: Any) -> str:
    """Return why the user may not publish this alone; empty when that may be."""
    try:
        publishing.refuse_alone(obj, user)
    except publishing.NeedsTwo as refusal:
        return str(refusal)
    return ""
