"""Errors that stand: publishing takes a reason, the ledger keeps both, and lists can ask what is found where."""

import json
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ropa import drafts, models, publishing, rules, snapshot
from ropa.history import change as one_save
from ropa.models import DraftFinding, DraftIndex, Payload, ProcessingActivity, Publication
from ropa.publishing import findings
from ropa.publishing.reading import LOCAL
from ropa.record import Audience, Controller, Purpose, PurposeBasis, PurposeCategory, replace
from ropa.rules import Place
from ropa.vocabulary import ControllerKind, LegalBasis
from tests.demo_fixture import LAST, record
from tests.ledgers import draft
from tests.worlds import key

pytestmark = pytest.mark.django_db


def sound(slug: str = "bygglov", **changes: Any) -> ProcessingActivity:
    """Save an activity of the demo in which nothing is wrong, but for what is changed."""
    return drafts.save(replace(record(LAST[slug]), **changes))


def told(row: ProcessingActivity) -> set[str]:
    return set(DraftFinding.objects.filter(publishing.held(), activity=row).values_list("rule", flat=True))


def test_what_errors_stand_in_is_refused_without_a_reason() -> None:
    row = sound(role=None)
    for reason in ("", "  \n"):
        with pytest.raises(publishing.FindingsStand, match="R43") as refused:
            publishing.publish(row, by="a", reason=reason)
    assert [x.rule.code for x in refused.value.findings] == ["R43"]
    assert not Publication.objects.exists()


def test_where_none_stand_no_reason_is_asked_for() -> None:
    made = publishing.publish(sound(), by="a")
    assert json.loads(made.payload.text)["findings"] == []


def test_the_ledger_keeps_the_reason_and_the_errors_under_its_hash() -> None:
    made = publishing.publish(sound(role=None, controller=None, unit=None), by="a", reason="Rollen utreds")
    kept = json.loads(made.payload.text)["findings"]
    assert made.note == "Rollen utreds"
    assert "R43" in kept
    assert len(kept) == len(set(kept))
    assert {rules.BY_CODE[code].severity for code in kept} == {"error"}
    assert snapshot.sha256(made.payload.text) == made.payload_sha256
    assert publishing.verify() == []
    assert snapshot.thaw_payload(made.payload.text, made.record_format).role is None


@pytest.mark.parametrize(("audience", "told"), [("draft", True), ("authority", True), ("public", False)])
def test_the_public_is_not_told_what_was_found(audience: str, told: bool) -> None:
    publishing.publish(sound(role=None), by="a", reason="Rollen utreds")
    found = publishing.find("bygglov", Audience(audience))
    assert found
    assert ("R43" in found.findings) is told


def test_what_was_published_before_there_were_rules_is_read_as_before() -> None:
    made = publishing.publish(sound(role=None), by="a", reason="Rollen utreds")
    old = json.loads(made.payload.text)
    del old["findings"]
    found = publishing.find("bygglov", Audience.DRAFT)
    assert found
    found.row.payload = Payload(publication=made, text=snapshot.canonical(old))
    assert (found.findings, found.record is not None) == ((), True)
    assert snapshot.thaw_payload(found.row.payload.text, made.record_format).slug == "bygglov"


def test_the_index_says_what_is_found_where() -> None:
    row = sound(role=None)
    publishing.reindex([row])
    (kept,) = DraftFinding.objects.filter(activity=row, rule="R43")
    assert (kept.severity, kept.field, kept.row, kept.column, kept.since) == ("error", "role", "", "", None)
    publishing.reindex([drafts.save(replace(drafts.load(row), role=record(LAST["bygglov"]).role))])
    assert "R43" not in told(row)


def test_the_index_follows_a_publication_of_a_draft_nobody_indexed() -> None:
    row = sound(role=None)
    publishing.publish(row, by="a", reason="Rollen utreds")
    assert "R43" in told(row)
    assert DraftIndex.objects.get(activity=row).state == "published"


