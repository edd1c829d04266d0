"""Laws with chapter and section in running text, in whatever order they stand (GDPR Art. 6(3) asks for them)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...record import Law
from .knowledge import Knowledge
from .law_clauses import Span, Taken
from .law_mentions import Mention, mentions
from .law_pinpoints import Pinpoint, chains, pinpoints

_LEFT = (
    (re.compile(r"\s*"), 3),
    (re.compile(r"\s*[(:–-]\s*|\s*,?\s*(?:se|särskilt|främst|bl\.?a\.?|bland annat|t\.ex\.|enligt|i)\s+"), 2),
    (re.compile(r"\s*,\s*"), 1),
)
_RIGHT = (
    (re.compile(r"\s*|\s+(?:i|av|enligt|of|in|under|i den|of the|in the|to)\s+(?:the\s+)?"), 3),
    (re.compile(r"\s*[(:–-]\s*"), 2),
)


@dataclass(frozen=True)
class Reference:
    """An act that a text names, with a place in it or as a whole."""

    law: Law
    pinpoint: str
    """Empty where no place in it is named."""
    spans: tuple[Span, ...]
    """The words it follows from: of the act, of the place, or both; the act's own stand with its first place."""

    @property
    def start(self) -> int:
        """Where its words begin."""
        return min(start for start, _ in self.spans)

    @property
    def end(self) -> int:
        """Where its words end."""
        return max(end for _, end in self.spans)


def references(text: str, knowledge: Knowledge, under: str = "") -> list[Reference]:
    """Return the acts and the places in them that a text names, in its order.

    A chapter or section that stands by no act is no reference, for which act it is in would be a guess: unless the
    label `under` which the text stands names just one act. The GDPR is not among the acts.
    """
    named = mentions(text, knowledge)
    tied = list(_tied(text, named))
    places: dict[int, list[Pinpoint]] = {}
    for index, place in tied:
        places.setdefault(index, []).append(place)
    found = [r for i, m in enumerate(named) for r in _of(m, _meant(named, i), places.get(i, []))]
    found += _loose(text, named, {place for _, place in tied}, _of_label(under, knowledge))
    return sorted(found, key=lambda r: r.start)


def _of_label(label: str, knowledge: Knowledge) -> Law | None:
    """Return the one act that a label names."""
    laws = {m.law.code: m.law for m in mentions(label[:300], knowledge) if m.law and not m.weak} if label else {}
    return next(iter(laws.values())) if len(laws) == 1 else None


def _loose(text: str, named: list[Mention], tied: set[Pinpoint], law: Law | None) -> Iterator[Reference]:
    if law is None:
        return
    covered = Taken(text, ((m.start, m.end) for m in named))
    for place in pinpoints(text):
        if place not in tied and covered.is_free((place.start, place.end)):
            yield Reference(law, place.text, ((place.start, place.end),))


def _of(mention: Mention, law: Law | None, places: list[Pinpoint]) -> Iterator[Reference]:
    if law is None or (not places and (mention.weak or mention.law is None)):
        return
    own = (mention.start, mention.end)
    if not places:
        yield Reference(law, "", (own,))
    for i, place in enumerate(places):
        yield Reference(law, place.text, (own, (place.start, place.end)) if i == 0 else ((place.start, place.end),))


def _meant(named: list[Mention], index: int) -> Law | None:
    """Return the act of a mention; "the same act" is the one named before it."""
    law = named[index].law
    return law if law or index == 0 else _meant(named, index - 1)


def _tied(text: str, named: list[Mention]) -> Iterator[tuple[int, Pinpoint]]:
    """Give each place with the number of the mention it is a place in."""
    covered = Taken(text, ((m.start, m.end) for m in named))
    places = [p for p in pinpoints(text) if covered.is_free((p.start, p.end))]
    leads = bool(named) and (not places or named[0].start < places[0].start)
    for chain in _apart(chains(places, text), named):
        left = next((i for i in reversed(range(len(named))) if named[i].end <= chain[0].start), None)
        right = next((i for i, m in enumerate(named) if m.start >= chain[-1].end), None)
        before = 0 if left is None else _strength(_LEFT, text[named[left].end : chain[0].start])
        after = 0 if right is None else _strength(_RIGHT, text[chain[-1].end : named[right].start])
        for i, place in enumerate(chain):
            index = left if _goes_left(before, after, leads, i, len(chain)) else right
            if index is not None and (before or after):
                yield index, place


def _goes_left(before: int, after: int, leads: bool, i: int, length: int) -> bool:
    """Return whether the i-th place of a chain belongs to the act before it, not to the one after."""
    if before and before == after and length > 1:
        return i < length - 1
    return before > after or (before == after and leads)


def _apart(rows: list[list[Pinpoint]], named: list[Mention]) -> Iterator[list[Pinpoint]]:
    """Give the chains with no act inside."""
    for row in rows:
        part: list[Pinpoint] = []
        for place in row:
            if part and any(part[-1].end <= m.start < place.start for m in named):
                yield part
                part = []
            part.append(place)
        yield part


def _strength(kinds: tuple[tuple[re.Pattern[str], int], ...], between: str) -> int:
    """Return how closely two things stand together, by what stands between them; 0 = not at all."""
    strength = next((value for pattern, value in kinds if pattern.fullmatch(between)), 0)
    return min(strength, 1) if "\n" in between else strength
