"""/register.pdf and /register.json: what they select, what they refuse, and how a PDF is made once."""

import io
import json
import os
import time
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pypdf
import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from ropa import drafts, models, publishing
from ropa.inputs import register_json as json_input
from ropa.inputs import register_xlsx as xlsx_input
from ropa.management.generated import activities
from ropa.pages import rendered
from ropa.pages.ready import BODIES
from ropa.publishing.reading import LOCAL
from ropa.record import replace
from tests import patience
from tests.house.test_leaks import text_of
from tests.pages.town import publish

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

UNIT, BOARD = "gen-7-enhet-1", "gen-7-0"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Any) -> Iterator[None]:
    settings.DATA_DIR = tmp_path
    BODIES.clear()
    yield
    BODIES.clear()


@pytest.fixture(scope="module")
def published(kept_database: None) -> list[Any]:
    """The keys of two published activities, the first changed later, and of a draft nobody may see."""
    call_command("load_vocabulary", verbosity=0, stdout=io.StringIO())
    records = list(activities(3, 7))
    rows = drafts.save_many(records)
    for row in rows[:2]:
        publishing.publish(row, by="dpo", at=datetime(2026, 2, 10, 12, tzinfo=LOCAL), reason="Prov")
    drafts.save(replace(records[0], name="Ett nytt namn", notes="hemligt"))
    publishing.publish(rows[0], by="dpo", at=datetime(2026, 3, 1, 12, tzinfo=LOCAL), reason="Prov")
    return [row.pk for row in rows]


@pytest.fixture
def town(published: list[int], db: None) -> list[models.ProcessingActivity]:
    return [models.ProcessingActivity.objects.get(pk=pk) for pk in published]


@pytest.fixture
def no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """No request waits for a file."""
    monkeypatch.setattr(rendered, "PATIENCE", 0)


def names(response: Any) -> list[str]:
    return [e["activity"]["name"]["sv"] for e in json.loads(response.content)["entries"]]


def test_json_is_the_public_register(client: Client, town: Any) -> None:
    response = client.get("/register.json")
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers["Content-Disposition"] == 'attachment; filename="register-2026-03-01.json"'
    data = json.loads(response.content)
    assert (data["audience"], len(data["entries"])) == ("public", 2)
    assert list(data["heads"].values()) == [publishing.head(town[0].organisation.key)]
    assert b"hemligt" not in response.content
    assert town[2].name.encode() not in response.content or town[2].name in {town[0].name, town[1].name}


