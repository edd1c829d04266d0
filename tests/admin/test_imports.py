"""An import in the workplace: files in, looked at, labels corrected, saved as one change, undone as a whole."""

import json
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ropa import drafts, models, publishing, registers
from ropa.admin.imports import claims, reading
from ropa.admin.imports.upload import KEPT
from ropa.models import Import, LabelCorrection, ProcessingActivity, Unit
from ropa.outputs import register_json, register_xlsx

from .browserless import fields
from .conftest import browser, person

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

ADD, LIST = "/admin/ropa/import/add/", "/admin/ropa/import/"
HEADINGS = ("Benämning", "Ändamål", "Mottagare", "Tredjelandsöverföring", "Kostnadsställe")
ROWS = (
    ("Försörjningsstöd", "Utreda ansökningar om bistånd", "Försäkringskassan, Parkförvaltaren AB", "", "4410"),
    ("Budget- och skuldrådgivning", "Ge råd till den som har skulder", "Kronofogden", "Nej", "4420"),
)


def csv(*rows: tuple[str, ...], headings: tuple[str, ...] = HEADINGS) -> str:
    return "\n".join(";".join(f'"{cell}"' for cell in row) for row in (headings, *rows))


REGISTER = csv(*ROWS)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The thread that reads has a connection of its own, which sees nothing of a test's transaction."""
    monkeypatch.setattr(reading, "begin", reading.read)


def sent(text: str = REGISTER, name: str = "register.csv") -> Any:
    return SimpleUploadedFile(name, text.encode())


def upload(client: Client, town: Any, *files: Any) -> Import:
    answer = client.post(ADD, {"organisation": town.pk, "files": list(files) or [sent()]})
    assert answer.status_code == 302, answer.context["form"].errors
    return Import.objects.latest("pk")


def at(found: Import, rest: str = "change") -> str:
    return f"/admin/ropa/import/{found.pk}/{rest}/"


def look(client: Client, found: Import, **query: Any) -> Any:
    answer = client.get(at(found), query)
    assert answer.status_code == 200
    return answer


def post(client: Client, found: Import, button: str, **changes: Any) -> Any:
    """Press a button of the page as a browser does, with other choices than the page proposes."""
    page = look(client, found)
    posted = {k: v for k, v in fields(page, "import_form").items() if k not in {"look", "labels", "go", "save"}}
    return client.post(at(found), {**posted, button: "1", **changes})


def save(client: Client, found: Import, **changes: Any) -> Any:
    return post(client, found, "save", **{"reason": "Registret från 2025", **changes})


def save_all_the_same(client: Client, found: Import) -> Any:
    """Press save, and once more with what is asked about confirmed."""
    asked = save(client, found)
    return save(client, found, sure=" ".join(asked.context["doubts"]))


def shown(page: Any) -> dict[str, Any]:
    return {one.name: one for one in page.context["looked"].shown}


def of(name: str) -> ProcessingActivity:
    return ProcessingActivity.objects.get(name=name)


# --- looking ----------------------------------------------------------------------------------------------------------


def test_files_are_read_and_shown_as_they_become(dpo: Client, town: Any, unit: Unit, activity: Any) -> None:
    found = upload(dpo, town, sent(), sent("\x00", "tom.docx"))
    page = look(dpo, found)
    assert {n: one.kind for n, one in shown(page).items()} == dict.fromkeys(
        ("Försörjningsstöd", "Budget- och skuldrådgivning"), "new"
    )
    html = page.content.decode()
    assert '<mark class="placed">Kronofogden</mark><span class="became">Mottagare</span>' in html
    assert '<mark class="unplaced">4410</mark>' in html
    assert "tom.docx" in str(page.context["refused"][0][0])
    assert page.context["refused"][0][1]
    assert [label.label for label in page.context["unknown"]] == ["Kostnadsställe"]
    assert page.context["looked"].shown[0].notes.errors


