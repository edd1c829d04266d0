"""The ledger: what is written stays, and what was public on a day can be said."""

import json
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from ropa import drafts, ledger_guard, models, publishing, record
from ropa.models import Payload, Publication
from ropa.record import Audience, ProcessingActivity

HOME = record.Organisation(key=uuid4(), slug="exempelby", name="Exempelby kommun")
NOON = datetime(2026, 3, 1, 11, tzinfo=UTC)


def draft(**fields: object) -> models.ProcessingActivity:
    return drafts.save(
        ProcessingActivity.model_validate({"organisation": HOME, "slug": "lan", "name": "Lån", **fields})
    )


def edit(row: models.ProcessingActivity, **fields: object) -> models.ProcessingActivity:
    return drafts.save(record.replace(drafts.load(row), **fields))


@pytest.mark.django_db
class TestPublish:
    def test_freezes_the_whole_record_and_the_notices(self) -> None:
        row = draft(notes="internt", purposes=[{"text": "Låna ut böcker"}])
        made = publishing.publish(row, by="Maria", reason="Första")
        assert (made.version, made.sequence, made.kind, made.by, made.note) == (1, 1, "published", "Maria", "Första")
        stored = json.loads(made.payload.text)
        assert stored["record"]["notes"] == "internt"
        assert set(stored["notices"]) == {"sv", "en"}

    def test_what_is_published_does_not_change_with_the_draft(self) -> None:
        row = draft()
        publishing.publish(row, by="Maria")
        edit(row, name="Ändrat")
        found = publishing.find("lan")
        assert found
        assert found.record
        assert found.record.name.sv == "Lån"

    def test_the_same_again_is_refused(self) -> None:
        row = draft()
        publishing.publish(row, by="Maria")
        with pytest.raises(publishing.Unchanged):
            publishing.publish(row, by="Maria")
        assert Publication.objects.count() == 1

    def test_a_draft_changed_since_it_was_seen_is_refused(self) -> None:
        row = draft()
        seen = row.revision
        edit(row, name="Ändrat av någon annan")
        with pytest.raises(publishing.StaleRevision):
            publishing.publish(row, by="Maria", seen_revision=seen)
        assert Publication.objects.count() == 0

    def test_versions_are_numbered_and_an_internal_change_is_no_public_one(self) -> None:
        row = draft()
        publishing.publish(row, by="a")
        second = publishing.publish(edit(row, notes="bara internt"), by="a")
        third = publishing.publish(edit(row, name="Lån av böcker"), by="a")
        assert [(p.version, p.changes_public) for p in (second, third)] == [(2, False), (3, True)]

    def test_time_never_goes_backwards(self) -> None:
        row = draft()
        publishing.publish(row, by="a", at=NOON)
        later = publishing.publish(edit(row, name="B"), by="a", at=NOON - timedelta(days=3))
        assert later.at == NOON

    def test_index_says_what_state_a_draft_is_in(self) -> None:
        row = draft()
        publishing.reindex([row])
        states = [models.DraftIndex.objects.get().state]
        publishing.publish(row, by="a")
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
        publishing.publish(row, by="a")
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
        publishing.publish(row, by="a")
        publishing.withdraw(row, by="a")
        with pytest.raises(publishing.CannotPublish):
            publishing.withdraw(row, by="a")

    def test_can_be_published_again(self) -> None:
        row = draft()
        publishing.publish(row, by="a")
        publishing.withdraw(row, by="a")
        assert publishing.publish(row, by="a").version == 2


