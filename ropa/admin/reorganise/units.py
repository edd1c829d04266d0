"""Pages that move, merge and rename units, and publish new names of all parties."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ... import drafts, policy
from ...models import Membership, NoticeText, Organisation, Unit
from ...reorganising import ChangeUnitAddress, MergeUnits, MoveUnit, RenewNames
from . import forms
from .look_first import Words, page

NAME = "ropa_reorganise"


def addresses(site: Any) -> list[Any]:
    """Return the addresses of the pages, below that of the list of units."""

    def at(where: str, view: Callable[..., HttpResponse], name: str) -> Any:
        return path(where, site.admin_view(lambda request, **ids: view(request, site, **ids)), name=name)

    return [
        at("reorganise/", start, NAME),
        at("reorganise/names/<int:organisation>/", names, f"{NAME}_names"),
        at("<int:unit>/move/", move, f"{NAME}_move"),
        at("<int:unit>/merge/", merge, f"{NAME}_merge"),
        at("<int:unit>/address/", address, f"{NAME}_address"),
    ]


def managed(user: Any, organisation: int) -> Organisation:
    """Return an organisation the user manages. Raises `Http404` for any other, as if it were not there."""
    found = policy.managed(user).filter(pk=organisation).first()
    if found is None:
        raise Http404
    return found


def _unit(user: Any, unit: int) -> Unit:
    found = Unit.objects.filter(pk=unit, organisation__in=policy.managed(user)).first()
    if found is None:
        raise Http404
    return found


def _posted(request: Any) -> Any:
    return request.POST if request.method == "POST" else None


def _back_to(unit: Unit) -> str:
    return reverse("admin:ropa_unit_change", args=[unit.pk])


def start(request: Any, site: Any) -> HttpResponse:
    """Show what can be reorganised, and where it is done."""
    if not policy.can_manage(request.user):
        raise PermissionDenied
    organisations = [(each, forms.unit_names(each)) for each in policy.managed(request.user).order_by("sort_key")]
    context = {"title": _("Reorganise"), "organisations": organisations}
    return render(request, "admin/ropa/reorganise/start.html", {**site.each_context(request), **context})


def move(request: Any, site: Any, unit: int) -> HttpResponse:
    """Put a unit under another one, or another controller."""
    found = _unit(request.user, unit)
    form = forms.MoveUnit(found, _posted(request))
    words = Words(
        _("Move: %(name)s") % {"name": found},
        _("The unit moves with all units and activities below it."),
        _("The unit is moved."),
        _back_to(found),
    )
    return page(request, site, form, lambda said: MoveUnit(found.organisation, found, **said), words, unit=found)


def merge(request: Any, site: Any, unit: int) -> HttpResponse:
    """Let another unit take over all that a unit has."""
    found = _unit(request.user, unit)
    form = forms.MergeUnits(found, _posted(request))

    def plan(said: dict[str, Any]) -> MergeUnits:
        return MergeUnits(found.organisation, found, said["target"], frozenset(said.get("texts", ())))

    words = Words(
        _("Merge into another unit: %(name)s") % {"name": found},
        _(
            "The other unit takes over all that this one has, and this one is removed. What was published before stays as it was, and can be read."
        ),
        _("The units are merged."),
        reverse("admin:ropa_unit_changelist"),
    )
    return page(request, site, form, plan, words, notes=_on_merging, unit=found)


def _on_merging(plan: MergeUnits) -> list[str]:
    """Return what else comes of merging than that activities move."""
    source, target = {"source": plan.source, "target": plan.target}, {"target": plan.target}
    below = Unit.objects.filter(parent=plan.source).count()
    people = Membership.objects.filter(unit=plan.source).count()
    notes = []
    if below:
        said = ngettext(
            "%(n)d unit below becomes part of “%(target)s”.", "%(n)d units below become part of “%(target)s”.", below
        )
        notes.append(said % {"n": below, **target})
    if people:
        said = ngettext(
            "%(n)d membership moves: it holds in all of “%(target)s” after this.",
            "%(n)d memberships move: they hold in all of “%(target)s” after this.",
            people,
        )
        notes.append(said % {"n": people, **target})
    if drafts.unit_was_public(plan.source.slug):
        leads = _("The address of “%(source)s” leads to “%(target)s” after this, and is never used for another unit.")
        notes.append(leads % source)
    return [*notes, *_on_texts(plan)]


def _on_texts(plan: MergeUnits) -> list[str]:
    theirs = {text.section for text in NoticeText.objects.filter(unit=plan.target)}
    both = _("Both units have a text under the same heading, and both are shown: %(text)s")
    gone = _("This text does not come along: %(text)s")
    notes = []
    for text in NoticeText.objects.filter(unit=plan.source).order_by("position", "pk"):
        if text.pk not in plan.texts:
            notes.append(gone % {"text": forms.in_short(text)})
        elif text.section in theirs:
            notes.append(both % {"text": forms.in_short(text)})
    return notes


def address(request: Any, site: Any, unit: int) -> HttpResponse:
    """Give a unit another public address."""
    found = _unit(request.user, unit)
    form = forms.Address(found.organisation, _posted(request))
    words = Words(
        _("Change the address of: %(name)s") % {"name": found},
        _("The address now is “%(slug)s”. Links that somebody has saved go on working.") % {"slug": found.slug},
        _("The address is changed."),
        _back_to(found),
    )

    def plan(said: dict[str, Any]) -> ChangeUnitAddress:
        return ChangeUnitAddress(found.organisation, found, said["slug"])

    return page(request, site, form, plan, words, unit=found)


def names(request: Any, site: Any, organisation: int) -> HttpResponse:
    """Publish anew what names its parties as they were before somebody saved their forms."""
    found = managed(request.user, organisation)
    form = forms.Nothing(found, request.POST if request.method == "POST" else {})
    words = Words(
        _("Publish new names and contact details"),
        _(
            "Public pages keep the names, contact details and texts they were published with. Here they are published anew with those of today. Whatever else the drafts say stays in the drafts."
        ),
        _("New names and contact details are public."),
        reverse(f"admin:{NAME}"),
    )
    return page(request, site, form, lambda said: RenewNames(found), words, only_public=True)
