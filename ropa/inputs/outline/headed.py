"""Text under headings and labels, with tables in it -> activities."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..passages import Passage
from ..topics import Topic
from .adopting import adopt
from .collecting import Found, Group, makes_an_activity
from .headings import is_code, is_municipality, is_title, is_unit, name_in, tells, unit_in
from .labels import Corrections, normal, topics_of
from .mark import NAME_LENGTH, Mark, Use, caption_words, looks_like_name
from .tree import Node, tree

_PATH = re.compile(r"[A-ZÅÄÖÆØ][^/.:,]*\w/[A-ZÅÄÖÆØ]\w[^/.:,]*")
"""A heading that names a unit below another, and the only activity there: "Trafik/Parkering"."""


@dataclass(frozen=True)
class Reader:
    """The reading of a tree."""

    corrections: Corrections
    title: Node | None = None
    """The one heading above all else: no unit unless it is called one."""

    def read(self, node: Node, units: tuple[str, ...] = ()) -> Found:
        """Return what a heading holds; `units` are the headings above it."""
        adopt(node, self.corrections)
        found = Found()
        own = self._own(node, units)
        names_one = any(group.name == node.mark.text for group in own.groups) and not is_unit(node.mark.text)
        within = units if names_one else self._under(node, units)
        below = [self._child(child, within) for child in node.children if not child.is_label]
        self._texts(node, own, below, found)
        for part in (own, *below):
            found.add(part)
        self._heading(node, own, found, within)
        return _with_local(found, [own, *below])

    def _child(self, child: Node, units: tuple[str, ...]) -> Found:
        if child.has_labels():
            return self.read(child, units)
        return _said(child)

    # what stands right under a heading

    def _own(self, node: Node, units: tuple[str, ...]) -> Found:
        """Return the activities of a heading's own labels and tables."""
        found = self._labelled(node)
        for mark in node.tables():
            assert mark.found is not None
            self._table(mark, mark.found, node, found)
        for group in found.groups:
            above = self._under(node, units) if group.name else (*units, *_path(node.mark.text))
            group.name, group.place = group.name or node.mark.text, group.place or node.mark.place
            group.units = (*above, *group.units)
        return found

    def _labelled(self, node: Node) -> Found:
        """Return the activities of a heading's labels: one, or several whose labels begin again."""
        found = Found()
        labels = list(node.labels())
        for run in _runs(labels):
            group, furniture = self._group(run)
            found.furniture += furniture
            if makes_an_activity(group.passages, self.corrections, named=bool(group.name)):
                found.groups.append(group)
            else:
                found.shared += _named_passages(group)
        return found

    def _group(self, run: Sequence[Node]) -> tuple[Group, list[Passage]]:
        group, furniture = Group(), []
        for node in run:
            passage = node.passage()
            names = topics_of(passage.label, self.corrections)[:1] == (Topic.NAME,)
            if names and not group.name and 0 < len(passage.text) <= NAME_LENGTH and not is_code(passage.text):
                group.name, group.place = passage.text, passage.place
                furniture.append(Passage(passage.label, "", passage.place))
                continue
            if topics_of(passage.label, self.corrections) == (Topic.UNIT,) and len(passage.text) <= NAME_LENGTH:
                group.units = (*group.units, passage.text)
            group.passages.append(passage)
        return group, furniture

    def _table(self, mark: Mark, table: Found, node: Node, found: Found) -> None:
        """Add what a table holds; one without names goes on with the activity it stands in."""
        found.shared += table.shared
        found.furniture += table.furniture
        words, numbered = caption_words(mark.text)
        unnamed = [g for g in table.groups if not g.name]
        found.groups += [g for g in table.groups if g.name]
        if mark.text:
            found.furniture.append(Passage("", mark.text, mark.place))
        if unnamed and len(unnamed) == len(table.groups) and len(unnamed) > 1 and (found.groups or node.mark.text):
            unnamed = [_merged(unnamed)]
        for group in unnamed:
            if found.groups and not words and not _overlap(found.groups[-1], group):
                found.groups[-1].passages += group.passages
            else:
                headed = node.mark.text and not found.groups and (numbered or not words)
                group.name = "" if headed else words
                found.groups.append(group)

    def _under(self, node: Node, units: tuple[str, ...]) -> tuple[str, ...]:
        """Return the units for what stands under a heading: itself one, where it is no title."""
        text = node.mark.text
        titled = is_title(text) or is_municipality(text)
        named = is_unit(text) or (node.mark.level and node is not self.title)
        return (*units, text) if text and not titled and named else units

    # texts and headings

    def _texts(self, node: Node, own: Found, below: Sequence[Found], found: Found) -> None:
        """Place the texts under a heading: with its own activity, else with all below it."""
        texts = list(node.texts())
        if not node.level:
            texts = self._first_lines(texts, own, found)
        passages = [Passage("", text, place) for text, place in _joined(texts)]
        if len(own.groups) == 1:
            own.groups[0].passages[:0] = passages
        else:
            label = node.mark.text if not own.groups and not any(b.groups for b in below) else ""
            own.shared[:0] = [Passage(label, p.text, p.place) for p in passages]
        found.furniture += [Passage("", m.text, m.place) for m in node.content if m.use is Use.FURNITURE]

    def _first_lines(self, texts: list[Mark], own: Found, found: Found) -> list[Mark]:
        """The first line of a document without headings is its title, and names an activity that nothing else names."""
        unnamed = [g for g in own.groups if not g.name]
        while texts and (looks_like_name(texts[0]) or (unnamed and name_in(texts[0].text))):
            first = texts[0]
            if len(unnamed) == 1 and is_unit(first.text) and any(map(_may_name, texts[1:2])):
                unnamed[0].units = (first.text, *unnamed[0].units)
            elif len(unnamed) == 1 and name_in(first.text):
                unnamed[0].name, unnamed[0].place, unnamed = name_in(first.text), first.place, []
                found.furniture.append(Passage("", first.text, first.place))
            elif len(unnamed) == 1 and not is_municipality(first.text):
                unnamed[0].name, unnamed[0].place, unnamed = first.text, first.place, []
            elif (
                is_title(first.text) or is_municipality(first.text) or (own.groups and all(g.name for g in own.groups))
            ):
                found.furniture.append(Passage("", first.text, first.place))
            else:
                break
            texts = texts[1:]
        return texts

    def _heading(self, node: Node, own: Found, found: Found, within: tuple[str, ...]) -> None:
        """A heading that names neither an activity nor a unit holds the document together."""
        text = node.mark.text
        if node.mark.whole and not node.is_label:
            found.furniture.append(Passage("", node.mark.whole, node.mark.place))
        used = (
            any(g.name == text for g in own.groups)
            or (text in within and found.groups)
            or any(p.label == text for p in own.shared)
        )
        if text and not used:
            found.add(_bare_heading(node))


