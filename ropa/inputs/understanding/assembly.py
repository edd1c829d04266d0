"""An outline -> records: each passage goes to its topics' functions, and what none takes is kept as unplaced."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from ...record import Audience, ProcessingActivity, Text, Unit, Unplaced
from ..making import Making, key_of
from ..outline.collecting import unit_steps
from ..outline.labels import topics_of
from ..outline.normal import without_numbering
from ..passages import Outline, Passage, Section
from ..reading import Imported
from ..topics import Topic
from .bases_elsewhere import WHERE, named_elsewhere
from .boards_named import board_in
from .knowledge import Knowledge
from .lists import finish
from .lost import lost
from .parties import slug_of
from .prose import with_told
from .routing import routed
from .stumbling import reading_or_left
from .topic_table import TOPICS
from .unstated import without_unstated

_NAME_LENGTH = 80
"""Characters of a purpose that may stand for a name."""

_ANSWERS = {Topic.CONTROLLER, Topic.JOINT_CONTROLLERS, Topic.DPO}

_ORDER = {topic: place for place, topic in enumerate(Topic)}
"""The record's own order: what others refer to (persons, data, processors, carriers) comes before them."""


@dataclass(frozen=True)
class _Piece:
    """A part of a passage, and what it speaks of."""

    whole: Passage
    part: Passage
    topic: Topic | None
    others: tuple[Topic, ...] = ()
    """What its label announces too: asked where the first takes nothing of it."""
    again: bool = False
    """Whether its text is kept elsewhere already: what is not understood of it is left out."""


def understand(outline: Outline, known: Knowledge) -> Imported:
    """Return the records of an outline, and the texts of a document without activities."""
    activities = tuple(activity for _section, activity in records(outline, known))
    unplaced = () if activities else tuple(_unplaced(outline))
    return Imported(Audience.DRAFT, activities, unplaced)


def records(outline: Outline, known: Knowledge) -> Iterator[tuple[Section, ProcessingActivity]]:
    """Yield each activity of an outline with its record.

    Keys follow from units and name or reference: a renamed file, or another order, gives the same ones. What is
    said of all activities is read for each; what is not understood of it is kept with the first.
    """
    outline = with_told(without_unstated(outline), known)
    shared = [piece for passage in outline.shared for piece in _pieces(passage, known)]
    for number, (section, key) in enumerate(zip(outline.sections, _keys(outline.sections, known), strict=True)):
        making = _begun(section, key, outline.file, known)
        _fill(making, section.passages, [p for passage in section.passages for p in _pieces(passage, known)], known)
        _share(making, outline.shared, shared, known, keep=number == 0)
        finish(making)
        yield section, making.record()


def _fill(making: Making, passages: Iterable[Passage], pieces: Sequence[_Piece], known: Knowledge) -> None:
    """Let the topics' functions read; what they leave, and what they forget, is unplaced."""
    for piece in sorted(pieces, key=_order):
        for text in _read(piece, making, known):
            if not piece.again:
                making.leave(piece.whole, text)
    for piece in pieces:
        if piece.topic in WHERE:
            reading_or_left(named_elsewhere, piece.topic, piece.part, making, known)
    for passage in passages:
        for text in lost(passage, making):
            making.leave(passage, text)


def _share(making: Making, passages: Iterable[Passage], pieces: Sequence[_Piece], known: Knowledge, keep: bool) -> None:
    named = [piece for piece in pieces if not piece.whole.label and board_in(piece.whole.text)]
    said = [piece for piece in pieces if piece not in named]
    if keep:
        _fill(making, [p for p in passages if not any(p is piece.whole for piece in named)], said, known)
    else:
        for piece in sorted(said, key=_order):
            _read(piece, making, known)
    _answers_by_title([piece.whole for piece in named], making, known, keep=keep)


def _answers_by_title(named: Sequence[Passage], making: Making, known: Knowledge, *, keep: bool) -> None:
    """Let the one board that titles name answer where nothing else says who does; keep them where it does not."""
    boards = dict.fromkeys(board_in(passage.text) for passage in named)
    for passage in dict.fromkeys(named):
        answers = len(boards) == 1 and "controller" not in making.fields and _controls(passage, making, known)
        if keep and not (answers and passage.text.strip() == board_in(passage.text)):
            making.leave(passage, passage.text)


