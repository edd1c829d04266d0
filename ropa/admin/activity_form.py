"""The activity's own form: its address, what the editor saw, why it is changed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from .. import policy
from ..models import ProcessingActivity
from .translations import TranslatedForm

ABOUT_THE_SAVE = {"seen_revision", "save_anyway", "change_reason"}
"""Fields that say something about the save and nothing about the activity."""


class RevisionField(forms.IntegerField):
    """A revision, hidden in the page. What is none counts as one that never was: the save then meets a conflict."""

    def clean(self, value: Any) -> Any:
        """Return the revision, or -1."""
        try:
            return super().clean(value)
        except ValidationError:
            return -1


class ActivityForm(TranslatedForm):
    """The columns of an activity, checked together."""

    seen_revision = RevisionField(required=False, widget=forms.HiddenInput)
    save_anyway = RevisionField(required=False, widget=forms.HiddenInput)
    """The revision that somebody was told of and chose to overwrite."""
    change_reason = forms.CharField(required=False, label=_("Why do you change it?"))
    user: Any = None
    conflict = False
    """Whether somebody else saved meanwhile."""
    only_shown = False
    """Whether it was checked already and is now shown as it was typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen_revision"] = self.instance.revision
        for name, required in {"name": True, "slug": False}.items():
            if name in self.fields:
                self.fields[name].required = required

    def is_valid(self) -> bool:
        """Return whether it may be saved."""
        return super().is_valid() and not self.only_shown

    def says_something(self) -> bool:
        """Return whether a column of the activity itself is changed."""
        return bool(set(self.changed_data) - ABOUT_THE_SAVE)

    def clean_slug(self) -> str:
        """Make the address from the name where none is given."""
        return self.cleaned_data.get("slug") or _free_slug(self.cleaned_data.get("name", ""), self.instance)

    def clean(self) -> dict[str, Any]:
        """Hold unit and controller to the organisation, and the save to what the editor saw."""
        data = super().clean() or {}
        self._check_revision(data)
        organisation = data.get("organisation") or getattr(self.instance, "organisation", None)
        if organisation is not None:
            self._check_parties(organisation, data)
        return data

    def _check_revision(self, data: dict[str, Any]) -> None:
        seen, now = data.get("seen_revision"), self.instance.revision
        if self.instance.pk is None or seen == now:
            return
        self.conflict = data.get("save_anyway") != now
        if self.conflict:
            raise ValidationError(_("Somebody else saved the activity while you were editing it."), code="conflict")

    def _check_parties(self, organisation: Any, data: dict[str, Any]) -> None:
        for name in ("unit", "controller"):
            chosen = data.get(name)
            if chosen is not None and chosen.organisation_id != organisation.pk:
                self.add_error(name, _("It belongs to another organisation."))
        placed = "unit" in self.fields and not self.has_error("unit")
        if placed and not policy.can_place(self.user, organisation, data.get("unit"), data.get("controller")):
            self.add_error("unit", _("Choose a unit whose activities you may edit."))


def _free_slug(name: str, activity: ProcessingActivity) -> str:
    """Return an address nobody has, made from the name."""
    base = slugify(name.casefold().translate(str.maketrans("åäöéü", "aaoeu")))[:70] or f"b-{activity.key.hex[:12]}"
    taken = set(
        ProcessingActivity.objects.exclude(pk=activity.pk).filter(slug__startswith=base).values_list("slug", flat=True)
    )
    tried, number = base, 1
    while tried in taken:
        number += 1
        tried = f"{base}-{number}"
    return tried
