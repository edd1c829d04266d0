"""Tables <-> record."""

from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.extra.django import TestCase as HypothesisTestCase

from ropa import drafts, models, record
from ropa.models import ProcessingActivity as Draft
from ropa.record import ProcessingActivity
from tests.strategies import activities

HOME = record.Organisation(key=uuid4(), slug="exempelby", name="Exempelby kommun")


def an_activity(**fields: object) -> ProcessingActivity:
    return ProcessingActivity.model_validate({"organisation": HOME, "slug": "lan", "name": "Lån", **fields})


class RoundTrip(HypothesisTestCase):
    """Every record comes back from the tables as it went in, and a second save writes nothing."""

    @given(activities())
    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    def test_load_of_save_is_the_record(self, activity: ProcessingActivity) -> None:
        row = drafts.save(activity)
        loaded = drafts.load(row)
        assert loaded == activity
        revision = row.revision
        assert drafts.save(loaded).revision == revision


@pytest.mark.django_db
class TestSave:
    def test_needs_an_organisation(self) -> None:
        with pytest.raises(drafts.CannotSave):
            drafts.save(ProcessingActivity(name="Lån", slug="lan"))
        assert Draft.objects.count() == 0

    def test_an_unknown_code_is_refused_and_nothing_is_saved(self) -> None:
        with pytest.raises(drafts.UnknownTerm, match="r-nobody"):
            drafts.save(an_activity(recipients=[{"category": "r-nobody"}]))
        assert Draft.objects.count() == 0
        assert models.Organisation.objects.count() == 0

    def test_a_new_term_becomes_the_organisations_own(self) -> None:
        term = {"code": "own-x", "labels": {"sv": "Biblioteksvännerna", "en": "Friends of the library"}}
        row = drafts.save(an_activity(recipients=[{"category": term}]))
        made = models.RecipientCategory.objects.get(code="own-x")
        assert made.organisation == row.organisation
        assert made.translations["label"]["en"]["text"] == "Friends of the library"

    def test_another_organisations_own_term_is_not_found(self) -> None:
        other = models.Organisation.objects.create(name="Annan", slug="annan")
        models.RecipientCategory.objects.create(organisation=other, code="own-y", label="Deras")
        with pytest.raises(drafts.UnknownTerm):
            drafts.save(an_activity(recipients=[{"category": "own-y"}]))

    def test_a_row_of_another_activity_is_not_taken_over(self) -> None:
        row = record.Purpose(text="Låna ut böcker")
        drafts.save(an_activity(purposes=[row]))
        with pytest.raises(drafts.CannotSave, match=str(row.key)):
            drafts.save(an_activity(slug="annan", purposes=[row]))

    def test_rows_are_changed_added_removed_and_moved(self) -> None:
        first, second = record.Purpose(text="Ett"), record.Purpose(text="Två")
        draft = drafts.load(drafts.save(an_activity(purposes=[first, second])))
        changed = record.replace(second, text="Två, ändrat")
        third = record.Purpose(text="Tre")
        row = drafts.save(record.replace(draft, purposes=(changed, third)))
        assert [p.text.sv for p in drafts.load(row).purposes] == ["Två, ändrat", "Tre"]
        assert [p.key for p in drafts.load(row).purposes] == [second.key, third.key]

    def test_rows_keep_the_order_they_are_given(self) -> None:
        draft = drafts.load(drafts.save(an_activity(purposes=[{"text": "Ett"}, {"text": "Två"}])))
        row = drafts.save(record.replace(draft, purposes=draft.purposes[::-1]))
        assert [p.text.sv for p in drafts.load(row).purposes] == ["Två", "Ett"]

    def test_a_slug_that_is_taken_gets_the_organisation_before_it(self) -> None:
        drafts.save(an_activity())
        assert drafts.save(an_activity()).slug == "exempelby-lan"

    def test_parties_are_not_altered_by_a_record(self) -> None:
        drafts.save(an_activity())
        renamed = HOME.model_copy(update={"name": record.Text(sv="Kapad kommun")})
        drafts.save(an_activity(slug="b", organisation=renamed))
        assert models.Organisation.objects.get().name == "Exempelby kommun"

    def test_one_save_is_one_change(self) -> None:
        drafts.save(an_activity(purposes=[{"text": "Ett"}, {"text": "Två"}]), by="Maria", reason="Nytt lån")
        rows = [*Draft.history.all(), *models.Purpose.history.all()]
        assert len(rows) == 3
        assert {r.changeset for r in rows} == {rows[0].changeset}
        assert {(r.history_by, r.history_change_reason) for r in rows} == {("Maria", "Nytt lån")}

    def test_rows_written_together_have_a_history_like_any_other(self, django_user_model: Any) -> None:
        maria = django_user_model.objects.create(username="maria")
        row = drafts.save(an_activity(purposes=[{"text": "Ett"}, {"text": "Två"}]), by=maria, reason="Nytt lån")
        told = models.Purpose.history.order_by("pk")
        assert [(r.history_type, r.text, r.history_user, r.position) for r in told] == [
            ("+", "Ett", maria, 0), ("+", "Två", maria, 1),
        ]  # fmt: skip
        assert [r.instance for r in told] == list(row.purposes.all())
        assert [r.history.count() for r in row.purposes.all()] == [1, 1]

    def test_a_list_that_is_the_same_is_not_written_whatever_another_says(self) -> None:
        draft = drafts.load(drafts.save(an_activity(purposes=[{"text": "Ett"}], carriers=[{"note": "pärm"}])))
        drafts.save(record.replace(draft, purposes=(record.replace(draft.purposes[0], text="Två"),)))
        assert models.Purpose.history.count() == 2
        assert models.CarrierSystem.history.count() == 1
        assert Draft.history.count() == 1

    def test_a_term_named_by_its_code_alone_is_no_change(self) -> None:
        term = {"code": "own-x", "labels": {"sv": "Biblioteksvännerna"}}
        draft = drafts.load(drafts.save(an_activity(recipients=[{"category": term}])))
        drafts.save(record.replace(draft, recipients=(record.replace(draft.recipients[0], category="own-x"),)))
        assert models.Recipient.history.count() == 1

    def test_saving_a_row_raises_the_revision(self) -> None:
        row = drafts.save(an_activity(purposes=[{"text": "Ett"}]))
        row.purposes.get().save()
        before, row_revision = row.revision, Draft.objects.get(pk=row.pk).revision
        assert row_revision == before + 1

    def test_new_rows_raise_the_revision(self) -> None:
        row = drafts.save(an_activity(purposes=[{"text": "Ett"}]))
        draft = drafts.load(row)
        assert row.revision == 2
        longer = record.replace(draft, purposes=(*draft.purposes, record.Purpose(text="Två")))
        assert drafts.save(longer).revision == 3

    def test_each_row_of_history_raises_the_revision_by_one(self) -> None:
        """The page of a conflict counts on it: so many rows of history back is what somebody had not seen."""
        row = drafts.save(an_activity(purposes=[{"text": "Ett"}, {"text": "Två"}], carriers=[{"note": "pärm"}]))
        assert row.revision == 1 + 2 + 1


