"""What holds on every page of the site, old and new: found by links, asked once, without a browser."""

import re
from collections import Counter
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any
from urllib.parse import urldefrag

import pytest
from django.test import Client

from ropa import drafts, models, publishing, record
from tests import crawl
from tests.crawl import Answer, Page
from tests.worlds import financial_assistance

from .town import BOARD, DEPARTMENT, OFFICER, TEAM, TOWN, edit, publish, save

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

GONE = tuple(f"{language}/behandlingar/{slug}/" for language in crawl.LANGUAGES for slug in ("borttagen", "dold"))
LARGEST = 50_000
"""Bytes of a page with its styles, as they are sent."""

LOST = (400, 404)

Site = tuple[dict[str, Page], dict[str, Answer]]


@pytest.fixture(scope="module")
def site(kept_database: None) -> Site:
    """Every page of a small town in which everything has happened."""
    publish("a", "A", controller=None)  # first: it brings the department with its key
    row = save("avgifter", "Avgifter", unit=TEAM)
    publishing.publish(row, by="m", at=datetime(2026, 1, 10, 12, tzinfo=UTC), reason="Prov")
    publishing.publish(
        edit(row, summary="Avgifter för hemtjänst."), by="m", at=datetime(2026, 3, 10, 12, tzinfo=UTC), reason="Prov"
    )
    everything = record.replace(
        financial_assistance(), organisation=TOWN, controller=BOARD, unit=DEPARTMENT, dpo=OFFICER
    )
    publishing.publish(drafts.save(everything), by="m", reason="Prov")
    publishing.withdraw(publish("borttagen", "Borttagen"), by="m", public_note="Görs inte längre.")
    publishing.seal(publishing.publish(save("dold", "Dold"), by="m", reason="Prov"), by="m", reason="Prövas.")
    models.Organisation.objects.update(rights_text="Skriv till oss.", accessibility_text="Kartan saknar text.")
    return crawl.crawl(fetch, (*crawl.STARTS, *GONE))


def fetch(address: str, data: dict[str, str] | None) -> Answer:
    """Ask as a visitor without cookies does."""
    client = Client()
    response: Any = client.post(address, data) if data else client.get(address)
    assert not response.cookies, f"{address} sets a cookie"
    body = b"".join(response) if response.streaming else response.content
    return Answer(response.status_code, {name.lower(): value for name, value in response.headers.items()}, body)


def one_main_heading(page: Page) -> list[str]:
    return [] if len(page.all("h1")) == 1 else [f"{len(page.all('h1'))} h1"]


def no_level_of_heading_is_left_out(page: Page) -> list[str]:
    levels = [0, *(int(tag[1]) for tag, _ in page.all("h1", "h2", "h3", "h4", "h5", "h6"))]
    return [f"h{a} then h{b}" for a, b in pairwise(levels) if b > a + 1]


def the_language_is_said(page: Page) -> list[str]:
    said = [attrs.get("lang") for _, attrs in page.all("html")]
    return [] if said == [page.language] else [f"lang is {said}"]


def ids_stand_once_and_what_points_finds_one(page: Page) -> list[str]:
    twice = [f"#{name} stands {n} times" for name, n in page.ids.items() if n > 1]
    return twice + [f"nothing has the id {name}" for name in page.pointed() if name not in page.ids]


def landmarks_are_told_apart(page: Page) -> list[str]:
    names = Counter(attrs.get("aria-label") or attrs.get("aria-labelledby", "") for _, attrs in page.all("nav"))
    wrong = [f"two nav called {name!r}" for name, n in names.items() if n > 1] + ["nav without a name"] * ("" in names)
    return wrong + ["not one main"] * (len(page.all("main")) != 1)


def nothing_is_inline(page: Page) -> list[str]:
    """The policy refuses it: it would be there and do nothing."""
    found = [f"<{tag}>" for tag, attrs in page.all("script", "style") if tag == "style" or "src" not in attrs]
    return found + [f"{tag} {name}=" for tag, a in page.tags for name in a if name == "style" or name.startswith("on")]


def nothing_comes_from_elsewhere(page: Page) -> list[str]:
    return [address for address in page.fetched() if re.match(r"(?!data:)\w+:|//", address)]