def test_a_file_without_an_activity_is_told_of_before_the_activities(dpo: Client, town: Any) -> None:
    html = look(dpo, upload(dpo, town, sent(), sent("Hej! Vi ses i morgon.", "brev.txt"))).content.decode()
    assert re.search(r"warningnote[^<]*>[^<]*brev\.txt", html[: html.index('id="import_form"')])


def test_a_draft_is_recognised_in_the_unit_that_is_chosen(dpo: Client, town: Any, unit: Unit, activity: Any) -> None:
    found = upload(dpo, town)
    post(dpo, found, "look", unit=str(unit.pk))
    one = shown(look(dpo, found))["Försörjningsstöd"]
    assert (one.kind, one.foreseen.there.pk) == ("changed", activity.pk)
    assert {d.field for d in one.differences} >= {"recipients", "unplaced"}
    assert "original_wording" not in {d.field for d in one.differences}
    post(dpo, found, "look", **{f"new-{one.item.id}": "on"})
    assert shown(look(dpo, found))["Försörjningsstöd"].kind == "new"


KNOWN_BY = {
    "reference": (("SN-001", "Ekonomiskt bistånd till vuxna"), "Försörjningsstöd"),
    "name": (("", "Försörjningsstöd"), ""),
}


@pytest.mark.parametrize("why", KNOWN_BY)
def test_a_draft_that_is_recognised_says_why(dpo: Client, town: Any, unit: Unit, activity: Any, why: str) -> None:
    ProcessingActivity.objects.filter(pk=activity.pk).update(reference="SN-001")
    row, other = KNOWN_BY[why]
    found = upload(dpo, town, sent(csv((*row, "Titta"), headings=("Referens", "Benämning", "Ändamål"))))
    post(dpo, found, "look", unit=str(unit.pk))
    page = look(dpo, found)
    (one,) = page.context["looked"].shown
    assert (one.foreseen.there.pk, one.known_by, one.other_name) == (activity.pk, why, other)
    html = page.content.decode()
    assert f"({one.why_known})" in html
    assert ("SN-001" in one.why_known) == (why == "reference")
    assert ("“Försörjningsstöd”" in html) or ("”Försörjningsstöd”" in html) or not other


def test_a_file_that_names_no_unit_is_known_again_where_it_was_put(dpo: Client, town: Any, unit: Unit) -> None:
    found = upload(dpo, town)
    post(dpo, found, "look", unit=str(unit.pk))
    save(dpo, found)
    made = of("Budget- och skuldrådgivning")
    made.name = "Skuldrådgivning"
    made.save()
    for name in ("register.csv", "2027.csv"):
        page = look(dpo, upload(dpo, town, sent(name=name)))
        assert [(one.kind, one.unit) for one in page.context["looked"].shown] == [("unchanged", unit.name)] * 2
        assert [one.known_by for one in page.context["looked"].shown] == ["words"] * 2
    other = Unit.objects.create(organisation=town, name="Biblioteket", slug="bibliotek")
    Unit.objects.create(organisation=town, name="Bokbussen", slug="bokbussen", parent=other)
    kim = browser(person("kim", town, "editor", other))
    assert {one.kind for one in shown(look(kim, upload(kim, town))).values()} == {"new"}
    found = upload(dpo, town)
    post(dpo, found, "look", unit=str(other.pk))
    save(dpo, found)
    page = look(dpo, upload(dpo, town))  # two remember it now: which one is meant, nobody can know
    assert {one.kind for one in shown(page).values()} == {"new"}


