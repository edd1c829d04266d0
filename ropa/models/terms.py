"""Open lists: kinds of data, recipients, systems, laws … One table a list.

A term without organisation is shipped with ropa and the same for all; an
organisation adds its own. Codes never change; a merged term says what
replaced it, and published records keep the words they were published with.
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..swedish import sort_key
from ..vocabulary import DataLevel, MeasureKind, Medium, RecipientKind
from .base import Draft
from .fields import answer, code, line
from .organisation import Organisation, organisation_number


class Term(Draft):
    """A word of an open list."""

    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("Organisation"),
        help_text=_("Whose own word it is. Words that come with ropa belong to nobody."),
    )
    code = models.SlugField(
        _("Code"),
        max_length=80,
        blank=True,
        help_text=_("Never changes. Left empty it is made from the label."),
    )
    label = line(_("Label"))
    iri = models.URLField(_("IRI"), blank=True, default="", help_text=_("The concept in a published vocabulary."))
    replaced_by = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="replaces",
        null=True,
        blank=True,
        verbose_name=_("Replaced by"),
    )
    sort_key = models.CharField(max_length=200, editable=False, default="", db_index=True)

    class Meta:
        abstract = True
        ordering = ["sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "code"],
                name="%(class)s_code",
                violation_error_message=_("There is a term with this code already."),
            ),
            models.UniqueConstraint(
                fields=["code"],
                condition=models.Q(organisation=None),
                name="%(class)s_shipped_code",
                violation_error_message=_("There is a term with this code already."),
            ),
        ]

    def __str__(self) -> str:
        return self.label or self.code

    def clean(self) -> None:
        """Refuse an own term that bears the code of a shipped one: records name terms by code."""
        shipped = type(self)._default_manager.filter(organisation=None, code=self.code)
        if self.organisation_id and self.code and shipped.exclude(pk=self.pk).exists():
            raise ValidationError({"code": _("There is a term with this code already.")})

    def complete(self) -> None:
        """Keep the stored Swedish order in step; give a new own term its code."""
        self.sort_key = sort_key(self.label)
        if not self.code:
            self.code = f"own-{self.key.hex[:12]}"


class PurposeCategory(Term):
    """A common purpose."""

    class Meta(Term.Meta):
        verbose_name = _("Purpose category")
        verbose_name_plural = _("Purpose categories")


class DataSubjectCategory(Term):
    """A group of persons (GDPR Art. 30(1)(c))."""

    vulnerable = answer(_("Vulnerable"), _("Children, patients, employees and others in a weak position."))

    class Meta(Term.Meta):
        verbose_name = _("Category of data subjects")
        verbose_name_plural = _("Categories of data subjects")


class PersonalDataCategory(Term):
    """A kind of personal data (GDPR Art. 30(1)(c))."""

    level = code(DataLevel, _("Level of protection"))
    may_reveal = answer(
        _("May reveal special categories"),
        _("As a special diet may reveal health or religion."),
    )

    class Meta(Term.Meta):
        verbose_name = _("Category of personal data")
        verbose_name_plural = _("Categories of personal data")


class SourceCategory(Term):
    """Where data come from (GDPR Art. 14(2)(f))."""

    from_data_subject = answer(_("Given by the person"))
    publicly_accessible = answer(_("Open to the public"))

    class Meta(Term.Meta):
        verbose_name = _("Source category")
        verbose_name_plural = _("Source categories")


class RecipientCategory(Term):
    """Who data are disclosed to (GDPR Art. 4(9))."""

    kind = code(RecipientKind, _("Kind"))

    class Meta(Term.Meta):
        verbose_name = _("Category of recipients")
        verbose_name_plural = _("Categories of recipients")


class System(Term):
    """A product or thing that carries information."""

    medium = code(Medium, _("Medium"))

    class Meta(Term.Meta):
        verbose_name = _("System or other carrier")
        verbose_name_plural = _("Systems and other carriers")


class Supplier(Term):
    """An organisation, or kind of organisation, that can be processor."""

    organisation_number = organisation_number()
    country = models.CharField(
        _("Country"), max_length=2, blank=True, default="", help_text=_("Two letters, as in SE.")
    )

    class Meta(Term.Meta):
        verbose_name = _("Supplier")
        verbose_name_plural = _("Suppliers")


class Law(Term):
    """An act, an ordinance or another rule."""

    sfs = models.CharField(_("SFS number"), max_length=20, blank=True, default="", help_text=_("As in 2018:218."))
    url = models.URLField(_("Link"), blank=True, default="")
    repealed = answer(_("Repealed"))

    class Meta(Term.Meta):
        verbose_name = _("Act or ordinance")
        verbose_name_plural = _("Acts and ordinances")


class RetentionTrigger(Term):
    """The event a period is counted from."""

    after = line(_("Words after “after”"), _("As in: five years after *the last entry in the file*"))
    when = line(_("Words after “when”"), _("As in: when *the data are no longer needed*"))

    class Meta(Term.Meta):
        verbose_name = _("Retention trigger")
        verbose_name_plural = _("Retention triggers")


class SecurityMeasureCategory(Term):
    """A kind of security measure (GDPR Art. 32)."""

    kind = code(MeasureKind, _("Kind"))

    class Meta(Term.Meta):
        verbose_name = _("Kind of security measure")
        verbose_name_plural = _("Kinds of security measures")


TERMS: tuple[type[Term], ...] = (
    PurposeCategory,
    DataSubjectCategory,
    PersonalDataCategory,
    SourceCategory,
    RecipientCategory,
    System,
    Supplier,
    Law,
    RetentionTrigger,
    SecurityMeasureCategory,
)
"""Every open list."""