def fields_and_pictures_have_names(page: Page) -> list[str]:
    labelled = {attrs.get("for") for _, attrs in page.all("label")}
    bare = [
        f"field {attrs.get('name')} without a label"
        for _, attrs in page.all("input", "select", "textarea")
        if attrs.get("type") not in {"hidden", "submit"}
        and not ({attrs.get("id")} & labelled or attrs.get("aria-label"))
    ]
    return bare + ["img without alt" for _, attrs in page.all("img") if "alt" not in attrs]


CHECKS = (
    one_main_heading,
    no_level_of_heading_is_left_out,
    the_language_is_said,
    ids_stand_once_and_what_points_finds_one,
    landmarks_are_told_apart,
    nothing_is_inline,
    nothing_comes_from_elsewhere,
    fields_and_pictures_have_names,
)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_of_every_page(site: Site, check: Any) -> None:
    assert {address: wrong for address, page in site[0].items() if (wrong := check(page))} == {}


WHOLE = '<html lang="sv"><main><h1>A</h1></main>'
BROKEN = (
    "<html lang=sv><h1>A</h1><h1>B</h1>",
    f"{WHOLE}<h3>B</h3>",
    '<html lang="en">',
    f'{WHOLE}<p id="a"><p id="a">',
    f"{WHOLE}<nav></nav>",
    f'{WHOLE}<p style="color: red">',
    f'{WHOLE}<script src="https://elsewhere.example/x.js"></script>',
    f"{WHOLE}<input>",
)


@pytest.mark.parametrize(
    ("check", "body"), [*zip(CHECKS, BROKEN, strict=True)], ids=lambda x: getattr(x, "__name__", "")
)
def test_what_is_broken_is_seen(check: Any, body: str) -> None:
    assert check(Page("/", Answer(200, {}, body.encode())))
    assert not check(Page("/", Answer(200, {}, WHOLE.encode())))


def test_the_crawl_finds_pages_of_every_kind(site: Site) -> None:
    """The control: what follows says nothing about pages that nobody finds."""
    kinds = {crawl.kind_of(address) for address in site[0]}
    found = {"home", "unit", "notice", "version", "changes", "how_long", "register", "rights", "accessibility"}
    assert found <= kinds
    assert {f"en {kind}" for kind in found} <= kinds
    assert set(GONE) <= set(site[0])
    assert {
        "how_long (filled in)",
        "nothing",
        "embed_notice",
        "en embed_notice",
        "embed_unit",
        "en embed_unit",
    } <= kinds
    assert {"/infoga/behandlingar/a/", f"/en/infoga/enheter/{DEPARTMENT.slug}/"} <= set(site[1])
    assert {page.answer.status for page in site[0].values()} == {200, 400, 404, 410}


def test_no_link_leads_nowhere(site: Site) -> None:
    """What is withdrawn may be linked to: its page says so. A page that refuses may lead to itself."""
    pages, others = site
    wrong = []
    for page in pages.values():
        for link in page.links():
            address, fragment = urldefrag(link)
            found = pages[address].answer if address in pages else others.get(address)
            if found and found.status in LOST and page.answer.status not in LOST:
                wrong.append((page.address, link, found.status))
            if fragment and address in pages and fragment not in pages[address].ids:
                wrong.append((page.address, link, "no such place"))
    assert wrong == []


def test_no_two_pages_have_the_same_title(site: Site) -> None:
    """In one language. A day gone by, or a form filled in, is the same page; pages that refuse are alike."""
    found = {a: page for a, page in site[0].items() if page.answer.status not in LOST and page.address == a}
    titles = Counter((page.language, page.title) for a, page in found.items() if "?" not in a)
    assert {
        title: [a for a, page in found.items() if page.title == title[1]] for title, n in titles.items() if n > 1
    } == {}
    assert all(title for _, title in titles)


def test_a_page_with_its_styles_is_small(site: Site) -> None:
    pages, others = site
    sizes = {}
    for address, page in pages.items():
        styles = [link for link in page.fetched() if link.endswith(".css")]
        sizes[address] = crawl.packed(page.answer.body) + sum(crawl.packed(others[link].body) for link in styles)
    assert {address: size for address, size in sizes.items() if size > LARGEST} == {}
    assert min(sizes.values()) > 2000


def test_every_page_says_what_may_run_in_it(site: Site) -> None:
    policies = {page.answer.headers.get("content-security-policy", "") for page in site[0].values()}
    assert all("default-src 'none'" in policy and "unsafe" not in policy for policy in policies)
