"""Atom feeds: what RFC 4287 demands, which events they tell, and whose."""

import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from html import unescape
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from ropa import models, publishing, record
from ropa.pages import feeds
from tests.pages.town import TEAM, edit, publish, save

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

ATOM = "{http://www.w3.org/2005/Atom}"
ALL, UNIT = "/flode.atom", "/enheter/socialforvaltningen/flode.atom"


def on(month: int) -> datetime:
    return datetime(2026, month, 10, 12, tzinfo=UTC)


def feed(client: Client, address: str = ALL) -> ET.Element:
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(response.content)  # our own bytes


def told(client: Client, address: str = ALL) -> list[tuple[str, str]]:
    """Return title and summary of each entry."""
    entries = feed(client, address).findall(f"{ATOM}entry")
    return [(e.findtext(f"{ATOM}title", ""), e.findtext(f"{ATOM}summary", "")) for e in entries]


@pytest.fixture
def year() -> Any:
    """An activity published, changed inside only, changed, withdrawn and public again."""
    row = save("avgifter", "Avgifter", unit=TEAM)
    publishing.publish(row, by="Hemlig", at=on(1), reason="Hemligt skäl")
    publishing.publish(edit(row, notes="Hemligt"), by="Hemlig", at=on(2), reason="Hemligt skäl")
    publishing.publish(edit(row, summary="Nytt."), by="Hemlig", at=on(3), reason="Hemligt skäl")
    publishing.withdraw(row, by="Hemlig", at=on(4), reason="Hemligt skäl", public_note="Slut.")
    publishing.publish(row, by="Hemlig", at=on(5), reason="Hemligt skäl")
    return row


@pytest.mark.parametrize("address", [ALL, UNIT, "/enheter/hemtjansten/flode.atom"])
def test_one_entry_a_public_event_newest_first_in_plain_words(client: Client, year: Any, address: str) -> None:
    assert told(client, address) == [
        ("Offentlig igen: Avgifter", "Behandlingen är offentlig igen."),
        ("Återkallad: Avgifter", "Slut."),
        ("Ändrad: Avgifter", "Ändrat under: Sammanfattning"),
        ("Ny: Avgifter", "Behandlingen publicerades för första gången."),
    ]
    assert "emlig" not in client.get(address).content.decode()


def test_in_english(client: Client, year: Any) -> None:
    assert told(client, f"/en{ALL}")[2] == ("Changed: Avgifter", "Changed: Summary")
    assert feed(client, f"/en{ALL}").get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


