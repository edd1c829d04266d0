"""What a file of ropa's own may do to the drafts, and what becomes of the rest of what stands in it."""

import io
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from ropa import registers
from ropa.models import Import, LabelCorrection, NoticeText, Organisation, ProcessingActivity, Unit
from ropa.outputs import register_json, register_xlsx

from .conftest import browser, person
from .test_imports import ADD, at, at_once, csv, look, post, save, sent, upload
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


@pytest.mark.parametrize("was", [date(2026, 1, 2), None], ids=["ropa's own", "document"])
def test_a_review_that_has_not_taken_place_is_a_text(
    dpo: Client, town: Any, unit: Unit, activity: Any, was: date | None
) -> None:
    soon = (timezone.localdate() + timedelta(days=400)).isoformat()
    ProcessingActivity.objects.filter(pk=activity.pk).update(reviewed_on=was)
    row = csv(("Försörjningsstöd", soon), headings=("Benämning", "Senast granskad"))
    found = upload(dpo, town, register(reviewed_on=soon) if was else sent(row))
    post(dpo, found, "look", unit=str(unit.pk))
    for _time in range(2):
        assert save(dpo, found).status_code == 302
        found = upload(dpo, town, register(reviewed_on=soon) if was else sent(row))
        post(dpo, found, "look", unit=str(unit.pk))
    activity.refresh_from_db()
    assert activity.reviewed_on == was
    assert [text.text for text in activity.unplaced.all()] == [soon]


def test_what_stands_beside_the_activities_is_shown_and_said_to_be_lost(dpo: Client, town: Any, activity: Any) -> None:
    book = load_workbook(io.BytesIO(register_xlsx.render(registers.of_drafts(day=timezone.localdate()), "sv")))
    book.create_sheet("Egna noter").append(["Fråga arkivet om gallring", "i maj"])
    file = io.BytesIO()
    book.save(file)
    found = upload(dpo, town, SimpleUploadedFile("r.xlsx", file.getvalue()))
    (rest,) = look(dpo, found).context["rests"]
    assert [(p.label, p.text) for p in rest.passages] == [("Egna noter", "Fråga arkivet om gallring | i maj")]


def test_activities_of_other_organisations_are_left_out_and_said_so(dpo: Client, town: Any, activity: Any) -> None:
    other = Organisation.objects.create(name="Grannby kommun", slug="grannby")
    ProcessingActivity.objects.create(organisation=other, name="Försörjningsstöd", slug="forsorjningsstod-2")
    content = register_json.render(registers.of_drafts(day=timezone.localdate()), "sv")
    activity.purposes.first().delete()
    found = upload(dpo, town, SimpleUploadedFile("alla.json", content))
    page = look(dpo, found)
    looked = page.context["looked"]
    assert [(one.kind, "Grannby kommun" in one.why_not) for one in looked.shown] == [
        ("changed", False),
        ("abroad", True),
    ]
    assert (looked.counted["new"], looked.counted["abroad"], looked.blocked) == (0, 1, [])
    assert f'name="new-{looked.shown[1].item.id}"' in page.content.decode().partition('<details class="folded">')[2]
    assert save(dpo, found).status_code == 302
    assert (activity.purposes.count(), ProcessingActivity.objects.filter(organisation=town).count()) == (2, 1)


def test_an_activity_of_another_organisation_can_be_had_as_ones_own(dpo: Client, town: Any, unit: Unit) -> None:
    other = Organisation.objects.create(name="Grannby kommun", slug="grannby")
    theirs = ProcessingActivity.objects.create(organisation=other, name="Skolskjuts", slug="skolskjuts")
    content = register_json.render(registers.of_drafts(day=timezone.localdate()), "sv")
    found = upload(dpo, town, SimpleUploadedFile("alla.json", content))
    (one,) = look(dpo, found).context["looked"].shown
    assert save(dpo, found).context["refusal"]
    post(dpo, found, "look", unit=str(unit.pk), **{f"new-{one.item.id}": "on"})
    assert save(dpo, found).status_code == 302
    assert ProcessingActivity.objects.exclude(pk=theirs.pk).get(name="Skolskjuts").organisation == town


# --- labels -----------------------------------------------------------------------------------------------------------


def correct(client: Client, found: Any, topic: str) -> Any:
    """Say on the page what the label of the last column means; return that label as it is shown afterwards."""
    post(client, found, "labels", **{f"label-{asked(client, found).id}": topic})
    return asked(client, found)


def asked(client: Client, found: Any) -> Any:
    client.get(at(found))  # what others have said meanwhile is taken in
    page = look(client, found).context
    return next(one for one in (*page["unknown"], *page["known"]) if one.label == "Kostnadsställe")


def test_an_editor_says_what_a_label_means_and_overwrites_nobody(town: Any, unit: Unit) -> None:
    kim, dpo = person("kim", town, "editor", unit), person("dora", town, "dpo")
    editor, officer = browser(kim), browser(dpo)
    mine, theirs = upload(editor, town), upload(officer, town)
    for topic in ("notes", "purposes"):  # one's own may be mended
        assert correct(editor, mine, topic).corrected == topic
    said = LabelCorrection.objects.get()
    assert (said.topic, said.user, said.by) == ("purposes", kim, "kim")
    assert said.at is not None
    assert correct(officer, theirs, "notes").corrected == "notes"
    label = correct(editor, mine, "purposes")
    assert (label.corrected, label.is_fixed) == ("notes", True)
    assert f'name="label-{label.id}"' not in look(editor, mine).content.decode()
    assert LabelCorrection.objects.get().user == dpo


def test_who_edits_the_list_of_labels_is_kept(dpo: Client, town: Any) -> None:
    posted = {"organisation": town.pk, "label": "Kostnadsställe", "topic": "notes"}
    assert dpo.post("/admin/ropa/labelcorrection/add/", posted).status_code == 302
    said = LabelCorrection.objects.get()
    assert (said.by, said.at is not None) == (str(said.user), True)


# --- the same file ----------------------------------------------------------------------------------------------------


def test_a_file_that_is_sent_twice_at_once_is_refused(dpo: Client, town: Any) -> None:
    answer = dpo.post(ADD, {"organisation": town.pk, "files": [sent(), sent("Annat: x", "b.txt"), sent(name="c.csv")]})
    (words,) = answer.context["form"].errors["files"]
    assert "register.csv" in words
    assert "c.csv" in words
    assert not Import.objects.exists()
