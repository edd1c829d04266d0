"""Rows of an activity: purposes, legal bases and what they rest on (Art. 30(1)(b), 6)."""

from django.utils.translation import gettext_lazy as _

from ..vocabulary import LegalBasis, PurposeRank
from . import terms
from .base import Row
from .fields import KeyField, KeysField, code, line, prose
from .fields_of_rows import belongs, term


class Purpose(Row):
    """Why the data are processed (GDPR Art. 30(1)(b))."""

    activity = belongs("purposes")
    text = prose(
        _("Purpose"),
        _(
            "Why you need the data, not which system you use. "
            "Good: To assess and decide on applications for financial assistance. "
            "Poor: Case management system."
        ),
    )
    category = term(terms.PurposeCategory, _("Common purpose"))
    rank = code(PurposeRank, _("Main or secondary"))

    class Meta(Row.Meta):
        verbose_name = _("Purpose")
        verbose_name_plural = _("Purposes")

    def __str__(self) -> str:
        return self.text[:80]


class PurposeBasis(Row):
    """A legal basis for one, several or all purposes (GDPR Art. 6(1))."""

    activity = belongs("legal_bases")
    basis = code(
        LegalBasis,
        _("Legal basis"),
        _("Boards mostly rest on (c) or (e). (f) is not for authorities performing their tasks."),
    )
    purposes = KeysField(_("For the purposes"), refers_to="purposes", help_text=_("None chosen: for all purposes."))
    motivation = prose(
        _("In plain words"),
        _("Example: We must investigate and decide when somebody applies for assistance."),
    )
    consent_given = prose(_("How consent is given"), _("Only for consent (Art. 7)."))
    consent_withdrawn = prose(_("How consent is withdrawn"), _("Only for consent (Art. 7(3))."))
    contract_party = line(_("Who is party to the contract"), _("Only for contract."))
    legitimate_interest = prose(_("Which interest"), _("Only for legitimate interests."))

    class Meta(Row.Meta):
        verbose_name = _("Legal basis")
        verbose_name_plural = _("Legal bases")

    def __str__(self) -> str:
        return str(self.get_basis_display())


class LegalProvision(Row):
    """A place in a law that something rests on."""

    activity = belongs("provisions")
    law = term(terms.Law, _("Act or ordinance"))
    pinpoint = line(_("Chapter and section"), _("As in: 16 kap. 4 §"))
    about = KeyField(
        _("Supports"),
        refers_to="legal_bases special_category_bases retention_rules secrecy withheld recipients",
        help_text=_("What the provision is the support for. Empty: the activity as a whole."),
    )
    note = line(_("Note"))

    class Meta(Row.Meta):
        verbose_name = _("Legal provision")
        verbose_name_plural = _("Legal provisions")

    def __str__(self) -> str:
        return f"{self.law or ''} {self.pinpoint}".strip()
