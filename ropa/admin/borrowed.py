"""Words that a library's pages say in English only, so that our catalogue holds their Swedish.

django-simple-history ships no Swedish. `makemessages` reads our code and templates and
nothing else: a word that is not named here leaves the catalogue the next time it is cleaned.
"""

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy

SIMPLE_HISTORY = (
    _("Change History"),
    _("Change history: %s"),
    _("Changed"),
    _("Choose a date from the list below to revert to a previous version of this object."),
    _("Created"),
    _("Deleted"),
    _("Deleted %(type_name)s"),
    _("None"),
    _("Object"),
    _("Press the 'Change History' button below to edit the history."),
    _("Press the 'Revert' button below to revert to this version of the object."),
    _("Revert"),
    _("Revert %(verbose_name)s"),
    _("Revert %s"),
    _('The %(name)s "%(obj)s" was changed successfully.'),
    _("This object doesn't have a change history."),
    _("View %(verbose_name)s"),
    _("View %s"),
    _("View history: %s"),
    _("You may edit it again below"),
    ngettext_lazy("entry", "entries"),
)
"""What its admin pages say (simple_history/admin.py, models.py and templates/simple_history)."""
