"""Impact assessment, automated decisions, the duty to provide data, security measures."""

from django.utils.translation import gettext_lazy as _

from .base import Code


class DpiaCriterion(Code):
    """The nine criteria of WP 248 rev.01; IMY's list asks for a DPIA when two hold."""

    SCORING = "k1", _("Evaluation or scoring")
    AUTOMATED_DECISION = "k2", _("Automated decision with legal or similar effect")
    MONITORING = "k3", _("Systematic monitoring")
    SENSITIVE = "k4", _("Sensitive or highly personal data")
    LARGE_SCALE = "k5", _("Large scale")
    MATCHING = "k6", _("Matching or combining datasets")
    VULNERABLE = "k7", _("Vulnerable persons")
    NEW_TECHNOLOGY = "k8", _("New technology or new organisational solutions")
    PREVENTS_RIGHT = "k9", _("Prevents a right, a service or a contract")


class DpiaStatus(Code):
    """How far the data protection impact assessment has come (GDPR Art. 35)."""

    DONE = "done", _("Done")
    STARTED = "started", _("Started")
    NOT_STARTED = "not-started", _("Needed, not started")
    NOT_NEEDED = "not-needed", _("Not needed (give the reason)")


class AutomationKind(Code):
    """What is automated (GDPR Art. 22)."""

    DECISION = "decision", _("Automated decision")
    PROFILING = "profiling", _("Profiling")


class DutyToProvide(Code):
    """Whether the person must provide the data (GDPR Art. 13(2)(e))."""

    STATUTORY = "statutory", _("Required by law")
    CONTRACTUAL = "contractual", _("Required by contract")
    CONDITION = "condition", _("Not required, but needed to get a decision or service")
    VOLUNTARY = "voluntary", _("Voluntary")


class MeasureKind(Code):
    """Kind of security measure (GDPR Art. 32)."""

    TECHNICAL = "technical", _("Technical")
    ORGANISATIONAL = "organisational", _("Organisational")
    PHYSICAL = "physical", _("Physical")
