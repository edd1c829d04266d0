"""Findings on an activity's page: beside their fields, and checked without saving."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import translation

from ropa import drafts, models, publishing, rules
from ropa.models import DraftFinding, ProcessingActivity

from .browserless import add_row, fields
from .conftest import ADD, CHANGE, browser

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough, pytest.mark.usefixtures("standing")]


def note_of(page: str, code: str) -> str:
    """Return the element of the first finding of a rule."""
    return next(part for part in re.findall(r'<div class="finding .*?</div>', page, re.DOTALL) if f"· {code}<" in part)


def ids(page: str, code: str) -> str:
    return re.search(r'id="(finding-\d+)"', note_of(page, code))[1]  # type: ignore[index]


def opened(client: Client, activity: ProcessingActivity) -> str:
    return str(client.get(CHANGE.format(activity.pk)).content.decode())


def ask(client: Client, activity: ProcessingActivity | None, data: dict[str, Any], how: str = "json") -> Any:
    return client.post(CHANGE.format(activity.pk) if activity else ADD, {**data, "_check": how})


class TestForm:
    def test_a_finding_stands_at_its_field_and_describes_it(self, first_page: Any) -> None:
        page = first_page.content.decode()
        before, control = re.search(r'field-role"(.*?)(<select[^>]* name="role"[^>]*>)', page, re.DOTALL).groups()  # type: ignore[union-attr]
        assert f'id="{ids(page, "R43")}"' in before
        assert f'aria-describedby="id_role_helptext {ids(page, "R43")}"' in control
        note = note_of(page, "R43")
        for word in ("Fel", str(rules.BY_CODE["R43"].article), "finding-error"):
            assert word in note

    def test_a_finding_in_a_row_stands_in_the_row_and_marks_it(self, dpo: Client, activity: ProcessingActivity) -> None:
        models.JointController.objects.create(activity=activity, name="Sala kommun", position=0)
        models.JointController.objects.create(
            activity=activity, name="Heby kommun", agreement="arrangement", essence="Vi delar.", position=1
        )
        page = opened(dpo, activity)
        first, second = page.split('id="joint_controllers-0"')[1].split('id="joint_controllers-1"')[:2]
        assert "· R25<" in first.split('field-agreement"')[1]
        assert "1 fel" in first.split("</summary>")[0]
        assert "· R25<" not in second.split("<template>")[0]

    def test_what_no_field_says_stands_in_its_section(self, first_page: Any) -> None:
        page = first_page.content.decode()
        assert "dataskyddsombudet" in page.split('id="parties"')[1].split('field-organisation"')[0]

    def test_the_summary_leads_to_each(self, first_page: Any, activity: ProcessingActivity) -> None:
        page = first_page.content.decode()
        head = page.split('id="findings"')[1].split("</section>")[0]
        found = publishing.standing(drafts.load(activity))
        assert len(re.findall(r'href="#finding-\d+"', head)) == len(found)
        assert set(re.findall(r'href="#(finding-\d+)"', head)) == set(re.findall(r'id="(finding-\d+)"', page))
        errors = len(rules.errors(found))
        assert f"{errors} fel" in head

    def test_the_menu_says_how_much_is_found_in_each_section(self, first_page: Any) -> None:
        page = first_page.content.decode()
        menu = page.split('<nav class="contents"')[1].split("</nav>")[0]
        for part in page.split('<section class="part')[1:]:
            anchor = re.search(r'id="([^"]+)"', part)[1]  # type: ignore[index]
            line = menu.split(f'href="#{anchor}"')[1].split("</a>")[0]
            for severity in ("error", "warning"):
                mark = line.split(f'data-severity="{severity}"')[1].split("</span></span>")[0]
                found = part.split("</section>")[0].count(f'class="finding finding-{severity}"')
                assert f'class="n">{found}' in mark
                assert (" hidden" in mark.split(">")[0]) == (not found)

    def test_after_a_save_the_findings_are_of_what_is_saved(
        self, dpo: Client, activity: ProcessingActivity, data: dict[str, Any]
    ) -> None:
        data["role"] = ["controller"]
        done = dpo.post(CHANGE.format(activity.pk), {**data, "_continue": "1"}, follow=True)
        assert "· R43<" not in done.content.decode()
        assert not DraftFinding.objects.filter(activity=activity, rule="R43").exists()

    def test_a_new_activity_has_none_yet(self, dpo: Client, activity: ProcessingActivity) -> None:
        assert 'class="finding ' not in dpo.get(ADD).content.decode()


LAW, SUPPORTS = (models.LegalProvision, ""), (models.LegalProvision, "about")
NAMED = {
    "R10": (LAW, SUPPORTS),
    "R12": ((models.Recipient, ""), (models.Recipient, "ground")),
    "R14": ((models.Purpose, ""),),
    "R15": ((models.SpecialCategoryBasis, ""), LAW, SUPPORTS),
    "R16": (LAW, SUPPORTS),
    "R17": ((models.PersonalData, ""),),
    "R26": ((models.RetentionRule, ""), (ProcessingActivity, "no_retention_reason")),
    "R28": (LAW, SUPPORTS),
    "R33": ((models.Transfer, ""),),
}
"""Rule -> the lists and fields, other than its own, in which what it asks for is filled in."""


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("code", NAMED)
def test_advice_names_list_and_field_as_the_form_does(code: str, language: str) -> None:
    with translation.override(language):
        for table, column in NAMED[code]:
            meta = table._meta
            name = meta.get_field(column).verbose_name if column else meta.verbose_name_plural
            assert re.search(f"[“”]{re.escape(str(name))}”", str(rules.BY_CODE[code].advice))


class TestCheck:
    def test_what_is_typed_is_checked_without_a_trace(
        self, dpo: Client, activity: ProcessingActivity, data: dict[str, Any]
    ) -> None:
        before, rows = drafts.load(activity), models.Purpose.history.count()  # type: ignore[attr-defined]
        revision = ProcessingActivity.objects.get(pk=activity.pk).revision
        data["role"] = ["joint-controller"]
        key = add_row(data, "joint_controllers", name="Sala kommun")
        told = ask(dpo, activity, data).json()
        found = [(n["field"], n["row"], n["column"]) for n in told["notes"]]
        assert ("joint_controllers", key, "agreement") in found
        assert "role" not in {field for field, _row, _column in found}
        assert "1 fel" in told["rows"][key]
        assert "finding-1" in told["summary"]
        assert drafts.load(activity) == before
        assert models.Purpose.history.count() == rows  # type: ignore[attr-defined]
        assert ProcessingActivity.objects.get(pk=activity.pk).revision == revision
        assert DraftFinding.objects.filter(activity=activity, rule="R43").exists()

    def test_without_script_the_page_comes_back_as_it_was_typed(
        self, dpo: Client, activity: ProcessingActivity, data: dict[str, Any]
    ) -> None:
        data |= {"role": ["joint-controller"], "name": ["Osparat namn"]}
        add_row(data, "joint_controllers", name="Osparad kommun")
        answer = ask(dpo, activity, data, "1")
        page = answer.content.decode()
        assert "Ingenting är sparat" in page
        again = fields(answer)
        assert (again["name"], again["joint_controllers-0-name"]) == (["Osparat namn"], ["Osparad kommun"])
        assert again["joint_controllers-0-key"] == data["joint_controllers-0-key"]
        assert "· R25<" in page.split('id="joint_controllers-0"')[1].split("</li>")[0]
        assert not models.JointController.objects.exists()
        assert dpo.post(CHANGE.format(activity.pk), {**again, "_continue": "1"}).status_code == 302
        assert models.JointController.objects.get().name == "Osparad kommun"

    def test_a_new_activity_is_checked_before_it_is_saved(self, dpo: Client, unit: models.Unit) -> None:
        data = fields(dpo.get(ADD)) | {"name": ["Ny"], "unit": [str(unit.pk)]}
        assert "R43" in ask(dpo, None, data).json()["summary"]
        page = ask(dpo, None, data, "1")
        assert fields(page)["name"] == ["Ny"]
        assert "· R43<" in page.content.decode()
        assert not ProcessingActivity.objects.filter(name="Ny").exists()

    @pytest.mark.parametrize("how", ["json", "1"])
    def test_what_cannot_be_saved_is_told_and_kept(
        self, dpo: Client, activity: ProcessingActivity, data: dict[str, Any], how: str
    ) -> None:
        data |= {"name": [""], "summary": ["Detta skrev jag"]}
        add_row(data, "retention_rules", period="ganska länge")
        answer = ask(dpo, activity, data, how)
        if how == "json":
            told = answer.json()["wrong"]
            assert "något måste rättas först" in told
            for place in ('href="#id_name"', 'href="#id_retention_rules-0-period"', "5 år, 18 månader"):
                assert place in told
        else:
            assert fields(answer)["summary"] == ["Detta skrev jag"]
            assert 'id="id_retention_rules-0-period_error"' in answer.content.decode()
        activity.refresh_from_db()
        assert activity.summary == ""

    def test_who_may_not_edit_checks_nothing(
        self, people: dict[str, User], activity: ProcessingActivity, data: dict[str, Any]
    ) -> None:
        assert ask(browser(people["reader"]), activity, data).status_code == 403
        assert "· R43<" in opened(browser(people["reader"]), activity)
