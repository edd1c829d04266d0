"""What a notice says otherwise than an older one, question by question. Pure: two notices in, lines out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from django.utils.translation import gettext as _

from ..diff import Run, words
from ..notice import PrivacyNotice
from ..record import Said


@dataclass(frozen=True)
class Line:
    """A paragraph or a line of a list that was not there, is no longer, or says something else."""

    lang: str
    runs: tuple[Run, ...]
    """What became of each word."""


@dataclass(frozen=True)
class Part:
    """A question whose answer differs."""

    heading: str
    lines: tuple[Line, ...]


def compared(before: PrivacyNotice, now: PrivacyNotice) -> tuple[Part, ...]:
    """Return the parts that differ, in the order of the notice; empty when the words are the same."""
    old, new = _texts(before), _texts(now)
    made = (Part(heading, tuple(_lines(old.get(heading, ()), new.get(heading, ())))) for heading in _order(old, new))
    return tuple(part for part in made if part.lines)


def _order(old: dict[str, tuple[Said, ...]], new: dict[str, tuple[Said, ...]]) -> list[str]:
    """Return the headings of today, then those there are no longer."""
    return [*new, *(heading for heading in old if heading not in new)]


def _texts(notice: PrivacyNotice) -> dict[str, tuple[Said, ...]]:
    """Return heading -> the lines below it."""
    found: dict[str, tuple[Said, ...]] = {
        _("Name"): (notice.title,),
        _("In short"): (notice.summary,) if notice.summary else (),
    }
    for section in notice.sections:
        lines = (said for block in section.blocks for said in (block.text, *(item.text for item in block.items)))
        found[section.heading] = tuple(said for said in lines if said)
    return found


def _lines(old: Sequence[Said], new: Sequence[Said]) -> Iterator[Line]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for same, a, b, c, d in matcher.get_opcodes():
        if same != "equal":
            pairs = zip_longest(old[a:b], new[c:d])
            yield from (line for pair in pairs for line in _line(*pair))


def _line(old: Said | None, new: Said | None) -> Iterator[Line]:
    """Return the words of a line beside those of the one in its place, in one language each."""
    if old and new and old.lang == new.lang:
        yield Line(new.lang, words(old.text, new.text))
        return
    for said, runs in ((old, words(old.text, "") if old else ()), (new, words("", new.text) if new else ())):
        if said:
            yield Line(said.lang, runs)
