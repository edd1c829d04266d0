"""How a template says the record's words: in their own language, as links that are safe, as dates."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from ropa import wording
from ropa.glossary import Marked, Use
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
    text = _explained(spoken) if isinstance(spoken, Marked) else spoken.text
    if spoken.lang == get_language() or not spoken.text:
        return text
    return format_html('<span lang="{}">{}</span>', spoken.lang, text)


def _explained(words: Marked) -> SafeString:
    """Return a text with a button at each hard word, and its meaning behind it: shown without a script."""
    parts = (_hard(part) if isinstance(part, Use) else part for part in words.parts)
    return format_html_join("", "{}", ((part,) for part in parts))


_HARD = (
    '<span class="close">{}<button type="button" class="hard" popovertarget="{}">{}</button>'
    '<span class="meaning" popover id="{}" lang="{}"><b>{}</b> {}</span>{}</span>'
)


def _hard(use: Use) -> SafeString:
    here, word = get_language() or "sv", use.word
    return format_html(_HARD, use.before, use.id, use.shown, use.id, here, word.name, word.meaning, use.after)


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
