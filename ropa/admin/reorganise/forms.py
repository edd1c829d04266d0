"""What is asked of who reorganises: where to, and what of two things that cannot both be."""

from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...models import Controller, NoticeText, Organisation, Unit
from .. import asking
from ..units import places

FOLLOW = "unit"
"""Choice of a controller: the unit's, whichever it is."""


class Where(asking.Asked):
    """A form about one organisation; `revision` is told by what was looked at as a whole."""

    revision = None  # type: ignore[assignment]  # Django takes the field away so

    def __init__(self, organisation: Organisation, data: Any = None) -> None:
        self.organisation = organisation
        super().__init__(data)
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField):
                self._offer(name, field)

    def _offer(self, name: str, field: Any) -> None:
        """Offer the organisation's own, units each named with those above it."""
        field.queryset = field.queryset.model.objects.filter(organisation=self.organisation)
        if field.queryset.model is Unit:
            units = unit_names(self.organisation).items()
            left_out = self.left_out()
            field.choices = [
                ("", field.empty_label or "---------"),
                *(pair for pair in units if pair[0] not in left_out),
            ]

    def left_out(self) -> set[int]:
        """Return the ids of units that are no choice."""
        return set()


def unit_names(organisation: Organisation) -> dict[int, str]:
    """Return the organisation's units in Swedish order, each named with those above it."""
    return {
        unit: " › ".join(names[1:]) for (where, unit), names in places().items() if where == organisation.pk and unit
    }


def units(label: Any, *, empty: Any = gettext_lazy("Choose"), required: bool = True, help_text: Any = "") -> Any:
    """Return a choice of one unit."""
    return forms.ModelChoiceField(
        Unit.objects.none(), label=label, empty_label=empty, required=required, help_text=help_text
    )


class MoveActivities(Where):
    """Where activities move."""

    unit = units(gettext_lazy("New unit"), empty=gettext_lazy("Each stays in its unit"), required=False)
    controller = forms.ChoiceField(label=gettext_lazy("Controller"), required=False)

    def __init__(self, organisation: Organisation, data: Any = None) -> None:
        super().__init__(organisation, data)
        boards = [(str(c.pk), c.name) for c in Controller.objects.filter(organisation=organisation)]
        follow = (FOLLOW, _("That of the unit, and none of its own"))
        self.fields["controller"].choices = [("", _("Each keeps its own, if it has one")), follow, *boards]  # type: ignore[attr-defined]

    def to(self) -> dict[str, Any]:
        """Return where to, as the plan takes it."""
        chosen = self.cleaned_data["controller"]
        follow = chosen == FOLLOW
        board = None if follow or not chosen else Controller.objects.get(pk=chosen)
        return {"unit": self.cleaned_data["unit"], "controller": board, "follow_unit": follow}


class MoveUnit(Where):
    """Where a unit moves, with all below it."""

    parent = units(gettext_lazy("Part of"), empty=gettext_lazy("No other unit"), required=False)
    controller = forms.ModelChoiceField(
        Controller.objects.none(),
        label=gettext_lazy("Controller"),
        empty_label=gettext_lazy("Not stated"),
        required=False,
        help_text=gettext_lazy(
            "What has the same controller as the unit below it follows to the new one. What has another keeps it."
        ),
    )

    def __init__(self, unit: Unit, data: Any = None) -> None:
        self.unit, self.branch = unit, unit.branch()
        super().__init__(unit.organisation, data)
        self.initial = {"parent": unit.parent_id, "controller": unit.controller_id}

    def left_out(self) -> set[int]:
        """Return the unit and those below it: it cannot be part of them."""
        return self.branch


class MergeUnits(Where):
    """Which unit takes over, and which texts come along."""

    target = units(
        gettext_lazy("Unit that takes over"),
        help_text=gettext_lazy("It gets all activities, units below, texts and memberships of the unit that goes."),
    )
    texts = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Texts in all notices below that come along"),
        help_text=gettext_lazy("What is not chosen is removed, and can be read in the history."),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, unit: Unit, data: Any = None) -> None:
        self.branch = unit.branch()
        super().__init__(unit.organisation, data)
        texts = {text.pk: in_short(text) for text in NoticeText.objects.filter(unit=unit).order_by("position", "pk")}
        if not texts:
            del self.fields["texts"]
            return
        self.fields["texts"].choices = list(texts.items())  # type: ignore[attr-defined]
        self.fields["texts"].widget.attrs.pop("class", None)
        self.initial = {"texts": list(texts)}

    def left_out(self) -> set[int]:
        """Return the unit and those below it: it cannot become one of them."""
        return self.branch


def in_short(text: NoticeText) -> str:
    """Return a text's heading and its first words."""
    heading = text.get_section_display() or _("Not stated")
    return f"{heading}: {Truncator(text.text).chars(80)}"


class Address(Where):
    """Another public address."""

    slug = forms.SlugField(
        label=gettext_lazy("New address"),
        max_length=80,
        help_text=gettext_lazy("Small letters a to z, digits and hyphens. The old address leads to the new one."),
    )


class Nothing(Where):
    """Nothing to choose: only why is asked."""
