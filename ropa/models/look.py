"""What an organisation's public pages look like: logo, colours, footer, headings."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from .fields import line, prose


class Picture(models.Model):
    """A picture by its content: the same bytes are kept once, and never changed, so that old rows still show theirs."""

    sha256 = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=8)
    """svg, png, jpeg or webp."""
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        verbose_name = _("Picture")
        verbose_name_plural = _("Pictures")

    def __str__(self) -> str:
        return f"{self.sha256[:16]}.{self.kind}"

    @classmethod
    def keep(cls, found: Any) -> "Picture":
        """Return the row of a checked picture (`look.Picture`), made now if its bytes were never seen."""
        facts = {name: getattr(found, name) for name in ("kind", "width", "height", "content")}
        return cls._default_manager.get_or_create(sha256=found.sha256, defaults=facts)[0]


def _colour(label: Any, help_text: Any = "") -> models.CharField:
    """Return a column for a colour; empty means the shipped one."""
    checked = RegexValidator(r"\A#[0-9a-f]{6}\Z")
    return models.CharField(label, max_length=7, blank=True, default="", validators=[checked], help_text=help_text)


class Look(models.Model):
    """What makes the public pages an organisation's own. Everything may be empty."""

    logo = models.ForeignKey(
        Picture, models.PROTECT, null=True, blank=True, related_name="logo_of", verbose_name=_("Logo")
    )
    logo_text = line(
        _("What the logo shows"),
        _("Read aloud in place of the logo, as in: Exempelby's coat of arms. Empty: the name beside it says enough."),
    )
    bar_colour = _colour(
        _("Colour of the bar"), _("At the top of each page. Six digits after a #, as in #14405a. Empty: the usual one.")
    )
    link_colour = _colour(_("Colour of links and buttons"), _("Must be easy to read on a light page."))
    bar_colour_dark = _colour(
        _("Colour of the bar on dark pages"),
        _("For those who read light text on dark. Empty: made from the one above."),
    )
    link_colour_dark = _colour(
        _("Colour of links on dark pages"), _("Must be easy to read on a dark page. Empty: made from the one above.")
    )
    footer_text = prose(
        _("Text at the foot of each page"), _("One or two sentences. Leave an empty line for a new paragraph.")
    )
    footer_links = prose(
        _("Links at the foot of each page"),
        _("One a line: what it is called, then its address, as in: About the website https://www.example.org/about"),
    )
    headings = models.JSONField(_("Own headings"), default=list, blank=True, editable=False)
    """As in the record: a list of {"profile", "code", "text"}."""

    class Meta:
        abstract = True
