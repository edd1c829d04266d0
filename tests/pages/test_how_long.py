"""How long somebody's own data are kept: asked without an address, answered without keeping anything."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from ropa import publishing
from tests.pages.asked import AT_ONCE, BORN, DAY, DISPOSED, KEPT, PAGE, answer, files, post
from tests.pages.town import edit, publish, save

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]


def test_the_notice_leads_there(client: Client) -> None:
    files()
    page = client.get("/behandlingar/akter/").content.decode()
    link = f'<a href="{PAGE}">Hur länge sparas mina uppgifter?</a>'
    assert page.count(link) == 2  # where it speaks of retention, and at the top
    assert page.index(link) < page.index('id="contents"')
    english = client.get("/en/behandlingar/akter/").content.decode()
    assert f'<a href="/en{PAGE}">How long are my data kept?</a>' in english
    assert 'id="contact"' in english
    assert PAGE not in client.get("/behandlingar/akter/version/1/").content.decode()


def main(page: str) -> str:
    """Return what stands below the head of the page, which has a search of its own."""
    return page.partition("<main")[2]


def test_a_notice_without_rules_leads_nowhere(client: Client) -> None:
    publish("akter", "Akter")
    assert PAGE not in client.get("/behandlingar/akter/").content.decode()
    assert client.get(PAGE).status_code == post(client, {}).status_code == 404


def test_the_form_asks_for_what_the_rules_count_from(client: Client) -> None:
    files()
    page = client.get(PAGE).content.decode()
    assert main(page).count("<input") == 2
    assert 'for="q1">Dagen då den sista anteckningen gjordes i akten</label>' in page
    assert "Vilken dag i månaden är du född?" in page
    assert 'method="post"' in page
    assert "Inaktualitet" not in page
    assert '<meta name="robots" content="noindex">' in page
    assert "Det sparas ingenstans." in page


def test_birth_day_is_asked_only_where_it_decides(client: Client) -> None:
    files({**DISPOSED, "selection": "all", "birth_days": []})
    assert BORN not in client.get(PAGE).content.decode()


def test_without_questions_the_answer_stands_there_at_once(client: Client) -> None:
    files(AT_ONCE, {"documents": {"sv": "Beslut"}, "action": "preserve"})
    page = client.get(PAGE).content.decode()
    assert "<form" not in main(page)
    assert "<strong>De förstörs.</strong> När de inte längre behövs." in page
    assert "<strong>De bevaras för alltid.</strong>" in page


def test_five_years_after_the_last_entry(client: Client) -> None:
    files()
    page = answer(client, {DAY: "2024-02-29", BORN: "4"})
    assert "<strong>De förstörs.</strong> Tidigast 2029-03-01 och senast 2030-12-31." in page
    assert "bevaras för alltid" not in page
    assert "Regeln finns i ”Planen”." in page
    assert 'value="2024-02-29"' in page
    assert main(page).index("Tidigast 2029-03-01") < main(page).index("<form")


def test_in_english(client: Client) -> None:
    files()
    page = answer(client, {DAY: "2024-02-29", BORN: "4"}, f"/en{PAGE}")
    assert "At the earliest on 2029-03-01, at the latest on 2030-12-31." in page
    assert "The rule is found in “The plan”." in page


def test_who_is_born_on_a_chosen_day_is_kept(client: Client) -> None:
    files()
    page = answer(client, {DAY: "2024-02-29", BORN: "15"})
    assert "<strong>De bevaras för alltid.</strong>" in page
    assert "2029" not in page


def test_what_is_not_filled_in_is_said_and_not_guessed(client: Client) -> None:
    files()
    page = answer(client, {DAY: "", BORN: ""})
    assert "För att se vilken dag det blir, fyll i: dagen då den sista anteckningen gjordes i akten." in page
    kept, rest = (page.partition(words)[2] for words in ("Om du är född den 5, 15 eller 25", "någon annan dag"))
    assert kept.index("De bevaras för alltid.") < kept.index("någon annan dag i månaden än den 5, 15 eller 25:")
    assert rest.index("<strong>De förstörs.</strong>") < rest.index("Regeln:")
    assert "Det beror på vilken dag" not in page
    assert "Tidigast" not in page


def test_who_is_told_apart_already_reads_no_if(client: Client) -> None:
    files()
    assert "Om du är född" not in answer(client, {BORN: "15"})


@pytest.mark.parametrize(
    ("event", "rule", "words"),
    [
        ("1950-01-01", {}, "Den sista dagen har passerat, så det bör redan vara gjort."),
        ("2024-12-31", {"period": "P1Y"}, "Den första dagen har kommit, så det kan redan ha hänt."),
        ("2024-12-31", {"period_end": None, "period": "P1Y"}, "Den dagen har kommit, så det kan redan ha hänt."),
        ("2090-01-01", {}, ""),
    ],
)
def test_a_day_that_has_gone_by_is_told_so(
    client: Client, monkeypatch: pytest.MonkeyPatch, event: str, rule: dict[str, Any], words: str
) -> None:
    monkeypatch.setattr("ropa.pages.how_long.timezone.localdate", lambda *_: date(2026, 11, 22))
    files(DISPOSED | rule)
    page = answer(client, {DAY: event, BORN: "4"})
    assert words in page
    assert ("det kan redan" in page or "bör redan" in page) is bool(words)
    assert ("har inte kommit än" in page) is (event > "2026-11-22")


def test_condition_and_exception_are_said_with_who_judges(client: Client) -> None:
    files({**DISPOSED, "condition": {"sv": "Om ärendet är avslutat."}, "exception": {"sv": "Beslut."}})
    page = answer(client, {BORN: ""})
    assert page.index("Om ärendet är avslutat:") < page.index("<strong>De förstörs.</strong>")
    assert "Socialförvaltningen bedömer om villkoret är uppfyllt i ditt fall." in page
    assert "Undantag: Beslut. Socialförvaltningen bedömer om det gäller dig." in page


def test_a_condition_that_is_no_clause_is_called_one(client: Client) -> None:
    files({**DISPOSED, "condition": {"sv": "Avslutade ärenden."}})
    page = answer(client, {BORN: ""})
    assert page.index("Villkor: Avslutade ärenden.") < page.index("<strong>De förstörs.</strong>")


def test_who_cannot_be_told_apart_asks_the_unit(client: Client) -> None:
    chosen = {"selection": "other", "selection_note": {"sv": "Släktforskning"}, "birth_days": []}
    files({**KEPT, **chosen}, {**DISPOSED, "selection": "all", "birth_days": []})
    page = answer(client, {BORN: ""})
    assert page.index("Om du är en av dem:") < page.index("<strong>De bevaras för alltid.</strong>")
    assert page.count(">Socialförvaltningen kan säga om du är en av dem.") == 1
    assert "går före för vissa personer. Socialförvaltningen kan säga" in page


def test_no_rule_about_somebody_is_said(client: Client) -> None:
    files(KEPT)
    assert "Ingen regel på den här sidan gäller dig" in answer(client, {BORN: "4"})


def test_what_is_withheld_gives_no_day(client: Client) -> None:
    key = "11111111-1111-4111-8111-111111111111"
    hidden = [{"about": key, "field": "exception", "reason": "Sekretess."}]
    files({**DISPOSED, "key": key, "exception": "QVINTERNT"}, withheld=hidden)
    page = answer(client, {DAY: "2024-02-29", BORN: "4"})
    assert "En del av regeln visas inte för allmänheten." in page
    assert "QVINTERNT" not in page
    assert "Tidigast" not in page


@pytest.mark.parametrize("typed", ["20240531", "31/5 2024", "31 maj 2024", "31 May 2024"])
def test_days_as_people_write_them(client: Client, typed: str) -> None:
    files()
    assert "Tidigast 2029-06-01" in answer(client, {DAY: typed, BORN: "4"})


def test_only_the_birth_day_gets_a_pad_of_digits(client: Client) -> None:
    files()
    assert client.get(PAGE).content.decode().count('inputmode="numeric"') == 1


def test_withdrawn_sealed_and_never_published(client: Client) -> None:
    row = files()
    save("utkast", "Utkast", retention_rules=[DISPOSED])
    for page in ("/behandlingar/utkast/hur-lange/", "/behandlingar/finns-inte/hur-lange/"):
        assert client.get(page).status_code == post(client, {BORN: "4"}, page).status_code == 404
    newest = publishing.find("akter")
    assert newest
    publishing.seal(newest.row, by="m", reason="Prövas av domstol.")
    for response in (client.get(PAGE), post(client, {BORN: "4"})):
        assert response.status_code == 200
        assert "Prövas av domstol." in response.content.decode()
        assert "Personakter" not in response.content.decode()
    publishing.withdraw(row, by="m", public_note="Görs inte längre.")
    for response in (client.get(PAGE), post(client, {BORN: "4"})):
        assert response.status_code == 200
        assert "Görs inte längre." in response.content.decode()


def test_only_what_is_published_answers(client: Client) -> None:
    edit(files(), retention_rules=[{**DISPOSED, "period": "P9Y"}])
    assert "Tidigast 2029-03-01" in answer(client, {DAY: "2024-02-29", BORN: "4"})


def test_other_methods(client: Client) -> None:
    files()
    assert client.head(PAGE).status_code == 200
    assert client.head(PAGE).content == b""
    for method in ("put", "patch", "delete", "options"):
        response = getattr(client, method)(PAGE)
        assert response.status_code == 405
        assert response.headers["Allow"] == "GET, HEAD, POST"


def test_the_form_is_kept_ready_and_small(client: Client) -> None:
    files()
    assert client.get(PAGE).headers["Cache-Control"] == "public, max-age=60"
    assert len(answer(client, {DAY: "2024-02-29", BORN: "4"})) < 50_000
