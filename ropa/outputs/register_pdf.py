"""The register as a document to read, print, hand to the supervisory authority and archive.

Tagged PDF, both PDF/UA-1 and PDF/A-3a, with the register's JSON attached. Equal registers
give equal bytes: dates come from the register, never from the clock.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from ..record import Audience, Register, Text
from ..retention.plan import disposal_plan
from . import register_json
from .chapters import chapters, controllers
from .refusal import CannotRender, refuse_internal

LOCAL = ZoneInfo("Europe/Stockholm")

GDPR = datetime(2018, 5, 25, tzinfo=UTC)
"""Date of a file whose register names none: the day from which the GDPR applies."""

ATTACHED = "register.json"


@dataclass(frozen=True)
class Attached:
    """A file inside the PDF: the data it was made from."""

    name: str
    content: bytes
    description: str
    at: datetime

    @property
    def sha256(self) -> str:
        """Checksum of the file, in hexadecimal."""
        return sha256(self.content).hexdigest()


Document = Callable[[Any, str, Attached], str]
"""Register or report, language and what is attached -> the document as HTML."""


def render(register: Register, language: str = "sv") -> bytes:
    """Return the register as PDF in `language`.

    Raises `NotPublic` for a public register that was not cut down to the public view, and
    `CannotRender` where WeasyPrint's system libraries are missing.
    """
    with override(language):
        described = _("The register as data (JSON)")
    data = Attached(ATTACHED, register_json.render(register, language), described, moment(register))
    return paper(register, language, document, data)


def paper(register: Any, language: str, document: Document, attached: Attached) -> bytes:
    """Return a document about the register as PDF, with its data attached. Raises as `render` does."""
    refuse_internal(register)
    html = document(register, language, attached)
    css = render_to_string("pdf/register.css")
    with override(language):
        watermark = render_to_string("pdf/draft.svg")
    return _engine().write(html, css, attached, watermark)


def document(register: Register, language: str, attached: Attached) -> str:
    """Return the whole document as HTML; every text of the register is escaped in it.

    The public finds the rules in each table; staff get the disposal plan as well.
    """
    found = chapters(register, language)
    public = register.audience is Audience.PUBLIC
    with override(language):
        context = {
            **facts(register, language, attached),
            "chapters": found,
            "controllers": list(controllers(found)),
            "plan": None if public else disposal_plan(register, language),
        }
        return render_to_string("pdf/register.html", context)


def facts(register: Register, language: str, attached: Attached) -> dict[str, Any]:
    """Return what every document about a register says of itself."""
    return {
        "register": register,
        "language": language,
        "day": register.day.isoformat() if register.day else "",
        "heads": _heads(register),
        "attached": attached,
        "moment": moment(register).isoformat(timespec="seconds"),
        "audience": register.audience.value,
        "is_draft": register.audience is Audience.DRAFT,
    }


def _heads(register: Register) -> list[tuple[Text | str, str]]:
    """Return (organisation, head of its ledger), sorted by slug; the slug where no record names it."""
    names = {a.organisation.slug: a.organisation.name for a in register.activities if a.organisation}
    return [(names.get(slug, slug), head) for slug, head in sorted(register.heads.items()) if head]


def moment(register: Any) -> datetime:
    """Return the time the file bears: the end of the day the register shows."""
    return datetime.combine(register.day, time(23, 59, 59), LOCAL) if register.day else GDPR


def _engine() -> Any:
    """Return the module around WeasyPrint, imported on first use: it costs most of a second."""
    try:
        from . import engine
    except OSError as error:
        raise CannotRender(
            _("PDF cannot be made on this server: a system library is missing. Install libpangoft2-1.0-0.")
        ) from error
    return engine
