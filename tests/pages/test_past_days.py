"""Any day gone by: the notice of that day, names as they were, links that keep the day, and old addresses."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from ropa import models, publishing
from ropa.pages.ready import BODIES
from tests.pages.asked import BORN, DAY, DISPOSED, answer
from tests.pages.town import TEAM, edit, publish, save

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

JANUARY, MARCH, MAY = (datetime(2026, month, 10, 12, tzinfo=UTC) for month in (1, 3, 5))
PAGE = "/behandlingar/avgifter/"


def text(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def leads_to(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 301
    assert "max-age" in response.headers["Cache-Control"]
    return str(response.headers["Location"])


def rename(row: Any, **columns: Any) -> Any:
    for name, value in columns.items():
        setattr(row, name, value)
    row.save()
    return row


@pytest.fixture
def renamed() -> Any:
    """An activity whose unit, board, officer and term got other names in March, withdrawn in May."""
    row = save("avgifter", "Avgifter", retention_rules=[DISPOSED])
    publishing.publish(row, by="m", at=JANUARY, reason="Prov")
    rename(models.Unit.objects.get(), name="Nya förvaltningen")
    rename(models.Controller.objects.get(), name="Nya nämnden")
    rename(models.DataProtectionOfficer.objects.get(), name="Nya ombudet")
    rename(models.PersonalDataCategory.objects.get(code="own-x"), label="Nytt begrepp")
    publishing.publish(edit(row, name="Taxor"), by="m", at=MARCH, reason="Prov")
    publishing.withdraw(row, by="m", public_note="Slut.", at=MAY)
    return row


@pytest.mark.parametrize("page", [PAGE, "/enheter/socialforvaltningen/"])
@pytest.mark.parametrize(
    ("day", "then", "other"),
    [
        ("2026-01-31", ("Avgifter", "Socialförvaltningen", "Socialnämnden", "Namnuppgift"), "Nya "),
        ("2026-03-31", ("Taxor", "Nya förvaltningen", "Nya nämnden", "Nya ombudet"), "Socialnämnden"),
    ],
)
def test_names_are_those_of_the_day(
    client: Client, renamed: Any, page: str, day: str, then: tuple[str, ...], other: str
) -> None:
    shown = text(client, f"{page}?datum={day}")
    assert all(word in shown for word in then)
    assert other not in shown
    assert f"Du ser registret som det var när {day} var slut." in shown
    assert '<meta name="robots" content="noindex">' in shown


def test_before_the_first_version_and_after_the_withdrawal(client: Client, renamed: Any) -> None:
    before = text(client, f"{PAGE}?datum=2025-12-31")
    assert "Inget om den här behandlingen var offentligt den dagen." in before
    assert "2026-01-10" in before
    assert "Slut." in text(client, f"{PAGE}?datum=2026-05-10")
    assert "togs bort" not in text(client, f"{PAGE}?datum=2026-05-09")


def test_links_keep_the_day(client: Client, renamed: Any) -> None:
    shown = text(client, f"{PAGE}?datum=2026-01-31")
    for address in ("/", "/enheter/socialforvaltningen/", f"{PAGE}hur-lange/", "/register/", f"/en{PAGE}"):
        assert f'href="{address}?datum=2026-01-31"' in shown, address
    assert f'<a href="{PAGE}">Visa det som gäller i dag</a>' in shown


def test_how_long_data_are_kept_is_answered_by_the_rules_of_the_day(client: Client, renamed: Any) -> None:
    page = f"{PAGE}hur-lange/?datum=2026-01-31"
    assert "anteckningen" in text(client, page)
    assert "Personakter" in answer(client, {DAY: "2024-05-31", BORN: "7"}, page)
    text(client, f"{PAGE}hur-lange/?datum=2025-01-31", 404)
    text(client, f"{PAGE}hur-lange/?datum=nej", 400)
    assert client.post(f"{PAGE}hur-lange/?datum=nej").status_code == 400


@pytest.mark.parametrize("day", ["igår", "2026-02-30", "2999-01-01"])
def test_no_such_day(client: Client, renamed: Any, day: str) -> None:
    text(client, f"{PAGE}?datum={day}", 400)


def test_a_hidden_version_is_hidden_on_its_day_too(client: Client) -> None:
    row = save("avgifter", "Hemligt ord")
    made = publishing.publish(row, by="m", at=JANUARY, reason="Prov")
    publishing.publish(edit(row, name="Avgifter"), by="m", at=MARCH, reason="Prov")
    publishing.seal(made, by="m", reason="Skäl.")
    shown = text(client, f"{PAGE}?datum=2026-02-01")
    assert "Skäl." in shown
    assert "Hemligt" not in shown


class TestOldAddressOfAnActivity:
    @pytest.fixture(autouse=True)
    def moved(self) -> None:
        row = save("taxor", "Taxor", retention_rules=[DISPOSED])
        publishing.publish(row, by="m", at=JANUARY, reason="Prov")
        publishing.publish(rename(row, slug="avgifter", name="Avgifter"), by="m", at=MARCH, reason="Prov")

    @pytest.mark.parametrize(
        "rest", ["", "version/1/", "version/2/", "andringar/", "hur-lange/", "?datum=2026-01-31", "andringar/?sida=1"]
    )
    @pytest.mark.parametrize("language", ["", "/en"])
    def test_leads_to_the_new_one(self, client: Client, rest: str, language: str) -> None:
        old = f"{language}/behandlingar/taxor/{rest}"
        new = leads_to(client, old)
        assert new == old.replace("taxor", "avgifter")
        assert client.get(new).status_code == 200

    def test_its_versions_are_one_history(self, client: Client) -> None:
        assert "<h1>Taxor</h1>" in text(client, f"{PAGE}version/1/")
        assert "<h1>Taxor</h1>" in text(client, f"{PAGE}?datum=2026-01-31")
        assert "version/1/" in text(client, f"{PAGE}andringar/")

    def test_a_draft_with_another_address_gives_nothing_away(self, client: Client) -> None:
        rename(publish("bidrag", "Bidrag"), slug="hemlig-adress")
        text(client, "/behandlingar/bidrag/")
        text(client, "/behandlingar/hemlig-adress/", 404)


class TestOldAddressOfAUnit:
    OLD, NEW = "/enheter/hemtjansten/", "/enheter/socialforvaltningen/"

    @pytest.fixture
    def merged(self) -> Any:
        """What the home care did is the department's since March."""
        row = save("hjalp", "Hjälp", unit=TEAM)
        publishing.publish(row, by="m", at=JANUARY, reason="Prov")
        unit = models.Unit.objects.get(slug="socialforvaltningen")
        publishing.publish(rename(row, unit=unit), by="m", at=MARCH, reason="Prov")
        models.Address.objects.create(slug="hemtjansten", unit=unit)
        return row

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            (OLD, NEW),
            (f"/en{OLD}", f"/en{NEW}"),
            (f"{OLD}?datum=2026-03-31", f"{NEW}?datum=2026-03-31"),
            (f"{OLD}flode.atom", f"{NEW}flode.atom"),
            ("/register.json?enhet=hemtjansten", "/register.json?enhet=socialforvaltningen"),
        ],
    )
    def test_leads_to_the_unit_it_became(self, client: Client, merged: Any, old: str, new: str) -> None:
        assert leads_to(client, old) == new
        assert client.get(new).status_code == 200

    def test_shows_the_days_when_it_was_there(self, client: Client, merged: Any) -> None:
        shown = text(client, f"{self.OLD}?datum=2026-01-31")
        assert "Hemtjänsten</h1>" in shown
        assert "Hjälp" in shown
        assert "Hemtj" in text(client, "/?datum=2026-01-31")
        assert "Hjälp" in text(client, "/register.json?enhet=hemtjansten&datum=2026-01-31")

    def test_of_a_unit_that_is_not_public_tells_nothing(self, client: Client, merged: Any) -> None:
        publishing.withdraw(merged, by="m")
        BODIES.clear()
        for address in (self.OLD, f"{self.OLD}flode.atom?x=1"):
            assert client.get(address).status_code in {200, 404}
            assert "Location" not in client.get(address).headers

    def test_that_is_public_itself_is_not_led_away(self, client: Client, merged: Any) -> None:
        publish("larm", "Larm", unit=TEAM)
        assert "Larm" in text(client, self.OLD)