def test_a_label_is_corrected_once_for_all_alike_and_for_later_imports(dpo: Client, town: Any) -> None:
    found = upload(dpo, town, sent(), sent(REGISTER.replace("Kostnadsställe", "KOSTNADSSTÄLLE"), "b.csv"))
    label = look(dpo, found).context["unknown"][0]
    assert label.n == 4
    post(dpo, found, "labels", **{f"label-{label.id}": "notes"})
    page = look(dpo, found)
    assert page.context["unknown"] == []
    assert [one.item.record.notes for one in page.context["looked"].shown] == ["4410", "4420"] * 2
    later = upload(dpo, town, sent(REGISTER.replace("Kostnadsställe", "Kostnadsställe:"), "c.csv"))
    assert {one.item.record.notes for one in look(dpo, later).context["looked"].shown} == {"4410", "4420"}


def test_a_label_can_mean_nothing_and_is_not_asked_for_again(dpo: Client, town: Any) -> None:
    found = upload(dpo, town)
    label = look(dpo, found).context["unknown"][0]
    post(dpo, found, "labels", **{f"label-{label.id}": "-"})
    page = look(dpo, found)
    assert page.context["unknown"] == []
    assert [u.text for u in page.context["looked"].shown[0].unplaced] == ["4410"]


def many(n: int) -> str:
    return csv(
        *((f"Behandling {n}-{i}", f"Pröva ansökningar av slag {i}", "Skatteverket", "Nej", f"44{i}") for i in range(n))
    )


def test_choices_survive_turning_the_page(dpo: Client, town: Any, unit: Unit) -> None:
    found = upload(dpo, town, sent(many(45)))
    first = look(dpo, found)
    assert (len(first.context["looked"].shown), first.context["looked"].pages) == (20, 3)
    left = first.context["looked"].shown[3].item.id
    answer = post(dpo, found, "go", go="3", unit=str(unit.pk), **{f"leave-{left}": "on"})
    third = dpo.get(answer["Location"])
    assert [one.name for one in third.context["looked"].shown] == [f"Behandling 45-{i}" for i in range(40, 45)]
    assert {one.unit for one in third.context["looked"].shown} == {"Ekonomiskt bistånd"}
    assert third.context["looked"].counted["left"] == 1
    assert look(dpo, found).context["looked"].shown[3].kind == "left"


def test_what_changes_comes_first_and_what_does_not_is_folded(dpo: Client, town: Any, unit: Unit) -> None:
    for text in (many(24), many(24).replace("slag 22", "slag 22 och 23").replace("Behandling 24-23", "Ny")):
        found = upload(dpo, town, sent(text, f"{len(text)}.csv"))
        post(dpo, found, "look", unit=str(unit.pk))
        page = look(dpo, found)
        if "Ny" not in text:
            save_all_the_same(dpo, found)
    looked = page.context["looked"]
    assert {kind: looked.counted[kind] for kind in ("new", "changed", "unchanged")} == {
        "new": 1,
        "changed": 1,
        "unchanged": 22,
    }
    assert [(one.name, one.kind) for one in looked.shown[:2]] == [("Behandling 24-22", "changed"), ("Ny", "new")]
    above, _mark, folded = page.content.decode().partition('<details class="folded">')
    assert [part.count("<article") for part in (above, folded)] == [2, 18]
    assert save(dpo, found).status_code == 302  # nobody is asked to open a page on which nothing changes


def test_looking_takes_as_many_queries_for_three_as_for_thirty(dpo: Client, town: Any, unit: Unit) -> None:
    counted = []
    for n in (3, 30):
        for again in range(2):  # new ones, then the same as drafts
            found = upload(dpo, town, sent(many(n), f"{n}.csv"))
            post(dpo, found, "look", unit=str(unit.pk))
            with CaptureQueriesContext(connection) as queries:
                look(dpo, found)
            counted.append(len(queries))
            (save_all_the_same if n > 20 and not again else save)(dpo, found)
    assert counted[0] == counted[2]
    assert counted[1] == counted[3] < 90


# --- saving and undoing -----------------------------------------------------------------------------------------------


