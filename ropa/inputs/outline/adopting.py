"""Pages with one level of headings: each heading gets the labels that follow it, up to the next one."""

from collections.abc import Sequence
from dataclasses import replace

from .collecting import ESSENTIAL, makes_an_activity
from .labels import Corrections, normal
from .mark import Mark, Use
from .tree import Node


def adopt(node: Node, corrections: Corrections) -> None:
    """Put labels that follow a heading on its own level under it; a heading that none follows is an unknown label."""
    adopting = _Adopting(node, corrections)
    for index, child in enumerate(node.children):
        adopting.take(child, node.children[index + 1 : index + 2])
    node.children[:] = adopting.kept


class _Adopting:
    """What was seen of a level so far."""

    def __init__(self, node: Node, corrections: Corrections) -> None:
        self.node, self.corrections = node, corrections
        self.kept: list[Node] = []
        self.host = node
        """Under which the labels are that come now."""
        self.seen: list[Node] = []
        """Labels under it, each once."""
        self.labels: set[str] = set()
        """Those seen, in the form in which they are compared."""

    def take(self, child: Node, after: Sequence[Node]) -> None:
        """Put a child where it belongs."""
        if child.is_label and self._reads_like_one(child, after):
            child = Node(_heading(child.mark), child.level)
        if child.is_label:
            self._label(child)
        elif child.has_labels() and not self._is_thin(child):
            self.kept.append(child)
            self._begin(self.node)
        elif self._opens(child, after):
            self.kept.append(child)
            self._begin(child)
        elif child.has_labels() or not self._makes(self.seen):
            self.kept.append(child)
        else:
            label = Mark(Use.LABEL, child.mark.text, child.mark.place)
            (self.kept if self.host is self.node else self.host.children).append(
                Node(label, child.level, child.content, child.children)
            )

    def _label(self, child: Node) -> None:
        (self.kept if self.host is self.node else self.host.children).append(child)
        key = normal(child.mark.text)
        if key not in self.labels:
            self.labels.add(key)
            self.seen.append(child)

    def _begin(self, host: Node) -> None:
        self.host, self.seen, self.labels = host, [], set()

    def _reads_like_one(self, child: Node, after: Sequence[Node]) -> bool:
        """Return whether a heading is the next activity's name, though it reads like a label: "Arkivering"."""
        empty = not child.mark.text.endswith("?") and not child.passage().text and not child.tables()
        again = bool(after) and after[0].is_label and normal(after[0].mark.text) in self.labels
        return empty and again and self._makes(self.seen)

    def _opens(self, child: Node, after: Sequence[Node]) -> bool:
        """Return whether a heading is followed by labels of its own: the first ones, or such as were seen already.

        One with a text after labels that tell of an activity is itself one that nobody knows.
        """
        if not after or not after[0].is_label:
            return False
        if normal(after[0].mark.text) in self.labels:
            return True
        told = any(set(label.mark.topics) & ESSENTIAL for label in self.seen)
        return not self._makes(self.seen) and not (told and child.passage().text)

    def _is_thin(self, child: Node) -> bool:
        """Return whether a heading's own labels tell of no activity: the day of a document below its title."""
        below = any(c.has_labels() for c in child.children if not c.is_label)
        return not below and not child.tables() and not self._makes(list(child.labels()))

    def _makes(self, labels: Sequence[Node]) -> bool:
        return makes_an_activity((label.passage() for label in labels), self.corrections)


def _heading(mark: Mark) -> Mark:
    return replace(mark, use=Use.HEADING, topics=())
