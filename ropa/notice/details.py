"""What is said about a row beside its name; the same words serve notice and table."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from ..record import (
    CarrierSystem,
    InternalAccess,
    PersonalData,
    ProcessingActivity,
    Processor,
    Recipient,
    Said,
    Source,
    SubProcessor,
    Term,
    Text,
    Transfer,
)
from ..vocabulary import DataLevel, Occurrence, country_name
from ..wording import Template, clause, here, lower_first, ours, say, told

_OCCURRENCES = {
    Occurrence.ALWAYS: _("always"),
    Occurrence.MAY_OCCUR: _("may occur"),
    Occurrence.OPTIONAL: _("optional"),
    Occurrence.NEVER: _("never"),
}


def occurrence(_activity: ProcessingActivity, row: Any) -> list[Said]:
    """Return how often the row holds, its condition and its note."""
    words = [ours(_OCCURRENCES[row.occurrence])] if row.occurrence in _OCCURRENCES else []
    return [*words, *condition(row), *noted(row.note, getattr(row, "category", None))]


def condition(row: Any) -> list[Said]:
    """Return when the row holds, as in "only if it matters for the case"."""
    only = getattr(row, "occurrence", None) is Occurrence.CONDITIONAL
    if not row.condition:
        return [ours(_("only under certain conditions"))] if only else []
    words = clause(row.condition, "condition")
    if not words:
        return [told(_("condition: {text}"), text=row.condition)]
    said = Said(text=words, lang=say(row.condition).lang)
    return [told(_("only {condition}"), condition=said) if only and _is_open(said) else said]


def _is_open(said: Said) -> bool:
    """Return whether a condition lacks its own "only"."""
    return not said.text.startswith(("only", "endast", "bara"))


def noted(text: Text, term: Term | None = None) -> list[Said]:
    """Return an authored note, or nothing; nothing too where it only repeats what its `term` is called."""
    return [say(text)] if text and not (term and _repeats(say(text), say(term))) else []


def _repeats(note: Said, label: Said) -> bool:
    """Return whether a note says the label, the part of it in brackets, or the part that is not."""
    words = label.text.casefold()
    parts = {words, *re.findall(r"\(([^()]*)\)", words), re.sub(r"\s*\([^()]*\)", "", words)}
    return note.text.casefold().strip(" .()") in {part.strip(" .()") for part in parts}


def labelled(template: Template, value: Any) -> list[Said]:
    """Return the value with its label, or nothing where there is no value."""
    return [told(template, value=value)] if value else []


def aim(text: Text) -> list[Said]:
    """Return what something is for, as in "to carry out the service"."""
    words = clause(text, "reason")
    return [Said(text=words, lang=say(text).lang)] if words else labelled(_("purpose: {value}"), text)


def _categories(rows: Iterable[Any], keys: Sequence[UUID]) -> tuple[Any, ...]:
    return tuple(row.category for row in rows if row.key in keys and row.category)


def of_data(activity: ProcessingActivity, keys: Sequence[UUID]) -> list[Said]:
    """Return which data something is about."""
    return labelled(_("data: {value}"), _categories(activity.personal_data, keys))


def of_subjects(activity: ProcessingActivity, keys: Sequence[UUID]) -> list[Said]:
    """Return whom something is about."""
    return labelled(_("about: {value}"), _categories(activity.data_subjects, keys))


def of_purposes(activity: ProcessingActivity, keys: Sequence[UUID]) -> list[Said]:
    """Return which purposes something is for."""
    return labelled(_("for the purpose: {value}"), purposes(activity, keys))


def purposes(activity: ProcessingActivity, keys: Sequence[UUID]) -> tuple[Any, ...]:
    """Return the names of the purposes with these keys."""
    names = [x.category or x.text for x in activity.purposes if x.key in keys]
    return tuple(name for name in names if name)


def personal_data(activity: ProcessingActivity, row: PersonalData) -> list[Said]:
    """Return when a kind of data occurs, about whom and what for (Art. 30(1)(c))."""
    return [*data_alone(activity, row), *of_subjects(activity, row.data_subjects)]


def data_alone(activity: ProcessingActivity, row: PersonalData) -> list[Said]:
    """Return what is said about a kind of data, but not about whom."""
    protected = row.category and row.category.level is DataLevel.SPECIALLY_PROTECTED
    return [
        *occurrence(activity, row),
        *([ours(_("deserves extra protection"))] if protected else []),
        *of_purposes(activity, row.purposes),
    ]


def shared_subjects(activity: ProcessingActivity, rows: Sequence[PersonalData]) -> tuple[Any, ...]:
    """Return the groups that every one of several kinds of data is about, when these are the same for all."""
    groups = {frozenset(row.data_subjects) for row in rows}
    return _categories(activity.data_subjects, rows[0].data_subjects) if len(groups) == 1 < len(rows) else ()


def source(activity: ProcessingActivity, row: Source) -> list[Said]:
    """Return what comes from a source, how often, and whether it is public (Art. 14(2)(f))."""
    public = row.publicly_accessible
    if public is None and row.category:
        public = row.category.publicly_accessible
    openness = {True: _("open to the public"), False: _("not open to the public")}
    return [
        *occurrence(activity, row),
        *labelled(_("how often: {value}"), row.frequency),
        *([ours(openness[public])] if public is not None else []),
        *of_data(activity, row.personal_data),
        *of_subjects(activity, row.data_subjects),
    ]


_GROUNDS = {
    "statutory-duty": _("we must disclose the data under the law"),
    "task": _("the task requires it"),
    "consent-lifts-secrecy": _("the person has agreed that secrecy is lifted"),
    "public-document": _("somebody has asked for a public document"),
}


def recipient(activity: ProcessingActivity, row: Recipient) -> list[Said]:
    """Return what a recipient gets, what for, on what ground and when (Art. 30(1)(d))."""
    return [
        *aim(row.purpose),
        *([ours(_("ground: {ground}"), ground=str(_GROUNDS[row.ground.value]))] if row.ground else []),
        *condition(row),
        *of_data(activity, row.personal_data),
        *noted(row.note, row.category),
    ]


def with_occurrence(details: Callable[[ProcessingActivity, Any], list[Said]]) -> Callable[..., list[Said]]:
    """Return details that begin with how often the row holds."""

    def told_whole(activity: ProcessingActivity, row: Any) -> list[Said]:
        words = [ours(_OCCURRENCES[row.occurrence])] if row.occurrence in _OCCURRENCES else []
        return [*words, *details(activity, row)]

    return told_whole


def access(_activity: ProcessingActivity, row: InternalAccess) -> list[Said]:
    """Return what somebody inside needs the data for, and when."""
    return [*aim(row.purpose), *condition(row)]


def processor(activity: ProcessingActivity, row: Processor | SubProcessor) -> list[Said]:
    """Return what a processor does, and where (Art. 28)."""
    place = country_name(row.country, here()) if row.country else ""
    often = getattr(row, "occurrence", None)
    engaged = [x.supplier for x in activity.processors if x.key == getattr(row, "processor", None) and x.supplier]
    return [
        *([ours(_OCCURRENCES[often])] if often in _OCCURRENCES else []),
        *([ours(_("only under certain conditions"))] if often is Occurrence.CONDITIONAL else []),
        *labelled(_("task: {value}"), row.task),
        *labelled(_("engaged by {value}"), tuple(engaged)),
        *labelled(_("country: {value}"), place),
    ]


def transfer(activity: ProcessingActivity, row: Transfer) -> list[Said]:
    """Return what leaves the EU/EEA, to whom, and what protects it (Art. 13(1)(f), 44-49)."""
    return [
        *labelled(_("received by {value}"), row.importer),
        *of_data(activity, row.personal_data),
        *labelled(_("allowed by: {value}"), row.mechanism.text if row.mechanism else ""),
        *labelled(_("protection: {value}"), row.safeguards),
        *labelled(_("how to get a copy: {value}"), row.copy_from),
    ]


def destination(row: Transfer) -> Text:
    """Return where a transfer goes: country, international organisation, or both."""
    return Text.model_validate({language: _place(row, language) for language in {"sv", here()}})


def _place(row: Transfer, language: str) -> str:
    country = country_name(row.country, language) if row.country else ""
    return ", ".join(x for x in (country, row.international_organisation) if x)


def carrier(_activity: ProcessingActivity, row: CarrierSystem) -> list[Said]:
    """Return what a system or other carrier is for, its medium and what it holds."""
    medium = row.medium or (row.system.medium if row.system else None)
    words = [x.text for x in (row.role, medium) if x]
    return [*(ours("{label}", label=lower_first(word)) for word in words), *noted(row.note, row.system)]
