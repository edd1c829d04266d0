"""E-mail that is begun for a resident: to the nearest address, about the right thing, readable by mail programs."""

from email import message_from_string
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest
from django.utils.translation import override

from ropa import letters
from ropa.record import Contact, Controller, DataProtectionOfficer, Organisation, ProcessingActivity, Unit

KEY, HERE = uuid4(), "https://register.example.se/behandlingar/a/version/3/"


def activity(**emails: str) -> ProcessingActivity:
    parties = {
        "unit": Unit(key=KEY, slug="u", name="Enheten", contact=Contact(email=emails.get("unit", ""))),
        "controller": Controller(
            key=KEY, slug="c", name="Nämnden", contact=Contact(email=emails.get("controller", ""))
        ),
        "dpo": DataProtectionOfficer(key=KEY, name="Ombudet", contact=Contact(email=emails.get("dpo", ""))),
        "organisation": Organisation(
            key=KEY, slug="o", name="Kommunen", contact=Contact(email=emails.get("organisation", ""))
        ),
    }
    own = Contact(email=emails.get("contact", ""))
    return ProcessingActivity(name="Bygglov & rivning", reference="BN-7", slug="a", contact=own, **parties)


ORDER = ["contact", "unit", "controller", "dpo", "organisation"]


@pytest.mark.parametrize("first", range(len(ORDER)))
def test_it_goes_to_the_nearest_who_has_an_address(first: int) -> None:
    emails = {name: f"{name}@example.se" for name in ORDER[first:]}
    assert letters.about_an_error(activity(**emails), 3, HERE).email == f"{ORDER[first]}@example.se"


@pytest.mark.parametrize("write", [letters.about_an_error, letters.about_rights])
def test_it_names_activity_reference_version_and_address(write) -> None:
    with override("sv"):
        letter = write(activity(unit="u@example.se"), 3, HERE)
    parts = urlsplit(letter.href)
    assert (parts.scheme, parts.path) == ("mailto", "u@example.se")
    filled = parse_qs(parts.query, strict_parsing=True)
    assert filled["subject"][0].endswith("Bygglov & rivning, BN-7, version 3")
    assert HERE in filled["body"][0]
    assert "\n" not in filled["body"][0].replace("\r\n", "")
    assert "+" not in letter.href
    assert message_from_string(f"Subject: {filled['subject'][0]}\n\n")["Subject"] == filled["subject"][0]


def test_without_any_address_there_is_no_link() -> None:
    letter = letters.about_an_error(activity(contact="ring oss"), 1, HERE)
    assert (letter.href, letter.email, letter.phone) == ("", "", "")


def test_a_telephone_may_be_another_ones() -> None:
    found = activity(unit="u@example.se")
    called = found.model_copy(update={"controller": None, "dpo": None, "contact": Contact(phone="08-1 23 45")})
    letter = letters.about_an_error(called, 1, HERE)
    assert (letter.email, letter.phone, letter.phone_href) == ("u@example.se", "08-1 23 45", "tel:0812345")