def _controls(passage: Passage, making: Making, known: Knowledge) -> bool:
    board = replace(passage, text=board_in(passage.text))
    return not reading_or_left(TOPICS[Topic.CONTROLLER], Topic.CONTROLLER, board, making, known)


def _order(piece: _Piece) -> int:
    return _ORDER[piece.topic] if piece.topic else len(_ORDER)


def _read(piece: _Piece, making: Making, known: Knowledge) -> list[str]:
    if piece.topic is Topic.UNIT and _is_said(piece.part, making):
        making.word(None, "unit", piece.part, piece.part.text)
        return []
    left = [piece.part.text]
    for topic in (piece.topic, *piece.others):
        function = TOPICS.get(topic) if topic else None
        if topic and function and left == [piece.part.text]:
            left = reading_or_left(function, topic, piece.part, making, known)
    return left


def _pieces(passage: Passage, known: Knowledge) -> list[_Piece]:
    """Return the parts of a passage with what each speaks of."""
    if not passage.text.strip():
        return []
    topics = topics_of(passage.label, known.corrections)
    parts = routed(passage, topics, known)
    others = [(part, topic, tuple(t for t in topics if topic and t is not topic)) for part, topic in parts]
    return [*(_Piece(passage, *piece) for piece in others), *_introduced(passage, topics, known)]


def _introduced(passage: Passage, topics: tuple[Topic, ...], known: Knowledge) -> list[_Piece]:
    """Return the sentences of an introduction that say who answers: they are kept in it all the same."""
    if topics != (Topic.INTRODUCTION,):
        return []
    parts = routed(passage, (), known)
    return [_Piece(passage, part, topic, again=True) for part, topic in parts if topic in _ANSWERS]


# --- what it is called and where it belongs ---------------------------------------------------------------------------


def _begun(section: Section, key: UUID, file: str, known: Knowledge) -> Making:
    making = Making(key, file)
    heading = _heading(section, known)
    if heading.text:
        making.set("name", without_numbering(heading.text), heading, heading.text)
    if unit := _unit(section.units):
        making.set("unit", unit, heading, "\n".join(section.units))
    return making


def _heading(section: Section, known: Knowledge) -> Passage:
    """Return an activity's name with its place; where it has none, its purpose, if that is short."""
    if section.name:
        return Passage("", section.name, section.place)
    purposes = (p for p in section.passages if topics_of(p.label, known.corrections)[:1] == (Topic.PURPOSES,))
    short = (p for p in purposes if len(p.text) <= _NAME_LENGTH and "\n" not in p.text)
    return next(short, Passage("", "", section.place))


def _keys(sections: Sequence[Section], known: Knowledge) -> Iterator[UUID]:
    """Yield the activities' keys; of several with the same units and name the n-th has its number."""
    times: Counter[tuple[str, ...]] = Counter()
    for section in sections:
        path = (*map(_plain, section.units), _plain(_identity(section, known)))
        times[path] += 1
        yield key_of(*path, str(times[path])) if times[path] > 1 else key_of(*path)


def _identity(section: Section, known: Knowledge) -> str:
    """Return what tells it from others: its number, where that is more than a place in a list, else its name."""
    passages = (p for p in section.passages if topics_of(p.label, known.corrections) == (Topic.REFERENCE,))
    number = next((p.text for p in passages), "")
    named = without_numbering(_heading(section, known).text)
    return number if any(c.isalpha() for c in number) else named or number


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _unit(names: Sequence[str]) -> Unit | None:
    """Return the unit of that path, made of its words alone; whoever saves it finds the one that is there."""
    if not names:
        return None
    path = tuple((slug_of(name), Text(sv=name)) for name in names[:-1])
    key = key_of("unit", *map(_plain, names))
    return Unit(key=key, name=Text(sv=names[-1]), slug=slug_of(names[-1]), path=path)


def _is_said(passage: Passage, making: Making) -> bool:
    """Return whether a text names units that the activity stands under already."""
    unit = making.fields.get("unit")
    names = {_plain(str(name.sv)) for name in (unit.name, *(n for _slug, n in unit.path))} if unit else set()
    return bool(names) and all(_plain(step) in names for step in unit_steps(passage.text))


def _unplaced(outline: Outline) -> Iterator[Unplaced]:
    for number, passage in enumerate(outline.shared):
        key = key_of("unplaced", str(number), passage.label, passage.text)
        kept = {"label": passage.label, "text": passage.text, "file": outline.file, "place": passage.place}
        yield Unplaced(key=key, **kept)
