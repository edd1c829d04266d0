"""The ledger's verbs: what is written stays, and says who, why and in which version."""

import json
from datetime import timedelta

import pytest

from ropa import models, publishing
from ropa.models import Publication
from tests.ledgers import NOON, draft, edit, publish


@pytest.mark.django_db
class TestPublish:
    def test_freezes_the_whole_record_and_the_notices(self) -> None:
        row = draft(notes="internt", purposes=[{"text": "Låna ut böcker"}])
        made = publish(row, by="Maria", reason="Första")
        assert (made.version, made.sequence, made.kind, made.by, made.note) == (1, 1, "published", "Maria", "Första")
        stored = json.loads(made.payload.text)
        assert stored["record"]["notes"] == "internt"
        assert set(stored["notices"]) == {"sv", "en"}

    def test_what_is_published_does_not_change_with_the_draft(self) -> None:
        row = draft()
        publish(row, by="Maria")
        edit(row, name="Ändrat")
        found = publishing.find("lan")
        assert found
        assert found.record
        assert found.record.name.sv == "Lån"

    def test_the_same_again_is_refused(self) -> None:
        row = draft()
        publish(row, by="Maria")
        with pytest.raises(publishing.Unchanged):
            publish(row, by="Maria")
        assert Publication.objects.count() == 1

    def test_a_draft_changed_since_it_was_seen_is_refused(self) -> None:
        row = draft()
        seen = row.revision
        edit(row, name="Ändrat av någon annan")
        with pytest.raises(publishing.StaleRevision):
            publish(row, by="Maria", seen_revision=seen)
        assert Publication.objects.count() == 0

    def test_versions_are_numbered_and_an_internal_change_is_no_public_one(self) -> None:
        row = draft()
        publish(row)
        second = publish(edit(row, notes="bara internt"))
        third = publish(edit(row, name="Lån av böcker"))
        assert [(p.version, p.changes_public) for p in (second, third)] == [(2, False), (3, True)]

    def test_time_never_goes_backwards(self) -> None:
        row = draft()
        publish(row, at=NOON)
        later = publish(edit(row, name="B"), at=NOON - timedelta(days=3))
        assert later.at == NOON

    def test_index_says_what_state_a_draft_is_in(self) -> None:
        row = draft()
        publishing.reindex([row])
        states = [models.DraftIndex.objects.get().state]
        publish(row)
        states.append(models.DraftIndex.objects.get().state)
        publishing.reindex([edit(row, name="B")])
        states.append(models.DraftIndex.objects.get().state)
        publishing.withdraw(row, by="a")
        states.append(models.DraftIndex.objects.get().state)
        assert states == ["draft", "published", "changed", "withdrawn"]


@pytest.mark.django_db
class TestWithdraw:
    def test_takes_a_sequence_but_no_version(self) -> None:
        row = draft()
        publish(row)
        gone = publishing.withdraw(row, by="a", public_note="Verksamheten är nedlagd")
        assert (gone.sequence, gone.version, gone.kind) == (2, 1, "withdrawn")
        found = publishing.find("lan")
        assert found
        assert found.is_withdrawn
        assert found.public_note == "Verksamheten är nedlagd"
        assert publishing.current() == []

    def test_what_is_not_public_cannot_be_withdrawn(self) -> None:
        row = draft()
        with pytest.raises(publishing.CannotPublish):
            publishing.withdraw(row, by="a")
        publish(row)
        publishing.withdraw(row, by="a")
        with pytest.raises(publishing.CannotPublish):
            publishing.withdraw(row, by="a")

    def test_can_be_published_again(self) -> None:
        row = draft()
        publish(row)
        publishing.withdraw(row, by="a")
        assert publish(row).version == 2
