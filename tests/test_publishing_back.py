"""An old state is a draft again, and only a draft."""

from typing import Any

import pytest

from ropa import drafts, models, publishing, record
from ropa.models import Publication
from tests.ledgers import draft, edit, publish

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]


def test_the_draft_says_what_it_said_and_nothing_is_published() -> None:
    row = draft(purposes=[{"text": "Ett"}], name="Lån")
    publish(row)
    was = drafts.load(row)
    edit(row, purposes=(), name="Utlån")
    publish(row)
    publishing.bring_back(row, was, by="Maria", reason="Fel")
    assert drafts.load(row) == was
    assert Publication.objects.count() == 2
    assert models.DraftIndex.objects.get(activity=row).state == "changed"
    publish(row)
    assert Publication.objects.get(version=3).public_sha256 == Publication.objects.get(version=1).public_sha256


def test_it_is_one_change_with_its_reason() -> None:
    row = draft(purposes=[{"text": "Ett"}])
    was = drafts.load(row)
    edit(row, purposes=(), name="Utlån")
    before = set(drafts.Past(row).changes)
    publishing.bring_back(row, was, by="Maria", reason="Fel")
    (made,) = set(changes := drafts.Past(row).changes) - before
    assert {(type(e).instance_type, e.history_by, e.history_change_reason) for e in changes[made]} == {
        (models.ProcessingActivity, "Maria", "Fel"), (models.Purpose, "Maria", "Fel"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("seen", "refusal"), [(0, publishing.StaleRevision), (None, publishing.Unchanged)], ids=["stale", "the same"]
)
def test_what_is_refused_writes_nothing(seen: Any, refusal: type[Exception]) -> None:
    row = draft()
    was = drafts.load(row) if seen is None else record.replace(drafts.load(row), name="Annat")
    with pytest.raises(refusal):
        publishing.bring_back(row, was, by="a", reason="", seen_revision=seen)
    assert len(drafts.Past(row).changes) == 1
