"""How serious a finding is."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .base import Code


class Severity(Code):
    """What a finding asks of whoever publishes."""

    ERROR = "error", pgettext_lazy("severity", "Error")
    """The law asks for it. Publishing anyway takes a written reason."""
    WARNING = "warning", pgettext_lazy("severity", "Warning")
    """Somebody who knows the work must judge."""
    INFO = "info", _("Worth knowing")
    """Nothing is wrong; a look may still pay."""
