"""The history of an activity, and taking an old state back: the way from what was to a draft."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import drafts, models, policy, publishing
from ..diff import diff
from ..labels import FORM_LABELS
from ..models import ProcessingActivity, Publication
from ..record import Audience, Term
from ..record import ProcessingActivity as Record
from .asking import STAFF_ONLY, Asked, line
from .history import History, page_of
from .publish import Publishing
from .words import moment


class BringBack(Asked):
    """Why an old state is taken back."""

    reason = line(gettext_lazy("Why is it taken back?"), STAFF_ONLY)


class Remembering(Publishing):
    """Adds the history and taking back to the page of an activity."""

    def get_urls(self) -> Any:
        """Add the old states to stock's addresses."""
        wrap, name = self.admin_site.admin_view, "ropa_processingactivity_%s"
        at, version = wrap(self.change_view_of_past), wrap(self.version_view)
        return [
            path("<int:object_id>/history/<uuid:changeset>/<slug:side>/", at, name=name % "bring_back"),
            path("<int:object_id>/history/version/<int:version>/", version, name=name % "bring_back_version"),
            *super().get_urls(),
        ]

    def history_view(self, request: Any, object_id: str, extra_context: Any = None) -> Any:
        """Show who changed what in the activity and all its lists, one entry a change."""
        activity = self.found(request, object_id)
        history = History(activity)
        page = page_of(request, history.entries)
        history.tell(page["entries"])
        context = {
            **self._around(request, activity, _("History: %(name)s")),
            **page,
            "can_edit": policy.can_edit(request.user, activity),
        }
        return render(request, "admin/ropa/processingactivity/history.html", context)

    def change_view_of_past(self, request: Any, object_id: int, changeset: UUID, side: str) -> Any:
        """Take back the state before or after a change."""
        activity = self._editable(request, object_id)
        past = drafts.Past(activity)
        try:
            chosen = {"before": past.before, "after": lambda same: same}[side](changeset)
            was = past.at(chosen) if chosen else None
        except LookupError as error:
            raise Http404 from error
        if was is None or chosen is None:
            raise Http404
        day = moment(past.changes[chosen][-1].history_date)
        return self._bring_back(request, activity, was, _("the state of %(moment)s") % {"moment": day})

    def version_view(self, request: Any, object_id: int, version: int) -> Any:
        """Take back a published version as a draft."""
        activity = self._editable(request, object_id)
        rows = Publication.objects.filter(activity=activity.key, version=version, kind=Publication.Kind.PUBLISHED)
        row = rows.select_related("payload", "seal", "erasure").first()
        was = publishing.Published(row, Audience.DRAFT).record if row else None
        if was is None:
            raise Http404
        return self._bring_back(request, activity, was, _("version %(n)d") % {"n": version})

    def _editable(self, request: Any, object_id: int) -> ProcessingActivity:
        activity = self.found(request, object_id)
        if not policy.can_edit(request.user, activity):
            raise PermissionDenied
        return activity

    def _bring_back(self, request: Any, activity: ProcessingActivity, was: Record, what: str) -> Any:
        """Show how the draft would change; change it when that is confirmed."""
        form = BringBack(request.POST if request.method == "POST" else None)
        if form.is_valid() and self._brought_back(request, activity, was, form, what):
            return HttpResponseRedirect(reverse("admin:ropa_processingactivity_change", args=[activity.pk]))
        now = drafts.load(activity)
        then, gone = drafts.revived(was, now, activity.organisation)
        context = {
            **self._around(request, activity, _("Take back: %(name)s")),
            "what": what,
            "differences": diff(now, then, FORM_LABELS),
            "gone": list(_named(gone)),
            "form": form,
        }
        return render(request, "admin/ropa/processingactivity/bring_back.html", context)

    def _brought_back(
        self, request: Any, activity: ProcessingActivity, was: Record, form: BringBack, what: str
    ) -> bool:
        """Do it and tell so, or say in the form why not."""
        said = form.cleaned_data
        why = _("Taken back: %(what)s.") % {"what": what}
        try:
            publishing.bring_back(
                activity,
                was,
                by=request.user,
                reason=f"{why} {said['reason']}".strip(),
                seen_revision=said["revision"],
            )
        except (publishing.CannotPublish, drafts.CannotSave) as refusal:
            form.refuse(None, str(refusal))
            return False
        messages.success(
            request,
            _("%(what)s is the draft again. Nothing has been published.") % {"what": what[:1].upper() + what[1:]},
        )
        return True

    def _around(self, request: Any, activity: ProcessingActivity, title: str) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "title": title % {"name": activity},
            "activity": activity,
            "opts": self.opts,
        }


def _named(terms: tuple[Term, ...]) -> Iterator[str]:
    """Return each term with the list it was from."""
    for term in terms:
        table = getattr(models, type(term).__name__)
        yield f"{table._meta.verbose_name}: {term.said('sv')}"
