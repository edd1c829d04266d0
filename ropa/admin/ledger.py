"""The ledger of publications, to be read: nobody adds, changes or removes a row by hand."""

from typing import Any

from django.contrib import admin
from django.utils.html import format_html
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from .. import policy, rules
from ..diff import diff
from ..labels import FORM_LABELS
from ..models import ProcessingActivity, Publication
from ..publishing import Published
from ..record import Audience, Said
from .base import InSections, PolicyRights
from .differences import public_address
from .filters import in_words
from .words import moment


def stood(published: Published) -> list[tuple[str, list[Said]]]:
    """Return each rule that a version broke, with what it finds there: the ledger keeps the codes alone.

    A rule that was changed since may find nothing any more; its title still stands.
    """
    codes, record = published.findings, published.record
    found = rules.check(record, localdate(published.at)) if record and codes else ()
    return [
        (title, [x.message for x in found if x.rule.code == code])
        for code, title in zip(codes, in_words(codes), strict=True)
    ]


def since_before(published: Published) -> dict[str, Any]:
    """Return what a version says otherwise than the one before, internal fields included, and which that was."""
    row = published.row
    if row.kind != Publication.Kind.PUBLISHED:
        return {}
    older = Publication.objects.filter(activity=row.activity, kind=row.kind, version__lt=row.version)
    before = older.select_related("payload", "seal", "erasure").order_by("-version").first()
    if before is None:
        return {"is_first": True}
    was, now = Published(before, Audience.DRAFT).record, published.record
    return {"before": before, "differences": diff(was, now, FORM_LABELS) if was and now else None}


@admin.register(Publication)
class PublicationAdmin(PolicyRights, InSections):
    """What was published and withdrawn, newest first."""

    list_display = ("moment", "kind", "slug", "version", "seen_by_public", "by", "note", "public_page")
    list_filter = ("kind",)
    list_display_links = ("moment",)
    change_form_template = "admin/ropa/publication.html"
    fields = ("at", "kind", "slug", "version", "by", "note", "public_note")
    show_facets = admin.ShowFacets.NEVER
    ordering = ("-at", "-sequence")
    search_fields = ("slug",)
    date_hierarchy = "at"
    list_per_page = 50
    actions = None

    def get_queryset(self, request: Any) -> Any:
        """Return the rows about activities the user may see: they hold internal notes."""
        rows = super().get_queryset(request)
        if policy.is_operator(request.user):
            return rows
        return rows.filter(
            activity__in=policy.visible(request.user, ProcessingActivity.objects.order_by()).values("key")
        )

    def has_add_permission(self, request: Any, obj: Any = None) -> bool:
        """Nobody: publishing adds rows."""
        return False

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        """Nobody: the database refuses it as well."""
        return False

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        """Nobody: the database refuses it as well."""
        return False

    def changelist_view(self, request: Any, extra_context: Any = None) -> Any:
        """Name the list by what it lists."""
        return super().changelist_view(request, {"title": _("Publications"), **(extra_context or {})})

    def render_change_form(self, request: Any, context: Any, *args: Any, **kwargs: Any) -> Any:
        """Name the activity, lead to it, and tell which errors stood when it was published."""
        row = kwargs["obj"]
        published = Published(row, Audience.DRAFT)
        context["findings"] = stood(published)
        context |= since_before(published)
        context["activity"] = ProcessingActivity.objects.filter(key=row.activity).first()
        response = super().render_change_form(request, context, *args, **kwargs)
        name = published.outline.name.sv if published.outline else row.slug
        said = {"name": name, "version": row.version, "kind": row.get_kind_display()}
        response.context_data["title"] = _("%(name)s, version %(version)d: %(kind)s") % said
        return response

    @admin.display(description=_("At"), ordering="at")
    def moment(self, obj: Any) -> str:
        """Return day and time in Stockholm."""
        return moment(obj.at)

    @admin.display(description=_("Visible difference"), boolean=True, ordering="changes_public")
    def seen_by_public(self, obj: Any) -> bool:
        """Return whether residents see a difference to the version before."""
        return bool(obj.changes_public)

    @admin.display(description=_("Public page"))
    def public_page(self, obj: Any) -> str:
        """Return a link to the page."""
        address = public_address(ProcessingActivity(slug=obj.slug))
        return format_html('<a href="{}">{}</a>', address, _("Show"))