FILES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@pytest.mark.parametrize("kind", FILES)
def test_other_files_are_of_the_same_register(client: Client, town: Any, kind: str) -> None:
    response = client.get(f"/register.{kind}?enhet={UNIT}")
    assert response.headers["Content-Type"] == FILES[kind]
    assert response.headers["Content-Disposition"] == f'attachment; filename="register-{UNIT}-2026-03-01.{kind}"'
    assert "Ett nytt namn" in text_of(response.content)
    assert "hemligt" not in text_of(response.content)
    again = client.get(f"/register.{kind}?enhet={UNIT}", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304
    assert "Ett nytt namn" not in text_of(client.get(f"/register.{kind}?datum=2026-02-28").content)
    assert client.get(f"/register.{kind}?datum=igår").status_code == 400
    assert client.get(f"/register.{kind}?enhet=finns-inte").status_code == 404


def test_the_workbook_is_the_register_as_json_says_it(client: Client, town: Any) -> None:
    written = json_input.register_of(client.get("/register.json").content)
    assert xlsx_input.register_of(client.get("/register.xlsx").content) == written


def test_a_large_workbook_is_made_apart(client: Client, town: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendered, "SMALL", 1)
    first = client.get("/register.xlsx")
    assert (first.status_code, "Filen" in first.content.decode() or "file" in first.content.decode()) == (202, True)
    response = patience.pdf(lambda: client.get("/register.xlsx"))
    assert response.headers["Content-Type"] == FILES["xlsx"]
    assert "Ett nytt namn" in text_of(response.content)


def test_a_day_shows_what_was_public_at_its_end(client: Client, town: Any) -> None:
    assert "Ett nytt namn" in names(client.get("/register.json"))
    past = client.get("/register.json?datum=2026-02-28")
    assert "Ett nytt namn" not in names(past)
    assert json.loads(past.content)["as_of"] == "2026-02-28"
    assert len(names(client.get("/register.json?datum=2026-02-10"))) == 2
    assert names(client.get("/register.json?datum=2026-02-09")) == []


def test_unit_and_controller_narrow_it(client: Client, town: Any) -> None:
    assert len(names(client.get(f"/register.json?enhet={UNIT}"))) == 2
    of_board = client.get(f"/register.json?ansvarig={BOARD}")
    assert len(names(of_board)) == 2
    assert f'filename="register-{BOARD}-2026-03-01.json"' in of_board.headers["Content-Disposition"]
    assert names(client.get(f"/register.json?enhet={UNIT}&datum=2026-01-01")) == []


@pytest.mark.parametrize("route", ["register_pdf", "register_json"])
@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("datum=igår", 400),
        ("datum=2026-02-30", 400),
        ("datum=20260210", 400),
        (f"datum={date.max}", 400),
        ("enhet=finns-inte", 404),
        ("ansvarig=finns-inte", 404),
        ("enhet=..%2F..%2Fetc", 404),
        pytest.param("enhet=%00", 404, marks=pytest.mark.both_databases),
        (f"enhet={'a' * 5000}", 404),
    ],
)
def test_bad_questions_are_refused_with_a_page(client: Client, route: str, query: str, status: int) -> None:
    publish("a", "A")
    response = client.get(f"{reverse(route)}?{query}")
    assert response.status_code == status
    assert 'lang="sv"' in response.content.decode()


def test_refusals_speak_the_pages_language(client: Client, town: Any) -> None:
    assert 'lang="en"' in client.get("/en/register.json?datum=x").content.decode()


def test_other_methods_are_refused(client: Client) -> None:
    assert [client.post(a).status_code for a in ("/register.pdf", "/register.json")] == [405, 405]


def test_unchanged_is_answered_with_304(client: Client, town: Any) -> None:
    first = client.get("/register.json")
    assert first.headers["Cache-Control"] == "public, max-age=60"
    again = client.get("/register.json", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/register.json?datum=2026-02-10").headers["ETag"] != first.headers["ETag"]


def test_a_withdrawal_is_the_day_the_register_bears(client: Client, town: Any) -> None:
    publishing.withdraw(town[0], by="dpo", at=datetime(2026, 4, 2, 12, tzinfo=LOCAL))
    now, unit = client.get("/register.json"), client.get(f"/register.json?enhet={UNIT}")
    assert 'filename="register-2026-04-02.json"' in now.headers["Content-Disposition"]
    assert f'filename="register-{UNIT}-2026-04-02.json"' in unit.headers["Content-Disposition"]
    assert json.loads(now.content)["ledger_day"] == "2026-04-02"
    before = client.get("/register.json?datum=2026-04-01")
    assert (json.loads(before.content)["ledger_day"], len(names(before))) == ("2026-03-01", 2)
    publishing.withdraw(town[1], by="dpo", at=datetime(2026, 5, 1, 23, 30, tzinfo=LOCAL))
    assert 'filename="register-2026-05-01.json"' in client.get("/register.json").headers["Content-Disposition"]


def test_a_small_pdf_is_made_once(client: Client, town: Any, tmp_path: Path) -> None:
    response = patience.pdf(lambda: client.get("/register.pdf"))
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/pdf")
    assert response.headers["Content-Disposition"] == 'attachment; filename="register-2026-03-01.pdf"'
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(response.content)).pages)
    assert "Ett nytt namn" in text
    assert "hemligt" not in text
    file = next((tmp_path / "exports").glob("*.pdf"))
    BODIES.clear()
    file.write_bytes(b"kept")  # so that a second rendering would show
    assert client.get("/register.pdf").content == b"kept"
    english = patience.pdf(lambda: client.get("/en/register.pdf"))
    assert pypdf.PdfReader(io.BytesIO(english.content)).trailer["/Root"]["/Lang"] == "en"


