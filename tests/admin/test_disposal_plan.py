"""The disposal plan in the workplace: who sees what of it, for which unit and day, and as which files."""

import csv
import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pypdf
import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from ropa import models, publishing
from ropa.models import Organisation, ProcessingActivity, RetentionRule, Unit
from ropa.pages import rendered
from ropa.publishing.reading import LOCAL

from .conftest import LIST, browser
from .test_size import fill, queries

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough, pytest.mark.usefixtures("standing")]

PLAN = "/admin/ropa/unit/disposal-plan/"
CSV, PDF = "/admin/ropa/unit/disposal-plan.csv", "/admin/ropa/unit/disposal-plan.pdf"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Any) -> None:
    settings.DATA_DIR = tmp_path


def ruled(activity: ProcessingActivity, **fields: Any) -> ProcessingActivity:
    RetentionRule.objects.create(activity=activity, action="dispose", **fields)
    publishing.reindex([activity])
    return activity


@pytest.fixture(scope="module")
def planned(standing: ProcessingActivity) -> None:
    """An activity in a unit below another, one in a unit beside, one of another municipality; each with a rule."""
    unit: Any = standing.unit
    ruled(standing, documents="Ansökningar", period="P5Y", decision_reference="SN 2025/7")
    ruled(ProcessingActivity.objects.get(slug="grannens"), documents="Grannens handlingar")
    other = Unit.objects.create(organisation=unit.organisation, name="Ånghammaren", slug="ang")
    beside = ProcessingActivity.objects.create(organisation=unit.organisation, unit=other, name="Verkstad", slug="v")
    ruled(beside, documents="Arbetsorder")


@pytest.fixture
def plans(planned: None, activity: ProcessingActivity) -> ProcessingActivity:
    return activity


def page(client: Client, query: str = "", status: int = 200) -> str:
    response = client.get(PLAN + query)
    assert response.status_code == status
    assert "no-store" in response.headers["Cache-Control"]
    return response.content.decode()


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("dpo", {"Ansökningar", "Arbetsorder"}),
        ("reader", {"Ansökningar", "Arbetsorder"}),
        ("editor", {"Ansökningar"}),
        ("editor of another unit", set()),
        ("dpo elsewhere", {"Grannens handlingar"}),
    ],
)
def test_everybody_sees_the_rules_of_what_they_may_see(
    who: str, seen: set[str], plans: Any, people: dict[str, User]
) -> None:
    client, all_of_them = browser(people[who]), {"Ansökningar", "Arbetsorder", "Grannens handlingar"}
    assert {words for words in all_of_them if words in page(client)} == seen
    assert {words for words in all_of_them if words in client.get(CSV).content.decode()} == seen


@pytest.mark.parametrize("address", [PLAN, CSV, PDF])
@pytest.mark.parametrize("who", ["staff without membership", "anonymous"])
def test_nobody_else_enters(who: str, address: str, plans: Any, people: dict[str, User | None]) -> None:
    response = browser(people[who]).get(address)
    assert (response.status_code, response.headers["Location"][:13]) == (302, "/admin/login/")


def test_it_says_what_when_on_what_support_and_what_is_missing(dpo: Client, plans: Any) -> None:
    html = page(dpo)
    for words in (
        "Exempelby kommun", "Socialnämnden", "Ekonomiskt bistånd", "Försörjningsstöd", "Ansökningar", "Gallra (förstöra)",
        "Efter fem år", "Gallringsbeslut: SN 2025/7", "Det är inte angivet vad tiden räknas från.", "Sammanfattning",
        "säger något annat än det som är publicerat",
    ):  # fmt: skip
        assert words in html, words


def test_a_unit_is_shown_with_those_below_it(dpo: Client, plans: ProcessingActivity, unit: Unit) -> None:
    above = Unit.objects.create(organisation=unit.organisation, name="Förvaltningen", slug="forvaltningen")
    unit.parent = above
    unit.save()
    for slug, seen in (("eb", True), ("forvaltningen", True), ("ang", False)):
        html = page(dpo, f"?enhet={slug}")
        assert ("Ansökningar" in html, "Arbetsorder" in html) == (seen, not seen)
        assert f'<option value="{slug}" selected>' in html
    assert "Förvaltningen › Ekonomiskt bistånd" in page(dpo)
    assert "<strong>Förvaltningen</strong>" in page(dpo, "?enhet=forvaltningen")


