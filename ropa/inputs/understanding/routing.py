"""Which sentence of a passage speaks of what: lists follow their label, prose its own words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ... import record
from ..passages import Passage
from ..topics import Topic
from .cutting import Span, entries, sentence_spans
from .items import items
from .knowledge import Knowledge
from .synonyms import setting
from .telling import is_prose_sentence

KINDS: Mapping[Topic, type[Any]] = {
    Topic.DATA_SUBJECTS: record.DataSubjectCategory,
    Topic.PERSONAL_DATA: record.PersonalDataCategory,
    Topic.SOURCES: record.SourceCategory,
    Topic.RECIPIENTS: record.RecipientCategory,
    Topic.CARRIERS: record.System,
    Topic.SECURITY: record.SecurityMeasureCategory,
}
"""Topics that list terms, and of which kind."""

_WEIGHTS = {"settles": 6, "certain": 3, "clear": 2, "hint": 1}
_MORE = 0.25
"""What each further cue adds."""
_OWN = 1
"""What a sentence counts for its label's topic without a word that says so."""


@dataclass
class _Sentence:
    """A sentence and where it goes."""

    span: Span
    prose: bool
    topic: Topic | None
    certain: bool = False
    """Whether its own words say so."""
    leads: bool = False
    """Whether a list follows that it announced, or goes on."""


def routed(
    passage: Passage, topics: tuple[Topic, ...], knowledge: Knowledge | None = None
) -> list[tuple[Passage, Topic | None]]:
    """Return the parts of a passage in their order, each with the topic it speaks of; None: nothing says which.

    `topics` are those its label announces, none or only `HANDLING` where its words alone decide. With
    `knowledge` a list under a label of several topics goes to the one whose terms it names.
    """
    own = tuple(topic for topic in topics if topic is not Topic.HANDLING)
    if len(own) == 1 and own[0].value in setting("together"):
        return [(passage, own[0])]
    found: list[_Sentence] = []
    for span in (s for entry in entries(passage.text) for s in sentence_spans(passage.text, entry)):
        found.append(_sentence(passage.text, span, topics, found, knowledge))
    return [(_part(passage, span), topic) for span, topic in _together(found)] if found else [(passage, _first(own))]


def scores(sentence: str) -> dict[Topic, float]:
    """Return how clearly a sentence speaks of each topic that has cues in it: the clearest counts, more a little."""
    found: dict[Topic, float] = {}
    for topic, weight, pattern in _cues():
        if cues := pattern.findall(sentence):
            found[topic] = found.get(topic, weight) + (len(cues) - (topic not in found)) * _MORE
    return found


@cache
def _cues() -> tuple[tuple[Topic, int, re.Pattern[str]], ...]:
    """Topic, weight and a pattern of all cues of that weight; the weightiest of a topic first."""
    return tuple(
        (Topic(name), weight, re.compile("|".join(map(cue_pattern, kinds[kind])), re.IGNORECASE))
        for name, kinds in setting("cues").items()
        for kind, weight in _WEIGHTS.items()
        if kind in kinds
    )


def cue_pattern(cue: str) -> str:
    """Return the pattern for a cue: "*" stands for any end of a word, "…" for up to five words between."""
    gap = r"\s+(?:[^\s.;:]+\s+){0,5}?"
    words = re.escape(cue).replace(r"\*", r"[\w-]*").replace(r"\ …\ ", gap).replace(r"\ ", r"\s+")
    ends = "" if cue[-1] in "*-" else r"(?![^\W_])"
    return rf"(?<![^\W_]){words}{ends}"


def _sentence(
    text: str, span: Span, topics: tuple[Topic, ...], before: list[_Sentence], knowledge: Knowledge | None
) -> _Sentence:
    words, last = span.of(text), before[-1] if before else None
    own = tuple(topic for topic in topics if topic is not Topic.HANDLING)
    several = knowledge is not None and len(own) > 1
    elsewhere = _named(words, topics, None, knowledge) if knowledge and several and _goes_on(words) else None
    if last and _goes_on(words) and elsewhere in {None, last.topic}:
        return _Sentence(span, last.prose, last.topic, last.certain, last.leads)
    leads = text[span.end - 1] == ":"
    prose = leads or is_prose_sentence(words)
    listing = last.topic if last and last.leads else None
    unsure = knowledge is not None and len(own) != 1 and (not prose or (len(own) > 1 and not leads))
    named = _named(words, topics, listing, knowledge) if knowledge and unsure else None
    if last and last.leads and not prose and named in {None, last.topic}:
        return _Sentence(span, False, last.topic, last.certain, leads=True)
    topic, certain = _topic(words, own, prose)
    return _Sentence(span, prose, topic if certain else named or topic, certain, leads and certain)


def _goes_on(words: str) -> bool:
    opening = words.lstrip('"”“ (').casefold()
    return any(opening.startswith(phrase) for phrase in setting("going_on"))


def _topic(words: str, own: tuple[Topic, ...], prose: bool) -> tuple[Topic | None, bool]:
    """Return the topic of a sentence, and whether its words say so. A list's words must settle it."""
    if len(own) == 1 and not prose and not _settles(words):
        return own[0], False
    found = scores(words)
    mine = max((found.get(topic, 0) for topic in own), default=0)
    best = max(found, key=lambda topic: found[topic], default=None)
    least = 2 if not own else _OWN + 1 + mine if prose else 3 + mine
    if best is None or best in own or found[best] < least or (own and not prose and not _settles(words)):
        chosen = max((t for t in own if t in found), key=lambda topic: found[topic], default=_first(own))
        return chosen, mine > 0
    return best, True


def _settles(words: str) -> bool:
    """Whether entries of a list may leave it: whole statements such as "Inga känsliga personuppgifter"."""
    return bool(re.match(r"\s*(?:inga?|inget|ej|no|ingen)\s", words, re.IGNORECASE))


def _first(own: tuple[Topic, ...]) -> Topic | None:
    return own[0] if own else None


def _named(words: str, topics: tuple[Topic, ...], listing: Topic | None, knowledge: Knowledge) -> Topic | None:
    """Return the topic whose terms a list names most, of equal ones the one that is being listed.

    None where it names too few, or names what several kinds of terms have in common. Under no label one name is
    too few: a line that stands anywhere may be of anything.
    """
    listed = items(words)
    own = tuple(topic for topic in topics if topic is not Topic.HANDLING)
    known = knowledge.about if topics else knowledge.term
    counts = {
        topic: sum(known(KINDS[topic], item.text) is not None for item in listed)
        for topic in own or KINDS
        if topic in KINDS
    }
    if is_prose_sentence(words) and not max(counts.values(), default=0):
        counts = {topic: len(knowledge.find(KINDS[topic], words)) for topic in counts}
        listed = []
    most = max(counts.values(), default=0)
    best = [topic for topic, count in counts.items() if count == most]
    if most < (1 if topics or listing in best else 2) or most * 2 < len(listed):
        return None
    return listing if listing in best else best[0] if own or len(best) == 1 else None


def _together(found: list[_Sentence]) -> Iterator[tuple[Span, Topic | None]]:
    """Yield runs of sentences that speak of the same."""
    start = 0
    for place, sentence in enumerate(found):
        if place + 1 == len(found) or found[place + 1].topic is not sentence.topic:
            yield Span(found[start].span.start, sentence.span.end), sentence.topic
            start = place + 1


def _part(passage: Passage, span: Span) -> Passage:
    return Passage(passage.label, span.of(passage.text), passage.place)
