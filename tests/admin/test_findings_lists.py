"""Findings in lists: of activities, and by unit."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ropa import models, publishing
from ropa.models import DraftFinding, ProcessingActivity

from .conftest import LIST, browser

pytestmark = pytest.mark.django_db

BY_UNIT = f"{LIST}findings/"


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
