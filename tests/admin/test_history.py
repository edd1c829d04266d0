"""The history page: one entry a save, in words."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ropa import history, models
from ropa.models import ProcessingActivity

from .browserless import add_row, fields
from .conftest import CHANGE

pytestmark = pytest.mark.django_db

HISTORY = "/admin/ropa/processingactivity/{}/history/"


def entries(page: str) -> list[str]:
    return page.split('<article class="change"')[1:]


def test_a_save_reads_as_one_entry_with_labels(dpo: Client, activity: ProcessingActivity) -> None:
    source = models.SourceCategory.objects.create(label="Folkbokföringen", code="folk")
    purpose = activity.purposes.first()
    data = fields(dpo.get(CHANGE.format(activity.pk)))
    add_row(data, "legal_bases", basis="6.1.e-mu", purposes=[str(purpose.key)])
    add_row(data, "sources", category=str(source.pk))
    add_row(data, "retention_rules", action="dispose", period="5 år")
    data |= {"sector": ["social-services"], "purposes-1-DELETE": ["on"], "change_reason": ["Årlig genomgång"]}
    assert dpo.post(CHANGE.format(activity.pk), data).status_code == 302
    page = dpo.get(HISTORY.format(activity.pk)).content.decode()
    newest = entries(page)[0]
    assert len(entries(page)) == 4, "this save, and the fixture's three"
    for word in (
        "dpo", "Årlig genomgång", "Socialtjänst", "Myndighetsutövning (artikel 6.1 e)", "Utreda ansökningar",
        "Källa: Folkbokföringen", "5 år", "Gallra (förstöra)", "Ändamål: Föra statistik", "borttagen",
    ):  # fmt: skip
        assert word in newest, word
    for code in ("social-services", "6.1.e-mu", str(purpose.key), "P5Y", "dispose"):
        assert code not in newest, code


def test_old_and_new_stand_beside_each_other(dpo: Client, activity: ProcessingActivity) -> None:
    activity.name = "Nytt namn"
    activity.translations = {"name": {"en": {"text": "New name", "source": ""}}}
    with history.change(by="import", reason="Ny förvaltning"):
        activity.save()
    newest = entries(dpo.get(HISTORY.format(activity.pk)).content.decode())[0]
    assert "<del>Försörjningsstöd</del>" in newest
    assert "<ins>Nytt namn</ins>" in newest
    assert "Namn (engelska)" in newest.replace("Engelska", "engelska")
    assert "New name" in newest
    assert "import" in newest


def test_queries_do_not_grow_with_the_changes(dpo: Client, activity: ProcessingActivity) -> None:
    def count() -> int:
        with CaptureQueriesContext(
            connection,
        ) as caught:
            dpo.get(HISTORY.format(activity.pk))
        return len(caught)

    term = models.RecipientCategory.objects.create(label="SCB", code="scb")
    models.Recipient.objects.create(activity=activity, category=term)
    few = count()
    for number in range(40):
        term = models.RecipientCategory.objects.create(label=f"M{number}", code=f"m{number}")
        models.Recipient.objects.create(activity=activity, category=term)
    assert count() == few


def test_simple_historys_own_pages_speak_swedish(dpo: Client, activity: ProcessingActivity) -> None:
    unit = activity.unit
    assert unit is not None
    unit.name = "Nytt enhetsnamn"
    unit.save()
    page = dpo.get(f"/admin/ropa/unit/{unit.pk}/history/").content.decode()
    for word in ("Ändrad av", "Tidpunkt", "Skäl", "Ändringar", "Skapad"):
        assert word in page
    for word in ("Changed by", "Change reason", "Comment", "Created"):
        assert word not in page
