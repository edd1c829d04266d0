"""Paragraphs and lists made from rows of a record, each text in one language."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from ..record import Contact, Part, ProcessingActivity, Said, Text
from ..wording import (
    NOT_STATED_YET,
    Template,
    Words,
    mail,
    not_shown,
    ours,
    phone,
    provision,
    row_notes,
    say,
    told,
    web,
)
from .values import Block, Item

Blocks = tuple[Block, ...]
Items = tuple[Item, ...]
Details = Callable[[ProcessingActivity, Any], Iterable[Said]]
"""What is said about a row beside its name, in the language that is active."""


def paragraph(said: Said | None) -> Blocks:
    """Return a paragraph, or nothing where nothing is said."""
    return (Block(text=said),) if said else ()


def prose(text: Text) -> Blocks:
    """Return the paragraphs of an authored text; an empty line parts them."""
    said = say(text)
    parts = [part.strip() for part in re.split(r"\n\s*\n", said.text)]
    return tuple(Block(text=Said(text=part, lang=said.lang)) for part in parts if part)


def listing(lead: Said | None, items: Items) -> Blocks:
    """Return a list with its lead-in, or nothing where the list is empty."""
    return (Block(text=lead, items=items),) if items else ()


def lead(activity: ProcessingActivity, whole: Template, examples: Template) -> Said:
    """Return the lead-in that fits a whole list, or one of examples only."""
    return ours(examples if activity.examples_only else whole)


def entry(activity: ProcessingActivity, row: Part, name: Words | None, details: Details | None = None) -> Items:
    """Return the line of a row: its name, then what is said about it.

    What cannot be said in the language of the name gets a line of its own.
    """
    head = say(name) if name else ours(NOT_STATED_YET)
    with override(head.lang):
        notes = [*(details(activity, row) if details else ()), *row_notes(activity, row.key)]
    alike = [note.text for note in notes if note.lang == head.lang]
    others = [_apart(name, note) for note in notes if note.lang != head.lang]
    text = f"{head.text.rstrip('.')}: {run_on(alike)}" if alike else head.text
    return (Item(text=Said(text=text, lang=head.lang)), *others)


def run_on(texts: list[str]) -> str:
    """Return details as one line; a detail that begins as a sentence becomes one."""
    line = texts[0]
    for text in texts[1:]:
        sentence = text[:1].isupper() and not text[1:2].isupper()
        line = f"{line.rstrip('.')}{'. ' if sentence else '; '}{text}"
    return line


def _apart(name: Words | None, note: Said) -> Item:
    """Return a note in another language than the row's, with the row's name in that language."""
    with override(note.lang):
        head = str(say(name)) if name else str(NOT_STATED_YET)
    return Item(text=Said(text=f"{head.rstrip('.')}: {note.text}", lang=note.lang))


def entries(activity: ProcessingActivity, rows: Iterable[Any], name: str, details: Details | None = None) -> Items:
    """Return the lines of rows whose name stands in the field `name`."""
    return tuple(item for row in rows for item in entry(activity, row, getattr(row, name) or None, details))


def supports(activity: ProcessingActivity, key: Any) -> Items:
    """Return the acts a row rests on, linked, and what of the row is withheld."""
    found = activity.provisions_of(key)
    linked = tuple(item for x in found for item in _support(activity, x))
    markers = [x for x in activity.withheld if key and x.about == key]
    hidden = tuple(Item(text=said) for x in markers for said in (not_shown(x), *row_notes(activity, x.key)))
    return linked + hidden


def _support(activity: ProcessingActivity, row: Any) -> Items:
    href = web(row.law.url) if row.law else ""
    notes = [x for x in (say(row.note), *row_notes(activity, row.key)) if x]
    return (Item(text=provision(row), href=href), *(Item(text=note) for note in notes))


def withheld(activity: ProcessingActivity, *fields: str) -> Blocks:
    """Return what stands where withheld fields of the activity would."""
    markers = activity.withheld_in(*fields)
    return tuple(Block(text=not_shown(x), items=supports(activity, x.key)) for x in markers)


def or_not_stated(blocks: Blocks) -> Blocks:
    """Return the blocks, or the plain words that nothing is stated yet."""
    return blocks or (Block(text=ours(NOT_STATED_YET)),)


def contact_items(contact: Contact) -> Items:
    """Return the ways to reach a function, linked where a link can do it."""
    lines = (
        (_("E-mail: {value}"), contact.email, mail(contact.email)),
        (_("Telephone: {value}"), contact.phone, phone(contact.phone)),
        (_("Visiting address: {value}"), contact.visiting_address, ""),
        (_("Postal address: {value}"), contact.postal_address, ""),
        (_("Web page: {value}"), contact.url, web(contact.url)),
    )
    return tuple(Item(text=told(template, value=value), href=href) for template, value, href in lines if value)
