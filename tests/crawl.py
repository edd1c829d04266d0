"""Every page of a site, found by its links: for the tests of what holds on all of them, and for `inspections/`."""

import gzip
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urlencode, urljoin, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import override

LANGUAGES = ("", "/en")
"""What the addresses of each language begin with."""

ODD = (
    "/finns-inte/",
    "/?datum=i-gar",
    "/?datum=2000-01-01",
    "/behandlingar/finns-inte/",
    "/infoga/behandlingar/finns-inte/?ram=1",
)
"""What no link leads to: not there, cannot be asked for, before the first publication."""

ODD_OF_EACH = tuple(f"{language}{address}" for language in LANGUAGES for address in ODD)
STARTS = (*(f"{language}/" for language in LANGUAGES), *ODD_OF_EACH)

OF_EACH = 8
"""Addresses that differ in what they ask only (days gone by, choices) are looked at so many times a kind."""

TYPED = ("barn", "Fórsäkrings", "finnsinte", "' & <x>", "")
"""What somebody types who searches: found, nearly found, not found, odd, nothing."""

WRONG = "2024-02-30"
"""What is filled in where a form asks for something: no such day."""

FILLED = " (filled in)"
"""What the address of a page ends with that answers a form that was sent."""

POINTS = (
    "for",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-details",
    "popovertarget",
    "list",
    "form",
)
"""Attributes that name the id of another element."""

Tag = tuple[str, dict[str, str]]
Get = Callable[[str, dict[str, str] | None], "Answer"]
"""Fetches an address, or sends a form to it."""


@dataclass(frozen=True)
class Answer:
    """What a server said. The names of `headers` are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def kind(self) -> str:
        """The content type without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0]

    @property
    def is_page(self) -> bool:
        """Whether HTML is a whole page, and not a part to be put into somebody else's."""
        return self.body.lstrip()[:9].lower() == b"<!doctype"


