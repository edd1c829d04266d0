"""E-mail a resident can begin with one press: where it goes, with subject and first lines filled in.

Pure. Nothing is sent or stored here: the links open the resident's own mail program.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlencode

from django.utils.translation import gettext as _

from .record import Contact, ProcessingActivity, Unit, Value
from .wording import mail, phone, say


class Letter(Value):
    """Where to turn, by mail and by telephone; both empty where no address is known."""

    email: str = ""
    href: str = ""
    """`mailto:` with subject and text."""
    phone: str = ""
    phone_href: str = ""


def about_an_error(activity: ProcessingActivity, version: int, address: str) -> Letter:
    """Return the letter that reports an error in a notice, in the active language."""
    return _error(_ways(activity), _named(activity, version), address)


def about_a_unit(unit: Unit, contact: Contact, address: str) -> Letter:
    """Return the letter that reports an error on a unit's page; `contact` is how to reach it."""
    return _error([contact], say(unit.name).text, address)


def about_rights(activity: ProcessingActivity, version: int, address: str) -> Letter:
    """Return the letter that asks for a right to be used."""
    subject = _("My rights: {what}").format(what=_named(activity, version))
    text = _(
        "I want to:\n(for example see my data, or have them corrected)\n\n\n"
        "Do not write your personal identity number here. E-mail is not safe for it.\n\nThe page I mean: {address}\n"
    )
    return _letter(_ways(activity), subject, text.format(address=address))


def _error(ways: Iterable[Contact], what: str, address: str) -> Letter:
    subject = _("Error in the register: {what}").format(what=what)
    text = _("This looks wrong:\n\n\nThis should stand there instead:\n\n\nThe page I mean: {address}\n")
    return _letter(ways, subject, text.format(address=address))


def _named(activity: ProcessingActivity, version: int) -> str:
    name = say(activity.name).text if activity.name else activity.slug
    place = _("version {n}").format(n=version)
    return ", ".join(x for x in (name, activity.reference, place) if x)


def _letter(ways: Iterable[Contact], subject: str, text: str) -> Letter:
    known = list(ways)
    email = next((way.email for way in known if mail(way.email)), "")
    number = next((way.phone for way in known if way.phone), "")
    # Mail programs want %20, not +, and line ends as in a letter (RFC 6068).
    filled = urlencode({"subject": subject, "body": text.replace("\n", "\r\n")}, quote_via=quote)
    href = f"{mail(email)}?{filled}" if email else ""
    return Letter(email=email, href=href, phone=number, phone_href=phone(number))


def _ways(activity: ProcessingActivity) -> Iterator[Contact]:
    """Yield how to reach those one can turn to, the nearest first."""
    yield activity.contact
    for party in (activity.unit, activity.controller, activity.dpo, activity.organisation):
        if party:
            yield party.contact
