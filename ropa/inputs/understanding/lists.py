"""The lists of a record, by topic: who, which data, from and to whom, in what, how protected."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

from ...record import SecurityMeasure, SecurityMeasureCategory
from ..making import Making
from ..passages import Passage
from ..topics import Topic
from .items import items, sentences
from .knowledge import Knowledge
from .lists_access import internal_access
from .lists_carriers import calls_system, carriers, names_product
from .lists_data import data_subjects, finish_data, personal_data
from .lists_processors import finish_processors, processors, sub_processors
from .lists_rows import Listing, beyond, described, is_answer
from .lists_selves import finish_sources
from .lists_sharing import recipients, sources
from .routing import cue_pattern, routed
from .synonyms import setting
from .telling import is_prose_sentence


def security_measures(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read how the data are protected, in general terms; what no kind of measure stands for is described as it is."""
    listing = Listing(passage, making, knowledge, "security_measures", SecurityMeasureCategory, SecurityMeasure)
    for listed in listing.items():
        item = replace(listed, text=listed.wording.strip(" .,;:"), note="")
        if term := knowledge.term(SecurityMeasureCategory, item.text):
            listing.put(item, term, beyond(term, item))
        elif named := _measures(item.text, knowledge):
            for term in named:
                listing.put(item, term, described(item))
        elif is_answer(item.text) or len(item.text.split()) < 2 or item.text.endswith(":"):
            listing.unknown(item)
        else:
            listing.put(item, None, described(item))
    return listing.left


def _measures(words: str, knowledge: Knowledge) -> list[Any]:
    """Return the kinds of measure that words name, or tell of by cues; an exact kind takes the place of a wide one."""
    codes = [code for code, pattern in _cues() if pattern.search(words)]
    cued = [term for term in knowledge.terms.get(SecurityMeasureCategory, ()) if term.code in codes]
    wide = {name for code in codes for name in setting("wide_measures").get(code, ())}
    named = [f.term for f in knowledge.find(SecurityMeasureCategory, words)]
    kept = [term for term in named if not wide & {term.code, *term.labels.values()}]
    return list({term.code: term for term in (*cued, *kept)}.values())


@cache
def _cues() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (code, re.compile("|".join(map(cue_pattern, cues)), re.IGNORECASE))
        for code, cues in setting("measures").items()
    )


def processors_with_systems(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read who processes on the controller's behalf, and the systems that a sentence says they run."""
    for said in sentences(passage.text):
        if is_prose_sentence(said) and (calls_system(said) or names_product(said, knowledge)):
            carriers(replace(passage, text=said), making, knowledge)
    return processors(passage, making, knowledge)


def tags(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read the words to find the activity by."""
    found = [item for item in items(passage.text) if not is_answer(item.text)]
    there = tuple(making.fields.get("tags", ()))
    new = tuple(dict.fromkeys(item.text for item in found if item.text not in there))
    if new:
        making.fields["tags"] = (*there, *new)
        making.word(None, "tags", passage, passage.text.strip())
    return [item.wording for item in items(passage.text) if is_answer(item.text)]


def handling(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read what tells of handling in general, each sentence by the list it speaks of."""
    left: list[str] = []
    for part, topic in routed(passage, (Topic.HANDLING,), knowledge):
        read = TOPICS.get(topic) if topic and topic is not Topic.HANDLING else None
        left += read(part, making, knowledge) if read else sentences(part.text)
    return left


def finish(making: Making) -> None:
    """Complete what could not be told before all passages were read. To be called once, after the last."""
    finish_data(making)
    finish_sources(making)
    finish_processors(making)


TOPICS: dict[Topic, Callable[[Passage, Making, Knowledge], list[str]]] = {
    Topic.DATA_SUBJECTS: data_subjects,
    Topic.PERSONAL_DATA: personal_data,
    Topic.SOURCES: sources,
    Topic.RECIPIENTS: recipients,
    Topic.INTERNAL_ACCESS: internal_access,
    Topic.PROCESSORS: processors_with_systems,
    Topic.SUB_PROCESSORS: sub_processors,
    Topic.CARRIERS: carriers,
    Topic.SECURITY: security_measures,
    Topic.TAGS: tags,
    Topic.HANDLING: handling,
}
