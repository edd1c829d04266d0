"""The ledger of publications, to be read: nobody adds, changes or removes a row by hand."""

from typing import Any

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from .. import policy
from ..models import ProcessingActivity, Publication
from .base import PolicyRights
from .publish import public_address


@admin.register(Publication)
class PublicationAdmin(PolicyRights, admin.ModelAdmin):
    """What was published and withdrawn, newest first."""

    list_display = ("at", "kind", "slug", "version", "seen_by_public", "by", "note", "public_page")
    list_filter = ("kind", "changes_public", "at")
    list_display_links = None
    ordering = ("-at", "-sequence")
    search_fields = ("slug",)
    date_hierarchy = "at"
    list_per_page = 50
    actions = None

    def get_queryset(self, request: Any) -> Any:
        """Return the rows of the user's organisations."""
        keys = policy.organisations(request.user).values("key")
        return super().get_queryset(request).filter(organisation__in=keys)

    def has_add_permission(self, request: Any, obj: Any = None) -> bool:
        """Nobody: publishing adds rows."""
        return False

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        """Nobody: the database refuses it as well."""
        return False

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        """Nobody: the database refuses it as well."""
        return False

    @admin.display(description=_("Residents see a difference"), boolean=True, ordering="changes_public")
    def seen_by_public(self, obj: Any) -> bool:
        """Return whether residents see a difference to the version before."""
        return bool(obj.changes_public)

    @admin.display(description=_("Public page"))
    def public_page(self, obj: Any) -> str:
        """Return a link to the page."""
        address = public_address(ProcessingActivity(slug=obj.slug))
        return format_html('<a href="{}">{}</a>', address, _("Show"))
