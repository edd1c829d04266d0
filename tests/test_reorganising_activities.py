"""Activities moved to another unit or controller, and given another address: drafts and what is public."""

from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User

from ropa import drafts, models, publishing, record
from ropa.models import Membership, Publication
from ropa.reorganising import CannotReorganise, ChangeActivityAddress, MoveActivities, RenewNames, carry_out, foresee
from tests.ledgers import NOON, draft, edit, publish

pytestmark = pytest.mark.django_db

BOARD = record.Controller(key=uuid4(), slug="sn", name="Socialnämnden")
UNIT = record.Unit(key=uuid4(), slug="bistand", name="Bistånd", controller_key=BOARD.key)
SAID = {"by": "Maria", "reason": "Ny organisation"}


def social(**fields: Any) -> models.ProcessingActivity:
    return draft(unit=UNIT, controller=BOARD, **fields)


@pytest.fixture
def public(db: Any) -> models.ProcessingActivity:
    row = social()
    publish(row, at=NOON)
    return row


@pytest.fixture
def new(public: models.ProcessingActivity) -> models.Unit:
    """Another unit, under another board, with a text of its own."""
    board = models.Controller.objects.create(organisation=public.organisation, slug="an", name="Arbetsnämnden")
    unit = models.Unit.objects.create(
        organisation=public.organisation, slug="arbete", name="Arbetsmarknad", controller=board
    )
    models.NoticeText.objects.create(unit=unit, section="introduction", text="Vi hjälper dig till arbete.")
    return unit


def moving(*rows: models.ProcessingActivity, **to: Any) -> MoveActivities:
    return MoveActivities(rows[0].organisation, frozenset(row.pk for row in rows), **to)


def seen(slug: str = "lan") -> record.ProcessingActivity:
    found = publishing.find(slug)
    assert found is not None
    assert found.record is not None
    return found.record


def test_residents_see_the_new_unit_its_board_and_its_texts_and_nothing_else_of_the_draft(
    public: models.ProcessingActivity, new: models.Unit
) -> None:
    edit(public, name="Inte färdigt")
    done = carry_out(moving(public, unit=new, follow_unit=True), **SAID)
    assert (done.activities, len(done.published), done.left) == (1, 1, 0)
    record = seen()
    assert record.unit is not None
    assert record.controller is not None
    assert (record.name.sv, record.unit.name.sv, record.controller.name.sv) == ("Lån", "Arbetsmarknad", "Arbetsnämnden")
    assert [text.text.sv for text in record.notice_texts] == ["Vi hjälper dig till arbete."]
    draft = drafts.load(public)
    assert draft.unit is not None
    assert (draft.name.sv, draft.unit.slug) == ("Inte färdigt", "arbete")
    assert models.DraftIndex.objects.get(activity=public).state == "changed"


def test_old_versions_keep_the_old_unit_and_board_byte_by_byte(
    public: models.ProcessingActivity, new: models.Unit
) -> None:
    before = models.Payload.objects.get().text
    carry_out(moving(public, unit=new, follow_unit=True), **SAID)
    assert models.Payload.objects.get(publication__version=1).text == before
    old = publishing.versions("lan")[-1].record
    assert old is not None
    assert old.controller is not None
    assert old.controller.name.sv == "Socialnämnden"
    assert publishing.verify() == []


def test_all_of_it_is_one_change_with_its_reason(public: models.ProcessingActivity, new: models.Unit) -> None:
    second = social(slug="tva", name="Två")
    done = carry_out(moving(public, second, unit=new), **SAID)
    told = {(h.changeset, h.history_change_reason) for h in (public.history.first(), second.history.first())}
    assert told == {(done.published[0].changeset, "Ny organisation")}
    assert [row.note for row in done.published] == ["Ny organisation"]


@pytest.mark.parametrize(
    ("own", "to", "becomes"),
    [
        (False, {}, "an"),
        (True, {}, "sn"),
        (True, {"follow_unit": True}, "an"),
        (False, {"controller": True}, "sn"),
    ],
)
def test_a_controller_of_its_own_is_kept_dropped_or_given(
    own: bool, to: dict[str, bool], becomes: str, public: models.ProcessingActivity, new: models.Unit
) -> None:
    board = models.Controller.objects.get(slug="sn")
    public.controller = board if own else None
    public.save()
    given = {name: board if name == "controller" else value for name, value in to.items()}
    carry_out(moving(public, unit=new, **given), **SAID)
    controller = drafts.load(public).controller
    assert controller is not None
    assert controller.slug == becomes


def test_what_is_foreseen_is_what_comes_and_nothing_of_it_stays(
    public: models.ProcessingActivity, new: models.Unit
) -> None:
    never = social(slug="tva", name="Två")
    revision, plan = never.revision, moving(public, never, unit=new, follow_unit=True)
    told = foresee(plan)
    assert told.activities == [public, never]
    (one,) = told.public
    assert one.published.unit is not None
    assert one.now.unit is not None
    assert (one.activity, one.published.unit.slug, one.now.unit.slug) == (public, "bistand", "arbete")
    never.refresh_from_db()
    assert (never.unit.slug, never.revision) == ("bistand", revision)  # type: ignore[union-attr]
    assert Publication.objects.count() == 1
    carry_out(plan, **SAID)
    assert seen().unit.slug == "arbete"  # type: ignore[union-attr]


