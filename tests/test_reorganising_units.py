"""Units moved, merged and given another address: what is below follows, nothing is lost, old addresses lead on."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from ropa import drafts, models, publishing
from ropa.drafts import of_another_unit
from ropa.models import Address, Controller, Membership, NoticeText, Organisation, ProcessingActivity, Publication, Unit
from ropa.reorganising import CannotReorganise, ChangeUnitAddress, MergeUnits, MoveUnit, carry_out, foresee
from tests.ledgers import NOON, publish

pytestmark = pytest.mark.django_db
SAID = {"by": "Maria", "reason": "Ny organisation"}


@pytest.fixture
def town(db: Any) -> Organisation:
    """Two boards; Omsorg with Hemtjänst below it, and Skola. Each activity is public."""
    town = Organisation.objects.create(name="Exempelby", slug="exempelby")
    boards = {slug: Controller.objects.create(organisation=town, name=slug, slug=slug) for slug in ("sn", "bun")}
    care = unit(town, "omsorg", boards["sn"])
    for place in (care, unit(town, "hemtjanst", boards["sn"], care), unit(town, "skola", boards["bun"])):
        row = ProcessingActivity.objects.create(organisation=town, unit=place, name=place.slug, slug=f"b-{place.slug}")
        publish(row, at=NOON)
    return town


def unit(town: Organisation, slug: str, board: Controller | None = None, parent: Unit | None = None) -> Unit:
    return Unit.objects.create(organisation=town, name=slug.title(), slug=slug, controller=board, parent=parent)


def get(slug: str) -> Unit:
    return Unit.objects.get(slug=slug)


def public() -> dict[str, tuple[str, str]]:
    """Return activity -> path and board as residents see them."""
    found = {}
    for entry in publishing.current():
        assert entry.outline is not None
        found[entry.slug] = (
            entry.row.unit_path,
            entry.outline.controller.name.sv if entry.outline.controller else "",
        )
    return found


class TestMove:
    def test_all_below_follows_to_the_new_place_and_board(self, town: Organisation) -> None:
        own = ProcessingActivity.objects.get(slug="b-hemtjanst")
        own.controller = Controller.objects.get(slug="sn")
        own.save()
        done = carry_out(MoveUnit(town, get("omsorg"), get("skola"), Controller.objects.get(slug="bun")), **SAID)
        assert public() == {
            "b-omsorg": ("/skola/omsorg/", "bun"),
            "b-hemtjanst": ("/skola/omsorg/hemtjanst/", "bun"),
            "b-skola": ("/skola/", "bun"),
        }
        assert len(done.published) == 2
        assert {h.changeset for h in (get("omsorg").history.first(), get("hemtjanst").history.first())} == {
            done.published[0].changeset
        }

    def test_what_has_another_board_below_keeps_it(self, town: Organisation) -> None:
        home = get("hemtjanst")
        home.controller = Controller.objects.get(slug="bun")
        home.save()
        third = Controller.objects.create(organisation=town, name="tn", slug="tn")
        carry_out(MoveUnit(town, get("omsorg"), None, third), **SAID)
        assert {slug: board for slug, (_path, board) in public().items()} == {
            "b-omsorg": "tn",
            "b-hemtjanst": "bun",
            "b-skola": "bun",
        }

    def test_a_unit_is_not_put_below_itself_nor_elsewhere(self, town: Organisation) -> None:
        there = unit(Organisation.objects.create(name="Grannby", slug="grannby"), "dar")
        care, board = get("omsorg"), Controller.objects.get(slug="sn")
        for parent in (get("hemtjanst"), care, there, None):
            with pytest.raises(CannotReorganise):
                carry_out(MoveUnit(town, care, parent, board), **SAID)
        care.refresh_from_db()
        assert care.parent is None


class TestMerge:
    def test_all_that_the_one_has_comes_to_the_other(self, town: Organisation) -> None:
        care, school = get("omsorg"), get("skola")
        old = Publication.objects.get(slug="b-omsorg")
        done = carry_out(MergeUnits(town, care, school), **SAID)
        assert not Unit.objects.filter(slug="omsorg").exists()
        assert get("hemtjanst").parent == school
        assert public()["b-omsorg"] == ("/skola/", "bun")
        assert public()["b-hemtjanst"] == ("/skola/hemtjanst/", "sn")
        assert {row.slug for row in done.published} == {"b-omsorg", "b-hemtjanst"}
        assert Unit.history.filter(slug="omsorg").first().changeset == done.published[0].changeset
        old.refresh_from_db()
        assert old.unit_path == "/omsorg/"
        assert publishing.verify() == []

    def test_old_addresses_lead_to_the_other_and_are_never_used_again(self, town: Organisation) -> None:
        third = unit(town, "vard")
        carry_out(MergeUnits(town, get("omsorg"), get("skola")), **SAID)
        carry_out(MergeUnits(town, get("skola"), third), **SAID)
        assert dict(Address.objects.values_list("slug", "unit__slug")) == {"omsorg": "vard", "skola": "vard"}
        assert of_another_unit("omsorg", None)
        assert not of_another_unit("omsorg", third.pk), "it may take over what leads to it"

    def test_an_address_nobody_can_have_seen_is_free_again(self, town: Organisation) -> None:
        carry_out(MergeUnits(town, unit(town, "oanvand"), get("skola")), **SAID)
        assert not Address.objects.exists()
        assert not of_another_unit("oanvand", None)

    def test_who_worked_in_the_one_works_in_the_other_once(self, town: Organisation) -> None:
        care, school = get("omsorg"), get("skola")
        users = {name: User.objects.create_user(name) for name in ("one", "both", "more")}
        for name, place, role in (
            ("one", care, "editor"),
            ("both", care, "editor"),
            ("both", school, "editor"),
            ("more", care, "editor"),
            ("more", school, "reader"),
        ):
            Membership.objects.create(user=users[name], organisation=town, unit=place, role=role)
        carry_out(MergeUnits(town, care, school), **SAID)
        assert sorted(Membership.objects.values_list("user__username", "role", "unit__slug")) == [
            ("both", "editor", "skola"),
            ("more", "editor", "skola"),
            ("more", "reader", "skola"),
            ("one", "editor", "skola"),
        ]

    def test_texts_that_are_chosen_come_along_after_the_others_own(self, town: Organisation) -> None:
        care, school = get("omsorg"), get("skola")
        NoticeText.objects.create(unit=school, text="Skolans", section="contact")
        kept = NoticeText.objects.create(unit=care, text="Omsorgens", section="contact")
        NoticeText.objects.create(unit=care, text="Gammal", section="rights", position=1)
        carry_out(MergeUnits(town, care, school, frozenset([kept.pk])), **SAID)
        assert list(school.notice_texts.values_list("text", flat=True)) == ["Skolans", "Omsorgens"]
        assert NoticeText.history.filter(text="Gammal", history_type="-").exists()
        shown = publishing.find("b-skola")
        assert shown is not None
        assert shown.record is not None
        assert [t.text.sv for t in shown.record.notice_texts] == ["Skolans", "Omsorgens"]

    @pytest.mark.parametrize(("source", "target"), [("omsorg", "omsorg"), ("omsorg", "hemtjanst")])
    def test_a_unit_is_not_merged_into_itself_or_what_is_below_it(
        self, source: str, target: str, town: Organisation
    ) -> None:
        with pytest.raises(CannotReorganise):
            carry_out(MergeUnits(town, get(source), get(target)), **SAID)

    def test_two_who_merge_the_same_unit_are_told(self, town: Organisation) -> None:
        plan = MergeUnits(town, get("omsorg"), get("skola"))
        carry_out(plan, **SAID)
        with pytest.raises(CannotReorganise):
            carry_out(plan, **SAID)

    def test_looking_first_leaves_everything_as_it_is(self, town: Organisation) -> None:
        before = public()
        told = foresee(MergeUnits(town, get("omsorg"), get("skola")))
        assert [row.slug for row in told.activities] == ["b-hemtjanst", "b-omsorg"]
        assert {one.activity.slug for one in told.public} == {"b-omsorg", "b-hemtjanst"}
        assert public() == before
        assert get("omsorg").pk
        assert not Address.objects.exists()


class TestAddress:
    def test_pages_below_are_published_at_the_new_address_and_the_old_one_leads_there(self, town: Organisation) -> None:
        carry_out(ChangeUnitAddress(town, get("omsorg"), "vard"), **SAID)
        assert public()["b-hemtjanst"][0] == "/vard/hemtjanst/"
        assert publishing.successor("omsorg") == "vard"
        assert drafts.unit_was_public("vard")

    def test_a_unit_takes_its_own_address_back_and_nobody_elses(self, town: Organisation) -> None:
        carry_out(ChangeUnitAddress(town, get("omsorg"), "vard"), **SAID)
        for slug in ("omsorg", "vard"):
            with pytest.raises(CannotReorganise):
                carry_out(ChangeUnitAddress(town, get("skola"), slug), **SAID)
        carry_out(ChangeUnitAddress(town, get("vard"), "omsorg"), **SAID)
        assert dict(Address.objects.values_list("slug", "unit__slug")) == {"vard": "omsorg"}

    def test_an_import_does_not_take_an_old_address(self, town: Organisation) -> None:
        exported = drafts.load(ProcessingActivity.objects.get(slug="b-omsorg"))
        carry_out(MergeUnits(town, get("omsorg"), get("skola")), **SAID)
        row = drafts.save(exported)
        assert row.unit is not None
        assert row.unit.slug == "omsorg-2"


def test_a_failure_on_the_way_leaves_nothing_half_done(town: Organisation, monkeypatch: Any) -> None:
    def fail(*args: Any, **said: Any) -> Any:
        raise RuntimeError

    before = public()
    monkeypatch.setattr(publishing, "reindex", fail)
    with pytest.raises(RuntimeError):
        carry_out(MergeUnits(town, get("omsorg"), get("skola")), **SAID)
    assert get("omsorg").activities.count() == 1
    assert (public(), Address.objects.count()) == (before, 0)
    assert models.Unit.history.filter(history_type="-").count() == 0
