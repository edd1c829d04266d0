"""Confirmed, named anew, taken back from a withdrawal: rows of the ledger that no edit of a draft leads to."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from ropa import drafts, models, publishing, record
from ropa.history import change
from ropa.models import Publication
from ropa.publishing import CannotPublish
from tests.ledgers import NOON, draft, edit, publish

pytestmark = pytest.mark.django_db


def rows() -> list[tuple[str, int]]:
    return list(Publication.objects.order_by("sequence").values_list("kind", "version"))


class TestConfirm:
    def test_says_of_the_version_that_it_is_right_still(self) -> None:
        row = draft()
        publish(row, at=NOON)
        made = publishing.confirm(row, by="Eva", at=NOON + timedelta(days=300))
        assert rows() == [("published", 1), ("confirmed", 1)]
        found = publishing.find("lan")
        assert found is not None
        assert (found.version, found.is_withdrawn, found.confirmed_at) == (1, False, made.at)
        assert publishing.verify() == []

    def test_marks_the_draft_as_reviewed_and_publishes_nothing(self) -> None:
        row = draft()
        publish(row, at=NOON)
        publishing.confirm(row, by="Eva")
        row.refresh_from_db()
        assert row.reviewed_on == timezone.localdate()
        assert models.DraftIndex.objects.get(activity=row).state == "published"
        with pytest.raises(publishing.Unchanged):
            publish(row)

    def test_is_one_change_with_what_it_does_to_the_draft(self) -> None:
        row = draft()
        publish(row, at=NOON)
        made = publishing.confirm(row, by="Eva")
        assert made.changeset == row.history.first().changeset

    def test_is_known_on_later_days_and_not_before(self) -> None:
        publish(row := draft(), at=NOON)
        publishing.confirm(row, by="Eva", at=NOON + timedelta(days=10))
        said = [publishing.as_of((NOON + timedelta(days=n)).date())[0].confirmed_at for n in (9, 10)]
        assert [bool(one) for one in said] == [False, True]

    def test_a_new_version_is_not_confirmed(self) -> None:
        publish(row := draft(), at=NOON)
        publishing.confirm(row, by="Eva", at=NOON + timedelta(days=10))
        publish(edit(row, name="B"), at=NOON + timedelta(days=20))
        assert publishing.current()[0].confirmed_at is None

    def test_nobody_can_tell_which_is_meant_where_the_draft_differs(self) -> None:
        publish(row := draft())
        with pytest.raises(CannotPublish):
            publishing.confirm(edit(row, name="B"), by="Eva")

    def test_what_is_not_public_is_not_confirmed(self) -> None:
        row = draft()
        with pytest.raises(CannotPublish):
            publishing.confirm(row, by="Eva")
        publish(row)
        publishing.withdraw(row, by="Maria")
        with pytest.raises(CannotPublish):
            publishing.confirm(row, by="Eva")

    def test_a_version_is_withdrawn_after_it_was_confirmed(self) -> None:
        publish(row := draft(), at=NOON)
        publishing.confirm(row, by="Eva")
        publishing.withdraw(row, by="Maria")
        assert rows() == [("published", 1), ("confirmed", 1), ("withdrawn", 1)]
        assert publishing.current() == []


UNIT = record.Unit(key=uuid4(), slug="bibliotek", name="Biblioteket")


def rename(name: str) -> None:
    unit = models.Unit.objects.get(slug="bibliotek")
    unit.name = name
    unit.save()


class TestReissue:
    def test_publishes_what_was_published_with_the_new_name_and_leaves_the_draft_alone(self) -> None:
        publish(row := draft(unit=UNIT), at=NOON)
        edit(row, name="Inte färdigt")
        rename("Stadsbiblioteket")
        assert publishing.outdated([row]) == [row]
        (made,) = publishing.reissue([row], by="Maria", reason="Nytt namn")
        found = publishing.find("lan")
        assert found is not None
        assert found.record is not None
        assert found.record.unit is not None
        assert (found.version, found.record.name.sv, found.record.unit.name.sv) == (2, "Lån", "Stadsbiblioteket")
        assert (made.note, made.changes_public) == ("Nytt namn", True)
        assert drafts.load(row).name.sv == "Inte färdigt"
        assert publishing.outdated([row]) == []

    def test_old_versions_keep_the_old_name(self) -> None:
        publish(row := draft(unit=UNIT), at=NOON)
        rename("Stadsbiblioteket")
        publishing.reissue([row], by="Maria", reason="Nytt namn")
        names = [v.record.unit.name.sv for v in publishing.versions("lan") if v.record and v.record.unit]
        assert names == ["Stadsbiblioteket", "Biblioteket"]

    def test_is_one_change_with_what_is_around_it(self) -> None:
        first, second = draft(unit=UNIT), draft(unit=UNIT, slug="tva", name="Två")
        for row in (first, second):
            publish(row, at=NOON)
        with change(by="Maria", reason="Omorganisation") as made:
            rename("Stadsbiblioteket")
            reissued = publishing.reissue([first, second], by="Maria", reason="Omorganisation")
        assert {row.changeset for row in reissued} == {made.id}
        assert models.Unit.history.first().changeset == made.id

    def test_passes_by_what_is_not_public_and_what_is_named_right(self) -> None:
        never, gone, right = draft(slug="a"), draft(slug="b"), draft(slug="c")
        for row in (gone, right):
            publish(row)
        publishing.withdraw(gone, by="Maria")
        assert publishing.outdated([never, gone, right]) == []
        assert publishing.reissue([never, gone, right], by="Maria", reason="Nytt") == []

    def test_a_link_with_a_changeset_verifies_and_one_without_keeps_its_hash(self) -> None:
        publish(row := draft(unit=UNIT), at=NOON)
        rename("Stadsbiblioteket")
        publishing.reissue([row], by="Maria", reason="Nytt namn")
        assert [bool(p.changeset) for p in Publication.objects.order_by("sequence")] == [False, True]
        assert publishing.verify() == []


class TestRestore:
    def test_makes_public_again_what_was_withdrawn_and_not_the_draft(self) -> None:
        publish(row := draft())
        publishing.withdraw(row, by="Maria")
        edit(row, name="Inte färdigt")
        publishing.restore(row, by="Maria", reason="Av misstag")
        found = publishing.find("lan")
        assert found is not None
        assert found.record is not None
        assert (found.version, found.is_withdrawn, found.record.name.sv) == (2, False, "Lån")
        assert rows() == [("published", 1), ("withdrawn", 1), ("published", 2)]

    def test_what_is_public_is_not_taken_back(self) -> None:
        publish(row := draft())
        with pytest.raises(CannotPublish):
            publishing.restore(row, by="Maria")

    def test_what_is_erased_is_not_taken_back(self) -> None:
        made = publish(row := draft())
        publishing.withdraw(row, by="Maria")
        publishing.erase(made, by="Maria", reason="Dom")
        with pytest.raises(CannotPublish):
            publishing.restore(row, by="Maria")


class TestWhatIsInherited:
    def test_a_text_of_the_unit_is_published_anew_and_the_activitys_own_is_not(self) -> None:
        own = record.NoticeText(text="Egen text", section="purposes")
        publish(row := draft(unit=UNIT, notice_texts=(own,)), at=NOON)
        models.NoticeText.objects.create(unit=models.Unit.objects.get(), text="Enhetens text", section="purposes")
        models.NoticeText.objects.filter(key=own.key).update(text="Inte färdigt")
        publishing.reissue([row], by="Maria", reason="Ny text")
        found = publishing.find("lan")
        assert found is not None
        assert found.record is not None
        assert [t.text.sv for t in found.record.notice_texts] == ["Enhetens text", "Egen text"]
        assert publishing.reissue([row], by="Maria", reason="Igen") == []

    def test_what_is_hidden_is_not_brought_to_sight(self) -> None:
        made = publish(row := draft(unit=UNIT))
        publishing.seal(made, by="Maria", reason="Sekretess")
        rename("Stadsbiblioteket")
        assert publishing.outdated([row]) == []
        assert publishing.reissue([row], by="Maria", reason="Nytt namn") == []
        publishing.withdraw(row, by="Maria")
        with pytest.raises(CannotPublish):
            publishing.restore(row, by="Maria")

    def test_as_many_queries_for_one_as_for_ten(self, django_assert_num_queries: Any) -> None:
        rows = [draft(unit=UNIT, slug=f"a{n}", name=f"A{n}") for n in range(10)]
        for row in rows:
            publish(row, at=NOON)
        rename("Stadsbiblioteket")
        for some in (rows[:1], rows):
            with django_assert_num_queries(9):
                assert len(publishing.outdated(some)) == len(some)
