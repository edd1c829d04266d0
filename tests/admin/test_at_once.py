"""Several people and one activity in the same moment, on both databases: nobody's work is lost, nobody waits for ever."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, connections, transaction
from django.db.utils import OperationalError

from ropa import drafts, history, models, publishing, record
from ropa.inputs import Imported, importing
from ropa.models import Organisation, ProcessingActivity, Publication
from ropa.record import Audience

from .browserless import fields
from .conftest import CHANGE, browser, person

pytestmark = pytest.mark.django_db(transaction=True)

Verb = Callable[[], Any]
ON_POSTGRESQL = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")


def at_once(*verbs: Verb) -> list[Any]:
    """Do all in the same moment, each over a connection of its own; return what each returns, or how it was refused."""
    start = threading.Barrier(len(verbs))
    ended: list[Any] = [None] * len(verbs)

    def run(n: int, verb: Verb) -> None:
        try:
            connection.ensure_connection()
            start.wait()
            ended[n] = verb()
        except (publishing.CannotPublish, AssertionError, OperationalError) as refusal:
            ended[n] = refusal
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=one) for one in enumerate(verbs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ended


def test_of_two_who_save_the_form_in_the_same_moment_one_is_told_and_keeps_what_was_typed(
    town: Organisation, activity: ProcessingActivity
) -> None:
    clients = [browser(person(name, town, "dpo")) for name in ("en", "annan")]
    address = CHANGE.format(activity.pk)
    typed = [fields(client.get(address)) | {"summary": [f"Text {n}"]} for n, client in enumerate(clients)]
    answers = at_once(*(lambda c=c, t=t: c.post(address, t) for c, t in zip(clients, typed, strict=True)))
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    told = next(n for n, answer in enumerate(answers) if answer.status_code == 200)
    assert fields(answers[told])["summary"] == [f"Text {told}"]
    assert "Spara ändå" in answers[told].content.decode()
    activity.refresh_from_db()
    assert activity.summary == f"Text {1 - told}"


def test_who_has_the_form_open_while_a_file_is_imported_is_told(
    town: Organisation, activity: ProcessingActivity
) -> None:
    client, address = browser(person("dpo", town, "dpo")), CHANGE.format(activity.pk)
    typed = fields(client.get(address)) | {"summary": ["Min text"]}
    given = record.replace(drafts.load(activity), name="Ur en fil")
    importing.save(Imported(Audience.DRAFT, (given,)), by="import_register", reason="import: register.json")
    answer = client.post(address, typed)
    page = answer.content.decode()
    assert (answer.status_code, "import: register.json" in page) == (200, True)
    assert fields(answer)["summary"] == ["Min text"]


def save(row: ProcessingActivity, **said: Any) -> ProcessingActivity:
    """Save as an editor does: what is there is read under the lock, and only what was typed is altered."""
    with transaction.atomic():
        list(ProcessingActivity.objects.select_for_update(no_key=True).filter(pk=row.pk).values_list("pk"))
        made = drafts.save(record.replace(drafts.load(row), **said))
        publishing.reindex([made])
        return made


def publish(row: ProcessingActivity, **said: Any) -> Publication:
    return publishing.publish(row, **{"by": "a", "reason": "Prov", **said})


def test_an_import_overwrites_nothing_that_was_saved_in_the_same_moment(activity: ProcessingActivity) -> None:
    given = record.replace(drafts.load(activity), name="Ur en fil")
    public = Imported(Audience.PUBLIC, (given,))  # it says nothing of internal fields: they stay as they are
    for n in range(2):
        at_once(lambda n=n: save(activity, notes=f"Text {n}"), lambda: importing.save(public))
        activity.refresh_from_db()
        assert (activity.notes, activity.name) == (f"Text {n}", "Ur en fil")
        save(activity, name="Försörjningsstöd")


def test_of_two_who_publish_the_same_draft_one_does_and_the_other_is_told(activity: ProcessingActivity) -> None:
    answers = at_once(lambda: publish(activity), lambda: publish(activity))
    assert {type(answer) for answer in answers} == {Publication, publishing.Unchanged}
    assert Publication.objects.count() == 1


def test_two_who_confirm_the_same_version_both_stand_in_the_chain(activity: ProcessingActivity) -> None:
    publish(activity)
    answers = at_once(*(lambda by=by: publishing.confirm(activity, by=by) for by in "ab"))
    assert {answer.by for answer in answers} == {"a", "b"}
    assert publishing.verify() == []


VERBS: dict[str, Callable[[ProcessingActivity, int], Any]] = {
    "publish": lambda row, seen: publish(row, seen_revision=seen),
    "submit": lambda row, seen: publishing.review.submit(row, by="a", seen_revision=seen),
}


@pytest.mark.parametrize("verb", VERBS)
def test_nobody_publishes_or_submits_what_somebody_saves_in_the_same_moment(
    activity: ProcessingActivity, verb: str
) -> None:
    """Either it came first, and was what was looked at, or it is refused."""
    activity.refresh_from_db()
    seen = activity.revision
    saved, done = at_once(lambda: save(activity, name="Nytt namn"), lambda: VERBS[verb](activity, seen))
    assert isinstance(saved, ProcessingActivity)
    activity.refresh_from_db()
    assert activity.name == "Nytt namn"
    if isinstance(done, Publication):
        assert drafts.load(activity).name.sv not in done.payload.text
    elif isinstance(done, models.ReviewStep):
        assert publishing.steps.standing(activity) is None, "editing after it cancels it"
    else:
        assert isinstance(done, publishing.StaleRevision)
    assert publishing.verify() == []


def test_all_verbs_beside_each_other_end(activity: ProcessingActivity, unit: models.Unit) -> None:
    """Neighbours, so that each looks anew at the other; reissued as one and one by one. A deadlock would end some."""
    category = models.PurposeCategory.objects.create(code="own-x", label="Samma slags ändamål")
    beside = ProcessingActivity.objects.create(organisation=unit.organisation, unit=unit, name="Andra", slug="andra")
    rows = [activity, beside]
    for row in rows:
        models.Purpose.objects.create(activity=row, category=category, text="Samma")
        publish(row)
    for n in range(2):
        with history.change(by="a"):
            unit.name = f"Enhet {n}"
            unit.save()
        ended = at_once(
            lambda n=n: save(activity, name=f"Ett {n}"),
            lambda n=n: save(beside, name=f"Två {n}"),
            lambda: publishing.reissue(rows, by="a", reason="r"),
            lambda: publishing.reissue(rows[::-1], by="b", reason="r"),
            lambda: publishing.review.submit(beside, by="a"),
        )
        assert not [end for end in ended if isinstance(end, OperationalError)], ended
        activity.refresh_from_db()
        assert activity.name == f"Ett {n}"
        assert publishing.verify() == []


@ON_POSTGRESQL
def test_who_has_an_activity_locked_for_saving_keeps_no_neighbour_from_being_looked_at_anew(
    town: Organisation, activity: ProcessingActivity
) -> None:
    """Two who save neighbours would wait for each other: one for the other's activity, one for its findings."""
    address, client = CHANGE.format(activity.pk), browser(person("dpo", town, "dpo"))
    typed = fields(client.get(address))
    reached: list[bool] = []

    def look_anew() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '500ms'")
        try:
            models.DraftFinding.objects.create(
                activity=activity, rule=f"R{len(reached)}", severity="error", field="name"
            )
            reached.append(True)
        except OperationalError:
            reached.append(False)
        finally:
            connections.close_all()

    def meanwhile(execute: Any, sql: str, *rest: Any) -> Any:
        result = execute(sql, *rest)
        if "FOR NO KEY UPDATE" in sql or "FOR UPDATE" in sql:
            thread = threading.Thread(target=look_anew)
            thread.start()
            thread.join()
        return result

    with connection.execute_wrapper(meanwhile):
        client.post(address, typed)
    assert reached
    assert all(reached)
