"""Which public addresses other sites may read or frame, if the operator allows it (`EMBED_ORIGINS`).

Only what `shared` marks, only GET and HEAD, never with cookies. `ropa.security` asks this for every answer.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_vary_headers

from .early import public_page

FRAMED = "ram"
"""The parameter that asks for a document to stand in a frame."""

Answered = Callable[..., HttpResponseBase]


def shared(view: Answered) -> Answered:
    """Mark a public view as one whose answers other sites may read."""
    view.is_shared = True  # type: ignore[attr-defined]
    return view


def framed(view: Answered) -> Answered:
    """Mark a public view as one that other sites may read, and frame where `?ram=1` asks for it."""
    view.is_framed = True  # type: ignore[attr-defined]
    return shared(view)


def preflight(request: HttpRequest) -> HttpResponse | None:
    """Answer the question a browser asks before it reads a shared address; None where nothing is to be answered."""
    asked = request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers
    if not (asked and settings.EMBED_ORIGINS):
        return None
    request.resolver_match = public_page(request.path_info)
    if not _is(request, "is_shared"):
        return None
    told = {
        "Access-Control-Allow-Methods": "GET, HEAD",
        "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
        "Access-Control-Max-Age": "86400",
    }
    return HttpResponse(status=HTTPStatus.NO_CONTENT, headers=told)


def open_up(request: HttpRequest, response: HttpResponseBase) -> None:
    """Add to an answer which other sites may read it."""
    origins = settings.EMBED_ORIGINS
    if not origins or not _is(request, "is_shared"):
        return
    origin = request.headers.get("Origin", "")
    if "*" in origins:
        response.headers["Access-Control-Allow-Origin"] = "*"
    else:
        patch_vary_headers(response, ["Origin"])  # also without one: a cache must not keep that answer for all
        if origin in origins:
            response.headers["Access-Control-Allow-Origin"] = origin
    response.headers["Access-Control-Expose-Headers"] = "ETag, Link"


def frame_ancestors(request: HttpRequest) -> list[str]:
    """Return who may frame the answer, as the content security policy writes it; empty for nobody."""
    wanted = _is(request, "is_framed") and request.GET.get(FRAMED) == "1"
    return ["'self'", *settings.EMBED_ORIGINS] if wanted and settings.EMBED_ORIGINS else []


def _is(request: HttpRequest, mark: str) -> bool:
    match: Any = request.resolver_match
    return match is not None and getattr(match.func, mark, False)