@pytest.mark.both_databases
def test_all_of_it_is_one_change_and_can_be_undone(dpo: Client, town: Any, unit: Unit, activity: Any) -> None:
    before = drafts.load(activity)
    found = upload(dpo, town)
    post(dpo, found, "look", unit=str(unit.pk))
    save(dpo, found)
    found.refresh_from_db()
    made = of("Budget- och skuldrådgivning")
    assert (found.state, made.unit, made.slug) == ("saved", unit, "budget-och-skuldradgivning")
    assert {row.changeset for row in made.history.all()} == {found.changeset}
    assert made.history.first().history_change_reason == "Registret från 2025"
    assert activity.recipients.count() == 2
    assert [u.text for u in activity.unplaced.all()] == ["4410"]
    assert {(f.content, f.document, f.outline) for f in found.files.all()} == {(None, None, None)}
    supplier = models.RecipientCategory.objects.get(label="Parkförvaltaren AB", organisation=town)
    result = dpo.get(at(found)).content.decode()
    assert f"/admin/ropa/processingactivity/{made.pk}/change/" in result

    assert dpo.post(at(found, "undo"), {"reason": "Fel fil"}).status_code == 302
    found.refresh_from_db()
    activity.refresh_from_db()
    assert found.state == "undone"
    assert not ProcessingActivity.objects.filter(pk=made.pk).exists()
    assert drafts.load(activity) == before
    assert not models.RecipientCategory.objects.filter(pk=supplier.pk).exists()
    assert models.RecipientCategory.history.filter(id=supplier.pk).count() == 2


def test_the_same_file_twice_writes_nothing(dpo: Client, town: Any, unit: Unit, activity: Any) -> None:
    for _time in range(2):
        found = upload(dpo, town, sent(name=f"{_time}.csv"))
        post(dpo, found, "look", unit=str(unit.pk))
        rows = history()
        save(dpo, found)
    assert history() == rows
    found.refresh_from_db()
    assert found.outcome["unchanged"] == 2


def history() -> int:
    tables = [table for _value, table in drafts.PARTS.values()]
    return sum(table.history.count() for table in (*tables, ProcessingActivity, *models.TERMS))


@pytest.mark.parametrize("how", ["changed", "published"])
def test_what_somebody_did_since_stands_in_the_way(dpo: Client, town: Any, unit: Unit, how: str) -> None:
    found = upload(dpo, town)
    post(dpo, found, "look", unit=str(unit.pk))
    save(dpo, found)
    made = of("Budget- och skuldrådgivning")
    if how == "changed":
        models.Purpose.objects.create(activity=made, text="Statistik")
    else:
        publishing.publish(made, by="dpo", reason="Prov")
    rows = history()
    page = dpo.post(at(found, "undo"), {"reason": ""})
    assert [(one.activity, one.why) for one in page.context["obstacles"]] == [(made, how)]
    assert history() == rows
    assert of("Försörjningsstöd")


def test_a_draft_that_went_to_others_stands_in_the_way_without_its_name(town: Any, unit: Unit) -> None:
    client = browser(person("kim", town, "editor", unit))
    found = upload(client, town)
    save(client, found)
    other = Unit.objects.create(organisation=town, name="Biblioteket", slug="bibliotek")
    moved = of("Budget- och skuldrådgivning")
    moved.unit, moved.name = other, "Numera hemlig"
    moved.save()
    page = client.post(at(found, "undo"), {"reason": ""})
    assert (page.context["obstacles"], len(page.context["theirs"])) == ([], 1)
    assert "Numera hemlig" not in page.content.decode()
    assert ProcessingActivity.objects.filter(pk=moved.pk).exists()


