"""A new draft with the content of another activity."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from .. import drafts, history, publishing, record
from ..models import Controller, ProcessingActivity, Unit
from ..record import Text


def copy(
    activity: ProcessingActivity, *, by: Any, unit: Unit | None, controller: Controller | None = None, name: str = ""
) -> ProcessingActivity:
    """Make a draft with the content of `activity` under keys of its own, and return its row.

    It lies in `unit`, under `controller` where it has one of its own. Without a `name` it bears the
    other's with “(copy)” after it. What is said of the other one alone does not come along: number,
    review, publications, submissions, owner, and where imported words stood. The history says what it
    was made from. `unit` and `controller` are the organisation's.
    """
    with transaction.atomic():
        source = drafts.load(activity)
        said = _("Made from “%(name)s”.") % {"name": activity}
        with history.change(by=by, reason=said):
            row = drafts.save(_renewed(source, Text(sv=name) if name else _called_copy(source.name)))
            row.unit, row.controller = unit, controller
            row.save()
        publishing.reindex([row])
        return row


def _renewed(source: record.ProcessingActivity, name: Text) -> record.ProcessingActivity:
    made = record.with_new_keys(source)
    return record.replace(
        made,
        name=name,
        slug=drafts.free_slug(name.sv, made.key),
        reference="",
        reviewed_on=None,
        original_wording=(),
        unplaced=(),
    )


def _called_copy(name: Text) -> Text:
    def copied(words: str, language: str) -> str:
        with override(language):
            return _("%(name)s (copy)") % {"name": words}

    swedish = copied(name.sv, "sv")
    fresh = {code: copied(said.text, code) for code, said in name.other.items() if not name.is_stale(code)}
    return Text.model_validate({"sv": swedish, **fresh})