def read(marks: Sequence[Mark], corrections: Corrections) -> Found:
    """Return what a text with headings holds."""
    root = tree(marks, corrections)
    tops = [child for child in root.children if not child.is_label and child.has_labels()]
    found = Reader(corrections, tops[0] if len(tops) == 1 else None).read(root)
    _name_units(found)
    _date_all(found, corrections)
    return found


def _date_all(found: Found, corrections: Corrections) -> None:
    """A day that only the end of the last activity has is that of the whole document."""
    dated = [_days(group, corrections) for group in found.groups]
    if len(dated) > 1 and dated[-1] and dated[-1] == found.groups[-1].passages[-1:] and not any(dated[:-1]):
        found.shared.append(found.groups[-1].passages.pop())


def _days(group: Group, corrections: Corrections) -> list[Passage]:
    return [p for p in group.passages if topics_of(p.label, corrections) == (Topic.REVIEW,)]


def _name_units(found: Found) -> None:
    """Give activities that stand under no unit the one that the document's title names."""
    titles = (p.text for p in found.furniture if not p.label and is_title(p.text))
    unit = next(filter(None, map(unit_in, titles)), "")
    if unit and not any(group.units for group in found.groups):
        for group in found.groups:
            group.units = (unit,)


def _path(heading: str) -> tuple[str, ...]:
    """Return the units that an activity's heading names: "Trafik/Parkering", "Fritidsenheten/Läger, resor"."""
    unit, slash, _name = heading.partition("/")
    return (heading,) if _PATH.fullmatch(heading) else (unit,) if slash and is_unit(unit) else ()