def test_own_terms_and_units_that_others_use_stay(dpo: Client, town: Any, unit: Unit) -> None:
    rows = [("Vuxenenheten" if n == 0 else "", *row) for n, row in enumerate(ROWS)]
    found = upload(dpo, town, sent(csv(*rows, headings=("Enhet", *HEADINGS))))
    heading = look(dpo, found).context["headings"]
    assert [h.name for h in heading] == ["Vuxenenheten"]
    post(dpo, found, "look", **{heading[0].id: "make"})
    save_all_the_same(dpo, found)
    new = Unit.objects.get(name="Vuxenenheten")
    assert of("Försörjningsstöd").unit == new
    supplier = models.RecipientCategory.objects.get(label="Parkförvaltaren AB")
    other = ProcessingActivity.objects.create(organisation=town, name="Annan", slug="annan", unit=new)
    models.Recipient.objects.create(activity=other, category=supplier)
    dpo.post(at(found, "undo"), {"reason": ""})
    assert Unit.objects.filter(pk=new.pk).exists()
    assert models.RecipientCategory.objects.filter(pk=supplier.pk).exists()


def test_a_refusal_names_some_and_says_how_many_more(town: Any, unit: Unit) -> None:
    Unit.objects.create(organisation=town, name="Bokbussen", slug="bokbussen", parent=unit)  # so that one has to choose
    client = browser(person("kim", town, "editor", unit))
    refusal = save(client, upload(client, town, sent(many(7)))).context["refusal"]
    assert "Behandling 7-4" in refusal
    assert "Behandling 7-5" not in refusal
    assert refusal.removesuffix(".").split("Behandling 7-4")[1].split()[1] == "2"


def test_a_draft_that_changed_meanwhile_is_looked_at_again(dpo: Client, town: Any, unit: Unit, activity: Any) -> None:
    found = upload(dpo, town)
    post(dpo, found, "look", unit=str(unit.pk))
    posted = {k: v for k, v in fields(look(dpo, found), "import_form").items() if k not in {"look", "labels", "go"}}
    activity.summary = "Någon skrev detta medan jag tittade."
    activity.save()
    answer = dpo.post(at(found), {**posted, "save": "1", "reason": "Prov"})
    assert answer.status_code == 200
    assert "Something has changed" in answer.context["refusal"] or "ändrats" in answer.context["refusal"]
    assert not ProcessingActivity.objects.filter(name="Budget- och skuldrådgivning").exists()
    assert answer.context["why"]["reason"].value() == "Prov"


def test_a_choice_nobody_saw_the_outcome_of_is_looked_at_first(
    dpo: Client, town: Any, unit: Unit, activity: Any
) -> None:
    found = upload(dpo, town)
    answer = save(dpo, found, unit=str(unit.pk))
    assert answer.status_code == 200
    assert answer.context["refusal"]
    found.refresh_from_db()
    assert (found.state, found.choices["all"]) == ("ready", str(unit.pk))
    left = shown(look(dpo, found))["Försörjningsstöd"].item.id
    assert save(dpo, found, **{f"leave-{left}": "on"}).status_code == 302  # to leave something out surprises nobody
    assert activity.recipients.count() == 0


def test_what_is_easily_overlooked_is_asked_about_once(dpo: Client, town: Any, unit: Unit) -> None:
    found = upload(dpo, town, sent(many(24)))
    asked = save(dpo, found)
    assert [re.findall(r"\d+", doubt) for doubt in asked.context["doubts"]] == [["24"], ["2"]]
    assert 'name="sure"' in asked.content.decode()
    assert 'name="sure"' not in look(dpo, found).content.decode()
    assert save(dpo, found, sure="1").status_code == 200  # it is what was asked that is confirmed
    answer = post(dpo, found, "go", go="2")
    assert len(save(dpo, found).context["doubts"]) == 1
    post(dpo, found, "look", unit="none")
    assert not ProcessingActivity.objects.exists()
    assert save(dpo, found).status_code == answer.status_code == 302
    assert ProcessingActivity.objects.filter(unit=None).count() == 24


@pytest.mark.parametrize(
    "posted", [{"reason": "a\0b"}, {"reason": "x" * 501}, {"page": "9" * 40, "unit": "\0", "seen": ""}, {"go": "-1"}]
)
def test_garbage_is_answered_on_the_page(dpo: Client, town: Any, posted: Any) -> None:
    found = upload(dpo, town)
    answer = save(dpo, found, **posted) if "go" not in posted else post(dpo, found, "go", **posted)
    assert answer.status_code in {200, 302}
    assert not ProcessingActivity.objects.exists()


