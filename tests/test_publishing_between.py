"""What differs between two days: added, changed, withdrawn, moved, and what only was there in between."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from ropa import publishing, record
from ropa.models import Organisation, Publication, Unit
from ropa.record import Audience
from tests.ledgers import HOME, draft, edit, publish

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2026, 2, 28), date(2026, 3, 31)
HERE = record.Unit(key=uuid4(), slug="har", name="Här")
THERE = record.Unit(key=uuid4(), slug="dar", name="Där")


def on(day: int, month: int = 3) -> datetime:
    return datetime(2026, month, day, 11, tzinfo=UTC)


def found(audience: Audience = Audience.AUTHORITY, **asked: Any) -> dict[str, str]:
    """Return address -> what became of it."""
    changes = publishing.changes_between(FIRST, LAST, audience=audience, **asked).changes
    return {change.shown.slug: change.kind for change in changes}


def move(row: Any, unit: record.Unit) -> Any:
    row.refresh_from_db()
    row.unit = Unit.objects.get(slug=unit.slug)
    row.save()
    return row


@pytest.fixture(scope="class")
def march(kept_for_class: None) -> None:
    """One of each in March."""
    same, new, changed, internal, ended, brief, back = (
        draft(slug=slug, name=slug.title(), unit=HERE)
        for slug in ("same", "new", "changed", "internal", "ended", "brief", "back")
    )
    draft(slug="never", name="Never", unit=THERE)
    for row in (same, changed, internal, ended, back):
        publish(row, at=on(10, 2))
    publish(new, at=on(2))
    publish(edit(changed, summary="Mer"), at=on(3))
    publish(edit(internal, notes="Internt"), at=on(4))
    publishing.withdraw(ended, by="a", public_note="Slut.", at=on(5))
    publish(brief, at=on(6))
    publishing.withdraw(brief, by="a", at=on(7))
    publish(edit(back, summary="Fel"), at=on(8))
    publish(edit(back, summary=""), at=on(9))
    publish(edit(same, summary="Senare"), at=on(1, 4))


@pytest.mark.usefixtures("march")
class TestMarch:
    def test_each_kind(self) -> None:
        kinds = {"new": "added", "changed": "changed", "internal": "changed", "ended": "withdrawn", "brief": "passing"}
        assert found() == kinds
        del kinds["internal"]
        assert found(Audience.PUBLIC) == kinds

    def test_before_and_after_and_the_note(self) -> None:
        by_slug = {
            c.shown.slug: c for c in publishing.changes_between(FIRST, LAST, audience=Audience.AUTHORITY).changes
        }
        changed = by_slug["changed"]
        assert changed.before
        assert changed.before.record
        assert not changed.before.record.summary
        assert changed.after
        assert changed.after.record
        assert changed.after.record.summary.sv == "Mer"
        assert [slug for slug, change in by_slug.items() if not change.is_public] == ["internal"]
        assert by_slug["ended"].ended
        assert by_slug["ended"].ended.public_note == "Slut."

    def test_counts_at_both_ends(self) -> None:
        for audience in (Audience.PUBLIC, Audience.AUTHORITY):
            changes = publishing.changes_between(FIRST, LAST, audience=audience)
            assert (changes.count_before, len(changes.standing)) == (5, 5)

    def test_before_the_ledger_began_all_is_new(self) -> None:
        changes = publishing.changes_between(date(2020, 1, 1), date(2026, 2, 28))
        assert {change.kind for change in changes.changes} == {"added"}
        assert (changes.count_before, len(changes.standing)) == (0, 5)

    def test_of_an_organisation(self) -> None:
        assert found(organisations=[uuid4()]) == {}
        assert len(found(organisations=[HOME.key])) == 5

    def test_sealed_is_seen_by_staff_alone_and_erased_by_nobody(self) -> None:
        publishing.seal(Publication.objects.get(slug="changed", version=2), by="a", reason="Skäl")
        publishing.erase(Publication.objects.get(slug="internal", version=2), by="a", reason="Dom")
        for audience, hidden in ((Audience.PUBLIC, "Skäl"), (Audience.AUTHORITY, "")):
            by_slug = {c.shown.slug: c for c in publishing.changes_between(FIRST, LAST, audience=audience).changes}
            assert by_slug["changed"].shown.hidden_reason == hidden
        assert by_slug["internal"].shown.hidden_reason == "Dom"
        assert by_slug["internal"].shown.record is None


def test_each_is_told_with_the_reasons_of_what_happened_in_between() -> None:
    old, new, twice, gone = (draft(slug=slug, name=slug.title()) for slug in ("old", "new", "twice", "gone"))
    for row in (old, gone):
        publish(row, at=on(10, 2), reason="Före")
    publish(twice, at=on(1), reason="Ett misstag")
    publishing.withdraw(twice, by="a", reason="Misstaget rättas", public_note="Slut.", at=on(2))
    for row in (new, twice, edit(old, summary="Mer"), edit(gone, summary="Mer")):
        publish(row, at=on(3), reason="Ny lag")
    rows = (old, new, twice, gone)
    for name in ("Nya staden", "Nyare staden"):
        Organisation.objects.update(name=name)
        publishing.reissue(rows, by="a", reason="Nytt namn")
    publishing.withdraw(gone, by="a", reason="Upphörd", public_note="Slut.")
    days = FIRST, timezone.localdate()
    changes = publishing.changes_between(*days, audience=Audience.AUTHORITY).changes
    assert {change.shown.slug: change.reasons for change in changes} == {
        "old": ("Ny lag", "Nytt namn"),
        "new": ("Ny lag",),
        "twice": ("Ny lag",),
        "gone": ("Upphörd",),
    }
    assert {change.reasons for change in publishing.changes_between(*days).changes} == {()}


@pytest.mark.parametrize(("day", "seen"), [(on(1).replace(hour=22, minute=59), False), (on(1).replace(hour=23), True)])
def test_days_end_at_midnight_in_stockholm(day: datetime, seen: bool) -> None:
    publish(draft(), at=day)
    changes = publishing.changes_between(date(2026, 3, 1), date(2026, 3, 2)).changes
    assert bool(changes) is seen


class TestParts:
    @pytest.mark.parametrize(
        ("unit", "kind", "counts"), [("har", "moved-out", (1, 0)), ("dar", "moved-in", (1, 2)), ("", "changed", (2, 2))]
    )
    def test_moved_between_units(self, unit: str, kind: str, counts: tuple[int, int]) -> None:
        publish(draft(slug="kvar", name="Kvar", unit=THERE), at=on(10, 2))
        row = draft(unit=HERE)
        publish(row, at=on(10, 2))
        publish(move(row, THERE), at=on(5))
        assert found(unit=unit) == {"lan": kind}
        changes = publishing.changes_between(FIRST, LAST, unit=unit)
        assert (changes.count_before, len(changes.standing)) == counts

    @pytest.mark.parametrize(("unit", "kind"), [("har", "withdrawn"), ("dar", "passing"), ("", "withdrawn")])
    def test_moved_in_and_withdrawn(self, unit: str, kind: str) -> None:
        draft(slug="kvar", name="Kvar", unit=THERE)
        row = draft(unit=HERE)
        publish(row, at=on(10, 2))
        publish(move(row, THERE), at=on(5))
        publishing.withdraw(row, by="a", at=on(6))
        for audience in (Audience.PUBLIC, Audience.AUTHORITY):
            assert found(audience, unit=unit) == {"lan": kind}

    def test_of_a_controller(self) -> None:
        boards = [record.Controller(key=uuid4(), slug=slug, name=slug) for slug in ("a", "b")]
        for board in boards:
            publish(draft(slug=f"x{board.slug}", name="X", controller=board), at=on(5))
        assert found(controller="a") == {"xa": "added"}
        assert len(publishing.changes_between(FIRST, LAST, controller="a").standing) == 1


class TestHidden:
    def test_a_withheld_unit_is_not_given_away(self) -> None:
        publish(draft(unit=HERE, withheld=[{"field": "unit", "reason": "Skyddad adress"}]), at=on(5))
        assert found(Audience.PUBLIC, unit="har") == {}
        assert not publishing.changes_between(FIRST, LAST, unit="har").standing
        assert found(unit="har") == {"lan": "added"}


@pytest.mark.parametrize("many", [2, 8])
def test_the_same_queries_whatever_the_size(many: int, django_assert_num_queries: Any) -> None:
    for n in range(many):
        row = draft(slug=f"a{n}", name=f"Aktivitet {n}")
        publish(row, at=on(10, 2))
        publish(edit(row, summary="Mer"), at=on(5))
    brief = draft(slug="kort", name="Kort")
    publish(brief, at=on(6))
    publishing.withdraw(brief, by="a", at=on(7))
    with django_assert_num_queries(5):
        changes = publishing.changes_between(FIRST, LAST, audience=Audience.AUTHORITY).changes
    assert len(changes) == many + 1