def test_two_who_edit_meet_the_conflict_page(public: models.ProcessingActivity, new: models.Unit) -> None:
    public.refresh_from_db()
    carry_out(moving(public, unit=new), **SAID)
    with pytest.raises(publishing.StaleRevision):
        publish(public, seen_revision=public.revision)


def test_what_is_submitted_goes_on_waiting_when_it_is_moved(
    public: models.ProcessingActivity, new: models.Unit
) -> None:
    edit(public, name="Lån av böcker")
    publishing.review.submit(public, by="Eva")
    carry_out(moving(public, unit=new), **SAID)
    assert models.DraftIndex.objects.get(activity=public).review == "submitted"


def test_who_may_not_publish_moves_drafts_and_is_told_what_is_left(
    public: models.ProcessingActivity, new: models.Unit
) -> None:
    user = User.objects.create_user("dso", is_staff=True)
    Membership.objects.create(user=user, organisation=public.organisation, role="dpo", publishes=False)
    done = carry_out(moving(public, unit=new), by=user, reason="Flytt")
    assert (done.published, done.left) == ([], 1)
    assert seen().unit.slug == "bistand"  # type: ignore[union-attr]
    assert carry_out(RenewNames(public.organisation), **SAID).published == []
    publish(public)
    assert seen().unit.slug == new.slug  # type: ignore[union-attr]


def test_new_names_concern_what_is_public_under_old_ones_and_nothing_else(public: models.ProcessingActivity) -> None:
    publish(draft(slug="annan", name="Annan"))
    unit = models.Unit.objects.get(pk=public.unit_id)
    unit.name = "Nytt namn"
    unit.save()
    done = carry_out(RenewNames(public.organisation), **SAID)
    assert (done.activities, len(done.published), done.left) == (1, 1, 0)


def test_nothing_crosses_to_another_organisation(public: models.ProcessingActivity) -> None:
    other = models.Organisation.objects.create(name="Grannby", slug="grannby")
    there = models.Unit.objects.create(organisation=other, name="Där", slug="dar")
    foreign = models.ProcessingActivity.objects.create(organisation=other, slug="frammande")
    for plan in (moving(public, unit=there), moving(public, foreign, unit=public.unit)):
        with pytest.raises(CannotReorganise):
            carry_out(plan, **SAID)


def test_what_is_there_already_is_not_moved(public: models.ProcessingActivity) -> None:
    with pytest.raises(CannotReorganise):
        carry_out(moving(public, unit=public.unit), **SAID)


def test_a_board_is_renamed_for_all_at_once(public: models.ProcessingActivity) -> None:
    second, never = social(slug="tva", name="Två"), social(slug="tre", name="Tre")
    publish(second, at=NOON)
    board = models.Controller.objects.get(slug="sn")
    board.name = "Vård- och omsorgsnämnden"
    board.save()
    plan = RenewNames(public.organisation)
    assert [one.activity for one in foresee(plan).public] == [public, second]
    done = carry_out(plan, **SAID)
    assert len({row.changeset for row in done.published}) == 1
    assert seen("tva").controller.name.sv == "Vård- och omsorgsnämnden"  # type: ignore[union-attr]
    assert not Publication.objects.filter(activity=never.key).exists()


class TestAddress:
    def test_the_new_address_is_public_and_the_old_one_leads_there(self, public: models.ProcessingActivity) -> None:
        carry_out(ChangeActivityAddress(public.organisation, public.pk, "bistand"), **SAID)
        public.refresh_from_db()
        assert (public.slug, seen("bistand").slug) == ("bistand", "bistand")
        old = publishing.find("lan")
        assert old is not None
        assert old.slug == "bistand", "E's page redirects by it"
        assert [row.slug for row in publishing.versions("bistand")] == ["bistand", "lan"]

    def test_an_address_that_was_public_is_never_anothers(self, public: models.ProcessingActivity) -> None:
        carry_out(ChangeActivityAddress(public.organisation, public.pk, "bistand"), **SAID)
        other = draft(slug="lan", name="Lån")
        assert other.slug != "lan"
        publish(other, at=NOON)
        for slug in ("lan", "bistand"):
            with pytest.raises(CannotReorganise):
                carry_out(ChangeActivityAddress(other.organisation, other.pk, slug), **SAID)
        carry_out(ChangeActivityAddress(public.organisation, public.pk, "lan"), **SAID)
        assert seen("lan").key == public.key, "its own it may take back"

    def test_what_is_not_public_or_hidden_keeps_its_address(self, public: models.ProcessingActivity) -> None:
        publishing.seal(Publication.objects.get(), by="Maria", reason="Sekretess")
        never = draft(slug="aldrig")
        for row in (public, never):
            with pytest.raises(CannotReorganise):
                carry_out(ChangeActivityAddress(row.organisation, row.pk, "ny"), **SAID)
            row.refresh_from_db()
        assert (public.slug, never.slug) == ("lan", "aldrig")
