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


@dataclass(frozen=True)
class Answer:
    """A question of one notice with the lines below it."""

    heading: str
    lines: tuple[Said, ...]
    language: str

    @property
    def question(self) -> Said:
        """The heading as a line of its own."""
        return Said(text=self.heading, lang=self.language)


def compared(before: PrivacyNotice, now: PrivacyNotice) -> tuple[Part, ...]:
    """Return the parts that differ, in the order of the notice; empty when the words are the same."""
    old, new = _texts(before), _texts(now)
    made = (_part(old.get(code), new.get(code)) for code in _order(old, new))
    return tuple(part for part in made if part.lines)


def _part(old: Answer | None, new: Answer | None) -> Part:
    """Return what differs in an answer; its heading too, which an organisation may word anew."""
    was, now = old or Answer("", (), ""), new or Answer("", (), "")
    before, after = was.lines, now.lines
    if old and new and was.heading != now.heading:
        before, after = (was.question, *before), (now.question, *after)
    return Part(now.heading or was.heading, tuple(_lines(before, after)))


def _order(old: dict[str, Answer], new: dict[str, Answer]) -> list[str]:
    """Return the codes of today's questions, then those there are no longer."""
    return [*new, *(code for code in old if code not in new)]


def _texts(notice: PrivacyNotice) -> dict[str, Answer]:
    """Return code of the question -> what is said below it."""
    here = notice.language
    found = {
        "name": Answer(_("Name"), (notice.title,), here),
        "summary": Answer(_("Summary"), (notice.summary,) if notice.summary else (), here),
    }
    for section in notice.sections:
        lines = (said for block in section.blocks for said in (block.text, *(item.text for item in block.items)))
        found[section.code] = Answer(section.heading, tuple(said for said in lines if said), here)
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
