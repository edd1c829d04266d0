"""Search in what is public: a form, the hits with the words marked, and what to narrow them by. All of it in the address."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from .. import publishing, search
from ..notice.compose import QUESTIONS
from ..record import Text
from ..search import Answer, Excerpt, Indexed, Piece
from ..site import PublicSite
from .asking import Moved, asked_page, public_sites
from .catalogue import PARAMETERS, UNIT, Catalogue, Entry, catalogue
from .frame import render
from .narrowing import address, choices, chosen_in, narrowed
from .ready import ready
from .side import WAYS

LONGEST = 200
"""Characters that a search takes."""

A_PAGE = 20
"""Hits on one page."""

EXCERPTS = 3
"""Places of an activity that are shown below its name."""

Marks = Mapping[str, Collection[str]]
"""Language -> words to mark."""


@dataclass(frozen=True)
class Words:
    """Words in one language, in pieces: those that answer are marked."""

    language: str
    pieces: Sequence[Piece]


@dataclass(frozen=True)
class Shown:
    """An excerpt with the heading it stands under in the notice."""

    heading: str
    anchor: str
    """Part of the notice; empty for what has no heading there."""
    words: Words


@dataclass(frozen=True)
class Card:
    """One hit as the page shows it."""

    entry: Entry
    name: Words
    where: Sequence[Words]
    """The controller, and the units from the outermost."""
    summary: Words
    excerpts: Sequence[Shown]


@dataclass
class Asked:
    """What the address asks for, and what the page says about it."""

    text: str
    chosen: Mapping[str, str]
    error: str = ""
    said: list["Remark"] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.text or self.chosen)


@dataclass(frozen=True)
class Remark:
    """Something that was searched for otherwise than it was typed, with what may be searched for instead."""

    text: str
    links: Sequence[tuple[str, str]] = ()
    """(word, address)"""


@ready("q", *PARAMETERS, "sida")
def search_page(request: HttpRequest) -> HttpResponse:
    """Show what answers, narrowed to what was chosen; the form alone where nothing is asked for."""
    sites = public_sites(request)
    asked = Asked(" ".join(request.GET.get("q", "").split()), chosen_in(request.GET))
    if len(asked.text) > LONGEST:
        return _too_long(request, sites, asked)
    found = catalogue(sites)
    _follow(found, asked.chosen)
    answer = found.index.find(asked.text, get_language() or "sv")
    numbers = [hit.number for hit in answer.hits if found.entries[hit.number].has(asked.chosen)]
    page = asked_page(request, numbers if asked else [], A_PAGE)
    asked.said = list(remarks(answer, asked))
    shown = {
        "asked": asked,
        "page": page,
        "count": page.paginator.count,
        "cards": _cards(found, answer, page),
        "chosen": narrowed(found, asked.text, asked.chosen),
        "without": len(answer.hits),
        "without_href": address(asked.text, {}),
        "choices": choices(found, numbers, asked.text, asked.chosen) if len(numbers) > 1 else [],
        "carried": address(asked.text, asked.chosen)[1:],
        "ways": WAYS.values(),
        "count_said": count_said(page.paginator.count, asked.text),
        "noindex": bool(asked),
    }
    return _render(request, sites, **shown)


@ready()
def opensearch(request: HttpRequest) -> HttpResponse:
    """Describe the search, so that a browser can offer it among its own."""
    sites = public_sites(request)
    found = request.build_absolute_uri(reverse("search"))
    whose = sites[0].name if len(sites) == 1 else None
    text = render_to_string("pages/opensearch.xml", {"address": found, "whose": whose, "language": get_language()})
    return HttpResponse(text, content_type="application/opensearchdescription+xml; charset=utf-8")


def _render(request: HttpRequest, sites: Sequence[PublicSite], **shown: Any) -> HttpResponse:
    return render(request, "pages/search.html", sites, nav="search", longest=LONGEST, **shown)


def _too_long(request: HttpRequest, sites: Sequence[PublicSite], asked: Asked) -> HttpResponse:
    asked.error = _("Search with %(n)d characters at most. You wrote %(length)d. Leave only the words that matter.") % {
        "n": LONGEST,
        "length": len(asked.text),
    }
    return _render(request, sites, asked=asked, noindex=True, address=request.path, status=HTTPStatus.BAD_REQUEST)


def _follow(found: Catalogue, chosen: Mapping[str, str]) -> None:
    """Lead the old address of a unit to today's. Raises `Moved` where there is one."""
    slug = chosen.get(UNIT, "")
    if slug and slug not in found.things[UNIT] and re.fullmatch(r"[\w-]{1,200}", slug):
        new = publishing.successor(slug)
        if new in found.things[UNIT]:
            raise Moved(new)