@pytest.mark.django_db
class TestPastDays:
    def test_each_day_ends_at_midnight_in_stockholm(self) -> None:
        row = draft()
        publishing.publish(row, by="a", at=datetime(2026, 3, 1, 22, 59, tzinfo=UTC))  # 23.59 on 1 March in Sweden
        publishing.publish(edit(row, name="Nytt"), by="a", at=datetime(2026, 3, 1, 23, 0, tzinfo=UTC))  # 2 March

        def name_on(day: date) -> list[str]:
            return [p.record.name.sv for p in publishing.as_of(day) if p.record]

        assert name_on(date(2026, 2, 28)) == []
        assert name_on(date(2026, 3, 1)) == ["Lån"]
        assert name_on(date(2026, 3, 2)) == ["Nytt"]

    def test_withdrawn_later_is_there_before(self) -> None:
        row = draft()
        publishing.publish(row, by="a", at=NOON)
        publishing.withdraw(row, by="a", at=NOON + timedelta(days=10))
        assert len(publishing.as_of(date(2026, 3, 5))) == 1
        assert publishing.as_of(date(2026, 3, 11)) == []

    def test_names_are_as_they_were(self) -> None:
        row = draft(recipients=[{"category": {"code": "own-a", "labels": {"sv": "Gamla namnet"}}}])
        publishing.publish(row, by="a", at=NOON)
        term = models.RecipientCategory.objects.get(code="own-a")
        term.label = "Nya namnet"
        term.save()
        (old,) = publishing.as_of(date(2026, 3, 1))
        assert old.record
        assert old.record.recipients[0].category
        assert old.record.recipients[0].category.labels["sv"] == "Gamla namnet"

    @pytest.mark.parametrize("many", [3, 30])
    def test_a_register_takes_the_same_queries_whatever_its_size(
        self, many: int, django_assert_num_queries: object
    ) -> None:
        for n in range(many):
            row = draft(slug=f"a{n}", name=f"Aktivitet {n}")
            publishing.publish(row, by="a", at=NOON)
            publishing.publish(edit(row, summary="Mer"), by="a", at=NOON)
        with django_assert_num_queries(2):  # type: ignore[operator]
            found = publishing.as_of(date(2026, 3, 1))
            register = publishing.register(found, audience=Audience.PUBLIC, day=date(2026, 3, 1))
        assert len(register.entries) == many


@pytest.mark.django_db
class TestAudience:
    def test_the_public_reads_no_internal_field(self) -> None:
        publishing.publish(
            draft(notes="KANARIE", security_measures=[{"note": "KANARIE"}]), by="KANARIE", reason="KANARIE"
        )
        found = publishing.find("lan")
        assert found
        shown = publishing.register([found], audience=Audience.PUBLIC).model_dump_json()
        assert "KANARIE" not in shown
        notice = found.notice("sv")
        assert notice
        assert "KANARIE" not in notice.model_dump_json()

    def test_the_authority_reads_all_of_it(self) -> None:
        publishing.publish(draft(notes="KANARIE"), by="a")
        found = publishing.find("lan", Audience.AUTHORITY)
        assert found
        assert found.record
        assert found.record.notes == "KANARIE"

    def test_a_sealed_version_is_hidden_from_the_public_with_the_reason(self) -> None:
        made = publishing.publish(draft(), by="a")
        publishing.seal(made, by="a", reason="Innehöll ett namn")
        public, authority = publishing.find("lan"), publishing.find("lan", Audience.AUTHORITY)
        assert public
        assert authority
        assert (public.record, public.notice("sv"), public.hidden_reason) == (None, None, "Innehöll ett namn")
        assert authority.record is not None
        assert publishing.verify() == []

    def test_an_erased_version_is_gone_for_all_and_the_chain_still_verifies(self) -> None:
        made = publishing.publish(draft(), by="a")
        publishing.erase(made, by="a", reason="Dom 2026-04-01")
        found = publishing.find("lan", Audience.AUTHORITY)
        assert found
        assert found.record is None
        assert found.hidden_reason == "Dom 2026-04-01"
        assert Payload.objects.count() == 0
        assert publishing.verify() == []


WRITES = [
    "UPDATE ropa_publication SET by = 'x'",
    "DELETE FROM ropa_publication",
    "UPDATE ropa_payload SET text = 'x'",
    "DELETE FROM ropa_payload",
    "UPDATE ropa_seal SET reason = 'x'",
    "DELETE FROM ropa_seal",
]