def _may_name(mark: Mark) -> bool:
    return (looks_like_name(mark) or bool(name_in(mark.text))) and not is_unit(mark.text)


def _runs(labels: Sequence[Node]) -> list[list[Node]]:
    """Return labels in runs, each an activity: a run begins where its first label comes again with others."""
    if not labels:
        return []
    keys = [normal(node.mark.text) for node in labels]
    opener = _opener(labels, keys)
    starts = [i for i, key in enumerate(keys) if key == opener] if opener else []
    starts = sorted({0, *starts})
    return [list(labels[a:b]) for a, b in zip(starts, [*starts[1:], len(labels)], strict=True)]


def _opener(labels: Sequence[Node], keys: Sequence[str]) -> str:
    """Return the label that begins each activity; empty where the labels tell of one."""
    again = [key for key in dict.fromkeys(keys) if keys.count(key) > 1]
    if not again or (len(again) * 3 < len(set(keys)) and len(again) < 3):
        return ""
    named = [key for key, node in zip(keys, labels, strict=True) if node.mark.topics[:1] == (Topic.NAME,)]
    times = keys.count(named[0]) if named else 0
    firsts = [key for key in again if not times or keys.count(key) == times]
    return firsts[0] if firsts else ""


def _joined(texts: Sequence[Mark]) -> list[tuple[str, str]]:
    """Return texts as one, with its place; texts that no heading parts belong together."""
    return [("\n".join(m.text for m in texts), texts[0].place)] if texts else []


def _merged(groups: Sequence[Group]) -> Group:
    """Return the rows of a table that details one activity as that activity."""
    labels = dict.fromkeys(p.label for g in groups for p in g.passages)
    rows = {label: [p for g in groups for p in g.passages if p.label == label] for label in labels}
    passages = [Passage(label, "\n".join(dict.fromkeys(p.text for p in ps)), ps[0].place) for label, ps in rows.items()]
    return Group("", groups[0].place, (), passages)


def _overlap(one: Group, other: Group) -> bool:
    return bool({normal(p.label) for p in one.passages if p.label} & {normal(p.label) for p in other.passages})


def _named_passages(group: Group) -> list[Passage]:
    return [*([Passage("", group.name, group.place)] if group.name else []), *group.passages]


def _said(node: Node) -> Found:
    """Return the texts of a part without labels, each under its heading."""
    texts = [text for text in (node.mark.value, *(mark.text for mark in node.texts())) if text]
    own = Found(shared=[Passage(node.mark.text, "\n".join(texts), node.mark.place)]) if texts else _bare_heading(node)
    for child in node.children:
        own.add(_said(child))
    return own


def _bare_heading(node: Node) -> Found:
    """A heading that names nothing holds the document together, unless it says something of what stands below it."""
    text = node.mark.text
    passage = Passage("", text, node.mark.place)
    return Found(shared=[passage]) if tells(text) else Found(furniture=[passage])


def _with_local(found: Found, parts: Sequence[Found]) -> Found:
    """Return what was found; what a part says in general is said of its own activities where others have some too."""
    if sum(bool(part.groups) for part in parts) < 2:
        return found
    for part in parts[1:]:
        if part.groups:
            for group in part.groups:
                group.passages += part.shared
            found.shared = [p for p in found.shared if not any(p is own for own in part.shared)]
    return found
