"""What the rules find, on the page of an activity: each finding beside the field or the row it concerns."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.translation import ngettext

from ..record import Said
from ..rules import Finding
from ..vocabulary import Severity
from .cells import Cell
from .sections import List, Row, Shown

SIGNS = {Severity.ERROR: "✕", Severity.WARNING: "▲", Severity.INFO: "i"}
"""What stands before the word, for those who do not tell the colours apart."""

SECTION_OF = {"dpo": "parties", "contact": "parties"}
"""Field of the record that is no field of the page -> the section that speaks of it."""


@dataclass
class Note:
    """A finding as a page shows it."""

    finding: Finding
    id: str
    """Its element."""

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.finding.severity

    @property
    def sign(self) -> str:
        """What stands before the word."""
        return SIGNS[self.severity]

    @property
    def message(self) -> Said:
        """What is wrong."""
        return self.finding.message

    @property
    def advice(self) -> Said:
        """What to do."""
        return self.finding.advice

    @property
    def source(self) -> str:
        """Article and rule."""
        return f"{self.finding.rule.article} · {self.finding.rule.code}"

    def html(self) -> str:
        """Return it as it stands beside its field."""
        return render_to_string("admin/ropa/_finding.html", {"note": self})

    def plain(self) -> dict[str, str]:
        """Return where it belongs and its HTML, for the browser to put there."""
        place = self.finding.place
        section = SECTION_OF.get(place.field, "")
        where = {"field": place.field, "row": str(place.row or ""), "column": place.column, "section": section}
        return {**where, "id": self.id, "html": self.html()}


@dataclass(frozen=True)
class Mark:
    """How many findings of one severity a section has."""

    severity: Severity
    n: int

    @property
    def sign(self) -> str:
        """What stands before the number."""
        return SIGNS[self.severity]


@dataclass
class Group:
    """The findings of one severity."""

    severity: Severity
    notes: list[Note]
    open: bool

    @property
    def title(self) -> str:
        """How many there are, in words."""
        return how_many(self.severity, len(self.notes))

    @property
    def sign(self) -> str:
        """What stands before the title."""
        return SIGNS[self.severity]


class Notes:
    """All findings of one activity."""

    def __init__(self, found: Iterable[Finding]) -> None:
        self.all = [Note(finding, f"finding-{n}") for n, finding in enumerate(found, 1)]

    @cached_property
    def groups(self) -> list[Group]:
        """The findings by severity, the gravest unfolded."""
        sorted_ = [(s, [note for note in self.all if note.severity is s]) for s in Severity]
        filled = [(severity, notes) for severity, notes in sorted_ if notes]
        return [Group(severity, notes, n == 0) for n, (severity, notes) in enumerate(filled)]

    @property
    def errors(self) -> list[Note]:
        """Those that stop publishing until somebody gives a reason."""
        return [note for note in self.all if note.severity is Severity.ERROR]

    def put(self, sections: list[Shown]) -> None:
        """Put each note beside what it is about, and say of each section how much is found there."""
        found: defaultdict[str, Counter[Severity]] = defaultdict(Counter)
        for note in self.all:
            section, home = _home(note.finding, sections)
            if isinstance(home, Cell):
                home.take(note)
            else:
                home.notes.append(note)
            found[section.section.anchor][note.severity] += 1
        for section in sections:
            section.found = [
                Mark(severity, found[section.section.anchor][severity])
                for severity in (Severity.ERROR, Severity.WARNING)
            ]
        marks = self.marks()
        for row in (
            row for section in sections for piece in section.parts if isinstance(piece, List) for row in piece.rows
        ):
            row.mark = marks.get(row.key, "")

    def marks(self) -> dict[str, str]:
        """Return row's key -> how much is found in it, in words."""
        rows: dict[str, list[Note]] = {}
        for note in self.all:
            if note.finding.place.row:
                rows.setdefault(str(note.finding.place.row), []).append(note)
        return {
            key: counts({s: sum(note.severity is s for note in notes) for s in Severity}) for key, notes in rows.items()
        }

    def plain(self) -> dict[str, Any]:
        """Return all that a page needs to show them, as JSON data."""
        return {
            "summary": render_to_string("admin/ropa/_findings.html", {"notes": self}),
            "notes": [note.plain() for note in self.all],
            "rows": self.marks(),
        }


def _home(finding: Finding, sections: list[Shown]) -> tuple[Shown, Cell | Row | List | Shown]:
    """Return the section a finding belongs to, and what in it it is about: a field, a row, a list, or all of it."""
    place = finding.place
    for section in sections:
        for piece in section.parts:
            if isinstance(piece, List):
                if piece.name == place.field:
                    return section, _in_list(piece, place)
            elif cell := next((c for line in piece.lines for c in line if c.name == place.field), None):
                return section, cell
    anchor = SECTION_OF.get(place.field, "")
    spoken_of = next((section for section in sections if section.section.anchor == anchor), sections[0])
    return spoken_of, spoken_of


def _in_list(shown: List, place: Any) -> Cell | Row | List:
    for row in shown.rows:
        if place.row and row.key == str(place.row):
            return row.cell(place.column) or row
    return shown


def how_many(severity: Severity, n: int) -> str:
    """Return a number of findings in words."""
    words = {
        Severity.ERROR: ngettext("%(n)d error", "%(n)d errors", n),
        Severity.WARNING: ngettext("%(n)d warning", "%(n)d warnings", n),
        Severity.INFO: ngettext("%(n)d thing worth knowing", "%(n)d things worth knowing", n),
    }
    return words[severity] % {"n": n}


def counts(found: dict[Severity, int]) -> str:
    """Return numbers of findings in words, each with a sign and a colour of its own."""
    line = '<span class="found found-{}"><span aria-hidden="true">{}</span> {}</span>'
    return format_html_join(" ", line, ((s.value, SIGNS[s], how_many(s, n)) for s, n in found.items() if n))


def counted(activity: Any) -> str:
    """Return the same for an activity that `publishing.counted` has counted."""
    return counts({Severity.ERROR: activity.errors, Severity.WARNING: activity.warnings})


@dataclass(frozen=True)
class Wrong:
    """A field that cannot be saved as it is."""

    label: str
    message: str
    anchor: str
    """Id of its element; empty = the form as a whole."""


def wrong(sections: list[Shown], form: Any) -> Iterator[Wrong]:
    """Yield what on the page cannot be saved, in its order."""
    for message in form.non_field_errors():
        yield Wrong("", message, "")
    for section in sections:
        for piece in section.parts:
            yield from _wrong_in_list(piece) if isinstance(piece, List) else _wrong_in_cells(piece)


def _wrong_in_cells(cells: Any) -> Iterator[Wrong]:
    for cell in (cell for line in cells.lines for cell in line if not cell.readonly):
        for message in cell.bound.errors:
            yield Wrong(cell.label, message, cell.bound.id_for_label)


def _wrong_in_list(shown: List) -> Iterator[Wrong]:
    for message in shown.formset.non_form_errors():
        yield Wrong(shown.title, message, f"{shown.formset.prefix}-list")
    for row in (row for row in shown.rows if row.errors):
        for message in row.hidden_errors:
            yield Wrong(row.label or shown.row_name, message, row.id)
        for group in row.groups:
            yield from _wrong_in_cells(group)
