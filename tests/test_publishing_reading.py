"""What was public on a day can be said, and the public is told no more than it may know."""

from datetime import UTC, date, datetime, timedelta

import pytest

from ropa import models, publishing
from ropa.models import Payload
from ropa.record import Audience
from tests.ledgers import NOON, draft, edit, publish


@pytest.mark.django_db
class TestPastDays:
    def test_each_day_ends_at_midnight_in_stockholm(self) -> None:
        row = draft()
        publish(row, at=datetime(2026, 3, 1, 22, 59, tzinfo=UTC))  # 23.59 on 1 March in Sweden
        publish(edit(row, name="Nytt"), at=datetime(2026, 3, 1, 23, 0, tzinfo=UTC))  # 2 March

        def name_on(day: date) -> list[str]:
            return [p.record.name.sv for p in publishing.as_of(day) if p.record]

        assert name_on(date(2026, 2, 28)) == []
        assert name_on(date(2026, 3, 1)) == ["Lån"]
        assert name_on(date(2026, 3, 2)) == ["Nytt"]

    def test_withdrawn_later_is_there_before(self) -> None:
        row = draft()
        publish(row, at=NOON)
        publishing.withdraw(row, by="a", at=NOON + timedelta(days=10))
        assert len(publishing.as_of(date(2026, 3, 5))) == 1
        assert publishing.as_of(date(2026, 3, 11)) == []

    def test_names_are_as_they_were(self) -> None:
        row = draft(recipients=[{"category": {"code": "own-a", "labels": {"sv": "Gamla namnet"}}}])
        publish(row, at=NOON)
        term = models.RecipientCategory.objects.get(code="own-a")
        term.label = "Nya namnet"
        term.save()
        (old,) = publishing.as_of(date(2026, 3, 1))
        assert old.record
        assert old.record.recipients[0].category
        assert old.record.recipients[0].category.labels["sv"] == "Gamla namnet"

    @pytest.mark.parametrize("many", [2, 8])
    def test_a_register_takes_the_same_queries_whatever_its_size(
        self, many: int, django_assert_num_queries: object
    ) -> None:
        for n in range(many):
            row = draft(slug=f"a{n}", name=f"Aktivitet {n}")
            publish(row, at=NOON)
            publish(edit(row, summary="Mer"), at=NOON)
        with django_assert_num_queries(2):  # type: ignore[operator]
            found = publishing.as_of(date(2026, 3, 1))
            register = publishing.register(found, audience=Audience.PUBLIC, day=date(2026, 3, 1))
        assert len(register.entries) == many


@pytest.mark.django_db
class TestAudience:
    def test_the_public_reads_no_internal_field(self) -> None:
        publish(draft(notes="KANARIE", security_measures=[{"note": "KANARIE"}]), by="KANARIE", reason="KANARIE")
        found = publishing.find("lan")
        assert found
        shown = publishing.register([found], audience=Audience.PUBLIC).model_dump_json()
        assert "KANARIE" not in shown
        notice = found.notice("sv")
        assert notice
        assert "KANARIE" not in notice.model_dump_json()

    def test_the_authority_reads_all_of_it(self) -> None:
        publish(draft(notes="KANARIE"))
        found = publishing.find("lan", Audience.AUTHORITY)
        assert found
        assert found.record
        assert found.record.notes == "KANARIE"

    def test_a_sealed_version_is_hidden_from_the_public_with_the_reason(self) -> None:
        made = publish(draft())
        publishing.seal(made, by="a", reason="Innehöll ett namn")
        public, authority = publishing.find("lan"), publishing.find("lan", Audience.AUTHORITY)
        assert public
        assert authority
        assert (public.record, public.notice("sv"), public.hidden_reason) == (None, None, "Innehöll ett namn")
        assert authority.record is not None
        assert publishing.verify() == []

    def test_an_erased_version_is_gone_for_all_and_the_chain_still_verifies(self) -> None:
        made = publish(draft())
        publishing.erase(made, by="a", reason="Dom 2026-04-01")
        found = publishing.find("lan", Audience.AUTHORITY)
        assert found
        assert found.record is None
        assert found.hidden_reason == "Dom 2026-04-01"
        assert Payload.objects.count() == 0
        assert publishing.verify() == []


@pytest.mark.django_db
def test_stamp_changes_with_everything_a_resident_can_see() -> None:
    row = draft()
    stamps = [publishing.stamp()]
    made = publish(row)
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
        publish(draft(slug=name))
    with django_assert_num_queries(1):
        publishing.stamp()
