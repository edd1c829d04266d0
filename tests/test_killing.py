"""One life of an activity, and the process killed on the way of each step: nothing is ever half done.

Killed before the commit of each step, when all is written, and on SQLite before the middle one of its writes too;
with `KILL_EVERYWHERE=1` before every statement.
"""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import Client

from ropa import drafts, models, publishing, record, reorganising
from ropa.inputs import Imported, importing
from ropa.management.commands import publish_register
from ropa.record import Audience
from tests import killing, ledgers
from tests.admin.browserless import add_row, fields
from tests.admin.conftest import CHANGE

pytestmark = pytest.mark.django_db(transaction=True)

UNIT = record.Unit(key=ledgers.HOME.key, slug="bibliotek", name="Biblioteket")


def life() -> Iterator[tuple[str, killing.Verb]]:
    """Yield the steps, each made when the one before it is done."""
    dpo = User.objects.get()
    purposes = [{"text": "Låna ut böcker"}, {"text": "Föra statistik"}]
    new = record.ProcessingActivity.model_validate(
        {"organisation": ledgers.HOME, "unit": UNIT, "slug": "lan", "name": "Lån", "purposes": purposes}
    )
    yield "save a new draft", lambda: _saved(new)
    row = models.ProcessingActivity.objects.get()
    yield "submit", lambda: publishing.review.submit(row, by="a")
    yield "publish", lambda: publishing.publish(row, by=dpo, reason="Prov")
    yield "confirm", lambda: publishing.confirm(row, by=dpo)
    changed = record.replace(drafts.load(row), name="Boklån", purposes=new.purposes[1:])
    yield "save a changed draft", lambda: _saved(changed)
    yield "save the form", _form(dpo, row)
    yield "publish again", lambda: publishing.publish(row, by=dpo, reason="Prov")
    yield "seal", lambda: publishing.seal(models.Publication.objects.filter(kind="published")[0], by="a", reason="r")
    yield "erase", lambda: publishing.erase(models.Publication.objects.filter(kind="published")[0], by="a", reason="r")
    models.Unit.objects.get().save()
    board = models.Controller.objects.create(organisation=row.organisation, name="Kulturnämnden", slug="kn")
    plan = reorganising.MoveUnit(row.organisation, models.Unit.objects.get(), None, board)
    publishing.reindex()
    yield "move a unit", lambda: reorganising.carry_out(plan, by=dpo, reason="Ny nämnd")
    board.name = "Kultur- och fritidsnämnden"
    board.save()
    publishing.reindex()
    yield "reissue", lambda: publishing.reissue([row], by=dpo, reason="Nytt namn")
    yield "withdraw", lambda: publishing.withdraw(row, by=dpo)
    yield "restore", lambda: publishing.restore(row, by=dpo)
    imported = Imported(Audience.DRAFT, (record.replace(drafts.load(row), name="Ur en fil"),))
    yield "import", lambda: _imported(imported)


def _saved(activity: record.ProcessingActivity) -> None:
    """Save as all who save do: draft and index together."""
    with transaction.atomic():
        publishing.reindex([drafts.save(activity)])


def _imported(imported: Imported) -> None:
    with transaction.atomic():
        importing.save(imported)
        publishing.reindex()


def _form(user: User, row: models.ProcessingActivity) -> killing.Verb:
    client = Client()
    client.force_login(user)
    typed = fields(client.get(CHANGE.format(row.pk))) | {"name": ["I formuläret"], "change_reason": ["Prov"]}
    add_row(typed, "recipients", note="Skatteverket")

    def save() -> None:
        assert client.post(CHANGE.format(row.pk), typed).status_code == 302

    return save


def points(said: list[str]) -> list[int]:
    """Return before which statements to kill, besides the commit, which those who are asked what they say die of."""
    writes = [n for n, word in enumerate(said, start=1) if word in killing.WRITES]
    if os.environ.get("KILL_EVERYWHERE"):
        return list(range(1, len(said)))
    return [writes[len(writes) // 2]] if connection.vendor == "sqlite" else []


def test_nothing_is_ever_half_done() -> None:
    User.objects.create_superuser("dpo")
    for name, verb in life():
        before = killing.tables()
        said = killing.statements(verb)
        assert killing.tables() == before, f"{name}: killed before the commit"
        for n in points(said):
            killing.killed_before(n, verb)
            assert killing.tables() == before, f"{name}: killed before statement {n}"
        assert killing.undisturbed(verb) == 1, f"{name}: one transaction"
        assert killing.tables() != before, name
        assert killing.faults() == [], name


def test_of_many_that_are_published_each_is_whole() -> None:
    for n in range(3):
        ledgers.draft(slug=f"lan-{n}", name=f"Lån {n}")
    publishing.reindex()
    User.objects.create_superuser("dpo")

    def publish() -> Any:
        publish_register.Command().run_from_argv(["manage.py", "publish_register", "--by", "dpo", "--reason", "Prov"])

    one = len(killing.statements(publish))
    killing.killed_before(one + 25, publish)
    assert models.Publication.objects.count() == 1
    assert killing.faults() == []
