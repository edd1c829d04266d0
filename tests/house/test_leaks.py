"""Nothing internal and nothing unpublished reaches any public byte.

The record is filled by its own types: each text field that residents may not see
holds a canary, each that they may holds an open word. A field somebody adds is in
the test without anybody thinking of it.
"""

import functools
import io
import re
import typing
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from html import unescape
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit
from uuid import uuid4

import pypdf
import pytest
from django.test import Client
from django.utils import timezone

from ropa import between, drafts, models, publishing, record, registers
from ropa.outputs import FORMATS
from ropa.record.audience import PUBLIC
from ropa.vocabulary import NoticeLevel
from tests import patience

CANARY = "KANARIEFAGEL"
OPEN = "oppetord"


def filled(kind: type[record.Value], numbers: Iterator[int], *, internal: bool = False) -> record.Value:
    """Return a value whose every text says whether residents may see it."""
    data: dict[str, Any] = {}
    for name, field in kind.model_fields.items():
        hidden = internal or name not in PUBLIC.get(kind, set())
        data[name] = _content(field.annotation, name, hidden, numbers)
    return kind.model_validate({k: v for k, v in data.items() if v is not None})


def _content(annotation: Any, name: str, hidden: bool, numbers: Iterator[int]) -> Any:
    word = f"{CANARY if hidden else OPEN}{next(numbers)}"
    options = [a for a in typing.get_args(annotation) if a is not type(None)] or [annotation]
    first = options[0]
    if name in {"key", "slug", "code"}:
        return uuid4() if name == "key" else f"{OPEN}-{next(numbers)}"
    if first is record.Text or typing.get_origin(annotation) in {dict, Mapping}:
        return {"sv": word, "en": f"{word}en"}
    if typing.get_origin(annotation) is tuple:
        is_row = isinstance(first, type) and issubclass(first, record.Value)
        return (filled(first, numbers, internal=hidden),) if is_row and first is not record.Withheld else None
    if isinstance(first, type) and issubclass(first, record.Value):
        return filled(first, numbers, internal=hidden)
    if first is str and name not in {"country", "period", "iri", "url", "email", "county"}:
        return word
    if name == "email":
        return f"{word}@example.se".lower()
    return True if first is bool else _choice(first)


def _choice(kind: Any) -> Any:
    members = list(kind) if isinstance(kind, type) and hasattr(kind, "choices") else []
    return members[0] if members else None


def counter() -> Iterator[int]:
    n = 100
    while True:
        yield (n := n + 1)


@pytest.fixture(scope="module")
def made(kept_database: None) -> int:
    """One published activity with a canary in every internal field, edited since; and one never published."""
    numbers = counter()
    value = typing.cast(record.ProcessingActivity, filled(record.ProcessingActivity, numbers))
    hidden = record.Recipient(note=f"{CANARY}-rad")
    cell = record.Recipient(note=f"{CANARY}-cell", purpose=f"{OPEN}mal")
    texts = tuple(t.model_copy(update={"level": NoticeLevel.ACTIVITY}) for t in value.notice_texts)
    value = record.replace(
        value,
        slug="oppen",
        notice_texts=texts,
        recipients=(*value.recipients, hidden, cell),
        role=None,  # an error, so that it is published with a reason
        process_code=CANARY,
        duty_consequences=f"{CANARY}-undanhallet",
        withheld=(
            record.Withheld(about=hidden.key, reason=f"{OPEN}skal"),
            record.Withheld(about=cell.key, field="note", reason=f"{OPEN}skalcell"),
            record.Withheld(field="duty_consequences", reason=f"{OPEN}skalfalt"),
        ),
    )
    row = drafts.save(value, by=CANARY, reason=CANARY)
    publishing.publish(row, by=f"{CANARY} publicerare", reason=f"{CANARY} skäl")
    edited = record.replace(drafts.load(row), name=f"{CANARY} ändrat namn", summary=f"{CANARY} ändrat")
    drafts.save(edited, by=CANARY, reason=CANARY)
    draft = record.replace(drafts.load(row), key=uuid4(), slug="kanarie-utkast", **_without_rows(value))
    drafts.save(draft)
    publishing.reindex()
    return row.pk


