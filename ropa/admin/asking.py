"""The forms of what is done with a draft on its way to residents: why, and which revision somebody looked at."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LAST_REVISION = 2**31 - 1
NOT_SEEN = _("What you looked at is not known any more. Look through the page once more, then try again.")


class Said(forms.Form):
    """What a person says of what is done."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="%s", label_suffix="")
        for field in self.fields.values():
            field.widget.attrs["class"] = "vLargeTextField" if _is_long(field) else "vTextField"
            if field.required:
                field.widget.attrs["required"] = True

    @property
    def asked(self) -> list[Any]:
        """The fields a person fills in."""
        return self.visible_fields()


class Asked(Said):
    """What is asked before one draft is touched: at least which revision of it somebody looked at."""

    revision = forms.IntegerField(
        widget=forms.HiddenInput,
        min_value=0,
        max_value=LAST_REVISION,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), NOT_SEEN),
    )

    def refuse(self, field: str | None, words: str) -> None:
        """Say why it was not done: at the field that would make it possible, else above the form."""
        self.add_error(field, words)
        if field:
            self.fields[field].widget.attrs["autofocus"] = True


def _is_long(field: forms.Field) -> bool:
    return isinstance(field.widget, forms.Textarea)


def line(label: Any, help_text: Any) -> forms.CharField:
    """Return a field for one sentence that may be left empty."""
    return forms.CharField(label=label, help_text=help_text, max_length=500, required=False)


def comment(label: Any, help_text: Any, *, required: bool = False) -> forms.CharField:
    """Return a field for some sentences to a colleague."""
    box = forms.Textarea({"rows": 4})
    return forms.CharField(label=label, help_text=help_text, max_length=2000, required=required, widget=box)


STAFF_ONLY = _("Optional. Seen by staff only.")


class Submit(Asked):
    """A word to who publishes."""

    comment = comment(_("Comment to who publishes"), STAFF_ONLY)


class Return(Asked):
    """What the editors are to change."""

    comment = comment(
        _("What is to be changed?"),
        _("Shown to those who edit. Example: Say which law the disclosure to the police rests on."),
        required=True,
    )


class Publish(Asked):
    """Why it is published."""

    reason = line(_("Why is it published?"), STAFF_ONLY)

    def must_say_why(self) -> None:
        """Say of the reason that errors stand, so that it is not optional. Call it before the form is validated."""
        self.fields["reason"].widget.attrs["required"] = True
        self.fields["reason"].label = _("Why is it published although errors stand?")
        self.fields["reason"].help_text = _(
            "Kept under “Publications” together with the errors. Seen by staff only. Example: The agreement is being signed; the board has been told."
        )


class Withdraw(Asked):
    """What residents are told, and the reason."""

    public_note = line(_("What residents are told"), _("Shown on the page. Example: The service ended on 1 March."))
    reason = line(_("Why is it withdrawn?"), STAFF_ONLY)


class Restore(Asked):
    """Why it is public again."""

    reason = line(_("Why is it made public again?"), STAFF_ONLY)


class SubmitSeveral(Said):
    """A word to who publishes, about all of them; each revision is sent beside its name."""

    comment = comment(_("Comment to who publishes"), STAFF_ONLY)


class PublishSeveral(Said):
    """Why they are published."""

    reason = line(_("Why are they published?"), STAFF_ONLY)


class ConfirmSeveral(Said):
    """A note on the review."""

    reason = line(_("Note about the review"), STAFF_ONLY)
