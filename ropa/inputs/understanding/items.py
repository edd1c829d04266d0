"""A value taken apart: the things it lists, each with how often and when it occurs."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from ...vocabulary import Occurrence
from .cutting import Span, between, brackets, entries, sentence_spans, stripped
from .ellipsis import completed
from .occurrences import Frequency, conditions, frequency, holds_for_both, phrases
from .pieces import Known, phrases_open, pieces
from .synonyms import setting
from .telling import is_prose_sentence, told

_SEMICOLON = re.compile(r";")
_COLON = re.compile(r":(?=\s)|(?<=[^\t\n])\t(?=[^\t\n]*,[^\t\n]*$)", re.MULTILINE)
_DRIVE = re.compile(r"(?<![^\W_])[A-Z]:$")
"""What a disk is called: "G:" announces no list."""
_BUT = re.compile(r"(?:men|dock|fast|och då|but|men da)\s+", re.IGNORECASE)
_LEAD_WORDS = 12
_NO_WORD = re.compile(r"[\w-]{300}")
"""What no word is as long as: scrambled data, not looked into."""


@dataclass(frozen=True)
class Item:
    """One thing of a list."""

    text: str
    """What it is, without words that only say how often or when."""
    wording: str
    """The same as it stands in the value, those words included."""
    occurrence: Occurrence | None = None
    """What the words say of how often it occurs; None where they say nothing."""
    condition: str = ""
    """When it occurs, as words that follow "only if"."""
    note: str = ""
    """What stands in brackets after it, or tells more of it."""
    group: str = ""
    """What stands before a colon and holds for it: "Elev" in "Elev: namn, klass"."""
    example: bool = False
    """Whether it is named as an example of what stands before it."""
    told: bool = False
    """Whether a sentence tells of it, as in "vi behandlar namn"; a list only lists."""


@dataclass(frozen=True)
class _Over:
    """What stands before a list and holds for all of it."""

    group: str = ""
    said: Frequency = field(default_factory=lambda: Frequency(""))

    def lead(self, words: str) -> "_Over":
        """Return what holds once these words stood before a colon."""
        said = frequency(words)
        return _Over(words.strip(), said if said.occurrence else self.said)


def items(text: str, known: Known | None = None) -> list[Item]:
    """Return what a value lists: by lines, bullets, semicolons, commas and "och", brackets kept together.

    `known` tells which words are one name: "god man och förvaltare" stays whole where it is. Each word of the
    value but those that join stands in the wording of an item.
    """
    found: list[Item] = []
    over, waiting = _Over(), -1
    for sentence in (s for entry in entries(text) for s in sentence_spans(text, entry)):
        if text[sentence.end - 1] == ":" and not _DRIVE.search(sentence.of(text)):
            over = _Over().lead(text[sentence.start : sentence.end - 1])
            waiting = sentence.start if waiting < 0 else waiting
            continue
        said = _said_of(found[-1]) if found and _goes_on(sentence.of(text)) else over.said
        of_sentence = list(_of_sentence(text, sentence, known, replace(over, said=said)))
        if waiting >= 0 and of_sentence:
            first = of_sentence[0].wording
            end = text.index(first, sentence.start) + len(first)
            of_sentence[0] = replace(of_sentence[0], wording=text[waiting:end])
            waiting = -1
        found += of_sentence
    return found if waiting < 0 else [*found, _alone(text[waiting:].strip())]


def _goes_on(sentence: str) -> bool:
    """Whether a sentence names examples of what the one before it told."""
    opening = _opening().match(sentence)
    return bool(opening and opening["example"])


def _said_of(item: Item) -> Frequency:
    return Frequency("", item.occurrence, item.condition)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, abbreviations ("t.ex.", "12 kap. 1 §", "SFS 2010:800") kept whole."""
    return [span.of(text) for entry in entries(text) for span in sentence_spans(text, entry)]


def is_prose(text: str) -> bool:
    """Return whether a text tells in sentences rather than lists things."""
    return any(is_prose_sentence(sentence) for sentence in sentences(text) if not _NO_WORD.search(sentence))


def _of_sentence(text: str, sentence: Span, known: Known | None, over: _Over) -> Iterator[Item]:
    if _NO_WORD.search(text, sentence.start, sentence.end):
        yield _alone(sentence.of(text), over)
        return
    for chunk in between(text, sentence, _SEMICOLON):
        for led, body in _led(text, chunk):
            over = over.lead(text[led.start : body.start].rstrip(" :\t")) if led.start < body.start else over
            yield from _of_chunk(text, led, body, known, over)


