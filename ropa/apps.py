"""The one Django app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class RopaConfig(AppConfig):
    """Registry of processing activities; also the project package."""

    name = "ropa"
    verbose_name = _("Register of processing activities")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect the database's guards and the change log."""
        from . import checks, history, ledger_guard  # noqa: F401  (registered by import)

        history.connect()
        post_migrate.connect(ledger_guard.install, sender=self)
