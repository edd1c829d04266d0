"""The activity's own form: its address, what the editor saw, why it is changed."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .. import drafts, policy
from ..models import ProcessingActivity
from .fields import NOT_STATED, PersonChoice
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
        if "owner" in self.fields:
            self.fields["owner"] = self._owner_field()

    def _owner_field(self) -> forms.Field:
        """Offer those who may edit in the organisation, and who keeps it now."""
        mine = [self.instance.organisation_id] if self.instance.pk else policy.organisations(self.user)
        people = policy.keepers(mine) | get_user_model().objects.filter(pk=self.instance.owner_id)
        column = ProcessingActivity._meta.get_field("owner")
        return PersonChoice(
            people.distinct(),
            required=False,
            label=column.verbose_name,
            help_text=column.help_text,
            empty_label=str(NOT_STATED),
        )

    def is_valid(self) -> bool:
        """Return whether it may be saved."""
        return super().is_valid() and not self.only_shown

    def says_something(self) -> bool:
        """Return whether a column of the activity itself is changed."""
        return bool(set(self.changed_data) - ABOUT_THE_SAVE)

    def clean_slug(self) -> str:
        """Make the address from the name where none is given."""
        slug: str = self.cleaned_data.get("slug") or ""
        if not slug:
            return drafts.free_slug(self.cleaned_data.get("name", ""), self.instance.key)
        if drafts.was_of_another_activity(slug, self.instance.key):
            raise ValidationError(_("The address belongs to another activity that has been published."))
        return slug

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
        if placed and "owner" in self.changed_data:
            self._check_owner(organisation, data)

    def _check_owner(self, organisation: Any, data: dict[str, Any]) -> None:
        owner = data.get("owner")
        if owner and not policy.can_place(owner, organisation, data.get("unit"), data.get("controller")):
            self.add_error("owner", _("Choose somebody who may edit the activities of the unit."))
