"""What a label can ask for, in the words of whoever corrects it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ...inputs.topics import Topic

NOTHING = "-"
"""Choice that says: the register does not ask for this. The text is kept with the activity, and nobody is asked again."""

WORDS: dict[Topic, Any] = {
    Topic.NAME: _("Name of the activity"),
    Topic.REFERENCE: _("Reference"),
    Topic.SUMMARY: _("Description of the processing"),
    Topic.UNIT: _("Unit"),
    Topic.CONTROLLER: _("Controller"),
    Topic.JOINT_CONTROLLERS: _("Joint controllers"),
    Topic.ON_BEHALF_OF: _("Done on behalf of"),
    Topic.ROLE: _("Role: controller or processor"),
    Topic.DPO: _("Data protection officer"),
    Topic.CONTACT: _("Contact for questions"),
    Topic.RESPONSIBLE: _("Function in charge"),
    Topic.STATUS: _("Status: planned, ongoing, ended"),
    Topic.STARTED: _("First day"),
    Topic.ENDED: _("Last day"),
    Topic.PROCESS_CODE: _("Code in the records management classification"),
    Topic.TAGS: _("Words to find it by"),
    Topic.PURPOSES: _("Purposes"),
    Topic.LEGAL_BASES: _("Legal bases"),
    Topic.PROVISIONS: _("Laws alone"),
    Topic.DATA_SUBJECTS: _("Whom the data are about"),
    Topic.PERSONAL_DATA: _("Which personal data"),
    Topic.SPECIAL_CATEGORIES: _("Special categories of personal data"),
    Topic.OFFENCES: _("Data on offences"),
    Topic.IDENTITY_NUMBER: _("Personal identity numbers"),
    Topic.SOURCES: _("Where data come from"),
    Topic.RECIPIENTS: _("Recipients outside"),
    Topic.INTERNAL_ACCESS: _("Who has access inside"),
    Topic.PROCESSORS: _("Processors"),
    Topic.SUB_PROCESSORS: _("Sub-processors"),
    Topic.SECRECY: _("Secrecy"),
    Topic.TRANSFERS: _("Transfers outside the EU and EEA"),
    Topic.CARRIERS: _("Systems and other carriers"),
    Topic.RETENTION: _("How long data are kept"),
    Topic.SECURITY: _("Security measures"),
    Topic.CLASSIFICATION: _("Information classification"),
    Topic.DPIA: _("Impact assessment"),
    Topic.DUTY: _("Whether the person must provide the data"),
    Topic.AUTOMATION: _("Automated decisions"),
    Topic.HANDLING: _("How and by whom data are handled"),
    Topic.RIGHTS: _("Rights of the persons"),
    Topic.COMPLAINT: _("Complaints"),
    Topic.INTRODUCTION: _("Introduction for residents"),
    Topic.REVIEW: _("Review"),
    Topic.NOTES: _("Internal notes"),
    Topic.FURNITURE: _("Only holds the document together"),
}
"""Topic -> what it is called."""


def choices() -> list[tuple[str, Any]]:
    """Return what a label can be said to mean, in the order of the form."""
    return [*((topic.value, words) for topic, words in WORDS.items()), (NOTHING, _("Nothing the register asks for"))]