@pytest.mark.django_db
class TestSaveMany:
    def test_it_saves_what_single_saves_would(self) -> None:
        first = an_activity(slug="a", purposes=[{"text": "Ett"}], carriers=[{"note": "pärm"}])
        second = an_activity(slug="b", purposes=[{"text": "Två"}, {"text": "Tre"}])
        rows = drafts.save_many([first, second], by="Maria")
        assert [drafts.load(row) for row in rows] == [first, second]
        changed = record.replace(second, purposes=(record.replace(second.purposes[1], text="Fyra"),))
        third = an_activity(slug="c")
        again = drafts.save_many([first, changed, third], by="Maria")
        assert [drafts.load(row) for row in again] == [first, changed, third]
        assert [again[0].revision, again[1].revision > rows[1].revision] == [rows[0].revision, True]
        assert len({r.changeset for r in [*Draft.history.all(), *models.Purpose.history.all()]}) == 2

    def test_two_activities_cannot_have_the_same_row(self) -> None:
        row = record.Purpose(text="Låna ut böcker")
        with pytest.raises(drafts.CannotSave, match=str(row.key)):
            drafts.save_many([an_activity(slug="a", purposes=[row]), an_activity(slug="b", purposes=[row])])
        assert Draft.objects.count() == 0

    @pytest.mark.parametrize("new", [True, False])
    def test_rows_cost_no_queries_of_their_own(self, new: bool, django_assert_max_num_queries: Any) -> None:
        drafts.save(an_activity(slug="before"))
        made = an_activity(slug="a", purposes=[{"text": str(n)} for n in range(40)])
        if not new:
            drafts.save(made)
        with django_assert_max_num_queries(16 if new else 40):
            drafts.save(made)

    def test_many_are_written_together_each_with_its_history(self, django_assert_max_num_queries: Any) -> None:
        drafts.save(an_activity(slug="before"))
        many = [an_activity(slug=f"a{n or 1}", purposes=[{"text": str(n)}]) for n in range(20)]
        with django_assert_max_num_queries(30 + 2 * len(many)):  # an address is looked for at two places
            rows = drafts.save_many(many, by="ann", reason="import")
        assert [row.key for row in rows] == [one.key for one in many]
        assert len({row.slug for row in rows}) == len(many)
        before = Draft.objects.get(slug="before")
        for row in rows:
            entry = row.history.get()
            assert (entry.history_type, entry.history_by, entry.history_change_reason) == ("+", "ann", "import")
            assert entry.changeset == row.purposes.get().history.get().changeset
            assert (entry.sort_key, row.revision) == (row.sort_key, before.revision + 1)
        with django_assert_max_num_queries(40):
            drafts.save_many(many)


