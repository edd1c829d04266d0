"""Accounts and refused log-ins: the operator's pages. Django's groups and permissions decide nothing here."""

from typing import Any

from axes import admin as axes_admin
from django.contrib import admin
from django.contrib.auth import admin as auth_admin
from django.contrib.auth.models import Group, User
from django.utils.translation import gettext_lazy as _

from .. import policy
from .base import CarefulList


class OperatorOnly(CarefulList):
    """A page that who runs the installation uses, and nobody else."""

    def get_queryset(self, request: Any) -> Any:
        """Return nothing to anybody else: stock's history would tell which ids there are."""
        rows = super().get_queryset(request)
        return rows if policy.is_operator(request.user) else rows.none()

    def has_module_permission(self, request: Any) -> bool:
        """Return whether the user runs the installation."""
        return policy.is_operator(request.user)

    def has_view_permission(self, request: Any, obj: Any = None) -> bool:
        """Return whether the user runs the installation."""
        return policy.is_operator(request.user)

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        """Return whether the user runs the installation."""
        return policy.is_operator(request.user)

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        """Return whether the user runs the installation."""
        return policy.is_operator(request.user)


class AccountAdmin(OperatorOnly, auth_admin.UserAdmin):
    """An account. What it may do is said by its memberships."""

    list_filter = ("is_staff", "is_superuser", "is_active")
    filter_horizontal = ()
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Name"), {"fields": ("first_name", "last_name", "email")}),
        (
            _("May log in"),
            {
                "fields": ("is_active", "is_staff", "is_superuser", "last_login"),
                "description": _("What else the account may do is said by its memberships."),
            },
        ),
    )

    def has_add_permission(self, request: Any) -> bool:
        """Return whether the user runs the installation."""
        return policy.is_operator(request.user)


def _refused_log_ins(stock: type[admin.ModelAdmin]) -> type[admin.ModelAdmin]:
    return type(stock.__name__, (OperatorOnly, stock), {})


admin.site.unregister([User, Group])
admin.site.register(User, AccountAdmin)
for _table, _stock in list(admin.site._registry.items()):
    if type(_stock).__module__ == axes_admin.__name__:
        admin.site.unregister(_table)
        admin.site.register(_table, _refused_log_ins(type(_stock)))
