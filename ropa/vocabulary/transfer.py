"""Chapter V of the GDPR: what a transfer to a third country can rest on."""

from django.utils.translation import gettext_lazy as _

from .base import Code


class TransferMechanism(Code):
    """GDPR Art. 45-49. "No transfer" is no mechanism: it is said with ``Statement.NEVER``."""

    ADEQUACY = "45", _("Adequacy decision (Art. 45)")
    AUTHORITY_INSTRUMENT = "46.2.a", _("Binding instrument between authorities (Art. 46(2)(a))")
    BINDING_RULES = "46.2.b", _("Binding corporate rules (Art. 46(2)(b))")
    STANDARD_CLAUSES = "46.2.c", _("Standard contractual clauses (Art. 46(2)(c))")
    AUTHORITY_CLAUSES = "46.2.d", _("Clauses adopted by a supervisory authority (Art. 46(2)(d))")
    CODE_OF_CONDUCT = "46.2.e", _("Code of conduct (Art. 46(2)(e))")
    CERTIFICATION = "46.2.f", _("Certification (Art. 46(2)(f))")
    AUTHORISED_CLAUSES = "46.3.a", _("Contractual clauses authorised by IMY (Art. 46(3)(a))")
    ARRANGEMENT = "46.3.b", _("Administrative arrangement between authorities (Art. 46(3)(b))")
    EXPLICIT_CONSENT = "49.1.a", _("Explicit consent (Art. 49(1)(a))")
    CONTRACT = "49.1.b", _("Contract with the person (Art. 49(1)(b))")
    CONTRACT_FOR_PERSON = "49.1.c", _("Contract in the person's interest (Art. 49(1)(c))")
    PUBLIC_INTEREST = "49.1.d", _("Important reasons of public interest (Art. 49(1)(d))")
    LEGAL_CLAIMS = "49.1.e", _("Legal claims (Art. 49(1)(e))")
    VITAL_INTERESTS = "49.1.f", _("Vital interests (Art. 49(1)(f))")
    PUBLIC_REGISTER = "49.1.g", _("Public register (Art. 49(1)(g))")
    COMPELLING_INTERESTS = (
        "49.1.second",
        _("Compelling legitimate interests (Art. 49(1), second subparagraph)"),
    )

    @property
    def barred_for_authorities(self) -> bool:
        """True where a public authority exercising public powers may not use it (Art. 49(3))."""
        return self.value in {"49.1.a", "49.1.b", "49.1.c", "49.1.second"}

    @property
    def iri(self) -> str:
        """The term's address in the Data Privacy Vocabulary 2.3, or an empty string."""
        if self.value in {"49.1.second"}:
            return ""
        local = "A45-3" if self.value == "45" else "A" + self.value.replace(".", "-")
        return "https://w3id.org/dpv/legal/eu/gdpr#" + local
