"""The first page: whose register, the way to every unit, and days gone by."""

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from ropa import models, publishing, record
from tests.pages.town import DEPARTMENT, TEAM, edit, publish, save

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]


def text(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def entries(page: str) -> list[tuple[str, str]]:
    """Return (address, number) of every unit in the index, in order."""
    found = re.findall(r'class="entry"><a href="([^"]+)">.*?class="count">(.*?)</span>', page, re.DOTALL)
    return [(href, " ".join(count.split())) for href, count in found]


def test_units_stand_under_their_controller_with_all_that_is_below(client: Client) -> None:
    publish("avgifter", "Avgifter")
    publish("hemtjanst", "Hemtjänst", unit=TEAM)
    publish("larm", "Larm", unit=TEAM)
    page = text(client, "/")
    assert "Socialnämnden" in page
    assert entries(page) == [
        ("/enheter/socialforvaltningen/", "3 behandlingar"),
        ("/enheter/hemtjansten/", "2 behandlingar"),
    ]


def test_in_english_with_what_is_not_translated_marked_as_swedish(client: Client) -> None:
    bare = record.Unit(key=uuid4(), slug="arkivet", name="Arkivet")
    publish("arkiv", "Arkivering", unit=bare)
    page = text(client, "/en/")
    assert '<html lang="en">' in page
    assert "Social Services Board" in page
    assert '<span lang="sv">Arkivet</span>' in page
    assert entries(page) == [("/en/enheter/arkivet/", "1 activity")]


@pytest.mark.both_databases
def test_units_are_in_swedish_order(client: Client) -> None:
    for slug, name in (("o", "Öppenvården"), ("a", "Ängslyckan"), ("z", "Zonen"), ("b", "Åldersro")):
        publish(f"x-{slug}", "X", unit=record.Unit(key=uuid4(), slug=slug, name=name))
    assert [href for href, _ in entries(text(client, "/"))] == [
        "/enheter/z/",
        "/enheter/b/",
        "/enheter/a/",
        "/enheter/o/",
    ]


def test_activities_without_a_controller_are_grouped_and_say_so(client: Client) -> None:
    publish("a", "A", controller=None, unit=record.Unit(key=uuid4(), slug="utan", name="Utan ansvarig"))
    publish("b", "B", controller=None, unit=None)
    page = text(client, "/")
    assert "Ingen personuppgiftsansvarig angiven" in page
    assert "Registret säger inte vem som svarar för de här behandlingarna." in page
    assert '<a href="/behandlingar/b/">B</a>' in page


def test_an_empty_register_says_so(client: Client) -> None:
    assert "Inget är publicerat ännu." in text(client, "/")


def test_drafts_are_not_counted(client: Client) -> None:
    publish("a", "A")
    save("b", "Hemligt utkast")
    page = text(client, "/")
    assert entries(page) == [("/enheter/socialforvaltningen/", "1 behandling")]


class TestDaysGoneBy:
    def test_shows_what_was_public_when_the_day_ended(self, client: Client) -> None:
        row = save("a", "A")
        publishing.publish(
            row, by="m", at=datetime(2026, 1, 10, 22, 30, tzinfo=UTC), reason="Prov"
        )  # 23:30 in Stockholm
        page = text(client, "/?datum=2026-01-10")
        assert "Du ser registret som det var när 2026-01-10 var slut." in page
        assert entries(page) == [("/enheter/socialforvaltningen/?datum=2026-01-10", "1 behandling")]
        assert '<meta name="robots" content="noindex">' in page

    def test_before_the_ledger_began_it_is_empty_and_says_so(self, client: Client) -> None:
        publish("a", "A")
        assert "Inget var publicerat den dagen." in text(client, "/?datum=1999-01-01")

    def test_today_is_a_day_that_can_be_asked_for(self, client: Client) -> None:
        publish("a", "A")
        assert len(entries(text(client, f"/?datum={timezone.localdate()}"))) == 1

    def test_what_is_no_day_is_refused_in_plain_words(self, client: Client) -> None:
        publish("a", "A")
        for address in ("/", "/register/", "/enheter/socialforvaltningen/"):
            for day in ("2026-13-01", "i går", "2026-1-1", "20260101", "0000-00-00", "-1", "\x00", "2026-01-01T00:00"):
                response = client.get(address, {"datum": day})
                page = response.content.decode()
                assert response.status_code == 400, (address, day)
                assert "Det är inget datum. Skriv år, månad och dag så här: 2026-03-01." in page
                assert f'<a href="{address}">Visa det som gäller i dag</a>' in page

    def test_a_day_to_come_is_refused(self, client: Client) -> None:
        page = text(client, f"/en/?datum={timezone.localdate() + timedelta(days=1)}", 400)
        assert "That day has not come yet." in page

    def test_an_empty_field_means_today(self, client: Client) -> None:
        assert "Du ser registret" not in text(client, "/?datum=")


class TestWhoseRegister:
    def second(self, **fields: object) -> models.Organisation:
        other = record.Organisation(key=uuid4(), slug="grannby", name="Grannby kommun")
        unit = record.Unit(key=uuid4(), slug="grannenheten", name="Grannenheten")
        publish("grann", "Grannsak", organisation=other, controller=None, dpo=None, unit=unit)
        row = models.Organisation.objects.get(slug="grannby")
        for name, value in fields.items():
            setattr(row, name, value)
        row.save()
        return row

    def test_all_that_publish_are_shown(self, client: Client) -> None:
        publish("a", "A")
        self.second()
        page = text(client, "/")
        assert page.index("Exempelby kommun") < page.index("Grannby kommun")

    def test_who_does_not_publish_is_shown_nowhere(self, client: Client) -> None:
        publish("a", "A")
        self.second(publishes=False)
        assert "Grann" not in text(client, "/")
        for address in (
            "/enheter/grannenheten/",
            "/behandlingar/grann/",
            "/behandlingar/grann/version/1/",
            "/behandlingar/grann/andringar/",
        ):
            assert client.get(address).status_code == 404
        assert "grann" not in text(client, "/sitemap.xml")
        assert "Grann" not in text(client, "/dina-rattigheter/") + text(client, "/tillganglighet/")

    def test_a_host_name_narrows_to_its_organisation(self, client: Client, settings) -> None:
        settings.ALLOWED_HOSTS = ["*"]
        publish("a", "A")
        self.second(host="register.grannby.example")
        for host in ("register.grannby.example", "Register.Grannby.example:8443"):
            page = client.get("/", HTTP_HOST=host).content.decode()
            assert "Grannenheten" in page
            assert "Exempelby" not in page
            assert client.get("/behandlingar/a/", HTTP_HOST=host).status_code == 404
        assert "Exempelby" in client.get("/", HTTP_HOST="other.example").content.decode()

    def test_the_host_name_of_one_who_does_not_publish_shows_nothing(self, client: Client, settings) -> None:
        settings.ALLOWED_HOSTS = ["*"]
        publish("a", "A")
        self.second(host="register.grannby.example", publishes=False)
        page = client.get("/", HTTP_HOST="register.grannby.example").content.decode()
        assert "Inget är publicerat ännu." in page
        assert "Exempelby" not in page


def test_a_renamed_unit_is_shown_by_its_newest_name(client: Client) -> None:
    publish("b", "B")
    renamed = record.replace(DEPARTMENT, name={"sv": "Välfärdsförvaltningen"})
    row = publish("a", "A")
    unit = models.Unit.objects.get(slug=DEPARTMENT.slug)
    unit.name = renamed.name.sv
    unit.save()
    publishing.publish(edit(row, summary="Ny"), by="m", reason="Prov")
    assert "Välfärdsförvaltningen" in text(client, "/")
    assert "Välfärdsförvaltningen</h1>" in text(client, "/enheter/socialforvaltningen/")


class TestWhoAreYou:
    def test_the_ways_in_stand_before_and_after_the_units(self, client: Client) -> None:
        publish("a", "A", data_subjects=({"category": {"code": "ds-elev", "labels": {"sv": "Elev"}}},))
        page = text(client, "/")
        order = [page.index(words) for words in ('href="/vem-ar-du/ds-elev/"', "/enheter/soc", 'href="/mottagare/"')]
        assert order == sorted(order)
        assert "Du går i skolan" in page

    def test_a_day_gone_by_shows_its_units_alone(self, client: Client) -> None:
        publish("a", "A", data_subjects=({"category": {"code": "ds-elev", "labels": {"sv": "Elev"}}},))
        page = text(client, f"/?datum={timezone.localdate()}")
        assert "/enheter/soc" in page
        assert "/vem-ar-du/" not in page
