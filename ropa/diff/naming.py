"""What a row of an activity is called."""

from collections.abc import Callable, Mapping

LABEL_FIELDS: Mapping[str, tuple[str, ...]] = {
    "joint_controllers": ("name",),
    "on_behalf_of": ("name",),
    "purposes": ("text", "category"),
    "legal_bases": ("basis",),
    "provisions": ("law", "pinpoint"),
    "data_subjects": ("category", "note"),
    "personal_data": ("category", "note"),
    "special_category_bases": ("condition",),
    "sources": ("category", "note"),
    "secrecy": ("strength", "note"),
    "recipients": ("category", "note"),
    "internal_access": ("who",),
    "processors": ("supplier", "task"),
    "sub_processors": ("supplier", "task"),
    "transfers": ("country", "international_organisation", "importer"),
    "carriers": ("system", "note"),
    "retention_rules": ("documents", "action", "period"),
    "security_measures": ("category", "note"),
    "automated_decisions": ("what", "kind"),
    "notice_texts": ("section", "text"),
    "withheld": ("field", "reason"),
    "original_wording": ("field", "text"),
    "unplaced": ("label", "text"),
}
"""List -> the columns that name a row of it."""

JOINED = {"provisions", "retention_rules", "unplaced"}
"""Lists whose rows are named by all those columns together, not by the first that is filled."""


def row_label(name: str, words: Callable[[str], str], length: int = 80) -> str:
    """Return what a row of a list is called; `words` gives a column's content in words."""
    said = [word for word in map(words, LABEL_FIELDS[name]) if word]
    text = ", ".join(said) if name in JOINED else next(iter(said), "")
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
