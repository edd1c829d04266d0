"""What the command that mails tells its operator, and how it ends."""

import io
import json
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.utils import timezone

from ropa import publishing
from ropa.admin.imports.limits import KEPT
from ropa.models import Import, Membership, Organisation, ProcessingActivity, Reminder

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]


@pytest.fixture(autouse=True)
def overdue() -> None:
    """Two DPOs with addresses and one without, and a review that is overdue since long."""
    town = Organisation.objects.create(name="Exempelby kommun", slug="exempelby")
    for name, address in (("ann", "ann@example.org"), ("bo", "bo@example.org"), ("cia", "")):
        user = User.objects.create_user(name, address, is_staff=True)
        Membership.objects.create(user=user, organisation=town, role="dpo")
    row = ProcessingActivity.objects.create(organisation=town, slug="lan", name="Lån", reviewed_on=date(2020, 1, 1))
    publishing.reindex([row])


class Refusing(EmailBackend):
    """A mail server that does not know Ann."""

    def send_messages(self, messages: Any) -> int:
        if messages[0].to == ["ann@example.org"]:
            raise OSError("no such mailbox")
        return int(super().send_messages(messages))


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("send_reminders", *arguments, stdout=out)
    return out.getvalue()


def test_who_was_told_and_who_has_no_address() -> None:
    said = run()
    assert "sent: ann ann@example.org (1 review)" in said
    assert "without address: cia  (1 review)" in said
    assert said.endswith("2 sent, 1 without address, 0 failed\n")
    assert "0 sent, 1 without address" in run()
    User.objects.filter(username="cia").update(email="cia@example.org")
    assert "1 sent, 0 without address" in run()


def test_a_dry_run_tells_and_sends_nothing() -> None:
    data = json.loads(run("--dry-run", "--json"))
    assert data["dry_run"] is True
    assert data["sent"][0] == {"user": "ann", "email": "ann@example.org", "matters": {"review": ["lan"]}}
    assert [one["user"] for one in data["without_address"]] == ["cia"]
    assert mail.outbox == []
    assert not Reminder.objects.exists()


def test_a_server_that_fails_stops_no_other_and_is_tried_again(settings: Any) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    out = io.StringIO()
    with pytest.raises(CommandError, match="1 mails could not be sent"):
        call_command("send_reminders", stdout=out)
    assert "failed: ann ann@example.org (1 review): OSError: no such mailbox" in out.getvalue()
    assert [message.to for message in mail.outbox] == [["bo@example.org"]]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert "1 sent" in run()


def test_imports_that_nobody_saved_are_deleted_in_time() -> None:
    at, now = timezone.now() - KEPT * 2, timezone.now()
    town = Organisation.objects.get()
    for when, state in ((at, "ready"), (at, "saved"), (now, "ready")):
        Import.objects.create(organisation=town, by="ann", at=when, state=state)
    run("--dry-run")
    assert Import.objects.count() == 3
    run()
    assert set(Import.objects.values_list("at", "state")) == {(at, "saved"), (now, "ready")}