@pytest.fixture
def published(made: int, db: None) -> models.ProcessingActivity:
    return models.ProcessingActivity.objects.get(pk=made)


def _without_rows(value: record.ProcessingActivity) -> dict[str, Any]:
    return dict.fromkeys(drafts.PARTS, ())


STARTS = ["/", "/en/", "/flode.atom", "/en/flode.atom", "/robots.txt", "/sitemap.xml", "/register.json", "/register.pdf", "/en/register.pdf",
          "/register.xlsx", "/en/register.xlsx", "/register.csv", "/register.docx", "/register.xlsx?enhet=oppen",
          "/sok/", f"/sok/?q={OPEN}", f"/en/sok/?q={OPEN}", "/dina-rattigheter/", "/tillganglighet/", "/register/", "/healthz", "/readyz", "/finns-inte/",
          "/behandlingar/kanarie-utkast/", "/behandlingar/kanarie-utkast/version/1/",
          "/infoga/behandlingar/oppen/", "/infoga/behandlingar/oppen/?ram=1&version=1", "/infoga/enheter/oppen/",
          "/infoga/behandlingar/kanarie-utkast/", "/behandlingar/kanarie-utkast/lank/",
          "/oembed?url=http://testserver/behandlingar/oppen/", "/oembed?url=http://testserver/behandlingar/kanarie-utkast/",
          "/behandlingar/kanarie-utkast/andringar/", "/behandlingar/oppen/version/2/", "/behandlingar/oppen/andringar/",
          f"/?datum={timezone.localdate().isoformat()}", "/register.json?enhet=oppen", "/static/ropa/site.css",
          f"/register.pdf?datum={timezone.localdate().isoformat()}"]  # fmt: skip


def crawl(client: Client) -> dict[str, str]:
    """Return address -> all text of the answer, headers included, for every address that can be reached."""
    seen: dict[str, str] = {}
    waiting = list(STARTS)
    while waiting:
        address = waiting.pop(0)  # the starts first, however many pages they lead to
        if address in seen:
            continue
        assert len(seen) < 300, "pages that lead to ever more pages: say which need not be asked"
        response = patience.pdf(functools.partial(client.get, address))
        # The tests' tables are made from the models, and a server without migrations is not ready.
        assert response.status_code < 500 or address == "/readyz", address
        body = b"".join(response) if response.streaming else response.content
        seen[address] = "\n".join(f"{k}: {v}" for k, v in response.headers.items()) + text_of(body)
        if "html" in response.headers.get("Content-Type", "") or address.endswith(".xml"):
            waiting += [
                a
                for a in links(address, body.decode())
                if a not in seen and not is_another_file(a) and not is_narrowed_again(a)
            ]
    return seen


def is_another_file(address: str) -> bool:
    """Return whether it is a file of what STARTS asks for whole, cut down to a unit or a day: they take long."""
    return urlsplit(address).path.endswith((".pdf", ".xlsx", ".docx")) and address not in STARTS


def is_narrowed_again(address: str) -> bool:
    """Return whether it is a search that is narrowed by several things: it shows less of what one thing shows."""
    return urlsplit(address).path.endswith("/sok/") and "&" in address and address not in STARTS


def links(base: str, html: str) -> Iterator[str]:
    for found in re.findall(r'(?:href|src|action)="([^"]+)"|<loc>([^<]+)</loc>', html):
        address = urldefrag(urljoin("http://testserver" + base, unescape("".join(found)))).url
        parts = urlsplit(address)
        if parts.netloc == "testserver" and not parts.path.startswith(("/admin/", "/static/")):
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def text_of(body: bytes) -> str:
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as parts:
            return "\n".join(
                f"{name}\n{unescape(parts.read(name).decode('utf-8', 'replace'))}" for name in parts.namelist()
            )
    if not body.startswith(b"%PDF"):
        return body.decode("utf-8", "replace")
    pdf = pypdf.PdfReader(io.BytesIO(body))
    attached = [data.decode("utf-8", "replace") for files in pdf.attachments.values() for data in files]
    return "\n".join([*(page.extract_text() for page in pdf.pages), *attached, str(pdf.metadata)])


