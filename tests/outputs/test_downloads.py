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
from ropa.management.generated import activities
from ropa.pages import rendered
from ropa.pages.ready import BODIES
from ropa.publishing.reading import LOCAL
from ropa.record import replace

pytestmark = pytest.mark.django_db

UNIT, BOARD = "gen-7-enhet-1", "gen-7-0"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Any) -> Iterator[None]:
    settings.DATA_DIR = tmp_path
    BODIES.clear()
    yield
    BODIES.clear()


@pytest.fixture
def town(db: None) -> list[models.ProcessingActivity]:
    """Two published activities, the first changed later, and a draft nobody may see."""
    call_command("load_vocabulary", verbosity=0, stdout=io.StringIO())
    records = list(activities(3, 7))
    rows = [drafts.save(record) for record in records]
    for row in rows[:2]:
        publishing.publish(row, by="dpo", at=datetime(2026, 2, 10, 12, tzinfo=LOCAL))
    drafts.save(replace(records[0], name="Ett nytt namn", notes="hemligt"))
    publishing.publish(rows[0], by="dpo", at=datetime(2026, 3, 1, 12, tzinfo=LOCAL))
    return rows


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


def test_a_day_shows_what_was_public_at_its_end(client: Client, town: Any) -> None:
    assert "Ett nytt namn" in names(client.get("/register.json"))
    past = client.get("/register.json?datum=2026-02-28")
    assert "Ett nytt namn" not in names(past)
    assert json.loads(past.content)["as_of"] == "2026-02-28"
    assert len(names(client.get("/register.json?datum=2026-02-10"))) == 2
    assert names(client.get("/register.json?datum=2026-02-09")) == []


def test_unit_and_controller_narrow_it(client: Client, town: Any) -> None:
    assert len(names(client.get(f"/register.json?enhet={UNIT}"))) == 2
    assert len(names(client.get(f"/register.json?ansvarig={BOARD}"))) == 2
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
        ("enhet=%00", 404),
        (f"enhet={'a' * 5000}", 404),
    ],
)
def test_bad_questions_are_refused_with_a_page(client: Client, town: Any, route: str, query: str, status: int) -> None:
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


def test_a_small_pdf_is_made_at_once_and_only_once(client: Client, town: Any, tmp_path: Path) -> None:
    response = client.get("/register.pdf")
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/pdf")
    assert response.headers["Content-Disposition"] == 'attachment; filename="register-2026-03-01.pdf"'
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(response.content)).pages)
    assert "Ett nytt namn" in text
    assert "hemligt" not in text
    file = next((tmp_path / "exports").glob("*.pdf"))
    BODIES.clear()
    file.write_bytes(b"kept")  # so that a second rendering would show
    assert client.get("/register.pdf").content == b"kept"
    english = client.get("/en/register.pdf")
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


def test_files_that_nobody_asks_for_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendered, "KEPT", 3)
    now = time.time()
    for n in range(5):
        file = rendered.folder() / f"{n}.pdf"
        file.write_bytes(b"x")
        os.utime(file, (now - n, now - n))
    rendered._tidy()
    assert sorted(f.name for f in rendered.folder().iterdir()) == ["0.pdf", "1.pdf"]


def test_before_anything_is_published_the_register_says_it_is_empty(client: Client) -> None:
    assert json.loads(client.get("/register.json").content)["entries"] == []
    response = client.get("/register.pdf")
    assert response.status_code == 200
    assert "Registret är tomt" in "".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(response.content)).pages)
