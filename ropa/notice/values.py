"""The composed notice as values: dumped to JSON, frozen in the ledger, shown years later."""

from ..record import Said, Value


class Item(Value):
    """One line of a list."""

    text: Said
    href: str = ""
    """Address the whole text links to (`mailto:`, `tel:` or `https:`); empty = no link."""


class Block(Value):
    """A paragraph, a list, or a list with its lead-in."""

    text: Said | None = None
    items: tuple[Item, ...] = ()
    href: str = ""
    """Address the paragraph links to; empty = no link."""


class Section(Value):
    """One question and its answer."""

    code: str
    """A `NoticeSection` value, or "controller"."""
    heading: str
    """The question, in the language of the notice."""
    blocks: tuple[Block, ...]


class PrivacyNotice(Value):
    """What a person is told about one activity (GDPR Art. 13 and 14)."""

    language: str
    """Language of headings and of every text that does not name another."""
    title: Said
    summary: Said | None
    sections: tuple[Section, ...]
