"""An activity as it was after any of its changes."""

from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as HypothesisTestCase

from ropa import drafts, models, record
from ropa.drafts.past import KEPT, at
from ropa.models import ProcessingActivity as Draft
from ropa.record import ProcessingActivity, replace
from tests.ledgers import draft, edit
from tests.strategies import PARTIES, activities


def changesets(row: Draft) -> list[Any]:
    return list(drafts.Past(row).changes)


def another_state(of: ProcessingActivity, like: ProcessingActivity) -> ProcessingActivity:
    """Return what `like` says, said by the activity `of`: the same body, address and inherited texts, some rows kept."""
    data: dict[str, Any] = {name: getattr(of, name) for name in PARTIES}
    for name in drafts.PARTS:
        keys = iter([row.key for row in getattr(of, name)])
        data[name] = tuple(row.model_copy(update={"key": next(keys, row.key)}) for row in getattr(like, name))[::-1]
    texts = [t for t in of.notice_texts if t.level != "activity"]
    data["notice_texts"] = (*texts, *(t for t in like.notice_texts if t.level == "activity"))
    return like.model_copy(update=data)


class AnyPast(HypothesisTestCase):
    """What is put together from history is what was loaded then."""

    @given(activities(), st.lists(activities(), min_size=1, max_size=2))
    @settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    def test_the_state_after_each_save_is_what_was_loaded_then(
        self, first: ProcessingActivity, later: list[ProcessingActivity]
    ) -> None:
        row, known = drafts.save(first), []
        for state in [first, *[another_state(first, like) for like in later]]:
            before = Draft.objects.get(pk=row.pk).revision
            drafts.save(state)
            if state is first or Draft.objects.get(pk=row.pk).revision > before:
                known.append(drafts.load(row))
        past = drafts.Past(row)
        assert [past.at(changeset) for changeset in past.changes] == known


pytestmark = pytest.mark.django_db


def test_rows_that_came_went_and_moved() -> None:
    one, two, three = (record.Purpose(text=text) for text in ("Ett", "Två", "Tre"))
    row = draft(purposes=[one, two])
    edit(row, purposes=(two, three))
    edit(row, purposes=(three, replace(two, text="Två igen")))
    told = [[p.text.sv for p in at(row, changeset).purposes] for changeset in changesets(row)]
    assert told == [["Ett", "Två"], ["Två", "Tre"], ["Tre", "Två igen"]]


def test_a_change_nobody_made_is_refused() -> None:
    with pytest.raises(drafts.NoSuchChange):
        at(draft(), uuid4())


def test_what_is_gone_is_called_as_it_was_last() -> None:
    term = {"code": "own-x", "labels": {"sv": "Biblioteksvännerna"}}
    unit = record.Unit(key=uuid4(), slug="e", name="Enheten")
    row = draft(recipients=[{"category": term}], unit=unit)
    (first,) = changesets(row)
    row.unit = None
    row.save()
    edit(row, recipients=())
    models.RecipientCategory.objects.get(code="own-x").delete()
    models.Unit.objects.get(key=unit.key).delete()
    was = at(row, first)
    assert was.recipients[0].category.labels == {"sv": "Biblioteksvännerna"}  # type: ignore[union-attr]
    assert was.unit is not None
    assert was.unit.name.sv == "Enheten"


def test_queries_do_not_grow_with_the_changes() -> None:
    row = draft(recipients=[{"category": {"code": "own-x", "labels": {"sv": "X"}}}], purposes=[{"text": "0"}])

    def count() -> int:
        with CaptureQueriesContext(connection) as caught:
            past = drafts.Past(row)
            for changeset in past.changes:
                past.at(changeset)
        return len(caught)

    few = count()
    for n in range(5):
        term = {"code": f"own-{n}", "labels": {"sv": str(n)}}
        edit(
            row,
            recipients=[record.Recipient.model_validate({"category": term})],
            purposes=[record.Purpose(text=str(n))],
        )
    assert (count(), few < 45) == (few, True)


class TestRevived:
    def test_parties_address_and_the_day_of_the_review_are_todays(self) -> None:
        organisation = models.Organisation.objects.create(name="Kommunen", slug="k")
        old_unit, unit = (record.Unit(key=uuid4(), slug=s, name=s) for s in "ab")
        was = ProcessingActivity(slug="var", name="Lån", unit=old_unit, reviewed_on="2020-01-01")
        now = replace(was, slug="ar", name="Utlån", unit=unit, reviewed_on="2026-01-01")
        made, gone = drafts.revived(was, now, organisation)
        assert (made, gone) == (replace(now, name="Lån"), ())
        assert {name for name in KEPT if getattr(was, name) != getattr(now, name)} == {"slug", "unit", "reviewed_on"}

    def test_inherited_texts_are_todays_and_own_ones_are_taken_back(self) -> None:
        organisation = models.Organisation.objects.create(name="Kommunen", slug="k")
        texts = {
            name: record.NoticeText(text=name, level=level)
            for name, level in [("då", "unit"), ("nu", "unit"), ("egen då", "activity"), ("egen nu", "activity")]
        }
        was = ProcessingActivity(notice_texts=(texts["då"], texts["egen då"]))
        now = replace(was, notice_texts=(texts["nu"], texts["egen nu"]))
        made, _gone = drafts.revived(was, now, organisation)
        assert [t.text.sv for t in made.notice_texts] == ["nu", "egen då"]

    def test_a_term_nobody_has_any_more_is_told_and_not_made(self) -> None:
        organisation = models.Organisation.objects.create(name="Kommunen", slug="k")
        models.System.objects.create(code="own-kept", label="Finns", organisation=organisation)
        kept, gone = ({"code": code, "labels": {"sv": code}} for code in ("own-kept", "own-gone"))
        supplier = {"code": "own-firm", "labels": {"sv": "Firman"}}
        rows = [{"system": kept, "supplier": supplier}, {"system": gone, "note": "pärm"}]
        was = ProcessingActivity.model_validate({"carriers": rows})
        made, lost = drafts.revived(was, replace(was, carriers=()), organisation)
        assert [t.code for t in lost] == ["own-firm", "own-gone"]
        assert made.carriers == (replace(was.carriers[0], supplier=None), replace(was.carriers[1], system=None))
        assert models.System.objects.count() == 1
