"""Who changed what in a party or a term: one entry a change, with the texts that its notices inherit."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from django.db import models as db
from django.utils.translation import gettext as _

from ..diff import Column, Difference, headings
from ..drafts.past import changeset_of, found, history_of
from ..labels import FORM_LABELS
from ..models import Controller, NoticeText, Organisation, Picture, Unit
from ..record import Heading
from ..wording import language_name
from .history import Entry, who_did
from .words import shown

QUIET = {"id", "key", "translations", "sort_key", "position", "activity"}
"""Columns that say nothing of their own."""
OWNERS: dict[type[db.Model], str] = {Organisation: "organisation", Controller: "controller", Unit: "unit"}
"""Parties whose notices inherit texts -> the column that names them there."""


def entries(row: Any) -> list[Entry]:
    """Return every change to a row and to the texts that hang on it, newest first: one query a table."""
    histories: dict[Any, list[Any]] = {type(row): history_of(type(row), id=row.pk)}
    if type(row) in OWNERS:
        histories[NoticeText] = history_of(NoticeText, **{f"{OWNERS[type(row)]}_id": row.pk})
    names = _names(histories)
    made: dict[Any, Entry] = {}
    for table, old in histories.items():
        before: dict[int, Any] = {}
        for entry in old:
            change = made.setdefault(changeset_of(entry), _entry(entry))
            change.differences += tuple(_difference(table, before.get(entry.id), entry, names, own=table is type(row)))
            before[entry.id] = entry
    if isinstance(row, Unit):
        _tell_merged(histories[Unit], made)
    return sorted(made.values(), key=lambda change: change.at, reverse=True)


def _entry(entry: Any) -> Entry:
    return Entry(
        at=entry.history_date,
        who=who_did(entry),
        reason=entry.history_change_reason or "",
        changeset=changeset_of(entry),
    )


def _tell_merged(own: list[Any], made: dict[Any, Entry]) -> None:
    """Say of each change which units it merged into this one, and which of their texts did not come along."""
    above = {entry.changeset: before.parent_id for before, entry in pairwise(own)}
    for gone in Unit.history.filter(history_type="-", changeset__in=list(above)):
        if above[gone.changeset] == gone.id:
            continue  # this one lay below it, and was moved
        change = made[gone.changeset]
        change.events.append(_("“%(name)s” was merged into this unit") % {"name": gone.name})
        left = NoticeText.history.filter(history_type="-", changeset=gone.changeset, unit_id=gone.id)
        for text in left.order_by("position", "id"):
            change.differences += tuple(_difference(NoticeText, None, text, {}, own=False))


Names = dict[tuple[type, Any], str]


def _names(histories: dict[Any, list[Any]]) -> Names:
    """Return what foreign keys lead to, by table and id: one query a table."""
    wanted: defaultdict[Any, set[int]] = defaultdict(set)
    for table, old in histories.items():
        for column in _columns(table):
            if isinstance(column, db.ForeignKey):
                wanted[column.remote_field.model] |= {getattr(entry, column.attname) for entry in old} - {None}
    return {(table, pk): _name(row) for table, ids in wanted.items() for pk, row in found(table, ids).items()}


def _name(row: Any) -> str:
    """Return what a row is called; a picture has no name but the mark of its bytes, which says nothing to a reader."""
    if not isinstance(row, Picture):
        return str(row)
    facts = {"kind": row.kind.upper(), "width": row.width, "height": row.height}
    return _("a picture (%(kind)s, %(width)d × %(height)d)") % facts


def _columns(table: Any) -> list[Any]:
    quiet = QUIET | set(OWNERS.values()) if table is NoticeText else QUIET
    return [column for column in table._meta.concrete_fields if column.name not in quiet]


def _difference(table: Any, before: Any, entry: Any, names: Names, *, own: bool) -> Iterator[Difference]:
    gone = entry.history_type == "-"
    columns = tuple(_differing(table, entry if gone else before, None if gone else entry, names))
    kind = "removed" if gone else "added" if before is None else "changed"
    if own and columns:
        yield Difference("", "", "changed", "", columns)
    elif columns or gone:
        text = table._meta
        yield Difference("notice_texts", str(text.verbose_name), kind, entry.get_section_display(), columns)


def _differing(table: Any, before: Any, after: Any, names: Names) -> Iterator[Column]:
    for column in _columns(table):
        if column.name == "headings":
            yield from headings(_headings(before), _headings(after), FORM_LABELS)
        elif (said := _said(column, before, after, names)) is not None:
            yield said
    yield from _translations(table, *(entry.translations if entry is not None else {} for entry in (before, after)))


def _headings(entry: Any) -> list[Heading]:
    return [Heading.model_validate(each) for each in entry.headings] if entry is not None else []


def _said(column: Any, before: Any, after: Any, names: Names) -> Column | None:
    old, new = (_words(column, entry, names) for entry in (before, after))
    kept = (
        before is not None and after is not None and getattr(before, column.attname) == getattr(after, column.attname)
    )
    if old == new and not (old and not kept):
        return None
    return Column(
        column.name, _label(column), old, new if old != new else _("%(said)s, another one than before") % {"said": new}
    )


def _words(column: Any, entry: Any, names: Names) -> str:
    if entry is None:
        return ""

    def related(field: Any, pk: Any) -> str:
        return names.get((field.remote_field.model, pk), _("(removed)"))

    return shown(column, getattr(entry, column.attname), related=related)


def _translations(table: Any, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Column]:
    for name in sorted({*old, *new}):
        for language in sorted({*old.get(name, {}), *new.get(name, {})}):
            was, now = (said.get(name, {}).get(language, {}).get("text", "") for said in (old, new))
            if was != now:
                label = f"{_label(table._meta.get_field(name))} ({language_name(language)})"
                yield Column(f"{name}.{language}", label, was, now)


def _label(column: Any) -> str:
    text = str(column.verbose_name)
    return text[:1].upper() + text[1:]
