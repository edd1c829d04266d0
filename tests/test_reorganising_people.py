"""What a leaver kept is handed over, and activities are made from others."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from ropa import drafts, models, publishing
from ropa.models import Membership, Organisation, ProcessingActivity, Unit
from ropa.reorganising import CannotReorganise, copy, estate, hand_over
from tests.filled import full_activity
from tests.ledgers import draft, publish

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]


@pytest.fixture
def town(db: Any) -> Organisation:
    return Organisation.objects.create(name="Exempelby", slug="exempelby")


def person(name: str, town: Organisation, role: str = "editor", unit: Unit | None = None) -> User:
    user = User.objects.create_user(name, first_name=name.title(), last_name="Ek")
    Membership.objects.create(user=user, organisation=town, role=role, unit=unit)
    return user


def activity(town: Organisation, slug: str, **said: Any) -> ProcessingActivity:
    made = ProcessingActivity.objects.create(organisation=town, name=slug, slug=slug, **said)
    publishing.reindex([made])
    return made


class TestHandOver:
    def test_all_the_leaver_kept_is_the_successors_as_one_change(self, town: Organisation) -> None:
        eva, sara = person("eva", town), person("sara", town)
        mine = [activity(town, slug, owner=eva) for slug in ("a", "b")]
        other = activity(town, "c", owner=sara)
        revisions = [row.revision for row in mine]
        assert hand_over(eva, sara, town, by="dpo", reason="Eva slutar") == 2
        for row in (*mine, other):
            row.refresh_from_db()
        assert {row.owner for row in (*mine, other)} == {sara}
        assert len({row.history.first().changeset for row in mine}) == 1
        assert mine[0].history.first().history_change_reason == "Eva slutar"
        assert all(row.revision > before for row, before in zip(mine, revisions, strict=False))
        assert other.history.count() == 1

    def test_what_is_submitted_goes_on_waiting(self, town: Organisation) -> None:
        eva, sara = person("eva", town), person("sara", town)
        row = activity(town, "a", owner=eva)
        publishing.review.submit(row, by=eva)
        hand_over(eva, sara, town, by="dpo", reason="Eva slutar")
        assert models.DraftIndex.objects.get(activity=row).review == "submitted"

    def test_only_in_the_one_organisation(self, town: Organisation) -> None:
        other = Organisation.objects.create(name="Grannby", slug="grannby")
        eva, sara = person("eva", town), person("sara", town)
        Membership.objects.create(user=eva, organisation=other, role="editor")
        there = activity(other, "dar", owner=eva)
        hand_over(eva, sara, town, by="dpo", reason="Slutar", until=date(2026, 1, 1))
        there.refresh_from_db()
        assert there.owner == eva
        assert dict(Membership.objects.filter(user=eva).values_list("organisation__slug", "until")) == {
            "exempelby": date(2026, 1, 1),
            "grannby": None,
        }

    def test_who_may_not_edit_there_takes_nothing_over(self, town: Organisation) -> None:
        here, there = (Unit.objects.create(organisation=town, name=n, slug=n) for n in ("here", "there"))
        eva = person("eva", town)
        mine = [activity(town, "a", owner=eva, unit=here), activity(town, "b", owner=eva, unit=there)]
        for user in (person("reader", town, "reader"), person("half", town, unit=here)):
            with pytest.raises(CannotReorganise):
                hand_over(eva, user, town, by="dpo", reason="Slutar", until=timezone.localdate())
        assert {row.owner for row in ProcessingActivity.objects.filter(pk__in=[m.pk for m in mine])} == {eva}
        assert not Membership.objects.exclude(until=None).exists()

    def test_an_end_that_is_set_already_is_not_put_off(self, town: Organisation) -> None:
        eva, sara = person("eva", town), person("sara", town)
        today = timezone.localdate()
        Membership.objects.filter(user=eva).update(until=today - timedelta(days=30))
        hand_over(eva, sara, town, by="dpo", reason="Slutar", until=today)
        assert Membership.objects.get(user=eva).until == today - timedelta(days=30)

    def test_what_else_hangs_on_the_leaver_is_told(self, town: Organisation) -> None:
        eva = person("eva", town)
        named = activity(town, "a", review_owner="Enhetschef Eva Ek")
        waits, taken_back = activity(town, "b"), activity(town, "c")
        activity(town, "d", review_owner="Enhetschef")
        for row in (waits, taken_back):
            publishing.review.submit(row, by=eva)
        publishing.review.take_back(taken_back, by=eva)
        told = estate(eva, town)
        assert (told.owned, told.submitted, told.named) == ([], [waits], [named])
        assert [m.user for m in told.memberships] == [eva]


class TestCopy:
    def test_says_the_same_under_keys_of_its_own_and_was_never_public(self) -> None:
        row = drafts.save(full_activity())
        publish(row)
        made = copy(row, by="Eva", unit=row.unit, controller=row.controller)
        before, after = drafts.load(row), drafts.load(made)
        assert before.row_keys().isdisjoint(k for k in after.row_keys() if k not in _inherited(after))
        assert [p.text for p in after.purposes] == [p.text for p in before.purposes]
        assert (after.unit, after.controller) == (before.unit, before.controller)
        assert after.name.sv == f"{before.name.sv} (kopia)"
        index = models.DraftIndex.objects.get(activity=made)
        assert (index.state, index.review, made.steps.count()) == ("draft", "", 0)

    def test_what_is_said_of_the_other_alone_does_not_come_along(self) -> None:
        user = User.objects.create_user("eva")
        row = drafts.save(full_activity())
        row.owner, row.is_standard = user, True
        row.save()
        made = copy(row, by=user, unit=None)
        after = drafts.load(made)
        assert (after.reference, after.reviewed_on, after.original_wording, after.unplaced) == ("", None, (), ())
        assert (made.owner, made.is_standard, made.unit) == (None, False, None)

    def test_the_history_says_what_it_was_made_from(self) -> None:
        row = draft(name="Lån")
        made = copy(row, by="Eva", unit=None)
        told = {(h.history_change_reason, h.history_by) for h in made.history.all()}
        assert told == {("Gjord av ”Lån”.", "Eva")}
        assert len({h.changeset for h in made.history.all()}) == 1
        assert row.history.count() == 1, "the other one is not touched"

    def test_two_copies_have_an_address_each_and_never_a_published_ones(self) -> None:
        row = draft(name="Lån", slug="lan")
        publish(draft(name="Lån (kopia)", slug="lan-kopia"))
        ProcessingActivity.objects.filter(slug="lan-kopia").update(slug="nagot-annat")
        slugs = [copy(row, by="Eva", unit=None).slug for _n in range(2)]
        assert slugs == ["lan-kopia-2", "lan-kopia-3"]

    def test_the_name_is_chosen_or_marked_in_every_language(self) -> None:
        row = draft(name={"sv": "Lån", "en": "Loans"})
        assert copy(row, by="Eva", unit=None, name="Lån i skolan").name == "Lån i skolan"
        name = drafts.load(copy(row, by="Eva", unit=None)).name
        assert (name.sv, name.said("en").text, name.is_stale("en")) == ("Lån (kopia)", "Loans (copy)", False)


def _inherited(record: Any) -> set[Any]:
    return {text.key for text in record.notice_texts if text.level != "activity"}
