"""What is published once more decides nothing about the draft, and is no review: nobody went through it."""

from datetime import timedelta
from uuid import uuid4

import pytest

from ropa import models, publishing, record
from ropa.publishing import CannotPublish, Withdrawn, review, steps
from tests.ledgers import HOME, NOON, draft, edit, publish

pytestmark = pytest.mark.django_db

BOARD = record.Controller(key=uuid4(), slug="kn", name="Kulturnämnden", kind="board")
OTHER_BOARD = record.Controller(key=uuid4(), slug="bn", name="Byggnämnden", kind="board")
UNIT = record.Unit(key=uuid4(), slug="bibliotek", name="Biblioteket", controller_key=BOARD.key)
OTHER_UNIT = record.Unit(key=uuid4(), slug="bygg", name="Bygglov")


@pytest.fixture
def row() -> models.ProcessingActivity:
    """Public in a unit that has another name by now."""
    row = draft(unit=UNIT, controller=BOARD)
    models.Unit.objects.get_or_create(
        key=OTHER_UNIT.key, slug="bygg", name="Bygglov", organisation=models.Organisation.objects.get(key=HOME.key)
    )
    publish(row, at=NOON)
    return row


def rename(table: type[models.Unit] | type[models.Controller], slug: str, name: str) -> None:
    party = table.objects.get(slug=slug)
    party.name = name
    party.save()


def reissue(row: models.ProcessingActivity) -> None:
    rename(models.Unit, "bibliotek", "Stadsbiblioteket")
    (made,) = publishing.reissue([row], by="Maria", reason="Nytt namn")
    assert made.again


def public(row: models.ProcessingActivity) -> record.ProcessingActivity:
    found = publishing.find(row.slug)
    assert found is not None
    assert found.record is not None
    return found.record


def test_a_unit_that_is_only_drafted_stays_a_draft(row: models.ProcessingActivity) -> None:
    edit(row, unit=OTHER_UNIT)
    reissue(row)
    unit = public(row).unit
    assert unit is not None
    assert (unit.slug, unit.name.sv) == ("bibliotek", "Stadsbiblioteket")


def test_a_controller_that_is_only_drafted_stays_a_draft(row: models.ProcessingActivity) -> None:
    edit(row, controller=OTHER_BOARD)
    reissue(row)
    board = public(row).controller
    assert board is not None
    assert board.slug == "kn"


def test_what_was_moved_is_published_where_it_is_now(row: models.ProcessingActivity) -> None:
    edit(row, unit=OTHER_UNIT)
    publishing.reissue([row], by="Maria", reason="Flytt", moved={row.pk})
    unit = public(row).unit
    assert unit is not None
    assert unit.slug == "bygg"


def test_a_restored_activity_is_where_it_was(row: models.ProcessingActivity) -> None:
    publishing.withdraw(row, by="Maria")
    edit(row, unit=OTHER_UNIT, controller=OTHER_BOARD)
    publishing.restore(row, by="Maria")
    now = public(row)
    assert now.unit is not None
    assert now.controller is not None
    assert (now.unit.slug, now.controller.slug) == ("bibliotek", "kn")


@pytest.mark.parametrize("answer", ["submitted", "returned"])
def test_it_ends_no_submission_and_no_return(row: models.ProcessingActivity, answer: str) -> None:
    row = edit(row, name="Lån av böcker")
    review.submit(row, by="Eva")
    if answer == "returned":
        review.give_back(row, by="Maria", comment="Mer")
    reissue(row)
    row.refresh_from_db()
    assert steps.state(steps.latest(row), row.revision) == answer
    assert models.DraftIndex.objects.get(activity=row).review == answer


def test_it_is_no_review(row: models.ProcessingActivity) -> None:
    reissue(row)
    assert str(models.DraftIndex.objects.get(activity=row).review_due) == "2027-03-02"


def test_a_confirmation_holds_for_what_is_only_published_once_more(row: models.ProcessingActivity) -> None:
    publishing.confirm(row, by="Eva", at=NOON + timedelta(days=10))
    reissue(row)
    said = [entry.confirmed_at for entry in publishing.versions(row.slug)]
    assert [at and at.date() for at in said] == [(NOON + timedelta(days=10)).date()] * 2


def test_a_confirmation_of_what_came_later_says_nothing_of_an_older_version(row: models.ProcessingActivity) -> None:
    publish(edit(row, name="B"))
    publishing.confirm(row, by="Eva")
    assert [bool(entry.confirmed_at) for entry in publishing.versions(row.slug)] == [True, False]


def test_names_that_wait_to_be_published_keep_nobody_from_confirming(row: models.ProcessingActivity) -> None:
    rename(models.Controller, "kn", "Kultur- och fritidsnämnden")
    assert publishing.confirm(row, by="Eva").kind == "confirmed"


def test_a_drafted_unit_keeps_one_from_confirming(row: models.ProcessingActivity) -> None:
    edit(row, unit=OTHER_UNIT)
    with pytest.raises(CannotPublish):
        publishing.confirm(row, by="Eva")


def test_what_is_withdrawn_is_not_published_with_others_by_the_way(row: models.ProcessingActivity) -> None:
    publishing.withdraw(row, by="Maria")
    with pytest.raises(Withdrawn):
        publish(row, also_withdrawn=False)
    assert publish(row).version == 2


def test_submissions_stand_through_what_says_nothing_of_the_draft(row: models.ProcessingActivity) -> None:
    row = edit(row, name="Lån av böcker")
    review.submit(row, by="Eva")
    with steps.kept(models.ProcessingActivity.objects.filter(pk=row.pk)):
        row.save()
    row.refresh_from_db()
    assert steps.standing(row) is not None
    row.save()
    row.refresh_from_db()
    assert steps.standing(row) is None


def test_the_chain_tells_what_was_published_once_more(row: models.ProcessingActivity) -> None:
    reissue(row)
    assert publishing.verify() == []