@pytest.mark.parametrize("output", [register_json, register_xlsx], ids=["json", "xlsx"])
def test_a_file_of_ropas_own_is_looked_at_like_any_other(
    dpo: Client, town: Any, unit: Unit, activity: Any, output: Any
) -> None:
    name = f"register.{output.__name__[-4:].strip('_')}"
    content = output.render(registers.of_drafts(day=timezone.localdate()), "sv")
    activity.purposes.filter(position=0).first().delete()
    found = upload(dpo, town, SimpleUploadedFile(name, content))
    assert [(one.kind, one.unit) for one in look(dpo, found).context["looked"].shown] == [
        ("changed", "Ekonomiskt bistånd")
    ]
    save(dpo, found)
    assert [p.text for p in activity.purposes.all()] == ["Utreda ansökningar", "Föra statistik"]
    found = upload(dpo, town, SimpleUploadedFile(name, content))
    assert [one.kind for one in look(dpo, found).context["looked"].shown] == ["unchanged"]


# --- who, what and how long -------------------------------------------------------------------------------------------


def test_an_editor_imports_into_own_units_alone(town: Any, unit: Unit, activity: Any) -> None:
    other = Unit.objects.create(organisation=town, name="Biblioteket", slug="bibliotek")
    theirs = ProcessingActivity.objects.create(organisation=town, name="Lån", slug="lan", unit=other, reference="BIB-1")
    client = browser(person("kim", town, "editor", unit))
    rows = [("BIB-1", "Lån", "Låna ut", "", "", ""), *(("", *row) for row in ROWS)]
    found = upload(client, town, sent(csv(*rows, headings=("Referens", *HEADINGS))))
    page = look(client, found)
    assert [pk for pk, _name in page.context["looked"].choices.options] == [str(unit.pk)]
    assert shown(page)["Lån"].why_not
    assert shown(page)["Försörjningsstöd"].unit == "Ekonomiskt bistånd"
    post(client, found, "look", unit=str(other.pk))
    assert shown(look(client, found))["Försörjningsstöd"].unit == "Ekonomiskt bistånd"
    assert save(client, found).status_code == 302  # what one may not edit stands in nobody's way: it is left out
    found.refresh_from_db()
    assert (found.state, len(found.outcome["changed"]), found.outcome["left"]) == ("saved", 1, 1)
    assert theirs.purposes.count() == 0


@pytest.mark.parametrize("own_file", [False, True], ids=["reference", "key"])
def test_a_draft_that_is_not_ones_own_is_not_told_of(town: Any, unit: Unit, activity: Any, own_file: bool) -> None:
    other = Unit.objects.create(organisation=town, name="Biblioteket", slug="bibliotek")
    activity.reference, activity.summary = "SN-001", "Hemligt arbetssätt"
    activity.save()
    text = csv(("SN-001", "Vad som helst", "Titta"), headings=("Referens", "Benämning", "Ändamål"))
    content: Any = text.encode()
    if own_file:
        data = json.loads(register_json.render(registers.of_drafts(day=timezone.localdate()), "sv"))
        mine = data["entries"][0]["activity"]
        data["entries"][0]["activity"] = {"key": mine["key"], "slug": "x", "name": {"sv": "Vad som helst"}}
        content = json.dumps(data).encode()
    client = browser(person("kim", town, "editor", other))
    found = upload(client, town, SimpleUploadedFile("r.json" if own_file else "r.csv", content))
    page = look(client, found)
    one = page.context["looked"].shown[0]
    assert (one.kind, one.name, bool(one.why_not)) == ("theirs", "Vad som helst", True)
    for word in ("Hemligt", "Försörjningsstöd", "Föra statistik", "Ekonomiskt bistånd", f"/{activity.pk}/change/"):
        assert word not in page.content.decode(), word
    assert save(client, found).context["refusal"]
    post(client, found, "look", **{f"new-{one.item.id}": "on"})
    save(client, found)
    assert of("Vad som helst").unit == other
    activity.refresh_from_db()
    assert activity.name == "Försörjningsstöd"


