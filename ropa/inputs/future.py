"""A day of a review that has not come yet: no file says that something was found right tomorrow."""

from datetime import date

from django.utils.translation import override

from .. import models
from ..record import OriginalWording, ProcessingActivity, Unplaced, replace
from .rekeying import Keys

FIELD = "reviewed_on"


def past_only(given: ProcessingActivity, today: date | None, was: date | None) -> ProcessingActivity:
    """Return a record whose review has taken place by `today`; a later day is a text that nobody has placed.

    `was` is the day the draft has, which stays then. Without `today` nothing is looked at.
    """
    said = given.reviewed_on
    if today is None or said is None or said <= today:
        return given
    words = [w for w in given.original_wording if w.about is None and w.field == FIELD]
    keys = Keys(given.key)
    texts = tuple(_kept(word, keys) for word in words or [OriginalWording(text=said.isoformat(), field=FIELD)])
    known = {(text.label, text.text) for text in given.unplaced}
    return replace(
        given,
        reviewed_on=was,
        original_wording=tuple(w for w in given.original_wording if w not in words),
        unplaced=(*given.unplaced, *(text for text in texts if (text.label, text.text) not in known)),
    )


def _kept(word: OriginalWording, keys: Keys) -> Unplaced:
    """Return words as a text under the field's name in Swedish, whoever imports: it is known again by it."""
    with override("sv"):
        label = str(models.ProcessingActivity._meta.get_field(FIELD).verbose_name)  # type: ignore[union-attr]
    made = Unplaced(label=label, text=word.text, file=word.file, place=word.place)
    return replace(made, key=keys.unplaced(made))