def _led(text: str, chunk: Span) -> Iterator[tuple[Span, Span]]:
    """Yield the parts of a chunk that begin with a lead, each with what the lead holds for."""
    colons = list(between(text, chunk, _COLON))
    start, body = chunk.start, chunk.start
    for before, after in pairwise(colons):
        lead = _lead_start(text, max(body, before.start), before.end)
        if len(text[lead : before.end].split()) > _LEAD_WORDS:
            continue
        if (done := stripped(text, start, lead, " ,")).of(text):
            yield done, stripped(text, max(body, done.start), lead, " ,")
        start, body = lead, after.start
    if (rest := stripped(text, start, chunk.end)).of(text):
        yield rest, stripped(text, max(body, rest.start), chunk.end)


def _lead_start(text: str, start: int, end: int) -> int:
    """Return where a lead begins: after the comma before it, where "och" does not join what stands before that."""
    comma = text.rfind(",", start, end)
    joined = re.search(phrases(setting("and_words")), text[comma + 1 : end]) if comma >= 0 else None
    return start if comma < 0 or joined else stripped(text, comma + 1, end).start


def _of_chunk(text: str, chunk: Span, body: Span, known: Known | None, over: _Over) -> Iterator[Item]:
    """Yield what a chunk lists; its first wording begins where it begins, the last ends where it ends."""
    tells = told(text, body)
    if tells and tells.listed.start > body.start and known and known(body.of(text).split(",")[0]):
        tells = None  # "den som begär ut allmän handling" is a name and tells of nothing
    if tells or "," not in body.of(text):
        around, body = (tells.around, tells.listed) if tells else ("", body)
        said = frequency(" ".join(w for w in ("x", around, _condition_of_all(text, body)) if w))
        over = replace(over, said=said if said.occurrence else over.said)
    made = _shared(text, list(_placed(_made(text, body, known, over))))
    if not made:
        yield _alone(chunk.of(text), over)
    for place, (item, span) in enumerate(made):
        start = chunk.start if place == 0 else span.start
        end = chunk.end if place == len(made) - 1 else span.end
        yield replace(item, wording=stripped(text, start, end, " ,;").of(text), told=tells is not None)


def _condition_of_all(text: str, body: Span) -> str:
    """Return the condition that ends what is told or joined; one that has its own "eventuellt" is of that alone."""
    found = conditions(text, body)
    if not found and (after := _trailing().search(text, body.start, body.end)):
        return after[0]
    if found and text[found[-1].end : body.end].strip(" .!)]"):
        return ""
    last = re.split(r",|\soch\s|\ssamt\s", text[body.start : found[-1].start])[-1] if found else ""
    return found[-1].of(text) if found and not frequency(last).occurrence else ""


@cache
def _trailing() -> re.Pattern[str]:
    marks = setting("occurrence")
    return re.compile(rf"{phrases([*marks['optional'], *marks['may-occur']])}[\s.!]*$", re.IGNORECASE)


def _placed(made: Iterable[tuple[Item, Span]]) -> Iterator[tuple[Item, Span]]:
    """Yield the items that name something; what only says how often is said of the one that follows."""
    before: tuple[Item, Span] | None = None
    for item, span in made:
        if before:
            span = Span(before[1].start, span.end)
            if not item.occurrence:
                item = replace(item, occurrence=before[0].occurrence, condition=before[0].condition)
        before = None if item.text else (item, span)
        if item.text:
            yield item, span


def _shared(text: str, made: list[tuple[Item, Span]]) -> list[tuple[Item, Span]]:
    """Let what ends things that "och" or "eller" joins hold for each: "Namn och telefon (frivilligt)"."""
    for place in range(len(made) - 1, 0, -1):
        (before, start), (item, span) = made[place - 1], made[place]
        said = item.occurrence and not before.occurrence and span.of(text).startswith(item.text)
        tail = text[: start.start].rstrip().endswith(",")
        if said and holds_for_both(text[start.end : span.start], item.condition, tail):
            made[place - 1] = replace(before, occurrence=item.occurrence, condition=item.condition), start
    return made


def _alone(words: str, over: _Over | None = None) -> Item:
    return Item(words.strip(" .,;:") or words, words, group=over.group if over else "")


