"""Pages about the site itself: rights and contact, accessibility."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.http import HttpRequest, HttpResponse

from ..glossary import WORDS
from ..publishing import Published
from ..record import Controller, DataProtectionOfficer, Party
from ..site import PublicSite
from ..swedish import sort_key
from .asking import public_now, public_sites
from .frame import render
from .ready import ready

P = TypeVar("P", bound=Party)

WENT_THROUGH = date(2026, 11, 22)
"""The day of the last walk through the pages by hand, told in docs/accessibility.md."""


@dataclass(frozen=True)
class WhomToAsk:
    """An organisation with those a resident turns to, as they were published last."""

    site: PublicSite
    controllers: list[Controller]
    dpos: list[DataProtectionOfficer]


@ready()
def rights(request: HttpRequest) -> HttpResponse:
    """Tell which rights there are and whom to turn to (GDPR Art. 12-22, 77)."""
    sites = public_sites(request)
    entries = public_now(sites, None)
    asked = [whom_to_ask(site, [e for e in entries if e.row.organisation == site.key]) for site in sites]
    return render(request, "pages/rights.html", sites, nav="rights", asked=asked)


@ready()
def accessibility(request: HttpRequest) -> HttpResponse:
    """Show the accessibility statement (lag 2018:1937, 13 §)."""
    return render(
        request, "pages/accessibility.html", public_sites(request), nav="accessibility", examined=WENT_THROUGH
    )


@ready()
def glossary(request: HttpRequest) -> HttpResponse:
    """Explain hard words, in the order of the reader's alphabet."""
    words = sorted(WORDS, key=lambda word: sort_key(str(word.name)))
    return render(request, "pages/glossary.html", public_sites(request), nav="glossary", words=words)


def whom_to_ask(site: PublicSite, entries: Sequence[Published]) -> WhomToAsk:
    """Return the controllers and data protection officers of an organisation, in Swedish order."""
    ordered = sorted(entries, key=lambda entry: entry.row.sequence)
    records = [entry.outline for entry in ordered if entry.outline]
    controllers = {r.controller.key: r.controller for r in records if r.controller}
    dpos = {r.dpo.key: r.dpo for r in records if r.dpo}
    return WhomToAsk(site, _in_order(controllers.values()), _in_order(dpos.values()))


def _in_order(parties: Iterable[P]) -> list[P]:
    return sorted(parties, key=lambda party: sort_key(party.name.sv))
