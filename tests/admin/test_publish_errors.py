"""Publishing while errors stand: a reason is asked for, kept, and shown to staff and nobody else."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils.html import escape
from django.utils.timezone import localtime

from ropa import drafts, models, publishing, rules
from ropa.models import ProcessingActivity, Publication
from ropa.record import Audience
from tests.demo_fixture import LAST, record

from .conftest import CHANGE, LIST

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough, pytest.mark.usefixtures("standing")]

PAGE = "/admin/ropa/processingactivity/{}/{}/"
REASON = "Avtalet skrivs under på måndag"


def send(client: Client, activity: ProcessingActivity, **said: str) -> str:
    activity.refresh_from_db()
    sent = {"revision": str(activity.revision), **said}
    return str(client.post(PAGE.format(activity.pk, "publish"), sent, follow=True).content.decode())


@pytest.fixture
def sound(dpo: Client) -> ProcessingActivity:
    """An activity of the demo in which no error stands, with the same DPO."""
    made = drafts.save(record(LAST["bygglov"]))
    user = User.objects.get(username="dpo")
    models.Membership.objects.create(user=user, organisation=made.organisation, role="dpo")
    publishing.reindex([made])
    return made


def test_the_page_says_what_stands_and_asks_why(dpo: Client, activity: ProcessingActivity) -> None:
    page = dpo.get(PAGE.format(activity.pk, "publish")).content.decode()
    assert "Varför publiceras den trots att fel kvarstår?" in page
    assert "R43" in page
    assert f"/processingactivity/{activity.pk}/change/#finding-1" in page


def test_without_a_reason_nothing_is_published_and_it_is_said_at_the_field(
    dpo: Client, activity: ProcessingActivity
) -> None:
    for reason in ("", "   "):
        page = send(dpo, activity, reason=reason)
        assert "fel kvarstår" in page.split('id="reason_error"')[1].split("</ul>")[0]
        asked, field = re.search(
            r'<label for="reason">(.*?)</p>.*?(<input[^>]* name="reason"[^>]*>)', page, re.DOTALL
        ).groups()  # type: ignore[union-attr]
        assert "trots att fel kvarstår" in asked
        assert "Frivilligt" not in asked
        assert {"required", "autofocus"} <= set(field.strip("<>").split())
    assert not Publication.objects.exists()


def test_where_nothing_stands_it_is_published_without_a_word(dpo: Client, sound: ProcessingActivity) -> None:
    assert "Varför publiceras den?" in dpo.get(PAGE.format(sound.pk, "publish")).content.decode()
    assert "är publicerad, version 1" in send(dpo, sound)
    assert Publication.objects.get().note == ""


def test_staff_read_reason_and_errors_in_the_ledger_and_in_the_history(
    dpo: Client, activity: ProcessingActivity
) -> None:
    told = send(dpo, activity, reason=REASON)
    assert "är publicerad, version 1" in told
    assert "Skälet finns kvar under Publiceringar" in told
    made = Publication.objects.get()
    codes = publishing.Published(made, Audience.DRAFT).findings
    history = dpo.get(PAGE.format(activity.pk, "history")).content.decode()
    entry = history.split("Version 1: publicerad")[1].split("</article>")[0]
    assert REASON in entry
    page = dpo.get(f"/admin/ropa/publication/{made.pk}/change/").content.decode()
    for told in (entry, page):
        assert "R43 " in told
    assert REASON in page
    assert str(rules.BY_CODE["R43"].title) in page
    for found in publishing.standing(drafts.load(activity)):
        assert (escape(str(found.message)) in page) == (found.rule.code in codes)
    assert "<title>Försörjningsstöd, version 1: Publicerad" in page
    assert localtime(made.at).strftime(">%Y-%m-%d %H:%M<") in page
    for address in (CHANGE.format(activity.pk), f"/behandlingar/{activity.slug}/version/1/"):
        assert f'href="{address}"' in page
    assert f"/admin/ropa/publication/{made.pk}/change/" in dpo.get("/admin/ropa/publication/").content.decode()


def test_the_public_reads_neither(dpo: Client, client: Client, activity: ProcessingActivity) -> None:
    send(dpo, activity, reason=REASON)
    for address in ("", "andringar/", "version/1/"):
        page = client.get(f"/behandlingar/{activity.slug}/{address}").content.decode()
        assert "Försörjningsstöd" in page
        assert REASON not in page
        assert "R43" not in page


def test_of_several_those_with_errors_are_refused_by_name(
    dpo: Client, activity: ProcessingActivity, sound: ProcessingActivity
) -> None:
    chosen = {"action": "publish_selected", "_selected_action": [str(activity.pk), str(sound.pk)]}
    asked = dpo.post(LIST, chosen).content.decode()
    line = asked.split(">Försörjningsstöd</a>")[1].split("</li>")[0]
    assert "fel" in line
    chosen |= {f"revision-{row.pk}": str(row.revision) for row in ProcessingActivity.objects.all()}
    told = dpo.post(LIST, {**chosen, "apply": "1"}, follow=True).content.decode()
    assert "Försörjningsstöd: " in told
    assert "R43" in told
    assert [row.slug for row in Publication.objects.all()] == ["bygglov"]
    dpo.post(LIST, {**chosen, "apply": "1", "reason": REASON})
    assert Publication.objects.get(slug=activity.slug).note == REASON