def test_what_begins_to_hold_later_is_kept_and_not_told_before_its_day() -> None:
    row = sound()
    rule, today = rules.BY_CODE["R43"], timezone.localdate()
    days = {"a": today, "b": today + timedelta(days=1), "c": None}
    found = [rules.Finding(rule, record(LAST["bygglov"]), Place("role", column=x, since=d)) for x, d in days.items()]
    findings.keep({row.pk: found})
    assert DraftFinding.objects.count() == 3
    held = DraftFinding.objects.filter(publishing.held())
    assert set(held.values_list("column", flat=True)) == {"a", "c"}
    assert {x.place.column for x in findings.on(today, tuple(found))} == {"a", "c"}


def test_the_day_of_the_last_change_is_what_the_rules_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    row, asked = sound(), []
    models.Purpose.objects.filter(activity=row)[0].save()
    real = rules.foresee

    def listening(*args: Any, **said: Any) -> Any:
        asked.append(said["changed_on"])
        return real(*args, **said)

    monkeypatch.setattr(rules, "foresee", listening)
    day = date(2026, 3, 1)
    for table in (ProcessingActivity, *(table for _value, table in drafts.PARTS.values())):
        table.history.update(history_date=datetime(2026, 2, 1, tzinfo=LOCAL))  # type: ignore[attr-defined]
    changed = models.Purpose.history.filter(history_type="~")  # type: ignore[attr-defined]
    changed.update(history_date=datetime(2026, 3, 1, 23, 30, tzinfo=LOCAL))
    publishing.reindex([row])
    publishing.standing(drafts.load(row))
    assert asked == [day, day]


def enter_review(row: ProcessingActivity, day: date, **more: Any) -> None:
    drafts.save(replace(drafts.load(row), reviewed_on=day, **more))


def test_to_enter_the_day_of_a_review_is_no_change_after_it() -> None:
    row, yesterday = sound(), timezone.localdate() - timedelta(days=1)
    enter_review(row, yesterday, notes="Rättat vid genomgången")
    publishing.reindex([row])
    assert "R41" not in told(row)
    drafts.save(replace(drafts.load(row), notes="Ändrat sedan"))
    publishing.reindex([row])
    assert "R41" in told(row)
    enter_review(row, yesterday - timedelta(days=1))
    assert "R41" not in {x.rule.code for x in publishing.standing(drafts.load(row))}


def test_a_row_that_is_changed_or_removed_after_the_review_counts() -> None:
    row, yesterday = sound(), timezone.localdate() - timedelta(days=1)
    enter_review(row, yesterday)
    assert drafts.changes_after_review([row.pk]) == {}
    models.Purpose.objects.filter(activity=row)[0].delete()
    assert list(drafts.changes_after_review()) == [row.pk]


def test_one_save_enters_the_review_of_one_activity_and_changes_another() -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    mine, other = sound(), draft(slug="annan")
    enter_review(other, yesterday)
    with one_save():
        enter_review(mine, yesterday)
        drafts.save(replace(drafts.load(other), notes="Ändrat"))
    assert set(drafts.changes_after_review([mine.pk, other.pk])) == {other.pk}


def test_what_was_reviewed_elsewhere_is_reviewed_after_an_import() -> None:
    reviewed = timezone.localdate() - timedelta(days=30)
    row = sound(reviewed_on=reviewed)
    publishing.reindex([row])
    assert "R41" not in told(row)


def test_no_query_holds_more_values_than_a_database_takes() -> None:
    """Every table of history is asked for the same activities."""
    sent: list[int] = []

    def counting(execute: Any, sql: str, params: Any, *rest: Any) -> Any:
        sent.append(len(params))
        return execute(sql, params, *rest)

    row = sound()
    many = range(row.pk, row.pk + 1500)
    with connection.execute_wrapper(counting):
        assert list(drafts.last_changes(many)) == [row.pk]
        assert drafts.changes_after_review(many) == {}
    assert 10_000 < max(sent) < 32_766, "SQLite's limit where it was built with its own settings"


def test_a_peer_is_stored_as_the_rules_read_it() -> None:
    row = sound()
    publishing.reindex([row])
    organisation = row.organisation.key
    assert findings.compared([organisation]) == {row.pk: rules.peer(drafts.load(row))}
    DraftIndex.objects.update(peer={"activity": "as an older version stored it"})
    assert findings.compared([organisation]) == {}


