"""The notice, its versions, what changed when, and what is withdrawn or hidden."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from ropa import publishing
from ropa.models import Publication
from tests.pages.town import edit, publish, save

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

PAGE = "/behandlingar/avgifter/"
JANUARY, MARCH = datetime(2026, 1, 10, 12, tzinfo=UTC), datetime(2026, 3, 10, 12, tzinfo=UTC)


def text(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def two_versions():
    row = save("avgifter", "Avgifter", summary={"sv": "Första texten.", "en": "The first text."})
    publishing.publish(row, by="m", at=JANUARY, reason="Prov")
    publishing.publish(
        edit(row, summary={"sv": "Andra texten.", "en": "The second text."}), by="m", at=MARCH, reason="Prov"
    )
    return row


def test_summary_first_then_questions_as_headings(client: Client) -> None:
    two_versions()
    page = text(client, PAGE)
    assert page.index("<h1>Avgifter</h1>") < page.index("Andra texten.") < page.index("<h2 id=")
    questions = re.findall(r'<h2 id="[^"]+-h">(.*?)</h2>', page)
    listed = re.findall(r'<li><a href="#[^"]+"><span>(.*?)</span></a></li>', page)
    assert listed == questions * 2  # folded for a telephone, and beside the text
    assert all(question.endswith("?") for question in questions)
    assert len(questions) >= 8


def test_version_date_and_lasting_address(client: Client) -> None:
    two_versions()
    page = text(client, PAGE)
    assert 'Version 2, <time datetime="2026-03-10">2026-03-10</time>' in page
    assert f'href="{PAGE}version/2/"' in page
    assert f'href="{PAGE}andringar/"' in page
    assert '<link rel="canonical" href="http://testserver/behandlingar/avgifter/">' in page
    assert "noindex" not in page


def test_in_english_untranslated_words_are_marked(client: Client) -> None:
    two_versions()
    page = text(client, f"/en{PAGE}")
    assert '<h1><span lang="sv">Avgifter</span></h1>' in page
    assert "The second text." in page


def test_a_draft_is_not_there_and_its_edits_are_not_seen(client: Client) -> None:
    row = save("avgifter", "Avgifter")
    for address in (PAGE, f"{PAGE}version/1/", f"{PAGE}andringar/", f"/en{PAGE}"):
        assert client.get(address).status_code == 404
    publishing.publish(row, by="m", reason="Prov")
    edit(row, summary="Bara i utkastet", notes="Internt")
    page = text(client, PAGE)
    assert "Bara i utkastet" not in page
    assert "Internt" not in page


class TestVersions:
    def test_an_older_one_says_what_it_said_and_that_it_is_old(self, client: Client) -> None:
        two_versions()
        page = text(client, f"{PAGE}version/1/")
        assert "Första texten." in page
        assert "Andra texten." not in page
        assert "Det här är version 1, en äldre version." in page
        assert f'<a href="{PAGE}">Läs den version som gäller i dag</a>' in page
        assert '<meta name="robots" content="noindex">' in page

    def test_the_current_one_says_so(self, client: Client) -> None:
        two_versions()
        assert "Det här är version 2, den som gäller i dag." in text(client, f"{PAGE}version/2/")

    def test_in_english(self, client: Client) -> None:
        two_versions()
        page = text(client, f"/en{PAGE}version/1/")
        assert "This is version 1, an older one." in page
        assert "The first text." in page

    @pytest.mark.parametrize("number", ["0", "3", "99999999999999999999999", "9" * 5000])
    def test_one_that_never_was(self, client: Client, number: str) -> None:
        two_versions()
        assert client.get(f"{PAGE}version/{number}/").status_code == 404

    def test_a_sealed_one_gives_the_reason_only(self, client: Client) -> None:
        two_versions()
        publishing.seal(Publication.objects.get(version=1), by="m", reason="Uppgifter om en enskild person.")
        page = text(client, f"{PAGE}version/1/")
        assert "Det som stod i den här versionen visas inte längre." in page
        assert "Uppgifter om en enskild person." in page
        assert "Första texten." not in page
        assert "Andra texten." in text(client, PAGE)

    def test_a_sealed_current_one_is_not_shown_and_not_indexed(self, client: Client) -> None:
        two_versions()
        publishing.seal(Publication.objects.get(version=2), by="m", reason="Under utredning.")
        page = text(client, PAGE)
        assert "Under utredning." in page
        assert "Andra texten." not in page
        assert "noindex" in page

    def test_an_erased_one_gives_the_reason_only(self, client: Client) -> None:
        two_versions()
        publishing.erase(Publication.objects.get(version=1), by="m", reason="Dom den 1 april.")
        page = text(client, f"{PAGE}version/1/")
        assert "Dom den 1 april." in page
        assert "Första texten." not in page

    def test_all_hidden_still_answers(self, client: Client) -> None:
        publish("avgifter", "Avgifter")
        publishing.seal(Publication.objects.get(), by="m", reason="Skälet.")
        for address in (PAGE, f"{PAGE}version/1/", f"{PAGE}andringar/"):
            page = text(client, address)
            assert "Skälet." in page
            assert "Avgifter" not in page


class TestWithdrawn:
    def withdraw(self, client: Client) -> str:
        row = two_versions()
        publishing.withdraw(
            row,
            by="m",
            reason="Internt skäl",
            public_note="Avgiften är avskaffad.",
            at=datetime(2026, 5, 1, 12, tzinfo=UTC),
        )
        return text(client, PAGE)

    def test_says_so_with_date_and_note(self, client: Client) -> None:
        page = self.withdraw(client)
        assert 'Behandlingen togs bort ur registret <time datetime="2026-05-01">2026-05-01</time>.' in page
        assert "Avgiften är avskaffad." in page
        assert "Internt skäl" not in page
        assert '<meta name="robots" content="noindex">' in page
        assert f'href="{PAGE}version/2/"' in page
        assert "Andra texten." not in page

    def test_its_versions_say_that_it_is_withdrawn(self, client: Client) -> None:
        self.withdraw(client)
        page = text(client, f"{PAGE}version/2/")
        assert "Det här är version 2 av en behandling som har återkallats." in page
        assert "Andra texten." in page

    def test_published_again_it_is_back(self, client: Client) -> None:
        row = publish("avgifter", "Avgifter")
        publishing.withdraw(row, by="m")
        publishing.publish(row, by="m", reason="Prov")
        assert "Version 2," in text(client, PAGE)
        assert "Det här är version 1, en äldre version." in text(client, f"{PAGE}version/1/")
