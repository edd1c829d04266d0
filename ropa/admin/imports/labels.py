"""Labels that were corrected: an organisation's list of what labels in files mean, and those of one import."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ... import policy
from ...inputs.corrections import meanings
from ...inputs.outline.labels import normal, topics_of
from ...inputs.passages import Outline, Passage
from ...inputs.topics import Topic
from ...models import LabelCorrection, Organisation
from ..base import InSections, PolicyRights, of_mine
from ..fields import NOT_STATED
from ..history import name_of
from ..words import moment
from .topics import NOTHING, WORDS, choices


@dataclass
class Label:
    """A label that stands in the files of an import."""

    id: str
    """Names it in the form."""
    label: str
    n: int
    """How many texts stand under it or one like it."""
    example: str
    means: str
    """What it is taken for, in words; empty where that is not known."""
    corrected: str = ""
    """Value of the choice that somebody made for it."""
    is_fixed: bool = False
    """Whether the choice is another's, and the user is not among those who may change it."""


def labels_of(
    outlines: Iterable[Outline], corrections: Mapping[str, Topic | None], fixed: Container[str] = ()
) -> list[Label]:
    """Return the labels of documents in their order, alike ones as one; `fixed` as returned by `fixed`."""
    found: dict[str, list[Passage]] = {}
    for outline in outlines:
        for passage in (*outline.shared, *(p for section in outline.sections for p in section.passages)):
            if passage.label and normal(passage.label):
                found.setdefault(normal(passage.label), []).append(passage)
    return [_label(form, passages, corrections, is_fixed=form in fixed) for form, passages in found.items()]


def _label(
    form: str, passages: list[Passage], corrections: Mapping[str, Topic | None], *, is_fixed: bool = False
) -> Label:
    label = passages[0].label
    means = [str(WORDS[topic]) for topic in topics_of(label, meanings(corrections))]
    corrected = ""
    if form in corrections:
        topic = corrections[form]
        corrected = topic.value if topic else NOTHING
        means = [str(WORDS[topic])] if topic else []
    example = Truncator(next((p.text for p in passages if p.text.strip()), "")).chars(80)
    named = sha256(form.encode()).hexdigest()[:12]
    return Label(named, label, len(passages), example, ", ".join(means), corrected, is_fixed)


def is_unknown(label: Label) -> bool:
    """Return whether nobody knows what a label means, and nobody was asked."""
    return not label.means and not label.corrected


def fixed(organisation: Organisation, user: Any) -> set[str]:
    """Return the normal forms of labels whose meaning the user may not change: said by others than the user.

    It holds for the whole organisation, so those who manage it have the last word.
    """
    if policy.can_manage(user, organisation):
        return set()
    said = LabelCorrection.objects.filter(organisation=organisation).exclude(user=user)
    return set(said.values_list("normal", flat=True))


def take(organisation: Organisation, labels: Iterable[Label], posted: Mapping[str, str], *, by: Any) -> int:
    """Keep what a page said that labels mean, for this import and all later ones; return how many are new."""
    known, taken = {value for value, _words in choices()}, 0
    theirs = fixed(organisation, by)
    for label in labels:
        chosen = posted.get(f"label-{label.id}", "")
        if chosen in known and chosen != label.corrected and normal(label.label) not in theirs:
            said = {"label": label.label, "topic": chosen, **_who(by)}
            LabelCorrection.objects.update_or_create(
                organisation=organisation, normal=normal(label.label), defaults=said
            )
            taken += 1
    return taken


def _who(user: Any) -> dict[str, Any]:
    return {"user": user, "by": name_of(user), "at": timezone.now()}


class LabelForm(forms.ModelForm):
    """What a label means."""

    topic = forms.ChoiceField(label=gettext_lazy("Means"), choices=lambda: [("", NOT_STATED), *choices()])

    class Meta:
        model = LabelCorrection
        fields = ("organisation", "label", "topic")

    def clean(self) -> dict[str, Any]:
        """Refuse a label that says nothing, and one that stands in the list in another form."""
        data = super().clean() or {}
        form = normal(data.get("label") or "")
        if not form:
            raise ValidationError({"label": _("Write the label as it stands in the files.")})
        same = LabelCorrection.objects.filter(organisation=data.get("organisation"), normal=form)
        if same.exclude(pk=self.instance.pk).exists():
            raise ValidationError({"label": _("It is said already what this label means.")})
        self.instance.normal = form
        return data


@admin.register(LabelCorrection)
class LabelCorrectionAdmin(PolicyRights, InSections):
    """The list of corrected labels."""

    form = LabelForm
    list_display = ("label", "means", "organisation", "by", "moment")
    list_per_page = 100
    search_fields = ("label",)
    actions = None

    def get_queryset(self, request: Any) -> Any:
        """Return the corrections of the user's organisations."""
        return of_mine(request, super().get_queryset(request))

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Offer the organisations the user manages; preset the only one."""
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        field.queryset = policy.managed(request.user)
        only = list(field.queryset[:2])
        field.required = True
        field.initial = only[0].pk if len(only) == 1 else None
        field.empty_label = None if len(only) == 1 else field.empty_label
        return field

    @admin.display(description=gettext_lazy("Means"), ordering="topic")
    def means(self, obj: Any) -> Any:
        """Return what the label means."""
        return dict(choices()).get(obj.topic, obj.topic)

    @admin.display(description=gettext_lazy("At"), ordering="at")
    def moment(self, obj: Any) -> str:
        """Return day and time in Stockholm."""
        return moment(obj.at) if obj.at else ""

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        """Keep who said it, and when."""
        for column, value in _who(request.user).items():
            setattr(obj, column, value)
        super().save_model(request, obj, form, change)

    def history_view(self, request: Any, object_id: str, extra_context: Any = None) -> Any:
        """Go to the label: who corrected it last stands in the list."""
        if self.get_object(request, object_id) is None:
            raise Http404
        return HttpResponseRedirect(reverse("admin:ropa_labelcorrection_change", args=[object_id]))
