"""Who is told of what by mail: once, and only what they may see."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ropa import publishing, reminders
from ropa.models import Controller, Membership, Organisation, ProcessingActivity, Reminder, Unit
from ropa.publishing import review

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

TODAY = timezone.localdate()


@pytest.fixture
def town() -> Organisation:
    return Organisation.objects.create(name="Exempelby kommun", slug="exempelby")


@pytest.fixture
def team(town: Organisation) -> Unit:
    board = Controller.objects.create(organisation=town, name="Socialnämnden", slug="sn", kind="board")
    above = Unit.objects.create(organisation=town, name="Socialförvaltningen", slug="soc", controller=board)
    return Unit.objects.create(organisation=town, name="Hemtjänsten", slug="ht", parent=above)


def person(name: str, town: Organisation, role: str = "editor", **where: Any) -> User:
    user = User.objects.filter(username=name).first() or User.objects.create_user(
        name, f"{name}@example.org", is_staff=True
    )
    Membership.objects.create(user=user, organisation=town, role=role, **where)
    return user


def draft(team: Unit, slug: str = "hemtjanst", *, overdue: bool = False, **fields: Any) -> ProcessingActivity:
    reviewed = TODAY - timedelta(days=400 if overdue else 10)
    given = {"organisation": team.organisation, "unit": team, "slug": slug, "name": slug, "reviewed_on": reviewed}
    made = ProcessingActivity.objects.create(**{**given, **fields})
    publishing.reindex([made])
    return made


def told() -> dict[str, list[tuple[str, str]]]:
    """Return person -> what they would be told: kind and activity."""
    return {x.user.username: [(str(m.kind), m.activity.slug) for m in x.matters] for x in reminders.letters()}


def lose(user: User, what: str) -> None:
    """Let an account lose what it needs to see to anything."""
    if what == "the right":
        user.memberships.update(role="reader")
    elif what == "the account":
        user.delete()
    else:
        User.objects.filter(pk=user.pk).update(**{what: False})


def send() -> list[str]:
    """Send all that is new, and return to whom."""
    before = len(mail.outbox)
    for letter in list(reminders.letters()):
        reminders.send(letter, mail.get_connection())
    return [message.to[0] for message in mail.outbox[before:]]


class TestOverdueReviews:
    def test_the_owner_and_the_dpo_are_told(self, team: Unit) -> None:
        town = team.organisation
        owner = person("owner", town, unit=team)
        for name in ("dpo", "beside", "reader"):
            person(name, town, "dpo" if name == "dpo" else "reader" if name == "reader" else "editor", unit=None)
        draft(team, overdue=True, owner=owner)
        assert told() == {"owner": [("review", "hemtjanst")], "dpo": [("review", "hemtjanst")]}

    def test_without_an_owner_those_are_told_who_edit_in_the_unit_or_above(self, team: Unit) -> None:
        town = team.organisation
        person("here", town, unit=team)
        person("above", town, unit=team.parent)
        person("beside", town, unit=Unit.objects.create(organisation=town, name="Annan", slug="annan"))
        person("reads", town, "reader", unit=team)
        person("everywhere", town)
        draft(team, overdue=True)
        assert set(told()) == {"here", "above"}

    def test_an_owner_who_lost_the_right_is_not_told_and_the_unit_is(self, team: Unit) -> None:
        owner = person("owner", team.organisation, unit=team, until=TODAY - timedelta(days=1))
        person("here", team.organisation, unit=team)
        draft(team, overdue=True, owner=owner)
        assert set(told()) == {"here"}

    @pytest.mark.parametrize("lost", [{"is_active": False}, {"is_staff": False}])
    def test_who_cannot_log_in_is_not_told(self, team: Unit, lost: dict[str, bool]) -> None:
        person("dpo", team.organisation, "dpo")
        draft(team, overdue=True)
        User.objects.update(**lost)
        assert told() == {}

    def test_who_runs_the_installation_is_told_of_nothing_else_than_what_is_theirs(self, team: Unit) -> None:
        root = person("root", team.organisation, "reader")
        User.objects.create_superuser("bare", "bare@example.org")
        User.objects.filter(pk=root.pk).update(is_superuser=True)
        review.submit(draft(team, overdue=True), by="eva")
        assert told() == {}
        root.refresh_from_db()
        assert root.is_superuser

    def test_a_dpo_is_told_of_what_that_membership_reaches_and_not_of_all_they_may_read(self, team: Unit) -> None:
        town = team.organisation
        beside = Unit.objects.create(organisation=town, name="Annan", slug="annan", controller=team.parent.controller)
        for name, where in (("below", {"unit": team.parent}), ("beside", {"unit": beside})):
            person(name, town, "dpo", **where)
            person(name, town, "reader")
        person("board", town, "dpo", controller=beside.controller)
        draft(beside, "annat", overdue=True, owner=person("owner", town))
        draft(team, overdue=True, owner=User.objects.get(username="owner"))
        heard = {name: {slug for _kind, slug in matters} for name, matters in told().items()}
        assert heard == {
            "below": {"hemtjanst"},
            "beside": {"annat"},
            "board": {"annat"},
            "owner": {"annat", "hemtjanst"},
        }

    def test_who_edits_everywhere_and_reads_in_the_unit_does_not_keep_it(self, team: Unit) -> None:
        person("everywhere", team.organisation)
        person("everywhere", team.organisation, "reader", unit=team)
        draft(team, overdue=True)
        assert told() == {}

    def test_nobody_is_told_of_another_organisation(self, team: Unit) -> None:
        person("dpo", Organisation.objects.create(name="Grannby kommun", slug="grannby"), "dpo")
        review.submit(draft(team, overdue=True), by="eva")
        assert told() == {}

    def test_what_is_withdrawn_or_not_due_needs_no_review(self, team: Unit) -> None:
        person("dpo", team.organisation, "dpo")
        draft(team, "farsk")
        gone = draft(team, "borta", overdue=True)
        publishing.publish(gone, by="a", reason="Prov")
        publishing.withdraw(gone, by="a")
        assert told() == {}


class TestReview:
    def test_who_publishes_is_told_of_a_submission_and_who_submitted_is_not(self, team: Unit) -> None:
        town = team.organisation
        person("dpo", town, "dpo")
        person("publisher", town, unit=team, publishes=True)
        person("watcher", town, "dpo", publishes=False)
        person("editor", town, unit=team)
        review.submit(draft(team), by=User.objects.get(username="dpo"))
        assert told() == {"publisher": [("submission", "hemtjanst")]}

    def test_submitter_and_owner_are_told_of_a_return_if_they_still_edit(self, team: Unit) -> None:
        town = team.organisation
        eva, owner = person("eva", town, unit=team), person("owner", town, unit=team)
        person("editor", town, unit=team)
        row = draft(team, owner=owner)
        review.submit(row, by=eva)
        review.give_back(row, by="dpo", comment="Ange lagen")
        assert told() == {"eva": [("return", "hemtjanst")], "owner": [("return", "hemtjanst")]}
        Membership.objects.filter(user=eva).update(role="reader")
        assert set(told()) == {"owner"}

    @pytest.mark.parametrize("lost", ["is_active", "is_staff", "the right", "the account"])
    def test_the_unit_is_told_of_a_return_that_neither_submitter_nor_owner_can_see_to(
        self, team: Unit, lost: str
    ) -> None:
        town = team.organisation
        eva = person("eva", town, unit=team)
        for name, where in (("here", team), ("above", team.parent), ("returns", team), ("everywhere", None)):
            person(name, town, unit=where, publishes=name == "returns")
        person("reads", town, "reader", unit=team)
        row = draft(team)
        review.submit(row, by=eva)
        review.give_back(row, by=User.objects.get(username="returns"), comment="Ange lagen")
        assert set(told()) == {"eva"}
        lose(eva, lost)
        assert told() == {"here": [("return", "hemtjanst")], "above": [("return", "hemtjanst")]}

    def test_it_is_who_submitted_last_that_is_told_of_a_return(self, team: Unit) -> None:
        row = draft(team)
        for name in ("first", "last"):
            review.submit(row, by=person(name, team.organisation, unit=team))
            review.give_back(row, by="dpo", comment="Ange lagen")
        assert set(told()) == {"last"}

    def test_a_return_more_is_not_a_question_more(self, team: Unit) -> None:
        eva = person("eva", team.organisation, unit=team)
        asked = []
        for slug in ("a", "b", "c"):
            row = draft(team, slug)
            review.submit(row, by=eva)
            review.give_back(row, by="dpo", comment="Ange lagen")
            with CaptureQueriesContext(connection) as queries:
                assert len(told()["eva"]) == len(asked) + 1
            asked.append(len(queries))
        assert asked == asked[:1] * 3


class TestMail:
    @pytest.fixture
    def dpo(self, team: Unit) -> User:
        return person("dpo", team.organisation, "dpo")

    def test_one_mail_holds_all_in_swedish_with_links(self, team: Unit, dpo: User, settings: Any) -> None:
        settings.SITE_URL = "https://register.example"
        row = draft(team, "lan", name="Lån & böcker", overdue=True)
        review.submit(draft(team, "besok", name="Besök"), by="eva", comment="Klar <nu>")
        assert send() == ["dpo@example.org"]
        message = mail.outbox[0]
        assert message.subject == "2 behandlingar väntar på dig i registret"
        for words in (
            "Lån & böcker",
            "Klar <nu>",
            "inlämnad av eva",
            "Genomgången är försenad",
            str(row.index.review_due),
            f"https://register.example/admin/ropa/processingactivity/{row.pk}/change/",
        ):
            assert words in message.body

    def test_nobody_is_told_twice_and_what_is_new_is_told(self, team: Unit, dpo: User) -> None:
        row = draft(team)
        review.submit(row, by="eva")
        assert len(send()) == 1
        assert send() == []
        review.give_back(row, by="dpo", comment="Ange lagen")
        review.submit(row, by="eva")
        assert len(send()) == 1, "another submission"
        draft(team, "annan", overdue=True)
        assert len(send()) == 1
        assert "Inlämnat" not in mail.outbox[-1].body

    def test_a_review_that_is_due_once_more_is_told_once_more(self, team: Unit, dpo: User) -> None:
        row = draft(team, overdue=True)
        send()
        row.reviewed_on = TODAY - timedelta(days=368)
        row.save()
        publishing.reindex([row])
        assert len(send()) == 1

    @pytest.mark.parametrize(
        ("reviewed", "interval"),
        [(date(2024, 1, 31), 1), (date(2024, 1, 31), 13), (date(2024, 2, 29), 6), (date(2023, 12, 1), 24), (None, 6)],
    )
    def test_with_another_interval_it_is_the_same_review(
        self, team: Unit, dpo: User, reviewed: date | None, interval: int
    ) -> None:
        row = draft(team, reviewed_on=reviewed)
        if reviewed is None:
            publishing.publish(row, by="a", reason="Prov", at=datetime(2024, 1, 31, 12, tzinfo=UTC))
        assert len(send()) == 1
        due = row.index.review_due
        row.review_interval_months = interval
        row.save()
        publishing.reindex([row])
        row.index.refresh_from_db()
        assert row.index.review_due not in {None, due}
        assert send() == []

    def test_a_run_that_is_killed_while_it_sends_tells_nobody_twice(self, team: Unit, dpo: User) -> None:
        draft(team, overdue=True)

        class Killed(BaseException):
            pass

        class Server:
            def send_messages(self, messages: Any) -> int:
                raise Killed

        (letter,) = reminders.letters()
        with pytest.raises(Killed):
            reminders.send(letter, Server())
        assert send() == []

    def test_two_runs_at_once_send_one_mail(self, team: Unit, dpo: User) -> None:
        draft(team, overdue=True)
        first, second = list(reminders.letters()), list(reminders.letters())
        sent = [reminders.send(letter, mail.get_connection()) for letter in (*first, *second)]
        assert [bool(letter) for letter in sent] == [True, False]
        assert len(mail.outbox) == 1
        assert Reminder.objects.count() == 1
