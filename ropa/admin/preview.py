"""What the public would see, made from the draft with the public pages' own templates."""

from typing import Any

from django.conf import settings
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override

from .. import drafts, notice, profiles
from ..record import Audience, view
from ..site import site_of


def page(request: Any, activity: Any, site: Any, *, saved: bool) -> Any:
    """Return the preview in the asked-for language; `saved` says whether the draft is kept as shown."""
    language = request.GET.get("lang", "sv")
    language = language if language in dict(settings.LANGUAGES) else "sv"
    record = view(drafts.load(activity), Audience.PUBLIC)
    with override(language):
        table, text = profiles.table(record, language), notice.compose(record, language)
    context = {
        **site.each_context(request),
        "activity": activity,
        "change_url": reverse("admin:ropa_processingactivity_change", args=[activity.pk]),
        "language": language,
        "look": site_of(activity.organisation) if activity.organisation.publishes else None,
        "languages": settings.LANGUAGES,
        "notice": text,
        "record": record,
        "saved": saved,
        "table": table,
    }
    response = render(request, "admin/ropa/processingactivity/preview.html", context)
    response.headers["Cache-Control"] = "no-store"
    return response
