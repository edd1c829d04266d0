"""The demo shows each state that review knows, and somebody who is mailed about it."""

import io
from datetime import date

import pytest
from django.core.management import call_command

from ropa import publishing, reminders
from ropa.models import DraftIndex, ProcessingActivity, ReviewStep

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]


def test_drafts_are_submitted_returned_confirmed_and_overdue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROPA_DEMO_PASSWORD", "provar-granskningen")
    call_command("load_demo", verbosity=0, stdout=io.StringIO())
    stands = {row.slug: publishing.steps.state(publishing.steps.latest(row), row.revision) for row in drafts()}
    assert {slug: state for slug, state in stands.items() if state} == {
        "feriejobb": "submitted",
        "foreningsbidrag-och-lokalbokning": "returned",
    }
    assert set(ReviewStep.objects.values_list("user__username", flat=True)) == {"editor", "dpo"}
    assert {e.slug for e in publishing.current() if e.confirmed_at} == {"hemtjanst"}
    overdue = DraftIndex.objects.filter(review_due__lte=date(2026, 11, 22)).exclude(state="withdrawn")
    assert [index.activity.slug for index in overdue] == ["nyhetsbrev-och-bilder"]
    letters = {x.user.email: [m.kind.value for m in x.matters] for x in reminders.letters(date(2026, 11, 22))}
    assert letters == {"dpo@example.org": ["review", "submission"], "editor@example.org": ["return"]}


def drafts() -> list[ProcessingActivity]:
    return list(ProcessingActivity.objects.all())
