"""What residents are told of a yearly review: that it was made, and when."""

import json
from datetime import UTC, datetime

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils.translation import override

from ropa import models, publishing, registers
from ropa.outputs import register_json
from ropa.outputs.chapters import chapters
from ropa.record import Audience

from .town import edit, save

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

PUBLISHED = datetime(2026, 3, 1, 11, tzinfo=UTC)
CONFIRMED = datetime(2026, 9, 1, 22, 30, tzinfo=UTC)
"""Half past midnight the next day in Sweden."""


@pytest.fixture
def confirmed() -> None:
    row = save("lan", "Lån")
    publishing.publish(row, by="a", reason="Prov", at=PUBLISHED)
    publishing.confirm(row, by="Eva Editor", reason="Internt ord", at=CONFIRMED)


def page(client: Client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/behandlingar/lan/", "Bekräftad av verksamheten"),
        ("/en/behandlingar/lan/", "Confirmed by those who do the work"),
        ("/enheter/socialforvaltningen/", "Bekräftad av verksamheten"),
        ("/en/enheter/socialforvaltningen/", "Confirmed by those who do the work"),
    ],
)
def test_the_day_is_shown(client: Client, confirmed: None, address: str, told: str) -> None:
    shown = page(client, address)
    assert f'{told} <time datetime="2026-09-02">' in shown
    assert "Internt ord" not in shown
    assert "Eva Editor" not in shown


@pytest.mark.parametrize(("day", "known"), [("2026-09-01", False), ("2026-09-02", True)])
def test_a_past_day_knows_what_was_said_by_then(client: Client, confirmed: None, day: str, known: bool) -> None:
    shown = page(client, f"/enheter/socialforvaltningen/?datum={day}")
    assert ("Bekräftad av verksamheten" in shown) is known


def test_a_new_version_is_not_confirmed_yet(client: Client, confirmed: None) -> None:
    publishing.publish(edit(models.ProcessingActivity.objects.get(), name="Lån av böcker"), by="a", reason="Prov")
    for address in ("/behandlingar/lan/", "/enheter/socialforvaltningen/"):
        assert "Bekräftad" not in page(client, address)
    assert "Bekräftad av verksamheten" in page(client, "/behandlingar/lan/version/1/")


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.AUTHORITY])
def test_files_hold_it(confirmed: None, audience: Audience) -> None:
    register = registers.published(audience=audience)
    (entry,) = json.loads(register_json.render(register))["entries"]
    assert entry["confirmed_at"] == "2026-09-02T00:30:00+02:00"
    ((sheet,),) = ((s for section in c.sections for s in section.sheets) for c in chapters(register, "sv"))
    with override("sv"):
        assert "bekräftad av verksamheten 2026-09-02" in render_to_string("pdf/_sheet.html", {"sheet": sheet})
