"""Public pages are answered before anything asks who the visitor is: no session, no user, no message reaches them.

They read the address and what is published, and nothing of a visitor; so they are not only quicker this way,
they also could not set or read a cookie if they wanted to.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import translation

from .ready import is_public


class PublicPagesMiddleware:
    """Answers the addresses of views that `ready` made; all others go the long way, past sessions and log-in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        match = public_page(request.path_info)
        if match is None:
            return self.get_response(request)
        request.resolver_match = match
        return match.func(request, *match.args, **match.kwargs)


def public_page(path: str) -> ResolverMatch | None:
    """Return the public view at an address, None for any other. From here on its language is spoken."""
    translation.activate(translation.get_language_from_path(path) or settings.LANGUAGE_CODE)
    try:
        match = resolve(path)
    except Resolver404:
        return None
    return match if is_public(match.func) else None
