"""Records as bytes and back."""

import json

import pytest
from hypothesis import given, settings

from ropa import record, snapshot
from ropa.record import Audience, ProcessingActivity, view
from tests.strategies import activities


@given(activities())
@settings(max_examples=60)
def test_thaw_of_freeze_is_the_record(activity: ProcessingActivity) -> None:
    stored = json.loads(snapshot.canonical(snapshot.freeze(activity)))
    assert snapshot.thaw(stored) == activity


@given(activities())
@settings(max_examples=30)
def test_canonical_text_is_equal_for_equal_records(activity: ProcessingActivity) -> None:
    again = snapshot.thaw(snapshot.freeze(activity))
    assert snapshot.canonical(snapshot.freeze(again)) == snapshot.canonical(snapshot.freeze(activity))


@given(activities())
@settings(max_examples=30)
def test_the_public_view_is_its_own_public_view(activity: ProcessingActivity) -> None:
    public = view(activity, Audience.PUBLIC)
    assert view(public, Audience.PUBLIC) == public


def test_fingerprint_tells_internal_and_public_changes_apart() -> None:
    before = ProcessingActivity(name="Lån av böcker", slug="lan")
    noted = record.replace(before, notes="ring leverantören")
    renamed = record.replace(before, name="Lån av böcker och film")
    assert snapshot.fingerprint(before) != snapshot.fingerprint(noted)
    assert snapshot.fingerprint(before, Audience.PUBLIC) == snapshot.fingerprint(noted, Audience.PUBLIC)
    assert snapshot.fingerprint(before, Audience.PUBLIC) != snapshot.fingerprint(renamed, Audience.PUBLIC)


def test_a_review_alone_changes_no_fingerprint() -> None:
    before = ProcessingActivity(name="Lån", slug="lan")
    assert snapshot.fingerprint(record.replace(before, reviewed_on="2026-11-01")) == snapshot.fingerprint(before)


@pytest.mark.parametrize(
    ("data", "format"),
    [({"name": "x"}, snapshot.FORMAT + 1), ({"nobody": "knows"}, snapshot.FORMAT), ({"purposes": 3}, snapshot.FORMAT)],
)
def test_unreadable_is_said_so(data: dict, format: int) -> None:
    with pytest.raises(snapshot.NotReadable):
        snapshot.thaw(data, format)


def test_older_formats_are_upgraded_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "FORMAT", 3)
    monkeypatch.setitem(snapshot.UPGRADES, 1, lambda d: {**d, "name": d["title"]})
    monkeypatch.setitem(snapshot.UPGRADES, 2, lambda d: {k: v for k, v in d.items() if k != "title"})
    assert snapshot.thaw({"title": "Bygglov"}, 1).name.sv == "Bygglov"


@settings(max_examples=30)
@given(activities())
def test_an_outline_is_the_record_without_the_rest(activity: ProcessingActivity) -> None:
    for audience in Audience:
        whole = view(activity, audience)
        short = view(snapshot.outline(snapshot.freeze(activity)), audience)
        for name in snapshot.OUTLINE - {"withheld"}:
            assert getattr(short, name) == getattr(whole, name)
        assert short.purposes == ()


@given(activities())
@settings(max_examples=20)
def test_the_record_is_read_past_the_notices(activity: ProcessingActivity) -> None:
    said = record.replace(activity, notes='","record":{"key":1}}')
    whole = {"findings": [], "notices": {"sv": {"title": ',"record":{}}'}}, "record": snapshot.freeze(said)}
    assert snapshot.record_data(snapshot.canonical(whole)) == whole["record"]


@pytest.mark.parametrize(
    "text",
    ['{"record":{"a":1}}', '{"a":{"x":1,"record":{"b":2}},"record":{"a":1}}', '{"b":1, "record": {"a":1}, "c":2}'],
)
def test_the_record_is_found_wherever_it_stands(text: str) -> None:
    assert snapshot.record_data(text) == {"a": 1}
