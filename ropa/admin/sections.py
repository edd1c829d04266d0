"""A form as its template shows it: sections, and in them fields and lists in the order of the law."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.text import capfirst

from ..diff import LABEL_FIELDS, row_label
from .cells import Cells, Group, Label, cells
from .rows import RowForm


@dataclass(frozen=True)
class Section:
    """A part of the page: an anchor, what it is about, and its groups and lists in order."""

    anchor: str
    title: Label
    article: Label
    todo: Label
    parts: tuple[Group | str, ...]
    """Groups of fields, and names of lists."""
    internal: bool = False


class Row:
    """One row of a list as it is shown."""

    def __init__(self, shown_list: "List", form: Any, original: Any, is_template: bool = False) -> None:
        self.list, self.form, self.original, self.is_template = shown_list, form, original, is_template
        self.notes: list[Any] = []
        """What the rules find in the row as a whole."""
        self.mark = ""
        """How much they find in it, its fields included, in words."""

    @property
    def id(self) -> str:
        """The row's prefix, its element's id as well."""
        return str(self.form.prefix)

    @property
    def key(self) -> str:
        """The row's key, by which others name it; empty where rows have none."""
        return self.form.row_key() if isinstance(self.form, RowForm) else ""

    @property
    def label(self) -> str:
        """What the row is called."""
        if isinstance(self.form, RowForm):
            return row_label(self.list.name, self.form.words, 160)
        return str(self.original or "")

    @cached_property
    def groups(self) -> list[Cells]:
        """The row's fields in groups."""
        readonly = self.list.readonly if self.original is not None or not self.list.can_add else set()
        return [cells(self.form, group, readonly) for group in self.list.groups]

    def cell(self, name: str) -> Any:
        """Return one of the row's fields, or None."""
        return next((cell for cell in self._cells() if cell.name == name), None)

    def _cells(self) -> list[Any]:
        return [cell for group in self.groups for line in group.lines for cell in line]

    @property
    def summary(self) -> list[str]:
        """What else the row says, in words, for reading it without opening it."""
        if not isinstance(self.form, RowForm):
            return []
        naming = set(LABEL_FIELDS.get(self.list.name, ()))
        return [words for cell in self._cells() if cell.name not in naming if (words := cell.in_short)]

    @property
    def errors(self) -> bool:
        """Whether something in the row is wrong."""
        return self.form.is_bound and bool(self.form.errors) and not self.removed

    @property
    def removed(self) -> bool:
        """Whether the row is ticked to be removed."""
        return isinstance(self.form, RowForm) and self.form.is_removed()

    @property
    def open(self) -> bool:
        """Whether its fields show from the start."""
        return self.is_template or self.errors or self.original is None

    @property
    def deletion(self) -> Any:
        """The tick box that removes a saved row."""
        return self.form["DELETE"] if self.original is not None and "DELETE" in self.form.fields else None

    @property
    def hidden(self) -> list[Any]:
        """The fields nobody sees."""
        return [bound for bound in self.form.hidden_fields() if bound.name != "position"]

    @property
    def position(self) -> Any:
        """The field for its place in the list."""
        return self.form["position"] if "position" in self.form.fields and self.list.can_change else None

    @property
    def hidden_errors(self) -> list[str]:
        """Errors that stand at no visible field."""
        own = [error for bound in self.form.hidden_fields() for error in bound.errors]
        return [*self.form.non_field_errors(), *own]

    def place(self) -> tuple[int, int]:
        """Return what the rows are sorted by: the place that was typed, new rows without one last."""
        typed: Any = self.form["position"].value() if "position" in self.form.fields else None
        return (0, int(typed)) if str(typed).isascii() and str(typed).isdigit() else (1, 0)