@pytest.mark.django_db
class TestLoad:
    def test_the_controllers_own_dpo_comes_before_the_organisations(self) -> None:
        board = record.Controller(key=uuid4(), slug="namnd", name="Nämnden", kind="board")
        row = drafts.save(an_activity(controller=board))
        models.DataProtectionOfficer.objects.create(organisation=row.organisation, name="Kommunens")
        assert str(drafts.load(row).dpo.name.sv) == "Kommunens"  # type: ignore[union-attr]
        own = models.Controller.objects.get(key=board.key)
        models.DataProtectionOfficer.objects.create(organisation=row.organisation, controller=own, name="Nämndens")
        assert str(drafts.load(row).dpo.name.sv) == "Nämndens"  # type: ignore[union-attr]

    def test_texts_are_inherited_from_the_outside_in(self) -> None:
        above = models.Organisation.objects.create(name="Kommunen", slug="k")
        unit = models.Unit.objects.create(organisation=above, name="Enhet", slug="e")
        below = models.Unit.objects.create(organisation=above, name="Grupp", slug="g", parent=unit)
        row = Draft.objects.create(organisation=above, unit=below, name="A", slug="a")
        elsewhere = models.Unit.objects.create(organisation=above, name="Annan", slug="annan")
        for text, owner in [
            ("4", {"activity": row}), ("3", {"unit": below}), ("2", {"unit": unit}), ("1", {"organisation": above}),
            ("x", {"unit": elsewhere}),
        ]:  # fmt: skip
            models.NoticeText.objects.create(section="introduction", text=text, **owner)
        assert [t.text.sv for t in drafts.load(row).notice_texts] == ["1", "2", "3", "4"]

    @pytest.mark.parametrize("many", [3, 30])
    def test_queries_do_not_grow_with_activities(self, many: int, django_assert_num_queries: object) -> None:
        for n in range(many):
            drafts.save(an_activity(slug=f"a{n}", purposes=[{"text": "Ett"}], carriers=[{"note": "pärm"}]))
        with django_assert_num_queries(27):  # type: ignore[operator]
            assert len(drafts.load_many(Draft.objects.all())) == many
