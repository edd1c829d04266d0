"""How long somebody's own data are kept: a form, and the answer to it.

Nothing is stored. What is typed comes by POST, so that no address holds it; the answer
says that nobody may keep it, and error reports leave it out. There is no CSRF token: it
would take a cookie, and the form changes nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from http import HTTPStatus
from typing import Any

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, UnreadablePostError
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from .. import publishing, retention
from ..publishing import Published
from ..record import ProcessingActivity, Said
from ..retention import Facts
from .asking import asked_day, public_sites, whose
from .frame import dated, render
from .notices import history, newest
from .ready import answered, ready
from .typed_day import read_day

ECHOED = 40
"""Characters of an answer that are shown again: what fits in the field."""


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def how_long(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Show the form, or the answer to what was filled in."""
    if request.method != "POST":
        return _form(request, slug)
    response = answered(_page, request, slug, filled=True)
    response.headers["Cache-Control"] = "no-store"
    return response


@ready("datum")
def _form(request: HttpRequest, slug: str) -> HttpResponse:
    return _page(request, slug)


@dataclass
class Field:
    """A question of the form."""

    name: str
    place: int
    """Number on the page."""
    label: Said | str
    hint: str
    width: int
    """Characters that an answer has."""
    is_number: bool = False
    """Whether digits are all it takes, so that a telephone shows those alone."""
    value: str = ""
    error: str = ""


@dataclass
class Asked:
    """The form as it was filled in."""

    events: list[Field]
    birth_day: list[Field]
    """One field, or none where nothing depends on it."""
    facts: Facts = field(default_factory=Facts)
    error: str = ""
    """What is wrong with the whole of it."""
    ahead: list[Field] = field(default_factory=list)
    """The events that have not come yet."""

    @property
    def fields(self) -> list[Field]:
        """All questions, in the order of the page."""
        return [*self.events, *self.birth_day]

    @property
    def is_wrong(self) -> bool:
        """Whether something must be filled in anew before there is an answer."""
        return bool(self.error or any(x.error for x in self.fields))


def _page(request: HttpRequest, slug: str, filled: bool = False) -> HttpResponse:
    day, sites = asked_day(request), public_sites(request)
    rows = history(sites, slug)
    if day is not None:
        rows = publishing.versions(slug, day=day)
    if not rows:
        raise Http404
    if rows[0].is_withdrawn or rows[0].hidden_reason:
        return newest(request, sites, rows, day)
    activity = _activity(rows[0])
    asked = _form_of(activity)
    if filled:
        _fill(request, asked)
    answered = not asked.is_wrong and (filled or not asked.fields)
    language = get_language() or "sv"
    found: dict[str, Any] = {
        "slug": slug,
        "record": activity,
        "asked": asked,
        "answers": retention.answers(activity, asked.facts, timezone.localdate(), language) if answered else (),
        "withheld": bool(activity.withheld_in("retention_rules")),
        "day": day,
    }
    status = HTTPStatus.BAD_REQUEST if asked.is_wrong else HTTPStatus.OK
    where: dict[str, Any] = {
        "status": status,
        "changed": rows[0].at,
        "noindex": True,
        "address": request.path + dated(day),
    }
    return render(request, "pages/how_long.html", whose(sites, rows), **where, **found)


def _activity(row: Published) -> ProcessingActivity:
    if row.record is None or not row.record.retention_rules:
        raise Http404
    return row.record


def _form_of(activity: ProcessingActivity) -> Asked:
    """Return the questions that these rules need answered, not filled in."""
    example = _("For example 2024-05-31 or 31 May 2024. If you do not know, leave it empty or ask us.")
    language = get_language() or "sv"
    days = [(x.code, retention.asked_day(x, language)) for x in retention.questions(activity)]
    events = [Field(f"dag-{code}", place, label, example, 16) for place, (code, label) in enumerate(days, 1)]
    number = _("Only the day, from 1 to 31.")
    born = Field("fodd", 0, _("Which day of the month were you born?"), number, 2, is_number=True)
    return Asked(events, [born] if retention.asks_birth_day(activity) else [])


def _fill(request: HttpRequest, asked: Asked) -> None:
    """Take in what was typed; what cannot be read gets a message beside it and is shown again."""
    given = _given(request)
    if given is None:
        asked.error = _("We could not read what you sent. Please fill in the form again.")
        return
    for x in asked.fields:
        x.value = "".join(c for c in given.get(x.name, "").strip() if c.isprintable())[:ECHOED]
    days = {x.name: _day(x) for x in asked.events if x.value}
    born = next((_birth_day(x) for x in asked.birth_day if x.value), None)
    asked.facts = Facts({x.removeprefix("dag-"): day for x, day in days.items() if day}, born)
    asked.ahead = [x for x in asked.events if (day := days.get(x.name)) and day > timezone.localdate()]


def _given(request: HttpRequest) -> Mapping[str, str] | None:
    """Return the fields as they were sent; None for what no browser sends for this form."""
    if request.content_type != "application/x-www-form-urlencoded":
        return None
    try:
        return {name: str(value) for name, value in request.POST.items()}
    except (SuspiciousOperation, BadRequest, UnreadablePostError):
        return None


def _day(asked: Field) -> date | None:
    """Return the day that was typed, or None with the field's error set."""
    try:
        return read_day(asked.value)
    except ValueError as wrong:
        asked.error = str(wrong)
        return None


def _birth_day(asked: Field) -> int | None:
    if re.fullmatch(r"[0-9]{1,2}", asked.value) and 1 <= int(asked.value) <= 31:
        return int(asked.value)
    asked.error = _("Write the day of the month as a number from 1 to 31.")
    return None