@dataclass
class List:
    """A list of rows as it is shown: stock's inline, in our clothes."""

    inline: Any
    kind: str = "list"
    groups: tuple[Group, ...] = field(init=False)
    notes: list[Any] = field(default_factory=list)
    """What the rules find in the list as a whole."""

    def __post_init__(self) -> None:
        opts = self.inline.opts
        self.groups = getattr(opts, "groups", ()) or (Group(tuple((n,) for n in self._names())),)
        self.name = getattr(opts, "list_name", "")
        self.title, self.row_name = capfirst(str(opts.verbose_name_plural)), str(opts.verbose_name)
        self.todo = getattr(opts, "todo", "")
        self.can_add, self.can_change = self.inline.has_add_permission, self.inline.has_change_permission
        self.readonly = set(self.inline.readonly_fields) | (set() if self.can_change else set(self._names()))

    def _names(self) -> list[str]:
        return [name for _title, options in self.inline.fieldsets for name in options["fields"]]

    @property
    def formset(self) -> Any:
        """The formset behind it."""
        return self.inline.formset

    @cached_property
    def rows(self) -> list[Row]:
        """The rows in their order: as typed, when the page comes back with errors."""
        saved = [Row(self, form, form.instance) for form in self.formset.initial_forms]
        new = [Row(self, form, None) for form in self.formset.extra_forms if not _is_blank(form)]
        return sorted([*saved, *new], key=Row.place)

    @property
    def template(self) -> Row | None:
        """An empty row, for the browser to copy."""
        return Row(self, self.formset.empty_form, None, is_template=True) if self.can_add else None

    @property
    def next_index(self) -> int:
        """The number the next row gets. Numbers of removed rows stay unused."""
        return int(self.formset.total_form_count())

    @property
    def row_within(self) -> str:
        """What a row is called inside a sentence: "transfer outside the EU/EEA"."""
        return self.row_name[:1].lower() + self.row_name[1:]

    @property
    def label_fields(self) -> str:
        """Names of the fields that name a row, for the browser."""
        return " ".join(LABEL_FIELDS.get(self.name, ()))

    @property
    def errors(self) -> int:
        """How many rows have an error, and how many the list itself has."""
        return sum(row.errors for row in self.rows) + len(self.formset.non_form_errors())


def _is_blank(form: Any) -> bool:
    return isinstance(form, RowForm) and form.is_blank()


@dataclass
class Shown:
    """A section with its parts as they are shown."""

    section: Section
    parts: list[Any]
    notes: list[Any] = field(default_factory=list)
    """What the rules find that no field of the page says."""
    found: Any = ()
    """How much they find in all of it, each severity by itself."""

    @property
    def errors(self) -> int:
        """How much in the section is wrong."""
        return sum(part.errors for part in self.parts)

    @property
    def count(self) -> int:
        """How many rows its lists have together."""
        return sum(len(part.rows) for part in self.parts if part.kind == "list")


def arranged(layout: tuple[Section, ...], adminform: Any, inlines: Any) -> list[Shown]:
    """Return the page's sections with fields and lists interleaved as `layout` says."""
    lists = {inline.formset.prefix: List(inline) for inline in inlines}
    readonly = set(adminform.readonly_fields)
    return [
        Shown(
            section,
            [lists[p] if isinstance(p, str) else cells(adminform.form, p, readonly) for p in section.parts],
        )
        for section in layout
    ]


def plain(adminform: Any, inlines: Any) -> list[Shown]:
    """Return each fieldset as a section, then each inline, for pages without a layout of their own."""
    found = []
    readonly = set(adminform.readonly_fields)
    for title, options in adminform.fieldsets:
        lines = tuple((n,) if isinstance(n, str) else tuple(n) for n in options["fields"])
        group = Group(lines, title or "", rare="collapse" in options.get("classes", ()))
        found.append(Shown(Section("", "", "", "", (group,)), [cells(adminform.form, group, readonly)]))
    return [*found, *(Shown(Section("", "", "", "", ()), [List(inline)]) for inline in inlines)]
