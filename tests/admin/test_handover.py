"""The register for staff to hand over: who gets what of it, of whom, on which day, and as which files."""

import io
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pypdf
import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from ropa import models, publishing
from ropa.models import Organisation, ProcessingActivity, Unit
from ropa.publishing.reading import LOCAL
from tests.house.test_leaks import text_of

from .conftest import LIST, browser
from .test_disposal_plan import made
from .test_size import fill, queries

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough, pytest.mark.usefixtures("standing")]

PAGE = LIST + "register/"
PDF, JSON = LIST + "register.pdf", LIST + "register.json"
THEN = datetime(2026, 2, 10, 12, tzinfo=LOCAL)
NAMES = {"Försörjningsstöd", "Verkstad", "Grannens hemlighet"}


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Any) -> None:
    settings.DATA_DIR = tmp_path


@pytest.fixture(scope="module")
def published(standing: ProcessingActivity) -> None:
    """Three published activities: of a unit, of one beside it, and of another municipality; then one is changed."""
    activity, unit = standing, standing.unit
    elsewhere = ProcessingActivity.objects.get(slug="grannens")
    board = models.Controller.objects.create(organisation=unit.organisation, name="Tekniska nämnden", slug="tn")
    other = Unit.objects.create(organisation=unit.organisation, name="Ånghammaren", slug="ang", controller=board)
    beside = ProcessingActivity.objects.create(organisation=unit.organisation, unit=other, name="Verkstad", slug="v")
    activity.notes = "Bara internt"
    activity.save()
    for row in (activity, beside, elsewhere):
        publishing.publish(row, by="dpo", reason="Luckorna är kända", at=THEN)
    activity.summary = "Ändrat utkast"
    activity.save()
    publishing.reindex([activity])


@pytest.fixture
def ledger(published: None, activity: ProcessingActivity) -> ProcessingActivity:
    return activity


def data(client: Client, query: str = "") -> Any:
    response = client.get(JSON + query)
    assert response.status_code == 200
    assert "no-store" in response.headers["Cache-Control"]
    return json.loads(response.content)


def names(client: Client, query: str = "") -> set[str]:
    return {entry["activity"]["name"]["sv"] for entry in data(client, query).get("entries", [])}


def page(client: Client, query: str = "", status: int = 200) -> str:
    response = client.get(PAGE + query)
    assert response.status_code == status
    return response.content.decode()


@pytest.mark.parametrize("query", ["", "?lage=utkast", "?datum=2026-02-10"])
@pytest.mark.parametrize(
    ("who", "seen", "part"),
    [
        ("dpo", {"Försörjningsstöd", "Verkstad"}, False),
        ("reader", {"Försörjningsstöd", "Verkstad"}, False),
        ("editor", {"Försörjningsstöd"}, True),
        ("editor of another unit", set(), True),
        ("dpo elsewhere", {"Grannens hemlighet"}, False),
    ],
)
def test_everybody_gets_what_they_may_see_and_is_told_when_that_is_a_part(
    who: str, seen: set[str], part: bool, query: str, ledger: Any, people: dict[str, User]
) -> None:
    client = browser(people[who])
    assert names(client, query) == seen
    assert ("(en del)" in data(client, query)["title"]) is part
    assert ("inte allt" in page(client, query)) is part


@pytest.mark.parametrize("address", [PAGE, PDF, JSON])
@pytest.mark.parametrize("who", ["staff without membership", "anonymous"])
def test_nobody_else_enters(who: str, address: str, ledger: Any, people: dict[str, User | None]) -> None:
    response = browser(people[who]).get(address)
    assert (response.status_code, response.headers["Location"][:13]) == (302, "/admin/login/")


def test_the_own_unit_is_no_part(people: dict[str, User], ledger: Any) -> None:
    assert data(browser(people["editor"]), "?enhet=eb")["title"] == "Ekonomiskt bistånd"


def test_it_is_the_published_for_the_authority_unless_drafts_are_asked_for(dpo: Client, ledger: Any) -> None:
    for query, audience, changed in (("", "authority", False), ("?lage=utkast", "draft", True)):
        found = data(dpo, query)
        assert (found["audience"], found["as_of"]) == (audience, timezone.localdate().isoformat())
        assert ("Ändrat utkast" in str(found)) is changed
        assert "Bara internt" in str(found)
    assert names(dpo, "?datum=2026-02-09") == set()
    assert "Inget som du får se var publicerat då." in page(dpo, "?datum=2026-02-09")


