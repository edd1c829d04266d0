"""How a template shows what an organisation has made its own."""

from django import template
from django.utils.translation import get_language

from ropa import look
from ropa.record import Said, Text

register = template.Library()


@register.filter
def footer_links(text: Text) -> list[tuple[Said, str]]:
    """Return what each link is called, in its language, and where it leads."""
    said = text.said(get_language() or "sv")
    return [(Said(text=link.label, lang=said.lang), link.href) for link in look.links(said.text)]