def test_a_large_pdf_is_made_beside_the_request(
    client: Client, town: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(rendered, "SMALL", 1)
    started: list[Any] = []
    start = rendered.subprocess.Popen
    monkeypatch.setattr(rendered.subprocess, "Popen", lambda *a, **k: started.append(start(*a, **k)) or started[-1])
    first, second = client.get("/register.pdf"), client.get("/register.pdf")
    assert (first.status_code, second.status_code) == (202, 202)
    assert first.headers["Retry-After"] == "10"
    assert first.headers["Cache-Control"] == "no-store"
    assert "håller på att göras" in first.content.decode()
    assert len(started) == 1  # the second visitor waits for the same file
    assert started[0].wait(timeout=60) == 0
    ready = client.get("/register.pdf")
    assert ready.status_code == 200
    assert ready.content.startswith(b"%PDF")
    assert [f.suffix for f in (tmp_path / "exports").iterdir() if f.suffix != ".lock"] == [".pdf"]


def test_when_it_cannot_be_made_the_visitor_is_told(client: Client, town: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendered.sys, "executable", "/bin/false")
    response = client.get("/register.pdf")
    assert response.status_code == 503
    assert "Det gick inte att göra PDF-filen" in response.content.decode()


def makes_nothing(seconds: int, tmp_path: Path) -> str:
    """Return a program that takes its time and makes no file."""
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\nexec sleep {seconds}\n")
    program.chmod(0o755)
    return str(program)


def lane_is_free() -> bool:
    with rendered._lane("small") as lock:
        return lock is not None


def test_who_came_too_early_is_told_too_and_the_next_one_tries_again(
    client: Client, town: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, no_patience: None
) -> None:
    monkeypatch.setattr(rendered.sys, "executable", makes_nothing(2, tmp_path))
    answers = [client.get("/register.pdf").status_code]
    while not lane_is_free():
        time.sleep(0.1)
    answers += [client.get("/register.pdf").status_code for _n in range(2)]
    assert answers == [202, 503, 202]


def test_nobody_waits_behind_another_visitor(client: Client, town: Any) -> None:
    with rendered._lane("small") as lock:
        assert lock is not None
        began = time.monotonic()
        answers = [client.get(address) for address in ("/register.pdf", "/en/register.pdf")]
        assert [a.status_code for a in answers] == [202, 202]
        assert time.monotonic() - began < rendered.PATIENCE
    assert answers[0].headers["Retry-After"] == "3"


def test_no_request_waits_longer_than_a_health_check(
    client: Client, town: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(rendered.sys, "executable", makes_nothing(9, tmp_path))
    began = time.monotonic()
    assert client.get("/register.pdf").status_code == 202
    assert time.monotonic() - began < 5


def test_the_page_that_waits_comes_to_the_file_without_scripts(client: Client, town: Any, no_patience: None) -> None:
    page = client.get(f"/register.pdf?enhet={UNIT}").content.decode()
    assert 'http-equiv="refresh"' not in page
    assert f'href="/register.pdf?enhet={UNIT}"' in page
    assert "Det tar upp till en minut" in page
    assert "Är den inte klar än kommer den här sidan tillbaka." in page


def test_files_that_nobody_asks_for_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendered, "KEPT", 3)
    now = time.time()
    for n in range(5):
        file = rendered.folder() / f"{n}.pdf"
        file.write_bytes(b"x")
        os.utime(file, (now - n, now - n))
    rendered._tidy()
    assert sorted(f.name for f in rendered.folder().iterdir()) == ["0.pdf", "1.pdf"]
