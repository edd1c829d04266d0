"""A page that shows what a reorganisation comes to before it is carried out."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ...diff import Column, Difference, diff
from ...labels import FORM_LABELS
from ...publishing import Outdated
from ...record import Audience, view
from ...reorganising import CannotReorganise, Done, Foreseen, Plan, carry_out, foresee, hold
from .. import asking


class Reason(asking.Asked):
    """Why it is done."""

    revision = None  # type: ignore[assignment]  # Django takes the field away so
    reason = asking.line(
        gettext_lazy("Why?"),
        gettext_lazy("Stands in the history and with each publication. Example: New organisation from 1 January."),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["reason"].required = True
        self.fields["reason"].widget.attrs["required"] = True


@dataclass(frozen=True)
class Words:
    """What a page of reorganisation says of itself."""

    title: str
    explanation: Any
    done: Any
    """What is told when it is done."""
    back: str
    """Where one comes from, and goes when it is done."""


@dataclass(frozen=True)
class Seen:
    """One thing that residents see otherwise, and in which activities."""

    what: str
    old: str
    new: str
    activities: list[str]


@dataclass
class Looked:
    """What the page shows of a plan."""

    told: Foreseen
    notes: list[str]
    seen: list[Seen] = field(init=False)

    def __post_init__(self) -> None:
        self.seen = seen_otherwise(self.told.public)

    @property
    def mark(self) -> str:
        """A text that is another when what the plan comes to is: kept in the page, so that nothing else is done."""
        drafts = [(row.pk, row.revision) for row in self.told.activities]
        public = [
            (one.activity.pk, one.published.model_dump_json(), one.now.model_dump_json()) for one in self.told.public
        ]
        sums = (self.told.answered_otherwise, self.told.left)
        return sha256(repr((drafts, public, self.notes, sums)).encode()).hexdigest()


def seen_otherwise(public: Iterable[Outdated]) -> list[Seen]:
    """Return what residents see otherwise: each difference once, with the activities it is seen in."""
    found: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for one in public:
        before, after = view(one.published, Audience.PUBLIC), view(one.now, Audience.PUBLIC)
        for difference in diff(before, after, FORM_LABELS):
            for column in _worth_telling(difference):
                what = ": ".join(filter(None, [difference.label, difference.name, column.label]))
                found[what, column.old, column.new].append(str(one.activity))
    return [Seen(*key, names) for key, names in found.items()]


def _worth_telling(difference: Difference) -> list[Column]:
    """Return what a resident reads: of a text that comes or goes not its heading, which names it, nor its level."""
    return [column for column in difference.columns if column.name not in {"section", "level"}]


def page(
    request: Any,
    site: Any,
    form: Any,
    plan_of: Callable[[dict[str, Any]], Plan],
    words: Words,
    *,
    notes: Callable[[Any], list[str]] = lambda plan: [],
    **context: Any,
) -> HttpResponse:
    """Ask, show what it comes to, and do it when that was seen and a reason is given."""
    why = Reason(request.POST if "apply" in request.POST else None)
    looked = None
    if form.is_valid():
        try:
            plan = plan_of(form.cleaned_data)
            with transaction.atomic():
                hold(plan.organisation)  # what is looked at here is what is carried out
                looked = Looked(foresee(plan, by=request.user), notes(plan))
                if "apply" in request.POST and _was_seen(form, looked, request) and why.is_valid():
                    done = carry_out(plan, by=request.user, reason=why.cleaned_data["reason"])
                    _tell(request, words, done)
                    return HttpResponseRedirect(words.back)
        except CannotReorganise as refusal:
            form.add_error(None, str(refusal))
            looked = None
    shown = {"form": form, "why": why, "looked": looked, "words": words, "title": words.title}
    return render(request, "admin/ropa/reorganise/page.html", {**site.each_context(request), **shown, **context})


def _was_seen(form: Any, looked: Looked, request: Any) -> bool:
    if request.POST.get("seen") == looked.mark:
        return True
    form.add_error(None, _("Something has changed since you looked. Look through what it comes to once more."))
    return False


def _tell(request: Any, words: Words, done: Done) -> None:
    n, public = done.activities, len(done.published)
    sums = [
        ngettext("%(n)d activity is concerned.", "%(n)d activities are concerned.", n) % {"n": n},
        ngettext("%(n)d was published anew.", "%(n)d were published anew.", public) % {"n": public},
    ]
    messages.success(request, " ".join([str(words.done), *sums]))
    if done.left:
        said = ngettext(
            "%(n)d public page still says what it said before, because you may not publish it.",
            "%(n)d public pages still say what they said before, because you may not publish them.",
            done.left,
        )
        link = f"{reverse('admin:ropa_processingactivity_changelist')}?state=changed"
        told = said % {"n": done.left}
        messages.warning(request, format_html('{} <a href="{}">{}</a>', told, link, _("Show which.")))
