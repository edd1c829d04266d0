"""docs/embedding.md, tried from another origin: its examples are read from the page and shown by a small foreign site."""

import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import expect

from ropa.pages.ready import BODIES
from tests.pages.town import DEPARTMENT, publish

from . import looks
from .looks import Axe

pytestmark = pytest.mark.browser

PAGE = Path(__file__).resolve().parents[2] / "docs" / "embedding.md"
REGISTER = "https://register.kommun.example"
ARTICLE = "article.ropa-notice"


@pytest.fixture(scope="module")
def register(server: str, kept_database: None) -> str:
    assert DEPARTMENT.slug == "socialforvaltningen"  # as in the examples
    publish("ekonomiskt-bistand", "Ekonomiskt bistånd")
    return server


def example(heading: str, language: str, register: str) -> str:
    """Return the code below a heading of the page, with the address of a register that is there."""
    part = PAGE.read_text("utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    found = re.search(rf"```{language}\n(.*?)```", part, re.DOTALL)
    assert found, heading
    return found[1].replace(REGISTER, register)


class Foreign(ThreadingHTTPServer):
    """A site that is not ours, with one page."""

    page = policy = ""

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def show(self, register: str, shown: str) -> str:
        """Put HTML into the page, which allows what the docs say and no more."""
        self.policy = f"default-src 'none'; script-src {register}; connect-src {register}; frame-src {register}"
        self.page = (
            '<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Bistånd</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1"></head>'
            f"<body><main><h1>Bistånd</h1>{shown}</main></body></html>"
        )
        return self.origin


class Handler(BaseHTTPRequestHandler):
    server: Foreign

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", self.server.policy)
        self.end_headers()
        self.wfile.write(self.server.page.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def foreign() -> Iterator[Foreign]:
    site = Foreign(("127.0.0.1", 0), Handler)
    Thread(target=site.serve_forever, daemon=True).start()
    yield site
    site.shutdown()
    site.server_close()


@pytest.fixture
def allowed(settings: Any, foreign: Foreign) -> None:
    BODIES.clear()
    settings.EMBED_ORIGINS = [foreign.origin]


def settled(page: Any, count: int) -> None:
    """Wait until so many elements have asked for all that they ask for; by a locator, as the page's policy lets nothing be evaluated."""
    expect(page.locator("ropa-notices:defined:not([aria-busy])")).to_have_count(count, timeout=30_000)


def test_the_element_shows_notice_and_tables(
    page: Any, axe: Axe, register: str, foreign: Foreign, allowed: None
) -> None:
    page.goto(foreign.show(register, example("The custom element", "html", register)))
    page.wait_for_selector(f"ropa-notices > {ARTICLE}")
    settled(page, 2)
    assert page.locator(f"{ARTICLE} > h2").inner_text() == "Ekonomiskt bistånd"
    tables = page.locator("ropa-notices[shadow] article.ropa-unit")
    assert (tables.get_attribute("lang"), tables.locator("table").count()) == ("en", 1)
    assert page.get_by_text("Så hanterar vi dina personuppgifter").count() == 0
    looks.check(page, axe, looks.NARROW)


def test_the_link_stays_where_it_is_not_allowed(page: Any, axe: Axe, register: str, foreign: Foreign) -> None:
    page.goto(foreign.show(register, example("The custom element", "html", register)))
    settled(page, 2)
    assert page.locator("ropa-notices a").all_inner_texts() == [
        "Så hanterar vi dina personuppgifter",
        "How we handle personal data",
    ]
    assert page.locator("article").count() == 0
    assert axe(page) == []


def test_the_link_stays_without_scripts(browser: Any, register: str, foreign: Foreign, allowed: None) -> None:
    tab = browser.new_context(java_script_enabled=False).new_page()
    tab.goto(foreign.show(register, example("The custom element", "html", register)))
    assert tab.locator("ropa-notices a").count() == 2
    tab.context.close()


@pytest.mark.parametrize("wrong", ["activity='finns-inte'", "activity=''", "activity='ekonomiskt-bistand' level='9'"])
def test_the_link_stays_when_there_is_nothing(
    page: Any, register: str, foreign: Foreign, allowed: None, wrong: str
) -> None:
    script = example("The custom element", "html", register).splitlines()[0]
    page.goto(
        foreign.show(register, f"{script}<ropa-notices src='{register}' {wrong}><a href='/'>Länk</a></ropa-notices>")
    )
    settled(page, 1)
    assert page.locator("ropa-notices a").inner_text() == "Länk"


@pytest.mark.parametrize(
    "given",
    [
        "><style>body { display: none }</style>", "><link rel=stylesheet href=https://x.example/a.css>",
        "><form action=https://x.example><input></form>", "><p onclick=alert(1)>A</p>", "><img src=x onerror=alert(1)>",
        "><a href=' java\tscript:alert(1)'>A</a>", "><a href=data:text/html,x>A</a>", "><p style='color: red'>A</p>",
        "><svg><a xlink:href=javascript:alert(1)>A</a></svg>", "><script></script>", "><template><script></script></template>",
        "><button formaction=javascript:alert(1)>A</button>", "><iframe srcdoc=x></iframe>", "><base href=https://x.example>", "onfocus=alert(1)>A",
    ],
)  # fmt: skip
def test_what_could_run_or_set_a_style_is_not_shown(
    page: Any, register: str, foreign: Foreign, given: str, complaints: list[str]
) -> None:
    """A register that somebody has broken into: the other site shows the link that it has."""
    answer = {"headers": {"Access-Control-Allow-Origin": "*", "Content-Type": "text/html"}}
    page.route(f"{register}/infoga/**", lambda route: route.fulfill(body=f"<article {given}</article>", **answer))
    script = example("The custom element", "html", register).splitlines()[0]
    element = f"<ropa-notices src='{register}' activity='a'><a href='/'>Länk</a></ropa-notices>"
    page.goto(foreign.show(register, script + element))
    settled(page, 1)
    assert page.locator("ropa-notices").inner_html() == '<a href="/">Länk</a>'
    complaints.clear()  # a browser tells what it would have refused as soon as it reads it


def test_a_frame(page: Any, axe: Axe, register: str, foreign: Foreign, allowed: None) -> None:
    page.goto(foreign.show(register, example("A frame", "html", register)))
    framed = page.frame_locator("iframe")
    framed.locator(ARTICLE).wait_for()
    assert framed.locator("body").evaluate("getComputedStyle(document.body).margin") == "0px"  # our styles came
    assert axe(page) == []


def test_a_frame_is_refused_where_it_is_not_allowed(
    page: Any, register: str, foreign: Foreign, complaints: list[str]
) -> None:
    page.goto(foreign.show(register, example("A frame", "html", register)))
    page.wait_for_load_state("networkidle")
    assert page.frame_locator("iframe").locator(ARTICLE).count() == 0
    assert [line for line in complaints if "frame-ancestors" in line]
    complaints.clear()


def test_a_fragment_fetched_by_a_server(page: Any, axe: Axe, register: str, foreign: Foreign) -> None:
    known: dict[str, Any] = {}
    exec(example("A fragment, fetched by your server", "python", register), known)
    page.goto(foreign.show(register, known["html"]))
    assert page.locator(f"{ARTICLE} > h2").inner_text() == "Ekonomiskt bistånd"
    assert axe(page) == []
    address = next(iter(known["kept"]))
    assert known["fragment"](address) == known["html"]  # answered with 304
    assert "ropa-none" in known["fragment"](f"{register}/infoga/behandlingar/finns-inte/")
    known["kept"]["http://127.0.0.1:9/"] = ("", "det gamla")
    assert known["fragment"]("http://127.0.0.1:9/") == "det gamla"


def test_what_an_editor_pastes(page: Any, register: str, foreign: Foreign, allowed: None) -> None:
    """The page's own link is the one in the docs, and leads to HTML that shows the notice."""
    page.goto(f"{register}/behandlingar/ekonomiskt-bistand/")
    link = page.locator("link[type='application/json+oembed']")
    told = re.search(r'href="([^"]+)"', PAGE.read_text("utf-8").split("## oEmbed")[1])
    assert told
    host = register.replace(":", "%3A").replace("/", "%2F")
    wanted = told[1].replace(REGISTER, register).replace("https%3A%2F%2Fregister.kommun.example", host)
    assert link.get_attribute("href") == wanted.replace("&amp;", "&")
    answer = page.request.get(link.get_attribute("href")).json()
    page.goto(foreign.show(register, answer["html"]))
    page.frame_locator("iframe").locator(ARTICLE).wait_for()


def test_a_feed(page: Any, register: str) -> None:
    told = re.search(r'href="([^"]+)"', example("Atom", "html", register))
    assert told
    answer = page.request.get(told[1])
    assert (answer.status, answer.headers["content-type"]) == (200, "application/atom+xml; charset=utf-8")