@pytest.mark.parametrize("address", [ALL, UNIT, f"/en{ALL}", "/?tom"])
def test_has_all_that_the_standard_demands(client: Client, year: Any, address: str) -> None:
    """RFC 4287, 4.1.1 and 4.1.2."""
    if address == "/?tom":
        models.Organisation.objects.update(publishes=False)
        address = ALL
    root = feed(client, address)
    entries = root.findall(f"{ATOM}entry")
    assert root.tag == f"{ATOM}feed"
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    for part in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"{ATOM}{name}")) == 1, name
            assert part.findtext(f"{ATOM}{name}")
        assert datetime.fromisoformat(part.findtext(f"{ATOM}updated", "")).tzinfo
        assert part.findtext(f"{ATOM}id", "").startswith(("urn:uuid:", "http://testserver/"))
        assert part.findall(f"{ATOM}link")
        assert all(link.get("href", "").startswith("http://testserver/") for link in part.findall(f"{ATOM}link"))
    ids = [part.findtext(f"{ATOM}id") for part in (root, *entries)]
    assert len(ids) == len(set(ids))
    own = [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own == [f"http://testserver{address}"]


def test_ids_stay_when_host_and_address_change(client: Client, year: Any, settings: Any) -> None:
    def ids(**host: str) -> set[str]:
        root = ET.fromstring(client.get(ALL, **host).content)
        return {e.findtext(f"{ATOM}id", "") for e in root.findall(f"{ATOM}entry")}

    settings.ALLOWED_HOSTS = ["*"]
    before = ids()
    year.refresh_from_db()
    year.slug = "taxor"
    year.save()
    publishing.publish(year, by="m", at=on(6), reason="Prov")
    after = ids(headers={"host": "annan.example"})
    assert before < after
    assert len(after) == len(before) + 1


def test_links_lead_to_the_lasting_address(client: Client, year: Any) -> None:
    links = [e.find(f"{ATOM}link").get("href") for e in feed(client).findall(f"{ATOM}entry")]  # type: ignore[union-attr]
    base = "http://testserver/behandlingar/avgifter/"
    assert links == [f"{base}version/4/", base, f"{base}version/3/", f"{base}version/1/"]
    assert all(client.get(link).status_code == 200 for link in links)


def test_hidden_versions_tell_nothing_nor_does_what_came_after(client: Client) -> None:
    row = save("avgifter", "Dolda namnet")
    made = publishing.publish(row, by="m", at=on(1), reason="Prov")
    publishing.publish(edit(row, name="Avgifter"), by="m", at=on(2), reason="Prov")
    publishing.seal(made, by="m", reason="Skäl")
    assert told(client) == [
        ("Ändrad: Avgifter", ""),
        ("Ny: En personuppgiftsbehandling", "Det som stod i den här versionen visas inte längre."),
    ]


def test_a_withheld_unit_is_not_given_away(client: Client) -> None:
    publish("b", "Skyddat boende", unit=TEAM, withheld=[{"field": "unit", "reason": "Adressen är skyddad."}])
    assert client.get("/enheter/hemtjansten/flode.atom").status_code == 404
    assert "emtj" not in client.get(ALL).content.decode()


@pytest.mark.parametrize("unseen", ["\x01", "\x0b", "\x0c", "\x1f", "\ufffe"])
def test_a_character_that_xml_cannot_hold_stops_nobody(client: Client, unseen: str) -> None:
    """Such characters are in the ledger for good, from before they were taken out on the way in."""
    row = save("a", f"Akt{unseen}namn", unit=TEAM)
    publishing.publish(row, by="m", reason="Prov")
    publishing.withdraw(row, by="m", public_note=f"Slut{unseen}nu.")
    models.Organisation.objects.update(name=f"Exempelby{unseen}kommun")
    assert told(client)[0] == ("Återkallad: Akt namn", "Slut nu.")
    assert feed(client).findtext(f"{ATOM}author/{ATOM}name") == "Exempelby kommun"


def test_a_note_is_text_and_no_markup(client: Client) -> None:
    """Django marks summaries as HTML, so a reader undoes one escaping more."""
    publishing.withdraw(publish("a", "A & B"), by="m", public_note="Ersatt av <b>C</b> & D")
    title, summary = told(client)[0]
    assert title == "Återkallad: A & B"
    assert (summary, unescape(summary)) == ("Ersatt av &lt;b&gt;C&lt;/b&gt; &amp; D", "Ersatt av <b>C</b> & D")


@pytest.mark.parametrize("hide", [publishing.seal, publishing.erase])
def test_readers_fetch_anew_what_was_hidden(client: Client, hide: Any) -> None:
    row = save("avgifter", "Avgifter")
    made = publishing.publish(row, by="m", at=on(1), reason="Prov")
    publishing.publish(edit(row, name="Taxor"), by="m", at=on(2), reason="Prov")
    publishing.publish(edit(row, name="Avgift"), by="m", at=on(3), reason="Prov")
    hide(made, by="m", reason="Skäl")
    now = timezone.now().isoformat()[:7]
    dates = [e.findtext(f"{ATOM}updated", "")[:7] for e in feed(client).findall(f"{ATOM}entry")]
    assert dates == ["2026-03", now, now]
    assert feed(client).findtext(f"{ATOM}updated", "")[:7] == now


def test_a_unit_where_all_is_withdrawn_still_tells_it(client: Client) -> None:
    publishing.withdraw(publish("a", "A", unit=TEAM), by="m", public_note="Slut.")
    assert told(client, "/enheter/hemtjansten/flode.atom")[0] == ("Återkallad: A", "Slut.")


@pytest.mark.parametrize("slug", ["finns-inte", "hemtjansten"])
def test_no_such_unit(client: Client, slug: str) -> None:
    save("utkast", "Utkast", unit=TEAM)
    assert client.get(f"/enheter/{slug}/flode.atom").status_code == 404


def test_a_host_tells_of_its_own_organisation_only(client: Client, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    publish("a", "A")
    home = record.Organisation(key=uuid4(), slug="grannby", name="Grannby")
    publish("g", "Grannens", organisation=home, controller=None, unit=None, dpo=None)
    models.Organisation.objects.filter(slug="grannby").update(host="grannby.example")
    shown = client.get(ALL, headers={"host": "grannby.example"}).content.decode()
    assert "Grannens" in shown
    assert "Ny: A<" not in shown


def test_the_newest_ones_alone(client: Client, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any) -> None:
    """Fifty of them; five tell as much of which, and of the queries."""
    monkeypatch.setattr(feeds, "LATEST", 5)
    for number in range(3):
        row = publish(f"a{number}", f"A{number}")
        publishing.publish(edit(row, summary="Mer"), by="m", reason="Prov")
    with django_assert_num_queries(4):
        shown = [title for title, _summary in told(client, ALL)]
    assert shown == ["Ändrad: A2", "Ny: A2", "Ändrad: A1", "Ny: A1", "Ändrad: A0"]


def test_what_the_reader_has_is_not_sent_again(client: Client, year: Any) -> None:
    tag = client.get(ALL).headers["ETag"]
    assert client.get(ALL, headers={"if-none-match": tag}).status_code == 304


@pytest.mark.parametrize(
    ("page", "address"),
    [("/", ALL), ("/enheter/hemtjansten/", "/enheter/hemtjansten/flode.atom"),
     ("/behandlingar/avgifter/", "/enheter/hemtjansten/flode.atom"), ("/en/", f"/en{ALL}")],
)  # fmt: skip
def test_pages_name_their_feed(client: Client, year: Any, page: str, address: str) -> None:
    shown = client.get(page).content.decode()
    assert '<link rel="alternate" type="application/atom+xml"' in shown
    assert f'href="{address}">' in shown
