"""Response headers that Django 5.2 does not set, and the one way to tell a visitor's address.

Django 6 has the content security policy in its core: at the move to 6.2 the public half goes and the setting stays.
"""

import ipaddress
from collections.abc import Callable, Mapping, Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from .pages import elsewhere

PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def policy(directives: Mapping[str, Sequence[str]]) -> str:
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


def client_ip(request: HttpRequest) -> str | None:
    """The address that the outermost trusted proxy saw. What stands left of it the visitor may have written."""
    peer = request.META.get("REMOTE_ADDR") or None
    hops = settings.TRUSTED_PROXIES
    seen = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if not hops or len(seen) < hops:
        return peer
    try:
        return str(ipaddress.ip_address(seen[-hops].strip()))
    except ValueError:
        return peer


class SecurityHeadersMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.public = policy(settings.SECURE_CSP)
        self.admin = policy(settings.SECURE_CSP_ADMIN)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = elsewhere.preflight(request) or self.get_response(request)
        elsewhere.open_up(request, response)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        if settings.DEBUG and response.status_code in (404, 500):
            return response  # Django's technical pages are made of inline styles and scripts
        match = request.resolver_match
        in_admin = match is not None and "admin" in match.app_names
        if framers := elsewhere.frame_ancestors(request):
            response.headers["Content-Security-Policy"] = policy(settings.SECURE_CSP | {"frame-ancestors": framers})
            response.xframe_options_exempt = True  # it knows no list of origins
        response.headers.setdefault("Content-Security-Policy", self.admin if in_admin else self.public)
        if in_admin:
            response.headers.setdefault("X-Frame-Options", "SAMEORIGIN")
        return response
