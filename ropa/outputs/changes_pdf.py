"""What differs between two days as a document, for the yearly report. Made as the register's PDF is."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from ..diff import words
from . import changes
from .changes import Change, Column, Report
from .register_pdf import Attached, moment, paper

LONG = 15
"""Changes from which on the document has a table of contents."""


class Chapter(NamedTuple):
    """The changes of one kind."""

    kind: str
    title: str
    changes: list[Change]


def render(report: Report, language: str = "sv") -> bytes:
    """Return the report as PDF. Raises `CannotRender` where WeasyPrint's system libraries are missing."""
    with override(language):
        described = _("The changes as data (JSON)")
    attached = Attached("changes.json", changes.data(report), described, moment(report))
    return paper(report, language, document, attached)


def document(report: Report, language: str, attached: Attached) -> str:
    """Return the document as HTML; every text is escaped in it."""
    with override(language):
        found = list(chapters(report))
        context: dict[str, Any] = {
            "report": report,
            "language": language,
            "chapters": found,
            "long": len(report.entries) > LONG,
            "attached": attached,
            "moment": moment(report).isoformat(timespec="seconds"),
            "is_draft": False,
        }
        return render_to_string("pdf/changes.html", context)


def chapters(report: Report) -> Iterator[Chapter]:
    """Return the kinds of changes that there are, in the words of the active language."""
    titles = {
        "added": pgettext("several activities", "Added"),
        "moved-in": _("Moved here"),
        "changed": pgettext("several activities", "Changed"),
        "moved-out": _("Moved away"),
        "withdrawn": pgettext("several activities", "Withdrawn"),
        "passing": _("Published and withdrawn in between"),
    }
    made = (Chapter(kind, title, report.of(kind)) for kind, title in titles.items())
    return (chapter for chapter in made if chapter.changes)


def sides(column: Column) -> tuple[str, str]:
    """Return a field before and after, what stayed the same left out of long texts."""
    runs = words(column.old, column.new)
    texts = [(run.kind, " … " if run.kind == "elided" else run.text) for run in runs]
    old, new = ("".join(text for kind, text in texts if kind != other) for other in ("added", "removed"))
    return old.strip(), new.strip()