def test_what_is_no_file_that_can_be_read_is_said_beside_it(dpo: Client, town: Any) -> None:
    found = upload(dpo, town, sent("\x00\x01", "a.docx"))
    page = look(dpo, found)
    found.refresh_from_db()
    assert found.state == "failed"
    assert re.search(r"a\.docx</strong>.*warningnote", page.content.decode(), re.S)
    assert 'id="waiting"' not in page.content.decode()
    assert dpo.post(at(found), {"again": "1"}).status_code == 302


@pytest.mark.parametrize(
    ("posted", "field"),
    [({}, "files"), ({"files": [sent()] * 21}, "files"), ({"organisation": "999", "files": [sent()]}, "organisation")],
)
def test_what_cannot_be_taken_is_refused_at_its_field(dpo: Client, town: Any, posted: Any, field: str) -> None:
    answer = dpo.post(ADD, {"organisation": town.pk, **posted})
    assert field in answer.context["form"].errors
    assert not Import.objects.exists()


def test_what_is_too_large_is_read_past(dpo: Client, town: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ropa.admin.imports.quota.MOST", 1000)
    files = [sent(), sent("x" * 2000, "stor.txt")]
    answer = dpo.post(ADD, {"organisation": town.pk, "files": files})
    assert "100 MB" in str(answer.context["form"].errors["files"])
    assert not Import.objects.exists()


def test_a_reader_that_died_is_noticed_and_begun_again(dpo: Client, town: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "begin", lambda pk, claim: None)
    found = upload(dpo, town)
    waits = look(dpo, found).content.decode()
    assert 'id="waiting"' in waits
    assert f'href="{at(found)}"' in waits
    found.seen_alive = timezone.now() - claims.STALE * 2
    found.save()
    page = look(dpo, found)
    assert page.context["stale"]
    monkeypatch.setattr(reading, "begin", reading.read)
    dpo.post(at(found), {"again": "1"})
    assert look(dpo, found).context["looked"].items


def test_files_are_forgotten(dpo: Client, town: Any) -> None:
    found = upload(dpo, town)
    found.at = timezone.now() - KEPT * 2
    found.save()
    upload(dpo, town)
    assert not Import.objects.filter(pk=found.pk).exists()


def test_a_corrected_label_is_data_that_can_be_edited(dpo: Client, town: Any) -> None:
    add = "/admin/ropa/labelcorrection/add/"
    posted = {"organisation": town.pk, "label": "Kostnadsställe", "topic": "notes"}
    assert dpo.post(add, posted).status_code == 302
    assert dpo.post(add, {**posted, "label": "KOSTNADSSTÄLLE:"}).context["errors"]
    found = upload(dpo, town)
    assert [one.item.record.notes for one in look(dpo, found).context["looked"].shown] == ["4410", "4420"]
    assert LabelCorrection.objects.get().normal == "kostnadsställ"


def test_the_list_of_imports_and_the_filter_of_what_waits(dpo: Client, town: Any, unit: Unit, activity: Any) -> None:
    found = upload(dpo, town)
    assert "register.csv" in dpo.get(LIST).content.decode()
    save_all_the_same(dpo, found)
    listed = dpo.get("/admin/ropa/processingactivity/", {"unplaced": "yes"})
    assert {row.name for row in listed.context["cl"].result_list} == {
        "Försörjningsstöd",
        "Budget- och skuldrådgivning",
    }
    others = dpo.get("/admin/ropa/processingactivity/", {"unplaced": "no"}).context["cl"].result_list
    assert list(others) == [activity]
