"""The first page of the workplace: what waits for whom, and how current the register is."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from ropa import publishing
from ropa.admin import worklist
from ropa.admin.standing import standings
from ropa.models import DraftFinding, DraftIndex, Membership, Organisation, ProcessingActivity, ReviewStep, Unit

from .conftest import CHANGE, browser, person

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

FIRST = "/admin/"
PAST, FUTURE = date(2026, 1, 1), date(2999, 1, 1)
QUERIES = 13
"""Of the first page for who edits in a unit and publishes, whatever the size of the register."""


def put(
    unit: Unit, name: str, state: str = "draft", review: str = "", due: date | None = None, errors: int = 0, **own: Any
) -> ProcessingActivity:
    """Make an activity that the index says this of."""
    made = ProcessingActivity.objects.create(
        organisation=unit.organisation, unit=unit, name=name, slug=f"{unit.slug}-{name.lower()}", **own
    )
    DraftIndex.objects.create(activity=made, state=state, review=review, review_due=due)
    for n in range(errors):
        DraftFinding.objects.create(activity=made, rule=f"R{n}", severity="error", field="name")
    if review:
        at = datetime(2026, 5, 1 + ReviewStep.objects.count() % 28, 12, tzinfo=UTC)
        ReviewStep.objects.create(activity=made, kind=review, revision=made.revision, by="anna", at=at)
    return made


def sections(user: User) -> dict[str, list[str]]:
    """Return section -> the names on its lines."""
    found = worklist.sections(user, standings(user))
    return {section.name: [task.name for task in section.tasks] for section in found}


@pytest.fixture
def who(town: Organisation, unit: Unit) -> dict[str, User]:
    return {
        "dpo": person("dpo", town, "dpo"),
        "editor": person("editor", town, "editor", unit),
        "reader": person("reader", town, "reader"),
    }


WAITS: list[tuple[dict[str, Any], str, str]] = [
    # what the index says                              for who publishes    for who edits
    ({"review": "submitted"},                          "submitted",         "submitted"),
    ({"review": "submitted", "state": "changed"},      "submitted",         "submitted"),
    ({"review": "returned"},                           "returned",          "returned"),
    ({"state": "draft"},                               "never",             "open"),
    ({"state": "changed"},                             "changed",           "open"),
    ({"state": "published"},                           "",                  ""),
    ({"state": "withdrawn"},                           "",                  ""),
    ({"state": "published", "due": FUTURE},            "",                  ""),
    ({"state": "published", "due": PAST},              "overdue",           "overdue"),
    ({"state": "changed", "due": PAST},                "overdue changed",   "overdue open"),
    ({"state": "withdrawn", "due": PAST},              "",                  ""),
    ({"state": "published", "errors": 2},              "errors",            "errors"),
    ({"state": "draft", "errors": 1},                  "errors never",      "errors open"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "publisher", "editor"), WAITS)
def test_what_waits_for_whom(
    who: dict[str, User], unit: Unit, said: dict[str, Any], publisher: str, editor: str
) -> None:
    put(unit, "Lån", **said)
    assert [*sections(who["dpo"])] == publisher.split()
    assert [*sections(who["editor"])] == editor.split()
    assert sections(who["reader"]) == {}


def test_a_review_is_overdue_from_its_day(who: dict[str, User], unit: Unit) -> None:
    put(unit, "I dag", state="published", due=timezone.localdate())
    put(unit, "I morgon", state="published", due=timezone.localdate() + timedelta(days=1))
    assert sections(who["dpo"]) == {"overdue": ["I dag"]}


def test_what_has_waited_longest_and_what_is_worst_comes_first(who: dict[str, User], unit: Unit) -> None:
    for name, due in (("Två", date(2026, 2, 2)), ("Ett", PAST), ("Tre", date(2026, 3, 3))):
        put(unit, name, state="published", due=due)
    for name in ("Zebra", "Apa"):
        put(unit, name, review="submitted")
    put(unit, "Några fel", state="published", errors=2)
    put(unit, "Många fel", state="published", errors=5, owner=who["editor"])
    assert sections(who["dpo"]) == {
        "submitted": ["Zebra", "Apa"],
        "overdue": ["Ett", "Två", "Tre"],
        "errors": ["Många fel", "Några fel"],
    }


def test_an_editor_sees_the_own_first_and_they_are_marked(who: dict[str, User], unit: Unit) -> None:
    for name in ("Åsna", "Öl", "Apa"):
        put(unit, name, owner=who["editor"] if name == "Öl" else None)
    assert sections(who["editor"])["open"] == ["Öl", "Apa", "Åsna"]
    page = browser(who["editor"]).get(FIRST).content.decode()
    assert re.findall(r'>(\w+)</a> <span class="mark">din<', page) == ["Öl"]


def test_who_publishes_in_one_unit_and_edits_in_another_has_both_lists(town: Organisation, unit: Unit) -> None:
    both = person("both", town, "dpo", unit)
    beside = Unit.objects.create(organisation=town, name="Biblioteket", slug="bibliotek")
    Membership.objects.create(user=both, organisation=town, role="editor", unit=beside)
    put(unit, "Bistånd", review="submitted")
    put(beside, "Lån", review="returned")
    found = worklist.sections(both, standings(both))
    assert [(s.tasks[0].name, s.title) for s in found] == [
        ("Bistånd", "Inlämnade: publicera eller lämna tillbaka"),
        ("Lån", "Återlämnade till dig"),
    ]


def test_an_editor_given_the_capability_has_a_publishers_list(who: dict[str, User], unit: Unit) -> None:
    Membership.objects.filter(user=who["editor"]).update(publishes=True)
    Membership.objects.filter(user=who["dpo"]).update(publishes=False)
    put(unit, "Lån")
    assert [*sections(who["editor"])] == ["never"]
    assert [*sections(who["dpo"])] == ["open"]


def test_nothing_of_others_is_told(
    people: dict[str, User], activity: ProcessingActivity, elsewhere: ProcessingActivity
) -> None:
    seen = {who: browser(user).get(FIRST).content.decode() for who, user in people.items() if user}
    for who, page in seen.items():
        assert ("Försörjningsstöd" in page) == (who in {"dpo", "editor"}), who
        assert ("Ekonomiskt bistånd" in page) == (who in {"dpo", "editor", "reader"}), who
        assert ("Grannens hemlighet" in page) == (who == "dpo elsewhere"), who


def test_submitted_and_returned_are_told_with_who_when_and_why(
    people: dict[str, User], activity: ProcessingActivity
) -> None:
    people["editor"].first_name, people["editor"].last_name = "Eva", "Ek"
    people["editor"].save()
    at = datetime(2026, 5, 1, 23, tzinfo=UTC)
    publishing.review.submit(activity, by=people["editor"], comment="Ny <b>mottagare</b>", at=at)
    page = browser(people["dpo"]).get(FIRST).content.decode()
    line = page.split('class="duty duty-submitted"')[1].split("</section>")[0]
    assert "inlämnad 2026-05-02 av Eva Ek" in line, "the day in Stockholm"
    assert "Ny &lt;b&gt;mottagare&lt;/b&gt;" in line
    assert f'href="{CHANGE.format(activity.pk)}">Försörjningsstöd</a>' in line
    assert "Ekonomiskt bistånd" in line
    publishing.review.give_back(activity, by=people["dpo"], comment="Ange gallring", at=at + timedelta(days=1))
    page = browser(people["editor"]).get(FIRST).content.decode()
    assert "återlämnad 2026-05-03 av dpo" in page
    assert "Ange gallring" in page
    assert "mottagare&lt;" not in page, "what was said before"


def test_what_is_changed_is_told_with_the_last_to_change_it(
    people: dict[str, User], activity: ProcessingActivity
) -> None:
    row = activity.purposes.first()
    assert row
    row.text = "Något annat"
    row._history_user = people["editor"]  # type: ignore[attr-defined]
    row.save()
    page = browser(people["dpo"]).get(FIRST).content.decode()
    assert f"ändrad {timezone.localdate()} av editor" in page


@pytest.mark.parametrize("n", [1, 10, 12])
def test_a_section_shows_ten_and_tells_how_many_there_are(who: dict[str, User], unit: Unit, n: int) -> None:
    for number in range(n):
        put(unit, f"B{number:02}")
    page = browser(who["dpo"]).get(FIRST).content.decode()
    section = page.split('class="duty duty-never"')[1].split("</section>")[0]
    assert f'<span class="count">{n}</span>' in section
    assert section.count("<li>") == min(n, 10)
    assert (f"Visa alla {n}" in section) == (n > 1)


def test_it_says_kindly_that_nothing_waits(who: dict[str, User], unit: Unit) -> None:
    empty = {name: browser(user).get(FIRST).content.decode() for name, user in who.items()}
    assert all("Det finns inga behandlingar ännu" in page for page in empty.values())
    assert ["Lägg till den första" in empty[name] for name in who] == [True, True, False]
    put(unit, "Lån", state="published")
    full = {name: browser(user).get(FIRST).content.decode() for name, user in who.items()}
    assert ["Inget väntar på dig" in full[name] for name in who] == [True, True, False]
    assert all("Hur aktuellt registret är" in page for page in full.values())


def fill(unit: Unit) -> None:
    """Put one of every kind in a unit."""
    for n, (said, _publisher, _editor) in enumerate(WAITS):
        put(unit, f"B{n}", **said)


def queries(user: User) -> int:
    client = browser(user)
    with CaptureQueriesContext(connection) as taken:
        assert client.get(FIRST).status_code == 200
    return len(taken)


def test_as_many_queries_for_sixty_units_as_for_one(who: dict[str, User], town: Organisation, unit: Unit) -> None:
    both = person("both", town, "dpo", unit)
    Membership.objects.create(user=both, organisation=town, role="editor")
    fill(unit)
    fill(Unit.objects.create(organisation=town, name="Biblioteket", slug="bibliotek"))
    assert queries(both) == QUERIES
    below = unit
    for number in range(60):
        below = Unit.objects.create(organisation=town, name=f"E{number}", slug=f"e{number}", parent=below)
        put(below, "Ännu en", **WAITS[number % len(WAITS)][0])
    assert queries(both) == QUERIES
    assert max(queries(user) for user in who.values()) <= QUERIES


def numbers(page: str) -> list[tuple[str, int]]:
    """Return the address and the number of every link of the page that leads to the list of activities."""
    links = re.findall(r'<a[^>]* href="(/admin/ropa/processingactivity/\?[^"]+)"[^>]*>([^<]*\d[^<]*)<', page)
    return [(address.replace("&amp;", "&"), int(re.findall(r"\d+", words)[-1])) for address, words in links]


def listed(user: User, address: str) -> int:
    """Return how many activities the list shows at an address."""
    request = RequestFactory().get(address)
    request.user = user
    return int(admin.site.get_model_admin(ProcessingActivity).get_changelist_instance(request).result_count)


def test_every_number_leads_to_as_many_activities(town: Organisation, unit: Unit) -> None:
    both = person("both", town, "dpo", unit)
    Membership.objects.create(user=both, organisation=town, role="editor")
    fill(unit)
    fill(Unit.objects.create(organisation=town, name="Biblioteket", slug="bibliotek"))
    ProcessingActivity.objects.filter(unit__slug="bibliotek", name__in=["B3", "B4"]).update(unit=None)
    found = numbers(browser(both).get(FIRST).content.decode())
    assert len(found) > 30
    assert [(address, listed(both, address)) for address, _n in found] == found


def test_the_page_keeps_to_the_policy_of_content(who: dict[str, User], unit: Unit) -> None:
    fill(unit)
    page = browser(who["dpo"]).get(FIRST).content.decode()
    assert " style=" not in page
    assert not re.search(r"<script(?![^>]* src=)", page)


def test_swedish_and_english(who: dict[str, User], unit: Unit) -> None:
    put(unit, "Lån")
    with translation.override("en"):
        (section,) = worklist.sections(who["dpo"], standings(who["dpo"]))
        assert (section.title, section.tasks[0].said[:8]) == ("Never published, not submitted", "changed ")
    (section,) = worklist.sections(who["dpo"], standings(who["dpo"]))
    assert (section.title, section.tasks[0].said[:7]) == ("Aldrig publicerade, inte inlämnade", "ändrad ")
