"""Submit, take back, return, confirm, withdraw and make public again, by buttons and pages."""

import re
from typing import Any

import pytest
from django.test import Client

from ropa import publishing
from ropa.admin.verbs import BY_NAME
from ropa.models import DraftIndex, ProcessingActivity, Publication, ReviewStep

from .browserless import fields
from .conftest import CHANGE, LIST, browser

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough, pytest.mark.usefixtures("standing")]

PAGE = "/admin/ropa/processingactivity/{}/{}/"


@pytest.fixture
def editor(people: dict[str, Any]) -> Client:
    return browser(people["editor"])


@pytest.fixture
def public(activity: ProcessingActivity) -> ProcessingActivity:
    publishing.publish(activity, by="dpo", reason="Prov")
    activity.refresh_from_db()
    return activity


def seen(client: Client, activity: ProcessingActivity, verb: str = "") -> str:
    address = PAGE.format(activity.pk, verb) if verb else CHANGE.format(activity.pk)
    return str(client.get(address).content.decode())


def do(client: Client, activity: ProcessingActivity, verb: str, **said: str) -> str:
    """Do it as its page would, with the newest revision unless said otherwise; return where that leads."""
    activity.refresh_from_db()
    sent = {"revision": str(activity.revision), **said}
    return str(client.post(PAGE.format(activity.pk, verb), sent, follow=True).content.decode())


def offered(page: str) -> set[str]:
    """Return the verbs that the head of the form has a button for."""
    head = page.split('class="standing"')[1].split("</ul>")[0]
    found = re.findall(r"/processingactivity/\d+/(\w+)/", head)
    return set(found) & set(BY_NAME)


def kinds(activity: ProcessingActivity) -> list[str]:
    return [step.kind for step in activity.steps.all()]


def submitted(activity: ProcessingActivity, by: Any = "eva") -> ReviewStep:
    return publishing.review.submit(activity, by=by, comment="Klar för granskning")


def test_an_editor_submits_and_who_publishes_reads_it(
    editor: Client, dpo: Client, activity: ProcessingActivity
) -> None:
    page = seen(editor, activity, "submit")
    assert "aldrig publicerats" in page
    assert "R43" in page, "what is found is shown"
    assert "är inlämnad" in do(editor, activity, "submit", comment="Klar för granskning")
    assert (activity.steps.get().by, activity.steps.get().revision) == ("editor", activity.revision)
    for shown in (seen(dpo, activity), seen(dpo, activity, "publish")):
        assert "av editor" in shown
        assert "Klar för granskning" in shown


@pytest.mark.parametrize(
    ("who", "stands", "expected"),
    [
        ("editor", "draft", {"submit"}),
        ("editor", "submitted", {"take_back"}),
        ("editor", "returned", {"submit"}),
        ("editor", "published", {"confirm"}),
        ("editor", "withdrawn", {"submit"}),
        ("dpo", "draft", {"publish"}),
        ("dpo", "submitted", {"return", "publish"}),
        ("dpo", "published", {"withdraw", "confirm", "publish"}),
        ("dpo", "withdrawn", {"restore", "publish"}),
        ("reader", "submitted", set()),
        ("reader", "published", set()),
    ],
)
def test_the_head_of_the_form_offers_what_may_be_done(
    people: dict[str, Any], activity: ProcessingActivity, who: str, stands: str, expected: set[str]
) -> None:
    if stands in {"submitted", "returned"}:
        submitted(activity)
    if stands == "returned":
        publishing.review.give_back(activity, by="dpo", comment="Ange lagen")
    if stands in {"published", "withdrawn"}:
        publishing.publish(activity, by="dpo", reason="Prov")
    if stands == "withdrawn":
        publishing.withdraw(activity, by="dpo")
    page = seen(browser(people[who]), activity)
    assert offered(page) == expected
    assert ("Ange lagen" in page) is (stands == "returned")


def test_with_the_two_person_rule_a_publisher_submits_too(dpo: Client, activity: ProcessingActivity) -> None:
    activity.organisation.two_person_rule = True
    activity.organisation.save()
    assert offered(seen(dpo, activity)) == {"submit", "publish"}
    page = seen(dpo, activity, "publish")
    assert "Det krävs två personer" in page
    assert "Publicera nu" not in page
    do(dpo, activity, "submit")
    assert "dpo lämnade in den" in seen(dpo, activity, "publish")
    assert "dpo lämnade in den" in do(dpo, activity, "publish", reason="Prov")
    assert not Publication.objects.exists()
    do(dpo, activity, "take_back")
    submitted(activity)
    do(dpo, activity, "publish", reason="Prov")
    assert Publication.objects.get().by == "dpo"


