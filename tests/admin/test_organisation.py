"""The form of an organisation: what its pages look like, and what it is told when that would not do."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ropa import models, publishing
from ropa.models import Organisation, ProcessingActivity
from tests.pages.test_look import SQUARE

from .browserless import fields
from .conftest import browser, person

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]


def address(town: Organisation) -> str:
    return f"/admin/ropa/organisation/{town.pk}/change/"


def send(client: Client, town: Organisation, **given: Any) -> Any:
    """Fill in the form and save."""
    data = fields(client.get(address(town)), "organisation_form")
    return client.post(address(town), {**data, **given, "_save": "1"}, follow=True)


def logo(content: bytes = SQUARE) -> SimpleUploadedFile:
    return SimpleUploadedFile("logga.svg", content, "image/svg+xml")


def test_a_look_is_saved_and_taken_back(dpo: Client, town: Organisation) -> None:
    look = {"logo_text": "Vapnet", "bar_colour": "#2F6B3A", "link_colour": "1d6132", "footer_text": "Hej"}
    send(dpo, town, **look, footer_links="Om oss https://example.se", logo_file=logo())
    town.refresh_from_db()
    assert (town.bar_colour, town.link_colour, town.logo_text) == ("#2f6b3a", "#1d6132", "Vapnet")
    assert town.logo is not None
    assert bytes(town.logo.content) == SQUARE
    assert f'src="/utseende/{town.logo}"' in dpo.get(address(town)).content.decode()
    send(dpo, town, link_colour="")
    town.refresh_from_db()
    assert town.logo is not None, "a form without a file keeps the logo"
    send(dpo, town, no_logo="on")
    town.refresh_from_db()
    assert (town.logo, town.link_colour, models.Picture.objects.count()) == (None, "", 1)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"link_colour": "#7fbf8f"}, "är 1,89 till 1, och den måste vara minst 4,50 till 1"),
        ({"bar_colour": "#ffcc00"}, "minst 3,00 till 1"),
        ({"link_colour_dark": "#14405a"}, "Den närmaste färg som går bra är #"),
        ({"bar_colour": "grön"}, "sex siffror eller bokstäver"),
        ({"footer_links": "Om oss http://example.se"}, "Raden är ingen länk: ”Om oss http://example.se”"),
        ({"footer_links__en": "nowhere"}, "Raden är ingen länk: ”nowhere”"),
        ({"logo_file": logo(SQUARE.replace(b"<path", b"<script/><path"))}, "elementet &lt;script&gt;"),
        ({"logo_file": logo(b"x" * 60_000)}, "högst 50 kB"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_would_not_do_is_refused_with_the_reason_and_nothing_typed_is_lost(
    dpo: Client, town: Organisation, given: dict[str, Any], told: str
) -> None:
    answer = send(dpo, town, **given, logo_text="Detta skrev jag").content.decode()
    assert told in answer
    assert "Detta skrev jag" in answer
    town.refresh_from_db()
    assert (town.logo, town.logo_text, town.footer_links) == (None, "", "")


HEADING = "heading__questions__purposes__sv"


def test_headings_are_offered_with_the_shipped_ones_and_saved_as_the_record_has_them(
    dpo: Client, town: Organisation
) -> None:
    page = dpo.get(address(town)).content.decode()
    assert 'placeholder="Varför behandlar vi dina personuppgifter?"' in page
    assert 'placeholder="Why do we handle your personal data?"' in page
    send(dpo, town, **{HEADING: "Vad är det bra för?", "heading__table__sources__en": "From where"})
    town.refresh_from_db()
    assert [(x["profile"], x["code"], x["text"]["sv"]) for x in town.headings] == [
        ("table", "sources", ""),
        ("questions", "purposes", "Vad är det bra för?"),
    ]
    before = town.headings
    send(dpo, town, footer_text="Hej")
    town.refresh_from_db()
    assert town.headings == before
    dpo.post(address(town), {"name": "Exempelby", "_save": "1"})
    town.refresh_from_db()
    assert town.headings == before, "what was not asked for is not changed"
    send(dpo, town, **{HEADING: ""})
    town.refresh_from_db()
    assert [x["code"] for x in town.headings] == ["sources"]


def test_who_words_a_heading_is_told_what_is_public_still(dpo: Client, activity: ProcessingActivity) -> None:
    publishing.publish(activity, by="dpo", reason="Prov")
    town = activity.organisation
    told = "1 publicerad sida visar fortfarande de gamla uppgifterna."
    assert told not in send(dpo, town, footer_text="Hej", logo_file=logo()).content.decode()
    assert told in send(dpo, town, **{HEADING: "Vad är det bra för?"}).content.decode()
    names = dpo.get(reverse("admin:ropa_reorganise_names", args=[town.pk])).content.decode()
    assert activity.name in names
    assert "Vad är det bra för?" in names


def test_history_says_who_changed_the_look(dpo: Client, town: Organisation) -> None:
    row = "heading__table__legal-basis__en"
    send(dpo, town, bar_colour="#2f6b3a", logo_file=logo(), **{HEADING: "Vad är det bra för?", row: "Grounds"})
    told = history(dpo, town)
    town.refresh_from_db()
    for said in ("#2f6b3a", "en bild (SVG, 9 × 9)", "Vad är det bra för?", "Varför behandlar vi dina", "Grounds"):
        assert said in told
    for code in (str(town.logo), "legal-basis", "headings", "Profile."):
        assert code not in told
    send(dpo, town, logo_file=logo(SQUARE.replace(b"<path", b"<path ")))
    assert ", en annan än förut</ins>" in history(dpo, town)


def history(client: Client, town: Organisation) -> str:
    return client.get(f"/admin/ropa/organisation/{town.pk}/history/").content.decode()


def test_line_ends_as_browsers_send_them_are_no_change(dpo: Client, town: Organisation) -> None:
    links = "Om oss https://example.se\r\nPress https://example.se/press"
    send(dpo, town, footer_links=links, footer_links__en=links, footer_text="Hej\r\n\r\nhej")
    town.refresh_from_db()
    assert "\r" not in f"{town.footer_links}{town.footer_text}{town.translations['footer_links']['en']['text']}"
    rows = town.history.count()
    send(dpo, town, footer_links=links, footer_links__en=links, footer_text="Hej\r\n\r\nhej")
    assert town.history.count() == rows, "a save that changes nothing leaves no row"
    send(dpo, town, footer_links=links, footer_links__en=links, footer_text="Hej\r\n\r\nhej", logo_file=logo())
    assert town.history.first().diff_against(town.history.all()[1]).changed_fields == ["logo"]


def test_who_may_only_read_sees_the_look_and_no_form(town: Organisation) -> None:
    reader = browser(person("las", town, "reader"))
    Organisation.objects.filter(pk=town.pk).update(bar_colour="#2f6b3a")
    page = reader.get(address(town))
    assert page.status_code == 200
    assert "#2f6b3a" in page.content.decode()
    assert "logo_file" not in page.content.decode()
