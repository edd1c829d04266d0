"""Pages for what is not there, what cannot be asked for, and what went wrong."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from ..site import sites
from .frame import render


def refused(request: HttpRequest, refusal: Exception) -> HttpResponse:
    """Answer an address that asks for what cannot be, with words that say what to do."""
    shown = sites(request.get_host())
    said: dict[str, Any] = {"message": str(refusal), "address": request.path, "noindex": True}
    return render(request, "pages/refused.html", shown, status=HTTPStatus.BAD_REQUEST, **said)


def moved(request: HttpRequest, slug: str) -> HttpResponse:
    """Lead an old address to today's: the slug in its path, or the unit it selects, is another now."""
    match, query = request.resolver_match, request.GET.copy()
    address = request.path
    if match and "slug" in match.kwargs:
        address = reverse(match.view_name, kwargs={**match.kwargs, "slug": slug})
    else:
        query["enhet"] = slug
    return HttpResponsePermanentRedirect(f"{address}?{query.urlencode()}" if query else address)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Answer an address that leads nowhere, in its own language."""
    shown = sites(request.get_host())
    return render(request, "404.html", shown, status=HTTPStatus.NOT_FOUND, address=reverse("home"), noindex=True)
