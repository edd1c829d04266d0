"""What a reorganisation leaves behind: circles of units it refuses, rights it does not widen, traces of memberships."""

from datetime import date
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User

from ropa.models import Address, Controller, Membership, Organisation, ProcessingActivity, Unit
from ropa.reorganising import CannotReorganise, ChangeUnitAddress, MergeUnits, MoveUnit, carry_out, foresee, hand_over
from tests.ledgers import NOON, publish

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]
SAID = {"by": "Maria", "reason": "Ny organisation"}


@pytest.fixture
def town(db: Any) -> Organisation:
    return Organisation.objects.create(name="Exempelby", slug="exempelby")


@pytest.fixture
def dpo(town: Organisation) -> User:
    user = User.objects.create_user("dso")
    Membership.objects.create(user=user, organisation=town, role="dpo")
    return user


def unit(town: Organisation, slug: str, **said: Any) -> Unit:
    return Unit.objects.create(organisation=town, name=slug.title(), slug=slug, **said)


def works_in(place: Unit, name: str = "eva", role: str = "editor", **said: Any) -> Membership:
    user = User.objects.filter(username=name).first() or User.objects.create_user(name)
    return Membership.objects.create(user=user, organisation=place.organisation, unit=place, role=role, **said)


def log(membership: Membership) -> list[tuple[str, str]]:
    found = LogEntry.objects.filter(object_id=str(membership.pk), content_type__model="membership")
    return [(entry.user.username, entry.get_change_message()) for entry in found]


class TestCircles:
    def test_two_units_that_are_put_below_each_other_are_refused_as_they_are_now(self, town: Organisation) -> None:
        one, other = unit(town, "one"), unit(town, "other")
        first, second = MoveUnit(town, one, other, None), MoveUnit(town, other, one, None)
        carry_out(first, **SAID)
        with pytest.raises(CannotReorganise):
            carry_out(second, **SAID)
        assert dict(Unit.objects.values_list("slug", "parent__slug")) == {"one": "other", "other": None}

    def test_a_unit_is_not_put_below_one_that_is_gone(self, town: Organisation) -> None:
        one, other, third = (unit(town, name) for name in ("one", "other", "third"))
        plan = MoveUnit(town, third, one, None)
        carry_out(MergeUnits(town, Unit.objects.get(pk=one.pk), other), **SAID)
        with pytest.raises(CannotReorganise):
            carry_out(plan, **SAID)

    def test_a_circle_that_is_there_is_followed_once(self, town: Organisation) -> None:
        one = unit(town, "one")
        other = unit(town, "other", parent=one)
        Unit.objects.filter(pk=one.pk).update(parent=other)
        found = Unit.objects.get(pk=one.pk)
        assert (found.lineage(), found.branch()) == ([other], {one.pk, other.pk})


class TestAddress:
    def test_an_old_address_that_is_the_units_own_again_is_kept_once(self, town: Organisation) -> None:
        """As where a form has given the unit its old address back."""
        care = unit(town, "vard")
        publish(ProcessingActivity.objects.create(organisation=town, unit=care, name="A", slug="a"), at=NOON)
        Address.objects.create(slug="vard", unit=care)
        carry_out(ChangeUnitAddress(town, care, "omsorg"), **SAID)
        assert dict(Address.objects.values_list("slug", "unit__slug")) == {"vard": "omsorg"}


class TestRights:
    def test_who_may_not_give_publishing_does_not_widen_it_by_merging(self, town: Organisation, dpo: User) -> None:
        source, target = unit(town, "source"), unit(town, "target")
        given = works_in(source, publishes=True)
        dpo.memberships.update(publishes=False)
        for do in (foresee, carry_out):
            with pytest.raises(CannotReorganise, match="eva"):
                do(MergeUnits(town, source, target), by=dpo, **({"reason": "x"} if do is carry_out else {}))
        given.refresh_from_db()
        assert given.unit == source

    @pytest.mark.parametrize(
        ("mine", "theirs"),
        [
            ({"publishes": True}, {"publishes": True}),
            ({"publishes": False}, {"publishes": None}),
            ({"publishes": False}, {"publishes": True, "until": date(2020, 1, 1)}),
        ],
        ids=["who may", "nothing to give", "ended"],
    )
    def test_else_memberships_come_along(
        self, mine: dict[str, Any], theirs: dict[str, Any], town: Organisation, dpo: User
    ) -> None:
        source, target = unit(town, "source"), unit(town, "target")
        given = works_in(source, **theirs)
        dpo.memberships.update(**mine)
        carry_out(MergeUnits(town, source, target), by=dpo, reason="Ny organisation")
        given.refresh_from_db()
        assert given.unit == target

    def test_how_many_drafts_get_another_controller_is_foreseen(self, town: Organisation) -> None:
        boards = [Controller.objects.create(organisation=town, name=slug, slug=slug) for slug in ("sn", "bun")]
        source, target = (unit(town, board.slug + "-e", controller=board) for board in boards)
        for slug, own in (("a", None), ("b", boards[1]), ("c", None)):
            ProcessingActivity.objects.create(organisation=town, unit=source, controller=own, name=slug, slug=slug)
        assert foresee(MergeUnits(town, source, target)).answered_otherwise == 2
        assert foresee(MoveUnit(town, source, target, source.controller)).answered_otherwise == 0

    def test_what_is_left_is_foreseen_as_it_will_be(self, town: Organisation) -> None:
        """Who publishes in the unit it moves from, and not in the other, may not publish it after."""
        source, target = unit(town, "source"), unit(town, "target")
        publish(ProcessingActivity.objects.create(organisation=town, unit=source, name="A", slug="a"), at=NOON)
        user = works_in(target, publishes=True).user
        Membership.objects.create(user=user, organisation=town, role="dpo", publishes=False)
        plan = MergeUnits(town, source, target)
        told = foresee(plan, by=user)
        done = carry_out(plan, by=user, reason="Ny organisation")
        assert (told.left, done.left) == (0, 0)


class TestTraces:
    def test_of_memberships_that_move_or_are_not_needed_twice(self, town: Organisation, dpo: User) -> None:
        source, target = unit(town, "source"), unit(town, "target")
        moves, twice, same = works_in(source), works_in(source, "bo"), works_in(target, "bo")
        carry_out(MergeUnits(town, source, target), by=dpo, reason="Ny organisation")
        assert not Membership.objects.filter(pk=twice.pk).exists()
        for membership in (moves, same):
            ((who, said),) = log(membership)
            assert who == "dso"
            assert "”Source”" in said
            assert "Skäl: Ny organisation" in said

    def test_of_memberships_that_end(self, town: Organisation, dpo: User) -> None:
        eva, sara = works_in(unit(town, "one")), works_in(unit(town, "two"), "sara")
        over = works_in(eva.unit, "eva", "reader", until=date(2020, 1, 1))
        hand_over(eva.user, sara.user, town, by=dpo, reason="Eva slutar", until=date(2026, 1, 31))
        assert log(eva) == [("dso", "Avslutad: sista dagen var 2026-01-31. Skäl: Eva slutar")]
        assert log(over) == log(sara) == []

    def test_looking_first_leaves_none(self, town: Organisation, dpo: User) -> None:
        source, target = unit(town, "source"), unit(town, "target")
        works_in(source)
        foresee(MergeUnits(town, source, target), by=dpo)
        assert not LogEntry.objects.exists()