def board(slug: str) -> Controller:
    return Controller(key=key(slug), slug=slug, name=slug, kind=ControllerKind.BOARD)


def of_kind(slug: str, kind: str, controller: str, **more: Any) -> ProcessingActivity:
    bases = (PurposeBasis(key=key(f"{slug}-basis"), basis=LegalBasis.CONSENT),)
    purpose = Purpose(key=key(f"{slug}-why"), category=PurposeCategory(code=f"own-{kind}", labels={"sv": kind}))
    return draft(
        key=key(slug),
        slug=slug,
        name=slug,
        controller=board(controller),
        legal_bases=bases,
        purposes=(purpose,),
        **more,
    )


@pytest.fixture
def compared() -> list[ProcessingActivity]:
    """Two boards' activities of one kind that state the same, and one of another kind."""
    rows = [of_kind("ett", "lov", "ena"), of_kind("tva", "lov", "andra"), of_kind("tre", "annat", "andra")]
    publishing.reindex(rows)
    return rows


def change(row: ProcessingActivity, **fields: Any) -> None:
    publishing.reindex([drafts.save(replace(drafts.load(row), **fields))])


def differ(rows: list[ProcessingActivity]) -> list[bool]:
    return ["R42" in told(row) for row in rows]


def test_after_a_change_those_it_is_compared_with_are_told_anew(compared: list[ProcessingActivity]) -> None:
    mine, *_others = compared
    assert differ(compared) == [False, False, False]
    change(mine, legal_bases=(PurposeBasis(basis=LegalBasis.LEGAL_OBLIGATION),))
    assert differ(compared) == [True, True, False]
    change(mine, purposes=())
    assert differ(compared) == [False, False, False]


def test_of_those_it_is_compared_with_no_other_finding_is_touched(compared: list[ProcessingActivity]) -> None:
    """Somebody may be saving them: what their rules read is not known here."""
    mine, beside, _other = compared
    DraftFinding.objects.create(activity=beside, rule="R99", severity="info", field="purposes")
    change(mine, legal_bases=(PurposeBasis(basis=LegalBasis.LEGAL_OBLIGATION),))
    assert {"R42", "R99"} <= told(beside)
    change(beside, notes="Sparat")
    assert "R99" not in told(beside)


def test_a_draft_is_not_compared_with_itself_as_it_was_saved() -> None:
    row = of_kind("ett", "lov", "ena")
    publishing.reindex([row])
    typed = replace(
        drafts.load(row), controller=board("andra"), legal_bases=(PurposeBasis(basis=LegalBasis.LEGAL_OBLIGATION),)
    )
    assert "R42" not in {x.rule.code for x in publishing.standing(typed)}


def test_what_nobody_compares_makes_no_other_draft_be_read(compared: list[ProcessingActivity]) -> None:
    mine, *_others = compared
    drafts.save(replace(drafts.load(mine), notes="Bara internt"))
    with CaptureQueriesContext(connection) as alone:
        publishing.reindex([mine])
    drafts.save(replace(drafts.load(mine), legal_bases=()))
    with CaptureQueriesContext(connection) as beside:
        publishing.reindex([mine])
    assert len(alone) < 45
    assert len(alone) < len(beside) < 2 * len(alone)


def test_a_purpose_that_any_board_has_makes_nobody_a_neighbour(compared: list[ProcessingActivity]) -> None:
    known = findings.compared([compared[0].organisation.key])
    common = {pk: one._replace(kinds=("p-handlagga",)) for pk, one in known.items()}
    assert findings.neighbours(known.values(), known) == set(known)
    assert findings.neighbours(common.values(), common) == set()


def test_indexing_reads_as_often_for_twelve_as_for_two() -> None:
    """SQLite takes rows in portions, so what is written depends on the number."""
    counts = []
    for many in (2, 12):
        rows = [draft(slug=f"a{many}-{n}", purposes=[{"text": "Ändamål"}]) for n in range(many)]
        with CaptureQueriesContext(connection) as taken:
            publishing.reindex(rows)
        counts.append(sum(query["sql"].startswith("SELECT") for query in taken))
    assert counts[0] == counts[1] < 40
