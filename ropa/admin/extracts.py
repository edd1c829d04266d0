"""What staff fetch of the register: what there is to choose, and files that are sent and kept nowhere."""

from collections.abc import Iterable
from http import HTTPStatus
from pathlib import Path
from typing import Any

from django.db.models import Model
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .. import policy
from ..models import ProcessingActivity
from ..outputs import FORMATS, template_xlsx
from ..outputs.changes import Report
from ..pages import rendered
from ..pages.asking import Refused
from ..pages.downloads import attachment
from ..record import ProcessingActivity as Record
from ..record import Register
from ..wording import say

SECONDS = 3
"""When to ask again for a file that is being made."""


def units(activities: Iterable[Record]) -> dict[str, str]:
    """Return slug -> name with those above it, of the units that activities name and those above, in their order."""
    found: dict[str, str] = {}
    for activity in activities:
        line = [*activity.unit.path, (activity.unit.slug, activity.unit.name)] if activity.unit else []
        for depth, (slug, _name_of_it) in enumerate(line, 1):
            found.setdefault(slug, " › ".join(str(say(name)) for _slug, name in line[:depth]))
    return found


def named(user: Any, model: type[Model], slug: str, unknown: str) -> str:
    """Return the name of a party without activities. Raises `Refused` where the user's organisations have none such."""
    known = model._default_manager.filter(organisation__in=policy.organisations(user))
    party = known.filter(slug=slug).first() if "\0" not in slug else None
    if party is None:
        raise Refused(unknown)
    return str(party)


def language() -> str:
    """Return the language that files are made in: that of the page."""
    return get_language() or "sv"


def page(request: Any, site: Any, template: str, *, status: int = HTTPStatus.OK, **said: Any) -> HttpResponse:
    """Show a page below the list of activities."""
    context = {**site.each_context(request), "opts": ProcessingActivity._meta, **said}
    return render(request, f"admin/ropa/processingactivity/{template}", context, status=status)


def template(request: Any) -> HttpResponse:
    """Send the empty workbook that is handed out to units, in the language of the page."""
    return attachment(template_xlsx.render(language()), "xlsx", _("template"))


def pdf(request: Any, site: Any, register: Register | Report, kind: str, stem: str, **said: Any) -> HttpResponse:
    """Send the file and keep none, for it holds what is internal; or say that it is being made."""
    file = rendered.made(register, language(), kind)
    content = _taken(file) if file else b""
    if not content:
        accepted, small = HTTPStatus.ACCEPTED, rendered.is_small(register)
        is_pdf = FORMATS[kind].extension == "pdf"
        response = page(request, site, "being_made.html", status=accepted, small=small, is_pdf=is_pdf, **said)
        response.headers["Retry-After"] = str(SECONDS)
        return response
    return attachment(content, kind, stem)


def _taken(file: Path) -> bytes:
    """Return what the file holds and remove it; empty when another request was quicker."""
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return b""
    file.unlink(missing_ok=True)
    return content