def test_a_submission_is_returned_with_a_comment_and_never_without(dpo: Client, activity: ProcessingActivity) -> None:
    submitted(activity)
    for nothing in ("", "   "):
        assert 'id="comment_error"' in do(dpo, activity, "return", comment=nothing)
    assert kinds(activity) == ["submitted"]
    assert "är återlämnad" in do(dpo, activity, "return", comment="Ange lagen")
    assert activity.steps.last().comment == "Ange lagen"  # type: ignore[union-attr]


def test_what_was_changed_meanwhile_is_said_and_nothing_typed_is_lost(
    dpo: Client, activity: ProcessingActivity
) -> None:
    submitted(activity)
    page = do(dpo, activity, "return", comment="Ange vilken lag", revision="0")
    assert "Någon ändrade behandlingen efter att du öppnade den" in page
    assert "Ange vilken lag" in page
    assert f'name="revision" value="{activity.revision}"' in page
    assert kinds(activity) == ["submitted"]


@pytest.mark.parametrize("verb", ["submit", "take_back", "return", "confirm", "withdraw", "restore", "publish"])
def test_every_step_names_the_revision_that_was_seen(dpo: Client, public: ProcessingActivity, verb: str) -> None:
    if verb in {"take_back", "return"}:
        ProcessingActivity.objects.get(pk=public.pk).save()
        public.name = "Nytt"
        public.save()
        submitted(public)
    if verb == "restore":
        publishing.withdraw(public, by="dpo")
    before = (kinds(public), Publication.objects.count())
    assert "Någon ändrade behandlingen" in do(dpo, public, verb, revision="0", comment="Ord", reason="Ord")
    assert "Det går inte längre att se" in do(dpo, public, verb, revision="x", comment="Ord")
    assert (kinds(public), Publication.objects.count()) == before


def test_an_edit_cancels_the_submission_and_says_so(editor: Client, activity: ProcessingActivity) -> None:
    submitted(activity)
    page = editor.get(CHANGE.format(activity.pk))
    assert "Om något ändras och sparas gäller inlämningen inte längre" in page.content.decode()
    unchanged = {**fields(page), "_continue": "1"}
    saved = editor.post(CHANGE.format(activity.pk), unchanged, follow=True).content.decode()
    assert "Inlämningen gäller inte längre" not in saved
    saved = editor.post(CHANGE.format(activity.pk), {**unchanged, "name": "Nytt namn"}, follow=True).content.decode()
    assert "Inlämningen gäller inte längre" in saved
    assert DraftIndex.objects.get(activity=activity).review == ""


def test_one_click_confirms_and_shows_the_day(editor: Client, public: ProcessingActivity) -> None:
    said = do(editor, public, "confirm")
    assert "är bekräftad" in said
    row = Publication.objects.last()
    assert row is not None
    assert (row.kind, row.version, row.by) == ("confirmed", 1, "editor")
    assert f"bekräftad {row.at:%Y-%m-%d}" in said


def test_what_is_changed_is_not_confirmed(editor: Client, public: ProcessingActivity) -> None:
    public.name = "Nytt"
    public.save()
    publishing.reindex([public])
    assert "Bara det som är publicerat och inte har ändrats" in seen(editor, public, "confirm")
    do(editor, public, "confirm")
    assert not Publication.objects.filter(kind="confirmed").exists()


def test_a_withdrawal_is_undone(dpo: Client, public: ProcessingActivity) -> None:
    publishing.withdraw(public, by="dpo")
    assert "är offentlig igen" in do(dpo, public, "restore", reason="Återkallad av misstag")
    row = Publication.objects.last()
    assert row is not None
    assert (row.kind, row.note) == ("published", "Återkallad av misstag")


@pytest.mark.parametrize("verb", ["submit", "take_back", "return", "confirm", "restore"])
def test_who_may_not_does_nothing_by_posting(people: dict[str, Any], public: ProcessingActivity, verb: str) -> None:
    """With all that the verb asks for; that everybody else may not either is in `tests/rights`."""
    do(browser(people["editor of another unit"]), public, verb, comment="Ord", reason="Ord")
    assert not public.steps.exists()
    assert Publication.objects.count() == 1


@pytest.mark.parametrize("verb", ["return", "withdraw", "restore", "publish"])
def test_an_editor_does_not_do_what_takes_the_capability(
    editor: Client, activity: ProcessingActivity, verb: str
) -> None:
    submitted(activity)
    assert editor.get(PAGE.format(activity.pk, verb)).status_code == 403
    do(editor, activity, verb, comment="Ord", reason="Ord")
    assert kinds(activity) == ["submitted"]
    assert not Publication.objects.exists()


def test_the_list_says_what_is_submitted(dpo: Client, activity: ProcessingActivity) -> None:
    submitted(activity)
    page = dpo.get(LIST).content.decode()
    assert '<span class="state state-draft">Utkast</span> <span class="state review-submitted">inlämnad</span>' in page