class Page(HTMLParser):
    """A page as somebody finds it who looks for one thing on all of them."""

    def __init__(self, address: str, answer: Answer, sent_with: dict[str, str] | None = None) -> None:
        super().__init__()
        self.address, self.answer, self.sent_with = address, answer, sent_with
        self.tags: list[Tag] = []
        self._in: list[str] = []
        self._title: list[str] = []
        self.feed(answer.body.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag with what it says; of two attributes of one name the first holds, as in browsers."""
        self.tags.append((tag, {name: value or "" for name, value in reversed(attrs)}))
        if tag == "title" and not self._title:
            self._in.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Leave the title."""
        if tag == "title":
            self._in.clear()

    def handle_data(self, data: str) -> None:
        """Keep the words of the title."""
        if self._in:
            self._title.append(data)

    @property
    def title(self) -> str:
        """The words of the first `title`: an SVG may have its own."""
        return " ".join("".join(self._title).split())

    @property
    def language(self) -> str:
        """The language its address says."""
        return "en" if urlsplit(self.address).path.startswith("/en/") else "sv"

    @cached_property
    def ids(self) -> Counter[str]:
        """Every id, and how often it is there."""
        return Counter(attrs["id"] for _, attrs in self.tags if "id" in attrs)

    def all(self, *names: str) -> list[Tag]:
        """Return the elements of these names in the order of the page."""
        return [tag for tag in self.tags if tag[0] in names]

    def links(self) -> Iterator[str]:
        """Yield what can be followed or fetched, without what leads into the admin or off the site."""
        for tag, attrs in self.tags:
            for name in ("href", "src", "action", "data"):
                if attrs.get(name) is not None and tag != "base":
                    yield from _inside(self.address, attrs[name])

    def fetched(self) -> Iterator[str]:
        """Yield the addresses that a browser asks for by itself."""
        for tag, attrs in self.tags:
            if tag == "link" and set(attrs.get("rel", "").split()) & {"stylesheet", "icon", "preload", "preconnect"}:
                yield attrs["href"]
            if tag in {"img", "script", "iframe", "source", "video", "audio", "embed", "input", "image", "use"}:
                yield from (attrs[name] for name in ("src", "href", "xlink:href", "srcset") if attrs.get(name))

    def searches(self) -> Iterator[str]:
        """Yield the addresses of what can be asked with the fields that one types into."""
        for action, names in self._forms("get"):
            yield from (f"{action}?{urlencode({name: typed})}" for name in names for typed in TYPED)

    def sent(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Yield where each form is sent to, with every field filled in wrong."""
        for action, names in self._forms("post"):
            yield action, dict.fromkeys(names, WRONG)

    def fragments(self) -> Iterator[str]:
        """Yield where the page's part for other sites is, bare and framed: no link leads there."""
        if found := re.fullmatch(r"(/en)?(/(?:behandlingar|enheter)/[^/?]+/)", self.address):
            bare = f"{found[1] or ''}/infoga{found[2]}"
            yield from (bare, f"{bare}?ram=1")

    def _forms(self, method: str) -> Iterator[tuple[str, list[str]]]:
        """Yield where a form leads and the names of its fields. Pages have one form at most that is searched."""
        action, names = "", list[str]()
        for tag, attrs in [*self.tags, ("form", {})]:
            if tag == "form":
                if names:
                    yield action, names
                fits = attrs.get("method", "get").lower() == method
                action, names = (next(_inside(self.address, attrs.get("action", "")), "") if fits else ""), []
            elif tag in {"input", "textarea"} and action and attrs.get("type", "text") in {"text", "search", "date"}:
                names.append(attrs.get("name", ""))

    def pointed(self) -> Iterator[str]:
        """Yield every id that another element of the page names."""
        for _, attrs in self.tags:
            for name in POINTS:
                yield from attrs.get(name, "").split()


def _inside(base: str, href: str) -> Iterator[str]:
    address = urljoin(f"http://here{base}", href)
    parts = urlsplit(address)
    if parts.netloc == "here" and not parts.path.startswith("/admin/"):
        yield address.removeprefix("http://here")


def crawl(get: Get, starts: Iterable[str] = STARTS) -> tuple[dict[str, Page], dict[str, Answer]]:
    """Return the pages by their address, and the answers that are no pages.

    Of a kind's addresses with a question mark only the first few are asked for, and of the register's files
    as PDF, workbook and Word document none: they take long.
    """
    pages: dict[str, Page] = {}
    others: dict[str, Answer] = {}
    waiting, asked = list(starts), Counter[str]()
    while waiting:
        address = urldefrag(waiting.pop(0)).url
        if address in pages or address in others or not _wanted(address, asked):
            continue
        answer = get(address, None)
        if answer.kind != "text/html" or not answer.is_page:
            others[address] = answer
            continue
        page = pages[address] = Page(address, answer)
        waiting += [*page.links(), *page.searches(), *page.fragments()]
        for action, fields in page.sent():
            pages[action + FILLED] = Page(action, get(action, fields), fields)
    return pages, others


def _wanted(address: str, asked: Counter[str]) -> bool:
    parts = urlsplit(address)
    if parts.path.endswith((".pdf", ".xlsx", ".docx")):
        return False
    if parts.query and address not in STARTS:
        asked[kind_of(address)] += 1
        return asked[kind_of(address)] <= OF_EACH
    return True


def kind_of(address: str) -> str:
    """Return the name of the view that answers, its language, and whether a form was sent."""
    parts = urlsplit(address.removesuffix(FILLED))
    language = "en " if parts.path.startswith("/en/") else ""
    try:
        with override(settings.LANGUAGE_CODE):  # whatever language the last answer was in
            found = resolve(unquote(parts.path.removeprefix(language and "/en"))).view_name
    except Resolver404:
        found = "nothing"
    sent = [FILLED.strip()] if address.endswith(FILLED) else []
    return " ".join([f"{language}{found}", *sent])


def packed(body: bytes) -> int:
    """Return how many bytes a body takes on its way."""
    return len(gzip.compress(body))
