"""The history page: one entry a save, in words."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ropa import history, models, publishing
from ropa.models import ProcessingActivity

from .browserless import add_row, fields
from .conftest import CHANGE

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

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
    assert '<del><span class="unseen">borttaget: </span>Försörjningsstöd</del>' in newest
    assert '<ins><span class="unseen">tillagt: </span>Nytt namn</ins>' in newest
    assert "Namn (engelska)" in newest
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


def told(page: str) -> list[str]:
    """Return the entries' texts, tags left out and white space drawn together."""
    return [" ".join(re.sub(r"<[^>]+>", " ", entry).split()) for entry in entries(page)]


def history_of(dpo: Client, row: Any) -> list[str]:
    response = dpo.get(f"/admin/ropa/{row._meta.model_name}/{row.pk}/history/")
    assert response.status_code == 200
    return told(response.content.decode())


def test_what_also_wrote_the_ledger_is_one_entry(dpo: Client, activity: ProcessingActivity) -> None:
    publishing.publish(activity, by="dpo", reason="Prov")
    publishing.confirm(activity, by="enheten")
    newest, before, *_older = told(dpo.get(HISTORY.format(activity.pk)).content.decode())
    assert "enheten Version 1: bekräftad" in newest
    assert "dpo Version 1: publicerad" in before
    assert "Senast genomgången" in newest
    assert "Version 1: publicerad" in before
    assert "Skäl: Prov" in before
    assert "Fel som kvarstod" in before


def test_an_account_in_the_ledger_is_told_by_its_persons_name(dpo: Client, activity: ProcessingActivity) -> None:
    User.objects.filter(username="dpo").update(first_name="Dana", last_name="Ombud")
    publishing.publish(activity, by="dpo", reason="Prov")
    assert "Dana Ombud Version 1: publicerad" in told(dpo.get(HISTORY.format(activity.pk)).content.decode())[0]


def test_steps_of_the_review_are_entries_with_their_comment(dpo: Client, activity: ProcessingActivity) -> None:
    publishing.review.submit(activity, by="maria", comment="Klar <nu>")
    publishing.review.give_back(activity, by="dpo", comment="Ange lagrum")
    returned, submitted, *_older = told(dpo.get(HISTORY.format(activity.pk)).content.decode())
    assert "dpo Återlämnad Ange lagrum" in returned
    assert "maria Inlämnad Klar &lt;nu&gt;" in submitted


def test_what_is_no_part_of_the_record_is_told_as_well(dpo: Client, activity: ProcessingActivity) -> None:
    activity.owner = User.objects.create_user("maria", first_name="Maria", last_name="Ek")
    activity.is_standard = True
    activity.save()
    newest = told(dpo.get(HISTORY.format(activity.pk)).content.decode())[0]
    assert "Maria Ek" in newest
    assert "Standardbehandling" in newest


def test_a_long_text_is_folded(dpo: Client, activity: ProcessingActivity) -> None:
    with history.change(by="a"):
        models.Purpose.objects.create(activity=activity, text="ord " * 300, position=2)
    assert "lång text" in told(dpo.get(HISTORY.format(activity.pk)).content.decode())[0]


class TestPartiesAndTerms:
    def test_labels_words_and_who(self, dpo: Client, unit: models.Unit) -> None:
        above = models.Unit.objects.create(organisation=unit.organisation, name="Förvaltningen", slug="f")
        unit.name, unit.parent = "Ekonomiskt stöd", above
        unit.translations = {"name": {"en": {"text": "Economic support", "source": ""}}}
        with history.change(by="Maria", reason="Ny organisation"):
            unit.save()
        newest = history_of(dpo, unit)[0]
        for words in (
            "Maria", "Skäl: Ny organisation", "Namn Ekonomiskt borttaget: bistånd tillagt: stöd",
            "Hör till tillagt: Förvaltningen", "Namn (engelska) tillagt: Economic support",
        ):  # fmt: skip
            assert words in newest, words

    def test_texts_its_notices_inherit_belong_to_its_history(self, dpo: Client, unit: models.Unit) -> None:
        with history.change(by="Maria"):
            row = models.NoticeText.objects.create(unit=unit, section="introduction", text="Hej")
        row.text = "Välkommen"
        row.save()
        row.delete()
        told_ = history_of(dpo, unit)
        assert len(told_) == 4
        assert [re.search("tillagd|ändrad|borttagen", entry)[0] for entry in told_[:3]] == [  # type: ignore[index]
            "borttagen", "ändrad", "tillagd",
        ]  # fmt: skip

    def test_a_body_that_is_gone_is_called_as_it_was(self, dpo: Client, unit: models.Unit) -> None:
        above = models.Unit.objects.create(organisation=unit.organisation, name="Förvaltningen", slug="f")
        for parent in (above, None):
            unit.parent = parent
            unit.save()
        above.delete()
        assert "borttaget: Förvaltningen" in history_of(dpo, unit)[0]

    def test_an_own_term(self, dpo: Client, town: models.Organisation) -> None:
        row = models.Law.objects.create(label="Biblioteksreglemente", code="own-b", organisation=town)
        row.repealed = True
        row.save()
        assert "tillagt: Ja" in history_of(dpo, row)[0]

    def test_queries_do_not_grow_with_the_changes(self, dpo: Client, unit: models.Unit) -> None:
        def count() -> int:
            with CaptureQueriesContext(connection) as caught:
                history_of(dpo, unit)
            return len(caught)

        def rename(*names: str) -> None:
            for name in names:
                unit.name = name
                unit.save()

        rename("a", "b")  # what else was done in one go with a change is asked where there are any
        few = count()
        rename(*"cdefghijk")
        assert count() == few

    def test_what_one_may_not_see_has_no_history(self, dpo: Client, elsewhere: ProcessingActivity) -> None:
        unit = models.Unit.objects.create(organisation=elsewhere.organisation, name="E", slug="annan")
        assert dpo.get(f"/admin/ropa/unit/{unit.pk}/history/").status_code == 404