@pytest.mark.sqlite_is_enough
def test_no_canary_in_any_public_byte(published: models.ProcessingActivity, client: Client) -> None:
    answers = crawl(client)
    leaks = {a: re.findall(rf".{{0,60}}{CANARY}.{{0,20}}", text, re.I)[:3] for a, text in answers.items()}
    assert {a: found for a, found in leaks.items() if found} == {}
    # what was wrong when it was published stays inside too
    found = publishing.find("oppen", record.Audience.DRAFT)
    assert found
    assert found.findings
    assert f"{CANARY} skäl" in found.row.note
    assert {a for a, text in answers.items() if re.search("|".join(rf"\b{x}\b" for x in found.findings), text)} == set()
    # the control: the crawl did reach the notice, the unit's page, the version, the JSON and the PDF
    told = {a for a, text in answers.items() if OPEN in text.lower()}
    assert {"/behandlingar/oppen/", "/behandlingar/oppen/version/1/", "/register.json", "/register.pdf"} <= told
    assert {"/register.xlsx", "/en/register.xlsx", "/register.csv", "/register.docx"} <= told
    assert {"/behandlingar/oppen/lank/", "/infoga/behandlingar/oppen/"} <= told
    assert any(a.startswith("/enheter/") for a in told)


@pytest.mark.sqlite_is_enough
def test_no_search_finds_what_is_internal(published: models.ProcessingActivity, client: Client) -> None:
    frozen = models.Payload.objects.get().text
    hidden = set(re.findall(rf"{CANARY}\w*", frozen))
    told = [word for word in (CANARY, *sorted(hidden)[:5]) if "/behandlingar/" in ask(client, word)]
    assert told == []
    assert "/behandlingar/oppen/" in ask(client, OPEN)  # the control: it does find what is open


def ask(client: Client, word: str) -> str:
    return client.get("/sok/", {"q": word}).content.decode()


def shown(name: str, audience: record.Audience) -> Any:
    """Return what a kind of file is made from."""
    if name == "changes-pdf":
        return between.report(date(2020, 1, 1), timezone.localdate(), audience=audience)[0]
    return registers.published(audience=audience)


@pytest.mark.sqlite_is_enough
@pytest.mark.parametrize("name", FORMATS)
def test_no_canary_in_any_public_file(published: models.ProcessingActivity, name: str) -> None:
    """Also the files that only the command makes: the disposal plan holds support that is not all public."""
    text = text_of(FORMATS[name].render(shown(name, record.Audience.PUBLIC), "sv"))
    assert re.findall(rf".{{0,60}}{CANARY}.{{0,20}}", text, re.I) == []
    assert OPEN in text
    whole = text_of(FORMATS[name].render(shown(name, record.Audience.AUTHORITY), "sv"))
    assert CANARY in whole  # the control: the same file for staff does hold them


def test_every_open_word_stands_in_the_public_json(published: models.ProcessingActivity, client: Client) -> None:
    """What is allowed to be seen is seen: the allow-list hides nothing by mistake."""
    shown = client.get("/register.json").content.decode()
    frozen = models.Payload.objects.get().text
    words = set(re.findall(rf"{OPEN}\w+", frozen))
    assert len(words) > 100
    assert {w for w in words if w not in shown} == set()


def test_a_draft_is_answered_like_nothing_at_all(published: models.ProcessingActivity, client: Client) -> None:
    draft = client.get("/behandlingar/kanarie-utkast/")
    nothing = client.get("/behandlingar/aldrig-funnits/")
    assert (draft.status_code, nothing.status_code) == (404, 404)
    assert draft.content.replace(b"kanarie-utkast", b"") == nothing.content.replace(b"aldrig-funnits", b"")


def test_the_controls_of_this_test_can_fail(published: models.ProcessingActivity) -> None:
    """The canaries are really there to be leaked, in what is stored of the publication."""
    stored = models.Payload.objects.get().text
    assert len(set(re.findall(rf"{CANARY}\d+", stored))) > 25
    assert f"{CANARY}-rad" in stored
    assert f"{CANARY}-undanhallet" in stored
