"""The change list of an activity: what each version says otherwise, for residents only."""

import gzip
import re
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client

from ropa import publishing
from ropa.models import Publication
from tests.pages.town import edit, publish, save

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

PAGE = "/behandlingar/avgifter/andringar/"
JANUARY = datetime(2026, 1, 10, 12, tzinfo=UTC)


def on(month: int) -> datetime:
    return JANUARY.replace(month=month)


def rows(client: Client, address: str = PAGE) -> list[str]:
    """Return the events as they are read aloud."""
    response = client.get(address)
    assert response.status_code == 200
    found = re.findall(r'<ol class="events".*?</ol>', response.content.decode(), re.DOTALL)[0]
    parts = re.findall(r"<li>(.*?)</li>", found, re.DOTALL)
    return [unescape(" ".join(re.sub(r"<[^>]+>", " ", row).split())) for row in parts]


def told(*texts: str) -> Any:
    """Publish one version a month with each summary."""
    row = save("avgifter", "Avgifter")
    for month, text in enumerate(texts, start=1):
        publishing.publish(edit(row, summary=text), by="m", at=on(month), reason="Internt skäl")
    return row


def test_newest_first_with_what_differs_under_the_headings_of_the_notice(client: Client) -> None:
    row = told("Avgift för mat.")
    publishing.publish(edit(row, notes="bara internt"), by="m", at=on(2), reason="Prov")
    texts = {"name": "Taxor", "summary": "Avgift för mat och hjälp."}
    publishing.publish(edit(row, **texts, purposes=[{"text": "Fakturera"}]), by="m", at=on(4), reason="Prov")
    publishing.withdraw(row, by="m", reason="Internt skäl", public_note="Slut.", at=on(5))
    assert rows(client) == [
        "2026-05-10 Återkallad Slut.",
        "2026-04-10 Version 3 Namn borttaget: Avgifter tillagt: Taxor"
        " Sammanfattning Avgift för mat tillagt: och hjälp ."
        " Varför behandlar vi dina personuppgifter? borttaget: Ändamål: Avgifter tillagt: Fakturera",
        "2026-01-10 Version 1 Den första versionen.",
    ]
    assert "nternt" not in client.get(PAGE).content.decode()


def test_marks_the_one_that_is_public_and_leads_to_each(client: Client) -> None:
    told("Ett gammalt ord.", "Ett nytt ord.")
    page = client.get(f"/en{PAGE}").content.decode()
    assert page.count("public today") == 1
    assert page.index("public today") > page.index('href="/en/behandlingar/avgifter/version/2/"')
    assert 'href="/en/behandlingar/avgifter/version/1/"' in page
    removed = '<del><span class="unseen" lang="en">removed: </span>gammalt</del>'
    assert f'<p lang="sv">Ett {removed}<ins><span class="unseen" lang="en">added: </span>nytt</ins> ord.</p>' in page


def test_internal_changes_leave_the_mark_where_it_was(client: Client) -> None:
    row = told("Ett.")
    publishing.publish(edit(row, notes="bara internt"), by="m", at=on(2), reason="Prov")
    assert rows(client) == ["2026-01-10 Version 1 gäller i dag Den första versionen."]


def test_public_again_says_so_and_what_is_new_since(client: Client) -> None:
    row = told("Ett.")
    publishing.withdraw(row, by="m", at=on(2))
    publishing.publish(edit(row, summary="Två."), by="m", at=on(3), reason="Prov")
    newest = rows(client)[0]
    assert newest.startswith("2026-03-10 Version 2 gäller i dag Offentlig igen efter att ha varit återkallad.")
    assert "borttaget: Ett. tillagt: Två." in newest


@pytest.mark.parametrize("hide", [publishing.seal, publishing.erase])
def test_hidden_versions_say_why_and_nothing_else_nor_do_their_neighbours(client: Client, hide: Any) -> None:
    told("Ett.", "Dolda ordet.", "Tre.")
    hide(Publication.objects.get(version=2), by="m", reason="Dom i mars.")
    third, second, _first = rows(client)
    assert second == "2026-02-10 Version 2 Visas inte längre. Skäl: Dom i mars."
    assert "Jämförd med version 1: det som fanns däremellan visas inte längre." in third
    assert "borttaget: Ett. tillagt: Tre." in third
    assert "Dolda" not in client.get(PAGE).content.decode()


def test_nothing_left_to_compare_with_is_said(client: Client) -> None:
    told("Ett.", "Två.")
    publishing.seal(Publication.objects.get(version=1), by="m", reason="Skäl")
    assert "Det finns inget att jämföra med" in rows(client)[0]
    assert "Två" not in rows(client)[0]


def test_a_confirmation_of_what_residents_read_is_told(client: Client) -> None:
    row = told("Ett.", "Två.")
    publishing.publish(edit(row, notes="bara internt"), by="m", at=on(3), reason="Prov")
    publishing.confirm(row, by="Eva", at=on(4))
    second, first = rows(client)
    assert "Bekräftad av verksamheten" in second
    assert "2026-04-10" in second
    assert "Bekräftad" not in first
    assert "Eva" not in second


class TestLongLists:
    def test_are_shown_in_pages(self, client: Client) -> None:
        row = save("avgifter", "Avgifter")
        for number in range(12):
            at = JANUARY + timedelta(days=number)
            publishing.publish(edit(row, summary=f"Text {number}"), by="m", at=at, reason="Prov")
        assert len(rows(client)) == 10
        assert [row.split(" ", 1)[1][:9] for row in rows(client, f"{PAGE}?sida=2")] == ["Version 2", "Version 1"]
        assert '<a rel="next" href="?sida=2">Nästa sida</a>' in client.get(PAGE).content.decode()
        assert client.get(f"{PAGE}?sida=3").status_code == 404

    def test_ten_new_notices_are_under_fifty_kilobytes(self, client: Client) -> None:
        row = publish("avgifter", "Avgifter")
        for number in range(10):
            purposes = [{"text": f"Ändamål {number} {word} {'text ' * 40}"} for word in range(12)]
            publishing.publish(edit(row, purposes=purposes), by="m", reason="Prov")
        assert len(gzip.compress(client.get(PAGE).content)) < 50_000
