"""Between draft and publication: submitted, taken back, returned, and published by somebody else."""

import pytest
from django.contrib.auth.models import User

from ropa import models, publishing
from ropa.publishing import CannotPublish, NeedsTwo, StaleRevision, Unchanged, review, steps
from tests.ledgers import NOON, draft, edit, publish

pytestmark = pytest.mark.django_db


def stands(row: models.ProcessingActivity) -> str:
    """Return where the draft stands, as asked and as the index keeps it, which must be one and the same."""
    row.refresh_from_db()
    asked = steps.state(steps.latest(row), row.revision)
    assert models.DraftIndex.objects.get(activity=row).review == asked
    return asked


def test_a_draft_is_submitted_and_returned_with_a_comment() -> None:
    row = draft()
    review.submit(row, by="Eva", comment="Klar")
    assert stands(row) == "submitted"
    review.give_back(row, by="Maria", comment="Rättslig grund saknas")
    assert stands(row) == "returned"
    assert [(s.kind, s.by, s.comment) for s in row.steps.all()] == [
        ("submitted", "Eva", "Klar"),
        ("returned", "Maria", "Rättslig grund saknas"),
    ]


def test_a_returned_draft_stays_returned_until_it_is_submitted_again() -> None:
    row = draft()
    review.submit(row, by="Eva")
    review.give_back(row, by="Maria", comment="Mer")
    row = edit(row, name="Lån av böcker")
    publishing.reindex([row])
    assert stands(row) == "returned"
    review.submit(row, by="Eva")
    assert stands(row) == "submitted"


def test_a_change_cancels_the_submission() -> None:
    row = draft()
    review.submit(row, by="Eva")
    row = edit(row, notes="nytt")
    publishing.reindex([row])
    assert stands(row) == ""


def test_publishing_ends_the_review() -> None:
    row = draft()
    review.submit(row, by="Eva")
    publish(row)
    assert stands(row) == ""
    publishing.reindex([row])
    assert stands(row) == ""


def test_a_submission_before_a_publication_says_nothing_of_what_came_after() -> None:
    row = draft()
    review.submit(row, by="Eva", at=NOON)
    publish(row, at=NOON)
    publishing.reindex([row])
    assert stands(row) == ""


def test_a_submission_is_taken_back() -> None:
    row = draft()
    review.submit(row, by="Eva")
    review.take_back(row, by="Eva")
    assert stands(row) == ""


@pytest.mark.parametrize("again", [review.take_back, review.give_back])
def test_what_is_not_submitted_is_neither_returned_nor_taken_back(again: object) -> None:
    with pytest.raises(CannotPublish):
        again(draft(), by="Eva", comment="Nej")  # type: ignore[operator]


def test_nothing_is_returned_without_words() -> None:
    row = draft()
    review.submit(row, by="Eva")
    with pytest.raises(CannotPublish):
        review.give_back(row, by="Maria", comment="  ")
    assert stands(row) == "submitted"


def test_what_is_submitted_is_not_submitted_again() -> None:
    row = draft()
    review.submit(row, by="Eva")
    with pytest.raises(CannotPublish):
        review.submit(row, by="Eva")


def test_what_is_published_as_it_stands_is_not_submitted() -> None:
    row = draft()
    publish(row)
    with pytest.raises(Unchanged):
        review.submit(row, by="Eva")


def test_nobody_submits_what_they_have_not_seen() -> None:
    row = draft()
    seen = row.revision
    edit(row, name="Nytt")
    with pytest.raises(StaleRevision):
        review.submit(row, by="Eva", seen_revision=seen)
    assert not row.steps.exists()


class TestTwoPersons:
    @pytest.fixture
    def row(self) -> models.ProcessingActivity:
        row = draft()
        row.organisation.two_person_rule = True
        row.organisation.save()
        return row

    def test_nobody_publishes_what_nobody_submitted(self, row: models.ProcessingActivity) -> None:
        with pytest.raises(NeedsTwo):
            publish(row, by="Maria")

    def test_nobody_publishes_their_own_submission(self, row: models.ProcessingActivity) -> None:
        review.submit(row, by="Maria")
        with pytest.raises(NeedsTwo):
            publish(row, by="Maria")

    def test_nobody_publishes_what_was_changed_after_it_was_submitted(self, row: models.ProcessingActivity) -> None:
        review.submit(row, by="Eva")
        with pytest.raises(NeedsTwo):
            publish(edit(row, name="Nytt"), by="Maria")

    def test_an_account_that_was_given_another_name_is_nobody_else(self, row: models.ProcessingActivity) -> None:
        eva = User.objects.create(username="eva")
        review.submit(row, by=eva)
        eva.username = "eva.ek"
        with pytest.raises(NeedsTwo):
            publish(row, by=eva)

    def test_somebody_else_publishes(self, row: models.ProcessingActivity) -> None:
        review.submit(row, by="Eva")
        assert publish(row, by="Maria").version == 1


def test_nobody_needs_to_review_what_is_withdrawn() -> None:
    row = draft(reviewed_on="2020-01-01")
    publish(row)
    publishing.withdraw(row, by="Maria")
    assert models.DraftIndex.objects.get(activity=row).review_due is None


@pytest.mark.parametrize(
    ("fields", "published", "due"),
    [
        ({}, False, None),
        ({}, True, "2027-03-02"),
        ({"reviewed_on": "2025-02-28"}, False, "2026-03-01"),
        ({"reviewed_on": "2025-08-31", "review_interval_months": 6}, False, "2026-03-01"),
        ({"reviewed_on": "2025-08-31", "review_interval_months": 6}, True, "2026-09-02"),
        ({"reviewed_on": "2026-08-31", "review_interval_months": 6}, True, "2027-03-01"),
    ],
)
def test_the_day_a_review_is_due_is_counted_from_the_last_one(fields: dict, published: bool, due: str | None) -> None:
    row = draft(**fields)
    if published:
        publish(row, at=NOON)
    publishing.reindex([row])
    kept = models.DraftIndex.objects.get(activity=row).review_due
    assert (str(kept) if kept else None) == due
