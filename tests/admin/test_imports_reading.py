"""Who reads the files of an import: late readers, busy databases, files whose words no database takes."""

import json
import threading
import time
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone

from ropa import registers
from ropa.admin.imports import claims, reading
from ropa.admin.imports.upload import keep
from ropa.models import Import, ImportFile, Unit
from ropa.outputs import register_json
from tests.inputs.workbooks import Book
from tests.worlds import financial_assistance

from .conftest import new_town, person
from .test_imports import ADD, at, at_once, look, post, save, sent, upload

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

__all__ = ["at_once"]

IN_A_THREAD = reading.begin


def again(found: Import) -> None:
    """Let a reader go on that began before what happened meanwhile."""
    found.refresh_from_db()
    assert found.claim
    reading.read(found.pk, found.claim)


def test_what_is_saved_is_not_read_once_more(dpo: Client, town: Any, unit: Unit) -> None:
    found = upload(dpo, town)
    post(dpo, found, "look", unit=str(unit.pk))
    save(dpo, found)
    again(found)
    assert claims.take(found.pk) is None
    found.refresh_from_db()
    assert found.state == Import.State.SAVED


def test_a_reader_that_another_came_before_brings_nothing_back(
    dpo: Client, town: Any, unit: Unit, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = upload(dpo, town)
    post(dpo, found, "look", unit=str(unit.pk))
    take_apart = reading._take_apart

    def late(file: ImportFile, *rest: Any) -> None:
        """The file is in this reader's hands; it is taken for dead, and another one reads all of it."""
        monkeypatch.setattr(reading, "_take_apart", take_apart)
        Import.objects.filter(pk=found.pk).update(seen_alive=None)
        reading.read_again(found)
        save(dpo, found)
        take_apart(file, *rest)

    monkeypatch.setattr(reading, "_take_apart", late)
    ImportFile.objects.filter(part_of=found).update(is_read=False)
    reading.start(found)
    found.refresh_from_db()
    assert found.state == Import.State.SAVED
    assert {(f.content, f.document) for f in found.files.all()} == {(None, None)}


def test_two_who_look_at_the_same_time_have_it_read_once(
    dpo: Client, town: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = upload(dpo, town)
    begun: list[Any] = []
    monkeypatch.setattr(reading, "begin", lambda pk, claim: begun.append(claim))
    reading.understand_again(found)
    reading.understand_again(found)
    dpo.post(at(found), {"again": "1"})
    assert len(begun) == 1


def test_a_busy_database_stops_no_sign_of_life(dpo: Client, town: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "begin", lambda pk, claim: None)
    monkeypatch.setattr(reading, "BEAT", 0)
    monkeypatch.setattr(connection, "close", lambda: None)
    found = upload(dpo, town)
    file = found.files.get()
    done, noted = threading.Event(), reading._note
    tries: list[int] = []

    def busy(*given: Any) -> None:
        tries.append(1)
        if len(tries) == 1:
            raise OperationalError("database is locked")
        done.set()
        noted(*given)

    monkeypatch.setattr(reading, "_note", busy)
    Import.objects.filter(pk=found.pk).update(seen_alive=None)
    reading._beat(found.pk, found.claim, reading.Progress(file.pk, 3, 7), done)
    found.refresh_from_db()
    file.refresh_from_db()
    assert found.seen_alive
    assert (file.done, file.total) == (3, 7)


def test_whoever_lost_the_claim_gives_no_sign_of_life(dpo: Client, town: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BEAT", 0)
    monkeypatch.setattr(connection, "close", lambda: None)
    found = upload(dpo, town)
    heard = found.seen_alive
    with pytest.raises(claims.Lost):
        reading._note(found.pk, found.claim, reading.Progress())
    reading._beat(found.pk, found.claim, reading.Progress(), threading.Event())  # ends: it is read
    found.refresh_from_db()
    assert found.seen_alive == heard


def test_those_that_wait_are_few_for_each_user(dpo: Client, town: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "begin", lambda pk, claim: None)
    for _n in range(5):
        upload(dpo, town)
    answer = dpo.post(ADD, {"organisation": town.pk, "files": [sent()]})
    assert answer.context["form"].errors["files"]
    Import.objects.update(seen_alive=timezone.now() - claims.STALE * 2)
    upload(dpo, town)


NO_DATABASE_TAKES = {
    "a NUL in a name": {"x\0y": 1},
    "half a pair in a name": {"x\ud800y": 1},
    "half a pair in a text": {"notes": "x\ud800y"},
    "a NUL in the name of a language": {"summary": {"sv": "a", "other": {"e\0n": {"text": "b"}}}},
    "half a pair in a value": {"started_on": "x\ud800\0y"},
}


@pytest.mark.both_databases
@pytest.mark.parametrize("said", NO_DATABASE_TAKES.values(), ids=NO_DATABASE_TAKES)
def test_words_that_no_database_takes(dpo: Client, town: Any, activity: Any, said: dict[str, Any]) -> None:
    data = json.loads(register_json.render(registers.of_drafts(day=timezone.localdate()), "sv"))
    data["entries"][0]["activity"].update(said)
    found = upload(dpo, town, SimpleUploadedFile("r.json", json.dumps(data).encode()))
    found.refresh_from_db()
    file = found.files.get()
    assert file.is_read
    if "notes" in said:
        assert look(dpo, found).context["looked"].shown[0].item.record.notes == "x y"
    else:
        assert "\0" not in str(file.refusal) + str(file.register)
        assert (file.refusal or {}).get("code") != "unreadable"


LOOP: list[Any] = []
LOOP.append(LOOP)


@pytest.mark.both_databases
@pytest.mark.parametrize("said", [LOOP, "\0"], ids=["no JSON", "a NUL"])
def test_what_cannot_be_kept_is_refused(dpo: Client, town: Any, monkeypatch: pytest.MonkeyPatch, said: Any) -> None:
    monkeypatch.setattr(reading.files, "outline_data", lambda outline: {"x": said})
    found = upload(dpo, town)
    file = found.files.get()
    assert file.is_read
    if said is LOOP or connection.vendor == "postgresql":  # SQLite takes any text
        assert (file.refusal, file.document) == ({"code": "unreadable", "params": {}}, None)


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_those_that_wait_leave_the_connections_to_others(monkeypatch: pytest.MonkeyPatch) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL's connections are counted")
    town, go = new_town(), threading.Event()
    monkeypatch.setattr(reading, "BEAT", 0.1)
    monkeypatch.setattr(reading, "_take_apart", lambda *given: go.wait(20))
    dpo = person("dpo", town, "dpo")
    waiting = [keep(town, [sent()], by=dpo, at=timezone.now()) for _n in range(12)]
    monkeypatch.setattr(reading, "begin", IN_A_THREAD)
    for found in waiting:
        reading.start(found)
    time.sleep(0.5)
    try:
        counted: list[int] = []
        other = threading.Thread(target=lambda: (counted.append(Import.objects.count()), connection.close()))
        other.start()
        other.join(5)
        assert counted == [12]
    finally:
        go.set()
        for thread in threading.enumerate():
            if thread.name.startswith("import-"):
                thread.join(20)
    assert {found.state for found in Import.objects.all()} == {Import.State.READY}


def test_all_that_is_wrong_in_a_workbook_is_told_as_a_list(dpo: Client, town: Any) -> None:
    book = Book(financial_assistance())
    for row in range(3, 8):
        book.put("recipients", row, occurrence=f"fel {row} <b>")
    found = upload(dpo, town, SimpleUploadedFile("bok.xlsx", book.saved()))
    page = look(dpo, found).content.decode()
    listed = [line for line in page.split("<li>") if "&lt;b&gt;" in line]
    assert [f"fel {row} " in line for row, line in zip(range(3, 8), listed, strict=True)] == [True] * 5
    other = upload(dpo, town, SimpleUploadedFile("bok.xlsx", b"PK"))
    assert "<li>" not in look(dpo, other).content.decode().partition('class="warningnote">')[2].partition("</div>")[0]
