"""What the public side may know of an organisation, and whose register an address shows."""

from functools import cached_property
from hashlib import sha256
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http.request import split_domain_port

from . import look, models
from .record import Contact, Text, Value


class Logo(Value):
    """A logo as a page names it; its bytes are fetched at its own address (`picture`)."""

    sha256: str
    kind: str
    width: int
    height: int
    text: Text
    """Read aloud in its place."""

    @property
    def name(self) -> str:
        """Last part of its address: other bytes have another one, so it may be kept for ever."""
        return f"{self.sha256[:16]}.{self.kind}"

    @property
    def is_square(self) -> bool:
        """Whether it can stand in a browser's tab."""
        return 0.8 <= self.width / self.height <= 1.25


class PublicSite(Value):
    """The public facts of one organisation. The whole list: a field that is not here is not public."""

    key: UUID
    slug: str
    name: Text
    contact: Contact
    rights_text: Text
    accessibility_text: Text
    host: str
    logo: Logo | None
    bar_colour: str
    link_colour: str
    bar_colour_dark: str
    link_colour_dark: str
    footer_text: Text
    footer_links: Text

    @cached_property
    def stylesheet(self) -> str:
        """The style sheet that sets its colours; empty where it has none of its own."""
        own = look.Colours(self.bar_colour, self.link_colour, self.bar_colour_dark, self.link_colour_dark)
        return look.stylesheet(own) if own else ""

    @property
    def stylesheet_name(self) -> str:
        """Last part of the style sheet's address, which is another one when the colours are; empty without one."""
        return f"{self.slug}-{sha256(self.stylesheet.encode()).hexdigest()[:16]}.css" if self.stylesheet else ""


def sites(host: str = "") -> tuple[PublicSite, ...]:
    """Return the organisations that an address shows, in Swedish order: one query.

    A host name that some organisation has narrows to that one; any other host shows
    all. Who does not publish is never shown, under its own host name either.
    """
    name = split_domain_port(host)[0].removesuffix(".")
    rows = list(_with_logos().filter(Q(publishes=True) | ~Q(host="")))
    own = [row for row in rows if name and row.host.casefold().removesuffix(".") == name.casefold()]
    return tuple(_site(row) for row in own or rows if row.publishes)


def site_of(organisation: models.Organisation) -> PublicSite:
    """Return the public facts of one organisation, whether it publishes or not: for previews."""
    return _site(_with_logos().get(pk=organisation.pk))


def picture(logo: Logo) -> bytes:
    """Return the bytes of a logo: one query."""
    return bytes(models.Picture.objects.values_list("content", flat=True).get(sha256=logo.sha256))


def former_logo(site: PublicSite, name: str) -> models.Picture | None:
    """Return a logo that the organisation had before, by the last part of its address: one query.

    Pages that were kept for a minute still name it.
    """
    mark, _dot, kind = name.partition(".")
    had = models.Organisation.history.filter(key=site.key, logo__isnull=False).values("logo_id")
    return models.Picture.objects.filter(sha256__startswith=mark, kind=kind, pk__in=had).first() if kind else None


def _with_logos() -> QuerySet[models.Organisation]:
    return models.Organisation.objects.select_related("logo").defer("logo__content")


def _site(row: models.Organisation) -> PublicSite:
    return PublicSite(
        key=row.key,
        slug=row.slug,
        name=_text(row, "name"),
        contact=Contact(
            email=row.email,
            phone=row.phone,
            visiting_address=_text(row, "visiting_address"),
            postal_address=row.postal_address,
            url=row.url,
        ),
        rights_text=_text(row, "rights_text"),
        accessibility_text=_text(row, "accessibility_text"),
        host=row.host,
        logo=_logo(row),
        bar_colour=row.bar_colour,
        link_colour=row.link_colour,
        bar_colour_dark=row.bar_colour_dark,
        link_colour_dark=row.link_colour_dark,
        footer_text=_text(row, "footer_text"),
        footer_links=_text(row, "footer_links"),
    )


def _logo(row: models.Organisation) -> Logo | None:
    kept = row.logo
    if kept is None:
        return None
    text = _text(row, "logo_text")
    return Logo(sha256=kept.sha256, kind=kept.kind, width=kept.width, height=kept.height, text=text)


def _text(row: models.Organisation, column: str) -> Text:
    return Text(sv=getattr(row, column), other=row.translations.get(column, {}))
