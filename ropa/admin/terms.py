"""The open lists: words that come with ropa are read, an organisation's own are edited."""

from typing import Any

from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .. import policy, publishing
from ..drafts import PARTS
from ..models import TERMS, Law, ProcessingActivity, Term
from ..swedish import sort_key
from .base import Page


class OwnFilter(admin.SimpleListFilter):
    """Filters by whose word it is."""

    title, parameter_name = _("Whose"), "own"

    def lookups(self, request: Any, model_admin: Any) -> Any:
        """Return the two kinds."""
        return [("yes", _("Our own")), ("no", _("Comes with ropa"))]

    def queryset(self, request: Any, queryset: Any) -> Any:
        """Keep the chosen kind."""
        wanted = {"yes": False, "no": True}.get(self.value() or "")
        return queryset if wanted is None else queryset.filter(organisation__isnull=wanted)


class TermAdmin(Page):
    """One open list."""

    list_display = ("label_column", "code", "whose")
    list_filter = (OwnFilter,)
    list_select_related = ("organisation",)
    list_per_page = 100
    search_fields = ("label",)
    exclude = ("replaced_by",)

    def get_queryset(self, request: Any) -> Any:
        """Return shipped words and the user's organisations' own."""
        mine = Q(organisation=None) | Q(organisation__in=policy.organisations(request.user))
        return super().get_queryset(request).filter(mine)

    def get_search_results(self, request: Any, queryset: Any, search_term: str) -> Any:
        """Keep the words that hold every part, whatever its case, å ä ö included."""
        for word in search_term.split():
            found = Q(sort_key__contains=sort_key(word))
            if self.model is Law:
                found |= Q(sfs__startswith=word)
            queryset = queryset.filter(found)
        if request.path.endswith("/autocomplete/"):
            queryset = queryset.filter(replaced_by=None)
        return queryset, False

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        """Return whether it is an own word of an organisation the user manages."""
        if obj is not None and obj.organisation_id is None:
            return False
        return super().has_change_permission(request, obj)

    def get_fields(self, request: Any, obj: Any = None) -> Any:
        """Put the label first and what a machine reads last."""
        names = [n for n in super().get_fields(request, obj) if n not in {"label", "code", "iri", "organisation"}]
        return ["label", *names, "organisation", "code", "iri"]

    def get_readonly_fields(self, request: Any, obj: Any = None) -> list[str]:
        """Keep code and owner once the word is there: records name them."""
        return ["code", "organisation"] if obj is not None else []

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Ask for a label, and whose word it is only where there is a choice."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "label":
            field.required = True
        elif db_field.name == "organisation" and field is not None:
            field.queryset = policy.managed(request.user)
            managed = list(field.queryset[:2])
            field.required = True
            field.initial = managed[0].pk if len(managed) == 1 else None
            field.empty_label = None if len(managed) == 1 else field.empty_label
        return field

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        """Bring the lists of activities that use the word up to date."""
        super().save_model(request, obj, form, change)
        if change:
            publishing.reindex(using(obj))

    @admin.display(description=_("Label"), ordering="sort_key")
    def label_column(self, obj: Any) -> str:
        """Return the word in the user's language."""
        return str(obj)

    @admin.display(description=_("Whose"), ordering="organisation")
    def whose(self, obj: Any) -> Any:
        """Return the organisation whose own word it is."""
        return obj.organisation or _("Comes with ropa")


def using(term: Term) -> Any:
    """Return the activities that use a word in any of their lists."""
    uses = Q(pk=None)
    table: Any
    for _value, table in PARTS.values():
        for field in table._meta.fields:
            if field.related_model is type(term):
                uses |= Q(pk__in=table._default_manager.filter(**{field.name: term}).values("activity"))
    return ProcessingActivity.objects.filter(uses)


for _table in TERMS:
    admin.site.register(_table, TermAdmin)