@pytest.mark.parametrize(
    ("query", "seen", "title"),
    [
        ("?organisation=exempelby", {"Försörjningsstöd", "Verkstad"}, "Exempelby kommun"),
        ("?organisation=grannby", {"Grannens hemlighet"}, "Grannby kommun"),
        ("?ansvarig=tn", {"Verkstad"}, "Tekniska nämnden"),
        ("?enhet=eb", {"Försörjningsstöd"}, "Ekonomiskt bistånd"),
        ("?enhet=eb&ansvarig=tn", set(), "Ekonomiskt bistånd"),
        ("", NAMES, "Exempelby kommun, Grannby kommun"),
    ],
)
def test_one_organisation_board_or_unit(
    query: str, seen: set[str], title: str, people: dict[str, User], ledger: Any, town: Organisation
) -> None:
    models.Membership.objects.create(user=people["dpo elsewhere"], organisation=town, role="reader")
    client = browser(people["dpo elsewhere"])
    assert (names(client, query), data(client, query)["title"]) == (seen, title)
    towns = {e["activity"]["organisation"]["slug"] for e in data(client, query).get("entries", [])}
    assert set(data(client, query)["heads"]) == towns  # no other municipality's ledger is named


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?datum=igår", "Det är inget datum"),
        ("?datum=9999-12-31", "Den dagen har inte k"),
        ("?lage=utkast&datum=2026-02-10", "Utkast går bara att hämta som de är nu"),
        ("?lage=hemligt", "Välj det som är publicerat eller utkasten"),
        ("?organisation=grannby", "Det finns ingen sådan organisation"),
        ("?organisation=%00", "Det finns ingen sådan organisation"),
        ("?ansvarig=finns-inte", "Det finns ingen sådan personuppgiftsansvarig"),
        ("?ansvarig=%00", "Det finns ingen sådan personuppgiftsansvarig"),
        ("?enhet=" + "a" * 3000, "Det finns ingen sådan enhet"),
        ("?enhet=%00", "Det finns ingen sådan enhet"),
    ],
)
def test_bad_values_get_a_clear_message_and_the_choices(dpo: Client, ledger: Any, query: str, words: str) -> None:
    for address in (PAGE, PDF, JSON):
        response = dpo.get(address + query)
        assert response.status_code == 400
        assert words in response.content.decode()
        assert '<option value="eb">' in response.content.decode()
        assert '<option value="tn">' in response.content.decode()


def test_as_many_queries_for_thirty_activities_as_for_three(dpo: Client, activity: ProcessingActivity) -> None:
    addresses = [PAGE, JSON + "?enhet=eb", JSON + "?lage=utkast"]
    fill(activity, 3)
    publishing.publish(activity, by="dpo", reason="x")
    few = [queries(dpo, address) for address in addresses]
    for number in range(30):
        unit = Unit.objects.create(organisation=activity.organisation, name=f"Enhet {number}", slug=f"e{number}")
        more = ProcessingActivity.objects.create(
            organisation=activity.organisation, unit=unit, name=f"B{number}", slug=f"b{number}"
        )
        models.Purpose.objects.create(activity=more, text="Ändamål")
        fill(more, 1)
        publishing.publish(more, by="dpo", reason="x")
    assert [queries(dpo, address) for address in addresses] == few
    assert max(few) < 60


def test_list_and_overview_lead_to_it_and_it_leads_to_the_files(dpo: Client, ledger: Any) -> None:
    for address in (LIST, "/admin/"):
        assert f'href="{PAGE}"' in dpo.get(address).content.decode()
    html = page(dpo, "?enhet=eb&lage=utkast")
    assert f'href="{PDF}?enhet=eb&amp;lage=utkast"' in html
    assert '<option value="utkast" selected>' in html
    named = dpo.get(JSON + "?enhet=eb%0A&lage=utkast").headers["Content-Disposition"]
    assert named == f'attachment; filename="register-utkast-eb-{timezone.localdate()}.json"'


@pytest.mark.parametrize("kind", ["docx", "xlsx", "csv"])
def test_other_files_hold_what_is_internal_too(dpo: Client, ledger: Any, kind: str) -> None:
    address = f"{LIST}register.{kind}?enhet=eb&lage=utkast"
    assert f'href="{address.replace("&", "&amp;")}"' in page(dpo, "?enhet=eb&lage=utkast")
    response = dpo.get(address)
    assert f'register-utkast-eb-{timezone.localdate()}.{kind}"' in response.headers["Content-Disposition"]
    assert "Försörjningsstöd" in text_of(response.content)
    published = text_of(dpo.get(f"{LIST}register.{kind}").content)
    assert ("Bara internt" in published, "UTKAST" in published) == (True, False)


def test_the_pdf_is_made_outside_the_worker_and_kept_nowhere(
    people: dict[str, User], ledger: Any, tmp_path: Path
) -> None:
    response = list(made(browser(people["editor"]), PDF + "?datum=2026-02-10"))[-1]
    assert response.headers["Content-Type"] == "application/pdf"
    text = " ".join(" ".join(p.extract_text().split()) for p in pypdf.PdfReader(io.BytesIO(response.content)).pages)
    for words in ("Exempelby kommun (en del)", "Försörjningsstöd", "Bara internt", "Läget den 2026-02-10"):
        assert words in text
    assert "UTKAST" not in text
    assert "Verkstad" not in text
    assert [f.suffix for f in (tmp_path / "exports").iterdir() if f.suffix in {".pdf", ".json"}] == []
