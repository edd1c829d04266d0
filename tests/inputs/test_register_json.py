"""ropa's own JSON in: the round trip, what a public file may not touch, and what is said of a bad file."""

import json
from typing import Any
from uuid import uuid4

import pytest
from django.utils.translation import override
from hypothesis import given, settings

from ropa import drafts, models
from ropa.inputs import CannotRead, importing, register_json
from ropa.inputs.merge import merged
from ropa.inputs.readers import limits
from ropa.outputs import register_json as output
from ropa.record import FORMAT, Audience, Entry, Recipient, Register, SecurityMeasure, Withheld, replace, view
from tests.strategies import activities, registers
from tests.worlds import financial_assistance, labour_market


def exported(*records: Any, audience: Audience = Audience.DRAFT) -> bytes:
    entries = tuple(Entry(activity=view(record, audience)) for record in records)
    return output.render(Register(audience=audience, entries=entries))


def brought_in(content: bytes) -> importing.Outcome:
    return importing.save(register_json.read(content, "x.json"), by="test")


def history() -> int:
    """Return the rows of all histories."""
    tables = [m for m in models.ProcessingActivity._meta.apps.get_models() if hasattr(m, "history_object")]
    return sum(table._default_manager.count() for table in tables)


@settings(max_examples=30)
@given(registers())
def test_reading_what_was_written_gives_the_same_records(register: Register) -> None:
    assert register_json.read(output.render(register)).activities == register.activities


@pytest.mark.parametrize("unseen", ["\\u0000", "\\u000b", "\\u001f", "\\uffff"])
def test_characters_that_nobody_sees_are_taken_out(unseen: str) -> None:
    record = replace(financial_assistance(), name="Akt##namn", notes="rad\ntvå\tord")
    (read,) = register_json.read(exported(record).replace(b"##", unseen.encode())).activities
    assert (read.name.sv, read.notes) == ("Akt namn", "rad\ntvå\tord")


@pytest.mark.django_db
@pytest.mark.sqlite_is_enough
@settings(max_examples=12)
@given(activities())
def test_drafts_made_from_an_export_are_the_drafts_exported(activity: Any) -> None:
    outcome = brought_in(exported(activity))
    assert [drafts.load(models.ProcessingActivity.objects.get(key=activity.key))] == [activity]
    assert (len(outcome.new), outcome.changed, outcome.unchanged) == (1, [], [])


@pytest.mark.django_db
@pytest.mark.parametrize("audience", list(Audience))
def test_the_same_import_twice_changes_nothing(audience: Audience) -> None:
    content = exported(_owned(financial_assistance()), _owned(labour_market()), audience=audience)
    brought_in(content)
    before = history()
    outcome = brought_in(content)
    assert (outcome.new, outcome.changed, len(outcome.unchanged)) == ([], [], 2)
    assert history() == before


def _owned(activity: Any) -> Any:
    """Return the activity as one of the seed's organisation, if it has none."""
    return replace(activity, organisation=activity.organisation or financial_assistance().organisation)


INTERNAL = {
    "notes": "ring juristen",
    "security_measures": (SecurityMeasure(key=uuid4(), note="låst skåp"),),
    "process_code": "3.7",
    "confidentiality": "3",
}


@pytest.mark.django_db
def test_a_public_file_leaves_internal_fields_and_withheld_rows_as_they_are() -> None:
    secret = Recipient(key=uuid4(), note="ett skyddat boende", purpose="skydd")
    seed = financial_assistance()
    markers = (Withheld(key=uuid4(), about=secret.key), Withheld(key=uuid4(), field="summary"))
    draft = replace(seed, **INTERNAL, recipients=(*seed.recipients, secret), withheld=markers)
    brought_in(exported(draft))
    public = view(draft, Audience.PUBLIC)
    assert secret.key not in {row.key for row in public.recipients}
    assert not public.summary
    changed = replace(public, name="Ett nytt namn", recipients=public.recipients[1:])
    entries = (Entry(activity=changed),)
    outcome = brought_in(output.render(Register(audience=Audience.PUBLIC, entries=entries)))
    (after,) = outcome.changed
    assert after == replace(draft, name="Ett nytt namn", recipients=draft.recipients[1:])


