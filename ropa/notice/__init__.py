"""The privacy notice (GDPR Art. 12-14), composed from a record. Pure: reads one value, returns another."""

from .compose import compose
from .values import Block, Item, PrivacyNotice, Section

__all__ = ["Block", "Item", "PrivacyNotice", "Section", "compose"]
