"""The pages of an import: the list of them, sending files, waiting, looking, the result, undoing."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ... import policy
from ...inputs import undoing
from ...models import Import, ImportFile
from .. import asking, extracts
from ..base import CarefulList, PolicyRights
from ..words import as_id, moment
from . import contexts, labels, quota, reading, saving, upload
from .choosing import Choices
from .items import Gathered
from .looking import Looked
from .upload import Upload, keep, tidy

NAME = "ropa_import"
S = Import.State


class Why(asking.Said):
    """Why it is saved."""

    reason = asking.line(
        gettext_lazy("Why?"),
        gettext_lazy("Stands in the history of each activity. Example: The board's register of 2025, from Word."),
    )


class WhyNot(asking.Said):
    """Why it is undone."""

    reason = asking.line(
        gettext_lazy("Why is it undone?"),
        gettext_lazy("Stands in the history of each activity. Example: It was last year's file."),
    )


@admin.register(Import)
class ImportAdmin(PolicyRights, CarefulList):
    """Imports, newest first, and all that is done with one."""

    list_display = ("files_column", "organisation", "by", "moment", "state")
    list_display_links = ("files_column",)
    list_filter = ("state",)
    list_select_related = ("organisation",)
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER
    actions = None

    # --- rights ---

    def get_queryset(self, request: Any) -> Any:
        """Return the imports the user may see, with the names of their files and not what these hold."""
        return policy.imports(request.user).prefetch_related(Prefetch("files", ImportFile.objects.defer(*upload.HEAVY)))

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Return whether the user may import at all."""
        return policy.can_edit(request.user)

    def has_add_permission(self, request: Any, obj: Any = None) -> bool:
        """Return whether the user may import at all."""
        return policy.can_edit(request.user)

    def has_view_permission(self, request: Any, obj: Any = None) -> bool:
        """Return whether the user may import at all; `get_queryset` cuts down to the imports that concern the user."""
        return policy.can_edit(request.user)

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        """Return whether the user may import at all."""
        return policy.can_edit(request.user)

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        """Return whether the import can be thrown away: what came of it is undone, not thrown away."""
        return policy.can_edit(request.user) and (obj is None or obj.state in {S.READING, S.READY, S.FAILED})

    def _found(self, request: Any, object_id: Any) -> Import:
        """Return an import the user may go on with. Raises `Http404` for any other, as if it were not there."""
        pk = as_id(object_id)
        rows = policy.imports(request.user).select_related("organisation")
        found = rows.filter(pk=pk).first() if pk is not None else None
        if found is None:
            raise Http404
        return found

    # --- the list ---

    def changelist_view(self, request: Any, extra_context: Any = None) -> Any:
        """Name the list by what it lists."""
        return super().changelist_view(request, {"title": _("Imports"), **(extra_context or {})})

    @admin.display(description=gettext_lazy("Files"))
    def files_column(self, obj: Any) -> str:
        """Return the names of the files."""
        names = [file.name for file in obj.files.all()]
        return ", ".join(names[:3]) + (" …" if len(names) > 3 else "") or "–"

    @admin.display(description=gettext_lazy("At"), ordering="at")
    def moment(self, obj: Any) -> str:
        """Return day and time in Stockholm."""
        return moment(obj.at)

    # --- pages ---

    def get_urls(self) -> Any:
        """Add undoing, and a workbook to hand out, to stock's addresses."""
        wrap = self.admin_site.admin_view
        return [
            path("<int:object_id>/undo/", wrap(self.undo_view), name=f"{NAME}_undo"),
            path("template.xlsx", wrap(self.template_view), name=f"{NAME}_template"),
            *super().get_urls(),
        ]

    def template_view(self, request: Any) -> HttpResponse:
        """Send an empty workbook for units to fill in."""
        if not policy.can_edit(request.user):
            raise PermissionDenied
        return extracts.template(request)

    def add_view(self, request: Any, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Take files and begin to read them."""
        if not policy.can_edit(request.user):
            raise PermissionDenied
        is_sent = request.method == "POST"
        form = Upload(request.user, request.POST if is_sent else None, request.FILES if is_sent else None)
        if form.is_valid() and not quota.was_exceeded(request):
            now = timezone.now()
            tidy(now)
            made = keep(form.cleaned_data["organisation"], form.cleaned_data["files"], by=request.user, at=now)
            reading.start(made)
            return self._to(made)
        if quota.was_exceeded(request):
            form.add_error("files", upload.too_large())
        return self._page(request, "upload", _("Import activities"), form=form, **contexts.of_upload())

    def change_view(self, request: Any, object_id: str, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Show an import as it stands, and do what is chosen."""
        found = self._found(request, object_id)
        if request.method == "POST":
            return self._do(request, found)
        if found.state in {S.READING, S.FAILED}:
            return self._reading(request, found)
        return self._look(request, found) if found.state == S.READY else self._result(request, found)

    def history_view(self, request: Any, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Go to the import: what it saved stands in the history of each activity."""
        return self._to(self._found(request, object_id))

    def undo_view(self, request: Any, object_id: int) -> HttpResponse:
        """Show what stands in the way of undoing an import, or undo it."""
        found = self._found(request, object_id)
        if found.state != S.SAVED:
            return self._to(found)
        theirs = contexts.not_editable(request.user, found)
        form = WhyNot(request.POST if request.method == "POST" and not theirs else None)
        if form.is_valid():
            try:
                saving.undo(found.pk, request.user, form.cleaned_data["reason"] or _("The import is undone."))
                messages.success(request, _("The import is undone. The drafts are as they were before."))
                return self._to(found)
            except saving.CannotUndo:
                messages.error(request, _("Something has changed since you looked. Nothing was undone."))
        known = [one for one in undoing.obstacles(found) if one.activity not in theirs]
        context = {"obstacles": known, "theirs": theirs, "form": form}
        return self._page(request, "undo", _("Undo the import"), **context, **contexts.of_outcome(found))

    # --- what is done ---

    def _do(self, request: Any, found: Import) -> HttpResponse:
        if found.state in {S.READING, S.FAILED} and "again" in request.POST:
            reading.read_again(found)
            return self._to(found)
        if found.state != S.READY:
            return self._to(found)
        if "save" in request.POST:
            return self._save(request, found)
        looked = Looked.at(found, request.user)
        looked.choices.take(request.POST, looked.items, request.POST.getlist("shown"))
        if "labels" in request.POST:
            self._correct(request, found, looked)
        page = as_id(request.POST.get("go")) or as_id(request.POST.get("page")) or 1
        anchor = "#labels" if "labels" in request.POST else "#activities"
        return HttpResponseRedirect(f"{self._address(found)}?p={page}{anchor}")

    def _correct(self, request: Any, found: Import, looked: Looked) -> None:
        outlines = [outline for _file, outline in looked.gathered.outlines]
        asked = labels.labels_of(outlines, looked.gathered.corrections)
        taken = labels.take(found.organisation, asked, request.POST, by=request.user)
        if taken:
            if Gathered(found).is_outdated:
                reading.understand_again(found)
            said = ngettext(
                "%(n)d label is corrected, here and in later imports.",
                "%(n)d labels are corrected, here and in later imports.",
                taken,
            )
            messages.success(request, said % {"n": taken})

    def _save(self, request: Any, found: Import) -> HttpResponse:
        page = as_id(request.POST.get("page")) or 1
        shown, why = request.POST.getlist("shown"), Why(request.POST)
        try:
            if not why.is_valid():
                raise saving.CannotSave(why.errors["reason"][0])
            saving.save(found.pk, request.user, request.POST, shown, page, why.cleaned_data["reason"])
            return self._to(found)
        except saving.CannotSave as refusal:
            self._keep_choices(request, found, shown)
            return self._look(request, found, page=page, refusal=str(refusal), doubts=getattr(refusal, "doubts", ()))

    def _keep_choices(self, request: Any, found: Import, shown: list[str]) -> None:
        """Keep what was chosen on a page that could not be saved."""
        found.refresh_from_db()
        if found.state == S.READY:
            Choices(found, request.user).take(request.POST, Gathered(found).items, shown)

    # --- what is shown ---

    def _reading(self, request: Any, found: Import) -> HttpResponse:
        return self._page(request, "reading", _("Reading the files"), **contexts.of_reading(found))

    def _look(
        self, request: Any, found: Import, *, page: int = 0, refusal: str = "", doubts: Sequence[str] = ()
    ) -> HttpResponse:
        if found.state != S.READY:
            return self._to(found)
        looked = Looked.at(found, request.user, page or as_id(request.GET.get("p")) or 1)
        if looked.gathered.is_outdated:
            reading.understand_again(found)
            return self._to(found)
        why = Why(request.POST if refusal else None)
        context = contexts.of_looking(looked.open()) | {"refusal": refusal, "doubts": doubts, "why": why}
        return self._page(request, "look", _("Look through the import"), found=found, **context)

    def _result(self, request: Any, found: Import) -> HttpResponse:
        titles = {S.SAVED: _("The import is saved"), S.UNDONE: _("The import is undone")}
        context = contexts.of_result(found, request.user)
        return self._page(request, "result", titles[S(found.state)], **context)

    def _page(self, request: Any, template: str, title: str, **context: Any) -> HttpResponse:
        common = {**self.admin_site.each_context(request), "title": title, "opts": self.opts}
        return render(request, f"admin/ropa/imports/{template}.html", {**common, **context})

    def _address(self, found: Import) -> str:
        return reverse(f"admin:{NAME}_change", args=[found.pk])

    def _to(self, found: Import) -> HttpResponse:
        return HttpResponseRedirect(self._address(found))
