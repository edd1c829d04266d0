"""Marks -> a tree: what stands under which heading and which label."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..passages import Passage
from .collecting import makes_an_activity
from .headings import is_title, is_unit
from .labels import Corrections
from .mark import Mark, Use, after

ROOT, LOOKS_LIKE_LABEL = 0.0, 9.0
"""Levels below and above those of all headings."""


@dataclass
class Node:
    """A heading or label with what stands under it."""

    mark: Mark
    level: float
    content: list[Mark] = field(default_factory=list)
    """Texts and tables that stand right under it."""
    children: list["Node"] = field(default_factory=list)

    @property
    def is_label(self) -> bool:
        """Whether it is a label, and no heading of a unit or an activity."""
        return self.mark.use is Use.LABEL

    def labels(self) -> Iterator["Node"]:
        """Yield the labels right under it, and those under these."""
        for child in self.children:
            if child.is_label:
                yield child
                yield from child.labels()

    def texts(self) -> Iterator[Mark]:
        """Yield the texts right under it."""
        return (mark for mark in self.content if mark.use is Use.TEXT)

    def tables(self) -> list[Mark]:
        """Return the tables right under it and under its labels."""
        nodes = [self, *self.labels()]
        return [mark for node in nodes for mark in node.content if mark.use is Use.TABLE]

    def passage(self) -> Passage:
        """Return its text, the heading itself as the label."""
        texts = [self.mark.value, *(mark.text for mark in self.texts()), *map(_whole, self._loose())]
        said = [text for text in texts if text]
        return Passage(self.mark.text, "\n".join(said), self.mark.place)

    def _loose(self) -> Iterator["Node"]:
        return (child for child in self.children if not child.is_label)

    def has_labels(self) -> bool:
        """Return whether there are labels or read tables anywhere below."""
        return bool(self.tables()) or any(child.is_label or child.has_labels() for child in self.children)


def _whole(node: Node) -> str:
    """Return all the text of a part that has no labels, its heading included."""
    texts = [node.mark.text, node.mark.value, *(m.text for m in node.texts()), *map(_whole, node.children)]
    return "\n".join(text for text in texts if text)


def tree(found: Sequence[Mark], corrections: Corrections) -> Node:
    """Return the marks as a tree, under a root without a text."""
    names = _names_after_all(found, corrections)
    level_of_labels, grouping = _level_of_labels(found, names), _grouping(found)
    stack = [Node(Mark(Use.HEADING, "", ""), ROOT)]
    for index, mark in enumerate(found):
        if mark.use is Use.RULE:
            del stack[_innermost_heading(stack) + 1 :]
        elif mark.use in {Use.HEADING, Use.LABEL}:
            node = _node(mark, index in names, level_of_labels, found, index)
            node.level -= 0.25 if index in grouping else 0
            _put(stack, node)
        else:
            stack[-1 if mark.use is not Use.FURNITURE else 0].content.append(mark)
    _reveal_headings(stack[0])
    return stack[0]


def _reveal_headings(node: Node) -> None:
    """Make a label that holds whole activities the heading it is, so that these are found."""
    for child in node.children:
        _reveal_headings(child)
    holds = any(not child.is_label and child.has_labels() for child in node.children)
    if node.is_label and holds:
        mark = node.mark
        node.mark = Mark(Use.HEADING, mark.whole or mark.text, mark.place, level=mark.level)


def _put(stack: list[Node], node: Node) -> None:
    while stack[-1].level >= node.level:
        stack.pop()
    stack[-1].children.append(node)
    stack.append(node)


def _innermost_heading(stack: Sequence[Node]) -> int:
    return max(i for i, node in enumerate(stack) if not node.is_label)


def _node(mark: Mark, is_name: bool, level_of_labels: float, found: Sequence[Mark], index: int) -> Node:
    if is_name:
        mark = Mark(Use.HEADING, mark.whole or mark.text, mark.place, level=mark.level)
    if mark.use is Use.LABEL:
        return Node(mark, mark.level or LOOKS_LIKE_LABEL)
    level = min(mark.level or level_of_labels - 0.5, _level_of_its_labels(after(found, index)))
    return Node(mark, level)


def _grouping(found: Sequence[Mark]) -> set[int]:
    """Return the headings that hold those of their own level that follow: they stand right above one, as units do.

    The first heading of a document may be the title of it all: unless it is called a unit, others must stand so too.
    """
    pairs = [
        i
        for i, mark in enumerate(found[:-1])
        if _is_heading(mark, mark.level) and _is_heading(found[i + 1], mark.level)
    ]
    holding = [i for i in pairs if is_unit(found[i].text) or (found[i].level > 0 and not is_title(found[i].text))]
    first = next((i for i, m in enumerate(found) if m.use is Use.HEADING and not is_title(m.text)), -1)
    alone = first in holding and not is_unit(found[first].text)
    if alone and not any(i > first + 1 and found[i].level == found[first].level for i in pairs):
        holding.remove(first)
    return set(holding)


def _is_heading(mark: Mark, level: int) -> bool:
    return mark.use is Use.HEADING and mark.level == level


def _level_of_its_labels(below: Iterable[Mark]) -> float:
    """Return the level of the heading that follows, where it is a label: no heading lies below its own labels."""
    following = next((m for m in below if m.use in {Use.HEADING, Use.LABEL, Use.TABLE}), None)
    return following.level if following and following.use is Use.LABEL and following.level else LOOKS_LIKE_LABEL - 0.5


def _level_of_labels(found: Sequence[Mark], names: set[int]) -> float:
    """Return the level on which most labels are headings; below all headings where none is."""
    levels = Counter(m.level for i, m in enumerate(found) if m.use is Use.LABEL and m.level and i not in names)
    return levels.most_common(1)[0][0] if levels else LOOKS_LIKE_LABEL - 1


def _names_after_all(found: Sequence[Mark], corrections: Corrections) -> set[int]:
    """Return labels that hold the labels of an activity, or stand above its table: "Arkivering" may be its name."""
    labels = [i for i, m in enumerate(found) if m.use is Use.LABEL and not m.text.endswith("?")]
    headings = (i for i in labels if found[i].level or found[i].bold)
    return {i for i in headings if _tops(found, i) or (found[i].level and _holds(found, i, corrections))}


def _tops(found: Sequence[Mark], index: int) -> bool:
    below = next(after(found, index), None)
    table = below.found if below else None
    return table is not None and bool(table.groups) and not (table.rows and not any(g.name for g in table.groups))


def _holds(found: Sequence[Mark], index: int, corrections: Corrections) -> bool:
    own = found[index]
    below = [
        m
        for m in _until_closed(after(found, index), own.level)
        if m.use is Use.LABEL and not set(m.topics) & set(own.topics)
    ]
    return makes_an_activity((Passage(m.text, "", "") for m in below), corrections)


def _until_closed(found: Iterable[Mark], level: int) -> Iterator[Mark]:
    for mark in found:
        if mark.level and mark.level <= level:
            return
        yield mark
