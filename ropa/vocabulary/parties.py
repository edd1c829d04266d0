"""Recipients, processors and what regulates them (GDPR Art. 4(9), 26, 28)."""

from django.utils.translation import gettext_lazy as _

from .base import Code


class RecipientKind(Code):
    """What kind of body or person a recipient is."""

    AUTHORITY = "authority", _("Public authority")
    COURT = "court", _("Court")
    REGION = "region", _("Region or care provider")
    MUNICIPALITY = "municipality", _("Other municipality")
    OWN_BOARD = "own_board", _("Other board or department of the municipality")
    WITHIN_CONTROLLER = "within_controller", _("Within the controller")
    PROVIDER = "provider", _("Private provider of a municipal service")
    PRIVATE_CONTROLLER = "private_controller", _("Private body, own controller")
    PROCESSOR = "processor", _("Processor")
    INDIVIDUAL = "individual", _("Individual")
    PUBLIC = "public", _("The public")


class DisclosureGround(Code):
    """What allows a disclosure. Consent that lifts secrecy is not Art. 6(1)(a)."""

    STATUTORY_DUTY = "statutory-duty", _("Duty to disclose under law")
    TASK = "task", _("Needed for the task")
    CONSENT_LIFTS_SECRECY = "consent-lifts-secrecy", _("The person has agreed to lift secrecy")
    PUBLIC_DOCUMENT = "public-document", _("Request for a public document")


class Agreement(Code):
    """What regulates the relation to a processor or joint controller."""

    CONTRACT = "contract", _("Data processing agreement")
    REGULATION = "regulation", _("Regulation between boards (instead of an agreement)")
    ARRANGEMENT = "arrangement", _("Joint controllers' arrangement (Art. 26)")
    MISSING = "missing", _("Missing")