def test_a_unit_without_activities_says_so(dpo: Client, plans: Any, unit: Unit) -> None:
    Unit.objects.create(organisation=unit.organisation, name="Tomma huset", slug="tomma")
    html = page(dpo, "?enhet=tomma")
    assert "Här finns inga behandlingar som du får se." in html
    assert "<strong>Tomma huset</strong>" in html


def test_a_day_shows_what_was_published_then(dpo: Client, plans: ProcessingActivity) -> None:
    publishing.publish(plans, by="dpo", reason="Luckorna är kända", at=datetime(2026, 2, 10, 12, tzinfo=LOCAL))
    RetentionRule.objects.filter(activity=plans).update(documents="Ändrade handlingar")
    html = page(dpo, "?datum=2026-02-10")
    assert "Ansökningar" in html
    assert "SN 2025/7" in html  # the authority's view: staff see what is internal
    assert "publicerat den 2026-02-10" in html
    assert "Arbetsorder" not in html
    assert "Ändrade handlingar" in page(dpo)
    assert "Inget som du får se var publicerat då." in page(dpo, "?datum=2026-02-09")


def test_nobody_sees_what_others_published(people: dict[str, User], plans: ProcessingActivity) -> None:
    publishing.publish(plans, by="dpo", reason="Luckorna är kända", at=datetime(2026, 2, 10, 12, tzinfo=LOCAL))
    assert "Ansökningar" in page(browser(people["editor"]), "?datum=2026-02-10")
    for who in ("editor of another unit", "dpo elsewhere"):
        assert "Ansökningar" not in page(browser(people[who]), "?datum=2026-02-10")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?datum=igår", "Det är inget datum"),
        ("?datum=2026-02-30", "Det är inget datum"),
        ("?datum=9999-12-31", "Den dagen har inte k"),
        ("?enhet=finns-inte", "Det finns ingen sådan enhet"),
        ("?enhet=%00", "Det finns ingen sådan enhet"),
        ("?enhet=" + "a" * 3000, "Det finns ingen sådan enhet"),
        ("?datum=2026-02-10&enhet=finns-inte", "Det finns ingen sådan enhet"),
    ],
)
def test_bad_values_get_a_clear_message_and_the_choices(dpo: Client, plans: Any, query: str, words: str) -> None:
    for address in (PLAN, CSV, PDF):
        response = dpo.get(address + query)
        assert response.status_code == 400
        assert words in response.content.decode()
        assert '<option value="eb">' in response.content.decode()


def test_a_bad_day_leaves_the_unit_chosen(dpo: Client, plans: Any) -> None:
    assert '<option value="eb" selected>' in page(dpo, "?enhet=eb&datum=x", 400)


def test_a_unit_of_another_municipality_is_no_unit(dpo: Client, plans: Any, elsewhere: ProcessingActivity) -> None:
    Unit.objects.create(organisation=elsewhere.organisation, name="Grannens enhet", slug="grannenhet")
    assert "Grannens enhet" not in page(dpo, "?enhet=grannenhet", 400)


def test_as_many_queries_for_thirty_activities_as_for_three(dpo: Client, activity: ProcessingActivity) -> None:
    fill(activity, 3)
    publishing.publish(activity, by="dpo", reason="x")
    day = publishing.current()[0].at.astimezone(LOCAL).date().isoformat()
    few = [queries(dpo, PLAN), queries(dpo, f"{PLAN}?enhet=eb"), queries(dpo, f"{PLAN}?datum={day}")]
    for number in range(30):
        above = Unit.objects.create(organisation=activity.organisation, name=f"Enhet {number}", slug=f"e{number}")
        made = ProcessingActivity.objects.create(
            organisation=activity.organisation, unit=above, name=f"B{number}", slug=f"b{number}"
        )
        models.Purpose.objects.create(activity=made, text="Ändamål")
        fill(made, 1)
        publishing.publish(made, by="dpo", reason="x")
    assert [queries(dpo, PLAN), queries(dpo, f"{PLAN}?enhet=eb"), queries(dpo, f"{PLAN}?datum={day}")] == few
    assert max(few) < 60


