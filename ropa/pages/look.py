"""What belongs to an organisation's look, at addresses that never change their content: logo and style sheet."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from ..site import PublicSite, former_logo, picture
from .asking import public_sites

FOR_EVER = "public, max-age=31536000, immutable"

FROM_NOWHERE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""A drawing that is opened by itself may draw, and nothing else."""

TYPES = {"svg": "image/svg+xml", "png": "image/png", "jpeg": "image/jpeg", "webp": "image/webp"}


@require_safe
def look(request: HttpRequest, name: str) -> HttpResponse:
    """Send a logo or a style sheet of an organisation that the visitor's address shows."""
    for site in public_sites(request):
        if site.logo and site.logo.name == name:
            return _kept(picture(site.logo), TYPES[site.logo.kind], FROM_NOWHERE)
        if site.stylesheet_name == name:
            return _kept(site.stylesheet.encode(), "text/css; charset=utf-8", "default-src 'none'")
        if site.stylesheet and _is_older_sheet(site, name):
            return HttpResponseRedirect(reverse("look", args=[site.stylesheet_name]))
        if former := former_logo(site, name):
            return _kept(bytes(former.content), TYPES[former.kind], FROM_NOWHERE)
    raise Http404


def _is_older_sheet(site: PublicSite, name: str) -> bool:
    """Return whether a page that was kept for a minute asks for the colours of before."""
    return name.endswith(".css") and name.rpartition("-")[0] == site.slug


def _kept(content: bytes, content_type: str, policy: str) -> HttpResponse:
    headers = {"Cache-Control": FOR_EVER, "Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=content_type, headers=headers)
