"""How a template says the record's words: in their own language, as links that are safe, as dates."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from ropa import wording
from ropa.record import Said, Term, Text

register = template.Library()

LINKABLE = ("https://", "http://", "mailto:", "tel:")
"""What a link in published words may begin with."""

Words = Text | Term | Said | str | None


def _spoken(words: Words) -> Said:
    here = get_language() or "sv"
    if words is None or isinstance(words, str):
        return Said(text=words or "", lang=here)
    return words if isinstance(words, Said) else words.said(here)


@register.filter
def said(words: Words) -> SafeString | str:
    """Return the words, marked with their language where it is not the page's (WCAG 3.1.2)."""
    spoken = _spoken(words)
    if spoken.lang == get_language() or not spoken.text:
        return spoken.text
    return format_html('<span lang="{}">{}</span>', spoken.lang, spoken.text)


@register.filter
def plain(words: Words) -> str:
    """Return the words alone, for a title or an attribute."""
    return _spoken(words).text


@register.filter
def paragraphs(words: Words) -> list[Said]:
    """Return the paragraphs of a text: an empty line parts them."""
    spoken = _spoken(words)
    parts = [part.strip() for part in spoken.text.replace("\r\n", "\n").split("\n\n")]
    return [Said(text=part, lang=spoken.lang) for part in parts if part]


@register.filter
def linkable(href: str) -> str:
    """Return the address if a page may link to it, else an empty text."""
    return href if href.lower().startswith(LINKABLE) else ""


@register.filter
def bare(address: str) -> str:
    """Return a web address as people read it."""
    return address.split("://", 1)[-1].rstrip("/")


@register.filter
def day(moment: datetime) -> SafeString:
    """Return the day in Stockholm, marked as a date."""
    local = moment.astimezone(ZoneInfo("Europe/Stockholm")).date().isoformat()
    return format_html('<time datetime="{}">{}</time>', local, local)


register.filter("mail", wording.mail)
register.filter("phone", wording.phone)
register.filter("web", wording.web)