def test_list_and_unit_lead_to_it(dpo: Client, plans: Any, unit: Unit) -> None:
    assert f'href="{PLAN}"' in dpo.get(LIST).content.decode()
    assert f'href="{PLAN}?enhet=eb"' in dpo.get(f"/admin/ropa/unit/{unit.pk}/change/").content.decode()


def test_drafts_that_say_what_is_published_lead_to_the_published_plan(dpo: Client, plans: ProcessingActivity) -> None:
    today = f"enhet=eb&amp;datum={timezone.localdate()}"
    html = page(dpo, "?enhet=eb")
    assert "1 av 1 säger något annat än det som är publicerat" in html
    assert f'href="?{today}"' in html
    assert f'href="{PDF}?enhet=eb"' in html
    assert "skriva under" not in html
    publishing.publish(plans, by="dpo", reason="Luckorna är kända")
    html = page(dpo, "?enhet=eb")
    assert "detsamma som är publicerat" in html
    assert f'href="{PDF}?{today}"' in html
    assert "skriva under" in html


def test_the_name_of_a_file_of_drafts_says_so(dpo: Client, plans: ProcessingActivity) -> None:
    publishing.publish(plans, by="dpo", reason="Luckorna är kända")
    today = timezone.localdate()
    names = [dpo.get(CSV + query).headers["Content-Disposition"] for query in ("?enhet=eb", f"?enhet=eb&datum={today}")]
    assert names == [f'attachment; filename="gallringsplan-{x}eb-{today}.csv"' for x in ("utkast-", "")]


def test_the_page_leads_to_the_files_of_what_it_shows(dpo: Client, plans: Any) -> None:
    assert f'href="{CSV}?enhet=eb"' in page(dpo, "?enhet=eb")
    response = dpo.get(CSV + "?enhet=eb")
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="gallringsplan-utkast-eb-' in response.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    assert [(r["Enhet"], r["Vilka handlingar"], r["Diarienummer"]) for r in rows] == [
        ("Ekonomiskt bistånd", "Ansökningar", "SN 2025/7")
    ]


def made(client: Client, address: str) -> Iterator[Any]:
    for _attempt in range(200):
        response = client.get(address)
        yield response
        if response.status_code != 202:
            return


def test_the_pdf_is_made_outside_the_worker_and_kept_nowhere(
    dpo: Client, plans: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendered, "PATIENCE", 0.3)
    answers = list(made(dpo, PDF + "?enhet=eb"))
    if len(answers) > 1:
        assert answers[0].headers["Retry-After"] == "3"
        assert "PDF-filen håller på att göras" in answers[0].content.decode()
    response = answers[-1]
    assert response.headers["Content-Type"] == "application/pdf"
    text = " ".join(" ".join(p.extract_text().split()) for p in pypdf.PdfReader(io.BytesIO(response.content)).pages)
    assert "Ansökningar" in text
    assert "SN 2025/7" in text
    assert "UTKAST" in text
    assert [f.suffix for f in (tmp_path / "exports").iterdir() if f.suffix in {".pdf", ".json"}] == []
    assert (tmp_path / "exports").stat().st_mode & 0o077 == 0


def test_the_dpo_of_two_municipalities_sees_both(
    people: dict[str, User], plans: Any, elsewhere: ProcessingActivity, town: Organisation
) -> None:
    models.Membership.objects.create(user=people["dpo elsewhere"], organisation=town, role="reader")
    html = page(browser(people["dpo elsewhere"]))
    assert "Ansökningar" in html
    assert "Grannens handlingar" in html
    assert "Exempelby kommun, Grannby kommun" in html
