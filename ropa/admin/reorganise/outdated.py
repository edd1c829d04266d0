"""Public pages that name a party as it was before somebody saved its form."""

from typing import Any

from django.contrib import messages
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ... import publishing


def tell_outdated(request: Any, activities: Any) -> None:
    """Tell how many public pages still say what a form said before, and where they are published anew."""
    rows = list(activities.select_related("organisation"))
    n = len(publishing.outdated(rows))
    if not n:
        return
    said = ngettext(
        "%(n)d public page still says what was there before.", "%(n)d public pages still say what was there before.", n
    )
    link = reverse("admin:ropa_reorganise_names", args=[rows[0].organisation_id])
    told = said % {"n": n}
    words = _("Publish new names and contact details")
    messages.warning(request, format_html('{} <a href="{}">{}</a>', told, link, words))