@pytest.mark.django_db
class TestGuard:
    @pytest.mark.parametrize("statement", WRITES)
    def test_the_database_refuses(self, statement: str) -> None:
        publishing.seal(publishing.publish(draft(), by="a"), by="a", reason="r")
        with pytest.raises(DatabaseError, match="insert-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
        assert publishing.verify() == []

    @pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no TRUNCATE")
    @pytest.mark.parametrize("table", ["ropa_publication", "ropa_payload"])
    def test_postgresql_refuses_to_truncate(self, table: str) -> None:
        with pytest.raises(DatabaseError, match="insert-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {table} CASCADE")

    def test_the_check_sees_that_a_guard_is_missing(self) -> None:
        from ropa.checks import ledger_is_guarded

        assert ledger_is_guarded() == []
        ledger_guard.lift()
        assert [e.id for e in ledger_is_guarded()] == ["ropa.E001"]
        ledger_guard.install()
        assert ledger_is_guarded() == []


@pytest.mark.django_db
class TestVerify:
    @pytest.fixture(autouse=True)
    def three_rows(self) -> None:
        row = draft()
        publishing.publish(row, by="a", at=NOON)
        publishing.publish(edit(row, name="B"), by="a", at=NOON)
        publishing.withdraw(row, by="a", at=NOON)
        ledger_guard.lift()

    def run(self, statement: str) -> list[tuple[int, str]]:
        with connection.cursor() as cursor:
            cursor.execute(statement)
        return [(p.sequence, p.what) for p in publishing.verify()]

    def test_an_untouched_chain_verifies(self) -> None:
        assert publishing.verify() == []

    def test_an_altered_byte_of_the_content(self) -> None:
        first = Publication.objects.get(sequence=1)
        altered = first.payload.text.replace("Lån", "Lan").replace("'", "''")
        assert self.run(f"UPDATE ropa_payload SET text = '{altered}' WHERE publication_id = {first.pk}") == [
            (1, "payload")
        ]

    def test_an_altered_column(self) -> None:
        assert self.run("UPDATE ropa_publication SET by = 'b' WHERE sequence = 2") == [(2, "hash")]

    def test_a_missing_row(self) -> None:
        second = Publication.objects.get(sequence=2)
        Payload.objects.filter(publication=second).delete()
        assert self.run(f"DELETE FROM ropa_publication WHERE id = {second.pk}") == [(3, "sequence"), (3, "previous")]

    def test_a_missing_content(self) -> None:
        assert self.run("DELETE FROM ropa_payload") == [(1, "missing-payload"), (2, "missing-payload")]

    def test_a_cut_tail_is_found_by_the_head_printed_earlier(self) -> None:
        head = publishing.head(HOME.key)
        assert publishing.verify(head) == []
        assert self.run("DELETE FROM ropa_publication WHERE sequence = 3") == []
        assert [p.what for p in publishing.verify(head)] == ["head"]


@pytest.mark.django_db
def test_stamp_changes_with_everything_a_resident_can_see() -> None:
    row = draft()
    stamps = [publishing.stamp()]
    made = publishing.publish(row, by="a")
    stamps.append(publishing.stamp())
    edit(row, name="Bara ett utkast")
    assert publishing.stamp() == stamps[-1]
    publishing.seal(made, by="a", reason="r")
    stamps.append(publishing.stamp())
    organisation = models.Organisation.objects.get()
    organisation.phone = "08-000 00 00"
    organisation.save()
    stamps.append(publishing.stamp())
    assert len(set(stamps)) == 4


@pytest.mark.django_db
def test_stamp_costs_one_query_whatever_there_is(django_assert_num_queries) -> None:
    for name in ("a", "b", "c"):
        publishing.publish(draft(slug=name), by="a")
    with django_assert_num_queries(1):
        publishing.stamp()
