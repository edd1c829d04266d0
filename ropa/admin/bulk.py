"""Submit, publish and confirm several activities at once: one reason, one change, and each refusal named."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.shortcuts import render
from django.utils.translation import gettext as _

from .. import history, policy, publishing
from ..models import ProcessingActivity
from .base import Page
from .findings import counted
from .listing import badge
from .verbs import VERBS, Activities, Several, Verb
from .words import as_id

NONE_SEEN = -1

SEVERAL: list[tuple[Verb, Several]] = [(verb, verb.several) for verb in VERBS if verb.several]


class Together(Page):
    """Adds what is done with many activities to their list."""

    def get_actions(self, request: Any) -> Any:
        """Offer what the user may do with any activity at all."""
        own = {
            f"{verb.name}_selected": (partial(_together, verb, several), f"{verb.name}_selected", several.action)
            for verb, several in SEVERAL
            if (policy.can_publish if verb.chosen is policy.publishable else policy.can_edit)(request.user)
        }
        return {**super().get_actions(request), **own}


def _together(verb: Verb, several: Several, page: Any, request: Any, queryset: Activities) -> Any:
    """Ask once, then do it with what is chosen, each by itself, as one change."""
    form = several.form(request.POST if "apply" in request.POST else None)
    if not form.is_valid():
        context = {
            **page.admin_site.each_context(request),
            "form": form,
            "verb": verb,
            "several": several,
            "title": several.title,
            "activities": [(obj, badge(obj), counted(obj)) for obj in publishing.counted(queryset)],
            "opts": page.opts,
        }
        return render(request, "admin/ropa/processingactivity/several.html", context)
    with history.change(by=request.user, reason=next(iter(form.cleaned_data.values()))):
        _do(request, verb, several, queryset, form.cleaned_data)
    return None


def _do(request: Any, verb: Verb, several: Several, queryset: Activities, said: dict[str, Any]) -> None:
    """Do it with each activity, and tell which were done and why the others were not."""
    allowed = set(verb.chosen(request.user, queryset).values_list("pk", flat=True))
    done = []
    for obj in queryset:
        if obj.pk not in allowed:
            messages.error(request, _("“%(name)s”: you may not do this with it.") % {"name": obj})
            continue
        try:
            (several.do or verb.do)(obj, by=request.user, seen_revision=_seen(request, obj), **said)
            done.append(str(obj))
        except publishing.CannotPublish as refusal:
            messages.warning(request, f"{obj}: {refusal}")
        except ProcessingActivity.DoesNotExist:
            messages.warning(request, _("“%(name)s” is gone: somebody has removed it.") % {"name": obj})
    if done:
        messages.success(request, several.done % {"n": len(done), "names": ", ".join(done)})


def _seen(request: Any, obj: ProcessingActivity) -> int:
    """Return the revision that stood in the list of what was chosen; one that no draft has where none stood there."""
    seen = as_id(request.POST.get(f"revision-{obj.pk}"))
    return NONE_SEEN if seen is None else seen
