"""What the public side may know of an organisation, and whose register an address shows."""

from uuid import UUID

from django.db.models import Q
from django.http.request import split_domain_port

from . import models
from .record import Contact, Text, Value


class PublicSite(Value):
    """The public facts of one organisation. The whole list: a field that is not here is not public."""

    key: UUID
    slug: str
    name: Text
    contact: Contact
    rights_text: Text
    accessibility_text: Text
    host: str


def sites(host: str = "") -> tuple[PublicSite, ...]:
    """Return the organisations that an address shows, in Swedish order: one query.

    A host name that some organisation has narrows to that one; any other host shows
    all. Who does not publish is never shown, under its own host name either.
    """
    name = split_domain_port(host)[0].removesuffix(".")
    rows = list(models.Organisation.objects.filter(Q(publishes=True) | ~Q(host="")))
    own = [row for row in rows if name and row.host.casefold().removesuffix(".") == name.casefold()]
    return tuple(_site(row) for row in own or rows if row.publishes)


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
    )


def _text(row: models.Organisation, column: str) -> Text:
    return Text(sv=getattr(row, column), other=row.translations.get(column, {}))
