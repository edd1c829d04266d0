"""The processing activity: all of it edited on one page."""

from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext as _

from .. import policy, publishing
from ..models import DraftIndex, ProcessingActivity, Publication
from . import layout, preview, sections
from .activity_form import ActivityForm
from .bulk import Together
from .checking import Checking, only_asked
from .choices import Terms
from .fields import NOT_STATED
from .history import since
from .inlines import INLINES
from .keys import Rows
from .listing import Listing
from .overview import Overview
from .past import Remembering
from .reorganise import Copying, Moving
from .units import unit_choices
from .words import as_id


@admin.register(ProcessingActivity)
class ActivityAdmin(Checking, Remembering, Moving, Copying, Together, Overview, Listing):
    """The page of an activity, its history, preview and publication."""

    form = ActivityForm
    inlines = INLINES
    change_form_template = "admin/ropa/processingactivity/change_form.html"

    # --- rights ---

    def _may(self, request: Any, ask: Any, obj: Any) -> bool:
        """Return what `policy` answers; asked once a request, not once a list."""
        answers = request.__dict__.setdefault("_ropa_answers", {})
        question = (ask.__name__, obj.pk if obj is not None else None)
        if question not in answers:
            answers[question] = ask(request.user, obj) if question[1] else ask(request.user)
        return bool(answers[question])

    def has_view_permission(self, request: Any, obj: Any = None) -> bool:
        """Return whether the user may see the draft."""
        if obj is None or obj.pk is None:
            return super().has_view_permission(request)
        return self._may(request, policy.can_view, obj)

    def has_add_permission(self, request: Any, obj: Any = None) -> bool:
        """Return whether the user may edit any draft at all."""
        return self._may(request, policy.can_edit, None)

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        """Return whether the user may edit the draft."""
        return self._may(request, policy.can_edit, obj)

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        """Return whether the user may edit the draft and nobody ever saw it in public."""
        if not self.has_change_permission(request, obj):
            return False
        return obj is None or not self.was_published(request, obj)

    def was_published(self, request: Any, obj: Any) -> bool:
        """Return whether the ledger knows the activity."""
        return self._may(request, _was_published, obj)

    def get_queryset(self, request: Any) -> Any:
        """Return the drafts the user may see."""
        return policy.visible(request.user, super().get_queryset(request))

    # --- the form ---

    def get_fieldsets(self, request: Any, obj: Any = None) -> Any:
        """Return the fields of all sections; the template puts the lists between them."""
        return [(None, {"fields": layout.NAMES})]

    def get_readonly_fields(self, request: Any, obj: Any = None) -> list[str]:
        """Keep the organisation once chosen, and the address once public."""
        if obj is None:
            return []
        return ["organisation", "slug"] if self.was_published(request, obj) else ["organisation"]

    def get_prepopulated_fields(self, request: Any, obj: Any = None) -> dict[str, Any]:
        """Propose the address from the name of a new activity."""
        return {"slug": ("name",)} if obj is None else {}

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Let the form know who edits."""
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.user = request.user
        return form

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Offer the units the user may edit, each with those above it; preset the only organisation."""
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "unit":
            field.queryset = policy.units(request.user)
            field.choices = [("", NOT_STATED), *unit_choices(request.user)]
        elif db_field.name == "organisation":
            only = list(field.queryset[:2])
            field.initial = only[0].pk if len(only) == 1 else None
            field.empty_label = None if len(only) == 1 else field.empty_label
        return field

    def get_object(self, request: Any, object_id: str, from_field: Any = None) -> Any:
        """Lock the activity before it is compared with what the editor saw."""
        pk = as_id(object_id)
        if pk is None:
            return None
        if request.method == "POST" and transaction.get_connection().in_atomic_block:
            list(ProcessingActivity.objects.filter(pk=pk).order_by().select_for_update(no_key=True).values_list("pk"))
        return super().get_object(request, object_id, from_field)

    def _create_formsets(self, request: Any, obj: Any, change: bool) -> Any:
        """Let the lists of the page see each other: a row names another by key."""
        formsets, inlines = super()._create_formsets(request, obj, change)
        known = [obj.organisation_id] if obj.organisation_id else policy.organisations(request.user).values_list("pk")
        ids = [pk[0] if isinstance(pk, tuple) else pk for pk in known]
        posted = [value for values in request.POST.lists() for value in values[1]]
        rows, terms = Rows({fs.prefix: fs for fs in formsets}), Terms(ids, posted)
        for formset in formsets:
            formset.share(rows, terms)
        return formsets, inlines

    def page_sections(self, context: Any) -> list[sections.Shown]:
        """Return the sections in the order of the law, with what is found in them."""
        shown = sections.arranged(layout.SECTIONS, context["adminform"], context["inline_admin_formsets"])
        context["notes"].put(shown)
        return shown

    def render_change_form(self, request: Any, context: Any, *args: Any, **kwargs: Any) -> Any:
        """Add where the activity stands, and what somebody else did meanwhile."""
        obj = kwargs.get("obj")
        context["previewable"] = True
        if obj is not None:
            context |= self.standing(request, obj)
            form = context["adminform"].form
            if getattr(form, "conflict", False):
                seen = form.cleaned_data.get("seen_revision") or 0
                context["conflict"] = since(obj, obj.revision - (seen if seen < obj.revision else 0))
        return super().render_change_form(request, context, *args, **kwargs)

    # --- saving ---

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        """Write no history for an activity of which nothing but a list was changed."""
        if not change or form.says_something():
            super().save_model(request, obj, form, change)

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        """Save the lists, then make what the list of activities is filtered by anew."""
        super().save_related(request, form, formsets, change)
        if not only_asked(request):
            index = DraftIndex.objects.filter(activity=form.instance, review="submitted")
            was_submitted = index.exists()
            publishing.reindex([form.instance])
            if was_submitted and not index.exists():
                said = _(
                    "The submission no longer holds, because the activity was changed. Submit it again when it is ready."
                )
                messages.warning(request, said)

    def delete_model(self, request: Any, obj: Any) -> None:
        """Remove the draft, then look anew at those it was compared with."""
        known = publishing.compared([obj.organisation.key])
        beside = publishing.neighbours([known[obj.pk]] if obj.pk in known else [], known) - {obj.pk}
        super().delete_model(request, obj)
        publishing.reindex(ProcessingActivity.objects.filter(pk__in=beside))

    def response_add(self, request: Any, obj: Any, post_url_continue: Any = None) -> Any:
        """Stay on the page, or show what it would look like."""
        if "_preview" in request.POST:
            return self._preview_unsaved(request, obj)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request: Any, obj: Any) -> Any:
        """Stay on the page, or show what it would look like."""
        if "_preview" in request.POST:
            return self._preview_unsaved(request, obj)
        return super().response_change(request, obj)

    def _preview_unsaved(self, request: Any, obj: Any) -> Any:
        """Show the page made from what was typed, and undo the save."""
        response = preview.page(request, obj, self.admin_site, saved=False)
        transaction.set_rollback(True)
        return response

    # --- other pages ---

    def get_urls(self) -> Any:
        """Add the preview to stock's addresses."""
        name = "ropa_processingactivity_preview"
        view = self.admin_site.admin_view(self.preview_view)
        return [
            path("<int:object_id>/preview/", view, name=name),
            *super().get_urls(),
        ]

    def preview_view(self, request: Any, object_id: int) -> Any:
        """Show table and notice as the public would see them."""
        return preview.page(request, self.found(request, object_id), self.admin_site, saved=True)

    def delete_view(self, request: Any, object_id: str, extra_context: Any = None) -> Any:
        """Say why an activity that was public stays."""
        obj = self.get_object(request, object_id)
        if obj is not None and self.has_change_permission(request, obj) and self.was_published(request, obj):
            messages.error(
                request,
                _(
                    "“%(name)s” has been published and cannot be deleted: the register must be able to tell what was public. Withdraw it instead."
                )
                % {"name": obj},
            )
            return HttpResponseRedirect(reverse("admin:ropa_processingactivity_change", args=[obj.pk]))
        return super().delete_view(request, object_id, extra_context)


def _was_published(user: Any, activity: ProcessingActivity) -> bool:
    return Publication.objects.filter(activity=activity.key).exists()
