"""The rights of the person the data are about: which there are, how each stands, and on what that rests."""

from django.utils.translation import gettext_lazy as _

from .base import Code


class DataSubjectRight(Code):
    """What a person may ask for (GDPR Art. 7(3), 15-18, 20-22), in the order a notice tells it."""

    ACCESS = "access", _("Access")
    RECTIFICATION = "rectification", _("Rectification")
    ERASURE = "erasure", _("Erasure")
    RESTRICTION = "restriction", _("Restriction")
    OBJECTION = "objection", _("Objection")
    PORTABILITY = "portability", _("Moving data")
    WITHDRAWAL = "withdrawal", _("Withdrawing consent")
    HUMAN_REVIEW = "human-review", _("A person's look at automated decisions")


class RightStanding(Code):
    """How a right stands in one activity."""

    APPLIES = "applies", _("Applies")
    IN_PART = "in-part", _("Applies to a part")
    """To what rests on some of the bases, or to some of the data."""
    LIMITED = "limited", _("Limited")
    """One may ask, but the law allows the controller to say no to most of it."""
    DOES_NOT_APPLY = "does-not-apply", _("Does not apply")
    NOT_KNOWN = "not-known", _("Not known yet")
    """What it depends on is not stated."""


class RightReason(Code):
    """The article or section that decides how a right stands. What was read of them: docs/decisions/0010."""

    NOT_STATED = "not-stated", _("not stated yet")
    OUTSIDE_GDPR = "2.2.d", _("Art. 2(2)(d)")
    WITHDRAWAL = "7.3", _("Art. 7(3)")
    ACCESS = "15", _("Art. 15")
    RECTIFICATION = "16", _("Art. 16")
    ERASURE = "17.1", _("Art. 17(1)")
    TASK_IN_LAW = "17.3.b", _("Art. 17(3)(b)")
    ARCHIVE = "17.3.d", _("Art. 17(3)(d)")
    RESTRICTION = "18", _("Art. 18")
    CONSENT_OR_CONTRACT = "20.1.a", _("Art. 20(1)(a)")
    AUTOMATED_MEANS = "20.1.b", _("Art. 20(1)(b)")
    PUBLIC_TASK = "20.3", _("Art. 20(3)")
    OBJECTION = "21.1", _("Art. 21(1)")
    AUTOMATED_DECISION = "22.1", _("Art. 22(1)")
    DECISION_IN_LAW = "22.2.b", _("Art. 22(2)(b)")
    HUMAN_REVIEW = "22.3", _("Art. 22(3)")
    SOCIAL_SERVICES = "2001:454-6", _("Section 6 of the Act (2001:454)")
    PATIENT_DATA = "2008:355-2.2", _("Chapter 2, Section 2 of the Patient Data Act (2008:355)")
    CRIME_REVIEW = "2018:1177-2.19", _("Chapter 2, Section 19 of the Criminal Data Act (2018:1177)")
    CRIME_ACCESS = "2018:1177-4.3", _("Chapter 4, Section 3 of the Criminal Data Act (2018:1177)")
    CRIME_RECTIFICATION = "2018:1177-4.9", _("Chapter 4, Section 9 of the Criminal Data Act (2018:1177)")
    CRIME_ERASURE = "2018:1177-4.10", _("Chapter 4, Section 10 of the Criminal Data Act (2018:1177)")
