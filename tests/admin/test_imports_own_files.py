"""What a file of ropa's own may do to the drafts, and what becomes of the rest of what stands in it."""

from typing import Any

import pytest
from django.test import Client

from ropa.models import NoticeText, Unit

from .conftest import browser, person
from .test_imports import at_once, look, save, upload
from .test_imports_undo import register, undo

__all__ = ["at_once"]

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]


@pytest.mark.parametrize("level", ["organisation", "unit"])
def test_no_file_writes_a_text_that_activities_inherit(town: Any, unit: Unit, activity: Any, level: str) -> None:
    client = browser(person("kim", town, "editor", unit))
    key = "7d5ffb6a-6e3e-4f3c-9a52-6a8f0d6a3f10"
    text = {"key": key, "level": level, "section": "complaint", "text": {"sv": "Klaga inte"}}
    found = upload(client, town, register(notice_texts=[text], summary={"sv": "Ny sammanfattning"}))
    assert "Klaga inte" not in look(client, found).content.decode()
    save(client, found)
    activity.refresh_from_db()
    assert activity.summary == "Ny sammanfattning"
    assert not NoticeText.objects.exists()


@pytest.mark.parametrize("since", ["edited", "deleted"])
def test_a_text_that_was_edited_or_deleted_since_stays_so(dpo: Client, town: Any, activity: Any, since: str) -> None:
    text = NoticeText.objects.create(organisation=town, section="complaint", text="Gammal text")
    file = register()
    if since == "edited":
        text.text = "Ny text"
        text.save()
    else:
        text.delete()
    found = upload(dpo, town, file)
    assert [one.kind for one in look(dpo, found).context["looked"].shown] == ["unchanged"]
    save(dpo, found)
    assert list(NoticeText.objects.values_list("text", flat=True)) == (["Ny text"] if since == "edited" else [])
    assert undo(dpo, found).status_code == 302
    assert found.state == "undone"