# --- the hits ---------------------------------------------------------------------------------------------------------


def _cards(found: Catalogue, answer: Answer, page: Page[int]) -> list[Card]:
    asked = [each.marks for each in answer.asked]
    marks = search.together(asked)
    cards = []
    for number in page:
        entry, text = found.entries[number], found.index.text(number)
        excerpts = search.excerpts(text, asked, EXCERPTS, get_language() or "sv")
        cards.append(_card(entry, marks, [_shown(each, text) for each in excerpts]))
    return cards


def _card(entry: Entry, marks: Marks, excerpts: Sequence[Shown]) -> Card:
    place = entry.place
    where = [_marked(name, marks) for name in (place.controller, *(name for _slug, name in place.units)) if name]
    return Card(entry, _marked(place.name, marks), where, _marked(place.summary, marks), excerpts)


def _marked(text: Text, marks: Marks) -> Words:
    said = text.said(get_language() or "sv")
    return Words(said.lang, search.marked(said.text, marks[said.lang]))


def _shown(excerpt: Excerpt, text: Indexed) -> Shown:
    words = Words(excerpt.language, excerpt.pieces)
    if excerpt.place not in _HEADINGS:
        return Shown(_("Words to find it by"), "", words)
    own = text.headings.get(get_language() or "sv", {}).get(excerpt.place, "")
    return Shown(own or str(_HEADINGS[excerpt.place]), excerpt.place, words)


_HEADINGS = {str(code): heading for code, heading, _answer in QUESTIONS}
"""Section of the notice -> its heading."""


# --- what is said about the search ------------------------------------------------------------------------------------


def remarks(answer: Answer, asked: Asked) -> list[Remark]:
    """Return what was not searched for as it was typed, and why the hits are what they are."""
    said = []
    if asked.text and not answer.asked:
        said.append(Remark(_("A search needs a word or a number. Signs alone are not searched for.")))
    for each in answer.asked:
        if each.instead:
            links = [(word, address(_instead(asked.text, each.typed, word), asked.chosen)) for word in each.instead]
            said.append(Remark(_("Nothing here says “%(word)s”. Did you mean:") % {"word": each.typed}, links))
        elif each.also:
            given = {"word": each.typed, "others": ", ".join(each.also)}
            said.append(Remark(_("Besides “%(word)s” we looked for: %(others)s.") % given))
        elif not each.found and answer.hits:
            said.append(Remark(_("Nothing here says “%(word)s”.") % {"word": each.typed}))
    if answer.is_partial:
        said.append(Remark(_("No activity has all the words. Here are those that have most of them.")))
    if answer.left_out:
        given = {"n": str(search.MOST), "words": ", ".join(answer.left_out)}
        said.append(Remark(_("A search takes %(n)s words. These were left out: %(words)s.") % given))
    return said


def _instead(text: str, typed: str, word: str) -> str:
    """Return the search with a word of the register in place of one that was typed."""
    return " ".join(word if search.words(each) == [typed] else each for each in text.split())


def count_said(count: int, text: str) -> str:
    """Return how many activities answer, in words."""
    if not count:
        return _("Nothing answers “%(text)s”") % {"text": text} if text else _("No activity has all that")
    if text:
        said = ngettext("%(n)d activity answers “%(text)s”", "%(n)d activities answer “%(text)s”", count)
        return said % {"n": count, "text": text}
    return ngettext("%(n)d activity", "%(n)d activities", count) % {"n": count}
