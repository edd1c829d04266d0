"""Articles 6, 9 and 14(5) of the GDPR, and the strength of secrecy."""

from django.utils.translation import gettext_lazy as _

from .base import Code

_EU_GDPR = "https://w3id.org/dpv/legal/eu/gdpr#"


class LegalBasis(Code):
    """GDPR Art. 6(1). Point (e) is two members, as Swedish registers always split it."""

    CONSENT = "6.1.a", _("Consent (Art. 6(1)(a))")
    CONTRACT = "6.1.b", _("Contract (Art. 6(1)(b))")
    LEGAL_OBLIGATION = "6.1.c", _("Legal obligation (Art. 6(1)(c))")
    VITAL_INTERESTS = "6.1.d", _("Vital interests (Art. 6(1)(d))")
    PUBLIC_INTEREST = "6.1.e-ai", _("Task in the public interest (Art. 6(1)(e))")
    OFFICIAL_AUTHORITY = "6.1.e-mu", _("Exercise of official authority (Art. 6(1)(e))")
    LEGITIMATE_INTERESTS = "6.1.f", _("Legitimate interests (Art. 6(1)(f))")

    @property
    def needs_national_law(self) -> bool:
        """True for points (c) and (e), which need a basis in law (Art. 6(3))."""
        return self.value in {"6.1.c", "6.1.e-ai", "6.1.e-mu"}

    @property
    def iri(self) -> str:
        """The term's address in the Data Privacy Vocabulary 2.3."""
        return _EU_GDPR + _LEGAL_BASIS_IRIS[self.value]


_LEGAL_BASIS_IRIS = {
    "6.1.a": "A6-1-a",
    "6.1.b": "A6-1-b",
    "6.1.c": "A6-1-c",
    "6.1.d": "A6-1-d",
    "6.1.e-ai": "A6-1-e-public-interest",
    "6.1.e-mu": "A6-1-e-official-authority",
    "6.1.f": "A6-1-f",
}


class SpecialCategoryCondition(Code):
    """GDPR Art. 9(2): when special categories of data may be processed."""

    EXPLICIT_CONSENT = "9.2.a", _("Explicit consent (Art. 9(2)(a))")
    EMPLOYMENT_SOCIAL = (
        "9.2.b",
        _("Employment, social security and social protection (Art. 9(2)(b))"),
    )
    VITAL_INTERESTS = "9.2.c", _("Vital interests (Art. 9(2)(c))")
    NOT_FOR_PROFIT = "9.2.d", _("Not-for-profit body (Art. 9(2)(d))")
    MADE_PUBLIC = "9.2.e", _("Made public by the person (Art. 9(2)(e))")
    LEGAL_CLAIMS = "9.2.f", _("Legal claims (Art. 9(2)(f))")
    SUBSTANTIAL_PUBLIC_INTEREST = "9.2.g", _("Substantial public interest (Art. 9(2)(g))")
    HEALTH_SOCIAL_CARE = "9.2.h", _("Health care or social care (Art. 9(2)(h))")
    PUBLIC_HEALTH = "9.2.i", _("Public health (Art. 9(2)(i))")
    ARCHIVE_RESEARCH = "9.2.j", _("Archiving, research or statistics (Art. 9(2)(j))")

    @property
    def needs_national_law(self) -> bool:
        """True for points (b), (g), (h), (i) and (j)."""
        return self.value[-1] in "bghij"

    @property
    def iri(self) -> str:
        """The term's address in the Data Privacy Vocabulary 2.3."""
        return _EU_GDPR + "A" + self.value.replace(".", "-")


class NoticeException(Code):
    """GDPR Art. 14(5): when persons need not be told of data collected from others."""

    ALREADY_KNOWN = "14.5.a", _("The person already has the information (Art. 14(5)(a))")
    DISPROPORTIONATE = "14.5.b", _("Impossible or disproportionate effort (Art. 14(5)(b))")
    LAID_DOWN_BY_LAW = "14.5.c", _("Obtaining or disclosure laid down by law (Art. 14(5)(c))")
    SECRECY = "14.5.d", _("Professional secrecy (Art. 14(5)(d))")


class SecrecyStrength(Code):
    """How strong secrecy is under the Public Access to Information and Secrecy Act."""

    ABSOLUTE = "absolute", _("Absolute secrecy")
    PRESUMED = "presumed", _("Secrecy presumed")
    PUBLIC_PRESUMED = "public-presumed", _("Openness presumed")
