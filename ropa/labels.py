"""What fields and lists of a record are called: the labels of the forms, which stand with the tables."""

from typing import Any

from django.utils.translation import gettext as _

from . import models, profiles, record
from .drafts import PARTS
from .notice.compose import QUESTIONS
from .vocabulary import Profile

SHIPPED = {
    Profile.TABLE: {str(code): heading for code, heading, *_answers in profiles.HEADINGS},
    Profile.QUESTIONS: {str(code): question for code, question, _answer in QUESTIONS},
}
"""Profile -> code -> the heading that holds where an organisation has none of its own."""

_IN_THE_TABLES: dict[tuple[Any, str], tuple[Any, str]] = {
    (record.Unit, "path"): (models.Unit, "parent"),
    (record.Unit, "controller_key"): (models.Unit, "controller"),
    **{(kind, "labels"): (getattr(models, kind.__name__), "label") for kind in record.Term.__subclasses__()},
}
"""Fields whose column has another name."""


class _FormLabels:
    """`diff.Labels`, read from the tables."""

    def field(self, kind: type[record.Value], name: str) -> str:
        """Return the label of a field; its name where no form has it."""
        if name in PARTS and kind is record.ProcessingActivity:
            return str(PARTS[name][1]._meta.verbose_name_plural)
        said = {"dpo": _("Data protection officer"), "contact": _("Contact for questions"), "level": _("Written for")}
        table, column = _IN_THE_TABLES.get((kind, name), (_table(kind), name))
        found = _columns(table).get(column)
        text = str(found.verbose_name) if found is not None else said.get(name, name)
        return text[:1].upper() + text[1:]

    def row(self, name: str) -> str:
        """Return what one row of a list is called."""
        return str(PARTS[name][1]._meta.verbose_name)

    def table(self, kind: type[record.Value]) -> str:
        """Return what all values of a kind that has a table of its own are called, such as the terms of a list."""
        return str(_table(kind)._meta.verbose_name_plural)

    def heading(self, profile: Profile, code: str) -> str:
        """Return what an own heading is called; by its code where no heading of that code is shipped any more."""
        templates = {
            Profile.TABLE: _("Own heading in the table, in place of “%(shipped)s”"),
            Profile.QUESTIONS: _("Own heading in the notice, in place of “%(shipped)s”"),
        }
        return templates[profile] % {"shipped": SHIPPED[profile].get(code, code)}


FORM_LABELS = _FormLabels()


def _table(kind: type[record.Value]) -> Any:
    """Return the table that has the columns of `kind`; contact details are columns of every party."""
    return models.Organisation if kind is record.Contact else getattr(models, kind.__name__, None)


def _columns(table: Any) -> dict[str, Any]:
    return {f.name: f for f in table._meta.concrete_fields} if table is not None else {}
