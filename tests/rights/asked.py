"""One question to one view: what a person is answered, without the cost of rendering what a template would show."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import RequestFactory
from django.urls import resolve

QUERY = {
    "/admin/autocomplete/": {"app_label": "ropa", "model_name": "carriersystem", "field_name": "system", "term": "x"}
}
"""Address -> what has to be asked there to be answered at all."""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    letter: str
    """As in the matrix: r shown · n refused · - not there · < sent to the first page · > sent on · L to log in · p refused by GET."""
    location: str = ""
    said: str = ""
    """Messages to the user."""


def ask(user: User | None, address: str, posted: dict[str, Any] | None = None) -> Answer:
    """Return what a person is answered, by the very view that the address leads to."""
    make = RequestFactory()
    request: Any = make.get(address, QUERY.get(address)) if posted is None else make.post(address, posted)
    request.user, request.session = user or AnonymousUser(), {}
    request._messages, request._dont_enforce_csrf_checks = CookieStorage(request), True
    found = resolve(address)
    try:
        response = found.func(request, *found.args, **found.kwargs)
    except PermissionDenied:
        return Answer("n")
    except Http404:
        return Answer("-")
    return Answer(_letter(response), response.get("Location", ""), " ".join(map(str, request._messages)))


def _letter(response: Any) -> str:
    if response.status_code not in {301, 302}:
        return {200: "r", 202: "r", 403: "n", 404: "-", 405: "p"}[response.status_code]
    if response.url.startswith("/admin/login/"):
        return "L"
    return "<" if response.url == "/admin/" else ">"
