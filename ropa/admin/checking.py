"""Checking what is typed against the rules, without leaving the form and without saving.

A button asks for it. Asked at every field one leaves, it would cost half a second of a processor each time.
"""

from typing import Any

from django.db import transaction
from django.http import JsonResponse
from django.template.loader import render_to_string

from .. import drafts, publishing
from ..rules import Finding
from .base import Page
from .findings import Notes, wrong


class _Checked(Exception):
    """Ends the save of a form that is only checked, so that the database forgets it."""

    def __init__(self, found: tuple[Finding, ...]) -> None:
        self.found = found


def only_asked(request: Any) -> bool:
    """Return whether a form was sent to be looked at or checked, and shall not be saved."""
    return request.method == "POST" and bool({"_check", "_preview"} & set(request.POST))


class Checking(Page):
    """Shows what the rules find in what is saved, or in what is typed when it was sent to be checked."""

    def _changeform_view(self, request: Any, *args: Any) -> Any:
        """Save, look what the rules find, undo the save, and show the form as it was typed."""
        if request.method != "POST" or "_check" not in request.POST:
            return super()._changeform_view(request, *args)
        try:
            with transaction.atomic():
                return super()._changeform_view(request, *args)
        except _Checked as checked:
            request.checked = Notes(checked.found)
        if _wants_json(request):
            return JsonResponse(request.checked.plain())
        return super()._changeform_view(request, *args)

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Have a form that was checked be shown once more, and not be saved."""
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.only_shown = hasattr(request, "checked")
        return form

    def response_add(self, request: Any, obj: Any, post_url_continue: Any = None) -> Any:
        """End a check."""
        self._end_check(request, obj)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request: Any, obj: Any) -> Any:
        """End a check."""
        self._end_check(request, obj)
        return super().response_change(request, obj)

    def _end_check(self, request: Any, obj: Any) -> None:
        if "_check" in request.POST:
            raise _Checked(publishing.standing(drafts.load(obj)))

    def render_change_form(self, request: Any, context: Any, *args: Any, **kwargs: Any) -> Any:
        """Add what is found; say what is wrong where the form cannot even be checked."""
        obj, checked = kwargs.get("obj"), getattr(request, "checked", None)
        saved = publishing.standing(drafts.load(obj)) if obj is not None and checked is None else ()
        context["notes"], context["checked"] = checked or Notes(saved), checked is not None
        response = super().render_change_form(request, context, *args, **kwargs)
        if "_check" in request.POST and _wants_json(request):
            faults = wrong(context["sections"], context["adminform"].form)
            return JsonResponse({"wrong": render_to_string("admin/ropa/_wrong.html", {"faults": list(faults)})})
        return response


def _wants_json(request: Any) -> bool:
    return bool(request.POST.get("_check") == "json")
