"""What an import did is taken back whatever came of it, and nothing that others have done since is lost with it."""

import json
import re
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from ropa import drafts, registers
from ropa.models import ProcessingActivity, Unit
from ropa.outputs import register_json
from ropa.publishing import review

from .test_imports import at, at_once, csv, of, post, save, sent, upload

__all__ = ["at_once"]

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]


def register(**changes: Any) -> Any:
    """Return the register's own file, with its first activity changed."""
    data = json.loads(register_json.render(registers.of_drafts(day=timezone.localdate()), "sv"))
    data["entries"][0]["activity"].update(changes)
    return SimpleUploadedFile("r.json", json.dumps(data).encode())


def undo(client: Client, found: Any) -> Any:
    answer = client.post(at(found, "undo"), {"reason": "Fel fil"})
    found.refresh_from_db()
    return answer


def imported(client: Client, town: Any, unit: Unit, *files: Any) -> Any:
    found = upload(client, town, *files)
    post(client, found, "look", unit=str(unit.pk))
    save(client, found)
    found.refresh_from_db()
    assert found.state == "saved"
    return found


def test_a_draft_that_got_nothing_is_no_part_of_what_is_undone(
    dpo: Client, town: Any, unit: Unit, activity: Any
) -> None:
    found = imported(dpo, town, unit)
    idle = ProcessingActivity.objects.create(organisation=town, name="Annan", slug="annan", unit=unit)
    idle.refresh_from_db()
    found.outcome["changed"][str(idle.key)] = idle.revision
    found.save()
    assert undo(dpo, found).status_code == 302
    assert found.state == "undone"
    assert ProcessingActivity.objects.filter(pk=idle.pk).exists()


@pytest.mark.parametrize("stands", [True, False])
def test_a_draft_that_was_submitted_since_stands_in_the_way(dpo: Client, town: Any, unit: Unit, stands: bool) -> None:
    found = imported(dpo, town, unit)
    made = of("Budget- och skuldrådgivning")
    review.submit(made, by="kim")
    if not stands:
        review.give_back(made, by="dpo", comment="Skriv mer")
    page = undo(dpo, found)
    assert [(one.activity, one.why) for one in page.context["obstacles"]] == [(made, "submitted")]
    assert found.state == "saved"
    assert made.steps.exists()


def test_the_day_of_a_review_is_taken_back_as_well(dpo: Client, town: Any, unit: Unit, activity: Any) -> None:
    found = imported(dpo, town, unit, register(reviewed_on="2026-01-02"))
    activity.refresh_from_db()
    assert activity.reviewed_on == date(2026, 1, 2)
    undo(dpo, found)
    activity.refresh_from_db()
    assert (found.state, activity.reviewed_on) == ("undone", None)


def test_imports_are_taken_back_one_after_another(dpo: Client, town: Any, unit: Unit, activity: Any) -> None:
    before = drafts.load(activity)
    first = imported(dpo, town, unit)
    second = imported(dpo, town, unit, sent(csv(("Försörjningsstöd", "Utreda ansökningar", "Domstol", "", ""))))
    assert [o.why for o in undo(dpo, first).context["obstacles"]] == ["changed"]
    for found in (second, first):
        assert undo(dpo, found).status_code == 302
        assert found.state == "undone"
    activity.refresh_from_db()
    assert drafts.load(activity) == before


def test_the_page_of_an_undone_import_counts_what_was_taken_back(
    dpo: Client, town: Any, unit: Unit, activity: Any
) -> None:
    found = imported(dpo, town, unit)
    before = counted(dpo, found)
    undo(dpo, found)
    after = counted(dpo, found)
    for counts in (before, after):
        assert [re.findall(r"\d+", words) for words in counts] == [["1"], ["1"]]
    assert not set(before) & set(after)  # not "1 new", as if it were there


def counted(client: Client, found: Any) -> list[str]:
    page = client.get(at(found)).content.decode()
    return re.findall(r"<li>(.*?)</li>", page.partition('<ul class="counts">')[2].partition("</ul>")[0])
