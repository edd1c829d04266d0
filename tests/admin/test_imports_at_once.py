"""Two who save imports at the same time, files that say more than a column holds, and many undone in one go."""

import json
import threading
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import gettext

from ropa import drafts, registers
from ropa.inputs import bringing
from ropa.models import ProcessingActivity
from ropa.outputs import register_json
from ropa.record import replace

from .browserless import fields
from .conftest import browser, new_town, new_unit, person
from .test_imports import at, at_once, look, many, post, save, sent, upload

pytestmark = [pytest.mark.both_databases]
__all__ = ["at_once"]


@pytest.mark.django_db(transaction=True)
def test_the_same_file_saved_by_two_is_saved_once(monkeypatch: pytest.MonkeyPatch) -> None:
    town = new_town()
    unit = new_unit(town)
    pressed = [_ready(browser(person(name, town, "dpo")), town, unit) for name in ("ann", "bo")]
    is_saving, other_waits, stock = threading.Event(), threading.Event(), bringing.save

    def slow(*given: Any, **more: Any) -> Any:
        made = stock(*given, **more)
        is_saving.set()
        other_waits.wait(1)
        return made

    monkeypatch.setattr(bringing, "save", slow)
    answers: list[Any] = []
    threads = [threading.Thread(target=_press, args=(answers, *one)) for one in pressed]
    threads[0].start()
    assert is_saving.wait(20)
    threads[1].start()
    for thread in threads:
        thread.join(30)
    assert sorted(status for status, _refusal in answers) == [200, 302]
    assert gettext("Something has changed since you looked. Look through it once more.") in dict(answers)[200]
    assert ProcessingActivity.objects.count() == 2


def _ready(client: Client, town: Any, unit: Any) -> tuple[Client, str, dict[str, Any]]:
    found = upload(client, town)
    post(client, found, "look", unit=str(unit.pk))
    posted = fields(look(client, found), "import_form")
    left = {k: v for k, v in posted.items() if k not in {"look", "labels", "go", "save"}}
    return client, at(found), {**left, "save": "1", "reason": "x"}


def _press(answers: list[Any], client: Client, address: str, posted: dict[str, Any]) -> None:
    client.raise_request_exception = False
    try:
        answer = client.post(address, posted)
        answers.append((answer.status_code, answer.context and answer.context.get("refusal")))
    finally:
        connection.close()


TOO_MUCH = {
    "a code": {"recipients": [{"key": str(uuid4()), "category": {"code": "x" * 3000, "labels": {"sv": "y"}}}]},
    "a number": {"review_interval_months": 10**12},
    "a number of many digits": {"review_interval_months": 10**30},
}


@pytest.mark.django_db
@pytest.mark.parametrize("said", TOO_MUCH.values(), ids=TOO_MUCH)
def test_more_than_a_column_holds_is_refused(dpo: Client, town: Any, activity: Any, said: dict[str, Any]) -> None:
    data = json.loads(register_json.render(registers.of_drafts(day=timezone.localdate()), "sv"))
    data["entries"][0]["activity"].update(said)
    found = upload(dpo, town, SimpleUploadedFile("r.json", json.dumps(data).encode()))
    found.refresh_from_db()
    refusal = found.files.get().refusal
    if not refusal:
        answer = save(dpo, found)
        refusal = answer.status_code == 200 and answer.context["refusal"]
        activity.refresh_from_db()
        assert refusal or (connection.vendor == "sqlite" and activity.review_interval_months == 10**12)


@pytest.mark.django_db
def test_a_row_that_somebody_makes_meanwhile_is_told_of(
    town: Any, activity: ProcessingActivity, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts.saving, "_refuse_taken_keys", lambda table, keys: None)  # it is not there yet
    other = ProcessingActivity.objects.create(organisation=town, name="Bibliotek", slug="bibliotek")
    record = replace(drafts.load(other), purposes=drafts.load(activity).purposes)
    with pytest.raises(drafts.CannotSave):
        drafts.save(record)
    assert activity.purposes.count() == 2


@pytest.mark.django_db
def test_undoing_many_takes_few_queries_for_each(dpo: Client, town: Any, unit: Any) -> None:
    found = upload(dpo, town, sent(many(20)))
    post(dpo, found, "look", unit=str(unit.pk))
    save(dpo, found)
    with CaptureQueriesContext(connection) as queries:
        dpo.post(at(found, "undo"), {"reason": ""})
    assert not ProcessingActivity.objects.exists()
    found.refresh_from_db()
    gone = ProcessingActivity.history.filter(history_type="-")
    changesets = {entry.changeset for entry in gone}
    assert (len(gone), len(changesets)) == (20, 1)
    assert changesets != {found.changeset}
    assert len(queries) < 400
