"""Findings in the workplace: beside their fields, on the list, by unit; checked without saving."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from ropa import drafts, models, publishing, rules
from ropa.models import DraftFinding, ProcessingActivity

from .browserless import add_row, fields
from .conftest import ADD, CHANGE, LIST, browser

pytestmark = pytest.mark.django_db

BY_UNIT = f"{LIST}findings/"


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
    def test_a_finding_stands_at_its_field_and_describes_it(self, dpo: Client, activity: ProcessingActivity) -> None:
        page = opened(dpo, activity)
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

    def test_what_no_field_says_stands_in_its_section(self, dpo: Client, activity: ProcessingActivity) -> None:
        page = opened(dpo, activity)
        assert "dataskyddsombudet" in page.split('id="parties"')[1].split('field-organisation"')[0]

    def test_the_summary_leads_to_each(self, dpo: Client, activity: ProcessingActivity) -> None:
        page = opened(dpo, activity)
        head = page.split('id="findings"')[1].split("</section>")[0]
        found = publishing.standing(drafts.load(activity))
        assert len(re.findall(r'href="#finding-\d+"', head)) == len(found)
        assert set(re.findall(r'href="#(finding-\d+)"', head)) == set(re.findall(r'id="(finding-\d+)"', page))
        errors = len(rules.errors(found))
        assert f"{errors} fel" in head

    def test_the_menu_says_how_much_is_found_in_each_section(self, dpo: Client, activity: ProcessingActivity) -> None:
        page = opened(dpo, activity)
        menu = page.split('<nav class="contents"')[1].split("</nav>")[0]
        for part in page.split('<section class="part')[1:]:
            anchor = re.search(r'id="([^"]+)"', part)[1]  # type: ignore[index]
            line = menu.split(f'href="#{anchor}"')[1].split("</a>")[0]
            for severity in ("error", "warning"):
                mark = line.split(f'data-severity="{severity}"')[1].split("</span></span>")[0]
                found = part.split("</section>")[0].count(f'class="finding finding-{severity}"')
                assert f'class="n">{found}' in mark
                assert (" hidden" in mark.split(">")[0]) == (not found)

    def test_after_a_save_the_findings_are_of_what_is_saved(self, dpo: Client, activity: ProcessingActivity) -> None:
        data = fields(dpo.get(CHANGE.format(activity.pk))) | {"role": ["controller"]}
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
    def test_what_is_typed_is_checked_without_a_trace(self, dpo: Client, activity: ProcessingActivity) -> None:
        before, rows = drafts.load(activity), models.Purpose.history.count()  # type: ignore[attr-defined]
        revision = ProcessingActivity.objects.get(pk=activity.pk).revision
        data = fields(dpo.get(CHANGE.format(activity.pk))) | {"role": ["joint-controller"]}
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
        self, dpo: Client, activity: ProcessingActivity
    ) -> None:
        data = fields(dpo.get(CHANGE.format(activity.pk))) | {"role": ["joint-controller"], "name": ["Osparat namn"]}
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
        assert not ProcessingActivity.objects.exists()

    @pytest.mark.parametrize("how", ["json", "1"])
    def test_what_cannot_be_saved_is_told_and_kept(self, dpo: Client, activity: ProcessingActivity, how: str) -> None:
        data = fields(dpo.get(CHANGE.format(activity.pk))) | {"name": [""], "summary": ["Detta skrev jag"]}
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

    def test_who_may_not_edit_checks_nothing(self, people: dict[str, User], activity: ProcessingActivity) -> None:
        data = fields(browser(people["dpo"]).get(CHANGE.format(activity.pk)))
        assert ask(browser(people["reader"]), activity, data).status_code == 403
        assert "· R43<" in opened(browser(people["reader"]), activity)


@pytest.fixture
def flawless(activity: ProcessingActivity) -> ProcessingActivity:
    """An activity in which the index knows of nothing."""
    made = ProcessingActivity.objects.create(organisation=activity.organisation, name="Felfri", slug="felfri")
    publishing.reindex()
    DraftFinding.objects.filter(activity=made).delete()
    return made


class TestList:
    def test_it_says_how_much_is_found(self, dpo: Client, activity: ProcessingActivity) -> None:
        errors = DraftFinding.objects.filter(publishing.held(), activity=activity, severity="error").count()
        assert f'<span aria-hidden="true">✕</span> {errors} fel' in dpo.get(LIST).content.decode()

    @pytest.mark.parametrize(
        ("query", "faulty", "clean"),
        [
            ("findings=errors", True, False),
            ("findings=none", False, True),
            ("findings=x", True, True),
            ("rule=R43", True, False),
            ("rule=R99", True, True),
            ("unit=none", False, True),
        ],
    )
    def test_it_is_filtered(
        self, dpo: Client, activity: ProcessingActivity, flawless: Any, query: str, faulty: bool, clean: bool
    ) -> None:
        page = dpo.get(f"{LIST}?{query}").content.decode()
        assert [">Försörjningsstöd<" in page, ">Felfri<" in page] == [faulty, clean]

    def test_what_nobody_has_checked_yet_is_not_without_findings(self, dpo: Client, flawless: Any) -> None:
        assert "Inte kontrollerad än" not in dpo.get(LIST).content.decode()
        models.DraftIndex.objects.filter(activity__name="Felfri").update(peer={})  # as an older version left it
        assert "Inte kontrollerad än" in dpo.get(LIST).content.decode()
        assert ">Felfri<" not in dpo.get(f"{LIST}?findings=none").content.decode()

    def test_it_is_sorted_by_errors(self, dpo: Client, activity: ProcessingActivity, flawless: Any) -> None:
        head = dpo.get(LIST).content.decode().split("column-findings_column", 1)[1]
        column = re.search(r"[?;]o=(\d+)", head)[1]  # type: ignore[index]
        for order, first in ((f"{column}", "Felfri"), (f"-{column}", "Försörjningsstöd")):
            page = dpo.get(f"{LIST}?o={order}").content.decode()
            assert page.index(f">{first}<") == min(page.index(f">{name}<") for name in ("Felfri", "Försörjningsstöd"))

    def test_only_rules_that_find_something_in_what_one_sees_are_offered(
        self, dpo: Client, activity: ProcessingActivity, elsewhere: ProcessingActivity
    ) -> None:
        DraftFinding.objects.filter(activity=activity).exclude(rule="R43").delete()
        page = dpo.get(LIST).content.decode()
        assert set(re.findall(r"\?rule=(R\d+)", page)) == {"R43"}
        assert "R43 " in page


class TestByUnit:
    def test_each_number_leads_to_its_activities(
        self, dpo: Client, activity: ProcessingActivity, flawless: Any
    ) -> None:
        publishing.publish(activity, by="dpo", reason="Prov")
        page = dpo.get(BY_UNIT).content.decode()
        placed, unplaced = page.split("<tbody>")[1].split("</tr>")[:2]
        assert "Ekonomiskt bistånd" in placed
        assert "Inte i någon enhet" in unplaced
        assert re.findall(r">(\d+)</td>", placed) == ["1"], "published"
        for address in re.findall(r'href="([^"]+)"', placed):
            assert ">Försörjningsstöd<" in dpo.get(address.replace("&amp;", "&")).content.decode()
        assert len(re.findall(r"rule=R\d+", placed)) == 3
        assert "✕" not in unplaced

    def test_what_has_errors_comes_first_and_the_sum_on_top(self, dpo: Client, activity: ProcessingActivity) -> None:
        early = models.Unit.objects.create(organisation=activity.organisation, name="Alla sidor", slug="alla")
        made = ProcessingActivity.objects.create(
            organisation=activity.organisation, unit=early, name="Felfri", slug="felfri"
        )
        publishing.reindex()
        DraftFinding.objects.filter(activity=made).delete()
        page = dpo.get(BY_UNIT).content.decode()
        assert page.index("Ekonomiskt bistånd") < page.index("Alla sidor")
        for shown in (page, dpo.get("/admin/").content.decode()):
            told = shown.split('class="total"')[1].split("</p>")[0]
            for words in (">2 behandlingar<", "0 är offentliga nu", "1 med fel", "1 med varningar"):
                assert words in told
            for address in re.findall(r'findings=[^"]+', told):
                assert ">Försörjningsstöd<" in dpo.get(f"{LIST}?{address}").content.decode()

    def test_one_sees_what_one_may(
        self, people: dict[str, User], activity: ProcessingActivity, elsewhere: ProcessingActivity
    ) -> None:
        seen = {who: browser(user).get(BY_UNIT) for who, user in people.items() if user}
        assert "Ekonomiskt bistånd" in seen["reader"].content.decode()
        assert "Grannby" not in seen["dpo"].content.decode()
        assert "Grannby" in seen["dpo elsewhere"].content.decode()
        assert "Ekonomiskt bistånd" not in seen["editor of another unit"].content.decode()
        assert seen["staff without membership"].status_code == 302

    def test_as_many_queries_for_thirty_as_for_one(self, dpo: Client, activity: ProcessingActivity) -> None:
        counts = []
        for number in (1, 30):
            for n in range(number):
                unit = models.Unit.objects.create(
                    organisation=activity.organisation, name=f"E{n}", slug=f"e{number}-{n}"
                )
                ProcessingActivity.objects.create(
                    organisation=activity.organisation, unit=unit, name="x", slug=f"x{number}-{n}"
                )
            publishing.reindex()
            with CaptureQueriesContext(connection) as taken:
                dpo.get(BY_UNIT)
            counts.append(len(taken))
        assert counts[0] == counts[1]


def test_after_a_draft_is_gone_nothing_is_compared_with_it(dpo: Client, activity: ProcessingActivity) -> None:
    category = models.PurposeCategory.objects.create(code="own-x", label="Samma slags ändamål")
    twin = ProcessingActivity.objects.create(organisation=activity.organisation, name="Tvilling", slug="tvilling")
    for row in (activity, twin):
        models.Purpose.objects.create(activity=row, category=category)
    publishing.reindex()
    DraftFinding.objects.create(activity=twin, rule="R00", severity="info", field="purposes")
    dpo.post(f"/admin/ropa/processingactivity/{activity.pk}/delete/", {"post": "yes"})
    assert not DraftFinding.objects.filter(rule="R00").exists()
    assert DraftFinding.objects.filter(activity=twin).exists()
