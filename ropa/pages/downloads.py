"""The register as files. What an address selects: `?datum=` a day, `?enhet=` a unit, `?ansvarig=` a controller."""

import re
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language

from .. import registers
from ..outputs import FORMATS, CannotRender
from ..record import Register
from . import rendered
from .asking import asked_day, moved_unit, public_sites
from .elsewhere import shared
from .frame import render
from .ready import ready

PARAMETERS = ("datum", "enhet", "ansvarig")
SECONDS, SECONDS_LARGE = 3, 10
"""When to ask again for a file that is being made."""

SLOW = {"xlsx", "docx"}
"""Kinds that take a web worker's time: of three hundred activities more than a second."""

SLUG = re.compile(r"[-a-zA-Z0-9_]{1,80}")


@shared
@ready(*PARAMETERS)
def register_json(request: HttpRequest) -> HttpResponse:
    """Send the public register as JSON."""
    register = asked_register(request)
    return attachment(FORMATS["json"].render(register, _language()), "json", file_name(request, register))


@ready(*PARAMETERS)
def register_pdf(request: HttpRequest) -> HttpResponse:
    """Send the public register as PDF, or say that it is being made."""
    return _made_apart(request, asked_register(request), "pdf")


@ready(*PARAMETERS)
def register_file(request: HttpRequest, kind: str) -> HttpResponse:
    """Send the public register as a file of another `kind`: at once where it is small, else as the PDF."""
    register = asked_register(request)
    if kind in SLOW and not rendered.is_small(register):
        return _made_apart(request, register, kind)
    try:
        content = FORMATS[kind].render(register, _language())
    except CannotRender as error:
        return _cannot(request, error)
    return attachment(content, kind, file_name(request, register))


def _made_apart(request: HttpRequest, register: Register, kind: str) -> HttpResponse:
    """Send the file that another process has made, or say that it is being made."""
    try:
        found = rendered.made(register, _language(), kind)
    except CannotRender as error:
        return _cannot(request, error)
    if found is None:
        return _being_made(request, register, kind)
    return attachment(found.read_bytes(), kind, file_name(request, register))


def asked_register(request: HttpRequest) -> Register:
    """Return the register an address selects.

    Raises `Refused` for no day, `Http404` for nobody known, `Moved` where a unit has another address now.
    """
    day, sites = asked_day(request), public_sites(request)
    organisations = [site.key for site in sites]
    unit, controller = (request.GET.get(name, "") for name in ("enhet", "ansvarig"))
    if not all(SLUG.fullmatch(slug) for slug in (unit, controller) if slug):
        raise Http404
    register = registers.published(organisations=organisations, unit=unit, controller=controller, day=day)
    known = register.entries or not (unit or controller)
    if not known and unit and (found := moved_unit(sites, unit)):
        raise found
    if not known and not registers.ever_published(organisations=organisations, unit=unit, controller=controller):
        raise Http404
    return register


def attachment(content: bytes, kind: str, stem: str) -> HttpResponse:
    """Send a file of a `kind` in FORMATS, named `stem` with the kind's ending."""
    made = FORMATS[kind]
    response = HttpResponse(content, content_type=made.content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{stem}.{made.extension}"'
    return response


def file_name(request: HttpRequest, register: Register) -> str:
    """Return the file's name without ending, with whose activities it holds and the day the register shows.

    `asked_register` has seen that the address names nothing but slugs.
    """
    whose = request.GET.get("enhet") or request.GET.get("ansvarig") or ""
    return "-".join(str(part) for part in ("register", whose, register.day) if part)


def _being_made(request: HttpRequest, register: Register, kind: str) -> HttpResponse:
    """Answer 202 with a page that leads to the file, and says to programs when to ask again."""
    small = rendered.is_small(register)
    seconds = SECONDS if small else SECONDS_LARGE
    response = render(
        request,
        "pdf/being_made.html",
        public_sites(request),
        status=HTTPStatus.ACCEPTED,
        address=request.get_full_path(),
        count=len(register.entries),
        small=small,
        is_pdf=kind == "pdf",
        noindex=True,
    )
    response.headers["Retry-After"] = str(seconds)
    response.headers["Cache-Control"] = "no-store"
    return response


def _cannot(request: HttpRequest, error: CannotRender) -> HttpResponse:
    """Answer 503: the fault is the server's, and its log says more."""
    sites, said = public_sites(request), str(error)
    unavailable = HTTPStatus.SERVICE_UNAVAILABLE
    return render(request, "pages/refused.html", sites, status=unavailable, address=request.path, message=said)


def _language() -> str:
    return get_language() or "sv"
