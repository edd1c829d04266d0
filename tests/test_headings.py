"""An organisation's own headings: on page, table and file, frozen with what is published."""

import json

import pytest
from django.test import Client

from ropa import models, notice, profiles, publishing, record, snapshot
from ropa.outputs import register_json, register_pdf
from ropa.pages.ready import BODIES
from ropa.record import Audience, Heading, view
from ropa.vocabulary import Profile
from tests.outputs.documents import register
from tests.pages.town import TOWN, activity, publish

OWN = (
    Heading(profile=Profile.TABLE, code="purposes", text=record.Text(sv="Varför?")),
    Heading(
        profile=Profile.QUESTIONS, code="purposes", text={"sv": "Vad ska det vara bra för?", "en": "What is it for?"}
    ),
    Heading(profile=Profile.TABLE, code="is-gone", text=record.Text(sv="Utan plats")),
)


def with_own(*headings: Heading) -> record.ProcessingActivity:
    return activity("avgifter", "Avgifter", organisation=record.replace(TOWN, headings=headings))


def table_headings(value: record.ProcessingActivity, language: str) -> list[str]:
    return [row.heading for row in profiles.table(value, language).rows]


def questions(value: record.ProcessingActivity, language: str) -> dict[str, str]:
    return {section.code: section.heading for section in notice.compose(value, language).sections}


def test_an_own_heading_takes_the_shipped_ones_place_in_its_profile_and_language() -> None:
    plain, own = with_own(), with_own(*OWN)
    assert [a for a, b in zip(table_headings(own, "sv"), table_headings(plain, "sv"), strict=True) if a != b] == [
        "Varför?"
    ]
    assert table_headings(own, "en") == table_headings(plain, "en"), "nobody gave it in English"
    assert questions(own, "sv") == questions(plain, "sv") | {"purposes": "Vad ska det vara bra för?"}
    assert questions(own, "en") == questions(plain, "en") | {"purposes": "What is it for?"}


def test_residents_may_see_them_and_a_record_without_any_is_stored_as_ever() -> None:
    assert view(with_own(*OWN), Audience.PUBLIC).organisation.headings == OWN  # type: ignore[union-attr]
    stored = snapshot.freeze(with_own())
    assert "headings" not in stored["organisation"]
    assert snapshot.thaw(stored).organisation.headings == ()  # type: ignore[union-attr]


def test_they_are_in_the_files() -> None:
    made = register(with_own(*OWN))
    given = json.loads(register_json.render(made, "sv"))["entries"][0]["activity"]["organisation"]["headings"]
    assert [Heading.model_validate(each) for each in given] == list(OWN)
    attached = register_pdf.Attached("register.json", b"{}", "", register_pdf.GDPR)
    assert ">Varför?<" in register_pdf.document(made, "sv", attached)
    assert ">Varför?<" not in register_pdf.document(register(with_own()), "sv", attached)


@pytest.mark.django_db
def test_what_was_published_keeps_its_headings_until_it_is_published_anew(client: Client) -> None:
    row = publish("avgifter", "Avgifter")
    town = models.Organisation.objects.get()
    town.headings = [heading.model_dump(mode="json") for heading in OWN]
    town.save()
    assert "Vad ska det vara bra för?" not in page(client)
    assert publishing.outdated([row]) == [row]
    publishing.reissue([row], by="dpo", reason="Nya rubriker")
    assert "Vad ska det vara bra för?" in page(client)
    assert "Varför?" in client.get("/enheter/socialforvaltningen/").content.decode()
    assert "What is it for?" in client.get("/en/behandlingar/avgifter/").content.decode()
    old = client.get("/behandlingar/avgifter/version/1/").content.decode()
    assert "Vad ska det vara bra för?" not in old
    BODIES.clear()


def page(client: Client) -> str:
    return client.get("/behandlingar/avgifter/").content.decode()
