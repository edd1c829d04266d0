"""Who changed what in an activity: one entry a save, over the activity and all its lists.

Every history table of the activity is read once, so the number of queries does
not grow with the number of changes. Codes, keys and ids are told as labels.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.db import models as db
from django.shortcuts import render
from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext_lazy as _

from .. import publishing
from ..diff import row_label
from ..drafts import PARTS
from ..models import ProcessingActivity
from ..record import Audience
from .filters import in_words
from .words import shown

PER_PAGE = 25
FOLD = 8
"""A change of more rows than this is folded away."""
QUIET = {"id", "key", "revision", "sort_key", "activity", "organisation", "controller", "unit"}
"""Columns of a row that say nothing of their own; of an activity, the last three do."""


@dataclass
class FieldChange:
    """One field, before and after, in words."""

    label: str
    old: str
    new: str


@dataclass
class RowChange:
    """What happened to the activity itself (`kind` empty) or to one row of a list."""

    part: str
    """Which table, in words."""
    name: str
    """What the row is called; empty for the activity itself."""
    kind: str
    """added, changed or removed."""
    fields: list[FieldChange]

    @property
    def verb(self) -> Any:
        """What happened, in a word."""
        return {"added": _("added"), "changed": _("changed"), "removed": _("removed")}[self.kind]


@dataclass
class Change:
    """One save: who, when, why, and what came of it."""

    at: datetime
    who: str
    reason: str
    size: int = 0
    """How many rows of history it wrote."""
    rows: list[RowChange] = field(default_factory=list)
    event: str = ""
    """What happened in public, in words; empty for a save."""
    findings: list[str] = field(default_factory=list)
    """The errors it was published with, in words."""

    @property
    def subjects(self) -> list[str]:
        """The parts it touched, each once."""
        return list(dict.fromkeys(row.part for row in self.rows))

    @property
    def is_long(self) -> bool:
        """Whether it is better folded away: an import, or a new activity."""
        return len(self.rows) > FOLD


class _Names:
    """Names of what history speaks of by id or key: terms, parties and rows. One query a table."""

    def __init__(self, histories: dict[str, list[Any]]) -> None:
        self._terms = self._read(histories)
        self.rows = {
            str(entry.key): self.row(name, entry) for name, entries in histories.items() if name for entry in entries
        }

    def _read(self, histories: dict[str, list[Any]]) -> dict[tuple[type, Any], str]:
        wanted: defaultdict[type, set[Any]] = defaultdict(set)
        for name, entries in histories.items():
            for column in _columns(_table(name)):
                if isinstance(column, db.ForeignKey):
                    found = {getattr(entry, column.attname) for entry in entries} - {None}
                    wanted[column.remote_field.model] |= found
        return {
            (table, row.pk): str(row)
            for table, ids in wanted.items()
            if ids
            for row in table._default_manager.filter(pk__in=ids)  # type: ignore[attr-defined]
        }

    def words(self, entry: Any, column: db.Field) -> str:
        """Return a column of a history row in words."""
        value = getattr(entry, column.attname)
        return shown(
            column, value, related=self._related, rows=lambda key: self.rows.get(key, gettext("(removed row)"))
        )

    def _related(self, column: db.Field, pk: Any) -> str:
        return self._terms.get((column.remote_field.model, pk), gettext("(removed)"))  # type: ignore[union-attr]

    def row(self, name: str, entry: Any) -> str:
        """Return what a row is called."""
        table = _table(name)

        def words(column: str) -> str:
            field_ = table._meta.get_field(column)
            return shown(field_, getattr(entry, field_.attname), related=self._related)

        return row_label(name, words)


def _table(name: str) -> Any:
    return PARTS[name][1] if name else ProcessingActivity


def _columns(table: Any) -> list[Any]:
    quiet = QUIET - {"organisation", "controller", "unit"} if table is ProcessingActivity else QUIET
    return [f for f in table._meta.concrete_fields if f.name not in quiet]


def _histories(activity: ProcessingActivity) -> dict[str, list[Any]]:
    """Return list name ("" = the activity) -> its history rows, oldest first."""
    found = {"": _read(ProcessingActivity, id=activity.pk)}
    for name, (_value, table) in PARTS.items():
        found[name] = _read(table, activity_id=activity.pk)
    return found


def _read(table: Any, **of: Any) -> list[Any]:
    return list(table.history.filter(**of).select_related("history_user").order_by("history_date", "history_id"))


def changes(activity: ProcessingActivity) -> list[Change]:
    """Return every change to the activity, newest first."""
    histories = _histories(activity)
    names = _Names(histories)
    found: dict[Any, Change] = {}
    for name, entries in histories.items():
        before: dict[int, Any] = {}
        for entry in entries:
            change = found.setdefault(entry.changeset or entry.pk, _change(entry))
            change.size += 1
            told = _told(name, before.get(entry.id), entry, names)
            before[entry.id] = entry
            if told is not None:
                change.rows.append(told)
    return sorted(found.values(), key=lambda c: c.at, reverse=True)


def changes_since(activity: ProcessingActivity, revisions: int) -> list[Change]:
    """Return the newest changes that together raised the revision by so much."""
    newest, left = [], revisions
    for change in changes(activity):
        if left <= 0:
            break
        newest.append(change)
        left -= change.size
    return newest


def events(activity: ProcessingActivity) -> list[Change]:
    """Return what was published and withdrawn, with what was found and the reason given: one query."""
    return [_event(published) for published in publishing.versions(activity.slug, Audience.DRAFT)]


def _event(published: publishing.Published) -> Change:
    said = gettext("Version %(n)d withdrawn") if published.is_withdrawn else gettext("Version %(n)d published")
    row = published.row
    return Change(
        at=row.at, who=row.by, reason=row.note, event=said % {"n": row.version}, findings=in_words(published.findings)
    )


def _change(entry: Any) -> Change:
    user = entry.history_user
    who = (user.get_full_name() or user.get_username()) if user else entry.history_by or gettext("unknown")
    return Change(at=entry.history_date, who=who, reason=entry.history_change_reason or "")


def _told(name: str, before: Any, entry: Any, names: _Names) -> RowChange | None:
    part = str(_table(name)._meta.verbose_name)
    called = (names.row(name, entry) or gettext("(not named yet)")) if name else ""
    if entry.history_type == "-":
        return RowChange(part, called, "removed", [])
    fields = list(_fields(before, entry, _columns(_table(name)), names))
    if before is None:
        return RowChange(part, called, "added", fields)
    return RowChange(part, called, "changed", fields) if fields else None


def _fields(before: Any, entry: Any, columns: list[Any], names: _Names) -> Iterator[FieldChange]:
    for column in columns:
        old, new = (getattr(e, column.attname) if e is not None else None for e in (before, entry))
        if column.name == "translations":
            yield from _translations(type(entry), old or {}, new or {})
        elif column.name == "position":
            if before is not None and old != new:
                yield FieldChange(gettext("Place in the list"), str((old or 0) + 1), str((new or 0) + 1))
        elif old != new:
            words = [names.words(e, column) if e is not None else "" for e in (before, entry)]
            if any(words):
                yield FieldChange(_label(column), *words)


def _translations(table: Any, old: dict[str, Any], new: dict[str, Any]) -> Iterator[FieldChange]:
    for column in sorted({*old, *new}):
        for language in sorted({*old.get(column, {}), *new.get(column, {})}):
            words = [said.get(column, {}).get(language, {}).get("text", "") for said in (old, new)]
            if words[0] != words[1]:
                name = get_language_info(language)["name_translated"]
                yield FieldChange(f"{_label(table._meta.get_field(column))} ({name})", *words)


def _label(column: Any) -> str:
    text = str(column.verbose_name)
    return text[:1].upper() + text[1:]


def history_page(page: Any, request: Any, activity: ProcessingActivity) -> Any:
    """Return the history page of an activity."""
    every = sorted([*events(activity), *changes(activity)], key=lambda c: c.at, reverse=True)
    paginator = Paginator(every, PER_PAGE)
    shown_page = paginator.get_page(request.GET.get("p"))
    context = {
        **page.admin_site.each_context(request),
        "title": gettext("History: %(name)s") % {"name": activity},
        "activity": activity,
        "opts": page.opts,
        "page": shown_page,
        "numbers": paginator.get_elided_page_range(shown_page.number),
    }
    return render(request, "admin/ropa/processingactivity/history.html", context)
