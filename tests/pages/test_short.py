"""Short links and QR codes: printed once, they lead to the notice for ever."""

import re
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from ropa import publishing
from ropa.publishing import code_of, slug_of
from ropa.publishing.codes import LETTERS, WHOLE, _ends, _letters
from tests.pages.town import publish, readdress, save

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

KEY = UUID("6f1c2a9e-0b4d-4c57-9a10-2f0d8e3b7c61")


def test_a_code_is_short_and_not_mistaken() -> None:
    publish("a", "A", key=KEY)
    code = code_of(KEY)
    assert re.fullmatch(r"[0-9a-hjkmnp-tv-z]{8}", code)
    assert slug_of(code) == "a"
    assert slug_of(code.upper().replace("1", "I").replace("0", "O")) == "a"
    for wrong in ("", code[:-1], code + "0", "u" * 8, "z" * 40, "å" * 8):
        assert slug_of(wrong) in ("", "a" if _letters(KEY).startswith(wrong) and wrong else ""), wrong


def test_one_letter_more_still_finds_it_only_if_it_is_right() -> None:
    publish("a", "A", key=KEY)
    whole = _letters(KEY)
    wrong = LETTERS[(LETTERS.index(whole[8]) + 1) % len(LETTERS)]
    assert (slug_of(whole[:9]), slug_of(whole[:8] + wrong)) == ("a", "")


def test_who_comes_later_with_the_same_beginning_has_a_longer_code_and_the_first_keeps_its_own() -> None:
    keys = [KEY, UUID(int=KEY.int ^ 1), UUID(int=KEY.int ^ 1 << 80)]
    first = None
    for slug, key in zip(("a", "b", "c"), keys, strict=True):
        publish(slug, slug, key=key)
        first = first or code_of(key)
        assert slug_of(code_of(key)) == slug
    codes = [code_of(key) for key in keys]
    assert (codes[0], len(codes[0]), len(codes[1])) == (first, 8, WHOLE)
    assert 8 < len(codes[2]) < WHOLE
    assert [slug_of(code) for code in codes] == ["a", "b", "c"]


@pytest.mark.parametrize("number", [0, 1, (1 << 128) - 1, KEY.int])
def test_letters_and_keys_agree(number: int) -> None:
    key = UUID(int=number)
    for length in (8, 13, 25, 26):
        low, high = _ends(_letters(key)[:length])
        assert low <= key <= high
    assert _ends(_letters(key)) == (key, key)


def test_a_link_leads_to_the_notice_whatever_it_is_called_now(client: Client) -> None:
    row = publish("a", "A", key=KEY)
    code = code_of(KEY)
    readdress(row, "b")
    for address, leads_to in {
        f"/b/{code}/": "/behandlingar/b/",
        f"/en/b/{code}/": "/en/behandlingar/b/",
        f"/b/{code}/1/": "/behandlingar/b/version/1/",
        f"/b/{code.upper()}/2/": "/behandlingar/b/version/2/",
    }.items():
        typed: Any = client.get(address.removesuffix("/"))  # as the page writes it
        assert typed.url == address
        response: Any = client.get(address)
        assert (response.status_code, response.url) == (302, leads_to)
        assert response.headers["Cache-Control"] == "public, max-age=60"
        assert client.get(leads_to).status_code == 200
    publishing.withdraw(row, by="m")
    assert client.get(f"/b/{code}/", follow=True).status_code == 200


@pytest.mark.parametrize("end", ["9/", "9/qr.svg", "qr.gif", "qr.", "0/"])
def test_what_was_never_printed(client: Client, end: str) -> None:
    publish("a", "A", key=KEY)
    assert client.get(f"/b/{code_of(KEY)}/{end}").status_code == 404
    assert client.get(f"/b/zzzzzzzz/{end}").status_code == 404


def test_a_draft_has_no_link(client: Client) -> None:
    save("a", "A", key=KEY)
    assert client.get(f"/b/{_letters(KEY)[:8]}/").status_code == 404


def test_the_codes_are_pictures_of_the_links(client: Client) -> None:
    import segno

    publish("a", "A", key=KEY)
    code = code_of(KEY)
    for path in (f"/b/{code}/", f"/b/{code}/1/", f"/en/b/{code}/"):
        svg, png = client.get(f"{path}qr.svg"), client.get(f"{path}qr.png")
        assert (svg.headers["Content-Type"], png.headers["Content-Type"]) == ("image/svg+xml", "image/png")
        drawn = BytesIO()
        segno.make_qr(f"http://testserver{path}", error="m").save(drawn, kind="png", border=4, scale=12)
        assert png.content == drawn.getvalue()
        assert b"style" not in svg.content
        assert b"#fff" in svg.content
        assert b"#000" in svg.content


def test_the_page_has_all_that_a_form_needs(client: Client) -> None:
    publish("a", "Avgifter", key=KEY)
    code, body = code_of(KEY), client.get("/behandlingar/a/lank/").content.decode()
    for told in (f"testserver/b/{code}/", f"testserver/b/{code}/1/", f"/b/{code}/1/qr.png", "Socialnämnden",
                 "Ändamål: Avgifter", "version 1"):  # fmt: skip
        assert told in body, told
    assert 'href="/behandlingar/a/lank/"' in client.get("/behandlingar/a/").content.decode()


def test_of_what_is_withdrawn_or_a_draft_there_is_no_page(client: Client) -> None:
    publishing.withdraw(publish("a", "A"), by="m", public_note="Görs inte längre.")
    save("b", "B")
    assert "Görs inte längre." in client.get("/behandlingar/a/lank/").content.decode()
    assert client.get("/behandlingar/b/lank/").status_code == 404


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({}, ""),
        ({"controller": None, "unit": None}, "Vem som ansvarar"),
        ({"withheld": [{"field": "purposes"}]}, "Varför"),
    ],
)
def test_the_text_to_copy_leaves_out_what_is_not_there_and_the_page_says_what(
    client: Client, fields: dict[str, object], missing: str
) -> None:
    publish("a", "A", **{"purposes": [{"text": {"sv": "Betala ut"}}], **fields})
    page = client.get("/behandlingar/a/lank/").content.decode()
    copied, beside = page[page.index('class="copy"') :].split("</blockquote>")
    assert ("Inte angivet" in copied, "Visas inte" in copied) == (False, False)
    assert [label for label in ("Vem som ansvarar:", "Varför:") if label not in copied] == [f"{missing}:"][
        : bool(missing)
    ]
    assert (f"inte är angivet i registret: {missing}." in beside) is bool(missing)


def test_a_code_that_is_mistyped_says_what_to_look_at(client: Client) -> None:
    publish("a", "A", key=KEY)
    unknown = client.get("/b/zzzzzzzz/")
    assert unknown.status_code == 404
    assert "Kontrollera att koden är avskriven precis" in unknown.content.decode()
    older = client.get(f"/b/{code_of(KEY)}/9/")
    assert older.status_code == 404
    assert '<a href="/behandlingar/a/">Läs vad som gäller i dag</a>' in older.content.decode()