@settings(max_examples=60)
@given(activities())
def test_a_public_view_laid_over_its_own_draft_changes_nothing(activity: Any) -> None:
    assert merged(activity, view(activity, Audience.PUBLIC), Audience.PUBLIC) == activity


@settings(max_examples=60)
@given(activities(), activities())
def test_a_whole_file_replaces_all_but_the_words_of_terms(draft: Any, given_: Any) -> None:
    assert merged(draft, given_, Audience.DRAFT) == given_


@pytest.mark.django_db
def test_an_import_cannot_take_over_another_organisations_activity() -> None:
    draft = financial_assistance()
    brought_in(exported(draft))
    other = replace(draft.organisation, key=uuid4(), slug="annan")
    with pytest.raises(CannotRead, match="annan organisation"), override("sv"):
        brought_in(exported(replace(draft, organisation=other)))


@pytest.mark.django_db
def test_nothing_is_saved_when_one_activity_cannot_be() -> None:
    homeless = replace(labour_market(), organisation=None)
    with pytest.raises(CannotRead, match=r"entries\[1\]"):
        brought_in(exported(financial_assistance(), homeless))
    assert models.ProcessingActivity.objects.count() == 0


def broken(**changes: Any) -> bytes:
    data = json.loads(exported(financial_assistance()))
    activity = data["entries"][0]["activity"]
    for path, value in changes.items():
        *steps, last = [int(s) if s.isdigit() else s for s in path.split("__")]
        place = activity
        for step in steps:
            place = place[step]
        place[last] = value
    return json.dumps(data).encode()


A = "entries[0].activity"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe", "UTF-8"),
        (b"{", "rad 1, kolumn 2"),
        (b"[]", "ropa-register/1"),
        (b'{"format": "ropa-register/2", "audience": "draft"}', "ropa-register/1"),
        (b'{"format": "ropa-register/1"}', "audience: saknas"),
        (b"[" * 200_000, "inte JSON"),
        (broken(purposes__0__rank="viktigast"), f"{A}.purposes[0].rank: ”viktigast” är inget av de värden"),
        (broken(purposes__0__colour="röd"), f"{A}.purposes[0].colour: är inget fält"),
        (broken(key="x"), f"{A}.key: ”x” är inget UUID"),
        (broken(name=7), f"{A}.name: ska vara ett objekt"),
        (broken(purposes={}), f"{A}.purposes: ska vara en lista"),
        (broken(started_on="i går"), f"{A}.started_on: ”i går” är inget datum"),
        (broken(examples_only="kanske"), f"{A}.examples_only: ska vara true eller false"),
        (broken(slug="a/../b"), f"{A}.slug: ”a/../b” kan inte stå i en adress"),
        (broken(organisation__slug=""), f"{A}.organisation.slug"),
        (broken(retention_rules__0__period="fem år"), f"{A}.retention_rules[0].period"),
    ],
)
def test_a_bad_file_is_refused_with_the_place_and_the_reason(content: bytes, said: str) -> None:
    with override("sv"), pytest.raises(CannotRead) as refusal:
        register_json.read(content)
    assert said in "\n".join(refusal.value.problems)


def test_a_key_used_twice_is_refused() -> None:
    with override("sv"), pytest.raises(CannotRead, match="används två gånger"):
        register_json.read(exported(financial_assistance(), financial_assistance()))


def test_a_file_beyond_the_limit_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register_json, "LIMIT", 1024 * 1024)
    with override("sv"), pytest.raises(CannotRead, match="större än 1 MB"):
        register_json.read(b" " * (1024 * 1024 + 1))


def test_many_problems_are_cut_short() -> None:
    many = {f"field{n}": 1 for n in range(40)}
    with override("sv"), pytest.raises(CannotRead) as refusal:
        register_json.read(broken(**many))
    assert len(refusal.value.problems) == 21
    assert refusal.value.problems[-1] == "… och 20 till."


def test_a_file_of_too_many_activities_is_refused_before_they_are_read() -> None:
    content = json.dumps({"format": FORMAT, "audience": "draft", "entries": [{}] * (limits.OWN_ACTIVITIES + 1)})
    with override("en"), pytest.raises(CannotRead, match="more than 5000 activities"):
        register_json.register_of(content.encode())