def _made(text: str, body: Span, known: Known | None, over: _Over) -> Iterator[tuple[Item, Span]]:
    """Yield items with their places; what is no name and an example of the one before is a note to that."""
    head: tuple[Item, Span] | None = None
    exemplifying = False
    clauses = conditions(text, body)
    for span, quoted in pieces(text, body, known):
        but = _BUT.match(text, span.start)
        begins = but.end() if but else span.start
        clause = any(c.start == begins and c.end >= span.end for c in clauses)
        if head and clause and not _joins_next(text, span):
            head = _conditioned(head[0], text[begins : span.end]), Span(head[1].start, quoted.end)
            continue
        words, example = _without_marks(span.of(text))
        exemplifying = exemplifying or (example and head is not None)
        for item in _items_of(words, known, over, exemplifying):
            if exemplifying and head and known and not known(item.text) and not item.text[:1].isupper():
                head = replace(head[0], note=_joined(head[0].note, item.text)), Span(head[1].start, quoted.end)
                continue
            if head:
                yield head
            head = item, quoted
    if head:
        yield head


def _joins_next(text: str, clause: Span) -> bool:
    """Whether a condition stands before what it holds for: "name and, if you apply, income"."""
    return bool(
        re.search(
            rf"{phrases(setting('and_words'))},\s*$", text[max(0, clause.start - 20) : clause.start], re.IGNORECASE
        )
    )


def _conditioned(item: Item, words: str) -> Item:
    """Return an item that a clause after it holds for, if it has no condition of its own."""
    if item.condition:
        return replace(item, note=_joined(item.note, words))
    if (said := frequency(words)).occurrence is Occurrence.OPTIONAL:
        return replace(item, occurrence=said.occurrence)
    return replace(item, occurrence=Occurrence.CONDITIONAL, condition=words.strip(" .,;:"))


def _joined(note: str, more: str) -> str:
    return f"{note}, {more}" if note else more


def _items_of(words: str, known: Known | None, over: _Over, example: bool) -> Iterator[Item]:
    bare, note, said = _without_notes(words)
    own = Frequency(bare) if known and known(bare) else frequency(bare)
    said = own if own.occurrence else said if said.occurrence else over.said
    more = {"occurrence": said.occurrence, "condition": said.condition, "note": note, "group": over.group}
    for thing in completed(own.text, known) or (own.text,):
        yield Item(thing, words, example=example, **more)  # type: ignore[arg-type]


def _without_notes(words: str) -> tuple[str, str, Frequency]:
    """Return words without their brackets, what stands in those, and what it says of how often and when."""
    notes: list[str] = []
    bare, said = words, Frequency("")
    for pair in reversed(brackets(words, Span(0, len(words)))):
        inside = _aside(words[pair.start + 1 : pair.end - 1])
        bare = bare[: pair.start] + " " + bare[pair.end :]
        said = inside if inside.occurrence else said
        notes.insert(0, inside.text if inside.occurrence else words[pair.start + 1 : pair.end - 1].strip())
    return " ".join(bare.split()), "; ".join(n for n in notes if n), said


def _aside(words: str) -> Frequency:
    """Return what words in brackets say; "vid …" after a thing is a condition, at the start of a sentence none."""
    said = frequency(f"x {words}")
    return replace(said, text=said.text.removeprefix("x").strip())


@cache
def _opening() -> re.Pattern[str]:
    more = phrases(["även", "också", "dessutom", "men", "oftast", "främst", *setting("and_words")])
    return re.compile(rf"(?:(?:{more}|(?P<example>{phrases_open(setting('for_example'))}))[\s:,]+)+", re.IGNORECASE)


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[\s,]*(?:{phrases_open(setting('and_so_on'))}|{phrases(setting('and_words'))}))+[\s.,]*$", re.IGNORECASE
    )


def _without_marks(words: str) -> tuple[str, bool]:
    """Return words without what joins them to others, and whether they are named as an example."""
    opening = _opening().match(words)
    bare = words[opening.end() :] if opening else words
    bare = _closing().sub("", f" {bare}").strip(" ,;:")
    bare = bare.removesuffix(".") if not re.search(r"\b\w\.\w\.$|\b(?:ev|nr)\.$", bare) else bare
    return bare.strip(" \"”“'"), bool(opening and opening["example"])
